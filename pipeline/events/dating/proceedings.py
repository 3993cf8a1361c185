"""How far a case at law has come: arrested, charged, tried, sentenced, released."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from pipeline.events.parse.syntax import Tree
from pipeline.resources import Row, table

VERDICT = 4
"""The stage at which a court decides."""


class Stage(Row):
    """A verb of a case at law, and how far the case has come by it."""

    lemma: str
    stage: int
    example: str


def follows(later: str, earlier: str) -> bool:
    """Whether a case comes to the one verb after the other; both are lemmas."""
    stages = _stages()
    return earlier in stages and stages.get(later, 0) > stages[earlier]


def stage_of(lemma: str) -> int:
    """How far a case has come by a verb; 0 when it tells of no case."""
    return _stages().get(lemma, 0)


def lemma_of(tree: Tree, verb: int) -> str:
    """The lemma of a verb, with its object where the two make a step in a case: stand trial."""
    lemma = tree.tokens[verb].lemma.lower()
    pairs = (f"{lemma} {tree.tokens[o].lemma.lower()}" for o in tree.children(verb, "dobj"))
    return next((pair for pair in pairs if pair in _stages()), lemma)


def is_stage(lemma: str) -> bool:
    """Whether a verb tells of a step in a case at law."""
    return lemma in _stages()


@functools.cache
def _stages() -> Mapping[str, int]:
    return {row.lemma: row.stage for row in table("lexicons/en/legal_stages.csv", Stage)}
