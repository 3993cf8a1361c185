"""What an office beside a name tells: a text that writes "Foreign Minister Vladimir Makei" is of his time in office.

No text is older than the term. It is not newer either where the sentence reports what the holder did on a day counted
from publication ("President Joe Biden said on Tuesday"); elsewhere an office may be that of years ago.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline import gazetteer, knowledge
from pipeline.calendar.interval import Interval
from pipeline.knowledge import Role
from pipeline.model import ARTICLE_BLOCKS, Document
from pipeline.publication.bounds import Bound
from pipeline.publication.clues import Clue
from pipeline.resources import split
from pipeline.settings.publication import PUBLICATION_LEAVING

_NAME = re.compile(r"(?:[A-Z][\w’'-]+ ){1,2}[A-Z][\w’'-]+")
_NOT_NOW = re.compile(r"\b(?:former|ex|then|late|future|incoming|designate|elect|deputy|vice|first|acting)[- ]?$", re.I)
_SENTENCE = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z\"“])|\n")
_LEAD = 60
"""Characters before a name in which its office stands."""


def offices(document: Document, clues: Sequence[Clue]) -> Iterator[Bound]:
    """For each name with its office in front: published in that term, or on its first day or later."""
    named: set[str] = set()
    for name in _NAME.finditer(document.text):
        if document.block_at(name.start()) not in ARTICLE_BLOCKS:
            continue
        found = _held(document.text, name)
        if found is None or found[0] in named:
            continue
        words, term = found
        last = term.end if _reports_now(document.text, name.start(), clues) else None
        if last is None:
            # A term without a report of now says only that the text is no older; told once for every name.
            named.add(words)
        until = None if last is None else last + int(PUBLICATION_LEAVING.number)
        yield Bound(Interval(term.start, until), f"‘{words}’ held that office {_words(term)}", told=until is not None)


def _held(text: str, name: re.Match[str]) -> tuple[str, Interval] | None:
    """The office with its name, and the days on which it was held; the longest office in front of the name counts."""
    before = _SENTENCE.split(text[max(0, name.start() - _LEAD) : name.start()])[-1]
    words = name[0].split()
    for cut in range(len(words) - 1):
        bare, lead = " ".join(words[cut:]), f"{before}{' '.join(words[:cut])} ".lower()
        for role, term in _terms().get(bare, ()):
            if not lead.endswith(f" {role} ") and lead != f"{role} ":
                continue
            if _NOT_NOW.search(lead[: -len(role) - 1].rstrip()):
                return None
            return f"{role} {bare}", term
    return None


def _reports_now(text: str, start: int, clues: Sequence[Clue]) -> bool:
    """Whether the sentence at `start` names a weekday, today or yesterday and no year."""
    opens = max((match.end() for match in _SENTENCE.finditer(text, 0, start)), default=0)
    closes = _SENTENCE.search(text, start)
    end = closes.start() if closes else len(text)
    inside = [clue for clue in clues if opens <= clue.expression.span.start < end]
    now = any(clue.is_weekday or clue.is_day_from_now(0) or clue.is_day_from_now(-1) for clue in inside)
    return now and not any(clue.expression.year for clue in inside)


@functools.cache
def _terms() -> Mapping[str, tuple[tuple[str, Interval], ...]]:
    """Full name -> each office as it is written, the longest first, and the days from its first term to its last."""
    found: dict[str, dict[str, Interval]] = {}
    for row in knowledge.roles():
        actor = gazetteer.actor_named(row.actor_id)
        if actor is None or row.start is None:
            continue
        for name in (actor.name, *split(actor.aliases)):
            if " " not in name:
                continue
            for role in split(row.role):
                held = found.setdefault(name, {})
                held[role] = held[role].hull(_term(row)) if role in held else _term(row)
    return {name: tuple(sorted(held.items(), key=lambda item: -len(item[0]))) for name, held in found.items()}


def _term(row: Role) -> Interval:
    return Interval(row.start.toordinal() if row.start else None, row.end.toordinal() if row.end else None)


def _words(term: Interval) -> str:
    first, last = term.iso()
    return f"from {first} on" if last is None else f"from {first} to {last}"
