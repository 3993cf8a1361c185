"""A date of the metadata beside what the text says: which is kept, and that both are named."""

import datetime as dt

from pipeline.calendar.interval import day, days
from pipeline.model import Document
from pipeline.publication.compare import compared
from pipeline.vocabulary import DISAGREEMENT

D = dt.date
MADE = day(D(2026, 11, 27))
FILE = Document("d", "d", "d.pdf", "The text.", (), published=MADE, published_basis="metadata",
                published_reliability="indirect")  # fmt: skip


def test_an_indirect_date_gives_way_to_the_text_and_both_are_named() -> None:
    found = compared(FILE, (), (day(D(2022, 6, 21)), ()))
    assert (found.published, found.published_basis) == (day(D(2022, 6, 21)), "inferred")
    assert found.published_reliability == "conflicting"
    assert found.published_trace[-1].choice == DISAGREEMENT
    said = "the text gives 21 June 2022, which is kept; the file or its address gives 27 November 2026"
    assert found.published_trace[-1].because == said


def test_an_indirect_date_that_the_text_allows_is_kept() -> None:
    found = compared(FILE, (), (days(D(2026, 11, 25), D(2026, 11, 30)), ()))
    assert (found.published, found.published_reliability) == (MADE, "stated")


def test_without_a_word_of_the_text_it_stays_indirect() -> None:
    assert compared(FILE, (), (None, ())) == FILE
