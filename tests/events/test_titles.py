"""What the title of an event says, in short reports of our own: sentences that stand alone."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.events.reading import read
from pipeline.events.title_lexicon import FOLDER, TitleWord, title_words
from pipeline.events.titles.tight import tightened
from pipeline.events.titles.wording import LIMIT
from pipeline.resources import table
from tests.events import reading

HERE = Path(__file__).parent

with (HERE / "cases_titles.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['lemma']}: {c['text'][:40]}")
def test_title(case: dict[str, str]) -> None:
    found = reading.mention(case["text"], case["lemma"]).title
    assert found == case["title"]
    assert len(found) <= LIMIT


@pytest.mark.parametrize("word", sorted(title_words("turns")))
def test_a_word_that_turns_the_meaning_stays(word: str) -> None:
    assert reading.mention(f"The bridge was {word} destroyed on Monday.", "destroy").title.count(word) == 1


PLURALS = [row for row in table(FOLDER + "title_words.csv", TitleWord) if row.kind in ("plural", "quantity of nobody")]


@pytest.mark.parametrize("row", PLURALS, ids=lambda row: row.word)
def test_a_plural_without_an_ending_has_the_verb_of_a_plural(row: TitleWord) -> None:
    assert "condemns" not in reading.mention(row.example, "condemn").title
    assert "condemns" in reading.mention(row.counterexample, "condemn").title


@pytest.mark.parametrize("word", sorted(title_words("counts times")))
def test_what_counts_the_times_keeps_since_when(word: str) -> None:
    text = f"Anna Orlova met Igor Petrov for the {word} time since the war."
    assert reading.mention(text, "meet").title.endswith(f"{word} time since the war")


@pytest.mark.parametrize("words", ["allegedly stole", "may have stolen", "might have stolen", "could have stolen"])
def test_a_line_that_doubts_itself_is_not_doubted_again(words: str) -> None:
    line = reading.mention(f"Critics alleged that Igor Petrov {words} the money.", "steal").title
    assert line.startswith("Igor Petrov ") and words.split(maxsplit=1)[0] in line


def test_the_short_names_of_a_text_are_worked_out_once_for_all_titles() -> None:
    source = reading.document("Ivan Adamenko sang. Boris Orlov slept. Adamenko left.")
    parsed = read(source, reading.sentences(source), ())
    assert (
        tightened(parsed, "The court frees Ivan Adamenko and Boris Orlov", 40)
        == "The court frees Adamenko and Boris Orlov"
    )
    assert parsed.shorter[0]["Ivan Adamenko"] == "Adamenko" and "Boris Orlov" not in parsed.shorter[0]


def test_a_text_without_short_names_is_asked_for_them_once() -> None:
    source = reading.document("Ivan Adamenko sang.")
    parsed = read(source, reading.sentences(source), ())
    for line in ("The court frees Ivan Adamenko and Boris Orlov", "Ivan Adamenko sang and Boris Orlov slept"):
        assert tightened(parsed, line, 30) == line
    assert len(parsed.shorter) == 1


@pytest.mark.parametrize("word", sorted(title_words("stands before a name")))
def test_a_place_goes_without_the_noun_of_its_kind_where_room_is_short(word: str) -> None:
    for place, short in ((f"the Estonian {word} of Narva", "Narva"), (f"the {word} bank of Narva", "")):
        source = reading.document(f"Anna Orlova closed a mill in {place}.")
        parsed = read(source, reading.sentences(source), ())
        line = f"Anna Orlova closes a mill in {place}"
        assert tightened(parsed, line, 35) == line.replace(place, short or place)


FIGURES = [row for row in table(FOLDER + "title_words.csv", TitleWord) if row.kind == "figure of a firm"]


@pytest.mark.parametrize("row", FIGURES, ids=lambda row: row.word)
def test_a_figure_is_that_of_the_only_firm(row: TitleWord) -> None:
    assert reading.mention(row.example, "fall").title.startswith("Rodnik Corp.’s ")
    assert "Rodnik" not in reading.mention(f"Rodnik Corp. grew. {row.counterexample}", "fall").title
