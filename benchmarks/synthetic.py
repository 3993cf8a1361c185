"""Store tables with any number of events, the same for the same number: what the benchmarks of the dashboard read."""

from __future__ import annotations

import datetime as dt
import functools
import json
import random
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
from deltalake import CommitProperties, write_deltalake

from pipeline import store
from pipeline.store import read, schema, tables

TYPES = ("CONSULT", "STATEMENT", "COERCE", "PROTEST", "ASSAULT", "SANCTION", "AGREE", "MOVE", "LEGISLATE", "ACCUSE")
CERTAINTIES = (*["asserted"] * 3, *["reported"] * 2, "alleged", "denied", "planned", "hypothetical")
VERBS = ("meet", "warn", "detain", "sanction", "leave", "back", "accuse", "visit", "arm", "ratify")
PLACES = ("Narach", "Vileika", "Pastavy", "Braslau", "Iwye", "Mir", "Nesvizh", "Turov")
SENTENCES = 4
START = dt.date(2010, 1, 1)
DAYS = 5840


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a made-up article, with the places of its parts."""

    text: str
    who: str
    whom: str
    verb: str
    place: str
    date: dt.date
    width: int
    kind: str
    certainty: str


def _names(number: int) -> list[str]:
    """Actors with a few of them in most of the news, as in life."""
    return [f"{'Minister' if i <= 40 else 'Actor'} {chr(65 + i % 26)}{i // 26}" for i in range(number)]


def _sentence(dice: random.Random, actors: list[str], weights: list[float]) -> Sentence:
    who, whom = dice.choices(actors, cum_weights=weights, k=2)
    verb, place = dice.choice(VERBS), dice.choice(PLACES)
    date = START + dt.timedelta(days=int(DAYS * dice.betavariate(3, 1.4)))
    width = dice.choices((1, 7, 30, 365), weights=(80, 8, 9, 3))[0]
    text = f"{who} did {verb} {whom} in {place} on {date.isoformat()}, it was said."
    return Sentence(text, who, whom, verb, place, date, width, dice.choice(TYPES), dice.choice(CERTAINTIES))


Table = dict[str, list[Any]]
"""The cells of a table by column."""


def _columns(name: schema.TableName) -> Table:
    return {field.name: [] for field in schema.arrow(name)}


@functools.cache
def _defaults(name: schema.TableName) -> dict[str, Any]:
    empty = {"string": "", "json": "[]", "int32": 0, "float64": 0.0, "bool": True, "list<string>": []}
    return {c.column: None if c.nullable == "yes" else empty.get(c.type) for c in schema.columns(name)}


def _add(parts: Mapping[schema.TableName, Table], name: schema.TableName, cells: Mapping[str, Any]) -> None:
    for column, values in parts[name].items():
        values.append(cells.get(column, _defaults(name)[column]))


def generate(events: int, *, actors: int = 400, seed: int = 7) -> dict[str, pa.Table]:
    """Tables with `events` events, one mention each, four to an article; an eighth of them without a date."""
    dice = random.Random(seed)  # noqa: S311 - a repeatable draw, not a secret
    names = _names(actors)
    weights = [sum(1 / (k + 1) for k in range(i + 1)) for i in range(len(names))]
    pool = [_sentence(dice, names, weights) for _ in range(min(events, 40_000))]
    made: tuple[schema.TableName, ...] = ("documents", "mentions", "events")
    parts = {name: _columns(name) for name in made}
    for first in range(0, events, SENTENCES):
        _article(parts, dice, pool, range(first, min(events, first + SENTENCES)))
    found = {name: pa.table(columns, schema=schema.arrow(name)) for name, columns in parts.items()}
    return found | {name: schema.arrow(name).empty_table() for name in ("timexes", "issues")}


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence where it stands: which event, in which article, from which character."""

    said: Sentence
    number: int
    doc_id: str
    outlet: str
    offset: int


def _article(
    parts: Mapping[schema.TableName, Table], dice: random.Random, pool: list[Sentence], numbers: range
) -> None:
    doc_id, outlet = f"d{numbers[0] // SENTENCES:08}", f"Outlet {dice.randrange(30)}"
    told, offset = list[Sentence](), 0
    for number in numbers:
        sentence = pool[number % len(pool)] if dice.random() < 0.3 else dice.choice(pool)
        told.append(sentence)
        _event(parts, dice, Told(sentence, number, doc_id, outlet, offset))
        offset += len(sentence.text) + 1
    text = " ".join(sentence.text for sentence in told)
    published = max(sentence.date for sentence in told) + dt.timedelta(days=2)
    cells = {
        "doc_id": doc_id,
        "name": doc_id,
        "source_uri": f"{doc_id}.txt",
        "reading": doc_id,
        "outlet": outlet,
        "title": f"{told[0].who} and {told[0].whom}",
        "language": "en",
        "published_start": published,
        "published_end": published,
        "published_basis": "metadata",
        "text": text,
        "words": len(text.split()),
        "blocks": json.dumps([{"kind": "body", "start": 0, "end": len(text)}]),
    }
    _add(parts, "documents", cells)


def _event(parts: Mapping[schema.TableName, Table], dice: random.Random, told: Told) -> None:
    dated = dice.random() > 0.125
    common = _told(told.said, told.number, dated=dated) | {"importance": round(dice.betavariate(2, 4), 6)}
    _add(parts, "mentions", common | _placed(told, dated=dated))
    also = [f"Outlet {dice.randrange(30)}"] if dice.random() < 0.2 else []
    cells = {
        "event_id": f"e{told.number:08}",
        "mention_ids": [f"m{told.number:08}"],
        "doc_ids": [told.doc_id],
        "outlets": [told.outlet, *also],
        "agreement": "single" if dated else "undated",
    }
    _add(parts, "events", common | cells)


def _told(said: Sentence, number: int, *, dated: bool) -> dict[str, Any]:
    """What an event and its mention have in common."""
    trace = [{"stage": "timex", "choice": said.date.isoformat(), "because": "the words name the day"}]
    return {
        "title": f"{said.who} and {said.whom} {said.verb} in {said.place}, case {number}",
        "event_type": said.kind,
        "date_start": said.date if dated else None,
        "date_end": said.date + dt.timedelta(days=said.width - 1) if dated else None,
        "edtf": said.date.isoformat() if dated else None,
        "granularity": {1: "day", 7: "week", 30: "month", 365: "year"}[said.width] if dated else "none",
        "dating": "explicit" if dated else "undated",
        "actors": [said.who],
        "recipients": [said.whom] if said.whom != said.who else [],
        "locations": [said.place],
        "factuality": said.certainty,
        "on_timeline": dated,
        "lacks_only_date": not dated,
        "trace": json.dumps(trace),
    }


def _placed(told: Told, *, dated: bool) -> dict[str, Any]:
    """What a mention has of its own: where its words stand."""
    said, at = told.said, told.offset
    trigger, when = at + said.text.index(said.verb), at + said.text.index(said.date.isoformat())
    return {
        "mention_id": f"m{told.number:08}",
        "doc_id": told.doc_id,
        "reading": told.doc_id,
        "passage_start": at,
        "passage_end": at + len(said.text),
        "trigger_start": trigger,
        "trigger_end": trigger + len(said.verb),
        "timex_start": when if dated else None,
        "timex_end": when + len(said.date.isoformat()) if dated else None,
        "lemma": said.verb,
        "certainty": "certain",
        "polarity": "positive",
        "tense": "past",
        "block": "body",
        "actor_spans": json.dumps([[at, at + len(said.who)]]),
    }


def build(root: Path, events: int, **options: Any) -> Path:
    """A store of `events` events at `root`, written straight as Delta tables."""
    store.create(root)
    made = generate(events, **options)
    for name in ("documents", "mentions"):
        write_deltalake(str(root / name), made[name], mode="append")
    names: tuple[schema.TableName, ...] = ("documents", "timexes", "mentions")
    pins = json.dumps({name: tables.table(root, name).version() for name in names})
    noted = CommitProperties(custom_metadata={read.PINS: pins})
    write_deltalake(str(root / "events"), made["events"], mode="append", commit_properties=noted)
    return root
