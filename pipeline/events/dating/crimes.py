"""The day behind a crime that somebody is tried for: jailed him for the murder of Orlova in 2006, and not in 2006."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.calendar.interval import Interval
from pipeline.events.dating_lexicon import dating_words
from pipeline.events.parse.syntax import NOUNS, Tree, clause_verb
from pipeline.events.repaying import repays
from pipeline.events.triggers.kinds import HOSTILE, kind_of

_GROUNDS = frozenset({"in", "for", "over", "of"})
"""Prepositions between a verb of a case at law and the crime."""
_INQUIRED = frozenset({"into", "over", "about"})
"""Prepositions between what is done about a harm and the harm, which is over by then."""
_NEWS = 31
"""Days before publication within which the case itself may be of that day."""


def of_the_crime(
    tree: Tree, governor: int, own: Sequence[int], days: Interval | None, published: Interval | None
) -> int:
    """The crime whose phrase ends right before a day that is no news, where its verb governs the day; else `governor`.

    "Jailed for the attack in Minsk on Monday" may tell when it was jailed, and "in 2006" hardly does.
    """
    end, start = days.end if days else None, published.start if published else None
    tie = own[0] - 1
    if tie > 0 and (looked_into := _looked_into(tree, governor, tie)) is not None:
        return looked_into
    if end is None or start is None or start - end < _NEWS or tie < 1 or tree.tokens[tie].dep != "prep":
        return governor
    if tree.tokens[governor].pos != "VERB" or not repays(tree.tokens[governor].lemma.lower()):
        return governor
    for noun in reversed(range(governor + 1, tie)):
        if _is_crime(tree, noun) and tie - 1 in tree.subtree(noun):
            return noun
    return governor


def _looked_into(tree: Tree, governor: int, tie: int) -> int | None:
    """Briefed by officers investigating the blast in the tunnel on Monday: the day is that of the blast."""
    verb = tree.tokens[governor]
    if verb.dep != "acl" or verb.tag != "VBG" or verb.lemma.lower() not in dating_words("looks into"):
        return None
    harms = (o for o in tree.children(governor, "dobj") if kind_of(tree, o).event_type in HOSTILE)
    return next((o for o in harms if o < tie), None)


def after_the_harm(tree: Tree, governor: int, days: Interval | None, published: Interval | None) -> int:
    """Opens an inquiry into the death of Orlova on Thursday, told before that day: it opens then; she has died."""
    start, end = days.start if days else None, published.end if published else None
    tie = tree.tokens[tree.tokens[governor].head]
    ahead = start is not None and end is not None and start >= end
    if not ahead or tree.tokens[governor].dep != "pobj" or tie.text.lower() not in _INQUIRED:
        return governor
    return clause_verb(tree, governor) if kind_of(tree, governor).event_type == "DEATH" else governor


def _is_crime(tree: Tree, noun: int) -> bool:
    token = tree.tokens[noun]
    tie = tree.tokens[token.head].text.lower()
    harms = token.pos in NOUNS and token.dep == "pobj" and tie in _GROUNDS
    return harms and kind_of(tree, noun).event_type in HOSTILE
