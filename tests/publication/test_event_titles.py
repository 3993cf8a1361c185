"""A title that names an event with its date dates the event; one that names a kind of text dates the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.calendar.interval import from_iso
from pipeline.publication import decide
from pipeline.publication.event_titles import TextKind, names_event, text_kinds
from pipeline.timex import recognise
from tests.publication.expressions import article

TOLD = [
    "Battle of Borodino, 7 September 1812",
    "The election of 9 August 2020",
    "What happened on 24 February 2022",
    "Second siege of Varnitsa (3 May 1877)",
]
WRITTEN = [
    "by A. Reader on 7 September 2012",
    "Belarus Weekly, 7 September 2012",
    "7 September 2012",
    "Speech: 7 May 2012",
]


@pytest.mark.parametrize("title", TOLD)
def test_the_day_of_an_event_is_no_day_of_publication(tmp_path: Path, title: str) -> None:
    document = article(tmp_path, f"{title}\n\nThe river was high. Nobody crossed it.")
    assert decide(document, recognise(document)).published is None


@pytest.mark.parametrize("line", WRITTEN)
def test_a_line_that_names_no_event_is_a_date_line(tmp_path: Path, line: str) -> None:
    document = article(tmp_path, f"{line}\n\nThe river was high. Nobody crossed it.")
    day = "2012-05-07" if "May" in line else "2012-09-07"
    assert decide(document, recognise(document)).published == from_iso(day, day)


@pytest.mark.parametrize("kind", text_kinds(), ids=lambda kind: kind.word)
def test_a_kind_of_text_is_no_event(kind: TextKind) -> None:
    before = kind.example[: next(i for i, letter in enumerate(kind.example) if letter.isdigit())]
    assert kind.word in before.lower()
    assert not names_event(before)
