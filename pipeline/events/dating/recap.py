"""Days gone by that a report tells in the present tense, which then says nothing of the day of the report."""

from __future__ import annotations

from itertools import islice

from pipeline.calendar.interval import Interval
from pipeline.events.dating.link import Link, Scene
from pipeline.events.parse.syntax import clause_verb
from pipeline.events.parse.tense import tense_of
from pipeline.events.triggers.kinds import UNKNOWN
from pipeline.settings.events import SCENE_REACH
from pipeline.vocabulary import TOLD

RECAP, FRESH = 2, 3
"""Sentences that tell in the present of days gone by, in a recap; days of which a headline does so."""


def in_recap(scene: Scene, number: int) -> bool:
    """Whether days gone by are told in the present before it: on 9 August he wins, the next day she flees."""
    while scene.unasked:
        _note_retold(scene, scene.unasked.pop())
    before = (first for first in scene.retold.values() if first < number)
    return len(list(islice(before, RECAP))) == RECAP


def between_days_retold(scene: Scene, number: int) -> Link | None:
    """On 12 March he blames Minsk. Minsk rejects it. On 14 March he expels its envoys: it came between those days."""
    draft, tree = scene.drafts[number], scene.tree(number)
    main = tree.tokens[draft.token].dep in ("ROOT", "conj") and tense_of(tree, draft.token) == "present"
    told = main and draft.event_type != UNKNOWN and draft.factuality in TOLD
    if not told or scene.attached[draft.sentence] or not in_recap(scene, number):
        return None
    first = max((s for s in scene.retold if s < draft.sentence), default=None)
    if first is None or draft.sentence - first > int(SCENE_REACH.number):
        return None
    base, end = scene.links[scene.retold[first]], _next_day(scene, draft.sentence)
    start = base.interval.start
    if start is None or end is None or end <= start:
        return None
    because = "told in the present between two days gone by"
    return Link(Interval(start, end), "inherited", "none", base.expression, because)


def _next_day(scene: Scene, sentence: int) -> int | None:
    """Where the first single day that the sentences after this one name ends."""
    later = (scene.attached.get(s, ()) for s in range(sentence + 1, sentence + 1 + int(SCENE_REACH.number)))
    return next((a.days.end for here in later for a in here if a.days is not None and a.days.is_day), None)


def _note_retold(scene: Scene, number: int) -> None:
    """Keep a draft that tells of days gone by in the present, if it is the first of its sentence."""
    published, days = scene.reading.document.published, scene.links[number].interval
    today = published.start if published is not None and published.start is not None else 0
    draft, tree = scene.drafts[number], scene.tree(number)
    past = days.start is not None and days.end is not None and days.end < today - FRESH
    verb = clause_verb(tree, draft.token)
    if past and verb == draft.token and tense_of(tree, verb) == "present":
        scene.retold[draft.sentence] = min(number, scene.retold.get(draft.sentence, number))
