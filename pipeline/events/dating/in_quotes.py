""" "I ask you to help me," she said in a video of Sunday: the asking is of the day on which she said it."""

from __future__ import annotations

from pipeline.calendar.interval import Interval
from pipeline.events.dating.link import Link, Scene, taken
from pipeline.events.parse.syntax import clause_verb
from pipeline.events.parse.tense import tense_of
from pipeline.events.triggers.saying import is_saying


def cue_around(scene: Scene, number: int) -> tuple[int, int] | None:
    """The past verb of saying whose quotation holds a saying in the present, by sentence and token; else None."""
    draft, tree = scene.drafts[number], scene.tree(number)
    quotation = scene.reading.quotation_at(tree.tokens[draft.token].span.start)
    if quotation is None or quotation.cue is None or quotation.cue == (draft.sentence, draft.token):
        return None
    cue = quotation.cue
    told = tense_of(scene.reading.trees[cue[0]], clause_verb(scene.reading.trees[cue[0]], cue[1]))
    now = tense_of(tree, clause_verb(tree, draft.token)) == "present"
    return cue if now and told == "past" and is_saying(scene.reading, draft) else None


def quoted_words(scene: Scene, number: int) -> Link | None:
    """The day of the saying that quotes them; where that has none, they were said by the time of publication."""
    cue, published = cue_around(scene, number), scene.reading.document.published
    if cue is None or published is None or published.end is None:
        return None
    text = scene.reading.trees[cue[0]].tokens[cue[1]].text
    because = f"quoted beside “{text}”, which has no date: on or before publication"
    by_then = Link(Interval(None, published.end), "publication-relative", "none", None, because)
    return taken(scene, *cue) or by_then
