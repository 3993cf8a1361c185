"""How likely two mentions tell of one event: a veto, or a sum of evidence in which every part says why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.coreference import lexicon, people, times
from pipeline.coreference.callings import of_other_callings
from pipeline.coreference.places import far_apart
from pipeline.coreference.profile import Profile
from pipeline.settings.coreference import COREFERENCE_MATTER_LIKENESS, COREFERENCE_SPEECH_LIKENESS

Part = tuple[float, str]

SURE = 10.0
"""More than any sum of parts: two mentions of one known event."""

RICH = 2
"""Words in common beyond names and trigger, from which on titles speak of one matter and not by chance."""


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
    parts = [part for part in _parts(one, other) if part[0]]
    score = round(sum(weight for weight, _ in parts), 4)
    return Evidence(score, tuple(reason for _, reason in parts if reason), disputed)


def _vetoed(one: Profile, other: Profile) -> bool:
    return (
        not _same_kind(one, other)
        or not times.known_allows(one, other)
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

    Of one day articles may give it differently, and a part of a unit may be left out.
    """
    day = people.whose(one, other) and times.one_day(one, other)
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
        or _rich(one, other)
        or _one_deed(one, other)
    )


def _one_deed(one: Profile, other: Profile) -> bool:
    """Whether the same word of the same one day has the same thing in it, and one side names nobody: a jet crashed."""
    same = one.meaning.lower() == other.meaning.lower() and one.family == other.family != "other"
    day = times.one_day(one, other)
    unnamed = not one.everyone or not other.everyone
    return same and day and unnamed and bool(_common(one.content, other.content, one, other))


def _rich(one: Profile, other: Profile) -> bool:
    return len(_common(one.content, other.content, one, other)) >= RICH


def _same_saying(one: Profile, other: Profile) -> bool:
    """An utterance is the same when the same speaker says about the same on days that agree."""
    if one.speaker is None or other.speaker is None or one.speaker != other.speaker:
        return False
    if one.document.doc_id == other.document.doc_id:
        # Inside one article a speaker says one thing after another; it takes more than a word to be the same thing.
        return (_headline(one, other) or _rich(one, other)) and _titles_agree(one, other)
    dated = one.precise and other.precise
    if not dated and not times.told_together(one, other):
        return False
    return _alike_at_length(one, other) or ((dated or _rich(one, other)) and _titles_agree(one, other))


def _titles_agree(one: Profile, other: Profile) -> bool:
    alike = likeness(one, other)
    if alike is None:
        return lexicon.alike(one.meaning, other.meaning)
    return alike >= COREFERENCE_SPEECH_LIKENESS.number


def _alike_at_length(one: Profile, other: Profile) -> bool:
    """Whether the passages, which say more than the titles, are about one matter."""
    matters = _common(one.passage, other.passage, one, other)
    share = _overlap(one.passage, other.passage, one, other)[1]
    if len(matters) > RICH and share >= COREFERENCE_SPEECH_LIKENESS.number:
        return True
    # Two outlets that quote one speaker on one day mostly report one appearance; a little in common will do.
    return times.one_day(one, other) and len(matters) >= RICH and not matters.isdisjoint(one.content | other.content)


def _disputed(one: Profile, other: Profile) -> bool:
    """Whether articles name different days for what is one event in everything else."""
    if one.explicit_day is None or other.explicit_day is None or one.document.doc_id == other.document.doc_id:
        return False
    if one.explicit_day == other.explicit_day or one.spoken or one.equal_sides:
        return False
    if times.not_twice(one, other):
        return True
    who = people.same_person(one, other) or people.both_sides(one, other)
    return who and _rich(one, other) and (likeness(one, other) or 0) >= 0.5 and times.told_together(one, other)


def likeness(one: Profile, other: Profile) -> float | None:
    """Share of the shorter title's words, beyond names and trigger, that the other has too; None when one has none."""
    names = one.named & other.named
    if not (one.content - names and other.content - names):
        return None
    return _overlap(one.content, other.content, one, other)[1]


def _overlap(some: frozenset[str], others: frozenset[str], one: Profile, other: Profile) -> tuple[int, float]:
    """Number of common words, and their share of the fewer; names of people in both count in neither."""
    names = one.named & other.named
    fewer = min(len(some - names), len(others - names))
    common = len(_common(some, others, one, other))
    return common, common / fewer if fewer else 0.0


def _common(some: frozenset[str], others: frozenset[str], one: Profile, other: Profile) -> frozenset[str]:
    return (some & others) - (one.named & other.named)


def _parts(one: Profile, other: Profile) -> Iterator[Part]:
    yield _words(one, other)
    yield people.part(one, other)
    yield times.part(one, other)
    yield times.nearness(one, other, headline=_headline(one, other))
    yield _place(one, other)
    yield _matter(one, other)
    yield _number(one, other)
    yield _thing(one, other)
    yield (0.1, "the article takes it up again") if _takes_up(one, other) else (0.0, "")


def _words(one: Profile, other: Profile) -> Part:
    first, second = one.meaning.lower(), other.meaning.lower()
    if lexicon.light(first) or lexicon.light(second):
        return (0.0, "")
    if first == second:
        return (0.25, f"both say “{first}”")
    if one.alone:
        return (0.25, f"“{first}” and “{second}” are parts of one such event")
    if lexicon.alike(first, second):
        return (0.2, f"“{first}” and “{second}” mean the same")
    return (0.1, f"“{first}” and “{second}” are both ways of saying")


def _matter(one: Profile, other: Profile) -> Part:
    """What the titles say beyond names and trigger. Inside one article the same verb twice is often two matters."""
    alike = likeness(one, other)
    if alike is None or one.alone or _takes_up(one, other):
        return (0.0, "")
    if one.spoken and _alike_at_length(one, other) and alike < 1:
        return (0.3, "their passages are about one matter")
    body = one.document.doc_id == other.document.doc_id and not _headline(one, other)
    if body and alike < COREFERENCE_MATTER_LIKENESS.number:
        return (-0.3, "one article speaks of two matters")
    if not alike and min(len(one.content - one.named), len(other.content - other.named)) <= 1:
        # One word is all that a short title has; that the other has another says nothing.
        return (0.0, "")
    weight = 0.4 if alike < COREFERENCE_MATTER_LIKENESS.number or _rich(one, other) or body else 0.2
    agrees = f"their titles share {alike:.0%} of their words"
    said = agrees if alike > 0.25 else f"though their titles share {'few words' if alike else 'no word'}"
    return (round(weight * (alike - 0.25), 4), said)


def _takes_up(one: Profile, other: Profile) -> bool:
    """Exchanged prisoners on Saturday. The Saturday swap took place in Sumy: "the", one day, and nobody named anew."""
    first, second = sorted((one, other), key=lambda profile: profile.mention.trigger.start)
    here = first.document.doc_id == second.document.doc_id and first.interval == second.interval
    day = second.interval is not None and second.interval.is_day
    back = second.mention.title.startswith("The ") and not second.everyone and bool(first.everyone)
    return here and day and back and not second.spoken


def _number(one: Profile, other: Profile) -> Part:
    both = sorted(one.counts & other.counts)
    return (0.15, f"{', '.join(both)} in both") if both else (0.0, "")


def _thing(one: Profile, other: Profile) -> Part:
    both = sorted(one.things & other.things)
    return (0.2, f"{', '.join(both)} in both") if both and one.document.doc_id != other.document.doc_id else (0.0, "")


def _headline(one: Profile, other: Profile) -> bool:
    return not {one.mention.block, other.mention.block}.isdisjoint({"headline", "subheading"})


def _place(one: Profile, other: Profile) -> Part:
    here, there = set(one.mention.locations), set(other.mention.locations)
    if not here or not there:
        return (0.0, "")
    return (0.1, "the same place") if here & there else (-0.1, "different places")
