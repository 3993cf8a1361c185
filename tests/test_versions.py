"""Versions of one article are told from articles that are merely alike; the order of reading does not matter."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
from pathlib import Path
from typing import Any

import pytest

from pipeline import store
from pipeline.calendar.interval import day
from pipeline.ingestion import Order, ingest
from pipeline.model import Document
from pipeline.readers.fingerprint import fingerprint, likeness
from pipeline.versions import address_of, superseded
from tests.readers.articles import ARTICLES
from tests.store.made import document

TEXT = "\n\n".join(ARTICLES[0].body)
LONGER = TEXT + "\n\nLate in the evening a second crossing was closed as well."


def article(name: str, text: str = TEXT, **changes: Any) -> Document:
    made = document(name, text, url=f"https://news.example/{name}", published=day(dt.date(2022, 7, 12)))
    return dataclasses.replace(made, fingerprint=fingerprint(text), **changes)


def newest(*documents: Document) -> dict[str, str]:
    return {each.document.name: each.newest.name for each in superseded(documents)}


def test_one_address_is_one_article_and_the_last_change_is_in_use() -> None:
    old = article("a", modified=dt.date(2022, 7, 12))
    new = article("b", LONGER, url="http://www.news.example/a/?utm_source=x", modified=dt.date(2022, 7, 14))
    assert newest(old, new) == newest(new, old) == {"a": "b"}


def test_an_outlet_that_brings_nearly_the_same_text_within_days_has_updated_it() -> None:
    assert newest(article("a", url=None), article("b", LONGER, url=None)) == {"a": "b"}
    assert newest(article("a"), article("b", LONGER)) == {"a": "b"}


@pytest.mark.parametrize(
    "other",
    [
        article("b", LONGER, outlet="Another Herald"),
        article("b", LONGER, published=day(dt.date(2022, 7, 20))),
        article("b", LONGER, title="Another title for another day"),
        article("b", "\n\n".join(ARTICLES[1].body)),
    ],
    ids=["outlet", "day", "title and address", "text"],
)
def test_what_is_merely_alike_stays(other: Document) -> None:
    assert newest(article("a"), other) == {}


def test_order_does_not_matter() -> None:
    three = [article("a"), article("b", LONGER), article("c", LONGER + " Rain fell.", modified=dt.date(2022, 7, 15))]
    outcomes = [newest(*order) for order in itertools.permutations(three)]
    assert all(outcome == {"a": "c", "b": "c"} for outcome in outcomes)


def test_a_dated_version_is_in_use_even_where_an_undated_one_seems_to_be_newer() -> None:
    dated = article("a")
    undated = article("b", LONGER, published=day(dt.date(2022, 7, 14)), published_basis="inferred")
    assert newest(dated, undated) == newest(undated, dated) == {"b": "a"}
    [only] = superseded([dated, undated])
    assert only.because.endswith("only that one has a date")


def test_addresses_are_compared_by_what_tells_an_article() -> None:
    assert address_of("https://www.news.example/a/?utm_source=x#top") == "news.example/a"
    assert address_of("https://news.example/?id=7&fbclid=1") == "news.example?id=7"
    assert address_of("https://news.example/") is None
    assert address_of(None) is None
    assert address_of("http://[bad") is None


def test_likeness_estimates_the_share_of_common_runs() -> None:
    assert likeness(fingerprint(TEXT), fingerprint(TEXT)) == 1
    assert 0.75 < likeness(fingerprint(TEXT), fingerprint(LONGER)) < 1
    assert likeness(fingerprint(TEXT), fingerprint(" ".join(ARTICLES[1].body))) < 0.1
    assert fingerprint(" .") == ""


def test_both_versions_are_kept_and_one_tells_events(tmp_path: Path) -> None:
    head = "---\noutlet: Example Times\nurl: https://news.example/a\npublished: 2022-07-12\n"
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(f"{head}---\n{TEXT}", "utf-8")
    new.write_text(f"{head}modified: 2022-07-14\n---\n{LONGER}", "utf-8")
    root = tmp_path / "store"
    report = ingest(Order((old, new)), root=root, progress=lambda _: None)
    assert any(f"another version of {new}" in issue.message for issue in report.issues)
    tables = store.load(root)
    assert tables.documents.num_rows == 2
    kept = {row["name"]: row["doc_id"] for row in tables.documents.to_pylist()}
    told = {doc_id for row in tables.events.to_pylist() for doc_id in row["doc_ids"]}
    assert told == {kept["new"]}
