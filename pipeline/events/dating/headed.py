"""What the entries of a chronology tell is of the day that heads them.

They are mostly told in the present, which elsewhere tells of no day or of today: "24 June / Putin calls it treason".
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.events.dating.attachment import BOUNDS, Attachment
from pipeline.events.dating.entries import Entry, entry_at
from pipeline.events.dating.link import Link, Scene, dating_of
from pipeline.events.dating.narrative import in_main_line
from pipeline.events.parse.syntax import Tree, clause_verb
from pipeline.events.parse.tense import tense_of
from pipeline.events.triggers.saying import is_saying
from pipeline.model import TemporalExpression

_TODAY = "published+0day"
"""What the words alone say of a part of the day: "in the evening" is of today for want of another day."""


def headed(scene: Scene, number: int) -> Link | None:
    """The main line of an entry has the day over it, unless its sentence names another."""
    draft, tree, published = scene.drafts[number], scene.tree(number), scene.reading.document.published
    start = tree.tokens[draft.token].span.start
    entry = entry_at(scene.entries, start)
    if entry is None or draft.factuality not in ("asserted", "reported", "alleged"):
        return None
    if published is not None and published.end is not None and (entry.days.start or 0) >= published.end:
        return None  # a calendar of what is to come
    verb = clause_verb(tree, draft.token)
    if any(_is_fronted(tree, c) for c in tree.children(verb, "ccomp")) and not is_saying(scene.reading, draft):
        return None  # it later emerges
    tells = verb == draft.token and tense_of(tree, verb) in ("past", "present", "none")
    if (
        not tells
        or not (in_main_line(tree, verb) or _is_fronted(tree, verb))
        or scene.reading.quotation_at(start) is not None
    ):
        return None
    others = [a for a in scene.attached[draft.sentence] if _is_another_day(a.expression, entry)]
    if others:
        return _own_day(others, draft.token, tree.tokens[draft.token].text)
    because = f"told in the entry under “{entry.expression.text}”"
    return Link(
        entry.days, dating_of(entry.expression), entry.expression.granularity, entry.expression, because, headed=True
    )


def _own_day(others: Sequence[Attachment], token: int, word: str) -> Link | None:
    """Police arrest the mayor on 15 March: the one other day that the sentence names, where the verb holds it."""
    (first, *more) = others
    days = first.expression.interval
    if more or days is None or first.governor != token or first.preposition in BOUNDS:
        return None
    because = f"“{first.expression.text}” belongs to “{word}”"
    fine = first.expression.granularity
    return Link(days, dating_of(first.expression), fine, first.expression, because, headed=True)


def _is_fronted(tree: Tree, verb: int) -> bool:
    """Meets the commanders, it later emerges: what is told, before who tells it."""
    token = tree.tokens[verb]
    return token.dep == "ccomp" and verb < token.head and in_main_line(tree, token.head)


def _is_another_day(expression: TemporalExpression, entry: Entry) -> bool:
    if expression is entry.expression or expression.interval is None or expression.local_value.startswith(_TODAY):
        return False
    return not expression.interval.overlaps(entry.days)
