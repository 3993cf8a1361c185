"""Temporal expressions against a folder of TimeML files: accuracy and speed beside other tools, in one run.

    python benchmarks/timex.py FOLDER [--pred NAME=FILE.jsonl ...] [--errors] [--only-ours]

Strict: same characters. Relaxed: overlapping. Value: the relaxed figure times the share of pairs with the right TIMEX3
value. Speed is of one warm process on one core. The last column is documents per second as a multiple of dateparser's.
"""

from __future__ import annotations

import argparse
import collections
import datetime as dt
import json
import re
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from pipeline import readers
from pipeline.model import Document
from pipeline.timex import recognise, resolve


@dataclass(frozen=True, slots=True)
class Found:
    """One expression: characters, type and TIMEX3 value."""

    start: int
    end: int
    type: str
    value: str
    rule: str = ""


Tool = Callable[[Document], list[Found]]
Pair = tuple[Found, Found]


def ours(document: Document) -> list[Found]:
    """This pipeline."""
    return [Found(t.span.start, t.span.end, t.type, t.value, t.rule_id) for t in resolve(document, recognise(document))]


def dateparser_search(document: Document) -> list[Found]:
    """dateparser's search_dates with the publication day as base; every hit is taken as a day."""
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": _base(document), "PREFER_DATES_FROM": "past"}
    found, position = [], 0
    for text, date in search_dates(document.text, languages=["en"], settings=settings) or ():
        start = document.text.find(text, position)
        if start >= 0:
            position = start + len(text)
            found.append(Found(start, position, "DATE", date.date().isoformat()))
    return found


def spacy_entities() -> Tool:
    """spaCy's DATE and TIME entities, parsed by dateparser."""
    import dateparser
    import spacy

    from pipeline.settings.language import SPACY_MODEL

    nlp = spacy.load(str(SPACY_MODEL.default), exclude=["parser", "lemmatizer"])

    def tool(document: Document) -> list[Found]:
        settings = {"RELATIVE_BASE": _base(document), "PREFER_DATES_FROM": "past"}
        found = []
        for entity in nlp(document.text).ents:
            if entity.label_ in {"DATE", "TIME"}:
                date = dateparser.parse(entity.text, languages=["en"], settings=settings)
                value = date.date().isoformat() if date else ""
                found.append(Found(entity.start_char, entity.end_char, entity.label_, value))
        return found

    return tool


def _base(document: Document) -> dt.datetime:
    day = document.published.first_day if document.published else None
    return dt.datetime.combine(day or dt.date(2000, 1, 1), dt.time())


def gold(path: Path, text: str) -> list[Found]:
    """The expressions annotated in a TimeML file, in offsets of the text as the reader gives it."""
    source = path.read_text("utf-8", errors="replace").lstrip("\ufeff\r\n ")
    try:
        root = ET.fromstring(source)  # noqa: S314 - the user's own reference files
    except ET.ParseError:
        bare = re.sub(r"<\?xml[^>]*\?>|<!DOCTYPE[^>]*>", "", source)
        root = ET.fromstring(re.sub(r"&(?!(?:amp|lt|gt|quot|apos|#\w+);)", "&amp;", bare))  # noqa: S314
    body = root.find("TEXT")
    found: list[Found] = []
    walked = _walk(root if body is None else body, 0, found)
    if walked != len(text):
        raise SystemExit(f"{path}: the text read and the text annotated differ in length")
    return [_trimmed(text, one) for one in found]


def _walk(element: ET.Element, position: int, found: list[Found]) -> int:
    start = position
    position += len(element.text or "")
    for child in element:
        position = _walk(child, position, found) + len(child.tail or "")
    if element.tag == "TIMEX3" and position > start:
        found.append(Found(start, position, element.get("type", ""), element.get("value", "")))
    return position


def _trimmed(text: str, one: Found) -> Found:
    piece = text[one.start : one.end]
    start = one.start + len(piece) - len(piece.lstrip())
    return Found(start, start + len(piece.strip()), one.type, one.value, one.rule)


def pairs(reference: Sequence[Found], found: Sequence[Found]) -> list[Pair]:
    """Reference and found expressions that overlap, exact pairs first, each used once."""
    candidates = sorted(
        ((r.start, r.end) != (f.start, f.end), -(min(r.end, f.end) - max(r.start, f.start)), i, j)
        for i, r in enumerate(reference)
        for j, f in enumerate(found)
        if r.start < f.end and f.start < r.end
    )
    used_r: set[int] = set()
    used_f: set[int] = set()
    out = []
    for _, _, i, j in candidates:
        if i not in used_r and j not in used_f:
            used_r.add(i)
            used_f.add(j)
            out.append((reference[i], found[j]))
    return out


@dataclass(slots=True)
class Score:
    """Counts of one tool over all documents."""

    reference: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0

    def add(self, reference: Sequence[Found], found: Sequence[Found]) -> list[Pair]:
        """Counts one document and gives the pairs."""
        matched = pairs(reference, found)
        self.reference += len(reference)
        self.found += len(found)
        self.relaxed += len(matched)
        self.strict += sum((r.start, r.end) == (f.start, f.end) for r, f in matched)
        self.value += sum(r.value == f.value for r, f in matched)
        return matched

    def f1(self, hits: int) -> float:
        """F1 in percent."""
        return 200 * hits / ((self.reference + self.found) or 1)


def measure(tool: Tool, documents: Sequence[Document]) -> tuple[list[list[Found]], float]:
    """What the tool finds in each document, and documents per second of processor time once warm."""
    for document in documents[:5]:
        tool(document)
    begin = time.process_time()
    found = [tool(document) for document in documents]
    return found, len(documents) / (time.process_time() - begin)


def stored(path: Path, documents: Sequence[Document]) -> list[list[Found]]:
    """Predictions kept as JSON lines {doc, start, end, type, value}."""
    by_name: dict[str, list[Found]] = collections.defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            by_name[re.sub(r"\.tml$", "", row["doc"])].append(
                Found(row["start"], row["end"], row.get("type", ""), row.get("value") or "")
            )
    return [by_name[document.name] for document in documents]


def report(name: str, score: Score, speed: float | None, baseline: float | None) -> str:
    """One line of the table."""
    times = f"{speed:8.1f}" if speed else "  stored"
    ratio = f"{speed / baseline:7.1f}x" if speed and baseline else "       –"
    figures = " ".join(f"{score.f1(hits):7.1f}" for hits in (score.strict, score.relaxed, score.value))
    return f"{name:28} {figures} {times} {ratio}"


def errors(
    documents: Sequence[Document], references: Sequence[list[Found]], found: Sequence[list[Found]]
) -> Iterator[str]:
    """The rules that go wrong most often, with examples."""
    wrong: dict[str, list[str]] = collections.defaultdict(list)
    for document, reference, mine in zip(documents, references, found, strict=True):
        matched = pairs(reference, mine)
        for want, got in matched:
            if want.value != got.value:
                text = " ".join(document.text[got.start : got.end].split())
                wrong[f"value of {got.rule}"].append(f"{text!r} {got.value}, wanted {want.value}")
        for want in set(reference) - {r for r, _ in matched}:
            wrong["missed"].append(repr(" ".join(document.text[want.start : want.end].split())))
        for got in set(mine) - {f for _, f in matched}:
            wrong[f"spurious {got.rule}"].append(repr(" ".join(document.text[got.start : got.end].split())))
    for kind, examples in sorted(wrong.items(), key=lambda kv: (-len(kv[1]), kv[0]))[:20]:
        yield f"{len(examples):4} {kind}: " + "; ".join(sorted(examples)[:4])


def main() -> None:
    """Reads the folder, runs the tools, prints the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--pred", action="append", default=[], metavar="NAME=FILE")
    arguments.add_argument("--errors", action="store_true", help="list the rules that go wrong most, with examples")
    arguments.add_argument("--only-ours", action="store_true", help="leave out dateparser and spaCy, which are slow")
    options = arguments.parse_args()
    paths = sorted(p for p in options.folder.glob("*.tml") if not p.name.startswith("."))
    if not paths:
        arguments.error(f"{options.folder}: no .tml files here")
    documents = [readers.read(path) for path in paths]
    references = [gold(path, document.text) for path, document in zip(paths, documents, strict=True)]
    tools: list[tuple[str, Tool]] = [("this pipeline", ours)]
    if not options.only_ours:
        tools += [("dateparser search_dates", dateparser_search), ("spaCy DATE + dateparser", spacy_entities())]
    results: list[tuple[str, list[list[Found]], float | None]] = [
        (name, *measure(tool, documents)) for name, tool in tools
    ]
    for each in options.pred:
        name, _, file = each.partition("=")
        results.append((name, stored(Path(file), documents), None))
    baseline = next((speed for name, _, speed in results if name.startswith("dateparser")), None)
    total = sum(len(reference) for reference in references)
    print(f"{len(documents)} documents, {total} expressions. F1 in percent.")
    print(f"{'':28} {'strict':>7} {'relaxed':>7} {'value':>7} {'docs/s':>8} {'speed':>8}")
    for name, found, speed in results:
        score = Score()
        for reference, mine in zip(references, found, strict=True):
            score.add(reference, mine)
        print(report(name, score, speed, baseline))
    if options.errors:
        print("\n".join(errors(documents, references, results[0][1])))


if __name__ == "__main__":
    main()
