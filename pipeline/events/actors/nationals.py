"""The German, the German citizen: somebody of a land, and whom the text has called one of that land."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.events.actors.leaders import leads
from pipeline.events.actors.names import Names, country_of
from pipeline.events.parse.syntax import NOUNS, Tree

if TYPE_CHECKING:
    from pipeline.events.actors.referents import Referents

FRONT = 3
"""Words in front of a name that may say of what land somebody is."""
MODIFIES = frozenset({"amod", "compound", "nmod"})


def is_national(tree: Tree, index: int) -> bool:
    """Whether a word is one human being of a land: the German said, a Pole; not the Germans, the German army."""
    token = tree.tokens[index]
    if token.tag not in ("NN", "NNP") or token.dep in MODIFIES or country_of(f"{token.text}s") is None:
        return False
    front = [tree.tokens[c].text.lower() for c in tree.children(index, "det")]
    return bool({"the", "a", "another"}.intersection(front)) and not tree.children(index, "poss", "compound")


def told_lands(trees: Sequence[Tree], names: Names) -> dict[str, set[str]]:
    """Person -> the lands that words right in front of the name give: the German citizen Jan Krug."""
    found: dict[str, set[str]] = {}
    for name in names.all:
        if name.kind != "person" or leads(name.name):
            continue
        front = trees[name.sentence].tokens[max(0, name.first - FRONT) : name.first]
        for token in reversed(front):
            if token.pos not in ("ADJ", *NOUNS):
                break
            if land := country_of(token.text):
                found.setdefault(name.name, set()).add(land)
    return found


def called_of(ref: Referents, number: int, land: str) -> tuple[str, ...]:
    """The one person named before this sentence whom the text has called one of a land."""
    before = {s.name for s in ref.seen if s.sentence < number}
    found = [name for name, lands in ref.lands.items() if land in lands and name in before]
    return (found[0],) if len(found) == 1 else ()


def one_of_people(ref: Referents, number: int, index: int) -> tuple[str, ...]:
    """Whom the German means, when one person was called so; () for other words."""
    tree = ref.trees[number]
    land = country_of(f"{tree.tokens[index].text}s") if is_national(tree, index) else None
    return called_of(ref, number, land) if land else ()
