"""Events that may be the same as a given one: near in time, or with the same people."""

from __future__ import annotations

from typing import Any

import numpy as np

from views.queries import details
from views.queries.catalogue import Catalogue

MOST = 40
NEAR = 31
"""Days between two events that may be one."""
COLUMNS = ["event_id", "title", "date_start", "date_end", "edtf", "granularity", "mention_ids"]


def likely(catalogue: Catalogue, detail: details.Detail) -> list[dict[str, Any]]:
    """Rows of the likeliest ones: those that share most people come first, then those nearest in time."""
    if detail.n is None:
        return []
    columns, members = catalogue.columns, catalogue.members["actor"]
    own = np.asarray(members.of(detail.n), dtype=np.int64)
    shared = np.bincount(members.ranks[np.isin(members.codes, own)], minlength=columns.mid.size)
    apart = np.abs(columns.mid.astype(np.int64) - int(columns.mid[detail.n]))
    both = columns.dated & bool(columns.dated[detail.n])
    score = shared * 10 + np.where(both & (apart <= NEAR), 20 - apart * 20 // (NEAR + 1), 0)
    score[detail.n] = 0
    best = np.argsort(-score, kind="stable")[:MOST]
    return details.rows(catalogue.events, [int(columns.row[n]) for n in best if score[n] > 0], COLUMNS)
