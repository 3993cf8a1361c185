"""Sentences of the starter corpus in any order: pronouns and roles then mean whom they may, and nothing breaks."""

from __future__ import annotations

import random

import pytest

from tests.events import reading
from tests.sentences import mixed, starter

FACES = ("actors", "recipients", "locations")


def test_any_order_is_read_and_every_name_is_a_name() -> None:
    dice = random.Random(11)  # noqa: S311 - a repeatable draw, not a secret
    every = starter()
    for _ in range(15):
        text = mixed(dice, every, 8)
        for mention in reading.mentions(text):
            names = [name for face in FACES for name in getattr(mention, face)]
            assert all(name.strip() for name in names), (text, mention.title)
            assert mention.title.strip(), text


@pytest.mark.parametrize(
    "text",
    [
        "A senior official spoke of closer ties. Joe Biden listened. The two leaders talked about Lithuania.",
        "A journalist wrote on Twitter. Vladimir Putin might make his ally enter the war, said Natia Seskuria.",
    ],
)
def test_who_has_no_name_is_nobody_else(text: str) -> None:
    assert all(name for mention in reading.mentions(text) for name in (*mention.actors, *mention.recipients))
