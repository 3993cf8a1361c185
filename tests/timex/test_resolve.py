"""Values of whole sentences: a table of cases, then what the table cannot say."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from pipeline.calendar.interval import Interval, from_iso
from pipeline.model import Block, Document, Span, TemporalExpression
from pipeline.timex import recognise, resolve, resolve_text

CASES = list(csv.DictReader((Path(__file__).parent / "cases_resolve.csv").open(encoding="utf-8")))
PUBLISHED = dt.date(2022, 7, 5)


def published(cell: str) -> Interval | None:
    first, _, last = cell.partition("..")
    return from_iso(first or None, last or first or None)


def one(text: str, day: dt.date | None = PUBLISHED) -> TemporalExpression:
    return resolve_text(text, day)[0]


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['text']} at {c['published']}")
def test_case(case: dict[str, str]) -> None:
    found = {(t.text, t.value) for t in resolve_text(case["sentence"], published(case["published"]))}
    assert (case["text"], case["value"]) in found, case["why"]


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 150


def test_an_event_named_behind_the_comma_is_not_the_one_counted_from() -> None:
    text = (
        "It came two months after the disputed vote, and was widened when a Ryanair flight was forced to land in Minsk."
    )
    assert one(text).interval is None


@pytest.mark.parametrize(
    "text", ["He has ruled for 24 years.", "They waited almost a quarter of a century.", "now", "daily"]
)
def test_lengths_and_references_name_no_day(text: str) -> None:
    assert all(t.interval is None for t in resolve_text(text, PUBLISHED))


@pytest.mark.parametrize(
    "text",
    [
        "the 64-year-old leader", "The president, 68, waited.", "It cost $2022.", "Flight 1812 landed.",
        "Putin may go.", "They march on.", "He finished second.", "The Sun shone.", "Law No. 1990 passed.",
        "1500 soldiers fell.", "Prices fall.",
        "Putin May Force Him", "a decree of 12,000 words", "The Sunday Times reported it.", "The Mail on Sunday wrote.",
        "USA Today wrote.", "In the year 0 nobody wrote.", "The March on the capital began.",
        "He joined the March for Life.", "The May government fell.", "Theresa May resigned.", "Mrs. May said so.",
    ],
)  # fmt: skip
def test_what_is_no_time(text: str) -> None:
    assert [t.text for t in resolve_text(text, PUBLISHED) if t.interval] == []


@pytest.mark.parametrize("text", ["Feb. 30", "Nov. 31, 2022", "31 June", "Feb. 29, 2021"])
def test_impossible_days_are_reported_not_moved(text: str) -> None:
    found = one(text)
    assert found.interval is None
    assert "so there is no day" in found.trace[0].because


def test_a_weekday_that_contradicts_its_date_is_said_and_marked() -> None:
    found = one("On Monday, Nov. 29, 2022, he left.")
    assert found.edtf == "2022-11-29?"
    assert "is a Tuesday, not the Monday of the words" in found.trace[0].because


@pytest.mark.parametrize(
    ("text", "day", "edtf"),
    [
        ("He was detained on Feb. 27.", dt.date(2022, 7, 5), "2022-02-27"),
        ("The firm closed the plant in February.", dt.date(2022, 11, 26), "2022-02"),
        ("The firm closed the plant in December.", dt.date(2022, 10, 27), "2021-12?"),
        ("The firm closed the plant in December 2021.", dt.date(2022, 10, 27), "2021-12"),
    ],
)
def test_a_year_that_tense_alone_chose_against_a_nearer_one_is_marked(text: str, day: dt.date, edtf: str) -> None:
    assert one(text, day).edtf == edtf


def test_an_ambiguous_numeric_date_names_both_readings() -> None:
    because = one("Signed on 01/02/2022.").trace[0].because
    assert "2022-01-02" in because
    assert "2022-02-01" in because


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("They met on Tuesday.", "it is Tuesday 2022-07-12, the day the article was published"),
        ("They met the day before yesterday.", "2 days before Tuesday 2022-07-12, the day"),
        ("They will meet the day after tomorrow.", "2 days after Tuesday 2022-07-12, the day"),
    ],
)
def test_reasons_in_plain_words(text: str, because: str) -> None:
    assert resolve_text(text, dt.date(2022, 7, 12))[0].trace[0].because.startswith(because)


def test_a_day_that_cannot_be_told_stands_before_it() -> None:
    found = resolve_text("They met on Monday. He left two days later.", None)
    assert found[1].trace[0].because == "it counts from another date, and no date before it has a known day"


def test_trace_reads_like_a_sentence() -> None:
    step = resolve_text("They met on Monday.", dt.date(2022, 7, 12))[0].trace[0]
    assert step.choice == "‘Monday’ → 2022-07-11"
    assert step.because.startswith(
        "the verb is past, so the last Monday before Tuesday 2022-07-12, the day the article was"
    )


def test_both_ends_of_a_range_are_kept_and_know_the_whole() -> None:
    first, second = resolve_text("He stayed from Monday to Wednesday and between them he slept.", dt.date(2022, 7, 8))[
        :2
    ]
    assert (first.value, second.value) == ("2022-07-04", "2022-07-06")
    assert first.range is not None
    assert first.range.iso() == ("2022-07-04", "2022-07-06")
    assert second.range == first.range


def test_sensitivity_says_how_it_moves() -> None:
    assert one("He came yesterday.").sensitivity == "by whole days"
    assert one("He came on Monday.").sensitivity == "by whole weeks"
    assert one("He came on May 5.").sensitivity == "by whole years"
    assert one("He came on May 5, 2021.").sensitivity is None


def test_what_every_possible_publication_day_agrees_on_is_fixed() -> None:
    found = resolve_text("It took force on July 1.", from_iso("2022-07-05", "2022-07-26"))[0]
    assert found.sensitivity is None
    assert found.interval is not None
    assert found.interval.iso() == ("2022-07-01", "2022-07-01")


def test_unsure_publication_gives_the_hull() -> None:
    found = resolve_text("He spoke on Tuesday.", from_iso("2022-07-05", "2022-07-26"))[0]
    assert found.interval is not None
    assert found.interval.iso() == ("2022-07-05", "2022-07-26")


@pytest.mark.parametrize("year", [1, 1850, 9998])
def test_far_publication_years(year: int) -> None:
    found = one(
        "On Monday, Nov. 28, two weeks earlier, last century, 300 years ago, in 400 years' time, he left.",
        dt.date(year, 1, 1),
    )
    assert found.text == "Monday, Nov. 28"


def test_captions_are_no_antecedents() -> None:
    text = "He spoke on Tuesday.\n\nSeen here on March 15, 2013.\n\nA day earlier, he had called."
    start = text.index("Seen")
    blocks = (
        Block("body", Span(0, start)),
        Block("caption", Span(start, start + 30)),
        Block("body", Span(start + 30, len(text))),
    )
    document = Document(
        "d", "d", "d", text, blocks, published=from_iso("2022-07-12", "2022-07-12"), published_basis="given"
    )
    assert [t.value for t in resolve(document, recognise(document))] == ["2022-07-12", "2013-03-15", "2022-07-11"]


def test_reported_days_are_not_the_main_line() -> None:
    text = (
        "He claimed on Tuesday that war was near. He said he and his ally discussed it on Monday. "
        "A day earlier, they had met."
    )
    assert [t.value for t in resolve_text(text, dt.date(2022, 7, 12))] == ["2022-07-12", "2022-07-11", "2022-07-11"]


def test_anchor_names_the_expression_it_counts_from() -> None:
    first, second = resolve_text("They met on Monday. A day earlier, he had called.", PUBLISHED)
    assert second.anchor == first.timex_id
    assert first.anchor == "published"


OFFSETS = [
    ("Two days after the August 9 election, he fled.", ("2020-08-11", "2020-08-11")),
    ("He left two days after August 9.", ("2020-08-11", "2020-08-11")),
    ("The August 9 presidential election was disputed. A day before the election, he was jailed.",
     ("2020-08-08", "2020-08-08")),
    ("They met after the election of August 9. Two weeks before the election, he was jailed.",
     ("2020-07-23", "2020-07-29")),
    ("He won the August 9 vote and lost the May 3 vote. A day after the vote, he fled.", None),
    ("A day before the election, he was jailed.", None),
    ("He left two days after his arrest on August 9.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "days"), OFFSETS)
def test_offsets_count_from_the_event_that_the_text_dates(text: str, days: tuple[str, str] | None) -> None:
    found = next(t for t in resolve_text(text, dt.date(2020, 9, 20)) if t.type == "DURATION")
    assert (found.interval and found.interval.iso()) == days


def test_a_year_in_mid_sentence_leaves_the_year_of_a_later_date_uncertain() -> None:
    found = resolve_text("He was born in 1954 and died on June 22.", PUBLISHED)[1]
    assert found.edtf == "2022-06-22?"


def test_a_report_of_unknown_date_counts_no_weekday_from_another_date() -> None:
    found = resolve_text("The ministry spoke on 11 February 2023. The crossing was shut on Friday.", None)
    assert [(t.text, t.interval is None) for t in found] == [("11 February 2023", False), ("Friday", True)]


@pytest.mark.parametrize("text", ["On Monday, Nov. 28, he left.", "On July 20 he left."])
def test_a_past_verb_with_a_day_ahead_leaves_the_year_uncertain(text: str) -> None:
    found = one(text)
    assert found.edtf is not None
    assert found.edtf.endswith("?")
    assert "the verb is past" in found.trace[0].because


def test_old_style_days_are_named_and_not_moved() -> None:
    new, old = resolve_text("He was born on 25 October (O.S. 12 October) 1917.", PUBLISHED)[:2]
    assert new.value == "1917-10-25"
    assert old.interval is None
    assert "Old Style" in old.trace[0].because


def test_dots_put_the_day_first_and_show_nothing_of_strokes() -> None:
    dotted, stroked = resolve_text("Born on 5.6.1980, married on 01/02/2002.", PUBLISHED)
    assert (dotted.value, stroked.interval) == ("1980-06-05", None)


def test_letters_and_digits_of_a_bad_scan_are_no_day() -> None:
    assert [t.text for t in resolve_text("The l2 May 2021 edition", PUBLISHED)] == ["May 2021"]


def test_today_opening_a_quotation_is_the_day_of_the_speech() -> None:
    assert one('"Today is ours," he said on Monday.').value == "2022-07-04"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It blew up at 1:23 a.m. on 26 April 1986. Thirty-six hours later the town was empty.", "1986-04-27T13:23"),
        ("It blew up on 26 April 1986. Three hours later the town was empty.", "1986-04-26"),
        ("It blew up on 26 April 1986. Forty-eight hours later the town was empty.", "1986-04-28"),
        ("It blew up on 26 April 1986. Thirty-six hours later the town was empty.", "1986-04-XX"),
    ],
)
def test_hours_count_from_the_time_that_is_known(text: str, value: str) -> None:
    assert resolve_text(text, None)[-1].value == value


def test_a_range_of_weekdays_runs_forward() -> None:
    first, second = resolve_text("They met between Monday and Wednesday.", dt.date(2013, 3, 19))
    assert (first.value, second.value) == ("2013-03-11", "2013-03-13")
    first, second = resolve_text("They will meet from Monday to Thursday.", dt.date(2013, 3, 20))
    assert (first.value, second.value) == ("2013-03-25", "2013-03-28")


def test_a_quarter_has_the_days_that_ended_then_whatever_its_number() -> None:
    found = resolve_text(
        "Its fiscal first quarter was poor. Revenue fell in the quarter ended Sept. 30.", dt.date(1989, 10, 26)
    )
    quarter = next(t for t in found if t.text == "the quarter")
    assert quarter.interval is not None
    assert quarter.interval.iso() == ("1989-07-01", "1989-09-30")


def test_a_day_counted_from_a_deed_that_a_verb_tells_is_uncertain() -> None:
    found = resolve_text("He was arrested on May 23. He was shown the day after his arrest.", PUBLISHED)
    assert found[1].edtf == "2022-05-24?"


def test_a_weekday_that_the_text_has_named_as_still_to_come_is_that_one() -> None:
    found = resolve_text("They will meet on Friday. Friday's meeting may bring a vote.", PUBLISHED)
    assert [each.value for each in found] == ["2022-07-08", "2022-07-08"]


def test_a_report_that_names_its_day_without_the_year_tells_no_history() -> None:
    text = (
        "The mayor freed her, he said on July 5. She was jailed in 2018, her son in 2019. "
        "A road has been closed since August 2020. The July pardon is the last."
    )
    assert resolve_text(text, PUBLISHED)[-1].value == "2022-07"
