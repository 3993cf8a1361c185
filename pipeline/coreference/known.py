"""Mentions that name an event of the public chronology: its name joins them, wherever they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pipeline.chronology import KnownMatch, known_events_in
from pipeline.coreference import lexicon
from pipeline.model import Document, EventMention

Matches = dict[str, KnownMatch]

UNTYPED = "OTHER"
"""The event type that says nothing."""


def matches(documents: Iterable[Document], mentions: Iterable[EventMention]) -> Matches:
    """mention_id -> the known event that the mention names: its trigger is part of the name, its type fits."""
    by_document: dict[str, list[EventMention]] = defaultdict(list)
    for mention in mentions:
        by_document[mention.doc_id].append(mention)
    found: Matches = {}
    for document in documents:
        told = by_document[document.doc_id]
        named = known_events_in(document.text, on=document.published) if told else ()
        for match in sorted(named, key=lambda match: match.span.start - match.span.end):
            over = [
                mention for mention in told if match.span.overlaps(mention.trigger) and not _another(mention, match)
            ]
            for mention in _fitting(over, match):
                found.setdefault(mention.mention_id, match)
    return found


def _fitting(over: Sequence[EventMention], match: KnownMatch) -> Sequence[EventMention]:
    """Of the mentions inside a name, those of the event's own family; a lone one without a type of its own will do."""
    family = lexicon.family(match.event.event_type).family
    own = [mention for mention in over if lexicon.family(mention.event_type).family == family]
    # Has regularly freed prisoners, Orlov among them in June: what has days is the known event, and no sum of many.
    own = [mention for mention in own if _has_days(mention)] or own
    untyped = [mention for mention in over if mention.event_type == UNTYPED]
    return own or sorted(untyped, key=lambda mention: (mention.trigger, mention.mention_id))[:1]


def _has_days(mention: EventMention) -> bool:
    return mention.interval is not None and mention.interval.width is not None


def _another(mention: EventMention, match: KnownMatch) -> bool:
    """Whether the article dates the mention, in full, to other days; or tells of something that did not happen."""
    elsewhere = mention.interval is not None and not mention.interval.overlaps(match.interval)
    return (elsewhere and mention.dating == "explicit") or mention.factuality == "hypothetical"
