"""Who, which, that: whom the noun means of which the relative clause tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.events.actors.apposition import is_person_noun
from pipeline.events.parse.syntax import Tree

if TYPE_CHECKING:
    from pipeline.events.actors.referents import Referents

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of a verb that has a subject of its own."""


def relative(ref: Referents, number: int, index: int) -> tuple[str, ...]:
    """The first whom the noun names that the clause of a relative pronoun tells of; () for none."""
    tree = ref.trees[number]
    for above in tree.ancestors(index):
        if tree.tokens[above].dep == "relcl":
            head = _topic(tree, described(tree, above, index), index)
            here = ref.names.at.get((number, head))
            named = here is not None and here.kind == "person"  # A, as well as B, the winner, who told: B told.
            apart = [tree.tokens[head].head] if tree.tokens[head].dep == "appos" and not named else []
            nouns = [*apart, head, *tree.children(head, "appos")]
            return next((w for noun in nouns if (w := ref.who(number, noun))), ())
    return ()


def described(tree: Tree, clause: int, relative: int) -> int:
    """The noun that a relative clause describes: of the speaker of the house that it closed, the house."""
    head, before = tree.tokens[clause].head, relative - 1
    thing = tree.tokens[relative].text.lower() in ("that", "which") and tree.tokens[before].tag in ("NN", "NNP")
    closer = thing and head < before and tree.tokens[before].dep == "pobj" and head in tree.ancestors(before)
    return before if closer and is_person_noun(tree, head) and not is_person_noun(tree, before) else head


def told_of(ref: Referents, number: int, index: int) -> tuple[str, ...]:
    """Thanked Orlova, who was home after her trip: whom the relative clause around a word tells of; () for others."""
    tree = ref.trees[number]
    for above in tree.ancestors(index):
        own = [c for c in tree.children(above, "nsubj", "nsubjpass") if c < index]
        if own and tree.tokens[own[0]].text.lower() == "who" and tree.tokens[above].dep == "relcl":
            return ref.known.get((number, own[0]), ())
        if own:
            break
    return _told_up_to(ref, number, index)


def _told_up_to(ref: Referents, number: int, index: int) -> tuple[str, ...]:
    """The same where the parser hangs the end of the clause on what stands before it: no mark or verb is between."""
    tree = ref.trees[number]
    for token in reversed(tree.tokens[:index]):
        if token.tag in FINITE:
            verb = token.head if token.dep in ("aux", "auxpass") else token.index
            who = [c for c in tree.children(verb, "nsubj", "nsubjpass") if tree.tokens[c].text.lower() == "who"]
            return ref.known.get((number, who[0]), ()) if who and tree.tokens[verb].dep == "relcl" else ()
        if token.pos == "PUNCT" and token.tag not in ("HYPH", "``", "''"):
            return ()
    return ()


def _topic(tree: Tree, head: int, relative: int) -> int:
    """A, an ally of B, who ...: after the comma the clause goes on about A."""
    if relative == 0 or tree.tokens[relative - 1].text != "," or tree.tokens[head].dep != "pobj":
        return head
    above = tree.tokens[tree.tokens[head].head].head
    return tree.tokens[above].head if tree.tokens[above].dep == "appos" else head
