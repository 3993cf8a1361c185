"""Mentions of one real event, within an article and across articles, become one event.

Pairs of mentions that are near in time, of one kind and share a participant are compared (block); evidence is summed,
and some things rule a pair out (score); the best pairs are joined first under constraints on whole clusters (merge);
dates that disagree stay side by side, and a date that one article gives flows to the mentions without one (dating).
The outcome does not depend on the order of the input.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.coreference import block, dating, event, known, merge
from pipeline.coreference.origins import origins
from pipeline.coreference.profile import profiles
from pipeline.coreference.score import Evidence
from pipeline.coreference.told import tell
from pipeline.model import Document, Event, EventMention


@dataclass(frozen=True, slots=True)
class Clustering:
    """The mentions as given, in the order given, some now with a date from elsewhere; and the events they tell of."""

    mentions: tuple[EventMention, ...]
    events: tuple[Event, ...]


def cluster(documents: Sequence[Document], mentions: Sequence[EventMention]) -> Clustering:
    """Join the mentions of each real event.

    Args:
        documents: every article that a mention stands in, once.
        mentions: with the dates that their own articles give them.
    """
    found = profiles(documents, mentions, origins(documents), known.matches(documents, mentions))
    told = tell(merge.clusters(found, block.pairs(found)), found)
    made = event.events(told)
    return Clustering(_with_lent_dates(mentions, made), made)


def one(documents: Sequence[Document], mentions: Sequence[EventMention], *, because: str) -> Event:
    """All the mentions as one event, whatever speaks for or against it: for those that somebody joined by hand.

    Args:
        documents: every article that a mention stands in, once.
        mentions: at least one, with the dates that their own articles give them.
        because: who joined them and why, for the trace.
    """
    found = profiles(documents, mentions, origins(documents), known.matches(documents, mentions))
    joined = [merge.Edge(0, index, Evidence(0, (because,))) for index in range(1, len(found))]
    (made,) = event.events(tell([merge.Cluster([*range(len(found))], joined)], found))
    return made


def _with_lent_dates(mentions: Sequence[EventMention], made: Sequence[Event]) -> tuple[EventMention, ...]:
    heirs = {heir.mention_id: (heir, each) for each in made for heir in each.inherited}
    return tuple(
        dating.dated(mention, *heirs[mention.mention_id]) if mention.mention_id in heirs else mention
        for mention in mentions
    )
