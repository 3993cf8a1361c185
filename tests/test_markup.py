"""TimeML written by us is read by our own reader, and by any XML parser, as the same text."""

import xml.etree.ElementTree as ET
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pipeline import readers
from pipeline.calendar.interval import from_iso
from pipeline.markup import timeml
from pipeline.model import Block, Document, Span
from pipeline.timex import recognise, resolve


def article(text: str) -> Document:
    return Document(
        doc_id="d",
        name="n",
        source_uri="n.txt",
        text=text,
        blocks=(Block("body", Span(0, len(text))),) if text else (),
        published=from_iso("2022-07-12", "2022-07-12"),
        published_basis="given",
    )


def test_expressions_stand_in_line(tmp_path: Path) -> None:
    document = article("The talks < a summit > were held on Monday & again in May 2021.\r\nNo more.")
    written = tmp_path / "a.tml"
    written.write_text(timeml(document, resolve(document, recognise(document))), "utf-8", newline="")
    root = ET.parse(written).getroot()  # noqa: S314 - our own output
    assert [(t.text, t.get("value")) for t in root.iterfind("TEXT/TIMEX3")] == [
        ("Monday", "2022-07-11"),
        ("May 2021", "2021-05"),
    ]
    again = readers.read(written)
    assert again.text == document.text
    assert again.published == document.published


@given(st.text())
def test_any_text_is_well_formed(text: str) -> None:
    document = article(text)
    root = ET.fromstring(timeml(document, resolve(document, recognise(document))).encode("utf-8", "replace"))  # noqa: S314
    assert len("".join(root.find("TEXT").itertext())) == len(text)  # type: ignore[union-attr]
