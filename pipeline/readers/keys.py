"""The keys of a sidecar or of front matter: common names of each, and what was probably meant by one nearly like it.

Names are in data/lexicons/article_keys.csv and are compared as those of columns are. Fewer are taken than for a table:
notes hold keys of their own, and `created` is the day of the note.
"""

from __future__ import annotations

import difflib
import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.readers.names import FieldNames, plain_name
from pipeline.resources import split, table

KEYS = ("url", "outlet", "title", "author", "language", "digest_of")
DATES = ("published", "modified", "crawled")
_ADDRESS = ("http://", "https://")
_ALIKE = 0.84
"""Likeness from which a key is a slip of the pen: publised and published have 0.94, outlets and outlet 0.92."""


@dataclass(frozen=True, slots=True)
class Known:
    """The values that are known, by our own names; `written` tells how the file itself calls each."""

    values: Mapping[str, object]
    written: Mapping[str, str]


def known(values: Mapping[str, object]) -> Known:
    """The values under our own keys, else under the likeliest common name that holds a text."""
    plain = {plain_name(key): key for key in reversed(tuple(values))}
    written = {}
    for field in (*KEYS, *DATES):
        names = (plain[name] for name in _names().get(field, ()) if name in plain)
        found = field if values.get(field) is not None else next((key for key in names if _text(values[key])), None)
        if found is not None:
            written[field] = found
    if _text(values.get(written.get("outlet", ""))).startswith(_ADDRESS):
        address = written.pop("outlet")
        written.setdefault("url", address)
    return Known({field: values[key] for field, key in written.items()}, written)


def slips(values: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Keys that are nearly one of ours, each with that one."""
    ours = (*KEYS, *DATES)
    taken = {*map(plain_name, ours), *(name for names in _names().values() for name in names)}
    likely = ((key, difflib.get_close_matches(key.lower(), ours, 1, _ALIKE)) for key in values)
    return tuple((key, found[0]) for key, found in likely if found and plain_name(key) not in taken)


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


@functools.cache
def _names() -> dict[str, tuple[str, ...]]:
    rows = table("lexicons/article_keys.csv", FieldNames)
    return {row.field: (plain_name(row.field), *map(plain_name, split(row.names))) for row in rows}
