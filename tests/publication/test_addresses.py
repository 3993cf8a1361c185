"""The day in the article's own address, where its text holds it, and addresses of others."""

from pathlib import Path

import pytest

from pipeline.calendar.interval import from_iso
from pipeline.publication import decide
from tests.publication.expressions import article

HEADLINE = "Ministers Meet Near Brest Over Grain"
TEXT = "The ministers met on Tuesday and spoke of grain."
OWN = "ministers-meet-near-brest-over-grain"


@pytest.mark.parametrize(
    "line",
    [
        f"https://news.example/2022/07/12/{OWN}",
        f"Source: https://news.example/world/2022/7/12/{OWN}/",
        f"https://news.example/2022/jul/12/{OWN}.html",
        "https://news.example/2022/07/12/ministers-meet-brest-a1234",
    ],
)
@pytest.mark.parametrize("order", ["{headline}\n\n{line}\n\n{text}", "{headline}\n\n{text}\n\n{line}"])
def test_the_address_of_the_article_dates_it(tmp_path: Path, line: str, order: str) -> None:
    document = article(tmp_path, order.format(headline=HEADLINE, line=line, text=TEXT))
    assert decide(document, ()).published == from_iso("2022-07-11", "2022-07-13")


@pytest.mark.parametrize(
    "line",
    [
        "https://news.example/2022/07/12/storm-kills-two-in-gomel",
        "https://news.example/2022/07/12/brest",
        f"https://news.example/2022/13/12/{OWN}",
        f"https://news.example/{OWN}",
        f"The report is at https://news.example/2022/07/12/{OWN} in full.",
    ],
)
def test_other_addresses_have_no_vote(tmp_path: Path, line: str) -> None:
    document = article(tmp_path, f"{HEADLINE}\n\n{TEXT}\n\n{line}")
    assert decide(document, ()).published is None
