"""Whose report an article carries is told by dateline, byline and credit line, and by nothing that is only cited."""

from __future__ import annotations

import pytest

from pipeline.readers.blocks import mark
from pipeline.readers.wire import WireCue, agency_of, compiled, wire_cues


@pytest.mark.parametrize("cue", wire_cues(), ids=lambda cue: f"{cue.where}-{cue.positive[0][:30]}")
def test_a_cue_keeps_to_its_examples(cue: WireCue) -> None:
    assert cue.positive
    assert cue.negative
    assert [line for line in cue.positive if not compiled(cue).search(line)] == []
    assert [line for line in cue.negative if compiled(cue).search(line)] == []


@pytest.mark.parametrize(
    ("text", "author", "agency"),
    [
        ("A Bridge Reopens\n\nGRODNO, Belarus (AP) — The bridge opened on Friday.", None, "Associated Press"),
        ("A Bridge Reopens\n\nMOSCOW, July 4. /TASS/. The bridge opened.", None, "TASS"),
        ("A Bridge Reopens\n\nThe bridge opened.\n\nReporting by Anna Dorn; Editing by Ivan Petrov", None, "Reuters"),
        ("A Bridge Reopens\n\nThe bridge opened.\n\nSource: AFP", None, "Agence France-Presse"),
        ("A Bridge Reopens\n\nThe bridge opened on Friday.", "Associated Press", "Associated Press"),
        ("A Bridge Reopens\n\nThe bridge opened on Friday, TASS reported.", "Anna van Dorn", None),
        ("A Bridge Reopens\n\nOfficials told Reuters (and AP) that it opened.", None, None),
    ],
)
def test_the_agency_is_told(text: str, author: str | None, agency: str | None) -> None:
    assert agency_of(text, mark(text), author) == agency
