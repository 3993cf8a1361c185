"""Who, which, that: whom the noun means of which the relative clause tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.events.parse.syntax import Tree

if TYPE_CHECKING:
    from pipeline.events.actors.antecedents import Referents

RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})


def relative(ref: Referents, number: int, index: int) -> tuple[str, ...]:
    """The first whom the noun names that the clause of a relative pronoun tells of; () for none."""
    tree = ref.trees[number]
    for above in tree.ancestors(index):
        if tree.tokens[above].dep == "relcl":
            head = _topic(tree, tree.tokens[above].head, index)
            here = ref.names.at.get((number, head))
            named = here is not None and here.kind == "person"  # A, as well as B, the winner, who told: B told.
            apart = [tree.tokens[head].head] if tree.tokens[head].dep == "appos" and not named else []
            nouns = [*apart, head, *tree.children(head, "appos")]
            return next((w for noun in nouns if (w := ref.who(number, noun))), ())
    return ()


def _topic(tree: Tree, head: int, relative: int) -> int:
    """A, an ally of B, who ...: after the comma the clause goes on about A."""
    if relative == 0 or tree.tokens[relative - 1].text != "," or tree.tokens[head].dep != "pobj":
        return head
    above = tree.tokens[tree.tokens[head].head].head
    return tree.tokens[above].head if tree.tokens[above].dep == "appos" else head
