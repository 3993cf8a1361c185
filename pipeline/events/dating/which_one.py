"""A date that stands before a noun says which one is meant: he spoke of the May 3 parade on that day or on a later one.

Whoever takes part in it does so on its day: attended the May 3 parade, won Sunday's vote.
"""

from __future__ import annotations

from pipeline.calendar.interval import Interval
from pipeline.events.dating.attachment import Attachment
from pipeline.events.dating.link import Link, Scene, told_past
from pipeline.events.dating.papers import names_which
from pipeline.events.parse.syntax import Tree
from pipeline.vocabulary import TOLD


def which_one(scene: Scene, number: int) -> Link | None:
    """Past words and deeds about something dated: on its day or later, and before publication."""
    draft, tree, published = scene.drafts[number], scene.tree(number), scene.reading.document.published
    if published is None or published.end is None or draft.factuality not in TOLD or not told_past(scene, number):
        return None
    meant = next((a for a in scene.attached[draft.sentence] if _is_about(tree, a, draft.token)), None)
    start = meant.days.start if meant is not None and meant.days is not None else None
    if meant is None or start is None or start >= published.end:
        return None
    because = f"“{meant.expression.text}” says which “{meant.hook}” is meant: on that day or later, before publication"
    return Link(Interval(start, published.end), "event-anchored", "none", meant.expression, because)


def _is_about(tree: Tree, attached: Attachment, verb: int) -> bool:
    """Whether an expression says which object of a verb is meant."""
    noun = attached.governor
    return tree.tokens[noun].head == verb and not attached.preposition and names_which(tree, noun, attached.first)
