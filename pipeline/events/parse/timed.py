"""Slips of the parser about what a day, or a clause with "after", hangs on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.dating_lexicon import dating_words
from pipeline.events.parse.rehang import SUBJECTS, is_below, stretch, with_token
from pipeline.events.placing_lexicon import phrase_up_to, time_conjunctions
from pipeline.model import Token

_OF_TIME = frozenset({"DATE", "TIME"})
_MEASURES = _OF_TIME | {"MONEY", "PERCENT"}
_GOES_ON = frozenset({"to", "that", "for", "against", "by"})
"""Words that go on with the clause which a day between commas stands in."""


def _drowned(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Was found after his mother, aunt and ten others drowned: those of the list drowned, and that placed the rest."""
    for verb in tokens:
        found = _listed_before(tokens, verb)
        if found is None:
            continue
        mark, first = found
        ties = [t for t in tokens[first.index : verb.index] if t.head == tokens[mark.head].index and t.dep == "cc"]
        mine = next((t for t in tokens if t.head == verb.index and t.dep in SUBJECTS), None)
        tokens = with_token(tokens, replace(verb, dep="advcl", head=_verb_above(tokens, mark.head)))
        tokens = with_token(tokens, replace(mark, dep="mark", pos="SCONJ", head=verb.index))
        tokens = with_token(tokens, replace(first, dep="nsubj", head=verb.index))
        for tie in ties:
            tokens = with_token(tokens, replace(tie, head=first.index))
        if mine is not None:
            tokens = with_token(tokens, replace(mine, dep="conj", head=first.index))
    return tokens


def _listed_before(tokens: Sequence[Token], verb: Token) -> tuple[Token, Token] | None:
    """The placing word and the first noun of a list right before a verb in the past: after A, B and C died."""
    if verb.tag != "VBD" or verb.dep != "conj" or verb.index < 5:
        return None
    for mark in reversed(tokens[: verb.index]):
        if mark.pos in ("VERB", "AUX") or mark.text in (";", ":"):
            return None
        if mark.text.lower() not in time_conjunctions(of="another time") or mark.dep != "prep":
            continue
        first = next((t for t in tokens if t.head == mark.index and t.dep == "pobj"), None)
        inside = [t.text.lower() for t in tokens[mark.index : verb.index]]
        listed = "and" in inside and "," in inside[: inside.index("and") - 1] and inside[-1] not in (",", "and")
        return (mark, first) if first is not None and listed else None
    return None


def _between_commas(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """People who had voted, in March, to keep it; the rallies, in May, of bakers: of that day is what stands before."""
    commas = [t.index for t in tokens if t.text == ","]
    for tie in (t for t in tokens[1:] if len(commas) > 1 and t.dep == "prep"):
        first, last = stretch(tokens, tie.index)
        inside = [t for t in tokens[first + 1 : last + 1] if t.dep == "pobj"]
        if not first or not inside or inside[0].entity not in _OF_TIME or last + 2 >= len(tokens):
            continue
        if tokens[first - 1].text != "," or tokens[last + 1].text != ",":
            continue
        before, after = tokens[first - 2], tokens[last + 2]
        if before.pos == "NOUN" and after.text.lower() == "of":
            tokens = with_token(tokens, replace(tie, head=before.index))
            tokens = with_token(tokens, replace(after, dep="prep", head=before.index))
        elif before.pos == "VERB" and after.text.lower() in _GOES_ON and is_below(tokens, before.index, tie.head):
            tokens = with_token(tokens, replace(tie, head=before.index))
    return tokens


def _when_it_overturned(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Ten were hurt when a bus overturned, the ministry told the paper: the bus told nobody, it overturned."""
    for verb in (t for t in tokens if t.dep == "advcl"):
        first, *others = [t for t in tokens if t.head == verb.index and t.dep == "nsubj"] or [verb]
        acl = next((t for t in tokens if t.head == first.index and t.dep == "acl" and t.tag == "VBN"), None)
        when = next((t for t in tokens if t.head == verb.index and t.text.lower() == "when"), None)
        if len(others) != 1 or acl is None or when is None or acl.index != first.index + 1:
            continue
        if when.index > first.index or others[0].index < acl.index or not acl.text.endswith("ed"):
            continue
        root = next(t for t in tokens if t.dep == "ROOT")
        moved = (
            replace(acl, dep="advcl", head=verb.head, tag="VBD"),
            replace(first, head=acl.index),
            replace(when, head=acl.index),
            replace(verb, dep="ROOT", head=verb.index),
            replace(root, dep="ccomp", head=verb.index),
        )
        for token in moved:
            tokens = with_token(tokens, token)
    return tokens


def _added_of_the_object(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Dismissed the chief, appointed in 2020, on Monday: with a day of its own between commas it tells of the chief."""
    for token in (t for t in tokens[2:] if t.dep == "advcl" and t.tag == "VBN" and tokens[t.index - 1].text == ","):
        noun = next((t for t in tokens if t.head == token.head and t.dep == "dobj"), None)
        dated = [t for t in tokens if t.head == token.index and t.dep == "prep" and _holds_a_day(tokens, t)]
        if noun is None or stretch(tokens, noun.index)[1] != token.index - 2 or len(dated) < 2:  # a day each
            continue
        if tokens[dated[-1].index - 1].text == ",":
            tokens = with_token(tokens, replace(token, dep="acl", head=noun.index))
            tokens = with_token(tokens, replace(dated[-1], head=token.head))
    return tokens


def _holds_a_day(tokens: Sequence[Token], tie: Token) -> bool:
    return any(t.head == tie.index and t.dep == "pobj" and t.entity in _OF_TIME for t in tokens)


def _of_what_is_ahead(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """They spoke ahead of the summit in Minsk on Friday: of that day is the summit, as no comma parts them."""
    for tie in (t for t in tokens[2:] if t.text.lower() == "on" and t.dep == "prep" and tokens[t.head].pos == "VERB"):
        between = reversed(tokens[tie.head + 1 : tie.index]) if _holds_a_day(tokens, tie) else ()
        noun = next((t for t in between if _is_ahead(tokens, t, tie.index - 1)), None)
        if noun is not None:
            tokens = with_token(tokens, replace(tie, head=noun.index))
    return tokens


def _is_ahead(tokens: Sequence[Token], noun: Token, last: int) -> bool:
    """Whether a noun, whose phrase ends with the token `last`, names what something came before."""
    if noun.dep != "pobj" or (noun.lemma.lower(), "NOUN") not in lexicon.event_types():
        return False
    row = phrase_up_to(tokens, noun.head + 1)
    return row is not None and row.side == "before" and is_below(tokens, last, noun.index)


def _before_who_did(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Told Orlova on Monday he has left: a day in front of a clause without "that" is the day of the saying."""
    for tie in (t for t in tokens if t.text.lower() == "on" and _holds_a_day(tokens, t)):
        verb = tokens[tie.head]
        said = tokens[verb.head]
        if verb.dep != "ccomp" or not said.index < tie.index < verb.index or stretch(tokens, verb.index)[0] < tie.index:
            continue
        between = tokens[said.index + 1 : tie.index]
        if said.pos == "VERB" and all(t.pos not in ("PUNCT", "VERB", "SCONJ") for t in between):
            tokens = with_token(tokens, replace(tie, head=said.index))
    return tokens


def _finite_beside_bare(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Said that he would launch a party and called for a rally: "would" has no "called", which goes on with "said"."""
    for verb in (t for t in tokens if t.dep == "conj" and t.tag in ("VBD", "VBZ")):
        bare = tokens[verb.head]
        above = tokens[bare.head]
        helped = any(t.head == bare.index and t.tag in ("MD", "TO") for t in tokens)
        own = any(t.head == verb.index and t.dep in SUBJECTS for t in tokens)
        if bare.tag == "VB" and helped and not own and above.tag == verb.tag and bare.dep in ("ccomp", "xcomp"):
            tokens = with_token(tokens, replace(verb, head=above.index))
    return tokens


def _verb_above(tokens: Sequence[Token], index: int) -> int:
    while tokens[index].pos not in ("VERB", "AUX") and tokens[index].head != index:
        index = tokens[index].head
    while tokens[index].tag == "VBG" and tokens[index].dep in ("ccomp", "xcomp", "advcl"):
        index = tokens[index].head
    return index


def _as_of(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Held as of Monday: the two words are one preposition, and the day stands behind it."""
    for of in (t for t in tokens[1:] if t.text.lower() == "of" and tokens[t.index - 1].text.lower() == "as"):
        tie = tokens[of.index - 1]
        day = next((t for t in tokens if t.head == of.index and t.dep == "pobj" and t.entity in ("DATE", "TIME")), None)
        if day is not None and of.head == tie.index:
            tokens = with_token(tokens, replace(tie, dep="prep", pos="ADP", tag="IN"))
            tokens = with_token(tokens, replace(day, head=tie.index))
    return tokens


def _starting(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Will take steps starting Monday: before nothing but a day the gerund is a preposition."""
    for gerund in tokens:
        if gerund.text.lower() not in dating_words("opens") or gerund.dep not in ("advcl", "prep", "acl"):
            continue
        below = [t for t in tokens if t.head == gerund.index and t.pos != "PUNCT"]
        if len(below) != 1 or stretch(tokens, below[0].index)[0] != gerund.index + 1:
            continue
        days = [t for t in tokens if t.head == below[0].index and t.dep == "pobj"] if below[0].dep == "prep" else below
        if not days or any(t.entity not in _OF_TIME for t in days):
            continue
        if below[0].dep == "prep":  # Starting on Monday: on Monday, at the earliest.
            tokens = with_token(tokens, replace(below[0], head=gerund.head))
            tokens = with_token(tokens, replace(gerund, dep="advmod", pos="ADV", tag="RB", head=below[0].index))
        else:
            tokens = with_token(tokens, replace(gerund, dep="prep", pos="ADP", tag="IN"))
            tokens = with_token(tokens, replace(below[0], dep="pobj"))
    return tokens


def _no_measure(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Were each given ten years: what has a subject or an auxiliary is a deed, and no part of the length of time."""
    for token in (t for t in tokens if t.pos == "VERB" and t.tag != "VBG" and t.entity in _MEASURES):
        if any(t.head == token.index and t.dep in (*SUBJECTS, "aux", "auxpass") for t in tokens):
            tokens = with_token(tokens, replace(token, entity=""))
    return tokens


TIMED: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (
    _drowned,
    _between_commas,
    _when_it_overturned,
    _added_of_the_object,
    _of_what_is_ahead,
    _as_of,
    _starting,
    _before_who_did,
    _finite_beside_bare,
    _no_measure,
)
"""Repairs of what a day hangs on, and what a clause with "after" is."""
