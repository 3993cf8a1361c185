"""Everything the passage reader shows about one event, as plain data. Pure."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline import labels, words
from views import article, figures, passages, reasons
from views.queries.details import Detail, Telling
from views.tellings import Told, folded

Row = Mapping[str, Any]
TELLINGS = 12
"""Most articles shown for one event."""
SAYS = 60
"""Characters of another passage of the same article by which it is known."""

BASIS = {
    "metadata": "stated in the article's metadata",
    "given": "given by the person who added the article",
    "inferred": "worked out from the text",
    "unknown": "not known from metadata or text",
}
RELIABILITY = {
    "confirmed": "a second statement agrees",
    "stated": "nothing else confirms it",
    "indirect": "from its web address or file dates",
    "conflicting": "statements disagree",
}
"""How far a day of publication can be trusted, where the basis alone does not say it."""


def dossier(detail: Detail, told: Sequence[article.Told] = ()) -> dict[str, Any]:
    """The reader's data: the event, the articles that tell of it, and why it has this date.

    Args:
        detail: the event.
        told: the events of its first article, as `details.told_in` finds them.
    """
    event, steps = detail.event, reasons.steps(detail)
    first = detail.tellings[0] if detail.tellings else None
    told_once = folded(detail.tellings)
    return {
        "id": event["event_id"],
        "n": detail.n,
        "dated": detail.is_dated,
        "published": published.isoformat() if (published := detail.published) else None,
        "title": event["title"].strip() or figures.UNTITLED,
        "when": words.capital(words.happened(event)),
        "kind": labels.event_type(event["event_type"]),
        "fact": labels.fact_number(event["factuality"]),
        "certainty": labels.factuality(event["factuality"]),
        "facets": _facets(event),
        "apart": _apart(detail),
        "candidates": candidates(event["candidates"]) if event["agreement"] == "conflicting" else [],
        "why_in": reasons.why_in(detail),
        "why": [step for step in steps if step["stage"] not in reasons.OTHER_FIELDS],
        "rest": [step for step in steps if step["stage"] in reasons.OTHER_FIELDS],
        "moves": reasons.moves(detail),
        "dating": reasons.in_short(detail),
        "articles": [_article(one, detail) for one in told_once[:TELLINGS]],
        "elsewhere": _elsewhere(event, told_once),
        "whole": article.article(first.document, first.mention, event["event_id"], told) if first else None,
        "unshown": max(0, len(event["mention_ids"]) - sum(1 + len(one.copies) for one in told_once[:TELLINGS])),
    }


def _elsewhere(event: Row, told_once: Sequence[Told]) -> int:
    """How many other articles tell of it, without the copies of the first."""
    here = [told_once[0].telling, *told_once[0].copies] if told_once else []
    return len({*event["doc_ids"]} - {telling.document["doc_id"] for telling in here})


def _apart(detail: Detail) -> str | None:
    """Why neither chart nor tray has the event, where that is so."""
    if detail.event["hidden"]:
        return "Hidden by a reader"
    if detail.n is not None:
        return None
    because = reasons.kept_off(detail.tellings[0].mention["trace"]) if detail.tellings else ""
    return f"In the background, not on the timeline{': ' if because else ''}{because}"


def _facets(event: Row) -> list[tuple[str, str]]:
    """Who, to whom and where, as far as the articles say."""
    pairs = [("Who", event["actors"]), ("To, with or about", event["recipients"]), ("Where", event["locations"])]
    return [(name, words.listed([*values], most=8)) for name, values in pairs if values]


def candidates(cell: str | None) -> list[dict[str, str]]:
    """The dates that the sources give an event, side by side, from the event's own column."""
    return [
        {
            "when": words.span(_date(candidate["date_start"]), _date(candidate["date_end"])),
            "outlets": words.listed([*candidate["outlets"]], most=4),
        }
        for candidate in json.loads(cell or "[]")
    ]


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _article(told: Told, detail: Detail) -> dict[str, Any]:
    event, document, mention = detail.event, told.telling.document, told.telling.mention
    own = words.span(mention["date_start"], mention["date_end"])
    return {
        "again": document["doc_id"] == detail.tellings[0].document["doc_id"],
        "says": _beginning(document["text"][mention["passage_start"] : mention["passage_end"]]),
        "title": document["title"] or document["name"],
        "outlet": document["outlet"] or "Outlet not known",
        "published": _published(document),
        "basis": _basis(document),
        "agency": document["agency"] if document["agency"] != document["outlet"] else None,
        "changed": _changed(document, detail.versions.get(document["doc_id"], 0)),
        "carried": _carried(told.copies),
        "published_why": reasons.steps_of(document["published_trace"]),
        "digest": document["digest_of"],
        "url": document["url"] if str(document["url"] or "").startswith(("https://", "http://")) else None,
        "said": _said(mention),
        "happened": words.capital(own) if own != "no date" else "No date in this article",
        "differs": own not in {"no date", words.span(event["date_start"], event["date_end"])},
        "runs": passages.excerpt(
            document["text"], mention, passages.surroundings(document["text"], mention, document["blocks"])
        ),
    }


def _beginning(passage: str) -> str:
    """The first words of a passage, to know it by."""
    said = " ".join(passage.split())
    return said if len(said) <= SAYS else f"{said[:SAYS].rsplit(' ', 1)[0]} …"


def _basis(document: Row) -> str:
    """On what its day of publication rests, and how far that goes."""
    basis = BASIS.get(code := str(document["published_basis"]), code)
    reliability = RELIABILITY.get(document["published_reliability"])
    return f"{basis}; {reliability}" if reliability and code == "metadata" else basis


def _changed(document: Row, earlier: int) -> str | None:
    """That this is not the article as it first came out, where that is known."""
    parts = [f"updated {'once' if earlier == 1 else f'{earlier:,} times'}"] if earlier else []
    if document["modified"] and document["modified"] != document["published_end"]:
        parts.append(f"last changed {words.span(document['modified'], document['modified'])}")
    return words.capital(", ".join(parts)) or None


def _carried(copies: Sequence[Telling]) -> dict[str, Any] | None:
    """Who else prints the same text, and when."""
    if not copies:
        return None
    by = [(copy.document["outlet"] or "an outlet not known", _published(copy.document)) for copy in copies]
    names = words.listed(list(dict.fromkeys(name for name, _ in by)), most=3)
    return {"said": f"Also carried by {names}: one origin", "by": by}


def _published(document: Row) -> str:
    first, last = document["published_start"], document["published_end"]
    return "Date not known" if first is None and last is None else words.capital(words.span(first, last))


def _said(mention: Row) -> str:
    chain: Sequence[str] = mention["claim_chain"] or ([mention["claimant"]] if mention["claimant"] else [])
    return "By " + ", according to ".join(chain) if chain else "By the article itself"
