"""Records survive the way to the tables and back, and every column is documented and filled."""

import datetime as dt

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.calendar.interval import FIRST_DAY, LAST_DAY, Interval
from pipeline.model import Issue, Span
from pipeline.readers import fingerprint
from pipeline.store import rows, schema
from tests.store import made

SURE_TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1)


@st.composite
def intervals(draw: st.DrawFn) -> Interval | None:
    first = draw(st.none() | st.integers(FIRST_DAY, LAST_DAY))
    last = draw(st.none() | st.integers(first or FIRST_DAY, LAST_DAY))
    return None if first is None and last is None else Interval(first, None if last is None else last + 1)


@given(interval=intervals(), text=SURE_TEXT)
def test_documents_come_back(interval: Interval | None, text: str) -> None:
    document = made.document("a", text, published=interval, outlet=text, author=None, fingerprint=fingerprint(text))
    assert rows.document(rows.document_row(document)) == document


@given(interval=intervals(), text=SURE_TEXT)
def test_expressions_come_back(interval: Interval | None, text: str) -> None:
    timex = made.timex(made.document("a"), interval=interval, text=text, edtf=None, sensitivity="moves by whole days")
    assert rows.timex(rows.timex_row(timex)) == timex


@given(interval=intervals(), names=st.lists(SURE_TEXT).map(tuple))
def test_mentions_come_back(interval: Interval | None, names: tuple[str, ...]) -> None:
    mention = made.mention(
        made.document("a"), interval=interval, actors=names, claim_chain=names, claim_span=Span(1, 2), timex_span=None
    )
    assert rows.mention(rows.mention_row(mention)) == mention


@given(interval=intervals(), names=st.lists(SURE_TEXT).map(tuple))
def test_events_come_back(interval: Interval | None, names: tuple[str, ...]) -> None:
    document = made.document("a")
    mention = made.mention(document, interval=interval, recipients=names)
    (event,) = made.one_event_each([document], [mention])
    assert rows.event(rows.event_row(event)) == event


def test_issues_come_back() -> None:
    issue = Issue("a.txt", "readers", "skipped", "a.txt: is empty; remove it")
    assert rows.issue(rows.issue_row(issue)) == issue


def test_tables_hold_inclusive_days() -> None:
    row = rows.timex_row(made.timex(made.document("a"), interval=Interval(LAST_DAY - 1, LAST_DAY + 1)))
    assert (row["date_start"], row["date_end"]) == (dt.date(9999, 12, 30), dt.date(9999, 12, 31))


STAMPED = {"reading", "source_id"}
MADE = {
    "documents": rows.document_row(made.document("a")),
    "timexes": rows.timex_row(made.timex(made.document("a"))),
    "mentions": rows.mention_row(made.mention(made.document("a"))),
    "events": rows.event_row(made.one_event_each([made.document("a")], [made.mention(made.document("a"))])[0]),
    "issues": rows.issue_row(Issue("a.txt", "readers", "skipped", "a.txt: is empty")),
}


@pytest.mark.parametrize("name", schema.TABLES)
def test_every_column_is_typed_documented_and_filled(name: schema.TableName) -> None:
    columns = schema.columns(name)
    assert {c.column for c in columns} - STAMPED == set(MADE[name])
    assert len({c.column for c in columns}) == len(columns)
    for column in columns:
        assert column.meaning and column.stage, column
        assert column.unit or column.type != "json", f"{name}.{column.column}: say what the JSON holds"
    table = pa.Table.from_pylist([MADE[name] | dict.fromkeys(STAMPED, "x")], schema=schema.arrow(name))
    for field in schema.arrow(name):
        assert field.nullable or table.column(field.name).null_count == 0
