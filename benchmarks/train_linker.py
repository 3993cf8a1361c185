"""Trains the scorer that says which day an event is of, from TimeML folders, and writes data/models/linker.json.

    python benchmarks/train_linker.py FOLDER... --corpus WHAT         trains on all documents
    python benchmarks/train_linker.py FOLDER... --folds OUT.jsonl     five-fold dates, by weights blind to the text

An event's day in the corpus is that of the expression, or of the publication, that a link ties it to by inclusion,
simultaneity or a bound; one that is only before or after a time has none. Events without any link teach nothing, so
that probabilities are honest; --sparse counts them as undatable, as a score over all events of the corpus does. Weights
are log odds of features of the parse; no text of the corpus is kept beyond single words seen often.
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
from pipeline.events.dating import linker
from pipeline.events.dating.attach import attachments
from pipeline.events.dating.candidates import Candidate, candidates
from pipeline.events.dating.text_kind import backdrop_of
from pipeline.events.reading import Reading, read
from pipeline.events.regression import Weights

STRENGTH = 0.05
"""Inverse of the L2 penalty; best of 0.05, 0.1 and 0.2 over five folds."""


@dataclass(frozen=True, slots=True)
class Example:
    """An event word with the days it may be of, and which of them the annotators tied it to."""

    start: int
    choices: tuple[tuple[Candidate, bool], ...]
    judged: bool
    """Whether the annotators tied the event to any time at all; only such events teach."""


Examples = tuple[str, list[Example]]


def examples(paths: Sequence[Path]) -> Iterator[Examples]:
    """Events of each document with the days each may be of."""
    corpora = [timeml.read(path) for path in paths]
    parsed = language.parse([corpus.document for corpus in corpora])
    for corpus, sentences in zip(corpora, parsed, strict=True):
        reading = read(corpus.document, sentences, corpus.expressions)
        yield corpus.document.name, list(_of_document(reading, corpus))


def _of_document(reading: Reading, corpus: timeml.Corpus) -> Iterator[Example]:
    attached = {number: attachments(reading, number) for number in range(len(reading.trees))}
    backdrop = backdrop_of(reading, attached)
    for number, tree in enumerate(reading.trees):
        for span, gold in corpus.events:
            index = next((t.index for t in reversed(tree.tokens) if t.span.overlaps(span)), None)
            if index is None or not tree.sentence.span.holds(span.start):
                continue
            found = candidates(reading, attached, backdrop, number, index)
            choices = tuple((each, each.days in (gold or ())) for each in found)
            yield Example(span.start, choices, gold is not None)


def fit(documents: Sequence[Examples], *, sparse: bool = False) -> Weights:
    """The scorer, fitted on these documents; `sparse` counts events without any link as undatable."""
    rows = (row for _, found in documents for row in found if row.judged or sparse)
    return regression.fit(((c.features, right) for row in rows for c, right in row.choices), strength=STRENGTH)


def best(model: Weights, row: Example) -> tuple[Candidate, float] | None:
    """The most probable day of an event and its probability, from 0 to 1."""
    scored = ((each, model.probability(each.features)) for each, _ in row.choices)
    return max(scored, key=lambda pair: pair[1], default=None)


def predict(documents: Sequence[Examples], *, sparse: bool) -> Iterator[tuple[float, dict[str, object]]]:
    """Each event's day by weights that never saw its document, with its probability."""
    for seen, unseen in regression.folds(documents):
        model = fit(seen, sparse=sparse)
        for name, rows in unseen:
            for row in rows:
                found = best(model, row)
                first, last = found[0].days.iso() if found is not None else (None, None)
                if found is not None and first and last:
                    told = {"doc": name, "event_start": row.start, "date_start": first, "date_end": last}
                    yield found[1], told


def five_fold(documents: Sequence[Examples]) -> str:
    """How well weights do on documents that they never saw, for the file that ships them."""
    right = judged = 0
    for seen, unseen in regression.folds(documents):
        model = fit(seen)
        for row in (row for _, rows in unseen for row in rows if any(good for _, good in row.choices)):
            judged += 1
            found = best(model, row)
            right += found is not None and any(choice is found[0] and good for choice, good in row.choices)
    return (
        f"events with a right day among the candidates whose most probable day is right: {100 * right / judged:.1f} %"
    )


def main() -> None:
    """Trains on all documents, or predicts each by the weights of the other folds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--corpus", default="not said", help="what the texts are and how annotated, for the file")
    parser.add_argument("--threshold", type=float, default=0.0, help="least probability of a day that is given, 0 to 1")
    parser.add_argument("--sparse", action="store_true", help="events without any link count as undatable")
    options = parser.parse_args()
    documents = list(examples(timeml.files(options.folders)))
    if options.folds:
        with options.folds.open("w", encoding="utf-8") as lines:
            for chance, told in predict(documents, sparse=options.sparse):
                if chance >= options.threshold:
                    lines.write(json.dumps(told) + "\n")
        return
    facts = {
        "what": "log odds that a day, by the evidence for it, is that of an event (pipeline/events/dating/linker.py)",
        "recipe": regression.recipe(STRENGTH),
        "documents": len(documents),
        "events": sum(row.judged for _, rows in documents for row in rows),
        "corpus": options.corpus,
        "five_fold": five_fold(documents),
        "written_by": "benchmarks/train_linker.py",
    }
    regression.write(linker.MODEL, fit(documents), facts)


if __name__ == "__main__":
    main()
