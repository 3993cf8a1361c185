import datetime as dt

import pytest

from pipeline import words

D = dt.date


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (D(2022, 2, 24), D(2022, 2, 24), "24 February 2022"),
        (D(2022, 2, 1), D(2022, 2, 28), "February 2022"),
        (D(2024, 2, 1), D(2024, 2, 28), "1 to 28 February 2024"),
        (D(2022, 3, 21), D(2022, 4, 2), "21 March to 2 April 2022"),
        (D(2021, 12, 30), D(2022, 1, 2), "30 December 2021 to 2 January 2022"),
        (D(2022, 1, 1), D(2022, 12, 31), "2022"),
        (D(1936, 1, 1), D(1939, 12, 31), "1936 to 1939"),
        (D(2021, 9, 1), D(2022, 2, 28), "September 2021 to February 2022"),
        (None, D(1920, 12, 31), "on or before 31 December 1920"),
        (D(2022, 4, 5), None, "on or after 5 April 2022"),
        (None, None, "no date"),
        (D(44, 3, 15), D(44, 3, 15), "15 March AD 44"),
        (D(9999, 12, 31), D(9999, 12, 31), "31 December 9999"),
    ],
)
def test_span(first: D | None, last: D | None, said: str) -> None:
    assert words.span(first, last) == said


def test_a_month_whose_day_nobody_gives_says_so() -> None:
    assert (
        words.when(D(2022, 2, 1), D(2022, 2, 28), lasting=False, granularity="month") == "February 2022, day not given"
    )


def test_a_lasting_stretch_is_no_uncertain_day() -> None:
    assert words.when(D(2022, 8, 9), D(2022, 8, 12), lasting=True, granularity="day") == "9 to 12 August 2022"
    assert words.when(D(2022, 8, 9), D(2022, 8, 12), lasting=False, granularity="day").startswith("between 9 August")


def test_listed() -> None:
    assert words.listed(["A"]) == "A"
    assert words.listed(["A", "B"]) == "A and B"
    assert words.listed(["A", "B", "C", "D", "E"], last="or") == "A, B, C or 2 more"
    assert words.listed([]) == ""


def test_count() -> None:
    assert words.count(1, "event") == "1 event"
    assert words.count(12_345, "event") == "12,345 events"


def test_a_label_shows_its_characters_and_no_markup() -> None:
    assert words.plain("a **b** [c](d) :red[e]\n$f$") == (r"a \*\*b\*\* \[c\]\(d\) \:red\[e\] \$f\$")


def test_a_terminal_shows_what_it_would_obey() -> None:
    assert words.visible("a\x1b[31mb\u202ec\td\ne") == "a\\x1b[31mb\\u202ec\td\ne"
