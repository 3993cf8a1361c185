"""The border was closed on Monday. In response, the envoy was expelled: on the day of what it answers, or later."""

from __future__ import annotations

from pipeline.calendar.interval import Interval
from pipeline.events.dating.inherited import dated_main
from pipeline.events.dating.link import Link, Scene
from pipeline.events.dating_lexicon import dating_words
from pipeline.events.parse.syntax import Tree, clause_verb
from pipeline.vocabulary import TOLD


def in_response(scene: Scene, number: int) -> Link | None:
    """From the day of the deed told right before up to publication, for what was done in response."""
    draft, tree = scene.drafts[number], scene.tree(number)
    verb, published = clause_verb(tree, draft.token), scene.reading.document.published
    told = verb == draft.token and draft.tense == "past" and draft.factuality in TOLD
    if not told or published is None or published.end is None or not _answers(tree, verb):
        return None
    if draft.sentence == 0 or scene.attached[draft.sentence]:
        return None
    base = dated_main(scene, draft.sentence - 1, before=number)
    start = base[0].interval.start if base else None
    if base is None or start is None or start >= published.end:
        return None
    because = f"in response to what “{base[1]}” tells: on that day or later, and before publication"
    return Link(Interval(start, published.end), "event-anchored", "none", base[0].expression, because)


def _answers(tree: Tree, verb: int) -> bool:
    """Whether a verb has "in response" before it that does not say to what."""
    nouns = (n for p in tree.children(verb, "prep") if p < verb for n in tree.children(p, "pobj"))
    return any(
        tree.tokens[n].lemma.lower() in dating_words("answers it")
        and tree.tokens[tree.tokens[n].head].text.lower() == "in"
        and not tree.children(n, "prep", "det", "poss")
        for n in nouns
    )
