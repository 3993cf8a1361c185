"""What came for the first time since 2019, or has come since the vote of May: between then and publication."""

from __future__ import annotations

from pipeline.calendar.interval import Interval
from pipeline.events.dating.attachment import Attachment
from pipeline.events.dating.link import Link, Scene
from pipeline.events.parse.syntax import NOUNS, Tree, clause_verb
from pipeline.events.parse.tense import tense_of
from pipeline.vocabulary import TOLD

_SUPERLATIVE = frozenset({"JJS", "RBS"})
_SO_FAR = frozenset({"perfect", "pluperfect"})
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


def since_event(scene: Scene, number: int) -> Link | None:
    """Have gathered every day since the vote of May 2: from the day of what stands behind "since" to publication."""
    draft, tree, published = scene.drafts[number], scene.tree(number), scene.reading.document.published
    end = published.end if published is not None else None
    if draft.tense != "past" or tense_of(tree, draft.token) not in _SO_FAR or draft.factuality not in TOLD:
        return None
    marks = (p for p in tree.children(draft.token, "prep", "mark") if tree.tokens[p].text.lower() == "since")
    nouns = [o for p in marks for o in tree.children(p, "pobj") if tree.tokens[o].pos in NOUNS]
    if any(each.governor == draft.token for each in scene.attached[draft.sentence]):
        return None
    for each in scene.attached[draft.sentence]:
        known = scene.link_at(draft.sentence, each.governor)
        days = known.interval if known is not None else each.days
        if each.governor not in nouns or days is None or days.start is None or end is None or days.start >= end:
            continue
        because = f"it has come since “{tree.tokens[each.governor].text}” of “{each.expression.text}”: from then on"
        return Link(Interval(days.start, end), "event-anchored", "none", each.expression, because)
    return None


def _is_ranked(tree: Tree, since: Attachment) -> bool:
    """Whether words in front count it, or call it the most of its kind."""
    before = tree.tokens[max(0, since.first - _REACH) : since.first]
    return any(t.tag in _SUPERLATIVE or t.entity == "ORDINAL" for t in before)
