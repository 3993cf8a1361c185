"""Days, values and EDTF."""

import datetime as dt

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from pipeline.calendar.edtf import from_edtf, to_edtf
from pipeline.calendar.interval import Interval, days
from pipeline.calendar.operators import easter, nearest_weekday, nth_weekday, orthodox_easter, shift
from pipeline.calendar.timex3 import duration, granularity_of, in_words, interval_of, narrow, value_at

DAYS = st.dates(min_value=dt.date(1, 1, 1), max_value=dt.date(9999, 12, 30))
UNITS = st.sampled_from(["day", "week", "month", "quarter", "half", "season", "year", "decade", "century", "weekend"])


@given(first=DAYS, length=st.integers(0, 40_000), uncertain=st.booleans(), approximate=st.booleans())
def test_edtf_round_trip(first: dt.date, length: int, uncertain: bool, approximate: bool) -> None:
    last = dt.date.fromordinal(min(first.toordinal() + length, dt.date(9999, 12, 31).toordinal()))
    assert from_edtf(to_edtf(days(first, last), uncertain=uncertain, approximate=approximate)) == days(first, last)


@given(day=DAYS, opens=st.booleans())
def test_edtf_open_ends(day: dt.date, opens: bool) -> None:
    interval = days(None, day) if opens else days(day, None)
    text = to_edtf(interval)
    assert from_edtf(text) == interval
    assert str(parse_edtf(text)) == text


@given(unit=UNITS, day=st.dates(min_value=dt.date(1001, 1, 1), max_value=dt.date(9000, 1, 1)))
def test_edtf_agrees_with_the_library(unit: str, day: dt.date) -> None:
    interval = interval_of(value_at(unit, day))
    assert interval is not None
    text = to_edtf(interval)
    parsed = parse_edtf(text)
    assert str(parsed) == text
    assert tuple(parsed.lower_strict()[:3]) == interval.first_day.timetuple()[:3]  # type: ignore[union-attr]
    assert tuple(parsed.upper_strict()[:3]) == interval.last_day.timetuple()[:3]  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["", "hello", "2022-13", "2022-02-30", "22", "20XXX"])
def test_no_edtf(text: str) -> None:
    with pytest.raises(ValueError, match="EDTF"):
        from_edtf(text)


@given(unit=UNITS, day=st.dates(min_value=dt.date(2, 1, 1), max_value=dt.date(9990, 1, 1)))
def test_the_period_of_a_day_holds_it(unit: str, day: dt.date) -> None:
    interval = interval_of(value_at(unit, day))
    assert interval is not None
    assert interval.contains(days(day, day)) or unit == "weekend"


@given(
    unit=UNITS,
    day=st.dates(min_value=dt.date(2, 1, 1), max_value=dt.date(9990, 1, 1)),
    mod=st.sampled_from(["START", "MID", "END"]),
)
def test_a_part_lies_inside_its_whole(unit: str, day: dt.date, mod: str) -> None:
    value = value_at(unit, day)
    whole, part = interval_of(value), narrow(value, mod)
    assert whole is not None
    assert part is not None
    assert whole.contains(part)


@given(
    day=DAYS,
    unit=st.sampled_from(["day", "week", "month", "year", "decade", "century"]),
    number=st.integers(-(10**7), 10**7),
)
def test_shift_stays_inside_the_calendar(day: dt.date, unit: str, number: int) -> None:
    moved = shift(day, unit, number)
    assert moved is None or number == 0 or (moved > day) == (number > 0) or moved == day


@given(day=st.dates(min_value=dt.date(2, 1, 1), max_value=dt.date(9990, 1, 1)), weekday=st.integers(1, 7))
def test_nearest_weekday(day: dt.date, weekday: int) -> None:
    before, here, after = (nearest_weekday(day, weekday, step) for step in (-1, 0, 1))
    assert before is not None
    assert here is not None
    assert after is not None
    assert before < day < after
    assert here <= day
    assert {d.isoweekday() for d in (before, here, after)} == {weekday}
    assert (after - before).days in {7, 14}


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [(2022, "2022-04-17", "2022-04-24"), (2023, "2023-04-09", "2023-04-16"), (2025, "2025-04-20", "2025-04-20")],
)
def test_easter(year: int, western: str, eastern: str) -> None:
    assert easter(year).isoformat() == western
    assert orthodox_easter(year).isoformat() == eastern


def test_nth_weekday() -> None:
    assert nth_weekday(2022, 11, 4, 4) == dt.date(2022, 11, 24)
    assert nth_weekday(2022, 7, 7, -1) == dt.date(2022, 7, 31)


@pytest.mark.parametrize(
    ("value", "granularity"),
    [("2022", "year"), ("2022-07", "month"), ("2022-W27", "week"), ("2022-Q3", "quarter"), ("2022-SP", "season"),
     ("193", "decade"), ("19", "century"), ("2022-07-04", "day"), ("2022-07-04T20:00", "minute"),
     ("2022-07-04TNI", "day"), ("PAST_REF", "vague"),
     ("P3D", "none"), ("XXXX-11-26", "none"), ("2022-07-XX", "month")],
)  # fmt: skip
def test_granularity(value: str, granularity: str) -> None:
    assert granularity_of(value) == granularity


@pytest.mark.parametrize(
    ("unit", "number", "value"),
    [("year", 24, "P24Y"), ("year", 2.5, "P2Y6M"), ("decade", 2, "P20Y"), ("hour", 0.5, "PT30M"),
     ("minute", 1.5, "PT1M30S"),
     ("week", None, "PXW"), ("hour", None, "PTXH"), ("century", 0.25, "P25Y"), ("fortnight", 1, "P2W")],
)  # fmt: skip
def test_duration(unit: str, number: float | None, value: str) -> None:
    assert duration(unit, number) == value


def test_impossible_values_name_no_days() -> None:
    assert interval_of("2022-02-30") is None
    assert interval_of("2022-W60") is None
    assert interval_of("XXXX-11-26") is None


def test_last_day_of_the_calendar() -> None:
    assert interval_of("9999-12-31") == Interval(3652059, 3652060)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2022-07-11TNI", "2022-07-11, night"),
        ("2022-07-11T14:30", "2022-07-11, 14:30"),
        ("2022-07-11", "2022-07-11"),
        ("XXXX-WXX-1", "not resolved"),
        ("PT8H", "PT8H"),
        ("P2TNI", "P2TNI"),
        ("PAST_REF", "PAST_REF"),
    ],
)
def test_a_value_in_words(value: str, words: str) -> None:
    assert in_words(value) == words
