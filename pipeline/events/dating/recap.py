"""Days gone by that a report tells in the present tense, which then says nothing of the day of the report."""

from __future__ import annotations

from itertools import islice

from pipeline.events.dating.link import Scene
from pipeline.events.parse.syntax import clause_verb
from pipeline.events.parse.tense import tense_of

RECAP, FRESH = 2, 3
"""Sentences that tell in the present of days gone by, in a recap; days of which a headline does so."""


def in_recap(scene: Scene, number: int) -> bool:
    """Whether days gone by are told in the present before it: on 9 August he wins, the next day she flees."""
    while scene.unasked:
        _note_retold(scene, scene.unasked.pop())
    before = (first for first in scene.retold.values() if first < number)
    return len(list(islice(before, RECAP))) == RECAP


def _note_retold(scene: Scene, number: int) -> None:
    """Keep a draft that tells of days gone by in the present, if it is the first of its sentence."""
    published, days = scene.reading.document.published, scene.links[number].interval
    today = published.start if published is not None and published.start is not None else 0
    draft, tree = scene.drafts[number], scene.tree(number)
    past = days.start is not None and days.end is not None and days.end < today - FRESH
    verb = clause_verb(tree, draft.token)
    if past and verb == draft.token and tense_of(tree, verb) == "present":
        scene.retold[draft.sentence] = min(number, scene.retold.get(draft.sentence, number))
