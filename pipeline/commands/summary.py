"""What the commands say in words: the state of a store, one event explained."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.commands.arguments import BadArgumentError
from pipeline.model import TemporalExpression
from pipeline.store import Status, Tables
from pipeline.words import count

Row = dict[str, Any]
Reason = tuple[str, str, str]
"""Stage, choice and why: a step of a trace as the tables hold it."""


def status(found: Status, root: Path) -> str:
    """The counts of a store."""
    basis = ", ".join(f"{number} {name}" for name, number in found.by_basis.items()) or "none"
    issues = ", ".join(_issues(name, number) for name, number in found.issues.items()) or "none"
    return "\n".join(
        [
            f"store             {root}",
            f"articles          {found.documents:,}  (publication date: {basis})",
            f"time expressions  {found.timexes:,}",
            f"event mentions    {found.mentions:,}",
            f"events            {found.events:,}: {found.on_timeline:,} on the timeline, "
            f"{found.dated:,} dated, {found.undated:,} undated",
            f"issues            {issues}",
            *([f"waiting           {count(found.waiting, 'article')}; run `ingest` again"] if found.waiting else []),
        ]
    )


def _issues(severity: str, number: int) -> str:
    return f"{number:,} skipped" if severity == "skipped" else count(number, severity)


def explanation(tables: Tables, event_id: str) -> str:
    """One event, field by field with reasons, and each passage that tells it.

    Raises:
        BadArgumentError: when no event, or more than one, begins with `event_id`.
    """
    event = _one_event(tables, event_id)
    mentions = {
        row["mention_id"]: row for row in tables.mentions.to_pylist() if row["mention_id"] in event["mention_ids"]
    }
    documents = {row["doc_id"]: row for row in tables.documents.to_pylist() if row["doc_id"] in event["doc_ids"]}
    told = [mentions[mention_id] for mention_id in event["mention_ids"] if mention_id in mentions]
    dating = {row["timex_id"] for row in told}
    words = {row["timex_id"]: row for row in tables.timexes.to_pylist() if row["timex_id"] in dating}
    steps = {row["mention_id"]: _unrepeated(row, words.get(row["timex_id"])) for row in told}
    # What is said below of the passage that tells it is not said here too.
    below = {step for found in steps.values() for step in found}
    own = [step for step in _read(event["trace"]) if step not in below]
    lines = (line for row in told for line in _mention_lines(row, documents, steps[row["mention_id"]]))
    return "\n".join([*_event_lines(event, own), *lines])


def resolved(timex: TemporalExpression) -> str:
    """One expression with its value, days and reasons."""
    start, end = timex.interval.iso() if timex.interval else (None, None)
    mod = f" {timex.mod}" if timex.mod else ""
    because = [f"  {step.choice}: {step.because}" for step in timex.trace]
    head = f"“{timex.text}”: {timex.type} {timex.value}{mod}, {days({'date_start': start, 'date_end': end})}"
    return "\n".join([head, *because])


def _one_event(tables: Tables, event_id: str) -> Row:
    found: list[Row] = [row for row in tables.events.to_pylist() if event_id and row["event_id"].startswith(event_id)]
    if not found:
        raise BadArgumentError(f"no event has an id that begins with “{event_id}”; `export --format csv` lists the ids")
    if len(found) > 1:
        raise BadArgumentError(
            f"{len(found)} events have an id that begins with “{event_id}”; give more characters of it"
        )
    return found[0]


def _event_lines(event: Row, steps: Sequence[Reason]) -> Iterator[str]:
    kind = event["event_type"] + (f" ({event['mode']})" if event["mode"] else "")
    yield f"{event['title']}"
    yield f"  event       {event['event_id']}"
    yield f"  when        {days(event)}  [{event['dating']}, {event['granularity']}, {event['agreement']}]"
    yield f"  what        {kind}, {event['factuality']}"
    yield f"  who         {_names(event['actors'])}  ->  {_names(event['recipients'])}"
    yield f"  where       {_names(event['locations'])}"
    yield f"  claimed by  {_names(_claimants(event))}"
    yield f"  told by     {_outlets(event)}"
    if event["hidden"] or not (event["on_timeline"] or event["lacks_only_date"]):
        yield f"  timeline    {_way_back(event)}"
    for candidate in json.loads(event["candidates"]) if event["agreement"] == "conflicting" else ():
        yield f"  one date    {days(candidate)}  {_names(candidate['outlets'])}"
    yield from _because(steps)


def _way_back(event: Row) -> str:
    """Why neither chart nor tray has the event, and how to put it there."""
    if event["hidden"]:
        return f"hidden by hand; `correct {event['event_id']} hidden no` shows it again"
    return f"in the background, see below why; `correct {event['event_id']} on_timeline yes` puts it on the timeline"


def _claimants(event: Row) -> list[str]:
    """Who says so: the article itself too, where it states a fact or names nobody."""
    itself = ["the article itself"] if event["factuality"] == "asserted" or not event["claimants"] else []
    return [*itself, *event["claimants"]]


def _mention_lines(mention: Row, documents: dict[str, Row], steps: Sequence[Reason]) -> Iterator[str]:
    document = documents[mention["doc_id"]]
    published = days({"date_start": document["published_start"], "date_end": document["published_end"]})
    passage = " ".join(document["text"][mention["passage_start"] : mention["passage_end"]].split())
    yield ""
    outlet = document["outlet"] or "unknown outlet"
    yield f"{outlet}, published {published} ({document['published_basis']}): {document['name']}"
    yield f"  “{passage}”"
    claimant = mention["claimant"] or "the author"
    yield f"  happened {days(mention)} [{mention['dating']}], {mention['factuality']}, says {claimant}"
    yield from _because(steps)


def _unrepeated(mention: Row, timex: Row | None) -> list[Reason]:
    """The steps of a mention, with those that read its date words right before the one that ties them to it."""
    found: list[Reason] = []
    for step in _read(mention["trace"]):
        if step[0] == "date" and timex is not None:
            found += [each for each in _read(timex["trace"]) if each not in found]
        found.append(step)
    return list(dict.fromkeys(found))


def _read(trace: str) -> list[Reason]:
    return [(step["stage"], step["choice"], step["because"]) for step in json.loads(trace)]


def _because(steps: Sequence[Reason]) -> Iterator[str]:
    for stage, choice, because in steps:
        yield f"    {stage}: {choice}, because {because}"


def days(row: Row) -> str:
    """Inclusive days in words: 2022-07-11, 2022-09-01 to 2022-09-10, by 2023-05-10, from 1994-01-01, undated."""
    start, end = row["date_start"], row["date_end"]
    if start is None and end is None:
        return "undated"
    if start is None:
        return f"by {end}"
    if end is None:
        return f"from {start}"
    return str(start) if start == end else f"{start} to {end}"


def _outlets(event: Row) -> str:
    return f"{_names(event['outlets'])} ({count(len(event['doc_ids']), 'article')})"


def _names(names: Sequence[str]) -> str:
    counted = Counter(names)
    return ", ".join(counted) if counted else "-"
