"""What a report opens with as still to come, without a day: from its publication on."""

from __future__ import annotations

from pipeline.calendar.interval import Interval
from pipeline.events.dating.link import Link, Scene
from pipeline.events.dating_lexicon import dating_words
from pipeline.events.parse.tense import tense_of
from pipeline.events.triggers.kinds import UNKNOWN
from pipeline.events.triggers.saying import is_saying

_OPEN = ("present", "progressive", "future")


def announced_ahead(scene: Scene, number: int) -> Link | None:
    """Lithuania plans to close its border, Lithuania will close it: the news is that it is to come."""
    draft, tree = scene.drafts[number], scene.tree(number)
    token, published = tree.tokens[draft.token], scene.reading.document.published
    if published is None or published.start is None or not published.is_day or token.pos != "VERB":
        return None
    if draft.factuality != "planned" or draft.polarity == "negative" or draft.event_type in (UNKNOWN, "STATEMENT"):
        return None
    if not draft.actors or is_saying(scene.reading, draft) or scene.backdrop.place(draft.sentence) != "first":
        return None
    if scene.attached[draft.sentence] or not _is_main(scene, number):
        return None
    because = "the report opens with it as still to come, without a day: not before the day of publication"
    return Link(Interval(published.start, None), "publication-relative", "none", None, because)


def _is_main(scene: Scene, number: int) -> bool:
    """Whether it is the main verb of the sentence, or what its main verb says is planned."""
    tree = scene.tree(number)
    token = tree.tokens[scene.drafts[number].token]
    plans = tree.tokens[token.head]
    if token.dep == "ROOT":
        return tense_of(tree, token.index) == "future"
    planned = plans.lemma.lower() in dating_words("looks ahead")
    return token.dep == "xcomp" and plans.dep == "ROOT" and planned and tense_of(tree, plans.index) in _OPEN
