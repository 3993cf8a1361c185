"""The records of a table as text. A quotation mark that is never closed costs its own record, not those after it."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of one record, None if it is broken. It begins in `line` and ends in `last`, counted from 1."""

    line: int
    last: int
    cells: list[str] | None


class _Lines(Iterator[str]):
    """Lines that can be given back: `taken` holds those since the last record."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._returned = deque[str]()
        self.taken = list[str]()
        self.first = 1

    def __next__(self) -> str:
        line = self._returned.popleft() if self._returned else next(self._lines)
        self.taken.append(line)
        return line

    def forget(self, count: int) -> None:
        """The first `count` of those taken are done with; the others are read again."""
        self._returned.extendleft(reversed(self.taken[count:]))
        self.first += count
        self.taken.clear()


def records(lines: Iterable[str], delimiter: str) -> Iterator[Record]:
    """Every record of `lines`, the names of the columns first.

    A record whose quotation marks do not fit is read by itself when its one line has a cell for every column, as where
    marks within a cell were not doubled. Otherwise it is broken, and with it all lines up to the next with all cells.
    """
    feed, columns, broken = _Lines(lines), 0, 0
    while True:
        cells, whole = _next(feed, delimiter, columns)
        ended = not feed.taken
        if broken and not ended and not _sound(cells, feed.taken[:whole], columns):
            feed.forget(1)
            continue
        if broken:
            yield Record(broken, feed.first - 1, None)
            broken = 0
        if ended:
            return
        if cells is None:
            broken = feed.first
            feed.forget(1)
            continue
        if cells:
            columns = columns or len(cells)
            yield Record(feed.first, feed.first + whole - 1, cells)
        feed.forget(whole)


def _sound(cells: list[str] | None, lines: list[str], columns: int) -> bool:
    """Whether a record after a broken one is more than the rest of that one."""
    return cells is not None and len(cells) == columns and "".join(lines).count('"') % 2 == 0


def _next(feed: _Lines, delimiter: str, columns: int) -> tuple[list[str] | None, int]:
    """The cells of the next record, None where they cannot be told, and of how many lines it is."""
    try:
        return next(csv.reader(feed, delimiter=delimiter, strict=True), None), len(feed.taken)
    except csv.Error:
        alone = csv.reader([feed.taken[0], ""], delimiter=delimiter)
        try:
            cells = next(alone)
        except csv.Error:
            return None, 1
        return (cells if alone.line_num == 1 and len(cells) == columns else None), 1
