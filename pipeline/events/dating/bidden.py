"""Ordered it to close in December: whoever is told to do something was told so before it was done."""

from __future__ import annotations

from pipeline.calendar.interval import Interval
from pipeline.events.dating.link import Link, Scene

BIDS = frozenset({"ORDER", "REQUEST"})


def bidden(scene: Scene, number: int) -> Link | None:
    """Until the end of the past days that the infinitive of an order or a request names: they may be its own too."""
    draft, tree, published = scene.drafts[number], scene.tree(number), scene.reading.document.published
    if draft.event_type not in BIDS or draft.tense != "past" or published is None or published.end is None:
        return None
    for deed in tree.children(draft.token, "xcomp", "ccomp"):
        infinitive = any(tree.tokens[c].tag == "TO" for c in tree.children(deed, "aux"))
        found = scene.links.get(scene.numbers.get((draft.sentence, deed), -1)) if infinitive else None
        end = found.interval.end if found is not None and found.expression is not None else None
        if found is not None and found.expression is not None and end is not None and end < published.end:
            words = found.expression.text
            because = f"“{words}” tells when it was done or ordered, and it was ordered no later than done"
            return Link(Interval(None, end), "event-anchored", "none", None, because)
    return None
