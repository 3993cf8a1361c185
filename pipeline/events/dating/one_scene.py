"""Police broke up a rally on Monday. Men were wrestled to the ground: a report of one scene goes on with its day."""

from __future__ import annotations

from pipeline.events.dating.casualties import stays
from pipeline.events.dating.harm import HARM
from pipeline.events.dating.link import Link, Scene
from pipeline.events.dating.resumed import is_new
from pipeline.events.determiner_lexicon import determiners
from pipeline.events.parse.syntax import Tree

SEEN = HARM | {"COERCE", "MOBILIZE", "PROTEST"}
"""Types of event that one sees happen."""


def same_scene(scene: Scene, base: Link, number: int) -> bool:
    """Whether a report opens with what is seen, tells more of what is seen, and has named no time but its day."""
    draft = scene.drafts[number]
    if draft.event_type not in SEEN:
        return False
    of_the_day = [n for n in scene.on_days.get(base.interval, ()) if scene.drafts[n].sentence < draft.sentence]
    if not any(scene.drafts[n].event_type in SEEN for n in of_the_day):
        return False
    first = scene.drafts[min(of_the_day)].sentence
    return _is_on_stage(scene, first, number) and stays(scene, first, draft.sentence, base.interval)


def _is_on_stage(scene: Scene, first: int, number: int) -> bool:
    """Whether the subject comes in here, a man, officers; or is one who came in so since the sentence `first`."""
    tree, sentence = scene.tree(number), scene.drafts[number].sentence
    heads = tree.children(scene.drafts[number].token, "nsubj", "nsubjpass")
    above = (scene.reading.trees[n] for n in range(first, sentence))
    brought = {t.lemma.lower() for told in above for t in told.tokens if is_new(told, t.index)}
    return any(is_new(tree, h) or (_is_known(tree, h) and tree.tokens[h].lemma.lower() in brought) for h in heads)


def _is_known(tree: Tree, noun: int) -> bool:
    known = determiners("known", "known several")
    return any(tree.tokens[c].text.lower() in known for c in tree.children(noun, "det"))


def in_the_scene(base: Link) -> Link:
    """The day of the scene, with that for the reason."""
    named = base.expression.text if base.expression is not None else "its day"
    because = f"seen in the scene that the report opens with, which is of “{named}”; no other time is named up to here"
    return Link(base.interval, "inherited", base.granularity, base.expression, because)
