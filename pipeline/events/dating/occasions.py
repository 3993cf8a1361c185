"""Dates that a deed takes from its occasion: during a parade, at the talks, in a raid, on the night of the vote."""

from __future__ import annotations

import functools

from pipeline.events import lexicon
from pipeline.events.dating.attachment import LONG
from pipeline.events.dating.compared import is_standard
from pipeline.events.dating.link import Link, Scene, following, taken
from pipeline.events.dating.matter import is_matter
from pipeline.events.dating.proceedings import is_stage
from pipeline.events.dating_lexicon import dating_words
from pipeline.events.parse.syntax import Tree
from pipeline.events.triggers.kinds import tells_of
from pipeline.resources import table

_HELD = ("during", "at", "in", "with", "via")


def setting(scene: Scene, number: int) -> Link | None:
    """During a parade, he spoke; it opened with an assault: a deed, its occasion and its means share their day."""
    draft, tree = scene.drafts[number], scene.tree(number)
    for prep in [
        *tree.children(draft.token, "prep"),
        *_behind_the_held(tree, draft.token),
        *_in_front(tree, draft.token),
    ]:
        charged = lexicon.accuses(tree.tokens[draft.token].lemma.lower())  # Charged with spying in 2018.
        held = tree.tokens[prep].text.lower() in _HELD or _is_upon(tree, prep)
        if (held and not charged and not _is_of_a_part(tree, prep)) or _goes_to(scene, number, prep):
            for inner in tree.children(prep, "pobj"):
                if not _is_of_another_day(tree, inner) and (found := _on_its_day(scene, draft.sentence, inner)):
                    return found
    for inner in _on_the_day_of(tree, draft.token):
        if found := taken(scene, draft.sentence, inner):
            return found
    head = tree.tokens[tree.tokens[draft.token].head]
    # A battle during an invasion tells one day of it.
    brief = draft.event_type not in LONG
    at_it = tree.tokens[draft.token].dep == "pobj" and head.text.lower() in ("during", "at")
    if at_it and brief and not is_matter(tree, draft.token):
        return taken(scene, draft.sentence, head.head)
    return None


def _goes_to(scene: Scene, number: int, prep: int) -> bool:
    """Arrived in Sochi for talks on Monday: whoever came for what had its day came for that day."""
    draft, tree = scene.drafts[number], scene.tree(number)
    return draft.event_type == "MOVE" and draft.tense == "past" and tree.tokens[prep].text.lower() == "for"


def _is_of_a_part(tree: Tree, prep: int) -> bool:
    """Jailed for his role in a protest: what somebody's part was in is of the part, wherever the parser hangs it."""
    noun = tree.tokens[prep - 1] if prep else tree.tokens[prep]
    ground = noun.dep == "pobj" and noun.pos == "NOUN" and tree.tokens[noun.head].text.lower() == "for"
    return ground and bool(tree.children(noun.index, "poss"))


def _is_upon(tree: Tree, prep: int) -> bool:
    """Held on his arrival on Monday: of the day on which he came; "spoke on his arrival" may only be about it."""
    verb = tree.tokens[tree.tokens[prep].head].lemma.lower()
    if tree.tokens[prep].text.lower() not in dating_words("upon it") or (verb, "VERB") in lexicon.cues():
        return False
    return any(tells_of(tree, c, "MOVE") for c in tree.children(prep, "pobj"))


def _in_front(tree: Tree, verb: int) -> list[int]:
    """During the mutiny they moved through a city and captured a base: the occasion in front is that of both."""
    token = tree.tokens[verb]
    fronted = tree.children(token.head, "prep") if token.dep == "conj" and token.pos == "VERB" else []
    return [prep for prep in fronted if prep < token.head and tree.tokens[prep].text.lower() == "during"]


def _on_its_day(scene: Scene, sentence: int, noun: int) -> Link | None:
    """Killed during the incursion: of what only the chronology dates, and what lasts, the first day alone is known."""
    lasts = scene.reading.trees[sentence].tokens[noun].lemma.lower() in _lasting()
    return (following(scene, sentence, noun) if lasts else None) or taken(scene, sentence, noun)


@functools.cache
def _lasting() -> frozenset[str]:
    """Nouns of what goes on for more than a day."""
    return frozenset(row.lemma for row in table(lexicon.FOLDER + "lasting_nouns.csv", lexicon.Listed))


def _on_the_day_of(tree: Tree, verb: int) -> list[int]:
    """Protests broke out on the night of the vote: what the day or the night is of."""
    ons = (p for p in tree.children(verb, "prep") if tree.tokens[p].text.lower() == "on")
    parts = dating_words("part of a day")
    days = (o for p in ons for o in tree.children(p, "pobj") if tree.tokens[o].lemma.lower() in parts)
    return [o for day in days for of in tree.children(day, "prep") for o in tree.children(of, "pobj")]


def _behind_the_held(tree: Tree, verb: int) -> list[int]:
    """Arrested ten men in a raid: what hangs on those arrested tells of the arrest."""
    held = tree.children(verb, "dobj") if is_stage(tree.tokens[verb].lemma.lower()) else []
    return [prep for noun in held for prep in tree.children(noun, "prep")]


def _is_of_another_day(tree: Tree, noun: int) -> bool:
    return is_standard(tree, noun) or is_matter(tree, noun)
