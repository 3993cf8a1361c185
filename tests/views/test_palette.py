"""Colours that can be told apart, by contrast and with each kind of colour blindness."""

import itertools
import math
import tomllib
from pathlib import Path

import pytest

from pipeline import labels
from views.palette import DARK, LIGHT, Palette

ROOT = Path(__file__).resolve().parents[2]
THEMES = {"light": LIGHT, "dark": DARK}
# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
BLINDNESS = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
Colour = tuple[float, float, float]


def linear(colour: str) -> Colour:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
    return r, g, b


def contrast(one: str, other: str) -> float:
    light, dark = sorted(
        (sum(w * x for w, x in zip((0.2126, 0.7152, 0.0722), linear(c), strict=True)) for c in (one, other)),
        reverse=True,
    )
    return (light + 0.05) / (dark + 0.05)


def oklab(colour: Colour) -> Colour:
    r, g, b = (min(1.0, max(0.0, x)) for x in colour)
    long = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    medium = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def seen(colour: str, blindness: str) -> Colour:
    rgb = linear(colour)
    r, g, b = (sum(weight * x for weight, x in zip(row, rgb, strict=True)) for row in BLINDNESS[blindness])
    return oklab((r, g, b))


@pytest.mark.parametrize("palette", THEMES.values(), ids=THEMES)
def test_text_reads(palette: Palette) -> None:
    for ground in (palette.paper, palette.raised):
        for text in (palette.ink, palette.muted, palette.accent):
            assert contrast(text, ground) >= 4.5, (text, ground)


@pytest.mark.parametrize("palette", THEMES.values(), ids=THEMES)
def test_marks_stand_out_from_the_page(palette: Palette) -> None:
    for colour in (*palette.facts, palette.fine):
        assert contrast(colour, palette.paper) >= 3, colour
    for colour in palette.facts:
        assert contrast(colour, palette.paper) >= 4.5, f"{colour} also writes words"


@pytest.mark.parametrize("blindness", BLINDNESS)
@pytest.mark.parametrize("palette", THEMES.values(), ids=THEMES)
def test_marks_are_told_apart(palette: Palette, blindness: str) -> None:
    for one, other in itertools.combinations(palette.facts, 2):
        assert math.dist(seen(one, blindness), seen(other, blindness)) >= 0.08, (one, other, blindness)


def test_no_two_certainties_share_a_shape() -> None:
    symbols = [row.symbol for row in labels.factualities()]
    assert len(set(symbols)) == len(symbols) == len(LIGHT.facts) == len(DARK.facts)
    assert labels.UNKNOWN_FACTUALITY.symbol not in symbols


def test_an_unknown_certainty_is_drawn_as_such_and_as_nothing_else() -> None:
    number = labels.fact_number("rumoured")
    assert number == len(labels.factualities())
    assert LIGHT.payload()["facts"][number] == LIGHT.payload()[f"fact{number}"] == LIGHT.muted
    assert [labels.fact_number(row.factuality) for row in labels.factualities()] == [*range(number)]


@pytest.mark.parametrize("name", THEMES)
def test_the_theme_and_the_chart_share_their_colours(name: str) -> None:
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"][name]
    palette = THEMES[name]
    assert theme["backgroundColor"] == palette.paper
    assert theme["textColor"] == palette.ink
    assert theme["primaryColor"] == palette.accent
    assert theme["borderColor"] == palette.rule
    assert contrast(palette.ink, theme["secondaryBackgroundColor"]) >= 7
