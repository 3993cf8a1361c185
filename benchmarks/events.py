"""How well and how fast events are found: triggers, dates, actors and claims, words a second, beside baselines.

    python benchmarks/events.py speed TEXTS...            words a second, as a ratio to spaCy's own full pipeline
    python benchmarks/events.py dates TIMEML_DIR OUT      dates of events by reference expressions, as JSON lines
    python benchmarks/events.py triggers TIMEML_DIR OUT   event words, by weights that may have seen the folder

Scores are counted by the scoring scripts that come with the reference texts. Five-fold trigger predictions, by weights
that did not see the document, come from benchmarks/train_triggers.py --folds.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from pipeline import events, language, publication, readers, timex
from pipeline.model import Document


def read(paths: Iterable[Path]) -> list[Document]:
    """Documents with their publication dates."""
    found = []
    for path in paths:
        document = readers.read(path)
        found.append(publication.decide(document, timex.recognise(document)))
    return found


def expand(paths: Iterable[Path], suffixes: tuple[str, ...]) -> list[Path]:
    """Files as given, and those inside folders."""
    found: list[Path] = []
    for path in paths:
        found += sorted(p for p in path.rglob("*") if p.suffix in suffixes) if path.is_dir() else [path]
    return found


def speed(paths: list[Path]) -> None:
    """Words a second from raw text to mentions, and spaCy's full pipeline on the same texts in the same run."""
    documents = read(expand(paths, (".txt", ".md", ".tml")))
    words = sum(len(document.text.split()) for document in documents)
    nlp = language._pipeline()
    list(nlp.pipe(document.text[:2000] for document in documents[:5]))
    start = time.perf_counter()
    list(nlp.pipe((document.text for document in documents), batch_size=16))
    baseline = time.perf_counter() - start
    start = time.perf_counter()
    mentions = 0
    for document, sentences in zip(documents, language.parse(documents), strict=True):
        expressions = timex.resolve(document, timex.recognise(document))
        mentions += len(events.extract(document, sentences, expressions))
    ours = time.perf_counter() - start
    print(f"{words} words, {mentions} mentions")
    print(f"spaCy's full pipeline {words / baseline:8.0f} words/s")
    print(f"dates and events      {words / ours:8.0f} words/s   ratio {baseline / ours:.2f}")


def dates(folder: Path, out: Path) -> None:
    """One JSON line for each mention that has a closed date."""
    documents = read(expand([folder], (".tml",)))
    with out.open("w", encoding="utf-8") as lines:
        for document, sentences in zip(documents, language.parse(documents), strict=True):
            expressions = timex.resolve(document, timex.recognise(document))
            for mention in events.extract(document, sentences, expressions):
                first, last = mention.interval.iso() if mention.interval else (None, None)
                if first and last:
                    row = {"doc": document.name, "event_start": mention.trigger.start}
                    lines.write(json.dumps(row | {"date_start": first, "date_end": last}) + "\n")


def triggers(folder: Path, out: Path) -> None:
    """One JSON line for each event word."""
    documents = read(expand([folder], (".tml",)))
    with out.open("w", encoding="utf-8") as lines:
        for document, sentences in zip(documents, language.parse(documents), strict=True):
            for mention in events.extract(document, sentences, ()):
                row = {"doc": document.name, "start": mention.trigger.start, "end": mention.trigger.end}
                lines.write(json.dumps(row) + "\n")


def main() -> None:
    """Runs one of the three measurements."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("measure", choices=["speed", "dates", "triggers"])
    parser.add_argument("paths", nargs="+", type=Path)
    options = parser.parse_args()
    try:
        if options.measure == "speed":
            speed(options.paths)
        else:
            {"dates": dates, "triggers": triggers}[options.measure](*options.paths)
    except (readers.ReadError, ElementTree.ParseError, TypeError) as error:
        parser.error(str(error))


if __name__ == "__main__":
    main()
