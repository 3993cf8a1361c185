"""Whether the same people take part in two mentions, and how much that says."""

from __future__ import annotations

import functools

from pipeline import gazetteer
from pipeline.coreference.profile import Profile, persons, widened
from pipeline.coreference.wording import has_a_name
from pipeline.knowledge import actors

Part = tuple[float, str]

TELLING = 0.3
"""Evidence from which on the people alone say that one event is meant, if it is not one that comes again."""

PAIR = 2
"""Names: who met whom tells more than who met somebody."""


def same(one: Profile, other: Profile) -> bool:
    """Whether nobody on either side is put in somebody else's place. Who is not named may be anyone."""
    if one.alone:
        return True
    if not meet(_told(one, other), _told(other, one)):
        return False
    if one.equal_sides:
        return not rivals(one.everyone, other.everyone)
    return meet(one.targets, other.targets) and same_doers(one.doers, other.doers)


def _told(one: Profile, other: Profile) -> frozenset[str]:
    """Everyone, without doers whom no name tells where the other article names its own."""
    named = frozenset(filter(has_a_name, one.doers))
    return one.everyone if named or not any(map(has_a_name, other.doers)) else one.targets


def same_doers(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether they can be the same; who only says what they are may be anyone: police, Latvia; a judge, a court."""
    named = [frozenset(filter(has_a_name, names)) for names in (some, others)]
    return bool(named[0]) != bool(named[1]) or meet(some, others)


def meet(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two sets of names can be the same: one is empty, they share a name, or a state and who acts for it."""
    if not some or not others:
        return True
    if not some.isdisjoint(widened(others)) or not others.isdisjoint(widened(some)):
        return True
    return any(_one_name(name, another) for name in some - _known() for another in others - _known())


def rivals(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether each side has a person whom the other lacks: two who met two are not one meeting."""
    mine = {name for name in persons(some) if not meet(frozenset({name}), others)}
    theirs = {name for name in persons(others) if not meet(frozenset({name}), some)}
    if len(some) == len(others) == PAIR:  # The Chinese envoy is not the Cuban one.
        mine |= {name for name in some if not meet(frozenset({name}), others)}
        theirs |= {name for name in others if not meet(frozenset({name}), some)}
    return bool(mine and theirs)


def shared(one: Profile, other: Profile) -> bool:
    """Whether someone named on one side is, or acts for, someone named on the other."""
    return bool(one.everyone and other.everyone and meet(one.everyone, other.everyone))


def whose(one: Profile, other: Profile) -> bool:
    """Whether both, or both articles as one, name to whom it happened; two who go unnamed may be two."""
    return one.document.doc_id == other.document.doc_id or bool(one.targets or other.targets)


def same_person(one: Profile, other: Profile) -> bool:
    """Whether it happened to the same one person."""
    return one.person is not None and one.person == other.person


def both_sides(one: Profile, other: Profile) -> bool:
    """Whether the same doer and the same target are named."""
    return not one.doers.isdisjoint(other.doers) and not one.targets.isdisjoint(other.targets)


def part(one: Profile, other: Profile) -> Part:
    """The evidence of who takes part."""
    common = one.everyone & other.everyone
    names = ", ".join(sorted(common))
    fewer = min(len(one.everyone), len(other.everyone))
    if one.once and other.once and common:
        return (0.5, f"{names} in both, and this happens to someone only once")
    if not one.spoken and same_person(one, other) and (one.apart or (one.targets and other.targets)):
        doer = bool(one.doers and other.doers and one.targets)
        return (0.4 if doer else 0.35, f"it happens to {one.person} in both" + (" and who did it agrees" * doer))
    if len(common) >= PAIR and len(common) == fewer:
        met = one.equal_sides and len(persons(common)) >= PAIR
        return (0.35 if met else 0.3, f"{names} in both")
    if common:
        return (0.2, f"{names} in both")
    if shared(one, other):
        return (0.1, "who is named acts for the same state, or is named in short")
    return (0.0, "")


@functools.cache
def _known() -> frozenset[str]:
    return frozenset(row.name for row in actors())


@functools.cache
def _one_name(name: str, another: str) -> bool:
    """Whether the shorter of two names no table knows begins or ends the longer: Reut, Anna Reut.

    Some names stand in either order: Mori Kenji, Kenji Mori. One court has many: Homel Regional, Gomel Oblast Court.
    """
    short, long = sorted((name.split(), another.split()), key=len)
    if len(short) == len(long) == PAIR and short == long[::-1]:
        return True
    if bool(short) and (long[: len(short)] == short or long[-len(short) :] == short):
        return True
    of_kind = len(short) > 1 and short[-1] == long[-1]
    return of_kind and _place(short[0]) == _place(long[0]) != ""


def _place(word: str) -> str:
    place = gazetteer.place_for(word)
    return "" if place is None else place.name
