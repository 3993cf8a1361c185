"""A cluster of mentions as one event: title, participants, how certain, how important, and why it is one."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pipeline.coreference import dating, headline, numbers
from pipeline.coreference.known import UNTYPED
from pipeline.coreference.merge import Cluster
from pipeline.coreference.profile import Profile
from pipeline.model import Event, EventMention, Factuality, Step, Trace
from pipeline.settings.coreference import COREFERENCE_OUTLET_BONUS
from pipeline.vocabulary import TOLD

FRESH = 7
"""Days after an event within which an article still reports it as news."""
LONE = 3
"""How many times as many articles must name another before one that few name is taken for a misreading."""

CERTAINTY: tuple[Factuality, ...] = ("asserted", "reported", "alleged", "denied", "planned", "hypothetical")
"""From the most certain to the least. An event is as certain as the most certain article has it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A cluster, its profiles in order, and the verdict on its date."""

    cluster: Cluster
    members: tuple[Profile, ...]
    verdict: dating.Verdict

    @property
    def base(self) -> str:
        """What names the event: what its first article says. Where the words stand is left out: edits rename little."""
        first = self.members[0]
        if first.known_id:
            return f"known|{first.known_id}"
        return "|".join((first.document.name, first.mention.event_type, first.mention.lemma, first.mention.title))


def tell(found: Iterable[Cluster], profiles: Sequence[Profile]) -> list[Told]:
    """The clusters with their mentions and dates."""
    told = []
    for cluster in found:
        members = tuple(profiles[index] for index in sorted(cluster.members))
        told.append(Told(cluster, members, dating.verdict(members)))
    return told


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
        trace=_trace(told, best, _why_title(best, title, flaws)),
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


def _trace(told: Told, best: Profile, why_title: Step) -> Trace:
    steps = [_why_one(told)]
    steps.append(Step("coreference", _shown(told.verdict), told.verdict.because))
    steps += told.verdict.giver.mention.trace if told.verdict.giver else ()
    steps.append(why_title)
    steps.append(_why_important(told.members))
    differing = numbers.differing(told.members)
    if differing:
        steps.append(Step("coreference", "numbers differ", f"articles differ: {' | '.join(differing)}"))
    levels = _levels(told.members)
    if len(levels) > 1:
        several = len({p.document.doc_id for p in told.members}) > 1
        who = "articles differ" if several else "passages of the article differ"
        steps.append(Step("factuality", best.mention.factuality, f"{who}: {'; '.join(levels)}"))
    return tuple(steps)


def _why_title(best: Profile, title: str, flaws: Sequence[str]) -> Step:
    if title != best.mention.title:
        return Step("title", title, "title of the public record: no article has it in a whole clause")
    because = f"the best title any article gives, though: {', '.join(flaws)}" if flaws else "the title that says most"
    return Step("title", title, f"{because}; from {dating.name(best)}")


def _why_important(members: Sequence[Profile]) -> Step:
    top = max(members, key=lambda p: (p.mention.importance, p.order))
    further = len({p.origin for p in members}) - 1
    more = (
        f", and {COREFERENCE_OUTLET_BONUS.number:g} for each of {_number(further, 'further origin')}" if further else ""
    )
    because = f"{top.mention.importance:.2f} for its most important mention, by {dating.name(top)}{more}"
    return Step("importance", f"importance {_importance(members):.2f}", because)


def _why_one(told: Told) -> Step:
    members = told.members
    articles, origins = len({p.document.doc_id for p in members}), len({p.origin for p in members})
    counted = f"{_number(len(members), 'mention')} in {_number(articles, 'article')}, {_number(origins, 'origin')}"
    if len(members) == 1:
        return Step("coreference", counted, "no other mention tells of the same event")
    weakest = min(told.cluster.edges, key=lambda edge: edge.evidence.score)
    return Step("coreference", counted, f"joined because of: {'; '.join(weakest.evidence.reasons)}")


def _shown(verdict: dating.Verdict) -> str:
    if verdict.interval is None:
        return "undated"
    first, last = verdict.interval.iso()
    return f"{first}" if first == last else f"{first or '..'}/{last or '..'}"


def _levels(members: Sequence[Profile]) -> list[str]:
    held: dict[Factuality, set[str]] = defaultdict(set)
    for member in members:
        held[member.mention.factuality].add(dating.name(member))
    return [f"{level} by {', '.join(sorted(held[level]))}" for level in CERTAINTY if level in held]


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
