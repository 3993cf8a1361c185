"""Given names, which are names at the start of a sentence too."""

from __future__ import annotations

import functools

from pipeline.resources import Row, table


class GivenName(Row):
    """A given name, which is one at the start of a sentence too, where any word has a capital."""

    word: str
    example: str


@functools.cache
def given_names() -> frozenset[str]:
    """The given names as they are written."""
    return frozenset(row.word for row in table("lexicons/en/given_names.csv", GivenName))
