"""How likely two mentions tell of one event: a veto, or a sum of evidence in which every part says why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.calendar.interval import Interval
from pipeline.coreference import lexicon
from pipeline.coreference.profile import Profile, widened
from pipeline.settings import (
    COREFERENCE_COPY_DAYS,
    COREFERENCE_DATE_SLACK,
    COREFERENCE_MATTER_LIKENESS,
    COREFERENCE_PRECISE_DAYS,
    COREFERENCE_SPEECH_LIKENESS,
)

Part = tuple[float, str]

SURE = 10.0
"""More than any sum of parts: two mentions of one known event."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sum of the parts, and their reasons in plain English."""

    score: float
    reasons: tuple[str, ...]


def evidence(one: Profile, other: Profile) -> Evidence | None:
    """The evidence that both tell of one event; None when something speaks against it."""
    if one.known and one.known_id == other.known_id:
        return Evidence(SURE, ("both name the same known event",))
    if _vetoed(one, other):
        return None
    parts = [part for part in _parts(one, other) if part[0]]
    return Evidence(round(sum(weight for weight, _ in parts), 4), tuple(reason for _, reason in parts if reason))


def _vetoed(one: Profile, other: Profile) -> bool:
    return (
        one.known_id != other.known_id
        or one.family != other.family
        or not lexicon.alike(one.mention.lemma, other.mention.lemma)
        or not _one_world(one, other)
        or not _same_people(one, other)
        or not _dates_allow(one, other)
        or (one.spoken and not _same_saying(one, other))
    )


def _one_world(one: Profile, other: Profile) -> bool:
    """A supposed event is not an actual one, and in one article a denied event is not one that took place."""
    if (one.mention.factuality == "hypothetical") != (other.mention.factuality == "hypothetical"):
        return False
    same_article = one.document.doc_id == other.document.doc_id
    return not same_article or one.mention.polarity == other.mention.polarity


def _same_people(one: Profile, other: Profile) -> bool:
    """Whether nobody on either side is put in somebody else's place. Who is not named may be anyone."""
    if not meet(one.everyone, other.everyone):
        return False
    return one.equal_sides or (meet(one.targets, other.targets) and meet(one.doers, other.doers))


def meet(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two sets of names can be the same: one is empty, they share a name, or a state and who acts for it."""
    if not some or not others:
        return True
    return not some.isdisjoint(widened(others)) or not others.isdisjoint(widened(some))


def _dates_allow(one: Profile, other: Profile) -> bool:
    if one.interval is None or other.interval is None or one.interval.overlaps(other.interval):
        return True
    if one.document.doc_id == other.document.doc_id:
        return False
    if one.once and other.once and one.everyone == other.everyone:
        return True
    if one.explicit_day is not None and other.explicit_day is not None:
        return False
    return _gap(one.interval, other.interval) < COREFERENCE_DATE_SLACK.number


def _gap(one: Interval, other: Interval) -> float:
    """Days between two intervals that share none."""
    first, second = (one, other) if (one.end or 0) <= (other.start or 0) else (other, one)
    return (second.start or 0) - (first.end or 0)


def _same_saying(one: Profile, other: Profile) -> bool:
    """An utterance is the same when the same speaker says about the same on days that agree."""
    if one.speaker is None or other.speaker is None or one.speaker != other.speaker:
        return False
    if one.document.doc_id != other.document.doc_id and not (one.precise and other.precise):
        return False
    alike = likeness(one, other)
    return alike is None or alike >= COREFERENCE_SPEECH_LIKENESS.number


def likeness(one: Profile, other: Profile) -> float | None:
    """Share of the shorter title's words, beyond names and trigger, that the other has too; None when one has none."""
    fewer = min(len(one.content), len(other.content))
    return len(one.content & other.content) / fewer if fewer else None


def _parts(one: Profile, other: Profile) -> Iterator[Part]:
    same = one.mention.lemma.lower() == other.mention.lemma.lower()
    yield (
        (0.25, f"both say “{one.mention.lemma}”")
        if same
        else (0.2, f"“{one.mention.lemma}” and “{other.mention.lemma}” mean the same")
    )
    yield _people(one, other)
    yield _days(one, other)
    yield _near(one, other)
    yield _place(one, other)
    yield _matter(one, other)


def _matter(one: Profile, other: Profile) -> Part:
    """What the titles say beyond names and trigger. Inside one article the same verb twice is often two matters."""
    alike = likeness(one, other)
    if alike is None:
        return (0.0, "")
    body = one.document.doc_id == other.document.doc_id and not _headline(one, other)
    if body and alike < COREFERENCE_MATTER_LIKENESS.number:
        return (-0.3, "one article speaks of two matters")
    return (round(0.4 * (alike - 0.25), 4), f"their titles share {alike:.0%} of their words")


def _headline(one: Profile, other: Profile) -> bool:
    return not {one.mention.block, other.mention.block}.isdisjoint({"headline", "subheading"})


def _people(one: Profile, other: Profile) -> Part:
    shared = one.everyone & other.everyone
    names = ", ".join(sorted(shared))
    fewer = min(len(one.everyone), len(other.everyone))
    if one.once and other.once and shared:
        return (0.5, f"{names} in both, and this happens to someone only once")
    if len(shared) >= 2 and len(shared) == fewer:
        return (0.3, f"{names} in both")
    if shared:
        return (0.2, f"{names} in both")
    if one.everyone and other.everyone and meet(one.everyone, other.everyone):
        return (0.1, "who is named acts for the same state")
    return (0.0, "")


def _days(one: Profile, other: Profile) -> Part:
    first, second = one.interval, other.interval
    if first is None or second is None:
        return (0.0, "")
    narrow, wide = sorted((first.width or 10**6, second.width or 10**6))
    if not first.overlaps(second):
        return (0.0 if one.once else -0.2, "their dates lie apart")
    if first == second:
        return (0.4, "the same date") if one.precise else (0.25, "the same span of time")
    if wide >= 10**6:
        return (0.0, "")
    if wide <= COREFERENCE_PRECISE_DAYS.number:
        return (0.3, "dates that agree")
    return (0.05, "one date lies within the other") if wide <= 31 * narrow else (-0.15, "one date is far wider")


def _near(one: Profile, other: Profile) -> Part:
    """For a mention without a date: one article, copies of one text, or articles of the same days."""
    if one.interval is not None and other.interval is not None:
        return (0.0, "")
    if one.document.doc_id == other.document.doc_id:
        return (0.25, "headline and text of one article") if _headline(one, other) else (0.15, "the same article")
    if one.origin == other.origin:
        return (0.3, "copies of one text")
    first, second = one.document.published, other.document.published
    if first is None or second is None:
        return (-0.2, "articles of unknown days")
    near = first.overlaps(second) or _gap(first, second) < COREFERENCE_COPY_DAYS.number
    return (0.1, "articles of the same days") if near else (-0.3, "articles of different times")


def _place(one: Profile, other: Profile) -> Part:
    here, there = set(one.mention.locations), set(other.mention.locations)
    if not here or not there:
        return (0.0, "")
    return (0.1, "the same place") if here & there else (-0.1, "different places")
