"""In his speech the mayor said: a pronoun in a phrase in front means whoever the sentence is then about."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline import gazetteer
from pipeline.events.actors.gender import gender_of
from pipeline.events.actors.names import Name, Names
from pipeline.events.parse.syntax import Tree

IN_FRONT = frozenset({"prep", "advcl", "npadvmod"})
OTHERS = frozenset({"ccomp", "relcl", "parataxis", "conj"})
"""Clauses that speak of others than the sentence does."""
THANKED = frozenset({"for", "on", "over"})
"""The prepositions before what somebody is thanked for, congratulated on or blamed over: it is his own."""


def named_ahead(tree: Tree, names: Names, number: int, index: int) -> Name | None:
    """The subject after the phrase or clause in front that a pronoun stands in; None elsewhere."""
    at = index
    for above in tree.ancestors(index):
        token = tree.tokens[at]
        if token.dep in IN_FRONT and tree.tokens[above].pos == "VERB" and at < above:
            last = max(tree.subtree(at))
            subject = next((c for c in tree.children(above, "nsubj", "nsubjpass") if last < c < above), None)
            return names.at.get((number, subject)) if subject is not None else None
        if token.dep in OTHERS:
            return None
        at = above
    return None


def named_below(tree: Tree, names: Names, number: int, index: int) -> frozenset[str]:
    """Whom the clause of a pronoun names after it: he met Petrov, he said that Petrov had come. He is not Petrov."""
    found = (names.at.get((number, at)) for at in below(tree, index) if tree.tokens[at].dep not in ("compound", "amod"))
    return frozenset(here.name for here in found if here is not None and here.kind == "person")


def below(tree: Tree, index: int) -> Iterator[int]:
    """The words after the verb of a pronoun that is its subject, without further clauses beside it."""
    token = tree.tokens[index]
    stack = [c for c in tree.below[token.head] if c > token.head] if token.dep in ("nsubj", "nsubjpass") else []
    while stack:
        at = stack.pop()
        if tree.tokens[at].dep in ("conj", "parataxis", "advcl") and tree.tokens[at].pos in ("VERB", "AUX"):
            continue
        yield at
        stack += tree.below[at]


def thanked(tree: Tree, index: int) -> int | None:
    """The object of a verb that thanks or blames him for what the pronoun owns: thanked her for her visit."""
    token = tree.tokens[index]
    if token.tag != "PRP$":
        return None
    owned = tree.tokens[token.head]
    above = tree.tokens[owned.head]
    if owned.dep != "pobj" or above.text.lower() not in THANKED or tree.tokens[above.head].pos != "VERB":
        return None
    return next(iter(tree.children(above.head, "dobj")), None)


def fits(name: Name, gender: str) -> bool:
    """Whether a pronoun of this gender ("" for it) may mean the one of this name."""
    if not gender:
        return name.kind in ("body", "state", "place")
    actor = gazetteer.actor_named(name.actor_id)
    known = actor.gender if actor else gender_of(name.name)
    return name.kind == "person" and known in (gender, "none")
