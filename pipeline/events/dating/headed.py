"""What the entries of a chronology tell is of the day that heads them.

They are mostly told in the present, which elsewhere tells of no day or of today: "24 June / Putin calls it treason".
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.events.dating.attachment import BOUNDS, Attachment
from pipeline.events.dating.entries import Entry, entry_at
from pipeline.events.dating.link import Link, Scene, dating_of
from pipeline.events.dating.main_line import in_main_line
from pipeline.events.dating_lexicon import dating_words
from pipeline.events.parse.syntax import Tree, clause_verb
from pipeline.events.parse.tense import tense_of
from pipeline.model import TemporalExpression
from pipeline.vocabulary import TOLD

_SEEN_FROM_NOW = "published"
"""How the words begin of an hour that counts from publication; in an entry "overnight" is the night of its day."""
_TODAY = "published+0day"
"""What the words alone say of a part of the day: "in the evening" is of today for want of another day."""


def headed(scene: Scene, number: int) -> Link | None:
    """The main line of an entry has the day over it, unless its sentence names another."""
    draft, tree = scene.drafts[number], scene.tree(number)
    entry = entry_at(scene.entries, tree.tokens[draft.token].span.start)
    if entry is None or _lies_ahead(scene, entry) or not _tells(scene, entry, number):
        return None
    others = [a for a in scene.attached[draft.sentence] if _is_another_day(a.expression, entry)]
    # Warned him for a march held on 5 May, extends his term until 2001: done on the day of the entry.
    others = [a for a in others if clause_verb(tree, a.governor) == draft.token]
    others = [a for a in others if a.preposition not in BOUNDS - {"since"} | {"to"}]
    if others:
        return _own_day(others, draft.token, tree.tokens[draft.token].text)
    because = f"told in the entry under “{entry.expression.text}”"
    return Link(
        entry.days, dating_of(entry.expression), entry.expression.granularity, entry.expression, because, headed=True
    )


def _lies_ahead(scene: Scene, entry: Entry) -> bool:
    """Whether it stands in a calendar of what is to come."""
    published = scene.reading.document.published
    return published is not None and published.end is not None and (entry.days.start or 0) >= published.end


def _tells(scene: Scene, entry: Entry, number: int) -> bool:
    """Whether a mention is told in the entry's main line, and not as older or by the way: it later emerges."""
    draft, tree = scene.drafts[number], scene.tree(number)
    verb, start = clause_verb(tree, draft.token), tree.tokens[draft.token].span.start
    tense = tense_of(tree, verb)
    if draft.factuality not in TOLD or verb != draft.token:
        return False
    if tense not in ("past", "present", "none") or (tense == "past" and _looks_back(scene, entry, draft.sentence)):
        return False
    if any(tree.tokens[c].text.lower() in dating_words("before then") for c in tree.children(verb, "advmod")):
        return False
    if any(_is_fronted(tree, c) for c in tree.children(verb, "ccomp")) or scene.reading.quotation_at(start) is not None:
        return False
    return in_main_line(tree, verb) or _is_fronted(tree, verb)


def _looks_back(scene: Scene, entry: Entry, sentence: int) -> bool:
    """Whether the sentence is a further one of an hour's entry: the first is the news, a past one may be older."""
    between = scene.reading.document.text[entry.span.start : scene.reading.trees[sentence].sentence.span.start]
    return entry.expression.type == "TIME" and any(each.isalpha() for each in between)


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
    if expression.type == "TIME" and expression.local_value.startswith(_SEEN_FROM_NOW):
        return False
    return not expression.interval.overlaps(entry.days)
