"""Two articles that tell of a visit, landed in a store, and corrections of what they tell."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline import store
from pipeline.model import Document, EventMention, Span
from pipeline.store import Batch, Draft, Entry
from pipeline.store.corrections.fields import field
from tests.store import made

NOW = "2026-03-01T10:00:00Z"
TEXT = "Aleś Novik visited Hrodna on 3 May 2021. On 9 May 2021 Novik opened a bridge. Rain fell."
MORE = "Brest Bugle: Aleś Novik visited Hrodna on 4 May 2021, with Zoja Wolf."


def told(document: Document, start: int, title: str, **changes: Any) -> EventMention:
    passage = Span(document.text.rfind(". ", 0, start) + 2 if start > 40 else 0, document.text.find(".", start) + 1)
    return made.mention(document, start, title=title, passage=passage, **changes)


def land(root: Path, *pairs: tuple[Document, Sequence[EventMention]]) -> None:
    for document, mentions in pairs:
        store.append(root, Batch([document], mentions=mentions))
    store.rebuild(root, made.one_event_each)


def first(text: str = TEXT) -> tuple[Document, list[EventMention]]:
    document = made.document("a", text)
    visit, bridge = text.index("visited"), text.index("opened")
    opening = {"lemma": "open", "interval": made.on(2021, 5, 9), "edtf": "2021-05-09", "event_type": "CEREMONY"}
    mentions = [told(document, visit, "Novik visits Hrodna"), told(document, bridge, "Novik opens a bridge", **opening)]
    return document, mentions


def second() -> tuple[Document, list[EventMention]]:
    document = made.document("b", MORE, outlet="Brest Bugle")
    later = {"interval": made.on(2021, 5, 4), "edtf": "2021-05-04", "actors": ("Aleś Novik", "Zoja Wolf")}
    return document, [told(document, MORE.index("visited"), "Novik is in Hrodna", **later)]


def row(root: Path, title: str) -> dict[str, Any]:
    return next(row for row in store.load(root).events.to_pylist() if row["title"] == title)


def drafted(root: Path, title: str, name: str, after: Any) -> Draft:
    event = row(root, title)
    before = field(name, "event").read(event)
    return Draft("event", event["event_id"], name, before, after, "the paper was wrong", "Ann", NOW)


def correct(root: Path, title: str, name: str, after: Any) -> store.Correction | None:
    return store.correct(root, drafted(root, title, name, after))


def titles(root: Path, as_of: int | None = None) -> list[str]:
    return store.load(root, as_of=as_of).events.column("title").to_pylist()


def entries(root: Path) -> list[Entry]:
    return [*store.load(root).corrections]
