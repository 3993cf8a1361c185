"""Trains the trigger scorer from TimeML folders and writes data/models/triggers.json; or five-fold predictions.

    python benchmarks/train_triggers.py FOLDER... [--folds OUT.jsonl]

Weights are log odds of features of the parse; no text of the corpus is kept beyond single lemmas seen often.
"""

from __future__ import annotations

import argparse
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
from pipeline.events import trigger
from pipeline.events.syntax import tree
from pipeline.model import Block, Document, Span

RARE = 3
"""Features seen less often say more about one article than about the language, and are dropped."""
STRENGTH = 0.6
"""Inverse of the L2 penalty; best of 0.2, 0.6, 1 and 2 over five folds."""


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate word with its features, and whether annotators call it an event."""

    start: int
    end: int
    features: tuple[str, ...]
    event: bool


def read_tml(path: Path) -> tuple[str, list[tuple[int, int]]]:
    """Text of a TimeML file and the spans of its events."""
    body = ElementTree.parse(path).getroot().find("TEXT")  # noqa: S314
    parts: list[str] = []
    spans: list[tuple[int, int]] = []

    def walk(node: ElementTree.Element) -> None:
        start = sum(map(len, parts))
        parts.append(node.text or "")
        for child in node:
            walk(child)
            parts.append(child.tail or "")
        if node.tag == "EVENT":
            spans.append((start, sum(map(len, parts))))

    if body is None:
        raise SystemExit(f"{path}: no <TEXT>")
    walk(body)
    return "".join(parts), spans


def examples(paths: Sequence[Path]) -> Iterator[tuple[str, list[Example]]]:
    """Candidates of each document with their gold label."""
    gold = [read_tml(path) for path in paths]
    documents = [
        Document(path.stem, path.stem, path.name, text, (Block("body", Span(0, len(text))),))
        for path, (text, _) in zip(paths, gold, strict=True)
    ]
    for path, (_, spans), sentences in zip(paths, gold, language.parse(documents), strict=True):
        rows = []
        for sentence in sentences:
            parsed = tree(sentence)
            for index in trigger.candidates(parsed):
                span = sentence.tokens[index].span
                event = any(start < span.end and span.start < end for start, end in spans)
                rows.append(Example(span.start, span.end, tuple(trigger.features(parsed, index)), event))
        yield path.stem, rows


def train(rows: Sequence[Example]) -> trigger.Weights:
    """Weights fitted on these candidates."""
    seen = Counter(f for row in rows for f in set(row.features))
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([Counter(f for f in row.features if seen[f] >= RARE) for row in rows])
    # liblinear reads 32-bit indices only.
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    model = LogisticRegression(C=STRENGTH, max_iter=300, solver="liblinear")
    model.fit(matrix, [row.event for row in rows])
    named = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    return trigger.Weights(float(model.intercept_[0]), {str(k): round(float(v), 3) for k, v in named if abs(v) > 0.03})


def probability(model: trigger.Weights, row: Example) -> float:
    """How probably a candidate is an event."""
    return trigger._logistic(model.bias + sum(model.weight.get(f, 0.0) for f in row.features))


def folds(documents: list[tuple[str, list[Example]]], out: Path, threshold: float, count: int = 5) -> None:
    """Predictions for each document by weights that never saw it."""
    with out.open("w", encoding="utf-8") as lines:
        for fold in range(count):
            model = train([row for n, (_, rows) in enumerate(documents) if n % count != fold for row in rows])
            for name, rows in documents[fold::count]:
                for row in rows:
                    if probability(model, row) >= threshold:
                        lines.write(json.dumps({"doc": name, "start": row.start, "end": row.end}) + "\n")


def main() -> None:
    """Trains on all documents, or predicts each by the weights of the other folds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--threshold", type=float, default=trigger.TRIGGER_THRESHOLD.number)
    options = parser.parse_args()
    paths = sorted(path for folder in options.folders for path in folder.rglob("*.tml"))
    documents = list(examples(paths))
    if options.folds:
        folds(documents, options.folds, options.threshold)
        return
    model = train([row for _, rows in documents for row in rows])
    recipe = {
        "what": "log odds that a word tells of an event, by features of its parse (pipeline/events/trigger.py)",
        "recipe": f"logistic regression, L2, C={STRENGTH}, features seen {RARE} times or more",
        "documents": len(documents),
        "candidates": sum(len(rows) for _, rows in documents),
        "written_by": "benchmarks/train_triggers.py",
    }
    weights = dict(sorted(model.weight.items()))
    trigger.MODEL.write_text(json.dumps(recipe | {"bias": round(model.bias, 3), "weights": weights}, indent=0), "utf-8")


if __name__ == "__main__":
    main()
