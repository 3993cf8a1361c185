"""How likely two mentions tell of one event: a veto, or a sum of evidence in which every part says why."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.coreference import lexicon, people, times
from pipeline.coreference.callings import of_other_callings
from pipeline.coreference.matter import alike_at_length, common, likeness, rich, titles_agree
from pipeline.coreference.parts import in_headline, parts
from pipeline.coreference.places import far_apart
from pipeline.coreference.profile import Profile

SURE = 10.0
"""More than any sum of parts: two mentions of one known event."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sum of the parts, and their reasons in plain English. `disputed`: though articles name different days."""

    score: float
    reasons: tuple[str, ...]
    disputed: bool = False


def evidence(one: Profile, other: Profile) -> Evidence | None:
    """The evidence that both tell of one event; None when something speaks against it."""
    if one.known and one.known_id == other.known_id:
        return Evidence(SURE, ("both name the same known event",))
    if _vetoed(one, other):
        return None
    disputed = _disputed(one, other)
    if not disputed and not times.allow(one, other):
        return None
    found = [part for part in parts(one, other) if part[0]]
    score = round(sum(weight for weight, _ in found), 4)
    return Evidence(score, tuple(reason for _, reason in found if reason), disputed)


def _vetoed(one: Profile, other: Profile) -> bool:
    return (
        not _same_kind(one, other)
        or not times.known_allows(one, other)
        or times.lent_to_nothing(one, other)
        or not _one_world(one, other)
        or not people.same(one, other)
        or not _common_ground(one, other)
        or _other_length(one, other)
        or far_apart(one, other)
        or of_other_callings(one, other)
        or (one.spoken and not _same_saying(one, other))
    )


def _same_kind(one: Profile, other: Profile) -> bool:
    """Whether both can be one kind of happening. A type that says nothing leaves it to the words."""
    if one.family != other.family and "OTHER" not in {one.mention.event_type, other.mention.event_type}:
        return False
    if lexicon.alike(one.meaning, other.meaning) or (one.alone and other.alone):
        return True
    return one.spoken and other.spoken and lexicon.says(one.meaning) and lexicon.says(other.meaning)


def _one_world(one: Profile, other: Profile) -> bool:
    """A supposed event is not an actual one; what did not happen is what did only where both sides name its day."""
    if (one.mention.factuality == "hypothetical") != (other.mention.factuality == "hypothetical"):
        return False
    if one.mention.polarity == other.mention.polarity:
        return True
    return one.document.doc_id != other.document.doc_id and one.precise and other.precise


def _other_length(one: Profile, other: Profile) -> bool:
    """Whether each gives a length of time that is not the other's: a sentence of two years is not one of eight.

    Of one day two articles may give it differently, and a part of a unit may be left out.
    """
    apart = one.document.doc_id != other.document.doc_id
    day = apart and people.whose(one, other) and times.one_day(one, other)
    both = one.lengths.keys() & other.lengths.keys()
    return not day and any(_apart(one.lengths[unit], other.lengths[unit]) for unit in both)


def _apart(some: frozenset[float], others: frozenset[float]) -> bool:
    return all(abs(one - other) >= 1 for one in some for other in others)


def _common_ground(one: Profile, other: Profile) -> bool:
    """Whether something beyond kind and day is shared: who, where, how many, or what about."""
    return (
        one.document.doc_id == other.document.doc_id
        or one.alone
        or people.shared(one, other)
        or not set(one.mention.locations).isdisjoint(other.mention.locations)
        or not one.counts.isdisjoint(other.counts)
        or rich(one, other)
        or _one_deed(one, other)
    )


def _one_deed(one: Profile, other: Profile) -> bool:
    """Whether the same word of the same one day has the same thing in it, and one side names nobody: a jet crashed."""
    same = one.meaning.lower() == other.meaning.lower() and one.family == other.family != "other"
    day = times.one_day(one, other)
    unnamed = not one.everyone or not other.everyone
    return same and day and unnamed and bool(common(one.content, other.content, one, other))


def _same_saying(one: Profile, other: Profile) -> bool:
    """An utterance is the same when the same speaker says about the same on days that agree."""
    if one.speaker is None or other.speaker is None or one.speaker != other.speaker:
        return False
    if one.document.doc_id == other.document.doc_id:
        # Inside one article a speaker says one thing after another; it takes more than a word to be the same thing.
        return (in_headline(one, other) or rich(one, other)) and titles_agree(one, other)
    dated = one.precise and other.precise
    if not dated and not times.told_together(one, other):
        return False
    return alike_at_length(one, other) or ((dated or rich(one, other)) and titles_agree(one, other))


def _disputed(one: Profile, other: Profile) -> bool:
    """Whether articles name different days for what is one event in everything else."""
    if one.explicit_day is None or other.explicit_day is None or one.document.doc_id == other.document.doc_id:
        return False
    if one.explicit_day == other.explicit_day or one.spoken or one.equal_sides:
        return False
    if times.not_twice(one, other):
        return True
    who = people.same_person(one, other) or people.both_sides(one, other)
    return who and rich(one, other) and (likeness(one, other) or 0) >= 0.5 and times.told_together(one, other)
