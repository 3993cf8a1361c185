"""What the timeline leaves out can be found, read with its reason, and told from what a reader has hidden."""

import json

import pytest

from tests.views.tables import tables
from views import dossier, reasons
from views.queries import apart, details, near
from views.queries.catalogue import Catalogue, open_catalogue

TEXT = "Zoë Wolf resigned on Monday. The mayor hopes for rain. A bridge was opened in May. It rained."
OFF = json.dumps([{"stage": "timeline", "choice": "off", "because": "a hope"}])
EVENTS = (
    ("wolf", "resigned", "Zoë Wolf resigns", {"on_timeline": True, "importance": 0.9, "actors": ["Zoë Wolf"]}),
    ("hope", "hopes", "The mayor hopes for rain", {"importance": 0.2, "actors": ["Mayor of Zoë"]}),
    ("bridge", "opened", "A bridge is opened", {"importance": 0.5}),
    ("rain", "rained", "It rains", {"hidden": True, "importance": 0.8}),
    ("tray", "Monday", "Something is said", {"lacks_only_date": True, "importance": 0.7}),
)


@pytest.fixture(scope="module")
def town() -> Catalogue:
    document = {"doc_id": "d", "text": TEXT, "outlet": "Lake Wire", "published_basis": "given"}
    mentions = [
        {"mention_id": f"m-{key}", "doc_id": "d", "trigger_start": TEXT.index(word), "actor_spans": "[]",
         "trigger_end": TEXT.index(word) + len(word), "passage_start": 0, "passage_end": len(TEXT), "trace": OFF}
        for key, word, _, _ in EVENTS
    ]  # fmt: skip
    plain = {"doc_ids": ["d"], "outlets": ["Lake Wire"], "event_type": "OTHER", "factuality": "asserted",
             "agreement": "undated", "granularity": "none", "on_timeline": False, "lacks_only_date": False}  # fmt: skip
    events = [
        plain | {"event_id": key, "mention_ids": [f"m-{key}"], "title": title} | more for key, _, title, more in EVENTS
    ]
    return open_catalogue(tables(documents=[document], mentions=mentions, events=events))


def titles(catalogue: Catalogue, rows: list[int]) -> list[str]:
    return [row["title"] for row in details.rows(catalogue.events, rows, ["title"])]


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        ([], ["A bridge is opened", "The mayor hopes for rain"]),
        (["RAIN"], ["The mayor hopes for rain"]),
        (["zoe", "mayor"], ["The mayor hopes for rain"]),
        (["resigns"], []),
    ],
)
def test_the_background_is_found_by_words_and_names(town: Catalogue, terms: list[str], found: list[str]) -> None:
    rows, every = apart.background(town, terms, 10)
    assert (titles(town, rows), every) == (found, len(found))
    assert len(apart.background(town, terms, 1)[0]) == min(1, every)
    assert {reasons.kept_off(trace) for trace in apart.traces(town, rows)} <= {"a hope"}


def test_what_no_filter_finds_can_be_read(town: Catalogue) -> None:
    for event_id, why in (("bridge", "In the background, not on the timeline: a hope"), ("rain", "Hidden by a reader")):
        detail = details.detail(town, event_id)
        assert detail and detail.n is None and not detail.is_dated
        assert [one.document["doc_id"] for one in detail.tellings] == ["d"]
        assert dossier.dossier(detail)["apart"] == why
        assert near.likely(town, detail) == []


def test_an_article_shows_its_background_and_not_what_is_hidden(town: Catalogue) -> None:
    detail = details.detail(town, "wolf")
    assert detail and dossier.dossier(detail)["apart"] is None
    told = [(one.event["event_id"], one.is_apart) for one in details.told_in(town, detail)]
    assert told == [("wolf", False), ("tray", False), ("hope", True), ("bridge", True)]
