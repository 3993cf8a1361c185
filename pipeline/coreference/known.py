"""Mentions that name an event of the public chronology: its name joins them, wherever they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pipeline.chronology import KnownMatch, known_events_in
from pipeline.coreference import lexicon
from pipeline.model import Document, EventMention

Matches = dict[str, KnownMatch]


def matches(documents: Iterable[Document], mentions: Iterable[EventMention]) -> Matches:
    """mention_id -> the known event whose name the trigger is part of."""
    by_document: dict[str, list[EventMention]] = defaultdict(list)
    for mention in mentions:
        by_document[mention.doc_id].append(mention)
    found: Matches = {}
    for document in documents:
        named = known_events_in(document.text, on=document.published)
        for mention in by_document[document.doc_id] if named else ():
            match = _named(mention, named)
            if match:
                found[mention.mention_id] = match
    return found


def _named(mention: EventMention, named: Sequence[KnownMatch]) -> KnownMatch | None:
    """The match that holds the trigger: of one family with the mention first, then the one with most words."""
    over = [match for match in named if match.span.overlaps(mention.trigger) and not _another(mention, match)]
    family = lexicon.family(mention.event_type).family
    return min(
        over,
        key=lambda m: (
            lexicon.family(m.event.event_type).family != family,
            m.span.start - m.span.end,
            m.event.event_id,
        ),
        default=None,
    )


def _another(mention: EventMention, match: KnownMatch) -> bool:
    """Whether the article dates the mention, in full, to other days; or tells of something that did not happen."""
    elsewhere = mention.interval is not None and not mention.interval.overlaps(match.interval)
    return (elsewhere and mention.dating == "explicit") or mention.factuality == "hypothetical"
