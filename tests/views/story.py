"""A small invented story as store tables: every kind of date, claim and oddity that the page must show."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa

from tests.views.tables import tables

D = dt.date


@dataclass
class Teller:
    """Collects articles and the events told in them; offsets are found by searching the text."""

    documents: list[dict[str, Any]] = field(default_factory=list)
    mentions: list[dict[str, Any]] = field(default_factory=list)
    events: dict[str, dict[str, Any]] = field(default_factory=dict)

    def article(self, name: str, outlet: str, title: str, text: str, published: D | None, **more: Any) -> str:
        doc_id = digest(name)
        step = {"stage": "publication", "choice": str(published), "because": "the front matter names the day"}
        row = {
            "doc_id": doc_id,
            "name": name,
            "source_uri": f"articles/{name}.md",
            "outlet": outlet,
            "title": title,
            "language": "en",
            "published_start": published,
            "published_end": published,
            "published_basis": "metadata" if published else "unknown",
            "published_trace": json.dumps([step] if published else []),
            "text": text,
            "blocks": blocks(text, "headline", "body") if text.count("\n\n") == 1 else "[]",
            "words": len(text.split()),
        }
        self.documents.append(row | more)
        return doc_id

    def event(self, key: str, doc_id: str, passage: str, trigger: str, words: str | None, **more: Any) -> None:
        """Adds a mention, and the event `key` on its first mention; `more` are columns of both tables."""
        document = next(row for row in self.documents if row["doc_id"] == doc_id)
        start = document["text"].index(passage)
        at = start + passage.index(trigger)
        named = [
            [start + passage.index(name), start + passage.index(name) + len(name)] for name in more.pop("named", ())
        ]
        mention = {
            "mention_id": digest(key, doc_id, str(at)),
            "doc_id": doc_id,
            "passage_start": start,
            "passage_end": start + len(passage),
            "trigger_start": at,
            "trigger_end": at + len(trigger),
            "lemma": trigger.lower(),
            "actor_spans": json.dumps(named),
            "trace": json.dumps(more.pop("trace", [])),
            "certainty": "certain",
            "polarity": "positive",
            "tense": "past",
            "block": "body",
        }
        if words:
            where = start + passage.index(words)
            mention |= {"timex_id": digest(key, "timex"), "timex_start": where, "timex_end": where + len(words)}
        if cue := more.pop("cue", None):
            mention |= {"claim_start": start + passage.index(cue), "claim_end": start + passage.index(cue) + len(cue)}
        mention |= more
        self.mentions.append(mention)
        self._join(key, mention, document, more)

    def _join(self, key: str, mention: dict[str, Any], document: dict[str, Any], more: dict[str, Any]) -> None:
        event = self.events.setdefault(
            key,
            {"event_id": digest(key), "mention_ids": [], "doc_ids": [], "outlets": [], "claimants": [], "trace": "[]"}
            | {name: value for name, value in more.items() if name not in {"claimant", "claim_chain"}},
        )
        event["mention_ids"].append(mention["mention_id"])
        event["doc_ids"] = list(dict.fromkeys([*event["doc_ids"], document["doc_id"]]))
        event["outlets"] = list(dict.fromkeys([*event["outlets"], document["outlet"]]))
        if more.get("claimant"):
            event["claimants"] = list(dict.fromkeys([*event["claimants"], more["claimant"]]))
        dated = event.get("date_start") or event.get("date_end")
        several = len(event["doc_ids"]) > 1
        event.setdefault("agreement", "single")
        if event["agreement"] != "conflicting":
            event["agreement"] = ("agreed" if several else "single") if dated else "undated"

    def tables(self) -> dict[str, pa.Table]:
        issue = {
            "source_uri": "articles/empty.txt",
            "stage": "readers",
            "severity": "skipped",
            "message": "The file is empty; put the article's text into it.",
        }
        return tables(documents=self.documents, mentions=self.mentions, events=[*self.events.values()], issues=[issue])


def blocks(text: str, *kinds: str) -> str:
    """Blocks of those kinds, one a paragraph."""
    found, at = [], 0
    for kind, paragraph in zip(kinds, text.split("\n\n"), strict=True):
        found.append({"kind": kind, "start": at, "end": at + len(paragraph)})
        at += len(paragraph) + 2
    return json.dumps(found)


def digest(*parts: str) -> str:
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]


def because(choice: str, reason: str) -> list[dict[str, str]]:
    return [{"stage": "timex", "choice": choice, "because": reason}]


VISIT = """Ministers meet at the lake

MINSK, April 4 – The foreign minister of Freedonia, Rufus Firefly, met his Sylvanian counterpart Ambassador Trentino \
on Monday 🕊️ to settle the border at Lake Narach. “We shall sign early in the summer,” said Firefly. \
The two had quarrelled in the autumn of 2021, when customs officers seized a train. \
A day earlier crowds had marched through the old town. Trentino denied that troops crossed the river on 30 March. \
Aid may follow. The border was first drawn before 1921."""

WIRE = """Border settled, officials say

The foreign ministers of Freedonia and Sylvania met on 4 April, two officials said. \
According to the officials, soldiers had crossed the river in late March. \
The officials said that both sides plan an election between May and July.

The ministers at Lake Narach.

Subscribe to Lake Wire. Follow us."""

SHOUT = """<b>SHOCK</b> at the lake <img src="https://example.org/beacon.png">

<script>document.title = "owned"</script> The ministers met on 5 April, a blogger wrote. \
He alleged that the envoy was poisoned in February. If the talks fail, a blockade would follow. \
The dam, a decree says, will stand until 9999. Caesar fell on the Ides of March in 44."""


def story() -> dict[str, pa.Table]:
    teller = Teller()
    visit = teller.article("visit", "Narach Courier", "Ministers meet at the lake", VISIT, D(2022, 4, 4))
    wire = teller.article(
        "wire",
        "Lake Wire",
        "Border settled, officials say",
        WIRE,
        D(2022, 4, 6),
        digest_of="Lake Wire, 6 April 2022",
        blocks=blocks(WIRE, "headline", "body", "caption", "footer"),
    )
    shout = teller.article(
        "shout", "The Shout", '<b>SHOCK</b> at the lake <img src="https://example.org/beacon.png">', SHOUT, None
    )
    firefly, trentino = "Rufus Firefly", "Ambassador Trentino"
    meeting = {
        "title": "Firefly and Trentino meet to settle the border",
        "event_type": "CONSULT",
        "actors": [firefly],
        "recipients": [trentino],
        "locations": ["Lake Narach"],
        "starred": True,
        "tags": ["border", "to check"],
        "date_start": D(2022, 4, 4),
        "date_end": D(2022, 4, 4),
        "edtf": "2022-04-04",
        "granularity": "day",
        "dating": "publication-relative",
        "factuality": "asserted",
        "importance": 0.95,
        "agreement": "conflicting",
        "candidates": json.dumps(
            [
                {
                    "date_start": "2022-04-04",
                    "date_end": "2022-04-04",
                    "mention_ids": [],
                    "outlets": ["Narach Courier", "Lake Wire"],
                },
                {"date_start": "2022-04-05", "date_end": "2022-04-05", "mention_ids": [], "outlets": ["The Shout"]},
            ]
        ),
    }
    teller.event(
        "meeting",
        visit,
        VISIT[VISIT.index("MINSK") : VISIT.index(" “We")],
        "met",
        "on Monday"[3:],
        named=["Rufus Firefly", "Ambassador Trentino"],
        trace=because("2022-04-04", "“Monday” with a verb in the past is the publication day itself, a Monday."),
        **meeting,
    )
    teller.event(
        "meeting",
        wire,
        "The foreign ministers of Freedonia and Sylvania met on 4 April, two officials said.",
        "met",
        "4 April",
        cue="said",
        claimant="two officials",
        trace=because("2022-04-04", "The nearest 4 April to 2022-04-06."),
        **meeting,
    )
    teller.event(
        "meeting",
        shout,
        "The ministers met on 5 April, a blogger wrote.",
        "met",
        "5 April",
        **meeting | {"date_start": None, "date_end": None, "edtf": None},
    )
    articles = {"visit": visit, "wire": wire, "shout": shout}
    for row in _rows():
        claimant = {"wire": "the officials"}.get(
            row["article"], "a blogger" if row["factuality"] == "alleged" else None
        )
        teller.event(
            row["key"],
            articles[row["article"]],
            row["passage"],
            row["trigger"],
            row["words"] or None,
            trace=because(row["edtf"] or "undated", f"The words “{row['words']}” say so."),
            claimant=claimant,
            **_columns(row),
        )
    return teller.tables()


def _rows() -> list[dict[str, str]]:
    with (Path(__file__).parent / "story_events.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _columns(row: dict[str, str]) -> dict[str, Any]:
    plain = {name: row[name] for name in ("title", "event_type", "granularity", "factuality")}
    dates = {name: D.fromisoformat(row[name]) if row[name] else None for name in ("date_start", "date_end")}
    return (
        plain
        | dates
        | {
            "actors": [name for name in row["actors"].split("|") if name],
            "recipients": [],
            "locations": [],
            "edtf": row["edtf"] or None,
            "importance": float(row["importance"]),
            "dating": "explicit" if row["words"] else "undated",
        }
    )
