"""Why an event has its date, and why it is kept off the timeline: the steps of its traces. Pure."""

from __future__ import annotations

import json

from pipeline import words
from views.queries.details import Detail, Telling

DATING = {
    "explicit": "the text names the date",
    "publication-relative": "counted from the publication date",
    "anaphoric": "counted from another date in the article",
    "event-anchored": "counted from another event",
    "inherited": "taken from a neighbouring statement",
    "cross-document": "dated from outside the article, by another one or a known event",
    "corrected": "set by a reader",
    "undated": "no date given",
}

HELD_BY_STEPS = {"explicit", "publication-relative", "anaphoric"}
"""Datings of which the steps of a temporal expression show what they count from."""
OTHER_FIELDS = {"trigger", "type", "participants", "factuality", "timeline", "claimant", "title", "importance"}
"""Stages of a trace that do not speak of the date."""


def _dating(detail: Detail) -> Telling | None:
    """The mention that explains the date: the one shown first if it gives this very date, else the one that gave it."""
    days = ("date_start", "date_end")
    agree = [one for one in detail.tellings if all(one.mention[day] == detail.event[day] for day in days)]
    shown = [one for one in agree if one is detail.tellings[0] and detail.event["dating"] != "corrected"]
    same = [one for one in detail.tellings if one.mention["dating"] == detail.event["dating"]]
    exact = [one for one in same if one in agree]
    return next(iter([*shown, *exact, *same, *detail.tellings]), None)


def why_in(detail: Detail) -> str | None:
    """Whose words the steps to the date speak of, where those are not the passage shown first."""
    telling = _dating(detail)
    if telling is None or telling.document["doc_id"] == detail.tellings[0].document["doc_id"]:
        return None
    document = telling.document
    title = document["title"] or document["name"]
    cited = words.cited(document["outlet"], title, document["published_start"], document["published_end"])
    return f"From {cited}:"


def in_short(detail: Detail) -> str:
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


def steps(detail: Detail) -> list[dict[str, str]]:
    """All steps once, in order: how the date words were read, how they were tied to the event, how mentions met."""
    telling = _dating(detail)
    timex = steps_of(telling.timex["trace"]) if telling and telling.timex else []
    every = [*timex, *(steps_of(telling.mention["trace"]) if telling else []), *steps_of(detail.event["trace"])]
    return [dict(step) for step in dict.fromkeys(tuple(step.items()) for step in every)]


def moves(detail: Detail) -> str | None:
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


def kept_off(trace: str) -> str:
    """The reason that a mention's trace gives for keeping it off the timeline; "" when it gives none."""
    said = [step["because"] for step in steps_of(trace) if (step["stage"], step["choice"]) == ("timeline", "off")]
    return said[-1] if said else ""
