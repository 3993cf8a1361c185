"""Why mentions are one event and it is dated, named and weighed as it is: the steps of its trace."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pipeline.coreference import dating, numbers
from pipeline.coreference.profile import Profile
from pipeline.coreference.told import Told
from pipeline.model import Factuality, Step, Trace
from pipeline.settings.coreference import COREFERENCE_OUTLET_BONUS

CERTAINTY: tuple[Factuality, ...] = ("asserted", "reported", "alleged", "denied", "planned", "hypothetical")
"""From the most certain to the least. An event is as certain as the most certain article has it."""


def trace(told: Told, best: Profile, why_title: Step, importance: float) -> Trace:
    """The steps that made one event of the mentions, its date, title, importance and certainty."""
    steps = [_why_one(told)]
    steps.append(Step("coreference", _shown(told.verdict), told.verdict.because))
    steps += told.verdict.giver.mention.trace if told.verdict.giver else ()
    steps.append(why_title)
    steps.append(_why_important(told.members, importance))
    differing = numbers.differing(told.members)
    if differing:
        steps.append(Step("coreference", "numbers differ", f"articles differ: {' | '.join(differing)}"))
    levels = _levels(told.members)
    if len(levels) > 1:
        several = len({p.document.doc_id for p in told.members}) > 1
        who = "articles differ" if several else "passages of the article differ"
        steps.append(Step("factuality", best.mention.factuality, f"{who}: {'; '.join(levels)}"))
    return tuple(steps)


def why_title(best: Profile, title: str, flaws: Sequence[str]) -> Step:
    """Why an event has this title, and what is amiss with it."""
    if title != best.mention.title:
        return Step("title", title, "title of the public record: no article has it in a whole clause")
    because = f"the best title any article gives, though: {', '.join(flaws)}" if flaws else "the title that says most"
    return Step("title", title, f"{because}; from {dating.name(best)}")


def _why_important(members: Sequence[Profile], importance: float) -> Step:
    top = max(members, key=lambda p: (p.mention.importance, p.order))
    further = len({p.origin for p in members}) - 1
    more = (
        f", and {COREFERENCE_OUTLET_BONUS.number:g} for each of {_number(further, 'further origin')}" if further else ""
    )
    because = f"{top.mention.importance:.2f} for its most important mention, by {dating.name(top)}{more}"
    return Step("importance", f"importance {importance:.2f}", because)


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
