"""Pieces of names, as people type them, and the names of a store that they mean."""

# ruff: noqa: S608 - the texts joined here are table names of ours; values go in as parameters

from __future__ import annotations

from rapidfuzz import fuzz, process, utils

from pipeline import words
from views import filters, query, searching
from views.queries.catalogue import Catalogue
from views.searching import FOLDED, NAMED
from views.state import ViewState

MEANT = 5
"""Up to so many names a typed piece stands for all of them; beyond, more of the name must be typed."""
NEAR = 70
"""Least likeness, of 100, at which another name is suggested."""


def holding(catalogue: Catalogue, key: str, piece: str) -> list[str]:
    """The names of a filter that hold the piece, however it is spelt or accented, most frequent first."""
    asked = searching.forms(key, piece)
    alike = " OR ".join(f"contains({FOLDED.format('name')}, {FOLDED.format('?')})" for _ in asked)
    sql = f"SELECT name FROM {key} WHERE {alike} ORDER BY code"
    return [str(name) for (name,) in catalogue.ask(sql, [*asked])]


def meant(catalogue: Catalogue, key: str, piece: str) -> tuple[list[str], str]:
    """The names that a typed piece stands for, and a notice when it stands for none or for too many."""
    found, label = holding(catalogue, key, piece), filters.row(key).label.lower()
    exact = [name for name in found if name.lower() == piece.strip().lower()]
    if exact or 0 < len(found) <= MEANT:
        return exact or found, ""
    if found:
        some = words.listed(found, most=4)
        return [], f"“{piece}” matches {words.count(len(found), label)}: {some}. Type more of the name."
    return [], f"No {label} has “{piece}” in its name.{_nearest(catalogue, key, piece)}"


def misread(catalogue: Catalogue, view: ViewState) -> tuple[str, ...]:
    """What of the search means nothing: to the language, or in this store."""
    return (*searching.problems(view), *unknown(catalogue, view))


def unknown(catalogue: Catalogue, view: ViewState) -> tuple[str, ...]:
    """A notice for every piece of a name in the search that no name of the store holds."""
    pieces = [
        (part.field, NAMED[part.field], value)
        for part in query.parse(view.search).parts
        if part.field in NAMED
        for value in part.values
    ]
    return tuple(
        f"“{field}:{value}” matches no {filters.row(key).label.lower()} in this store.{_nearest(catalogue, key, value)}"
        for field, key, value in pieces
        if not holding(catalogue, key, value)
    )


def _nearest(catalogue: Catalogue, key: str, piece: str) -> str:
    near = process.extractOne(
        piece, [*catalogue.options[key]], scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=NEAR
    )
    return f" Did you mean {near[0]}?" if near else ""
