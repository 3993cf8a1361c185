"""THE ordered list of stages, and the only file where they meet.

read -> recognise -> publication -> resolve -> parse -> events -> cluster
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline import publication, readers, timex
from pipeline.coreference import Clustering
from pipeline.model import Document, EventMention, Issue, Sentence, TemporalExpression
from pipeline.readers import Given
from pipeline.resources import ResourceError
from pipeline.settings.language import PARSED_MOST


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the stages found in one document."""

    document: Document
    timexes: tuple[TemporalExpression, ...]
    mentions: tuple[EventMention, ...]


Dated = tuple[Document, tuple[TemporalExpression, ...]]


def read(paths: Iterable[Path], *, given: Given) -> Iterator[Document | Issue]:
    """The documents of each file, and the reason for everything that was skipped; in the order given, one at a time."""
    for path in paths:
        yield from readers.read_all(path, given=given)


def date(document: Document, *, today: dt.date | None) -> Dated:
    """The document with its publication date, and its temporal expressions resolved against it."""
    expressions = timex.recognise(document)
    dated = publication.decide(document, expressions, today=today)
    return dated, timex.resolve(dated, expressions)


def date_all(
    documents: Sequence[Document], *, today: dt.date | None, together: bool = True
) -> tuple[list[Dated], list[Issue]]:
    """The documents of a batch with their dates, and those that broke a stage.

    What is counted from an event that is dated elsewhere is settled last: over the whole batch when its documents are
    read `together`, else within each of them.
    """
    dated: list[Dated] = []
    broken: list[Issue] = []
    for document in documents:
        try:
            dated.append(date(document, today=today))
        except (ResourceError, ImportError):
            raise
        except Exception as error:
            broken.append(_broken(document, "timex", error))
    if together:
        return timex.across(dated), broken
    return [settled for each in dated for settled in timex.across([each])], broken


def analyse(
    documents: Sequence[Document], *, today: dt.date | None, together: bool = True
) -> Iterator[Reading | Issue]:
    """Dates and events of a batch. A document that breaks a stage is reported and skipped; the rest goes on."""
    dated, broken = date_all(documents, today=today, together=together)
    yield from broken
    for (document, timexes), sentences in zip(dated, _parse([d for d, _ in dated]), strict=True):
        yield from _unread(document)
        try:
            yield Reading(document, timexes, _events(document, sentences, timexes))
        except (ResourceError, ImportError):
            raise
        except Exception as error:
            yield _broken(document, "events", error)


def cluster(readings: Sequence[Reading]) -> Clustering:
    """Mentions of one real event joined across all the readings."""
    from pipeline import coreference

    mentions = [mention for reading in readings for mention in reading.mentions]
    return coreference.cluster([reading.document for reading in readings], mentions)


def _parse(documents: Sequence[Document]) -> Iterator[tuple[Sentence, ...]]:
    # Imported when the first event is asked for: spaCy takes over a second to load, and dates alone do not need it.
    from pipeline import language

    return language.parse(documents)


def _events(
    document: Document, sentences: tuple[Sentence, ...], timexes: tuple[TemporalExpression, ...]
) -> tuple[EventMention, ...]:
    from pipeline import events

    return events.extract(document, sentences, timexes)


def _unread(document: Document) -> Iterator[Issue]:
    """What is said of a document whose events are not read."""
    where, most = document.source_uri, PARSED_MOST.number
    if document.language not in (None, "en"):
        problem = f"it is in another language ({document.language}); its dates are resolved, but events are read in "
        yield Issue(where, "events", "warning", f"{where}: {problem}English only")
    elif len(document.text) > most:
        problem = f"has {len(document.text)} characters, more than {most:.0f}; its dates are resolved, but its events "
        yield Issue(where, "events", "skipped", f"{where}: {problem}were not read: split it into articles")


def _broken(document: Document, stage: str, error: Exception) -> Issue:
    return Issue(
        source_uri=document.source_uri,
        stage=stage,
        severity="skipped",
        message=f"{document.source_uri}: the {stage} stage failed on this text ({type(error).__name__}: {error}); "
        "please report it with the file",
    )
