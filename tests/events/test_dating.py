"""Dates that no expression in the clause gives: what the text ties a mention to, and where it stops."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import events, resources, timex
from pipeline.events import reading as event_reading
from pipeline.events.dating import linker
from pipeline.events.dating.attach import attachments
from pipeline.events.dating.candidates import candidates
from pipeline.events.dating.text_kind import backdrop_of
from tests.cost import growth
from tests.events import reading
from tests.events.reading import days, why

with Path(__file__).with_name("cases_tied.csv").open(encoding="utf-8", newline="") as rows:
    TIED = [(r["text"], r["lemma"], r["first"] or None, r["last"] or None, r["because"]) for r in csv.DictReader(rows)]
"""Text, lemma of the event word, first and last day, words of the reason."""


@pytest.mark.parametrize(("text", "lemma", "first", "last", "because"), TIED)
def test_what_a_mention_is_tied_to(text: str, lemma: str, first: str | None, last: str | None, because: str) -> None:
    found = reading.mention(text, lemma)
    assert days(found) == (first, last)
    assert because in why(found)


def test_what_was_also_done_to_somebody_in_passing_is_of_the_same_day() -> None:
    found = reading.mentions(
        "Police raided flats in Brest on Monday. Olga Orlova, whose house was also raided, objected."
    )
    assert [days(m) for m in found if m.lemma == "raid"] == [("2023-03-13", "2023-03-13")] * 2


def test_others_to_whom_it_was_done_with_them_are_of_the_same_day() -> None:
    found = reading.mentions(
        "Anna Orlova was released on Monday after talks, a paper reported. At least nine others were released with her."
    )
    assert [days(m) for m in found if m.lemma == "release"] == [("2023-03-13", "2023-03-13")] * 2


def test_the_text_comes_before_the_chronology_which_may_agree() -> None:
    text = "Days before Minsk recalled its envoy on February 26, 2022, Russia invaded Ukraine."
    found = reading.mention(text, "invade")
    assert days(found) == ("2022-02-20", "2022-02-25")
    assert "the chronology agrees" in why(found)


def test_a_saying_after_two_dated_sayings_may_belong_to_either() -> None:
    text = (
        "Igor Petrov said on Monday that the talks failed, and Igor Petrov announced on Tuesday that he resigned. "
        "Igor Petrov warned that prices rose."
    )
    assert days(reading.mention(text, "warn")) == ("2023-03-13", "2023-03-14")


STORY = "Anna Orlova opened a school in Minsk on Monday. Anna Orlova visited a factory. "


def test_the_main_line_stays_on_the_day_of_the_opening() -> None:
    found = reading.mention(
        STORY + "The town is old. It has a river. It is quiet. Anna Orlova said that the teachers worked hard.", "say"
    )
    assert days(found) == ("2023-03-13", "2023-03-13")


def test_another_day_ends_the_line_of_the_opening() -> None:
    found = reading.mention(STORY + "In 2019 Anna Orlova moved to Brest. Anna Orlova founded a choir.", "found")
    assert days(found)[0] != "2023-03-13"


def test_a_date_line_gives_the_day_of_the_main_line_and_metadata_alone_does_not() -> None:
    told = "Anna Orlova opened a school in Minsk."
    dated = reading.mention("March 15, 2023\n\n" + told, "open")
    assert days(dated) == ("2023-03-15", "2023-03-15")
    assert "date line" in why(dated)
    assert days(reading.mention(told, "open")) == (None, "2023-03-15")


def test_the_scorer_prefers_the_expression_that_hangs_on_the_word() -> None:
    weights = linker.linker()
    near = ["own:relation=self/VERB", "own:relation+preposition=self/on", "own:hops=0/VERB"]
    far = ["own:relation=apart/VERB", "own:relation+preposition=apart/on", "own:hops=6/VERB"]
    assert 0 < weights.probability(far) < weights.probability(near) < 1


def test_what_is_known_of_one_day_from_two_sides_is_weighed_together() -> None:
    text = "Police raided the office on Wednesday. Officers took away papers."
    source = reading.document(text)
    expressions = timex.resolve(source, timex.recognise(source))
    read = event_reading.read(source, reading.sentences(source), expressions)
    attached = {number: attachments(read, number) for number in range(len(read.trees))}
    took = next(t.index for t in read.trees[1].tokens if t.lemma == "take")
    found = candidates(read, attached, backdrop_of(read, attached), 1, took)
    assert [(each.days.iso(), each.sources) for each in found] == [
        (("2023-03-15", "2023-03-15"), ("earlier", "opening", "publication"))
    ]
    assert {feature.partition(":")[0] for feature in found[0].features if ":" in feature} == set(found[0].sources)


def test_no_day_is_carried_on_from_one_that_only_bounds() -> None:
    text = "The camp has stood empty since Monday. Officers took away papers."
    source = reading.document(text)
    expressions = timex.resolve(source, timex.recognise(source))
    read = event_reading.read(source, reading.sentences(source), expressions)
    attached = {number: attachments(read, number) for number in range(len(read.trees))}
    took = next(t.index for t in read.trees[1].tokens if t.lemma == "take")
    found = candidates(read, attached, backdrop_of(read, attached), 1, took)
    assert [each.sources for each in found] == [("publication",)]


def test_missing_weights_name_the_file_and_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "linker.json"
    broken.write_text(json.dumps({"bias": 0}), "utf-8")
    monkeypatch.setattr(linker, "MODEL", broken)
    linker.linker.cache_clear()
    try:
        with pytest.raises(resources.ResourceError, match=r"train_linker\.py"):
            linker.linker()
    finally:
        linker.linker.cache_clear()


def test_no_event_hangs_on_the_day_of_a_dateline() -> None:
    text = "VILNIUS, March 14, 2023 (Reuters) - Lithuania expelled two diplomats on Monday, the ministry said."
    assert days(reading.mention(text, "expel")) == ("2023-03-13", "2023-03-13")


APART = [
    ("The men were arrested on Monday, a day after a drone damaged a bomber.", "damage", "2023-03-12"),
    ("The men were arrested a day after a drone damaged a bomber on Sunday.", "arrest", "2023-03-13"),
    ("Two days before the men were arrested on Monday, a drone damaged a bomber.", "damage", "2023-03-11"),
]


@pytest.mark.parametrize(("text", "lemma", "day"), APART)
def test_a_counted_day_after_or_before_is_that_day(text: str, lemma: str, day: str) -> None:
    assert days(reading.mention(text, lemma)) == (day, day)


def test_the_two_ends_of_a_day_after_never_share_the_day_of_the_story() -> None:
    text = STORY + "Anna Orlova was arrested a day after Anna Orlova damaged a bomber."
    arrested, damaged = days(reading.mention(text, "arrest")), days(reading.mention(text, "damage"))
    assert (arrested, damaged) == (("2023-03-13",) * 2, ("2023-03-12",) * 2)


def test_what_a_clause_with_after_tells_came_by_the_day_of_its_main_clause() -> None:
    text = "The singer was arrested yesterday after police seized his car."
    assert days(reading.mention(text, "arrest")) == ("2023-03-14", "2023-03-14")
    assert days(reading.mention(text, "seize")) == (None, "2023-03-14")


ALONG = [
    # text, lemma, first day, last day
    ("Anna Orlova opened a fair on Monday, where she promoted local cheese.", "promote", "2023-03-13", "2023-03-13"),
    ("Anna Orlova opened a fair on Monday, where her mother sells cheese.", "sell", None, None),
    ("While opening a fair on Monday, Anna Orlova thanked the farmers.", "open", "2023-03-13", "2023-03-13"),
    (
        "Anna Orlova closed the fair on Monday by thanking the farmers and praising the cheese.",
        "praise",
        "2023-03-13",
        "2023-03-13",
    ),
]


@pytest.mark.parametrize(("text", "lemma", "first", "last"), ALONG)
def test_what_is_told_along_with_a_deed_has_its_day(text: str, lemma: str, first: str | None, last: str | None) -> None:
    assert days(reading.mention(text, lemma)) == (first, last)


COUNTED = [
    ("The minister resigned less than two weeks ago.", "2023-02-27", "2023-03-15"),
    ("The minister resigned two weeks ago.", "2023-02-27", "2023-03-05"),
    ("The minister resigned more than a year ago.", "2021-01-01", "2022-12-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), COUNTED)
def test_less_than_so_long_ago_reaches_up_to_publication(text: str, first: str, last: str) -> None:
    assert days(reading.mention(text, "resign")) == (first, last)


def test_a_report_comes_back_from_an_aside_to_its_matter() -> None:
    text = "Anna Orlova opened the glass factory and the harbour on Monday. In January a storm destroyed a bridge. "
    back = reading.mention(text + "Orlova praised the glass factory and the harbour.", "praise")
    assert days(back) == ("2023-03-13", "2023-03-13")
    away = reading.mention(text + "Orlova praised the repair.", "praise")
    assert days(away) != ("2023-03-13", "2023-03-13")


def test_nobody_goes_on_speaking_for_a_year() -> None:
    text = "Anna Orlova said in 2019 that she was ill. Orlova said the factory would close."
    found = [m for m in reading.mentions(text) if m.lemma == "say"]
    assert days(found[0]) == ("2019-01-01", "2019-12-31")
    assert days(found[1])[0] != "2019-01-01"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Anna Orlova met Igor Petrov in Minsk on Monday and they praised the school. Minsk denies it. ", id="names"
        ),
        pytest.param("“We will not leave this square,” said Anna Orlova. The court met on Monday. ", id="quotations"),
        pytest.param("Anna Orlova met Igor Petrov on Monday and ", id="one-sentence"),
    ],
)
def test_a_text_twice_as_long_costs_twice_as_much(text: str) -> None:
    def extracting(times: int) -> Callable[[], object]:
        source = reading.document(text * times)
        expressions = timex.resolve(source, timex.recognise(source))
        parsed = reading.sentences(source)
        return lambda: events.extract(source, parsed, expressions)

    assert growth(extracting(60), extracting(240), enough=7) <= 7  # four times the text


def test_a_day_that_nobody_can_read_is_no_other_day() -> None:
    text = "On October 3, drones flew into Latvia during Russia's invasion of Ukraine. A helicopter landed in Riga."
    dated = {m.lemma: m.interval for m in reading.mentions(text, published=None)}
    assert dated["fly"] is dated["land"] is None
    freed = "On October 3, Belarus released 123 political prisoners, Ales Bialiatski and Maria Kolesnikova among them."
    assert {m.lemma: m.interval for m in reading.mentions(freed, published=None)}["release"] is not None


def test_who_was_harmed_on_a_day_need_not_have_died_on_it() -> None:
    found = reading.mentions("Anna Orlova was exposed to an agent on 1 March. The minister said that Anna Orlova died.")
    [died] = [m for m in found if m.lemma == "die"]
    assert days(died) != ("2023-03-01", "2023-03-01")
