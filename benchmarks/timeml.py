"""Reads TimeML for training and measuring: text, events, expressions and the days that links tie events to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from pipeline.calendar.interval import Interval, day
from pipeline.calendar.timex3 import granularity_of, interval_of
from pipeline.model import Block, Document, Span, TemporalExpression

INSIDE = frozenset({"IS_INCLUDED", "SIMULTANEOUS", "IDENTITY", "DURING", "BEGUN_BY", "ENDED_BY", "BEGINS", "ENDS"})
INVERSE = {"INCLUDES": "IS_INCLUDED", "DURING": "DURING_INV", "IS_INCLUDED": "INCLUDES", "DURING_INV": "DURING"}
BIRTH = ("CREATION_TIME", "PUBLICATION_TIME")


@dataclass(frozen=True, slots=True)
class Corpus:
    """One TimeML file: its text, day of publication, expressions, and events with their days, all by the annotators."""

    document: Document
    expressions: tuple[TemporalExpression, ...]
    events: tuple[tuple[Span, frozenset[Interval] | None], ...]
    """Days of each event: none where the annotators only said before or after, None where they said nothing."""


def files(folders: Iterator[Path] | list[Path]) -> list[Path]:
    """Every TimeML file under these folders, in order of their paths."""
    return sorted(path for folder in folders for path in folder.rglob("*.tml"))


def read(path: Path) -> Corpus:
    """One file.

    Raises:
        SystemExit: when it is no TimeML, with the file and the reason.
    """
    try:
        root = ElementTree.parse(path).getroot()  # noqa: S314  # files of a known corpus
    except ElementTree.ParseError as error:
        raise SystemExit(f"{path}: {error}") from error
    body = root.find("TEXT")
    if body is None:
        raise SystemExit(f"{path}: no <TEXT>")
    text, found = _marked(body)
    times = {t.get("tid", ""): t for t in root.iter("TIMEX3")}
    created = next((t.get("value", "") for t in times.values() if t.get("functionInDocument") in BIRTH), None)
    published = day(dt.date.fromisoformat(created[:10])) if created else None
    document = Document(
        path.stem, path.stem, path.name, text, (Block("body", Span(0, len(text))),), language="en", published=published
    )
    dated = _dates(root, times)
    expressions = tuple(_expression(path.stem, text, node, span) for node, span in found if node.tag == "TIMEX3")
    events = tuple((span, dated.get(node.get("eid", ""))) for node, span in found if node.tag == "EVENT")
    return Corpus(document, expressions, events)


def _marked(body: ElementTree.Element) -> tuple[str, list[tuple[ElementTree.Element, Span]]]:
    """The text, and its events and expressions that have words."""
    parts: list[str] = []
    found: list[tuple[ElementTree.Element, Span]] = []

    def walk(node: ElementTree.Element) -> None:
        start = sum(map(len, parts))
        parts.append(node.text or "")
        for child in node:
            walk(child)
            parts.append(child.tail or "")
        if node.tag in ("EVENT", "TIMEX3") and sum(map(len, parts)) > start:
            found.append((node, Span(start, sum(map(len, parts)))))

    walk(body)
    return "".join(parts), found


def _expression(name: str, text: str, node: ElementTree.Element, span: Span) -> TemporalExpression:
    value, kind = node.get("value", ""), node.get("type", "DATE")
    days = _days(node)
    return TemporalExpression(
        f"{name}:{span.start}", name, span, text[span.start : span.end], kind, value, node.get("mod"), value,  # type: ignore[arg-type]
        "published", days, None, granularity_of(value) if days else "none", "reference", "body", (),  # type: ignore[arg-type]
    )  # fmt: skip


def _days(node: ElementTree.Element) -> Interval | None:
    dated = node.get("type") in ("DATE", "TIME")
    return interval_of(node.get("value", "").partition("T")[0]) if dated else None


def _dates(root: ElementTree.Element, times: dict[str, ElementTree.Element]) -> dict[str, frozenset[Interval]]:
    """Event -> the days of the shortest expressions it is tied to."""
    names = {m.get("eiid"): m.get("eventID", "") for m in root.iter("MAKEINSTANCE")}
    found: dict[str, set[Interval]] = {}
    for link in root.iter("TLINK"):
        relation = link.get("relType", "")
        event, time = link.get("eventInstanceID"), link.get("relatedToTime")
        if link.get("timeID") and link.get("relatedToEventInstance"):
            event, time = link.get("relatedToEventInstance"), link.get("timeID")
            relation = INVERSE.get(relation, relation)
        node = times.get(time or "")
        days = _days(node) if node is not None else None
        if days is not None and event in names:
            found.setdefault(names[event], set()).update({days} if relation in INSIDE else ())
    width = {name: min((d.width or 10**6 for d in days), default=0) for name, days in found.items()}
    return {name: frozenset(d for d in days if (d.width or 10**6) == width[name]) for name, days in found.items()}
