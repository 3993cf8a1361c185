"""How far the dates of a store can be trusted: where they come from, and where the sources disagree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from views.queries import details, timeline
from views.queries.catalogue import Catalogue
from views.queries.selection import select
from views.state import ViewState

MOST = 200
"""Most conflicts and most issues listed."""
COLUMNS = ["event_id", "title", "candidates", "outlets", "factuality"]


@dataclass(frozen=True, slots=True)
class Quality:
    """Counts by code, most first; conflicting events by number of outlets, most first; issues, skipped ones first."""

    basis: Mapping[str, int]
    """Articles by publication basis."""
    dating: Mapping[str, int]
    """Events shown, by how they got their date."""
    conflicts: list[dict[str, Any]]
    conflicting: int
    issues: list[dict[str, Any]]
    undated: list[dict[str, Any]]
    """The most important events that nothing dates."""


def quality(catalogue: Catalogue) -> Quality:
    """What the whole store rests on, whatever the filters."""
    numbers = timeline.passing(catalogue, ViewState())
    clashing = _clashing(catalogue)
    rows = [int(catalogue.columns.row[rank]) for rank in clashing[:MOST]]
    issues = catalogue.issues.sort_by([("severity", "ascending"), ("source_uri", "ascending")])
    return Quality(
        basis=_counted(catalogue.documents.column("published_basis")),
        dating=_counted(pc.take(catalogue.events.column("dating"), pa.array(numbers, pa.int64()))),
        conflicts=details.rows(catalogue.events, rows, COLUMNS),
        conflicting=len(clashing),
        issues=list(issues.slice(0, MOST).to_pylist()),
        undated=details.rows(catalogue.events, timeline.undated(catalogue, ViewState(), most=MOST), COLUMNS),
    )


def _clashing(catalogue: Catalogue) -> list[int]:
    """Ranks of the events whose sources disagree, those that most outlets tell first, then the most important."""
    if "conflicting" not in catalogue.options["agreement"]:
        return []
    ranks = select(catalogue, ViewState(agreement=("conflicting",))).dated
    outlets = np.diff(catalogue.members["outlet"].starts)[ranks]
    return [int(rank) for rank in ranks[np.argsort(-outlets, kind="stable")]]


def _counted(column: pa.ChunkedArray) -> dict[str, int]:
    pairs = [(str(row["values"]), int(row["counts"])) for row in pc.value_counts(column).to_pylist()]
    return dict(sorted(pairs, key=lambda pair: (-pair[1], pair[0])))
