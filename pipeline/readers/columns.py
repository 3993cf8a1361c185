"""Which column of a table, or key of an object, holds what about an article: as the user says, else by common names.

Names are in data/lexicons/article_columns.csv and are compared without case, spaces, hyphens or underscores.
"""

from __future__ import annotations

import datetime as dt
import functools
import math
from collections.abc import Iterable, Mapping
from dataclasses import replace

from pipeline.readers.html import read_markup
from pipeline.readers.names import FieldNames, plain_name
from pipeline.readers.reading import Reading
from pipeline.readers.sidecar import from_keys
from pipeline.readers.source import Source
from pipeline.resources import split, table

FIELDS = ("text", "html", "published", "modified", "crawled", "title", "outlet", "url", "author", "language", "id")
"""What can be told of an article by a column."""
_SAID = ("published", "modified", "crawled", "title", "outlet", "url", "author", "language")
_NAMED = ("name", "title", "value", "#text", "id")
"""Keys by which an object in place of a text is read: {"source": {"id": null, "name": "Reuters"}}."""


@functools.cache
def column_names() -> dict[str, tuple[str, ...]]:
    """Field to its common names."""
    return {row.field: split(row.names) for row in table("lexicons/article_columns.csv", FieldNames)}


def choose(names: Iterable[str], source: Source) -> dict[str, str]:
    """Which of the columns `names` holds which field; what the user said comes first.

    Raises:
        ReadError: when the user names a column that is not there, or no column can be told to hold the text.
    """
    held = [name for name in names if name]
    shown = ", ".join(held[:20])
    for field, name in source.columns.items():
        if name not in held:
            raise source.error(f"has no column “{name}” for {field}; its columns are {shown}: correct --columns")
    plain = {plain_name(name): name for name in reversed(held)}
    guessed = {
        field: plain[found]
        for field, common in column_names().items()
        if (found := next((plain_name(name) for name in common if plain_name(name) in plain), None))
    }
    chosen = {**guessed, **source.columns}
    if "text" not in chosen and "html" not in chosen:
        raise source.error(
            f"none of its columns was recognised as the article text; its columns are {shown}: call "
            "one of them text, or name it with --columns text=NAME"
        )
    return chosen


def reading(row: Mapping[str, object], chosen: Mapping[str, str], source: Source, *, place: str) -> Reading:
    """One article of a table; `place` tells it when no column does ("row=17"). A cell with a page is read as one."""
    cells = {field: _cell(row.get(name)) for field, name in chosen.items()}
    fragment = cells.get("id") or place
    origin = f"{source.name}, columns {', '.join(f'{name!r} ({field})' for field, name in chosen.items())}"
    said = from_keys({key: cells.get(key) for key in _SAID}, f"{source.uri}#{fragment}", origin)
    page = cells.get("html")
    if page and not cells.get("text"):
        found = read_markup(page, url=said.url, where=f"{source.uri}#{fragment}")
        return replace(found, metadata=said.over(found.metadata), fragment=fragment)
    return Reading(cells.get("text") or "", said, fragment)


def _cell(value: object) -> str | None:
    """A cell as text: days and times in ISO form, lists joined, objects by their name; None for nothing."""
    if isinstance(value, Mapping):
        return next((found for key in _NAMED if (found := _cell(value.get(key)))), None)
    if isinstance(value, list | tuple):
        return ", ".join(found for each in value if (found := _cell(each))) or None
    return _single(value).strip() or None


def _single(value: object) -> str:
    if value is None or isinstance(value, bool) or (isinstance(value, float) and not math.isfinite(value)):
        return ""
    return value.isoformat() if isinstance(value, dt.date) else str(value)
