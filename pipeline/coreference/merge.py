"""Union-find over pairs, best evidence first, under constraints that hold for whole clusters and not only for pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.calendar.interval import Interval
from pipeline.coreference.block import Pair
from pipeline.coreference.people import meet, rivals, same_doers
from pipeline.coreference.profile import Profile
from pipeline.coreference.score import Evidence, evidence
from pipeline.settings.coreference import COREFERENCE_AMBIGUITY, COREFERENCE_THRESHOLD


@dataclass(frozen=True, slots=True)
class Edge:
    """Two mentions, by index, and why they may be one event."""

    one: int
    other: int
    evidence: Evidence


@dataclass(slots=True)
class Cluster:
    """Mentions, by index, that tell of one event so far, and the edges that joined them."""

    members: list[int]
    edges: list[Edge] = field(default_factory=list)
    known: str | None = None
    supposed: bool = False
    once: bool = False
    equal_sides: bool = False
    alone: bool = False
    explicit_days: set[int] = field(default_factory=set)
    days: Interval | None = None
    doers: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()


def clusters(profiles: Sequence[Profile], candidates: Iterable[Pair]) -> list[Cluster]:
    """Every mention in exactly one cluster; in the order of their first mentions."""
    found = [_single(index, profile) for index, profile in enumerate(profiles)]
    home = list(range(len(profiles)))
    for edge in _edges(profiles, candidates):
        into, other = found[_find(home, edge.one)], found[_find(home, edge.other)]
        if into is other:
            continue
        if _may_join(into, other, disputed=edge.evidence.disputed):
            _join(into, other, edge)
            home[_find(home, edge.other)] = _find(home, edge.one)
    roots = sorted({_find(home, index) for index in range(len(profiles))}, key=lambda root: min(found[root].members))
    return [found[root] for root in roots]


def _edges(profiles: Sequence[Profile], candidates: Iterable[Pair]) -> list[Edge]:
    """Pairs with enough evidence, the best first; without those that would date a mention by a toss of a coin."""
    kept = []
    for one, other in candidates:
        found = evidence(profiles[one], profiles[other])
        if found and found.score >= COREFERENCE_THRESHOLD.number:
            kept.append(Edge(one, other, found))
    torn = _torn(kept, profiles)
    clear = (edge for edge in kept if not _by_chance(edge, torn, profiles))
    return sorted(clear, key=lambda edge: (-edge.evidence.score, edge.one, edge.other))


def _torn(edges: Iterable[Edge], profiles: Sequence[Profile]) -> set[int]:
    """Mentions without a date whose likeliest partners have dates that exclude one another."""
    partners: dict[int, list[tuple[float, Interval]]] = defaultdict(list)
    for edge in edges:
        for mine, other in ((edge.one, edge.other), (edge.other, edge.one)):
            days = profiles[other].interval
            if profiles[mine].interval is None and profiles[mine].known is None and days is not None:
                partners[mine].append((edge.evidence.score, days))
    return {index for index, found in partners.items() if _exclusive(found)}


def _exclusive(partners: list[tuple[float, Interval]]) -> bool:
    best = max(score for score, _ in partners)
    close = [days for score, days in partners if score >= best - COREFERENCE_AMBIGUITY.number]
    starts = [days.start for days in close if days.start is not None]
    ends = [days.end for days in close if days.end is not None]
    return bool(starts and ends) and max(starts) >= min(ends)


def _by_chance(edge: Edge, torn: set[int], profiles: Sequence[Profile]) -> bool:
    one, other = profiles[edge.one], profiles[edge.other]
    return (edge.one in torn and other.interval is not None) or (edge.other in torn and one.interval is not None)


def _single(index: int, profile: Profile) -> Cluster:
    return Cluster(
        members=[index],
        known=profile.known_id,
        supposed=profile.mention.factuality == "hypothetical",
        once=profile.once,
        equal_sides=profile.equal_sides,
        alone=profile.alone,
        explicit_days=set() if profile.explicit_day is None else {profile.explicit_day},
        days=profile.interval,
        doers=profile.doers,
        targets=profile.targets,
    )


def _may_join(one: Cluster, other: Cluster, *, disputed: bool) -> bool:
    if one.known and other.known:
        return one.known == other.known
    return one.supposed == other.supposed and _days_agree(one, other, disputed=disputed) and _people_agree(one, other)


def _days_agree(one: Cluster, other: Cluster, *, disputed: bool) -> bool:
    once = one.once and other.once and one.doers | one.targets == other.doers | other.targets
    if len(one.explicit_days | other.explicit_days) > 1 and not (once or disputed):
        return False
    # Days may lie apart for two mentions that evidence joins in spite of it, but never drift from cluster to cluster.
    lone = len(one.members) == len(other.members) == 1
    return lone or once or disputed or one.days is None or other.days is None or one.days.overlaps(other.days)


def _people_agree(one: Cluster, other: Cluster) -> bool:
    if one.alone:
        return True
    if one.equal_sides:
        return not rivals(one.doers | one.targets, other.doers | other.targets)
    return meet(one.targets, other.targets) and same_doers(one.doers, other.doers)


def _join(into: Cluster, other: Cluster, edge: Edge) -> None:
    into.members += other.members
    into.edges += [*other.edges, edge]
    into.explicit_days |= other.explicit_days
    into.once = into.once and other.once
    into.known = into.known or other.known
    into.doers |= other.doers
    into.targets |= other.targets
    into.days = _common(into.days, other.days)


def _common(one: Interval | None, other: Interval | None) -> Interval | None:
    """The days that all datings share; where two share none, all the days between them."""
    if one is None or other is None:
        return one or other
    return one.intersect(other) or one.hull(other)


def _find(home: list[int], index: int) -> int:
    while home[index] != index:
        home[index] = home[home[index]]
        index = home[index]
    return index
