"""Names of what is told of an article, as columns and keys have them, and how two names are compared."""

from __future__ import annotations

import re

from pipeline.resources import Row

_SEPARATORS = re.compile(r"[\s_\-.]+")


class FieldNames(Row):
    """The common names of one field, the likeliest first."""

    field: str
    names: str
    why: str


def plain_name(name: str) -> str:
    """A name without case, spaces, hyphens, underscores or stops."""
    return _SEPARATORS.sub("", name.strip().casefold())
