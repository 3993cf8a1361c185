"""The small query language of the search field: words, “phrases” and fields, each with a minus in front to exclude.

    actor:putin type:CONSULT after:2022-06 -"St. Petersburg"

A field's value may stand in quotation marks; several values with commas between them mean any of them. Pure: what a
value means in a store is the business of `views.filters`.
"""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

_QUOTES = str.maketrans("“”„«»", '"""""')
_PART = re.compile(
    r"""(?P<minus>-?)(?:(?P<field>[A-Za-z_]+):(?P<values>(?:"[^"]*"?|[^\s",]+)(?:,(?:"[^"]*"?|[^\s",]+))*)?|(?P<text>"[^"]*"?|[^\s"]+))"""
)
_VALUE = re.compile(r'"([^"]*)"?|([^",]+)')


@dataclass(frozen=True, slots=True)
class Part:
    """One condition: `field` is empty for words to be found in the text; `at` are its characters in the query."""

    field: str
    values: tuple[str, ...]
    unwanted: bool
    at: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Query:
    """What a query asks for, and what of it could not be understood, in plain words."""

    parts: tuple[Part, ...]
    problems: tuple[str, ...]


FIELDS = {
    "actor": "who takes part, by any part of the name",
    "with": "to or with whom it was done",
    "outlet": "who reported it",
    "by": "who claims it",
    "type": "kind of event: CONSULT, or a word of its label",
    "certainty": "asserted, reported, alleged, denied, planned or hypothetical",
    "place": "where",
    "sources": "single, agreed or conflicting",
    "tag": "a tag that a reader gave it",
    "is": "starred, corrected, dated or undated",
    "before": "may have happened before that year, month or day; “on or before 3 May” counts as 3 May",
    "after": "may have happened after it",
    "on": "may have happened within it",
}
"""Every field and what it asks; a test holds README and help to it."""
DATES = ("before", "after", "on")
_NEAR = 0.75
"""Likeness from which on a name that is no field is taken for a slip: aktor, befor."""


@functools.lru_cache(maxsize=256)
def parse(text: str) -> Query:
    """The parts of a query; never raises, whatever is typed."""
    line = text.translate(_QUOTES)
    problems: list[str] = []
    if line.count('"') % 2:
        problems.append("A quotation mark is not closed; everything after it is one phrase.")
    return Query(tuple(_parts(line, problems)), tuple(problems))


def _parts(line: str, problems: list[str]) -> Iterator[Part]:
    for found in _PART.finditer(line):
        field = (found["field"] or "").lower()
        values = _values(found["values"] or found["text"] or "", several=bool(field))
        if field and field not in FIELDS:
            problems.append(
                f"“{found[0]}” is not understood: there is no search field {field}. {_offered(field)} "
                "put it in quotation marks to search for the words."
            )
        elif not values:
            if field:
                problems.append(f"“{found[0]}” is not understood: there is nothing after the colon.")
        else:
            yield Part(field, values, bool(found["minus"]), found.span())


def _offered(field: str) -> str:
    """The field that was meant, where one is spelled nearly so, or all of them."""
    near = difflib.get_close_matches(field, FIELDS, 1, _NEAR)
    return f"Did you mean {near[0]}? If not," if near else f"The fields are {', '.join(FIELDS)};"


def _values(text: str, *, several: bool) -> tuple[str, ...]:
    if not several and not text.startswith('"'):
        return (text,) if text.strip("-") else ()
    found = [(quoted or bare).strip() for quoted, bare in _VALUE.findall(text)]
    return tuple(dict.fromkeys(value for value in found if value))


def without(text: str, part: Part) -> str:
    """The query without one of its parts."""
    return " ".join((text[: part.at[0]] + text[part.at[1] :]).split())
