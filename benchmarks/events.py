"""How well and how fast events are found, dated, told and joined, beside named baselines, in one run.

    python benchmarks/events.py REFERENCE [--only triggers anchors seeds se15 speed] [--texts FOLDER]

REFERENCE holds the reference texts under gold/ (tbaq, seeds, se15_trial) and the scoring scripts under score/. What is
trained is scored five-fold by document: no text is scored by weights that saw it. Each line gives our figure, that of a
baseline, and their ratio. Speed counts processor seconds of one process: both ways read all the texts once untimed, so
that neither fills caches for the other, then by turns, and the best of three of each counts.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import importlib
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import spacy
import timeml
import train_linker
import train_triggers
from anchors import by_pipeline

from pipeline import flow
from pipeline.model import Document
from pipeline.readers import Given
from pipeline.settings.events import LINKER_THRESHOLD, TRIGGER_THRESHOLD
from pipeline.settings.language import SPACY_MODEL

ROOT = Path(__file__).resolve().parent.parent
FALSE_SHARE = 0.25
"""Share of events without a gold date that may get one."""
ROUNDS = 3
"""Times that each way is timed when speed is measured."""
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the report; `baseline` is None where no other tool gives the figure."""

    measure: str
    ours: float
    unit: str
    against: str = ""
    baseline: float | None = None

    def __str__(self) -> str:
        beside = ""
        if self.baseline:
            beside = f"   {self.against} {self.baseline:.1f}   ratio {self.ours / self.baseline:.2f}"
        return f"{self.measure:<58} {self.ours:8.1f} {self.unit:<8}{beside}"


def scorer(reference: Path, name: str) -> Any:
    """A scoring script as a module."""
    folder = str(reference / "score")
    if folder not in sys.path:
        sys.path.append(folder)
    return importlib.import_module(name)


def triggers(reference: Path) -> Iterator[Figure]:
    """Event words, five-fold, beside every verb."""
    folders = _corpora(reference)
    documents = list(train_triggers.examples(timeml.files(folders)))
    found = train_triggers.predict(documents, TRIGGER_THRESHOLD.number)
    verbs = (
        {"doc": name, "start": row.start, "end": row.end}
        for name, rows in documents
        for row in rows
        if "pos=VERB" in row.features
    )
    ours, theirs = (_trigger_f1(reference, folders, list(rows)) for rows in (found, verbs))
    yield Figure("event words, F1 (head), five-fold", ours, "%", "every verb", theirs)


def _trigger_f1(reference: Path, folders: Sequence[Path], rows: list[Row]) -> float:
    score = scorer(reference, "score_events")
    hit = predicted = gold = 0
    for folder in folders:
        documents = score.read_gold(str(folder))
        names = {d["doc"] for d in documents}
        head = score.score(documents, [r for r in rows if r["doc"] in names], set(), False)["head"]
        hit, predicted, gold = hit + head["tp"], predicted + head["pred"], gold + head["gold"]
    return 200 * hit / (predicted + gold)


def anchors(reference: Path) -> Iterator[Figure]:
    """Days of events by reference expressions, five-fold, beside one day for all and the nearest expression."""
    score = scorer(reference, "score_anchor")
    gold = [d for folder in _corpora(reference) for d in scorer(reference, "tml").parse_dir(str(folder))]
    corpora = [timeml.read(path) for path in timeml.files(_corpora(reference))]
    documents = list(train_linker.examples(timeml.files(_corpora(reference))))
    dct, nearest = (_naive(score, gold, how) for how in ("dct", "nearest"))
    every = list(train_linker.predict(documents, sparse=False))
    right, _ = _anchored(score, gold, [row for _, row in every])
    yield Figure("one-day events on the right day, linker, all dated", right, "%", "nearest in sentence", nearest)
    yield Figure("  the same", right, "%", "publication day for all", dct)
    scarce = sorted(train_linker.predict(documents, sparse=True), key=lambda pair: -pair[0])
    right, wrongly = _at_share(score, gold, [row for _, row in scarce])
    yield Figure(f"  the same, where {wrongly:.0f}% of undatable events get a day", right, "%")
    sure = [row for chance, row in every if chance >= LINKER_THRESHOLD.number]
    right, wrongly = _anchored(score, gold, sure)
    yield Figure(f"  the same, from p {LINKER_THRESHOLD.number} on; undatable dated {wrongly:.0f}%", right, "%")
    right, wrongly = _anchored(score, gold, list(by_pipeline(corpora, documents)))
    yield Figure(f"  rules and linker as shipped; undatable dated {wrongly:.0f}%", right, "%")


def _naive(score: Any, gold: list[Any], how: str) -> float:
    def guess(d: Any) -> Any:
        return score.baseline(d, how, [(t.start, t.end, t.type, t.value) for t in d.timexes])

    counts = score.score(gold, guess, False)
    return 100 * float(counts["day_right"]) / float(counts["day"])


def _anchored(score: Any, gold: list[Any], rows: Iterable[Row]) -> tuple[float, float]:
    """Percent of one-day events on the right day, and of events without a gold date that got one."""
    by_doc: dict[str, list[Row]] = {}
    for row in rows:
        by_doc.setdefault(row["doc"], []).append(row)

    def told(d: Any) -> dict[str, tuple[dt.date, dt.date]]:
        return {
            e.eid: (dt.date.fromisoformat(r["date_start"]), dt.date.fromisoformat(r["date_end"]))
            for r in by_doc.get(d.id, [])
            for e in d.events
            if e.start <= r["event_start"] < e.end
        }

    counts = score.score(gold, told, False)
    return 100 * counts["day_right"] / counts["day"], 100 * counts["undated_given"] / counts["undated"]


def _at_share(score: Any, gold: list[Any], rows: list[Row]) -> tuple[float, float]:
    """The most rows, the most probable first, that date no more undatable events than FALSE_SHARE."""
    low, high = 0, len(rows)
    while low < high:
        middle = (low + high + 1) // 2
        within = _anchored(score, gold, rows[:middle])[1] <= 100 * FALSE_SHARE
        low, high = (middle, high) if within else (low, middle - 1)
    return _anchored(score, gold, rows[:low])


def seeds(reference: Path) -> Iterator[Figure]:
    """Actors, claimants, factuality and dates on annotated articles; no other tool gives them."""
    for folder in ("seeds", "seeds_dated"):
        if not (reference / "gold" / folder).is_dir():
            continue
        with TemporaryDirectory() as scratch:
            out = Path(scratch) / "events.jsonl"
            out.write_text(_told(reference / "gold" / folder), "utf-8")
            script, key = reference / "score" / "score_timeline.py", reference / "gold" / "seeds_gold.json"
            command = [sys.executable, str(script), str(key), "--events", str(out), "--json"]
            found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["events"]
        yield Figure(f"{folder}: actors, F1", 100 * found["actors"]["f1"], "%")
        for name in ("claimant_right", "factuality_right", "date_exact", "date_compatible", "precision_events"):
            yield Figure(f"{folder}: {name}", 100 * found[name]["rate"], "%")


def se15(reference: Path) -> Iterator[Figure]:
    """Timelines of given people and products, beside the nearest date in the sentence and same-lemma clusters."""
    score, folder = scorer(reference, "score_se15"), reference / "gold" / "se15_trial"
    rows = [json.loads(line) for line in _told(folder / "docs").splitlines()]
    naive = [row | _nearest(folder / "docs", row, rows) | {"event_id": _lemma(folder / "docs", row)} for row in rows]
    for given in (False, True):
        ours, theirs = (score.score(folder, [dict(r) for r in told], given, False) for told in (rows, naive))
        how = "events given" if given else "raw text"
        pairs = [
            ("dates exact of covered", _share(ours, "d_ok", "d_cov"), _share(theirs, "d_ok", "d_cov")),
            ("dates covered", _share(ours, "d_cov", "d_n"), None),
            ("timeline F1", *(_f1(c, "c_pv", "c_p", "c_gv", "c_g") for c in (ours, theirs))),
            ("cross-document F1", *(_f1(c, "x_tp", "x_p", "x_tp", "x_g") for c in (ours, theirs))),
        ]
        for name, mine, other in pairs:
            against = "same lemma" if "cross" in name else "nearest in sentence"
            yield Figure(f"timelines, {how}: {name}", mine, "%", against, other)


def _nearest(folder: Path, row: Row, rows: list[Row]) -> Row:
    """The day of publication, or that of the nearest expression which dates a mention of the sentence."""
    meta = json.loads((folder / f"{row['doc']}.json").read_text("utf-8"))
    beside = [r for r in rows if (r["doc"], r["passage_start"]) == (row["doc"], row["passage_start"])]
    dated = [r for r in beside if r["timex_start"] is not None and r["date_start"] and r["date_end"]]
    best = min(dated, key=lambda r: abs(r["timex_start"] - row["trigger_start"]), default=None)
    days = (best["date_start"], best["date_end"]) if best else (meta["published"], meta["published"])
    return {"date_start": days[0], "date_end": days[1]}


def _lemma(folder: Path, row: Row) -> str:
    """The first letters of the event word: what a search for the same word would join."""
    return (folder / f"{row['doc']}.txt").read_text("utf-8")[row["trigger_start"] : row["trigger_end"]].lower()[:5]


def speed(texts: Path) -> Iterator[Figure]:
    """Words a second from text to joined events, beside spaCy's own full pipeline on the same texts."""
    paths = sorted(path for path in texts.rglob("*") if path.suffix in (".md", ".txt"))
    documents = [each for each in flow.read(paths, given=Given()) if isinstance(each, Document)]
    words = sum(len(document.text.split()) for document in documents)
    nlp = spacy.load(str(SPACY_MODEL.default))
    whole = [document.text for document in documents]
    theirs, ours = _alternating(lambda: list(nlp.pipe(whole, batch_size=16)), lambda: _read_all(documents))
    yield Figure("words a second, text to joined events", words / ours, "words/s", "spaCy's pipeline", words / theirs)


def _read_all(documents: Sequence[Document]) -> None:
    found = flow.analyse(documents, today=None)
    flow.cluster([each for each in found if isinstance(each, flow.Reading)])


def _alternating(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """The least processor seconds of each, in turns after one untimed run of both."""
    one()
    other()
    rounds = [(_seconds(one), _seconds(other)) for _ in range(ROUNDS)]
    return min(first for first, _ in rounds), min(second for _, second in rounds)


def _seconds(run: Callable[[], object]) -> float:
    gc.collect()
    started = time.process_time()
    run()
    return time.process_time() - started


def _told(folder: Path) -> str:
    command = [sys.executable, "-m", "pipeline", "events", str(folder)]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def _corpora(reference: Path) -> list[Path]:
    return sorted(path for path in (reference / "gold" / "tbaq").iterdir() if path.is_dir())


def _share(counts: Counter[str], part: str, whole: str) -> float:
    return 100 * counts[part] / max(1, counts[whole])


def _f1(counts: Counter[str], right: str, predicted: str, found: str, gold: str) -> float:
    precision, recall = _share(counts, right, predicted), _share(counts, found, gold)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


MEASURES: tuple[tuple[str, Callable[[Path], Iterator[Figure]]], ...] = (
    ("triggers", triggers),
    ("anchors", anchors),
    ("seeds", seeds),
    ("se15", se15),
)


def main() -> None:
    """Runs the measures asked for, all by default."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    names = [name for name, _ in MEASURES]
    parser.add_argument("reference", type=Path)
    parser.add_argument("--only", nargs="+", choices=[*names, "speed"], default=[*names, "speed"])
    parser.add_argument("--texts", type=Path, default=ROOT / "data" / "sample", help="what the speed is measured on")
    options = parser.parse_args()
    if not (options.reference / "score").is_dir() or not (options.reference / "gold").is_dir():
        parser.error(f"{options.reference}: it has no folders gold/ and score/; give the folder that holds both")
    for name, measure in MEASURES:
        if name in options.only:
            for figure in measure(options.reference):
                print(figure, flush=True)
    if "speed" in options.only:
        print(*speed(options.texts))


if __name__ == "__main__":
    main()
