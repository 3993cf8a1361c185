"""TimeML: text, title and creation time."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pipeline.calendar.interval import from_iso
from pipeline.readers import read
from tests.readers.files import write

GOLD = Path(__file__).resolve().parents[3] / "shared"


def test_timeml_gives_text_title_and_creation_time(tmp_path: Path) -> None:
    source = (
        '<?xml version="1.0"?><TimeML><DCT><TIMEX3 tid="t0" type="TIME" value="1998-11-20T19:30" '
        'functionInDocument="CREATION_TIME">x</TIMEX3></DCT><TITLE>A  title</TITLE><TEXT>\nR&D &amp; '
        '<EVENT eid="e1">spoke</EVENT> on <TIMEX3 tid="t1" value="XXXX">Monday</TIMEX3>.\n</TEXT></TimeML>'
    )
    document = read(write(tmp_path / "a.tml", source))
    assert document.text == "\nR&D & spoke on Monday.\n"
    assert document.title == "A title"
    assert document.published == from_iso("1998-11-20", "1998-11-20")


@pytest.mark.gold
def test_timeml_text_equals_the_reference_reader() -> None:
    folder = GOLD / "gold" / "tbaq"
    if not folder.is_dir():
        pytest.skip(f"no reference texts at {folder}")
    sys.path.insert(0, str(GOLD / "score"))
    try:
        import tml
    finally:
        sys.path.pop(0)
    for path in sorted(folder.glob("*/*.tml")):
        assert read(path).text == tml.parse(path).text


@pytest.mark.gold
def test_wire_copy_is_nearly_all_body() -> None:
    folder = GOLD / "gold" / "tbaq"
    if not folder.is_dir():
        pytest.skip(f"no reference texts at {folder}")
    sizes = {"body": 0, "other": 0}
    for path in folder.glob("*/*.tml"):
        for block in read(path).blocks:
            sizes["body" if block.kind == "body" else "other"] += block.span.end - block.span.start
    assert sizes["other"] < 0.002 * sizes["body"]
