"""How long something has gone on by the day of the report: has been held for a month; in the seven weeks since."""

from __future__ import annotations

from pipeline.calendar.interval import Interval
from pipeline.events.dating.counted import LENGTHS, counted_days
from pipeline.events.dating.link import Link, Scene
from pipeline.events.dating_lexicon import dating_words

_SHORT = LENGTHS.keys() - {"year"}
"""Of years a count does not tell the day of the first."""


def in_the_time_since(scene: Scene, number: int) -> Link | None:
    """Has killed dozens in the two months since the vote: within two months of publication, and half of one."""
    draft, tree = scene.drafts[number], scene.tree(number)
    published = scene.reading.document.published
    if published is None or published.start is None or published.end is None or draft.tense != "past":
        return None
    for prep in tree.children(draft.token, "prep"):
        for unit in tree.children(prep, "pobj"):
            after = tree.tokens[unit + 1].text.lower() if unit + 1 < len(tree.tokens) else ""
            known = tree.tokens[unit].lemma.lower() in LENGTHS and after == "since"
            days = counted_days(tree, unit) if known else None
            if days is not None:
                words = tree.span([prep, unit + 1])
                text = scene.reading.document.text[words.start : words.end]
                because = f"“{text}”: at most {days[1]} days before publication"
                start = published.start - days[1]
                return Link(Interval(start, published.end), "publication-relative", "none", None, because)
    return None


def for_so_long(scene: Scene, number: int) -> Link | None:
    """Has been held for a month: since a month before publication, give or take half of one."""
    draft, tree = scene.drafts[number], scene.tree(number)
    token, published = tree.tokens[draft.token], scene.reading.document.published
    if published is None or published.start is None or published.end is None or draft.aspect != "perfect":
        return None
    if token.lemma.lower() not in dating_words("goes on") or scene.attached[draft.sentence]:
        return None
    for prep in tree.children(token.index, "prep"):
        for unit in tree.children(prep, "pobj") if tree.tokens[prep].text.lower() == "for" else ():
            days = counted_days(tree, unit) if tree.tokens[unit].lemma.lower() in _SHORT else None
            if days is not None:
                phrase = tree.span(tree.subtree(prep))
                text = scene.reading.document.text[phrase.start : phrase.end]
                because = f"“{text}” by publication: it began {days[0]} to {days[1]} days before"
                return Link(
                    Interval(published.start - days[1], published.end), "publication-relative", "none", None, because
                )
    return None
