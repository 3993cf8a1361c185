"""Slips of the parser about what a phrase or clause hangs on: its own verb, or the noun just before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.parse.rehang import SUBJECTS, is_below, stretch, with_token
from pipeline.model import Token

OBJECTS = frozenset({"dobj", "dative", "ccomp", "xcomp", "oprd"})
OF_TIME = frozenset({"DATE", "TIME"})
DATED = frozenset({"PROPN", "NUM"})
"""Parts of speech of a day by name or number; the day of the vote is the vote's."""


def _with_whom(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Discussed the plans with Orlova, compared the vote with the war: "with" goes with the verb."""
    for token in (t for t in tokens if t.dep == "prep" and t.text.lower() == "with"):
        noun = tokens[token.head]
        if noun.pos not in ("NOUN", "PRON"):
            continue
        above = tokens[noun.head] if noun.dep == "pobj" else noun
        verb = tokens[above.head]
        if noun.dep not in ("dobj", "pobj") or verb.pos != "VERB" or _joins(noun, "NOUN"):
            continue
        partner = next((t for t in tokens if t.head == token.index and t.dep == "pobj"), None)
        called = partner is not None and any(t.head == partner.index and t.dep == "appos" for t in tokens)
        person = partner is not None and (partner.entity == "PERSON" or (called and partner.tag == "NN"))
        meets = _joins(verb, "VERB") and person
        if meets or (noun.dep == "dobj" and verb.lemma.lower() in lexicon.pairing_verbs()):
            tokens = with_token(tokens, replace(token, head=verb.index))
    return tokens


def _joins(token: Token, pos: str) -> bool:
    """Whether a word tells of people who meet or agree: the meeting with Orlova is hers."""
    rows = lexicon.event_types().get((token.lemma.lower(), pos), ())
    return any(row.event_type in ("CONSULT", "AGREE") for row in rows)


def _past_the_date(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The death on May 2 of Maria Orlova, was told on May 2 of her death: "of" does not go with the day."""
    for token in (t for t in tokens if t.text.lower() == "of"):
        day = tokens[token.head]
        before = tokens[day.head]
        noun = tokens[before.index - 1] if before.index else before
        whose = next((t for t in tokens if t.head == token.index and t.dep == "pobj"), None)
        if day.pos not in DATED or day.entity not in OF_TIME or before.dep != "prep" or whose is None:
            continue
        if whose.pos != "NUM" and whose.entity not in OF_TIME and noun.pos in ("NOUN", "VERB"):
            tokens = with_token(tokens, replace(token, head=noun.index))
    return tokens


def _not_of_the_day(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A video released on Monday, which he says was filmed abroad: "which" means the video, not the day."""
    for token in (t for t in tokens if t.dep == "relcl"):
        day = tokens[token.head]
        relative = any(t.tag == "WDT" and is_below(tokens, t.index, token.index) for t in tokens)
        if day.entity not in OF_TIME or day.pos not in DATED or not relative:
            continue
        noun = tokens[day.head]
        while noun.head != noun.index and (noun.pos not in ("NOUN", "PROPN") or noun.entity in OF_TIME):
            noun = tokens[noun.head]
        if noun.pos == "NOUN":
            tokens = with_token(tokens, replace(token, head=noun.index))
    return tokens


def _who_is_no_day(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Freed ten prisoners on May 3, who had been jailed: "who" means the people named last, and no day."""
    for token in (t for t in tokens if t.dep == "relcl"):
        day = tokens[token.head]
        person = any(t.tag in ("WP", "WP$") and is_below(tokens, t.index, token.index) for t in tokens[: token.index])
        if day.entity not in OF_TIME or not person:
            continue
        before = (t for t in reversed(tokens[: day.index]) if t.pos in ("NOUN", "PROPN"))
        noun = next((t for t in before if t.entity in ("", "PERSON", "NORP") and t.dep != "compound"), None)
        if noun is not None:
            tokens = with_token(tokens, replace(token, head=noun.index))
    return tokens


def _days_after(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Promised aid days after the flood: aid is promised, and the days tell when."""
    for days in (t for t in tokens[:-1] if t.entity in OF_TIME and t.tag == "NNS"):
        noun = tokens[days.index - 1]
        timed = tokens[days.index + 1].text.lower() in ("after", "before", "later", "earlier", "ago", "ahead")
        if days.dep not in ("dobj", "pobj", "npadvmod") or not timed:
            continue
        if noun.head == days.index and noun.dep == "compound" and noun.pos == "NOUN" and noun.entity not in OF_TIME:
            tie = tokens[stretch(tokens, days.index)[0] - 1]
            if days.dep == "npadvmod" and tie.dep != "prep":
                continue  # Of a rights group hours ahead of the march.
            behind = (days.dep, days.head) if days.dep != "npadvmod" else ("pobj", tie.index)
            tokens = with_token(tokens, replace(noun, dep=behind[0], head=behind[1]))
            tokens = with_token(tokens, replace(days, dep="npadvmod"))
            for left in [t for t in tokens[: noun.index] if t.head == days.index]:
                tokens = with_token(tokens, replace(left, head=noun.index))
    return tokens


def _which_it_signed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Signed treaties on Friday that annex land; an interview that the firm published: the clause tells of the noun."""
    for token in (t for t in tokens if t.dep in ("ccomp", "acl")):
        above = tokens[token.head]
        that = next((t for t in tokens if t.head == token.index and t.text.lower() in ("that", "which")), None)
        if that is None or that.index > token.index:
            continue
        noun = next((t for t in tokens if t.head == above.index and t.dep == "dobj" and t.index < that.index), None)
        if token.dep == "ccomp" and that.tag == "WDT" and that.dep == "nsubj" and noun is not None:
            if (above.lemma.lower(), "VERB") not in lexicon.cues():
                tokens = with_token(tokens, replace(token, dep="relcl", head=noun.index))
        elif token.dep == "acl" and token.tag in ("VBD", "VBZ") and that.dep == "mark" and above.pos == "NOUN":
            has = {t.dep for t in tokens if t.head == token.index}
            rows = lexicon.event_types().get((token.lemma.lower(), "VERB"), ())
            says = any(row.event_type == "STATEMENT" for row in rows)
            if "nsubj" in has and not has & OBJECTS and says:
                tokens = with_token(tokens, replace(token, dep="relcl"))
                tokens = with_token(tokens, replace(that, dep="dobj", tag="WDT", pos="PRON"))
    return tokens


def _convicted_before(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Pardoned 20 citizens of Latvia convicted of theft: the participle right behind an object tells of it."""
    for token in (t for t in tokens if t.dep == "ccomp" and t.tag == "VBN"):
        above, before = tokens[token.head], tokens[token.index - 1]
        noun = next((t for t in tokens if t.head == above.index and t.dep == "dobj" and t.index < token.index), None)
        own = any(t.head == token.index and t.index < token.index for t in tokens)
        adjoins = noun is not None and noun.pos == "NOUN" and is_below(tokens, before.index, noun.index)
        if noun is not None and adjoins and not own and above.index < noun.index:
            tokens = with_token(tokens, replace(token, dep="acl", head=noun.index))
    return tokens


def _behind_its_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The ministry summoned Maria Orlova: a second subject right behind the verb is its object."""
    for token in tokens:
        verb = tokens[token.head]
        if token.dep != "nsubj" or token.entity != "PERSON" or verb.pos != "VERB" or token.index < verb.index:
            continue
        kin = [t for t in tokens if t.head == verb.index]
        subject = any(t.dep in SUBJECTS and t.index < verb.index for t in kin)
        between = tokens[verb.index + 1 : token.index]
        if subject and not any(t.dep in OBJECTS for t in kin) and all(t.head == token.index for t in between):
            tokens = with_token(tokens, replace(token, dep="dobj"))
    return tokens


def _among_others(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Attended by, among others, Anna Orlova: those named stand behind "by"."""
    for others in tokens:
        among = tokens[others.head]
        by = tokens[among.head]
        if others.text.lower() != "others" or among.text.lower() != "among":
            continue
        after = [t for t in tokens[others.index + 1 :] if t.text != ","]
        heads = [t for t in after if stretch(tokens, t.index)[0] == after[0].index]
        named = max(heads, key=lambda t: stretch(tokens, t.index)[1], default=others)
        if named.entity != "PERSON":
            continue
        by = by if by.pos == "ADP" else next((t for t in tokens if t.dep == "agent" and t.head == by.index), by)
        if by.pos == "ADP" and by.index < among.index <= by.index + 2:
            tokens = with_token(tokens, replace(named, dep="pobj", head=by.index))
    return tokens


def _agency_last(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """She was freed on Monday, the state agency TASS reported: the agency says it, and is no second object."""
    for said in tokens:
        noun = tokens[said.head]
        verb = tokens[noun.head]
        if said.dep != "relcl" or said.tag != "VBD" or (said.lemma.lower(), "VERB") not in lexicon.cues():
            continue
        name = next((t for t in tokens if t.head == said.index and t.dep == "nsubj"), None)
        start = min(t.index for t in tokens if is_below(tokens, t.index, noun.index))
        if name is None or name.pos != "PROPN" or name.index != noun.index + 1 or verb.dep != "ROOT" or start == 0:
            continue
        if tokens[start - 1].text == "," and any(t.head == verb.index and t.dep in SUBJECTS for t in tokens[:start]):
            tokens = with_token(
                tokens,
                replace(noun, dep="compound", head=name.index),
                replace(said, dep="ROOT", head=said.index),
                replace(verb, dep="ccomp", head=said.index),
            )
    return tokens


def _thought_possible(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Said it was "quite possible" the troops had helped: what is possible hangs on "was", not on "said"."""
    for token in (t for t in tokens if t.dep == "ccomp"):
        marked = any(t.head == token.index and t.dep == "mark" for t in tokens)
        if tokens[token.head].pos != "VERB" or marked:
            continue
        beside = (t for t in tokens[: token.index] if t.head == token.head and t.lemma == "be" and t.dep == "ccomp")
        for be in beside:
            after = tokens[be.index + 1 : token.index]
            if any(t.text in (",", ";") for t in after) or any(t.head == be.index and t.dep == "ccomp" for t in after):
                continue
            it = any(t.text.lower() == "it" and t.dep in SUBJECTS for t in tokens if t.head == be.index)
            words = [
                t.text.lower() for t in tokens if t.head == be.index and t.dep == "acomp" and t.index < token.index
            ]
            rows = (lexicon.hedges()[0].get(word) for word in words)
            if it and any(row is not None and row.kind == "possibility" for row in rows):
                tokens = with_token(tokens, replace(token, head=be.index))
    return tokens


def _told_to(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Forced flights to divert: what many are made to do belongs to the verb, and says nothing of which they are."""
    for token in tokens:
        noun = tokens[token.head]
        verb = tokens[noun.head]
        infinitive = token.tag == "VB" and tokens[token.index - 1].tag == "TO" and token.dep in ("relcl", "acl")
        behind = noun.index == token.index - len(("to", "divert")) and noun.dep == "dobj" and noun.tag == "NNS"
        told = verb.lemma.lower() in lexicon.object_control() and (noun.lemma.lower(), "NOUN") not in lexicon.cues()
        if infinitive and behind and told and verb.lemma not in ("have", "get", "want", "expect", "make", "lead"):
            tokens = with_token(tokens, replace(token, dep="xcomp", head=verb.index))
    return tokens


HANGING: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (
    _thought_possible,
    _with_whom,
    _past_the_date,
    _not_of_the_day,
    _who_is_no_day,
    _days_after,
    _which_it_signed,
    _convicted_before,
    _behind_its_verb,
    _among_others,
    _agency_last,
    _told_to,
)
