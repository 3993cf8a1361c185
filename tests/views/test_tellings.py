"""Copies of one text are one telling; what says otherwise stays apart."""

import datetime as dt
from dataclasses import replace
from typing import Any

from tests.views.tables import complete, tables
from views import dossier
from views.queries import details
from views.queries.catalogue import open_catalogue
from views.tellings import folded

DAY = dt.date(2022, 5, 5)
WIRE = "00000001" * 64
OTHER = "00000002" * 64


def telling(name: str, outlet: str, *, day: dt.date = DAY, **document: Any) -> details.Telling:
    row = complete("documents", {"doc_id": name, "outlet": outlet, "text": "The dam broke.", "blocks": "[]"} | document)
    told = {"mention_id": f"m-{name}", "doc_id": name, "date_start": day, "date_end": day, "passage_end": 14}
    return details.Telling(complete("mentions", told | {"actor_spans": "[]"}), row, None, 0)


def test_copies_are_folded_into_the_first_and_a_differing_date_is_not() -> None:
    tellings = [
        telling("a", "Lake Wire", fingerprint=WIRE),
        telling("b", "Courier", fingerprint=WIRE),
        telling("c", "Gazette", fingerprint=OTHER),
        telling("d", "Herald", fingerprint=WIRE, day=DAY + dt.timedelta(1)),
        telling("e", "Echo", text_hash="same"),
        telling("f", "Post", text_hash="same"),
    ]
    found = [
        (one.telling.document["doc_id"], [copy.document["doc_id"] for copy in one.copies]) for one in folded(tellings)
    ]
    assert found == [("a", ["b"]), ("c", []), ("d", []), ("e", ["f"])]


def test_the_reader_is_told_who_carries_it_whose_report_it_is_and_that_it_was_updated() -> None:
    event = {"event_id": "e", "title": "The dam broke", "date_start": DAY, "date_end": DAY, "factuality": "asserted",
             "mention_ids": ["m-a", "m-b"], "outlets": ["Lake Wire", "Courier"], "granularity": "day",
             "edtf": DAY.isoformat(), "agreement": "single", "dating": "explicit"}  # fmt: skip
    shared = {"published_start": DAY, "published_end": DAY, "published_basis": "metadata"}
    told = [
        telling("a", "Lake Wire", fingerprint=WIRE, agency="Reuters", url="https://lake.example/dam",
                published_reliability="confirmed", modified=DAY + dt.timedelta(2), **shared),
        telling("b", "Courier", fingerprint=WIRE, **shared),
    ]  # fmt: skip
    older = complete("documents", {"doc_id": "old", "url": "https://lake.example/dam", "text": "The dam leaks."})
    catalogue = open_catalogue(
        tables(
            events=[event],
            mentions=[dict(one.mention) for one in told],
            documents=[*(dict(one.document) for one in told), older],
        )
    )
    detail = details.detail(catalogue, "e")
    assert detail
    (article,) = dossier.dossier(detail)["articles"]
    assert article["carried"] == {"said": "Also carried by Courier: one origin", "by": [("Courier", "5 May 2022")]}
    assert article["agency"] == "Reuters"
    assert article["basis"] == "stated in the article's metadata; a second statement agrees"
    assert article["changed"] == "Updated once, last changed 7 May 2022"


def test_the_steps_to_a_date_say_whose_words_they_are() -> None:
    event = {"event_id": "e", "title": "The dam broke", "date_start": DAY, "date_end": DAY, "factuality": "asserted",
             "mention_ids": ["m-a", "m-b", "m-c"], "outlets": ["Lake Wire"], "granularity": "day",
             "edtf": DAY.isoformat(), "agreement": "agreed", "dating": "explicit"}  # fmt: skip
    week = DAY - dt.timedelta(7)
    told = [
        telling("a", "Lake Wire", day=week),
        telling("b", "Courier", day=week),
        telling("c", "Herald", published_start=DAY, published_end=DAY),
    ]
    told = [replace(one, mention={**one.mention, "dating": "explicit"}) for one in told]
    detail = details.Detail(0, complete("events", event), tuple(told))
    assert dossier.dossier(detail)["why_in"] == "From Herald, 5 May 2022:"
    assert dossier.dossier(replace(detail, tellings=tuple(told[2:])))["why_in"] is None


def test_the_date_in_short_says_what_the_steps_bear_out() -> None:
    event = complete("events", {"event_id": "e", "title": "The dam broke", "date_start": DAY, "date_end": DAY,
                                "mention_ids": ["m-a"], "agreement": "single", "dating": "explicit"})  # fmt: skip

    def in_short(dating: str, anchor: str | None) -> str:
        one = telling("a", "Lake Wire")
        timex = complete("timexes", {"timex_id": "t", "anchor": anchor, "trace": "[]"})
        one = replace(one, mention={**one.mention, "dating": dating}, timex=timex)
        return str(dossier.dossier(details.Detail(0, event, (one,)))["dating"])

    assert in_short("explicit", None) == "the text names the date"
    assert "the publication date gives the year" in in_short("explicit", "published")
    assert in_short("publication-relative", "published") == "counted from the publication date"


def test_another_passage_of_the_same_article_is_not_another_article() -> None:
    event = complete("events", {"event_id": "e", "title": "The dam broke", "mention_ids": ["m-a", "m-b", "m-c"],
                                "doc_ids": ["a", "b", "c"], "dating": "undated"})  # fmt: skip
    wire = telling("a", "Lake Wire", fingerprint=WIRE)
    again = replace(wire, mention={**wire.mention, "mention_id": "m-a2", "passage_start": 4})
    told = (wire, again, telling("b", "Courier", fingerprint=WIRE), telling("c", "Gazette", fingerprint=OTHER))
    shown = dossier.dossier(details.Detail(0, event, told))
    assert [(one["again"], one["says"]) for one in shown["articles"]] == [
        (True, "The dam broke."), (True, "dam broke."), (False, "The dam broke.")
    ]  # fmt: skip
    assert shown["elsewhere"] == 1
