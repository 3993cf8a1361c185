"""Whose report an article carries: the agency named in its dateline, its byline or its credit line."""

from __future__ import annotations

import functools
import re
from typing import Literal

from pipeline.knowledge import outlets
from pipeline.model import Block
from pipeline.resources import Row, rules, split

Where = Literal["dateline", "byline", "credit"]
_AGENCY = "AGENCY"
_SIGNED = "Reuters"
"""The agency that closes its reports with the names of reporters and editors."""
_EDGE = 3
"""Lines from either end among which a credit stands."""
_LONGEST = 400


class WireCue(Row):
    """One rule; `pattern` finds the agency in its group of that name, or speaks for the one that signs so."""

    where: Where
    pattern: str
    positive: tuple[str, ...]
    negative: tuple[str, ...]
    why: str


def wire_cues() -> tuple[WireCue, ...]:
    """All rules about the origin of a report."""
    return rules("rules/en/wire_cues.yaml", WireCue)


def agency_of(text: str, blocks: tuple[Block, ...], author: str | None) -> str | None:
    """The canonical name of the agency, or None where nothing names one. An agency that is merely cited is none."""
    body = next((block.span.start for block in blocks if block.kind == "body"), 0)
    lead = text[body : body + _LONGEST].split("\n", 1)[0]
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    edges = [*lines[:_EDGE], *lines[-_EDGE:]]
    found = [
        _find("dateline", lead),
        _find("byline", (author or "").strip()),
        *(_find("byline", line) for line in edges[:_EDGE] if line.lower().startswith("by ")),
        *(_find("credit", line) for line in edges if len(line) <= _LONGEST),
    ]
    return next((name for name in found if name), None)


def _find(where: Where, line: str) -> str | None:
    for pattern in _patterns(where):
        if match := pattern.search(line):
            return _names()[match["agency"].casefold()] if "agency" in pattern.groupindex else _SIGNED
    return None


def compiled(cue: WireCue) -> re.Pattern[str]:
    """The pattern with the names of all agencies in place."""
    names = sorted({name for row in outlets() if row.kind == "agency" for name in (row.name, *split(row.aliases))})
    longest = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(cue.pattern.replace(f"?P<agency>{_AGENCY}", f"?P<agency>{longest}"))


@functools.cache
def _patterns(where: Where) -> tuple[re.Pattern[str], ...]:
    return tuple(compiled(cue) for cue in wire_cues() if cue.where == where)


@functools.cache
def _names() -> dict[str, str]:
    agencies = (row for row in outlets() if row.kind == "agency")
    return {name.casefold(): row.name for row in agencies for name in (row.name, *split(row.aliases))}
