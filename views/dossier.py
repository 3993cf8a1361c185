"""Everything the passage reader shows about one event, as plain data. Pure."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline import labels, words
from views import article, figures, passages
from views.queries.details import Detail, Telling
from views.tellings import Told, folded

Row = Mapping[str, Any]
TELLINGS = 12
"""Most articles shown for one event."""

BASIS = {
    "metadata": "stated in the article's metadata",
    "given": "given by the person who added the article",
    "inferred": "worked out from the text",
    "unknown": "not known from metadata or text",
}
RELIABILITY = {
    "confirmed": "two statements agree",
    "stated": "one statement",
    "indirect": "from its web address or file dates",
    "conflicting": "statements disagree",
}
"""How far a day of publication can be trusted, where the basis alone does not say it."""
DATING = {
    "explicit": "the text names the date",
    "publication-relative": "counted from the publication date",
    "anaphoric": "counted from another date in the article",
    "event-anchored": "counted from another event",
    "inherited": "taken from a neighbouring statement",
    "cross-document": "dated by another article",
    "corrected": "set by a reader",
    "undated": "no date given",
}

HELD_BY_STEPS = {"explicit", "publication-relative", "anaphoric"}
"""Datings of which the steps of a temporal expression show what they count from."""


OTHER_FIELDS = {"trigger", "type", "participants", "factuality", "timeline", "claimant", "title", "importance"}
"""Stages of a trace that do not speak of the date."""


def dossier(detail: Detail, told: Sequence[article.Told] = ()) -> dict[str, Any]:
    """The reader's data: the event, the articles that tell of it, and why it has this date.

    Args:
        detail: the event.
        told: the events of its first article, as `details.told_in` finds them.
    """
    event, steps = detail.event, _steps(detail)
    first = detail.tellings[0] if detail.tellings else None
    told_once = folded(detail.tellings)
    return {
        "id": event["event_id"],
        "n": detail.n,
        "dated": detail.is_dated,
        "published": published.isoformat() if (published := detail.published) else None,
        "title": event["title"].strip() or figures.UNTITLED,
        "when": _capital(words.happened(event)),
        "kind": labels.event_type(event["event_type"]),
        "fact": labels.fact_number(event["factuality"]),
        "certainty": labels.factuality(event["factuality"]),
        "facets": _facets(event),
        "apart": _apart(detail),
        "candidates": candidates(event["candidates"]) if event["agreement"] == "conflicting" else [],
        "why_in": _why_in(detail),
        "why": [step for step in steps if step["stage"] not in OTHER_FIELDS],
        "rest": [step for step in steps if step["stage"] in OTHER_FIELDS],
        "moves": _moves(detail),
        "dating": _in_short(detail),
        "articles": [_article(one, event, detail.versions) for one in told_once[:TELLINGS]],
        "whole": article.article(first.document, first.mention, event["event_id"], told) if first else None,
        "unshown": max(0, len(event["mention_ids"]) - sum(1 + len(one.copies) for one in told_once[:TELLINGS])),
    }


def _apart(detail: Detail) -> str | None:
    """Why neither chart nor tray has the event, where that is so."""
    if detail.event["hidden"]:
        return "Hidden by a reader"
    if detail.n is not None:
        return None
    because = kept_off(detail.tellings[0].mention["trace"]) if detail.tellings else ""
    return f"In the background, not on the timeline{': ' if because else ''}{because}"


def kept_off(trace: str) -> str:
    """The reason that a mention's trace gives for keeping it off the timeline; "" when it gives none."""
    said = [step["because"] for step in steps_of(trace) if (step["stage"], step["choice"]) == ("timeline", "off")]
    return said[-1] if said else ""


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


def _dating(detail: Detail) -> Telling | None:
    """The mention that explains the date: the one shown first if it gives this very date, else the one that gave it."""
    days = ("date_start", "date_end")
    agree = [one for one in detail.tellings if all(one.mention[day] == detail.event[day] for day in days)]
    shown = [one for one in agree if one is detail.tellings[0] and detail.event["dating"] != "corrected"]
    same = [one for one in detail.tellings if one.mention["dating"] == detail.event["dating"]]
    exact = [one for one in same if one in agree]
    return next(iter([*shown, *exact, *same, *detail.tellings]), None)


def _why_in(detail: Detail) -> str | None:
    """Whose words the steps to the date speak of, where those are not the passage shown first."""
    telling = _dating(detail)
    if telling is None or telling.document["doc_id"] == detail.tellings[0].document["doc_id"]:
        return None
    document = telling.document
    title = document["title"] or document["name"]
    cited = words.cited(document["outlet"], title, document["published_start"], document["published_end"])
    return f"From {cited}:"


def _in_short(detail: Detail) -> str:
    """How the date was found, in the words that the steps below it bear out."""
    telling, dating = _dating(detail), str(detail.event["dating"])
    if dating not in HELD_BY_STEPS or telling is None:
        return DATING.get(dating, dating)
    # The event may be dated by several articles: what is said holds for the one whose steps are shown.
    own = str(telling.mention["dating"])
    anchor = telling.timex["anchor"] if telling.timex else None
    if own == "explicit" and anchor == "published":
        return "the text names the day, and the publication date gives the year"
    if own == "explicit" and anchor is not None:
        return "the text names the day, and another date in the article gives the rest"
    return DATING.get(own, own)


def _steps(detail: Detail) -> list[dict[str, str]]:
    """All steps once, in order: how the date words were read, how they were tied to the event, how mentions met."""
    telling = _dating(detail)
    timex = steps_of(telling.timex["trace"]) if telling and telling.timex else []
    steps = [*timex, *(steps_of(telling.mention["trace"]) if telling else []), *steps_of(detail.event["trace"])]
    return [dict(step) for step in dict.fromkeys(tuple(step.items()) for step in steps)]


def _moves(detail: Detail) -> str | None:
    """Whether the date would move with the day of publication."""
    telling = _dating(detail)
    sensitivity = telling.timex["sensitivity"] if telling and telling.timex else None
    return (
        f"If the article had been published on another day, this date would move {sensitivity}."
        if sensitivity
        else None
    )


def steps_of(cell: str | None) -> list[dict[str, str]]:
    """The steps that a trace column holds."""
    return [
        {"choice": str(step["choice"]), "because": str(step["because"]), "stage": str(step["stage"])}
        for step in json.loads(cell or "[]")
    ]


def _article(told: Told, event: Row, versions: Mapping[str, int]) -> dict[str, Any]:
    document, mention = told.telling.document, told.telling.mention
    own = words.span(mention["date_start"], mention["date_end"])
    return {
        "title": document["title"] or document["name"],
        "outlet": document["outlet"] or "Outlet not known",
        "published": _published(document),
        "basis": _basis(document),
        "agency": document["agency"] if document["agency"] != document["outlet"] else None,
        "changed": _changed(document, versions.get(document["doc_id"], 0)),
        "carried": _carried(told.copies),
        "published_why": steps_of(document["published_trace"]),
        "digest": document["digest_of"],
        "url": document["url"] if str(document["url"] or "").startswith(("https://", "http://")) else None,
        "said": _said(mention),
        "happened": _capital(own) if own != "no date" else "No date in this article",
        "differs": own not in {"no date", words.span(event["date_start"], event["date_end"])},
        "runs": passages.excerpt(
            document["text"], mention, passages.surroundings(document["text"], mention, document["blocks"])
        ),
    }


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
    return _capital(", ".join(parts)) or None


def _carried(copies: Sequence[Telling]) -> dict[str, Any] | None:
    """Who else prints the same text, and when."""
    if not copies:
        return None
    by = [(copy.document["outlet"] or "an outlet not known", _published(copy.document)) for copy in copies]
    names = words.listed(list(dict.fromkeys(name for name, _ in by)), most=3)
    return {"said": f"Also carried by {names}: one origin", "by": by}


def _published(document: Row) -> str:
    first, last = document["published_start"], document["published_end"]
    return "Date not known" if first is None and last is None else _capital(words.span(first, last))


def _said(mention: Row) -> str:
    chain: Sequence[str] = mention["claim_chain"] or ([mention["claimant"]] if mention["claimant"] else [])
    return "By " + ", according to ".join(chain) if chain else "By the article itself"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
