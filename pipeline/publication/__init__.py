"""When was this document published, and by whom: metadata first, else what the text itself gives away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from pipeline.model import Document, LocalExpression

__all__ = ["decide"]


def decide(document: Document, expressions: Sequence[LocalExpression], *, today: dt.date | None = None) -> Document:
    """`document` with its outlet, publication interval, basis and trace; unknown where there is no evidence."""
    return document
