"""The expression that would date a mention, were the day known that it counts from."""

from __future__ import annotations

from pipeline.events.dating.link import Scene
from pipeline.events.dating.sharing import sharing
from pipeline.model import TemporalExpression

UNRESOLVED = "XXXX"
"""How the value of an expression begins whose year is not known."""


def waiting(scene: Scene, number: int) -> TemporalExpression | None:
    """What would tell the day of an undated mention: "on Monday", in an article of which nobody knows the day."""
    draft = scene.drafts[number]
    if number in scene.links or scene.reading.document.published is not None:
        return None
    words = [draft.token, *sharing(scene.tree(number), draft.token)]
    here = (a for a in scene.attached[draft.sentence] if a.governor in words)
    return next((a.expression for a in here if a.days is None and a.expression.value.startswith(UNRESOLVED)), None)
