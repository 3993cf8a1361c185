"""Lexicons by which events are dated: each row is true of its example and not of its counterexample."""

from __future__ import annotations

import pytest

from pipeline import timex
from pipeline.events import lexicon, placing_lexicon
from pipeline.events.dating import held_there, matter, placing, proceedings
from pipeline.events.dating.attach import stands_beside
from pipeline.events.dating.compared import of_compared_figures
from pipeline.events.dating.hooks import meant_for
from pipeline.events.dating.linker import is_ground
from pipeline.events.dating.meant import MONTH, VagueSpan, vague_days
from pipeline.events.dating_lexicon import DatingWord
from pipeline.events.parse.syntax import tree
from pipeline.model import EventMention
from pipeline.resources import table
from tests.events import reading
from tests.events.reading import days, why

DAY = ("2023-03-02", "2023-03-02")
LEMMAS = {
    "recalls": "uprising",
    "before then": "detain",
    "some time on": "die",
    "part of a day": "break",
    "places": "resign",
    "of a life": "visit",
    "an occasion": "visit",
    "opens": "close",
    "about as many": "leave",
    "no exact count": "detain",
    "looks ahead": "close",
    "looks into": "blast",
    "of a signing": "arrest",
    "rules on it": "arrest",
}
"""Of which event a kind is tested, where it is not the first."""
AHEAD = {"opens": ("2023-04-02", "2023-04-02"), "looks ahead": ("2023-03-15", None)}
"""What is told of as still to come lies so."""


def told(text: str, row: DatingWord) -> EventMention:
    lemma = LEMMAS.get(row.kind)
    return next(m for m in reading.mentions(text) if lemma in (None, m.lemma))


def days_told(text: str, row: DatingWord) -> tuple[str | None, str | None]:
    return days(told(text, row))


def foreseen(text: str) -> str:
    """The word that a day hung on the verb is meant for."""
    [parsed] = map(tree, reading.sentences(reading.document(text)))
    [verb] = [t.index for t in parsed.tokens if t.dep == "ROOT"]
    [month] = [t.index for t in parsed.tokens if t.text == "May"]
    return parsed.tokens[meant_for(parsed, verb, [month], "", over=False)].lemma


def beside(text: str) -> bool:
    """Whether the vote may be of another day than what is told of it."""
    [parsed] = map(tree, reading.sentences(reading.document(text)))
    return any(stands_beside(parsed, t.index) for t in parsed.tokens if t.text == "vote")


def grounded(text: str) -> bool:
    """Whether the strikes are what the editor was jailed for, and not of the day of that."""
    [parsed] = map(tree, reading.sentences(reading.document(text)))
    [jailed] = [t.index for t in parsed.tokens if t.dep == "ROOT"]
    return any(is_ground(parsed, jailed, t.index) for t in parsed.tokens if t.text == "strikes")


WORDS = table("lexicons/en/dating_words.csv", DatingWord)
OF_ITS_DAY = (
    *("done with it", "of its gerund", "part of a day", "takes part", "says when", "a happening", "names it"),
    *("a ruling", "gives a ruling", "wards off", "sends it", "stands so", "upon it", "looks into", "of a signing"),
)
"""Kinds whose word gives an event the day beside it."""
MEASURED = ("measured from", "versus")


def compared(text: str) -> bool:
    """Whether the time in a text is that of the figure that another is measured by."""
    document = reading.document(text)
    [parsed] = map(tree, reading.sentences(document))
    time = timex.resolve(document, timex.recognise(document))[-1]
    return of_compared_figures(parsed, time)


@pytest.mark.parametrize("row", [row for row in WORDS if row.kind in MEASURED], ids=lambda r: f"{r.word}-{r.kind}")
def test_a_word_tells_what_a_figure_is_measured_by(row: DatingWord) -> None:
    assert [compared(text) for text in (row.example, row.counterexample)] == [True, False]


@pytest.mark.parametrize("row", [row for row in WORDS if row.kind == "no exact count"], ids=lambda r: r.word)
def test_a_word_makes_a_number_no_exact_count(row: DatingWord) -> None:
    assert days_told(row.example, row) == ("2023-03-02", "2023-03-15")
    first, last = days_told(row.counterexample, row)
    assert first == last


@pytest.mark.parametrize("row", [row for row in WORDS if row.kind == "its ground"], ids=lambda r: r.word)
def test_what_a_deed_came_of_is_no_part_of_its_day(row: DatingWord) -> None:
    assert [grounded(text) for text in (row.example, row.counterexample)] == [True, False]


@pytest.mark.parametrize(
    "row",
    [row for row in WORDS if row.kind not in (*MEASURED, "no exact count", "answers it", "its ground")],
    ids=lambda r: f"{r.word}-{r.kind}",
)
def test_a_word_tells_how_an_event_lies_to_a_time(row: DatingWord) -> None:
    one, other = days_told(row.example, row), days_told(row.counterexample, row)
    match row.kind:
        case "foresees":
            assert (foreseen(row.example), foreseen(row.counterexample)) == ("election", "survive")
        case "recalls":
            assert (one[1], other) == ("2023-03-13", ("2023-03-01", "2023-03-01"))
        case kind if kind in OF_ITS_DAY:
            assert one == DAY
            assert other != DAY
        case "deals out":
            assert [found[-1].edtf == DAY[0] for found in map(reading.mentions, (row.example, row.counterexample))] == [
                True,
                False,
            ]
        case "speaks of":
            assert (one[0] == "2022-02-24", other[0] == "2022-02-24") == (False, True)
        case "goes on":
            assert one == ("2019-01-01", None)
            assert other != one
        case "some time on":
            assert (told(row.example, row).dating, told(row.counterexample, row).dating) == ("inherited", "explicit")
        case "goes beside":
            assert (beside(row.example), beside(row.counterexample)) == (True, False)
        case "about as many":
            assert (one, one == other) == (("2023-02-13", "2023-02-19"), False)
        case "many times":
            assert (one[0], other) == (None, ("2023-03-03", "2023-03-03"))
        case "opens" | "looks ahead":
            assert (one, other) == (AHEAD[row.kind], (None, None))
        case "before then" | "bounds" | "places" | "of a life" | "an occasion" | "rules on it":
            assert one != DAY
            assert other == DAY


@pytest.mark.parametrize("row", table("lexicons/en/vague_spans.csv", VagueSpan), ids=lambda r: r.phrase)
def test_a_vague_span_reaches_back_as_far_as_its_row_says(row: VagueSpan) -> None:
    def reaches(text: str) -> set[int | None]:
        source = reading.document(text)
        found = timex.resolve(source, timex.recognise(source))
        return {days.start for each in found if (days := vague_days(each, source.published)) is not None}

    [start] = reaches(row.example)
    assert start is not None
    far = reading.PUBLISHED.toordinal() - row.days_before
    assert far - MONTH < start <= far
    assert not reaches(row.counterexample)


@pytest.mark.parametrize(
    "row", table(lexicon.FOLDER + "happening_verbs.csv", lexicon.Listed), ids=lambda row: row.lemma
)
def test_a_happening_has_the_day_of_the_verb_that_says_so(row: lexicon.Listed) -> None:
    assert "Monday”" in why(reading.mentions(row.example)[0])


@pytest.mark.parametrize(
    "row", table(lexicon.FOLDER + "comparison_verbs.csv", lexicon.Listed), ids=lambda row: row.lemma
)
def test_what_something_is_compared_with_has_another_day(row: lexicon.Listed) -> None:
    assert "Monday”" in why(reading.mention(row.example, "arrest"))
    assert "Monday”" not in why(reading.mention(row.example, "invasion"))


@pytest.mark.parametrize(
    "row", table(lexicon.FOLDER + "comparison_words.csv", lexicon.Listed), ids=lambda row: row.lemma
)
def test_what_something_is_held_against_has_its_own_day(row: lexicon.Listed) -> None:
    assert "October" not in why(reading.mention(row.example, "march"))
    assert "October" in why(reading.mention(row.example, "rally"))


@pytest.mark.parametrize("row", table(lexicon.FOLDER + "former_words.csv", lexicon.Listed), ids=lambda row: row.lemma)
def test_what_another_has_replaced_was_dissolved_on_no_day_of_the_scene(row: lexicon.Listed) -> None:
    assert "on or before" in why(reading.mention(row.example, "dissolve"))


@pytest.mark.parametrize(
    "row", table(lexicon.FOLDER + "perfect_adverbs.csv", lexicon.Listed), ids=lambda row: row.lemma
)
def test_an_adverb_makes_a_perfect_tell_of_more_than_the_last_days(row: lexicon.Listed) -> None:
    assert days(reading.mention(row.example, "fine"))[0] is None
    assert days(reading.mention(row.counterexample, "fine"))[0] == "2023-03-13"


def test_what_lasts_is_an_event_that_can_hold_others() -> None:
    lasting = {row.lemma for row in table(lexicon.FOLDER + "lasting_nouns.csv", lexicon.Listed)}
    assert all((lemma, "NOUN") in lexicon.event_types() for lemma in lasting)
    assert not lasting & {"explosion", "strike", "murder", "election"}


@pytest.mark.parametrize("row", table(lexicon.FOLDER + "papers.csv", lexicon.Listed), ids=lambda row: row.lemma)
def test_a_year_in_front_of_a_paper_dates_nothing(row: lexicon.Listed) -> None:
    assert [m.edtf for m in reading.mentions(row.example)][:1] == ["../2023-03-15"]
    assert "19" in (reading.mentions(row.counterexample)[0].edtf or "") or "2022" in row.counterexample


@pytest.mark.parametrize(
    "row", table("lexicons/en/placing_words.csv", placing_lexicon.PlacingWord), ids=lambda row: row.words
)
def test_a_word_places_the_arrest_of_its_example(row: placing_lexicon.PlacingWord) -> None:
    def places(text: str) -> str | None:
        parsed = tree(reading.sentences(reading.document(text))[0])
        arrest = next(t.index for t in parsed.tokens if t.lemma == "arrest")
        found = placing.placings(parsed).get(arrest) if row.kind == "phrase" else placing.adverb(parsed, arrest)
        return found.words if found is not None else None

    assert places(row.example) == row.words
    assert places(row.counterexample) is None


@pytest.mark.parametrize(
    "row", table("lexicons/en/time_conjunctions.csv", placing_lexicon.TimeConjunction), ids=lambda row: row.word
)
def test_a_conjunction_opens_a_clause_that_tells_when(row: placing_lexicon.TimeConjunction) -> None:
    def of_another_time(text: str) -> bool:
        parsed = tree(reading.sentences(reading.document(text))[0])
        return placing.only_places(parsed, next(t.index for t in parsed.tokens if t.lemma == "close"))

    assert of_another_time(row.example) == (row.of == "another time")
    assert row.word in row.example.split()
    assert not of_another_time(row.counterexample)


@pytest.mark.parametrize("row", table("lexicons/en/holding_verbs.csv", lexicon.Listed), ids=lambda row: row.lemma)
def test_a_verb_tells_where_somebody_is_kept(row: lexicon.Listed) -> None:
    def kept(text: str) -> list[str]:
        [parsed] = map(tree, reading.sentences(reading.document(text)))
        return [token.lemma for token in parsed.tokens if held_there.is_kept_there(parsed, token.index)]

    assert kept(row.example) == [row.lemma]
    assert kept(row.counterexample) == []


@pytest.mark.parametrize("row", table("lexicons/en/legal_stages.csv", proceedings.Stage), ids=lambda row: row.lemma)
def test_a_stage_of_a_case_is_the_verb_of_its_example(row: proceedings.Stage) -> None:
    assert row.lemma.split()[0] in {m.lemma for m in reading.mentions(row.example)}
    assert not proceedings.follows(row.lemma, row.lemma)
    assert row.stage == 1 or proceedings.follows(row.lemma, "arrest")


@pytest.mark.parametrize("row", table("lexicons/en/matters.csv", matter.Matter), ids=lambda row: row.lemma)
def test_what_a_case_or_a_protest_is_about_had_happened_by_its_day(row: matter.Matter) -> None:
    found = reading.mention(row.example, "shooting")
    assert days(found) == (None, "2023-03-13")
    assert not row.counterexample or "came of it" not in why(reading.mention(row.counterexample, "shooting"))


@pytest.mark.parametrize("row", [row for row in WORDS if row.kind == "answers it"], ids=lambda r: r.word)
def test_what_answers_a_deed_came_on_its_day_or_later(row: DatingWord) -> None:
    def introduced(text: str) -> tuple[str | None, str | None]:
        return next(days(m) for m in reading.mentions(text) if m.lemma == "introduce")

    assert introduced(row.example) == ("2023-03-02", "2023-03-15")
    assert introduced(row.counterexample) != introduced(row.example)
