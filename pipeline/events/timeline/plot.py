"""What the timeline's filters look at."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.events.dating.link import Link
from pipeline.events.reading import Draft, Reading

Deed = tuple[str, frozenset[str]]
"""A type of event and those whom it happens to."""


@dataclass(frozen=True, slots=True)
class Plot:
    """All drafts of an article with their dates."""

    reading: Reading
    drafts: Sequence[Draft]
    links: Mapping[int, Link]
    numbers: Mapping[tuple[int, int], int]
    """(sentence, token) -> number of the draft there."""
    by_sentence: Mapping[int, Sequence[int]]
    """Sentence -> numbers of its drafts, in order."""
    deeds: Mapping[Deed, Sequence[int]]
    """What is done to whom -> numbers of the drafts that tell of it, in order."""
    deeds_by: Mapping[str, Sequence[int]]
    """Actor -> numbers of the drafts that tell what they did, in order."""
    spoke: dict[str, int] = field(default_factory=dict)
    """Speaker -> number of the draft that stands for what they told the outlet."""

    def draft_at(self, sentence: int, token: int | None) -> Draft | None:
        """The draft at this token, if any."""
        number = None if token is None else self.numbers.get((sentence, token))
        return None if number is None else self.drafts[number]

    def beside(self, number: int) -> list[Draft]:
        """The drafts of the same sentence, this one among them, in order."""
        return [self.drafts[n] for n in self.by_sentence[self.drafts[number].sentence]]


def told_by(plot: Plot, actor: str, before: int) -> Iterator[Draft]:
    """The drafts before this number that tell what somebody did, in order."""
    numbers = plot.deeds_by.get(actor, ())
    return (plot.drafts[n] for n in numbers[: bisect_left(numbers, before)])


def has_own_date(found: Link | None) -> bool:
    """Whether an expression or a known event dates the mention itself."""
    if found is None or found.dating in ("inherited", "event-anchored"):
        return False
    return found.expression is not None or found.dating == "cross-document"


def opens_ahead(found: Link | None) -> bool:
    """Whether it is still to come from the day of publication on, and no expression tells when."""
    return (
        found is not None
        and found.expression is None
        and found.interval.start is not None
        and found.interval.end is None
    )


def opens_entry(plot: Plot, number: int) -> bool:
    """Whether it is the main clause of the first sentence of a chronology's entry: what the entry was written for."""
    draft, found = plot.drafts[number], plot.links.get(number)
    tree = plot.reading.trees[draft.sentence]
    if found is None or not found.headed or found.expression is None or tree.tokens[draft.token].dep != "ROOT":
        return False
    between = plot.reading.document.text[found.expression.span.end : tree.sentence.span.start]
    return not any(each.isalpha() for each in between)


def deed_of(draft: Draft) -> Deed:
    """What a draft tells of."""
    return draft.event_type, frozenset(draft.recipients)


def deeds_of(drafts: Sequence[Draft]) -> dict[Deed, list[int]]:
    """The drafts that tell of each deed, by number."""
    found: dict[Deed, list[int]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        found[deed_of(draft)].append(number)
    return dict(found)


def by_actor(drafts: Sequence[Draft]) -> dict[str, list[int]]:
    """The drafts in which each actor does something, by number."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        for name in set(draft.actors):
            found[name].append(number)
    return dict(found)
