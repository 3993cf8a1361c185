"""The ministry, the court: the body of that kind that was named just before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.events.actors.seen import since
from pipeline.events.lexicon import body_nouns, cues, participant_words

if TYPE_CHECKING:
    from pipeline.events.actors.names import Name
    from pipeline.events.actors.referents import Referents

REACH = 3
"""Sentences back to the one that names the body."""


def named_before(ref: Referents, number: int, index: int) -> tuple[str, ...]:
    """The one body named lately that a bare subject means; () where two were named, and for a noun that says which."""
    tree = ref.trees[number]
    token = tree.tokens[index]
    front = [tree.tokens[c].text.lower() for c in tree.below[index]]
    said = (*front[1:], token.lemma.lower())
    plain = all(tree.tokens[c].dep in ("det", "amod", "compound") and c < index for c in tree.below[index])
    if front[:1] != ["the"] or not plain or token.dep not in ("nsubj", "nsubjpass", "agent"):
        return ()
    if is_said_of_any_body(token.lemma.lower()):
        return _last_to_act(ref, number) if len(said) == 1 else ()
    if token.lemma.lower() not in body_nouns():
        return ()
    near = (name for name in ref.names.between(number - REACH, number - 1) if name.kind == "body")
    found = {name.name for name in near if _ends_with(ref, name, said)}
    return tuple(found) if len(found) == 1 else _last_to_speak(ref, number, index, found)


def _last_to_speak(ref: Referents, number: int, index: int, bodies: set[str]) -> tuple[str, ...]:
    """Of two ministries of one kind the one that spoke last, where the noun speaks on; () elsewhere."""
    tree = ref.trees[number]
    if (tree.tokens[tree.tokens[index].head].lemma.lower(), "VERB") not in cues():
        return ()
    for back in range(number - 1, max(-1, number - REACH - 1), -1):
        if spoke := {s.name for s in since(ref.seen, back) if s.sentence == back and s.name in bodies and ref.spoke(s)}:
            return tuple(spoke) if len(spoke) == 1 else ()
    return ()


def is_said_of_any_body(noun: str) -> bool:
    """Whether a noun takes up bodies of many names: the group, the NGO, the body."""
    return noun in participant_words("body")


def _last_to_act(ref: Referents, number: int) -> tuple[str, ...]:
    """The body that acted or spoke last; () where another one, or a state, did so beside it."""
    for back in range(number - 1, max(-1, number - REACH - 1), -1):
        acted = [s for s in since(ref.seen, back) if s.sentence == back and s.subject and s.kind in ("body", "state")]
        names = {s.name for s in acted if s.name}
        if names:
            bodies = {s.name for s in acted if s.kind == "body"}
            return tuple(names) if len(names) == 1 and names == bodies else ()
    return ()


def _ends_with(ref: Referents, name: Name, said: tuple[str, ...]) -> bool:
    """Whether a body's name ends with the noun and what stands before it: the Russian Defence Ministry."""
    words = ref.trees[name.sentence].tokens[name.first : name.last]
    return tuple(token.text.lower() for token in words[-len(said) :]) == said
