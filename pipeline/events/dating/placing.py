"""Clauses that only say when another happened: "two days after the airport was closed"."""

from __future__ import annotations

from pipeline.events.parse.syntax import Tree

_PLACES = frozenset({"after", "before", "since", "until"})
"""Words whose clause is of another time than that of the clause it places."""


def only_places(tree: Tree, verb: int) -> bool:
    """Whether a verb stands in a clause that places another in time: "two days after the airport was closed"."""
    clauses = [verb, *tree.ancestors(verb)]
    return any(
        tree.tokens[m].text.lower() in _PLACES
        for c in clauses
        if tree.tokens[c].dep in ("advcl", "pcomp")
        for m in [
            *tree.children(c, "mark", "advmod", "prep"),
            *([tree.tokens[c].head] if tree.tokens[c].dep == "pcomp" else []),
        ]
    )
