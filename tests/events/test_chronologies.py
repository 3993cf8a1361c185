"""Chronologies: what stands under a day, or behind one and a colon, is of that day; other texts are none."""

import datetime as dt

import pytest

from pipeline.model import EventMention
from pipeline.run_in import run_in_days
from tests.events.reading import mentions

UNDER = """The dam broke on Tuesday. Here is how it came to that.

3 January
Engineers warn the mayor of cracks. In the evening the mayor orders repairs.

9 January
Rufus Firefly visits the dam, it later emerges. Three engineers resign.
They had begged the council for years.

14 March
The wall collapses. Police arrest Rufus Firefly on 15 March.

Sylvania sends help and remains worried.
"""
BESIDE = """What has been done about the dam:

- 3 January 2023: Alexander Lukashenko closes the road.
- 9 January: the council is dissolved.

The council criticises the decision.
"""


def days(text: str, **more: dt.date) -> dict[str, str | None]:
    return {each.lemma: each.edtf for each in mentions(text, **more)}


def test_what_stands_under_a_day_is_of_that_day() -> None:
    found = days(UNDER)
    wanted = {
        "break": "2023-03-14", "warn": "2023-01-03", "visit": "2023-01-09", "resign": "2023-01-09",
        "collapse": "2023-03-14", "arrest": "2023-03-15", "send": None,
    }  # fmt: skip
    assert {lemma: found[lemma] for lemma in wanted} == wanted


def test_in_an_entry_the_pluperfect_looks_further_back() -> None:
    told = [each.edtf for each in mentions(UNDER) if "council" in each.title]
    assert told == ["../2023-03-15"]


def test_what_stands_behind_a_day_and_a_colon_is_of_that_day_and_on_the_timeline() -> None:
    found: dict[str, EventMention] = {each.lemma: each for each in mentions(BESIDE)}
    assert (found["close"].edtf, found["dissolve"].edtf) == ("2023-01-03", "2023-01-09")
    assert found["close"].on_timeline
    assert found["criticise"].edtf is None


RUN_IN = """How the dam was lost

3 January Engineers warn the mayor of cracks. Later the mayor meets Anna Orlova.

9 January Three engineers resign.

14 March Rufus Firefly dies in hospital and the mayor orders an inquest.
"""


def test_a_day_that_runs_into_its_entry_heads_it_and_names_nobody() -> None:
    found = {each.lemma: each for each in mentions(RUN_IN)}
    wanted = {"warn": "2023-01-03", "meet": "2023-01-03", "resign": "2023-01-09", "die": "2023-03-14"}
    assert {lemma: found[lemma].edtf for lemma in wanted} == wanted
    assert found["die"].on_timeline
    assert not any("January" in each.title for each in found.values())


def test_two_lines_that_open_with_a_day_make_no_chronology() -> None:
    assert run_in_days(RUN_IN)
    assert not run_in_days("1 May Street is shut.\n\n1 May Square is not.\n\n1 May is a holiday.")


LIVE = """08:40 Polls opened on Tuesday night in the north.

12:30 Rufus Firefly told reporters a few minutes ago that he will not resign.

14:10 Police released Zoja Wolf. The mayor has left the town. Wolf won 40 percent of the vote.
"""


def test_what_stands_behind_the_hour_of_a_live_report_is_of_its_day() -> None:
    found = days(LIVE)
    assert (found["open"], found["tell"], found["release"]) == ("2023-03-14", "2023-03-15", "2023-03-15")
    assert found["win"] == "../2023-03-15", "what is told behind the news may be older"
    assert found["leave"] == "../2023-03-15", "the perfect tells that it is done, not when"


@pytest.mark.parametrize(
    "text",
    [
        "15 March 2023\n\nThe mayor resigns. Nobody knows why.\n",
        "15 March 2023\n\nThe mayor resigns.\n\n9 January\nFirefly opened the dam on 9 January.\n",
        "The mayor resigns.\n\n1 April\nThe council meets.\n\n2 April\nFirefly visits the dam.\n",
    ],
)
def test_a_date_line_or_a_calendar_of_what_is_to_come_is_no_chronology(text: str) -> None:
    assert days(text)["resign"] is None
    assert days(text).get("meet") is None and days(text).get("visit") is None


BY_YEARS = """Anna Orlova, key dates

1975-1977 - Serves in the army.
1994 -- Is elected mayor of Minsk. Poland recalls its envoy. Her rivals denounce the vote as fraudulent.
May 1996 – A law extends her term to 2001.
2 April 1997 — Signs a charter with Boris Yeltsin.
"""
CLOSED = """A chronicle of the club.

26 April 1996. The rowing club of Brest was founded.

9 November 1998. A court in Minsk warned Igor Petrov for a march held on 5 November.
"""


def test_years_and_spans_of_years_head_entries_and_all_their_sentences() -> None:
    found = {each.lemma: each for each in mentions(BY_YEARS, published=dt.date(2007, 2, 6))}
    edtf = {lemma: found[lemma].edtf for lemma in ("elect", "recall", "denounce", "extend", "sign")}
    assert edtf == {"elect": "1994", "recall": "1994", "denounce": "1994", "extend": "1996-05", "sign": "1997-04-02"}


def test_entries_without_a_subject_tell_of_the_person_in_the_headline() -> None:
    found = {each.lemma: each for each in mentions(BY_YEARS, published=dt.date(2007, 2, 6))}
    assert found["sign"].actors == ("Anna Orlova",)
    assert found["sign"].title == "Anna Orlova signs a charter with Boris Yeltsin"
    assert found["elect"].recipients == ("Anna Orlova",)


def test_a_day_with_a_full_stop_heads_an_entry_of_which_the_first_clause_is_an_event() -> None:
    found = {each.lemma: each for each in mentions(CLOSED)}
    assert (found["found"].edtf, found["found"].on_timeline) == ("1996-04-26", True)
    assert (found["warn"].edtf, found["march"].edtf) == ("1998-11-09", "1998-11-05")


TITLED = """For a hundred days the dam has been watched. This is what was seen on the first ones of them all.

9 January – the first crack

Engineers warn the mayor.

He sends them home.
"""
ONE_DAY = """Engineers fled the valley on Tuesday. Here is how it came to that in the course of a few days only:

MONDAY

- Rufus Firefly tells Minsk that the dam will hold.

- Zoja Wolf, who runs the dam, urges the council to close it.
"""
RECAP = """The dam is lost. On 9 January Rufus Firefly visits the wall.

The next day Zoja Wolf resigns. She says that the wall will not hold.

Firefly claims that the dam is safe.
"""


def test_a_day_with_a_title_of_a_few_words_heads_what_stands_under_it() -> None:
    assert days(TITLED)["warn"] == "2023-01-09"


def test_one_heading_alone_heads_the_list_under_it() -> None:
    found = days(ONE_DAY)
    assert (found["tell"], found["urge"]) == ("2023-03-13", "2023-03-13")


def test_what_is_said_in_a_recap_in_the_present_is_not_of_the_day_of_publication() -> None:
    found = days(RECAP)
    assert (found["visit"], found["resign"], found["claim"]) == ("2023-01-09", "2023-01-10", None)


WEEKDAYS = """The dam at Minsk is lost. This is how it came to that, hour by hour and day by day:

+ Saturday, 4 March - Rufus Firefly inspects the wall.

+ Sunday - At 10 a.m. Zoja Wolf warns the council of Minsk.

+ Monday - 4 p.m. Firefly denies that the dam leaks.

+ Monday - 6 p.m. Zoja Wolf resigns.
"""


def test_weekdays_that_head_entries_go_on_from_the_dated_one() -> None:
    found = days(WEEKDAYS)
    assert (found["inspect"], found["warn"], found["deny"]) == ("2023-03-04", "2023-03-05", "2023-03-06")


NO_YEAR = """The dam broke a year ago, on 14 February 2022. Here is how it came to that.

12 February. Engineers warn the mayor of cracks. Guards fight overnight on the wall.

14 February. The wall collapses.

28 March. Rufus Firefly resigns.
"""


def test_days_that_open_paragraphs_as_sentences_head_entries_and_keep_the_year_that_the_text_names() -> None:
    found = days(NO_YEAR)
    wanted = {"warn": "2022-02-12", "collapse": "2022-02-14", "resign": "2022-03-28"}
    assert {lemma: (found[lemma] or "")[:10] for lemma in wanted} == wanted


def test_a_list_without_a_year_lies_behind_publication_whatever_its_tense() -> None:
    text = "3 January: The council meets.\n\n6 January: Troops begin leaving.\n\n9 January: The mayor resigns.\n"
    found = days(text)
    assert (found["leave"] or found["begin"], found["resign"]) == ("2023-01-06", "2023-01-09")


def test_an_hour_without_a_day_is_of_the_day_that_heads_its_entry() -> None:
    told = [each.edtf for each in mentions(NO_YEAR) if each.lemma == "fight"]
    assert [(each or "")[:10] for each in told] == ["2022-02-12"]
