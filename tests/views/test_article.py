from typing import Any

from pipeline import labels
from views import dossier
from views.article import MOST, article
from views.queries import details
from views.queries.catalogue import Catalogue


def shown(catalogue: Catalogue, title: str) -> dict[str, Any]:
    row = catalogue.events.column("title").to_pylist().index(title)
    detail = details.detail(catalogue, catalogue.events.column("event_id")[row].as_py())
    assert detail is not None
    whole: dict[str, Any] = dossier.dossier(detail, details.told_in(catalogue, detail))["whole"]
    return whole


def test_a_whole_article_loses_nothing_but_the_space_between_its_blocks(catalogue: Catalogue) -> None:
    whole = shown(catalogue, "Soldiers cross the river")
    written = "".join(run for block in whole["blocks"] for run, _ in block["runs"])
    text = next(text for text in catalogue.documents.column("text").to_pylist() if "Subscribe" in text)
    assert "".join(written.split()) == "".join(text.split())
    assert (whole["before"], whole["after"]) == (0, 0)


def test_what_is_not_the_article_is_set_apart(catalogue: Catalogue) -> None:
    roles = [(block["kind"], block["role"]) for block in shown(catalogue, "Soldiers cross the river")["blocks"]]
    assert roles == [("headline", "article"), ("body", "article"), ("caption", "beside"), ("footer", "outside")]


def test_events_stand_in_the_order_of_the_article_and_mark_their_words(catalogue: Catalogue) -> None:
    whole = shown(catalogue, "Soldiers cross the river")
    assert [one["title"] for one in whole["events"]] == [
        "Firefly and Trentino meet to settle the border",
        "Soldiers cross the river",
        "Both sides hold an election",
    ]
    assert whole["at"] == 1
    marked = {kinds: run for block in whole["blocks"] for run, kinds in block["runs"] if kinds}
    assert marked["passage trigger"] == "crossed"
    assert marked["event-0"] == "met"
    assert marked["event-2"] == "election"


def test_of_a_book_the_part_around_the_passage_is_shown() -> None:
    text = "word " * 20_000
    none = dict.fromkeys(("timex_start", "timex_end", "claim_start", "claim_end"))
    mention = none | {
        "passage_start": 50_000, "passage_end": 50_010, "trigger_start": 50_000, "trigger_end": 50_004,
        "actor_spans": "[]",
    }  # fmt: skip
    whole = article({"text": text, "blocks": "[]"}, mention, "x", [])
    assert sum(len(run) for run, _ in whole["blocks"][0]["runs"]) == MOST
    assert whole["before"] + MOST + whole["after"] == len(text)
    assert ("word", "passage trigger") in whole["blocks"][0]["runs"]


def test_every_kind_of_block_has_a_name() -> None:
    from typing import get_args

    from pipeline.model import ARTICLE_BLOCKS, BlockKind

    for kind in get_args(BlockKind):
        assert (labels.block(kind).role == "article") == (kind in ARTICLE_BLOCKS)
