"""Relative clauses that the parser hangs on the wrong noun: who means a human being, killed means the blow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.parse.behind_relatives import BEHIND_RELATIVES
from pipeline.events.parse.rehang import SUBJECTS, is_below, stretch, with_token
from pipeline.events.parse.seen_by_times import SEEN_BY_TIMES
from pipeline.events.parse.witnessed import WITNESSED
from pipeline.model import Token

BLOWS, HARM = frozenset({"ATTACK", "ASSAULT"}), frozenset({"ASSAULT", "DEATH", "HEALTH"})
"""Types of event that harm people, and the harm."""
PAPERS = frozenset({"LEGISLATE", "AGREE", "ORDER"})
"""Types of event that are put on paper: laws, treaties, decrees, and what is done to them."""
DONE_TO_PLACES = frozenset({"OCCUPY", "ATTACK", "ASSAULT", "MOVE", "GOVERN", "SANCTION"})
"""Types of event of which a place is the object: seized, shelled, left, ruled, blockaded."""
UNDERGONE = frozenset({"ASSAULT", "ACCUSE", "COERCE", "SANCTION"})
"""Types of event that people undergo whom something else happens to."""


def _who_is_human(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A reporter for the station who was jailed, a pupil from Latvia, a mother of five who fell ill: the first."""
    for token in tokens:
        firm = tokens[token.head]
        human = tokens[tokens[firm.head].head]
        if token.dep != "relcl" or firm.dep != "pobj" or human.index > firm.index or not _is_no_human(tokens, firm):
            continue
        who = any(t.head == token.index and t.dep in SUBJECTS and t.text.lower() == "who" for t in tokens)
        person = human.entity == "PERSON" or human.lemma.lower() in lexicon.role_nouns()
        person = person or (firm.entity == "GPE" and human.pos == "NOUN" and not human.entity)
        if who and person:
            tokens = with_token(tokens, replace(token, head=human.index))
    return tokens


def _is_no_human(tokens: tuple[Token, ...], word: Token) -> bool:
    """Whether a word is a body, a place, a bare count, or the noun behind a body's name: Zarya TV."""
    front = tokens[word.index - 1]
    named = word.tag == "NN" and not word.entity and front.dep == "compound" and front.head == word.index
    return word.entity in ("ORG", "GPE") or word.pos == "NUM" or (named and front.entity == "ORG")


def _that_they_saw(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A vote that they saw as rigged: the object of a relative clause is a pronoun, no conjunction."""
    for token in (t for t in tokens if t.text.lower() == "that" and t.tag == "IN" and t.dep in ("dobj", "nsubj")):
        if tokens[token.head].dep == "relcl" and token.index < token.head:
            tokens = with_token(tokens, replace(token, tag="WDT", pos="PRON"))
    return tokens


def _killed_by_it(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The bombing of a clinic that killed two: the bombing did, not the clinic."""
    for token in tokens:
        place = tokens[token.head]
        blow = tokens[tokens[place.head].head]
        if token.dep != "relcl" or place.dep != "pobj" or blow.pos not in ("NOUN", "PROPN") or blow.index > place.index:
            continue
        relative = any(t.head == token.index and t.dep == "nsubj" and t.tag == "WDT" for t in tokens)
        if (
            relative
            and _is_of(blow, "NOUN", BLOWS)
            and not _is_of(place, "NOUN", BLOWS)
            and _is_of(token, "VERB", HARM)
            and place.entity != "PERSON"
        ):
            tokens = with_token(tokens, replace(token, head=blow.index))
    return tokens


def _not_the_place(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Twelve prisoners in Latvia, whom or which he freed: nobody frees the place, but those who are in it."""
    for token in tokens:
        place = tokens[token.head]
        inside = tokens[tokens[place.head].head]
        if token.dep != "relcl" or place.dep != "pobj" or place.entity != "GPE" or tokens[place.head].text != "in":
            continue
        known = (token.lemma.lower(), "VERB") in lexicon.event_types() and not _is_of(token, "VERB", DONE_TO_PLACES)
        which = any(t.head == token.index and t.dep in ("dobj", "nsubjpass") and t.tag in ("WDT", "WP") for t in tokens)
        if known and which and inside.pos == "NOUN" and inside.index < place.index:
            tokens = with_token(tokens, replace(token, head=inside.index))
    return tokens


def _is_of(token: Token, pos: str, types: frozenset[str]) -> bool:
    rows = lexicon.event_types().get((token.lemma.lower(), pos), ())
    return any(row.event_type in types for row in rows)


def _not_of_the_day(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The bombings last year that killed two: a day kills nobody, the clause describes the noun before it."""
    for token in tokens:
        day = tokens[token.head]
        noun = tokens[day.head]
        if token.dep != "relcl" or day.entity != "DATE" or day.dep not in ("npadvmod", "pobj", "nmod"):
            continue
        if noun.pos == "VERB" and day.dep == "npadvmod":
            noun = tokens[stretch(tokens, day.index)[0] - 1]  # Arrested over the bombings in Kenya last year.
        noun = tokens[noun.head] if noun.dep == "prep" else noun
        while noun.dep == "pobj" and tokens[noun.head].dep == "prep" and _is_that(tokens[day.index + 1], token):
            if _is_of(noun, "NOUN", BLOWS):
                break
            noun = tokens[tokens[noun.head].head]
        relative = any(_is_that(t, token) for t in tokens)
        if noun.pos == "VERB" and _is_of(token, "VERB", HARM):  # Planning a raid in Riga on Monday, which killed ten.
            noun = next((t for t in reversed(tokens[noun.index : day.index]) if _is_of(t, "NOUN", BLOWS)), noun)
        if relative and noun.pos == "NOUN" and not noun.entity and noun.index < day.index:
            tokens = with_token(tokens, replace(token, head=noun.index))
    return tokens


def _took_place(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The exchange of prisoners, which took place on Monday: an event takes place, prisoners do not."""
    for token in tokens:
        if token.dep != "relcl":
            continue
        near = tokens[token.head]
        happens = token.lemma in lexicon.happening_verbs() or any(
            t.head == token.index and t.dep == "dobj" and t.lemma == "place" for t in tokens
        )
        if not happens or not any(_is_that(t, token) for t in tokens):
            continue
        noun = near
        while (noun.lemma, "NOUN") not in lexicon.event_types() and noun.dep == "pobj" and noun.pos != "VERB":
            noun = tokens[tokens[noun.head].head]
        if noun.index != near.index and noun.pos == "NOUN" and (noun.lemma, "NOUN") in lexicon.event_types():
            tokens = with_token(tokens, replace(token, head=noun.index))
    return tokens


def _agreeing(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Signed treaties in the palace that make: the verb stands in the plural, so the treaties do."""
    for token in tokens:
        near = tokens[token.head]
        if token.dep != "relcl" or not any(_is_that(t, token) for t in tokens[near.index : token.index]):
            continue
        verbs = [token, *(t for t in tokens if t.head == token.index and t.dep in ("aux", "auxpass"))]
        tag = next((t.tag for t in verbs if t.tag in ("VBP", "VBZ")), "")
        several = near.tag in ("NNS", "NNPS") or any(t.head == near.index and t.dep == "conj" for t in tokens)
        if not tag or several == (tag == "VBP"):
            continue
        found = [t for t in tokens[: near.index] if t.dep in ("dobj", "pobj", "nsubjpass") and t.pos == "NOUN"]
        found = [t for t in found if (t.tag == "NNS") == (tag == "VBP") and not t.entity]
        verb = near
        while verb.pos not in ("VERB", "AUX") and verb.head != verb.index:
            verb = tokens[verb.head]
        found = [t for t in found if is_below(tokens, t.index, verb.index)]
        if found:
            tokens = with_token(tokens, replace(token, head=found[-1].index))
    return tokens


def _told_by(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Was told by officials that Orlova had gone: that is what they told, and no relative clause."""
    for token in tokens:
        teller = tokens[token.head]
        by = tokens[teller.head]
        if token.dep != "relcl" or teller.dep != "pobj" or by.dep != "agent" or tokens[by.head].index > by.index:
            continue
        first = tokens[stretch(tokens, token.index)[0]]
        own = any(t.head == token.index and t.dep in SUBJECTS and t.index != first.index for t in tokens)
        told = (tokens[by.head].lemma.lower(), "VERB") in lexicon.cues()
        if told and own and first.text.lower() == "that" and first.index == teller.index + 1:
            tokens = with_token(tokens, replace(token, dep="ccomp", head=by.head))
            tokens = with_token(tokens, replace(first, tag="IN", pos="SCONJ", dep="mark", head=token.index))
    return tokens


def _undergone(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Pardoned 22 people convicted of theft: who is pardoned does not convict; the participle says who they are."""
    for token in tokens:
        above = tokens[token.head]
        if token.dep != "ccomp" or token.tag not in ("VBD", "VBN") or (above.lemma.lower(), "VERB") in lexicon.cues():
            continue
        below = [t for t in tokens if t.head == token.index]
        noun = next((t for t in below if t.dep == "nsubj" and t.pos == "NOUN"), None)
        clause = any(t.dep in ("aux", "auxpass", "mark", "dobj", "ccomp", "xcomp") for t in below)
        if noun is None or clause or above.pos != "VERB" or not _is_of(token, "VERB", UNDERGONE):
            continue
        if stretch(tokens, noun.index)[0] == above.index + 1:
            tokens = with_token(tokens, replace(noun, dep="dobj", head=above.index))
            tokens = with_token(tokens, replace(token, tag="VBN", dep="acl", head=noun.index))
    return tokens


def _is_that(token: Token, verb: Token) -> bool:
    return token.head == verb.index and token.dep == "nsubj" and token.text.lower() in ("that", "which")


def _governed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The largest bank in the country, ruled since 1990 by Orlov: what is held is the place just before."""
    for token in tokens[2:]:
        place, noun = tokens[token.index - 2], tokens[token.head]
        if token.dep != "acl" or token.tag != "VBN" or tokens[token.index - 1].text != "," or noun == place:
            continue
        rows = lexicon.event_types().get((token.lemma.lower(), "VERB"), ())
        held = any(row.event_type in ("GOVERN", "OCCUPY") for row in rows)
        lands = any(row.kind == "state" for row in lexicon.role_nouns().get(place.lemma.lower(), ()))
        sited = place.dep == "pobj" and tokens[place.head].text.lower() in ("in", "at", "near")
        if held and is_below(tokens, place.index, noun.index) and (lands or place.entity == "GPE" or sited):
            tokens = with_token(tokens, replace(token, head=place.index))
    return tokens


def _of_the_paper(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A decree on the border, approved by Orlova in May: the decree is approved, not the border."""
    for token in (t for t in tokens if t.dep == "acl" and t.tag == "VBN" and tokens[t.index - 1].text == ","):
        noun = tokens[token.head]
        if not _is_of(token, "VERB", PAPERS) or _is_of(noun, "NOUN", PAPERS):
            continue
        while noun.dep == "pobj" and tokens[noun.head].dep == "prep" and not _is_of(noun, "NOUN", PAPERS):
            noun = tokens[tokens[noun.head].head]
        if _is_of(noun, "NOUN", PAPERS) and noun.index < token.index:
            tokens = with_token(tokens, replace(token, head=noun.index))
    return tokens


RELATIVES: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (
    _that_they_saw,
    _who_is_human,
    _not_of_the_day,
    _not_the_place,
    _killed_by_it,
    _took_place,
    _agreeing,
    *BEHIND_RELATIVES,
    _told_by,
    _undergone,
    _governed,
    _of_the_paper,
    *WITNESSED,
    *SEEN_BY_TIMES,
)
