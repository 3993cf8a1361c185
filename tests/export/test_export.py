"""Exports come back through foreign parsers, say what they left out, and run nothing in a spreadsheet."""

import codecs
import dataclasses
import io
import json

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.export import EXPORTERS, Exporter, ExportError, Statement, export, exporter
from pipeline.export.csv import PASSAGE, inert
from pipeline.export.needs import DATE
from pipeline.store import rows, schema
from tests.store import made

DOCUMENT = made.document("a")


def event_row(number: int, **changes: object) -> rows.TableRow:
    mention = dataclasses.replace(made.mention(DOCUMENT), mention_id=f"m{number}")
    (event,) = made.one_event_each([DOCUMENT], [mention])
    return rows.event_row(event) | changes


EVENTS = [
    event_row(1, title="Zoë meets Łukasz, they say", actors=["Zoë", "Łukasz"]),
    event_row(2, date_start=None, date_end=None, edtf=None, agreement="undated"),
    event_row(3, on_timeline=False),
    event_row(4, date_start=None),
]
KEPT = [row["event_id"] for row in (EVENTS[0], EVENTS[3], EVENTS[1])]


def written(events: list[rows.TableRow], chosen: Exporter, **options: object) -> tuple[bytes, Statement]:
    out = io.BytesIO()
    statement = export(events, out, chosen, **options)  # type: ignore[arg-type]
    return out.getvalue(), statement


def read_csv(data: bytes) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False)


def test_csv_opens_as_a_table() -> None:
    data, _ = written(EVENTS, exporter("csv"), filters=["actor Zoë"])
    frame = read_csv(data)
    assert [*frame.columns] == [*(column.column for column in schema.columns("events")), *PASSAGE]
    assert data.startswith(codecs.BOM_UTF8)
    assert sorted(frame["event_id"]) == sorted(KEPT)
    assert frame["title"].tolist().count("Zoë meets Łukasz, they say") == 1
    assert "Zoë; Łukasz" in frame["actors"].tolist()
    assert frame.iloc[-1]["date_start"] == frame.iloc[-1]["date_end"] == ""


def test_a_line_of_csv_can_be_cited() -> None:
    told = {"text": "=It  rained.\n", "title": "Weather", "day": "2021-05-03", "url": None}
    data, _ = written([EVENTS[0]], exporter("csv"), quote=lambda events: [one | {"passages": [told]} for one in events])
    (row,) = read_csv(data)[[*PASSAGE]].to_dict("records")
    assert row == {"passage": "'=It rained.", "article": "Weather", "article_published": "2021-05-03",
                   "article_url": ""}  # fmt: skip


def test_jsonl_opens_line_by_line() -> None:
    data, statement = written(EVENTS, exporter("jsonl"))
    first, *events = [json.loads(line) for line in data.splitlines()]
    assert first == {"export": statement.record}
    assert sorted(row["event_id"] for row in events) == sorted(KEPT)
    assert events[0]["candidates"][0]["date_start"] == "2021-05-03"
    assert events[-1]["date_start"] is None


def test_what_was_hidden_by_hand_is_left_out_and_what_was_corrected_is_counted() -> None:
    stated = json.dumps([{"field": "date", "before": "2021-05-02", "after": "2021-05-03", "author": "Ann"}])
    events = [*EVENTS, event_row(5, hidden=True), event_row(6, corrections=stated)]
    data, statement = written(events, exporter("csv"))
    assert statement.sentence == (
        "4 of 6 events (1 without a date, 1 corrected or marked by hand); filters: none; "
        "left out: 1 hidden by hand, 1 not on the timeline"
    )
    assert [cell for cell in read_csv(data)["corrections"] if cell != "[]"] == [stated]


def test_the_statement_counts() -> None:
    _, statement = written(EVENTS, exporter("csv"), filters=["2021", "actor Zoë"])
    assert statement.sentence == (
        "3 of 4 events (1 without a date); filters: 2021; actor Zoë; left out: 1 not on the timeline"
    )
    _, whole = written(EVENTS, exporter("csv"), off_timeline=True)
    assert whole.sentence == "4 of 4 events (1 without a date); filters: none; left out: none"
    calendar = dataclasses.replace(exporter("csv"), needs=(DATE,))
    _, dated = written(EVENTS, calendar)
    assert dated.left_out == (("not on the timeline", 1), ("without a date", 1))


@pytest.mark.parametrize("chosen", EXPORTERS, ids=lambda e: e.name)
def test_every_format_holds_no_event_at_all(chosen: Exporter) -> None:
    data, statement = written([], chosen)
    assert (b"0" in data or chosen.silent) and statement.exported == statement.total == 0


@pytest.mark.parametrize("chosen", EXPORTERS, ids=lambda e: e.name)
def test_every_format_is_named_once_and_gives_the_same_bytes(chosen: Exporter) -> None:
    assert [each.name for each in EXPORTERS].count(chosen.name) == 1
    assert exporter(chosen.name) is chosen
    assert chosen.suffix.startswith(".") and "/" in chosen.mime and chosen.label
    assert written(EVENTS, chosen) == written(EVENTS[::-1], chosen)


def test_an_unknown_format_is_refused_with_the_choices() -> None:
    with pytest.raises(ExportError, match="“docx”; choose one of csv, csvw, jsonl, "):
        exporter("docx")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("http://a.b")'])
def test_formulas_are_defused_in_every_text_column(cell: str) -> None:
    texts = {c.column: cell for c in schema.columns("events") if c.type == "string"}
    lists = {c.column: [cell] for c in schema.columns("events") if c.type == "list<string>"}
    data, _ = written([event_row(1, **texts, **lists)], exporter("csv"), filters=[cell])
    frame = pd.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False)
    assert not [value for value in frame.iloc[0] if value[:1] in tuple("=+-@\t\r\n")]
    assert frame.iloc[0]["title"] == f"'{cell}"


@given(st.text(), st.lists(st.text(min_size=1)))
def test_any_text_comes_back(title: str, names: list[str]) -> None:
    event = event_row(1, title=title, actors=names)
    data, _ = written([event], exporter("jsonl"))
    shown = json.loads(data.split(b"\n")[1])
    assert shown["title"] == title.encode("utf-8", "replace").decode()
    csv_data, _ = written([event], exporter("csv"))
    assert csv_data.decode("utf-8").count(event["event_id"]) == 1
    assert inert(inert(title)) == inert(title)
