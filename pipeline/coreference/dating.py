"""The date of a cluster: every dating side by side, the best one chosen, and lent to the mentions that have none."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.calendar.interval import Interval
from pipeline.chronology import KnownMatch
from pipeline.coreference.profile import LENDER, Profile, own
from pipeline.model import Agreement, Candidate, Dating, Event, EventMention, Granularity, Inheritance, Step
from pipeline.words import cited

OPEN = 10**7
"""Days; wider than any closed interval, for those with an open side."""

_RANK: dict[Dating, int] = {
    "explicit": 0,
    "event-anchored": 1,
    "publication-relative": 2,
    "anaphoric": 3,
    "inherited": 4,
    "cross-document": 5,
    "undated": 6,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The date of an event: whose it is, how the articles agree, and all datings.

    `giver` is the mention that gives the date; None when nobody does, or when the public chronology does.
    """

    interval: Interval | None
    edtf: str | None
    granularity: Granularity
    dating: Dating
    giver: Profile | None
    agreement: Agreement
    candidates: tuple[Candidate, ...]
    because: str


def verdict(members: Sequence[Profile]) -> Verdict:
    """Choose among the datings of `members`: the best supported where they exclude one another, else the narrowest."""
    groups: dict[Interval, list[Profile]] = defaultdict(list)
    for member in members:
        if member.interval is not None:
            groups[member.interval].append(member)
    known = next((member.known for member in members if member.known), None)
    if known and all(_is_loose(days, given) and days.overlaps(known.interval) for days, given in groups.items()):
        return _by_chronology(known, groups)
    if not groups:
        return Verdict(None, None, "none", "undated", None, "undated", (), _why_undated(members))
    if _exclude_one_another(groups):
        order = sorted(groups.items(), key=lambda item: (_off_record(item[0], known), *_support(*item)))
        settled = known is not None and not _off_record(order[0][0], known)
        reason = "this one agrees with the public record" if settled else "this one has most articles behind it"
        return _verdict(order, "conflicting", f"{len(order)} datings disagree; {reason}")
    order = sorted(groups.items(), key=lambda item: _narrowness(*item))
    given = [profile for _, profiles in order for profile in profiles]
    if len({profile.origin for profile in given if profile.closed}) <= 1:
        # Copies of one text, or "by now" in another, confirm nothing.
        return _verdict(order, "single", f"only {name(given[0])} gives a date")
    same = "all datings agree"
    return _verdict(order, "agreed", same if len(order) == 1 else "the datings agree, and this one is the narrowest")


def _why_undated(members: Iterable[Profile]) -> str:
    """What an article's words would tell, were the day known that they count from; else that none says when."""
    steps = (step for member in members for step in member.mention.trace)
    return next((s.because for s in steps if (s.stage, s.choice) == ("date", "undated")), "no article says when")


def _verdict(order: Sequence[tuple[Interval, list[Profile]]], agreement: Agreement, because: str) -> Verdict:
    giver = min(order[0][1], key=lambda p: (_RANK[p.mention.dating], p.order))
    mention = giver.mention
    candidates = tuple(_candidate(days, given) for days, given in order)
    return Verdict(
        mention.interval, mention.edtf, mention.granularity, mention.dating, giver, agreement, candidates, because
    )


def _is_loose(days: Interval, given: Iterable[Profile]) -> bool:
    """Whether these days only bound the event: one side is open, or they are reckoned from another event's day."""
    return _width(days) == OPEN or all(_is_reckoned(profile) for profile in given)


def _is_reckoned(profile: Profile) -> bool:
    """Within a week before the visit, on the day or the one before: no words of the article name these days."""
    if profile.mention.granularity != "none":
        return False
    near = profile.mention.dating == "publication-relative" and _width(profile.mention.interval) > 1
    return near or profile.mention.dating in ("event-anchored", "inherited")


def _by_chronology(known: KnownMatch, groups: Mapping[Interval, Sequence[Profile]]) -> Verdict:
    days, record = known.interval, known.event
    candidates = (
        Candidate(days, (), ()),
        *(_candidate(days, given) for days, given in sorted(groups.items(), key=repr)),
    )
    because = f"no article names the days; the public record does: {record.title} ({record.source})"
    granularity = _granularity(record.date)
    return Verdict(days, record.date, granularity, "event-anchored", None, "single", candidates, because)


def _granularity(date: str) -> Granularity:
    """Of an EDTF date of the chronology: a span is as fine as its first part."""
    by_parts: tuple[Granularity, ...] = ("year", "month", "day")
    return by_parts[date.partition("/")[0].count("-")]


def _off_record(days: Interval, known: KnownMatch | None) -> bool:
    return known is not None and not days.overlaps(known.interval)


def lend(members: Sequence[Profile], found: Verdict) -> tuple[Inheritance, ...]:
    """The mentions that take the event's date: those without one, and those with a wider one that is only a bound."""
    days = found.interval
    on_record = any(member.known and days and days.overlaps(member.known.interval) for member in members)
    if days is None or (found.agreement == "conflicting" and not on_record):
        return ()
    return tuple(_inheritance(member, found) for member in members if _takes(member, found, days))


def dated(mention: EventMention, inheritance: Inheritance, event: Event) -> EventMention:
    """The mention with the date of its event."""
    mention = own(mention)
    return dataclasses.replace(
        mention,
        interval=event.interval,
        edtf=event.edtf,
        granularity=event.granularity,
        dating=inheritance.dating,
        trace=(*mention.trace, Step(LENDER, inheritance.dating, inheritance.because)),
    )


def name(profile: Profile) -> str:
    """How a trace names the article of a mention: its outlet and day; its title or file name where it has no outlet."""
    document = profile.document
    days = document.published
    first, last = (days.first_day, days.last_day) if days else (None, None)
    return cited(document.outlet, document.title or document.name, first, last)


def _exclude_one_another(groups: Iterable[Interval]) -> bool:
    starts, ends = [], []
    for days in groups:
        starts += [days.start] if days.start is not None else []
        ends += [days.end] if days.end is not None else []
    return bool(starts and ends) and max(starts) >= min(ends)


def _support(days: Interval, given: Sequence[Profile]) -> tuple[int, int, int, object]:
    origins = len({profile.origin for profile in given})
    return (-origins, min(_RANK[p.mention.dating] for p in given), _width(days), min(p.order for p in given))


def _narrowness(days: Interval, given: Sequence[Profile]) -> tuple[int, int, int, object]:
    origins = len({profile.origin for profile in given})
    return (_width(days), min(_RANK[p.mention.dating] for p in given), -origins, min(p.order for p in given))


def _width(days: Interval | None) -> int:
    return OPEN if days is None or days.width is None else days.width


def _candidate(days: Interval, given: Sequence[Profile]) -> Candidate:
    outlets = sorted({p.document.outlet for p in given if p.document.outlet})
    return Candidate(days, tuple(p.mention.mention_id for p in given), tuple(outlets))


def _takes(member: Profile, found: Verdict, days: Interval) -> bool:
    own = member.interval
    if own is None:
        return True
    # A year or a month that the words themselves name stays, and so does what lasts from a known day on; an upper
    # bound, or a day counted from a publication date that is itself a guess, gives way to what an article knows.
    guessed = member.mention.dating == "publication-relative" and own.width != 1
    # What one article reckons it has not named; what another names is news to it.
    elsewhere = found.giver is None or found.giver.document.doc_id != member.document.doc_id
    loose = own.start is None or guessed or (elsewhere and _is_reckoned(member))
    return loose and _width(days) < _width(own) and own.overlaps(days)


def _inheritance(heir: Profile, found: Verdict) -> Inheritance:
    giver = found.giver
    if giver is None:
        return Inheritance(heir.mention.mention_id, "event-anchored", found.because)
    same = heir.document.doc_id == giver.document.doc_id
    where = "elsewhere in this article" if same else f"by {name(giver)}"
    because = f"the same event is dated {where}: “{giver.mention.title}”"
    return Inheritance(heir.mention.mention_id, "inherited" if same else "cross-document", because)
