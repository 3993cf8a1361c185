"""What one article counts from an event that another article of the batch dates."""

import datetime as dt
import itertools

import pytest

from pipeline import flow
from pipeline.calendar.interval import day
from pipeline.model import Document, TemporalExpression
from pipeline.timex import across, recognise, resolve
from tests.cost import growth

TELLS = "An explosion at the plant killed three people on Monday, officials said."
COUNTS = "Repairs began two days after the explosion at the plant, the mayor said."


def dated(name: str, text: str, published: str | None) -> tuple[Document, tuple[TemporalExpression, ...]]:
    known = day(dt.date.fromisoformat(published)) if published else None
    document = Document(
        doc_id=name, name=name, source_uri=name, text=text, blocks=(), published=known, published_basis="given"
    )
    return document, resolve(document, recognise(document))


def counted(
    *batch: tuple[str, tuple[TemporalExpression, ...]] | tuple[Document, tuple[TemporalExpression, ...]],
) -> str:
    """Days and EDTF of the last expression of the first document of the batch."""
    last = across(batch)[0][1][-1]  # type: ignore[arg-type]
    return "" if last.interval is None else f"{last.interval.iso()[0]} {last.edtf}"


def test_the_other_article_dates_it() -> None:
    found = across([dated("b", COUNTS, "2022-05-10"), dated("a", TELLS, "2022-05-04")])[0][1][-1]
    assert found.value == "P2D"
    assert found.edtf == "2022-05-04?"
    assert "(a, 4 May 2022)" in found.trace[0].because
    assert "2022-05-02" in found.trace[0].because


@pytest.mark.parametrize(
    ("tells", "counts", "days"),
    [
        ("The May 2 explosion at the plant shook the town.", COUNTS, "2022-05-04 2022-05-04?"),
        ("The explosion at the plant on May 2 shook the town.", COUNTS, "2022-05-04 2022-05-04?"),
        ("On Monday, a huge explosion at the plant killed three.", COUNTS, "2022-05-04 2022-05-04?"),
        (TELLS, "He came back the day after the explosion at the plant.", "2022-05-03 2022-05-03?"),
        (TELLS, "He had left a week before the explosion at the plant.", "2022-04-22 2022-04-22?/2022-04-28?"),
        ("Parliament discussed an explosion at the plant on Monday.", COUNTS, ""),
        ("An explosion at the plant killed three, officials said on Monday.", COUNTS, ""),
        ("The mayor spoke of the explosion at the plant in a speech on Monday.", COUNTS, ""),
        ("The mayor discussed the explosion at the plant on Monday.", COUNTS, ""),
        ("The town mourned. An explosion at the plant on Monday killed three.", COUNTS, "2022-05-04 2022-05-04?"),
        ("Police said that an explosion at the plant killed three on Monday.", COUNTS, "2022-05-04 2022-05-04?"),
        ("Trains have stood still since the explosion at the plant on May 2.", COUNTS, "2022-05-04 2022-05-04?"),
        ("An explosion at the port killed three people on Monday.", COUNTS, ""),
        ("A former president died on Monday.", "It came two days after the former president died.", ""),
        (TELLS, "It came two days after the explosion.", ""),
    ],
)
def test_only_the_same_event_with_its_own_day(tells: str, counts: str, days: str) -> None:
    assert counted(dated("b", counts, "2022-05-10"), dated("a", tells, "2022-05-04")) == days


def test_articles_that_disagree_date_nothing() -> None:
    other = dated("c", "An explosion at the plant killed three people on Tuesday.", "2022-05-04")
    assert counted(dated("b", COUNTS, "2022-05-10"), dated("a", TELLS, "2022-05-04"), other) == ""


@pytest.mark.parametrize("published", ["2022-05-01", "2023-05-10", None])
def test_only_an_event_not_long_before_publication(published: str | None) -> None:
    assert counted(dated("b", COUNTS, published), dated("a", TELLS, "2022-05-04")) == ""


def test_the_order_of_the_batch_changes_nothing() -> None:
    batch = [dated("a", TELLS, "2022-05-04"), dated("b", COUNTS, "2022-05-10"), dated("c", "It rained.", "2022-05-11")]
    found = [{d.doc_id: t for d, t in across(list(order))} for order in itertools.permutations(batch)]
    assert all(each == found[0] for each in found)


def test_time_is_linear_in_the_batch() -> None:
    def batch(size: int) -> list[tuple[Document, tuple[TemporalExpression, ...]]]:
        pair = dated("a", TELLS * 5, "2022-05-04"), dated("b", COUNTS * 5, "2022-05-10")
        return [each for _ in range(size) for each in pair]

    few, many = batch(8), batch(80)
    assert growth(lambda: across(few), lambda: across(many), enough=15) <= 15


def test_groups_that_are_not_read_together_are_read_as_if_alone() -> None:
    documents = [dated("b", COUNTS, "2022-05-10")[0], dated("a", TELLS, "2022-05-04")[0]]
    alone = [flow.date_all([each], today=None)[0][0] for each in documents]
    assert flow.date_all(documents, today=None, together=False)[0] == alone
    assert flow.date_all(documents, today=None)[0] != alone
