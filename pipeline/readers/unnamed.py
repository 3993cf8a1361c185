"""Titles that programs give to a document when nobody named it: they say nothing of what it tells."""

from __future__ import annotations

import functools
import re

from pipeline.resources import Row, table


class DocumentTitle(Row):
    """The shape of such a title, a regular expression that covers it whole, whatever its capitals."""

    shape: str
    example: str
    counterexample: str
    why: str


def document_titles() -> tuple[DocumentTitle, ...]:
    """All shapes."""
    return table("lexicons/document_titles.csv", DocumentTitle)


def own_title(title: str) -> str:
    """`title` without blanks around it, or "" where a program gave it."""
    return "" if _unnamed().fullmatch(title.strip()) else title.strip()


@functools.cache
def _unnamed() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row.shape})" for row in document_titles()), re.IGNORECASE)
