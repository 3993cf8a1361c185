"""Texts of four kinds, annotated by hand as TIMEX3 guidelines ask: every expression, its type and its value.

`tests/timex/texts/KIND.txt` holds texts that begin with `@ DATE` (the day of publication, or none); an expression is
written [words|TYPE|value] or [words|TYPE|value|mod]. Those under `later` were written before any rule was read, and
none was changed afterwards. Not every annotation is met: what is asked of each kind is a floor under how many are.
"""

import datetime as dt
import re
from pathlib import Path

import pytest

from pipeline.timex import resolve_text

TEXTS = Path(__file__).parent / "texts"
MARK = re.compile(r"\[([^|\]]+)\|([A-Z]+)\|([^\]|]*)(?:\|[A-Z_]+)?\]")
Annotation = tuple[int, int, str, str]
FLOORS = {
    "histories": (0.97, 0.96),
    "messages": (0.94, 0.90),
    "news": (0.96, 0.94),
    "reports": (0.95, 0.93),
    "later/histories": (0.87, 0.83),
    "later/messages": (0.94, 0.85),
    "later/news": (0.94, 0.89),
    "later/reports": (0.96, 0.92),
}
"""Kind -> least strict F1, and least F1 of same words, type and value."""


def annotated(kind: str) -> list[tuple[dt.date | None, str, list[Annotation]]]:
    found = []
    for part in re.split(r"(?m)^@ ", (TEXTS / f"{kind}.txt").read_text("utf-8"))[1:]:
        head, _, body = part.partition("\n")
        text, wanted, position = "", [], 0
        for mark in MARK.finditer(body):
            text += body[position : mark.start()]
            wanted.append((len(text), len(text) + len(mark[1]), mark[2], mark[3]))
            text, position = text + mark[1], mark.end()
        text += body[position:]
        found.append((None if head == "none" else dt.date.fromisoformat(head), text, wanted))
    return found


@pytest.mark.parametrize("kind", FLOORS)
def test_kind(kind: str) -> None:
    wanted, found, strict, right, missing = 0, 0, 0, 0, []
    for published, text, gold in annotated(kind):
        mine = {(t.span.start, t.span.end): (t.type, t.value) for t in resolve_text(text, published)}
        wanted, found = wanted + len(gold), found + len(mine)
        strict += sum((start, end) in mine for start, end, _, _ in gold)
        right += sum(mine.get((start, end)) == (type_, value) for start, end, type_, value in gold)
        missing += [text[a:b] for a, b, *rest in gold if mine.get((a, b)) != tuple(rest)]
    least_strict, least_right = FLOORS[kind]
    assert 2 * strict / (wanted + found) >= least_strict, missing
    assert 2 * right / (wanted + found) >= least_right, missing


@pytest.mark.parametrize("kind", FLOORS)
def test_there_are_enough_texts(kind: str) -> None:
    assert len(annotated(kind)) >= 12
