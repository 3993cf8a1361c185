"""What follows a verb on one line: the whole of it, or what is left when the least needed has gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from pipeline.events.titles.ending import earlier_ends
from pipeline.events.titles.fitting import Part, Write, fitted

if TYPE_CHECKING:
    from pipeline.events.titles.phrases import Writer

FEW = 2
"""Words that a line may lose to name a thing instead of pointing back to it."""
SHARE = 0.4
"""Share of the room that a line fills at least which ends before its sentence does."""


class WriteBy(Protocol):
    """Makes a line of what is not gone, by the writer given; a `tight` one does without "that" where it can."""

    def __call__(self, gone: frozenset[int], *, tight: bool, by: Writer) -> str:
        """The line."""


def fitted_line(
    writer: Writer, parts: Sequence[Part], write: WriteBy, room: int, front: frozenset[int] = frozenset()
) -> str:
    """The whole line where it has room; else without "that", what bare nouns take up, the `front` of it, and more."""
    nothing = frozenset[int]()
    for by in (replace(writer, going_on=True), writer):
        for tight in (False, True):
            if len(line := write(nothing, tight=tight, by=by)) <= room:
                return line
    writer.cuts.append(parts[0].head if parts else -1)
    if line := _spared(writer, parts, write, room, front):
        return line
    brief = replace(writer, taking=False)

    def told(gone: frozenset[int], *, tight: bool) -> str:
        return write(gone, tight=tight, by=brief)

    gone = fitted(brief, parts, told, room, front)
    line = told(gone, tight=False)
    line = line if len(line) <= room else told(gone, tight=True)
    return (_ended(brief, parts, told, room, gone) or line) if len(line) > room and writer.ending else line


def _ended(writer: Writer, parts: Sequence[Part], write: Write, room: int, gone: frozenset[int]) -> str:
    """The line that ends earlier, behind a word that wants nothing; "" where it cannot."""
    left = [part for part in parts if part.head not in gone]
    kept = sorted({i for part in left for i in writer.kept(part.head, gone | part.without)})
    needed = frozenset(part.head for part in left if not part.may_go)
    for lost in earlier_ends(writer.tree, kept, needed):
        if SHARE * room <= len(line := write(gone | lost, tight=True)) <= room:
            return line
    return ""


def _spared(writer: Writer, parts: Sequence[Part], write: WriteBy, room: int, front: frozenset[int]) -> str:
    """The line that names what its bare nouns take up, where no more than a few words at its end make room for it."""

    def told(gone: frozenset[int], *, tight: bool) -> str:
        return write(gone, tight=tight, by=writer)

    if len(write(frozenset(), tight=True, by=replace(writer, taking=False))) > room:
        return ""
    gone = fitted(writer, parts, told, room, front)
    lost = {i for top in gone for i in writer.tree.subtree(top)}
    line = told(gone, tight=False)
    line = line if len(line) <= room else told(gone, tight=True)
    return line if len(lost) <= FEW and len(line) <= room else ""
