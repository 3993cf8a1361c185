"""What must hold of any text at all."""

import datetime as dt
import itertools
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.calendar.interval import days, from_iso
from pipeline.calendar.timex3 import is_value
from pipeline.knowledge import named_days
from pipeline.model import Document
from pipeline.timex import recognise, resolve, resolve_text
from pipeline.timex.recognition.lexicon import words
from tests.cost import growth, seconds

WORDS = """
    on Monday last next this the two three weeks ago days after before May March 3 15th 2022 1941-45 of early late mid
    year quarter first summer Victory Day yesterday tomorrow a an and to from until , . - – ' 's \U0001f600 \u200f Nov.
    28 10:35 p.m. 8pm noon 30s '98 20th century half decade every daily now recently said will 31 Feb. 99 0
    вчера в 2022 году три дні таму
"""
TEXTS = st.lists(st.sampled_from([*re.findall(r"\S+", WORDS), "\n\n"]), max_size=40).map(" ".join)
DAYS = st.dates(min_value=dt.date(1600, 1, 1), max_value=dt.date(2400, 1, 1))
WIDTH = {"day": 1, "week": 7, "month": 28, "quarter": 90, "season": 89, "year": 365}
PARTS = {"START", "MID", "END"}


@given(text=st.text(max_size=300), published=st.none() | DAYS)
@settings(max_examples=300, deadline=None)
def test_never_raises_on_any_text(text: str, published: dt.date | None) -> None:
    for timex in resolve_text(text, published):
        assert text[timex.span.start : timex.span.end] == timex.text


@given(text=TEXTS, published=st.none() | DAYS)
@settings(max_examples=400, deadline=None)
def test_offsets_and_granularity(text: str, published: dt.date | None) -> None:
    for timex in resolve_text(text, published):
        assert text[timex.span.start : timex.span.end] == timex.text
        assert timex.trace
        if timex.interval and timex.interval.width and timex.mod not in PARTS and timex.type == "DATE":
            # "Earlier this month" ends with the day it is said, so a part of its period may be shorter.
            least = 1 if timex.text.lower().startswith(("earlier", "later")) else WIDTH.get(timex.granularity, 1)
            assert timex.interval.width >= least, timex


LEXICON = sorted({row.word for row in words()} | {day.name for day in named_days()})
MORE = [
    "of",
    "the",
    "on",
    "in",
    "O.S.",
    "BC",
    "3-7",
    "1/2",
    "2022-05-03T10:00",
    "01/02/2022",
    "'s",
    ",",
    ".",
    "election",
]


@given(
    chosen=st.lists(st.sampled_from([*LEXICON, *MORE, *re.findall(r"\S+", WORDS)]), max_size=30),
    published=st.none() | DAYS,
    wide=st.booleans(),
)
@settings(max_examples=500, deadline=None)
def test_every_value_is_timex3(chosen: list[str], published: dt.date | None, wide: bool) -> None:
    interval = days(published, published + dt.timedelta(40)) if published and wide else None
    for timex in resolve_text(" ".join(chosen), interval or published):
        assert is_value(timex.value), (timex.text, timex.value, timex.rule_id)


def test_every_named_day_has_a_timex3_value() -> None:
    for day in named_days():
        for published in (None, dt.date(2022, 7, 5), dt.date(1930, 1, 1)):
            for timex in resolve_text(f"They met on {day.name}.", published):
                assert is_value(timex.value), (day.day_id, timex.value)


@given(published=DAYS)
def test_expressions_do_not_overlap(published: dt.date) -> None:
    found = resolve_text(
        "On Monday, Nov. 28, two days after the vote of May 3-7, 2021, last June in the late 1930s", published
    )
    for one, other in itertools.pairwise(found):
        assert one.span.end <= other.span.start


BY_DAYS = (
    "He left on Monday", "They meet next Friday", "It will open on Sunday", "yesterday he came",
    "the day before last Tuesday",
)  # fmt: skip


@given(published=DAYS, weeks=st.integers(-200, 200), text=st.sampled_from(BY_DAYS))
def test_whole_weeks_shift_weekdays_alike(published: dt.date, weeks: int, text: str) -> None:
    moved = published + dt.timedelta(weeks=weeks)
    one, other = resolve_text(text, published)[0].interval, resolve_text(text, moved)[0].interval
    assert one is not None
    assert other is not None
    assert one.start is not None
    assert other.start is not None
    assert other.start - one.start == 7 * weeks


@given(published=DAYS)
def test_an_unsure_publication_day_is_inherited_whole(published: dt.date) -> None:
    wide = days(published, published + dt.timedelta(20))
    for text in ("yesterday", "on Monday he left", "last month", "on Nov. 26 he left"):
        joined = resolve_text(text, wide)[0].interval
        assert joined is not None
        for step in range(21):
            single = resolve_text(text, published + dt.timedelta(step))[0].interval
            assert single is not None
            assert joined.contains(single)


def test_two_runs_are_equal() -> None:
    text = "On Monday, Nov. 28, he left; two weeks earlier, in early September, he came."
    assert resolve_text(text, dt.date(2022, 11, 29)) == resolve_text(text, dt.date(2022, 11, 29))


def _resolving(text: str) -> Callable[[], object]:
    day = from_iso("2022-07-05", "2022-07-05")
    document = Document(
        doc_id="d", name="d", source_uri="d", text=text, blocks=(), published=day, published_basis="given"
    )
    return lambda: resolve(document, recognise(document))


@pytest.mark.parametrize(
    "piece",
    [
        "On Monday, Nov. 28, 2022, two weeks after the vote, he left for the third quarter of 1984. ",
        "in in in in on on the the the a a ",
        "twenty twenty twenty and and a half half ",
        "May May May 3 3 3 , , , ",
    ],
)
def test_time_is_linear(piece: str) -> None:
    resolve_text(piece, dt.date(2022, 7, 5))
    small, large = _resolving(piece * 100), _resolving(piece * 10_000)
    assert growth(small, large, enough=120) <= 120  # a hundred times the text


def test_time_is_linear_in_an_undated_text() -> None:
    piece = "On Sunday it was quiet today. "
    resolve_text(piece, None)
    small, large = (lambda: resolve_text(piece * 50, None)), (lambda: resolve_text(piece * 5000, None))
    assert growth(small, large, enough=120) <= 120


@pytest.mark.parametrize("published", [dt.date.min, dt.date.max])
def test_the_ends_of_the_calendar_are_no_error(published: dt.date) -> None:
    for text in ("this Friday", "this Saturday he left", "the weekend", "last weekend", "on Monday the 5th"):
        assert resolve_text(text, published)


@pytest.mark.parametrize("text", ["7" * 10_000_000, "1," * 100_000, "1:" * 100_000, "2022-" * 100_000, "'" * 100_000])
def test_hostile_digits_do_not_blow_up(text: str) -> None:
    assert seconds(_resolving(text)) < 20


def test_no_date_in_a_text_without_dates() -> None:
    document = Document(doc_id="d", name="d", source_uri="d", text="He may go, they march, the Sun shone.", blocks=())
    assert resolve(document, recognise(document)) == ()
