"""Which events hang on the day an article was published, and on which articles' days most of them do."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow.compute as pc

from views.queries.catalogue import Catalogue

COLUMNS = [
    "doc_id", "name", "title", "outlet", "source_uri", "published_start", "published_end", "published_basis",
]  # fmt: skip


def articles(catalogue: Catalogue) -> list[dict[str, Any]]:
    """Every article with `guessed` and `hanging`; guessed dates first, those with most events on top.

    A date is guessed when nobody states it, or it is wider than a day. An event hangs on it when its words are counted
    from the day of publication.
    """
    counts = _hanging(catalogue)
    rows: list[dict[str, Any]] = catalogue.documents.select(COLUMNS).to_pylist()
    for number, row in enumerate(rows):
        stated = row["published_basis"] in {"metadata", "given"} and row["published_start"] == row["published_end"]
        row |= {"guessed": not stated, "hanging": int(counts[number])}
    return sorted(rows, key=lambda row: (not row["guessed"], -row["hanging"], row["name"]))


def _hanging(catalogue: Catalogue) -> Any:
    """For each row of the documents, how many events hang on its day of publication."""
    told = catalogue.tellings
    relative = pc.equal(catalogue.mentions.column("dating"), "publication-relative").to_numpy(zero_copy_only=False)
    moving = pc.is_valid(catalogue.timexes.column("sensitivity")).to_numpy(zero_copy_only=False)
    hangs = relative[told.mentions].astype(bool)
    if moving.size:
        hangs |= (told.timexes >= 0) & moving[np.maximum(told.timexes, 0)].astype(bool)
    pairs = np.unique(np.stack([told.documents[hangs], told.ranks[hangs]]), axis=1)
    return np.bincount(pairs[0].astype(np.int64), minlength=catalogue.documents.num_rows)
