"""Every row of the coreference lexicons shows what it joins and what it does not."""

import re

import pytest

from pipeline.coreference.lexicon import (
    FunctionWords,
    LemmaGroup,
    ModeMeaning,
    TypeFamily,
    alike,
    kind,
    meaning,
    meaning_in_mode,
    says,
)
from pipeline.resources import split, table

GROUPS = table("lexicons/en/coreference_lemmas.csv", LemmaGroup)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def inflected(word: str, lemma: str) -> bool:
    """Whether `word` may be a form of `lemma`; irregular forms change at most the letters after the first two."""
    return word == lemma or (word.startswith(lemma[: max(3, len(lemma) - 1)]) and len(word) <= len(lemma) + 4)


@pytest.mark.parametrize("row", GROUPS, ids=lambda row: row.group)
def test_examples_hold(row: LemmaGroup) -> None:
    def named(text: str) -> bool:
        return any(inflected(word, lemma) for word in words(text) for lemma in split(row.lemmas))

    assert named(row.example)
    assert not named(row.counterexample)
    assert len({kind(lemma) for lemma in split(row.lemmas)}) == 1


@pytest.mark.parametrize("row", table("lexicons/en/coreference_modes.csv", ModeMeaning), ids=lambda row: row.mode)
def test_words_of_a_mode_mean_one_thing(row: ModeMeaning) -> None:
    def told(text: str) -> set[str | None]:
        lemmas = (lemma for word in words(text) for lemma in split(row.lemmas) if inflected(word, lemma))
        return {meaning_in_mode(lemma, row.mode) for lemma in lemmas}

    assert told(row.example) == {row.meaning}
    assert not told(row.counterexample)
    assert meaning_in_mode("uphold", row.mode) is None
    assert meaning_in_mode(split(row.lemmas)[0], None) is None


def test_no_lemma_is_in_two_groups() -> None:
    lemmas = [lemma for row in GROUPS for lemma in split(row.lemmas)]
    assert len(lemmas) == len(set(lemmas))


def test_types_are_listed_once() -> None:
    types = [row.event_type for row in table("lexicons/en/coreference_types.csv", TypeFamily)]
    assert len(types) == len(set(types))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("meet", "summit", True),
        ("Meet", "meeting", True),
        ("deport", "deportation", True),
        ("murder", "poison", False),
        ("sign", "signature", True),
        ("sign", "signal", False),
        ("port", "portray", False),
        ("go", "gore", False),
    ],
)
def test_alike(one: str, other: str, expected: bool) -> None:
    assert alike(one, other) is alike(other, one) is expected
    assert not expected or kind(one) == kind(other)


@pytest.mark.parametrize(
    ("lemma", "title", "expected"),
    [
        ("take", "Anna Reut takes the oath in Riga", "oath"),
        ("take", "Protests against the bank take place in Riga", "protest"),
        ("hold", "Latvia and Estonia hold talks on fish", "talk"),
        ("give", "Anna Reut gives the bank a loan", "give"),
        ("open", "Anna Reut opens a school years after the war", "open"),
        ("arrest", "Police arrest a protester", "arrest"),
    ],
)
def test_a_light_verb_means_its_noun(lemma: str, title: str, expected: str) -> None:
    assert kind(meaning(lemma, title)) == kind(expected)


@pytest.mark.parametrize(
    "row", table("lexicons/en/coreference_function_words.csv", FunctionWords), ids=lambda r: r.class_
)
def test_function_words_stand_in_their_example(row: FunctionWords) -> None:
    listed = set(split(row.words))
    assert listed & set(words(row.example))
    assert not listed & set(words(row.counterexample))


def test_what_is_said_in_many_ways() -> None:
    assert says("announce") and says("statement")
    assert not says("sue")
