"""A cluster of mentions as one event: title, participants, how certain, how important, and why it is one."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from pipeline.coreference import dating, headline
from pipeline.coreference.known import UNTYPED
from pipeline.coreference.profile import Profile
from pipeline.coreference.reasons import CERTAINTY, trace, why_title
from pipeline.coreference.told import Told
from pipeline.model import Event, EventMention, Factuality
from pipeline.settings.coreference import COREFERENCE_OUTLET_BONUS
from pipeline.vocabulary import TOLD

FRESH = 7
"""Days after an event within which an article still reports it as news."""
LONE = 3
"""How many times as many articles must name another before one that few name is taken for a misreading."""


def events(told: Sequence[Told]) -> tuple[Event, ...]:
    """One event each, in the order of their first mentions."""
    same: dict[str, int] = defaultdict(int)
    made = []
    for each in sorted(told, key=lambda each: each.members[0].order):
        rank, same[each.base] = same[each.base], same[each.base] + 1
        made.append(
            _event(each, hashlib.sha256(f"{each.base}|{rank}".encode("utf-8", "surrogatepass")).hexdigest()[:16])
        )
    return tuple(made)


def _event(told: Told, event_id: str) -> Event:
    members, verdict = told.members, told.verdict
    ranked = sorted(members, key=_telling) if len(members) > 1 else members
    best = ranked[0]
    flaws = headline.flaws(best)
    title = _title(best, members, flaws)
    return Event(
        event_id=event_id,
        mention_ids=tuple(p.mention.mention_id for p in ranked),
        doc_ids=tuple(dict.fromkeys(p.document.doc_id for p in ranked)),
        title=title,
        event_type=_type(members),
        mode=next(iter(_commonest(members, lambda p: (p.mention.mode,) if p.mention.mode else ())), None),
        interval=verdict.interval,
        edtf=verdict.edtf,
        granularity=verdict.granularity,
        dating=verdict.dating,
        agreement=verdict.agreement,
        candidates=verdict.candidates,
        actors=_agreed(members, lambda p: p.mention.actors),
        recipients=_affected(members),
        locations=_agreed(members, lambda p: p.mention.locations),
        claimants=_claimants(members),
        factuality=_factuality(members),
        outlets=tuple(sorted({p.document.outlet for p in members if p.document.outlet})),
        importance=_importance(members),
        on_timeline=any(_belongs(p.mention, dated=verdict.interval is not None) for p in members),
        trace=trace(told, best, why_title(best, title, flaws), _importance(members)),
        inherited=dating.lend(members, verdict),
        lacks_only_date=any(p.mention.lacks_only_date for p in members),
        origins=len({p.origin for p in members}),
    )


def _belongs(mention: EventMention, *, dated: bool) -> bool:
    """Whether a mention puts its event on the timeline; one that only lacks a date does once the others give it."""
    return mention.on_timeline or (dated and mention.lacks_only_date)


def _telling(profile: Profile) -> tuple[object, ...]:
    """Sorts first the mention whose title says most: plotted, actual, a whole clause, of its time, with names."""
    mention = profile.mention
    named = len(mention.actors) + len(mention.recipients) + len(mention.locations)
    return (
        not mention.on_timeline,
        CERTAINTY.index(mention.factuality) > CERTAINTY.index("alleged"),
        len(headline.flaws(profile)),
        CERTAINTY.index(mention.factuality),
        mention.interval is None,
        _looks_back(profile),
        mention.block != "headline",
        -headline.full_names(profile),
        -round(mention.importance, 2),
        -named,
        profile.order,
    )


def _looks_back(profile: Profile) -> bool:
    """Whether the article appeared long after what it tells of: a report of the day comes before a later mention."""
    days, published = profile.mention.interval, profile.document.published
    if days is None or days.end is None or published is None or published.start is None:
        return False
    return published.start - days.end > FRESH


def _title(best: Profile, members: Sequence[Profile], flaws: Sequence[str]) -> str:
    """That of the best mention; where no article has a whole clause for a known event, the public record's."""
    known = next((member.known for member in members if member.known), None)
    thin = {"no clause", "under four words"} & set(flaws)
    return known.event.title if known and thin else best.mention.title


def _factuality(members: Sequence[Profile]) -> Factuality:
    """That of the most certain mention."""
    return min((p.mention.factuality for p in members), key=CERTAINTY.index)


def _claimants(members: Sequence[Profile]) -> tuple[str, ...]:
    """Who says that it is so: of what anybody says has happened, neither who denies it nor who plans it."""
    shown = _factuality(members)
    same = TOLD if shown in TOLD else (shown,)
    said = [p for p in members if p.mention.factuality in same]
    return _commonest(said, lambda p: (p.mention.claimant,) if p.mention.claimant else ())


def _type(members: Sequence[Profile]) -> str:
    """The commonest type that says something."""
    types = _commonest(members, lambda p: (p.mention.event_type,))
    return next((kind for kind in types if kind != UNTYPED), UNTYPED)


def _commonest(members: Sequence[Profile], cells: Callable[[Profile], Iterable[str]]) -> tuple[str, ...]:
    """The values over all members, the most frequent first, ties in the order of the articles."""
    if len(members) == 1:
        return tuple(dict.fromkeys(cells(members[0])))
    counts = Counter(cell for member in members for cell in dict.fromkeys(cells(member)))
    return tuple(value for value, _ in counts.most_common())


def _agreed(members: Sequence[Profile], cells: Callable[[Profile], Iterable[str]]) -> tuple[str, ...]:
    """The commonest first; where many articles tell of it, without those that a lone article has against the rest."""
    if len(members) == 1:
        return _commonest(members, cells)
    told: dict[str, set[str]] = defaultdict(set)
    for member in members:
        for cell in cells(member):
            told[cell].add(member.document.doc_id)
    most = max(map(len, told.values()), default=0)
    return tuple(cell for cell in _commonest(members, cells) if len(told[cell]) * LONE > most)


def _affected(members: Sequence[Profile]) -> tuple[str, ...]:
    """The recipients of the mentions; who does it in another mention, or met the others, stands there alone."""
    doers = _agreed(members, lambda p: p.mention.actors)
    return tuple(name for name in _agreed(members, lambda p: p.mention.recipients) if name not in doers)


def _importance(members: Sequence[Profile]) -> float:
    """That of the most important mention, and more for each further article that is no copy of another."""
    origins = len({p.origin for p in members})
    bonus = COREFERENCE_OUTLET_BONUS.number * (origins - 1)
    return round(min(1.0, max(p.mention.importance for p in members) + bonus), 6)
