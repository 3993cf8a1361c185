"""What a case, a protest or an anger is about is of another day: a warrant in the shooting, jailed for the attack."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from pipeline.calendar.interval import Interval
from pipeline.events.dating.harm import HARM
from pipeline.events.dating.link import Link, Scene
from pipeline.events.dating.proceedings import is_stage
from pipeline.events.parse.syntax import NOUNS, Tree, clause_verb
from pipeline.events.triggers.kinds import kind_of
from pipeline.resources import Row, split, table
from pipeline.vocabulary import TOLD

AHEAD = frozenset({"ELECTION", "CONSULT", "CEREMONY"})
"""Types of event that are set beforehand: people protest at a vote before it is held as well as after it."""
_GROUNDS = frozenset({"in", "for", "over", "with", "of"})
"""Prepositions between a verb of a case at law and the crime."""


class Matter(Row):
    """A noun that is about an event, and the prepositions that lead to it."""

    lemma: str
    prepositions: str
    example: str
    counterexample: str = ""


def is_matter(tree: Tree, noun: int) -> bool:
    """Whether a noun is what a procedure or a feeling is about: the shooting, of a warrant in the shooting."""
    token = tree.tokens[noun]
    above = tree.tokens[token.head]
    if token.pos not in NOUNS or token.dep != "pobj" or above.pos != "ADP":
        return False
    word, head = above.text.lower(), tree.tokens[above.head]
    before = [above.index - 1, head.index, *tree.children(head.index, "dobj", "nsubjpass")]
    lemmas = (tree.tokens[i].lemma.lower() for i in before if 0 <= i < above.index)
    about = any(word in _matters().get(lemma, ()) for lemma in lemmas)
    tried = head.pos == "VERB" and word in _GROUNDS and is_stage(head.lemma.lower())
    # "An arrest in the shooting", but "an arrest in the raid".
    return (about and word != "in") or ((about or tried) and kind_of(tree, noun).event_type in HARM)


def of_the_matter(scene: Scene, number: int) -> Link | None:
    """A warrant in the shooting was issued on Monday: the shooting was on or before that day."""
    draft, tree = scene.drafts[number], scene.tree(number)
    if not is_matter(tree, draft.token) or draft.event_type in AHEAD:
        return None
    verb = clause_verb(tree, draft.token)
    base = scene.link_at(draft.sentence, verb)
    real = draft.tense == "past" and draft.factuality in TOLD
    if base is None or base.interval.end is None or not real:
        return None
    because = f"“{tree.tokens[verb].text}” came of it ({base.because}): on or before that day"
    return Link(Interval(None, base.interval.end), "event-anchored", "none", base.expression, because)


def may_lie_ahead(scene: Scene, number: int) -> bool:
    """Whether a protest or a case is about an event that may be still to come: resigned over the vote."""
    draft = scene.drafts[number]
    return draft.event_type in AHEAD and is_matter(scene.tree(number), draft.token)


@functools.cache
def _matters() -> Mapping[str, frozenset[str]]:
    return {row.lemma: frozenset(split(row.prepositions)) for row in table("lexicons/en/matters.csv", Matter)}
