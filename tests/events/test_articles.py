"""The articles of a title."""

from __future__ import annotations

import pytest

from pipeline.events.titles.articles import a, called, with_article


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("order", "an order"),
        ("video address", "a video address"),
        ("European law", "a European law"),
        ("unimportant step", "an unimportant step"),
        ("union", "a union"),
        ("hour", "an hour"),
        ("EU law", "an EU law"),
        ("US raid", "a US raid"),
        ("FBI raid", "an FBI raid"),
        ("NATO summit", "a NATO summit"),
        ("18-year term", "an 18-year term"),
        ("15-year term", "a 15-year term"),
        ("8-day strike", "an 8-day strike"),
    ],
)
def test_a_or_an_by_the_sound(words: str, whole: str) -> None:
    assert a(words) == whole


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("European Union", "the European Union"),
        ("Interior Ministry", "the Interior Ministry"),
        ("Central Election Commission of Belarus", "the Central Election Commission of Belarus"),
        ("United States", "the United States"),
        ("Kremlin", "the Kremlin"),
        ("White House", "the White House"),
        ("Wagner Group", "the Wagner Group"),
        ("Chatham House", "Chatham House"),
        ("Belarus", "Belarus"),
        ("Maria Orlova", "Maria Orlova"),
        ("BelTA", "BelTA"),
        ("Ukrainian forces", "Ukrainian forces"),
        ("Orlova’s Press Office", "Orlova’s Press Office"),
        ("The Hague Court", "The Hague Court"),
    ],
)
def test_names_that_take_the(name: str, whole: str) -> None:
    assert called(name) == whole


@pytest.mark.parametrize(
    ("phrase", "whole"),
    [
        ("a court", "a court"),
        ("these sanctions", "the sanctions"),
        ("their army", "army"),
        ("two drones", "two drones"),
    ],
)
def test_the_article_of_the_text_stays(phrase: str, whole: str) -> None:
    assert with_article(phrase) == whole
