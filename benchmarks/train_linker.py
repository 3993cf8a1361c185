"""Trains the scorers that say which day an event is of, from TimeML folders, and writes data/models/linker.json.

    python benchmarks/train_linker.py FOLDER...                       trains on all documents
    python benchmarks/train_linker.py FOLDER... --folds OUT.jsonl     five-fold dates, by weights blind to the text

An event's day in the corpus is that of the expression, or of the publication, that a link ties it to by inclusion,
simultaneity or a bound; one that is only before or after a time has none. Events without any link teach nothing, so
that probabilities are honest; --sparse counts them as undatable, as a score over all events of the corpus does. Weights
are log odds of features of the parse; no text of the corpus is kept beyond single words seen often.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from pipeline import language
from pipeline.calendar.interval import Interval, day
from pipeline.calendar.timex3 import granularity_of, interval_of
from pipeline.events import linker
from pipeline.events.attach import attachments
from pipeline.events.reading import Reading, read
from pipeline.model import Block, Document, Span, TemporalExpression

RARE = 3
"""Features seen less often say more about one article than about the language, and are dropped."""
STRENGTH = 0.3
"""Inverse of the L2 penalty; best of 0.03, 0.1, 0.3 and 1 over five folds."""
FOLDS = 5
INSIDE = frozenset({"IS_INCLUDED", "SIMULTANEOUS", "IDENTITY", "DURING", "BEGUN_BY", "ENDED_BY", "BEGINS", "ENDS"})
INVERSE = {"INCLUDES": "IS_INCLUDED", "DURING": "DURING_INV", "IS_INCLUDED": "INCLUDES", "DURING_INV": "DURING"}


@dataclass(frozen=True, slots=True)
class Corpus:
    """One TimeML file: its text, day of publication, expressions, and events with their days."""

    document: Document
    expressions: tuple[TemporalExpression, ...]
    events: tuple[tuple[Span, frozenset[Interval] | None], ...]
    """Days of each event: none where the annotators only said before or after, None where they said nothing."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A day an event may be of, with its features, and whether it is right. `days` None is never offered."""

    days: Interval
    features: tuple[str, ...]
    right: bool


@dataclass(frozen=True, slots=True)
class Example:
    """An event word with the days it may be of: those of the expressions in its sentence, and of the publication."""

    start: int
    expressions: tuple[Choice, ...]
    publication: Choice | None
    judged: bool
    """Whether the annotators tied the event to any time at all; only such events teach."""


def read_tml(path: Path) -> Corpus:
    """Text, expressions and dated events of a TimeML file, all by the annotators."""
    root = ElementTree.parse(path).getroot()  # noqa: S314  # files of a known corpus
    body = root.find("TEXT")
    if body is None:
        raise SystemExit(f"{path}: no <TEXT>")
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
    text = "".join(parts)
    times = {t.get("tid", ""): t for t in root.iter("TIMEX3")}
    created = next(
        (t for t in times.values() if t.get("functionInDocument") in ("CREATION_TIME", "PUBLICATION_TIME")), None
    )
    published = day(dt.date.fromisoformat(created.get("value", "")[:10])) if created is not None else None
    block = (Block("body", Span(0, len(text))),)
    document = Document(path.stem, path.stem, path.name, text, block, published=published)
    dated = _dates(root, times)
    expressions = tuple(_expression(path.stem, text, node, span) for node, span in found if node.tag == "TIMEX3")
    events = tuple((span, dated.get(node.get("eid", ""))) for node, span in found if node.tag == "EVENT")
    return Corpus(document, expressions, events)


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
            event, time, relation = (
                link.get("relatedToEventInstance"),
                link.get("timeID"),
                INVERSE.get(relation, relation),
            )
        node = times.get(time or "")
        days = _days(node) if node is not None else None
        if days is not None and event in names:
            found.setdefault(names[event], set()).update({days} if relation in INSIDE else ())
    width = {name: min((d.width or 10**6 for d in days), default=0) for name, days in found.items()}
    return {name: frozenset(d for d in days if (d.width or 10**6) == width[name]) for name, days in found.items()}


def examples(paths: Sequence[Path]) -> Iterator[tuple[str, list[Example]]]:
    """Events of each document with the days each may be of."""
    corpora = [read_tml(path) for path in paths]
    parsed = language.parse([corpus.document for corpus in corpora])
    for corpus, sentences in zip(corpora, parsed, strict=True):
        reading = read(corpus.document, sentences, corpus.expressions)
        yield corpus.document.name, list(_of_document(reading, corpus))


def _of_document(reading: Reading, corpus: Corpus) -> Iterator[Example]:
    published = reading.document.published
    for number, tree in enumerate(reading.trees):
        attached = attachments(reading, number)
        dated = [a for a in attached if a.days is not None]
        for span, gold in corpus.events:
            index = next((t.index for t in reversed(tree.tokens) if t.span.overlaps(span)), None)
            if index is None or not tree.sentence.span.holds(span.start):
                continue
            choices = tuple(
                Choice(
                    a.days, tuple(linker.expression_features(reading, number, index, dated, a)), a.days in (gold or ())
                )
                for a in dated
                if a.days is not None
            )
            features = tuple(linker.publication_features(reading, number, index, dated))
            today = Choice(published, features, published in (gold or ())) if published is not None else None
            yield Example(span.start, choices, today, gold is not None)


def train(choices: Sequence[Choice]) -> linker.Weights:
    """Weights fitted on these choices."""
    seen = Counter(f for choice in choices for f in set(choice.features))
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([Counter(f for f in c.features if seen[f] >= RARE) for c in choices])
    # liblinear reads 32-bit indices only.
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    model = LogisticRegression(C=STRENGTH, max_iter=300, solver="liblinear")
    model.fit(matrix, [choice.right for choice in choices])
    named = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    return linker.Weights(float(model.intercept_[0]), {str(k): round(float(v), 3) for k, v in named if abs(v) > 0.03})


def fit(documents: Sequence[tuple[str, list[Example]]], *, sparse: bool = False) -> linker.Linker:
    """Both scorers, fitted on these documents; `sparse` counts events without any link as undatable."""
    rows = [row for _, found in documents for row in found if row.judged or sparse]
    expression = train([choice for row in rows for choice in row.expressions])
    return linker.Linker(expression, train([row.publication for row in rows if row.publication is not None]))


def best(model: linker.Linker, row: Example) -> tuple[Interval, float] | None:
    """The most probable day of an event and its probability, from 0 to 1."""
    scored = [(model.expression.probability(c.features), c.days) for c in row.expressions]
    if row.publication is not None:
        scored.append((model.publication.probability(row.publication.features), row.publication.days))
    if not scored:
        return None
    probability, days = max(scored, key=lambda pair: pair[0])
    return days, probability


def folds(documents: Sequence[tuple[str, list[Example]]], out: Path, threshold: float, *, sparse: bool) -> None:
    """Days of each document's events by weights that never saw it; below the threshold none."""
    with out.open("w", encoding="utf-8") as lines:
        for fold in range(FOLDS):
            model = fit([pair for n, pair in enumerate(documents) if n % FOLDS != fold], sparse=sparse)
            for name, rows in documents[fold::FOLDS]:
                for row in rows:
                    found = best(model, row)
                    if found is not None and found[1] >= threshold:
                        first, last = found[0].iso()
                        told = {"doc": name, "event_start": row.start, "date_start": first, "date_end": last}
                        lines.write(json.dumps(told) + "\n")


def write(documents: Sequence[tuple[str, list[Example]]]) -> None:
    """Fits on all documents and writes the weights with their recipe."""
    model = fit(documents)
    recipe = {
        "what": "log odds that an expression, or the day of publication, dates an event (pipeline/events/linker.py)",
        "recipe": f"two logistic regressions, L2, C={STRENGTH}, features seen {RARE} times or more",
        "documents": len(documents),
        "events": sum(row.judged for _, rows in documents for row in rows),
        "written_by": "benchmarks/train_linker.py",
    }
    parts = {
        name: {"bias": round(part.bias, 3), "weights": dict(sorted(part.weight.items()))}
        for name, part in (("expression", model.expression), ("publication", model.publication))
    }
    linker.MODEL.write_text(json.dumps(recipe | parts, indent=0), "utf-8")


def main() -> None:
    """Trains on all documents, or predicts each by the weights of the other folds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--threshold", type=float, default=0.0, help="least probability of a day that is given, 0 to 1")
    parser.add_argument("--sparse", action="store_true", help="events without any link count as undatable")
    options = parser.parse_args()
    paths = sorted(path for folder in options.folders for path in folder.rglob("*.tml"))
    documents = list(examples(paths))
    if options.folds:
        folds(documents, options.folds, options.threshold, sparse=options.sparse)
    else:
        write(documents)


if __name__ == "__main__":
    main()
