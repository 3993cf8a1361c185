"""Names and figures in parsed text, as spaCy's own recogniser finds them: all paragraphs of a batch a token at a time.

The recogniser's own loop runs outside Python's lock, and its compiled steps take that lock again for each question that
they ask, some hundreds for a token. The same steps called with the lock held find the same in half the time.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

With = TypeVar("With")


def named(parsed: Iterable[tuple[Any, With]], recogniser: Any, *, batch: int) -> Iterator[tuple[Any, With]]:
    """The docs with their entities marked, in order, each with what came with it."""
    ahead = iter(parsed)
    while group := list(itertools.islice(ahead, batch)):
        docs = [doc for doc, _ in group if len(doc)]
        if docs:
            recogniser.set_annotations(docs, _states(docs, recogniser))
        yield from group


def _states(docs: list[Any], recogniser: Any) -> Any:
    """The recogniser's final state in each doc."""
    states = recogniser.moves.init_batch(docs)
    model = recogniser.model.predict(docs)
    open_ones = list(states)
    while open_ones:
        open_ones = recogniser.transition_states(open_ones, model.predict(open_ones))
    model.clear_memory()
    return states
