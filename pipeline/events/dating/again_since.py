"""What came for the first time since 2019, or was the largest since May: later than that, and no later than told."""

from __future__ import annotations

from pipeline.calendar.interval import Interval
from pipeline.events.dating.attachment import Attachment
from pipeline.events.dating.link import Link, Scene
from pipeline.events.parse.syntax import Tree, clause_verb

_SUPERLATIVE = frozenset({"JJS", "RBS"})
_REACH = 10
"""Words before "since" among which stands how often, or how large of its kind, it was."""


def again_since(scene: Scene, number: int) -> Link | None:
    """From the day behind "since" to that of publication, where a past event is one of a row; else None."""
    draft, tree, published = scene.drafts[number], scene.tree(number), scene.reading.document.published
    verb = clause_verb(tree, draft.token)
    for each in scene.attached[draft.sentence]:
        days = each.days
        if each.preposition != "since" or each.governor not in (draft.token, verb) or not _is_ranked(tree, each):
            continue
        end = published.end if published is not None else None
        if days is None or days.end is None or end is None or days.end >= end:
            continue
        because = f"one of a row since “{each.expression.text}”: later than that, and on or before publication"
        return Link(Interval(days.end, end), "publication-relative", "none", each.expression, because)
    return None


def _is_ranked(tree: Tree, since: Attachment) -> bool:
    """Whether words in front count it, or call it the most of its kind."""
    before = tree.tokens[max(0, since.first - _REACH) : since.first]
    return any(t.tag in _SUPERLATIVE or t.entity == "ORDINAL" for t in before)
