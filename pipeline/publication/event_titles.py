"""Titles that name an event with its date: "Battle of Borodino, 7 September 1812" is no date line.

"Campaign assessment, 12 July 2022" names a kind of text (text_kinds.csv), and the day on which it came out.
"""

from __future__ import annotations

import functools
import re

from pipeline.lexicons import EventType
from pipeline.resources import Row, table

_OF = re.compile(r"\b(?:of|on|in|since|until|till|from|before|after|for|to)\s+(?:the\s+)?$", re.IGNORECASE)
_SIGNED = re.compile(r":\s*$|^\W*(?:by|posted|filed|written|uploaded|created|released|issued|dated)\b", re.IGNORECASE)
"""A label, or whoever wrote or sent it: "by J. Doe on 12 July 2022"."""
_HEAD = re.compile(r"\s(?:of|for|in|at|on|near|against|between|by)\s")
_LAST_WORD = re.compile(r"([A-Za-z]+)\W*$")


class TextKind(Row):
    """A noun for a kind of text, and a title in which the date beside it is that of the text."""

    word: str
    example: str


@functools.cache
def text_kinds() -> tuple[TextKind, ...]:
    """All kinds of text."""
    return table("lexicons/en/text_kinds.csv", TextKind)


def names_event(before: str) -> bool:
    """Whether the words in front of a date, in its line, name what happened on that day."""
    head = _LAST_WORD.search(_HEAD.split(f"{before} ", maxsplit=1)[0])
    if _SIGNED.search(before) or (head is not None and head[1].lower() in _kinds()):
        return False
    return _OF.search(before) is not None or (head is not None and head[1].lower() in _events())


@functools.cache
def _kinds() -> frozenset[str]:
    return frozenset(kind.word for kind in text_kinds())


@functools.cache
def _events() -> frozenset[str]:
    return frozenset(row.lemma for row in table("lexicons/en/event_types.csv", EventType) if row.pos == "NOUN")
