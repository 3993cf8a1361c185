"""What happened while something else did, or on the day when it did."""

from __future__ import annotations

from pipeline.events.dating.link import Link, Scene, taken
from pipeline.events.dating.sharing import is_while
from pipeline.events.dating_lexicon import dating_words
from pipeline.events.parse.syntax import Tree, prepositional
from pipeline.events.parse.tense import tense_of
from pipeline.vocabulary import TOLD


def meanwhile(scene: Scene, number: int) -> Link | None:
    """As he spoke, police moved in; he spoke on the day when they did: what one day sees is of that day."""
    draft, tree = scene.drafts[number], scene.tree(number)
    verb = draft.token
    told = tree.tokens[verb].pos == "VERB" and tense_of(tree, verb) == "past" and draft.factuality in TOLD
    if not told or draft.polarity == "negative" or any(a.governor == verb for a in scene.attached[draft.sentence]):
        return None
    beside = _while(tree, verb) + _on_the_day(tree, verb)
    for other in (c for c in beside if tense_of(tree, c) == "past" and tree.tokens[c].tag != "VBG"):
        base = scene.link_at(draft.sentence, other)
        if base is not None and base.interval.is_day:
            return taken(scene, draft.sentence, other)
    return None


def _while(tree: Tree, verb: int) -> list[int]:
    """The verb that a clause with "as" or "while" belongs to, or the verbs of such clauses under this one."""
    if tree.tokens[verb].dep == "advcl" and is_while(tree, verb):
        return [tree.tokens[verb].head]
    return [c for c in tree.children(verb, "advcl") if is_while(tree, c)]


def _on_the_day(tree: Tree, verb: int) -> list[int]:
    """The verb that "on the day when" belongs to, or the verbs of such clauses under this one."""
    day = tree.tokens[tree.tokens[verb].head]
    if tree.tokens[verb].dep == "relcl" and day.dep == "pobj" and _is_day(tree, day.index):
        return [tree.tokens[tree.tokens[day.head].head].index]
    return [c for noun in prepositional(tree, verb, "on") if _is_day(tree, noun) for c in tree.children(noun, "relcl")]


def _is_day(tree: Tree, noun: int) -> bool:
    """On the day when it came, on the same day that it fell; not: on a day when it rains."""
    which = {tree.tokens[c].text.lower() for c in tree.children(noun, "det", "amod")}
    return tree.tokens[noun].text.lower() in dating_words("part of a day") and bool(which & {"the", "that"})
