"""Commands that read articles and print what they found as JSON lines; the store is not touched."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline import copies, flow, readers, versions
from pipeline.commands import arguments as arg
from pipeline.commands import outcome, summary
from pipeline.flow import Reading
from pipeline.interface import Record, event_record, line, publication_record, timex_record
from pipeline.markup import timeml
from pipeline.model import Document, Issue
from pipeline.readers import Given
from pipeline.timex import resolve_text
from pipeline.words import visible


def publication(
    paths: arg.Paths,
    published: arg.Published = None,
    outlet: arg.OutletName = None,
    today: arg.Today = None,
    columns: arg.Columns = None,
) -> None:
    """Print when and by whom each article was published, and why: one JSON line per article.

    Example: python -m pipeline publication articles/ --today 2025-01-31
    """
    given = arg.given(published, outlet, columns)
    limit = arg.limit(today, given.published)
    documents, issues = _documents(paths, given)
    found, broken = flow.date_all(documents, today=limit)
    _print(publication_record(dated) for dated, _ in found)
    _finish([*issues, *broken])


class TimexFormat(StrEnum):
    """How `timex` writes what it found."""

    JSONL = "jsonl"
    TIMEML = "timeml"


FormatName = Annotated[TimexFormat, typer.Option("--format", help="JSON lines, or the text with inline TIMEX3 tags.")]


def timex(
    paths: arg.Paths,
    published: arg.Published = None,
    outlet: arg.OutletName = None,
    today: arg.Today = None,
    columns: arg.Columns = None,
    form: FormatName = TimexFormat.JSONL,
) -> None:
    """Print every temporal expression (words that name a time), its date, and why: one JSON line per expression.

    Example: python -m pipeline timex article.txt --published 2022-07-12
    """
    given = arg.given(published, outlet, columns)
    limit = arg.limit(today, given.published)
    documents, issues = _documents(paths, given)
    found, broken = flow.date_all(documents, today=limit)
    for dated, timexes in found:
        if form is TimexFormat.TIMEML:
            sys.stdout.write(timeml(dated, timexes))
        else:
            _print(timex_record(dated, each) for each in sorted(timexes, key=lambda t: t.span))
    _finish([*issues, *broken])


def events(
    paths: arg.Paths,
    published: arg.Published = None,
    outlet: arg.OutletName = None,
    today: arg.Today = None,
    columns: arg.Columns = None,
) -> None:
    """Find what happened, when, who, and who says so: one JSON line a mention.

    Mentions of one real event, over all the articles, share an event_id. Of versions of one article the newest tells.
    Example: python -m pipeline events articles/
    """
    given = arg.given(published, outlet, columns)
    limit = arg.limit(today, given.published)
    documents, issues = _documents(paths, given)
    found = list(flow.analyse(documents, today=limit))
    readings = [reading for reading in found if isinstance(reading, Reading)]
    old = versions.superseded([reading.document for reading in readings])
    gone = {each.document.doc_id for each in old}
    _print(_event_records([reading for reading in readings if reading.document.doc_id not in gone]))
    earlier = (versions.issue(each, "its events are left out") for each in old)
    _finish([*issues, *(issue for issue in found if isinstance(issue, Issue)), *earlier])


def resolve(
    phrase: Annotated[
        str,
        typer.Argument(metavar="PHRASE", help='Words as an article has them: "on Monday".', show_default=False),
    ],
    published: arg.Published = None,
) -> None:
    """Explain one phrase: what it means, which days it names, and why.

    Example: python -m pipeline resolve "a day earlier, on Monday" --published 2022-07-12
    """
    found = resolve_text(phrase, arg.interval("--published", published))
    if not found:
        raise arg.BadArgumentError(
            f'no temporal expression in “{phrase}”; give words that name a time, such as "on Monday"'
        )
    for timex in sorted(found, key=lambda t: t.span):
        typer.echo(visible(summary.resolved(timex)))
    if published is None and any(timex.interval is None for timex in found):
        typer.echo("add  --published 2022-07-12  (the day the article was published) to resolve it", err=True)


def _event_records(readings: Sequence[Reading]) -> Iterator[Record]:
    clustering = flow.cluster(readings)
    event_of = {mention: event.event_id for event in clustering.events for mention in event.mention_ids}
    documents = {reading.document.doc_id: reading.document for reading in readings}
    order = {doc_id: place for place, doc_id in enumerate(documents)}
    for mention in sorted(clustering.mentions, key=lambda m: (order[m.doc_id], m.trigger, m.mention_id)):
        yield event_record(documents[mention.doc_id], mention, event_of.get(mention.mention_id))


def _documents(paths: Sequence[Path], given: Given) -> tuple[list[Document], list[Issue]]:
    """The articles in the order of the output (by name), each once, and what is said of the others."""
    found, passed_over = arg.files(paths)
    read = list(flow.read(found, given=given))
    documents, twins = copies.one_of_each([document for document in read if isinstance(document, Document)])
    remarks = [remark for document in documents for remark in readers.remarks(document)]
    skipped = [*passed_over, *(issue for issue in read if isinstance(issue, Issue)), *twins, *remarks]
    return sorted(documents, key=lambda d: (d.name, d.doc_id)), skipped


def _print(records: Iterable[Record]) -> None:
    for record in records:
        sys.stdout.write(line(record) + "\n")


def _finish(issues: Sequence[Issue]) -> None:
    """Name what was skipped on standard error; exit status 2 when an article could not be read."""
    for issue in issues:
        typer.echo(outcome.complaint(issue), err=True)
    if any(issue.severity == "skipped" for issue in issues):
        raise typer.Exit(2)
