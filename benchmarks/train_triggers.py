"""Trains the trigger scorer from TimeML folders and writes data/models/triggers.json; or five-fold predictions.

    python benchmarks/train_triggers.py FOLDER... [--corpus WHAT] [--folds OUT.jsonl]

Weights are log odds of features of the parse; no text of the corpus is kept beyond single lemmas seen often.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import regression
import timeml

from pipeline import language
from pipeline.events.parse.syntax import tree
from pipeline.events.regression import Weights
from pipeline.events.triggers import trigger

STRENGTH = 0.6
"""Inverse of the L2 penalty; best of 0.2, 0.6, 1 and 2 over five folds."""


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate word with its features, and whether annotators call it an event."""

    start: int
    end: int
    features: tuple[str, ...]
    event: bool


Examples = tuple[str, list[Example]]


def examples(paths: Sequence[Path]) -> Iterator[Examples]:
    """Candidates of each document with their gold label."""
    corpora = [timeml.read(path) for path in paths]
    for corpus, sentences in zip(corpora, language.parse([c.document for c in corpora]), strict=True):
        rows = []
        for sentence in sentences:
            parsed = tree(sentence)
            for index in trigger.candidates(parsed):
                span = sentence.tokens[index].span
                event = any(span.overlaps(gold) for gold, _ in corpus.events)
                rows.append(Example(span.start, span.end, tuple(trigger.features(parsed, index)), event))
        yield corpus.document.name, rows


def fit(documents: Sequence[Examples]) -> Weights:
    """The scorer, fitted on the candidates of these documents."""
    return regression.fit(((row.features, row.event) for _, rows in documents for row in rows), strength=STRENGTH)


def predict(documents: Sequence[Examples], threshold: float) -> Iterator[dict[str, object]]:
    """Event words of each document by weights that never saw it."""
    for seen, unseen in regression.folds(documents):
        model = fit(seen)
        for name, rows in unseen:
            for row in rows:
                if model.probability(row.features) >= threshold:
                    yield {"doc": name, "start": row.start, "end": row.end}


def five_fold(documents: Sequence[Examples], threshold: float) -> str:
    """How well weights do on documents that they never saw, for the file that ships them."""
    told = {(row["doc"], row["start"]) for row in predict(documents, threshold)}
    gold = {(name, row.start) for name, rows in documents for row in rows if row.event}
    score = 200 * len(told & gold) / (len(told) + len(gold))
    return f"event words among the candidates, at a threshold of {threshold}: F1 {score:.1f} %"


def main() -> None:
    """Trains on all documents, or predicts each by the weights of the other folds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--corpus", default="not said", help="what the texts are and how annotated, for the file")
    parser.add_argument("--threshold", type=float, default=trigger.TRIGGER_THRESHOLD.number)
    options = parser.parse_args()
    documents = list(examples(timeml.files(options.folders)))
    if options.folds:
        with options.folds.open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps(told) + "\n" for told in predict(documents, options.threshold))
        return
    facts = {
        "what": "log odds that a word tells of an event, by features of its parse (pipeline/events/triggers)",
        "recipe": regression.recipe(STRENGTH),
        "documents": len(documents),
        "candidates": sum(len(rows) for _, rows in documents),
        "corpus": options.corpus,
        "five_fold": five_fold(documents, options.threshold),
        "written_by": "benchmarks/train_triggers.py",
    }
    regression.write(trigger.MODEL, fit(documents), facts)


if __name__ == "__main__":
    main()
