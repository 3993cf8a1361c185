"""The President, the Head of State, of whom the text has named none yet: the one whose news it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline import gazetteer
from pipeline.events.actors.leaders import leads
from pipeline.events.actors.offices import holders
from pipeline.events.parse.syntax import Tree, prepositional

if TYPE_CHECKING:
    from pipeline.events.actors.referents import Referents


def is_bare_office(tree: Tree, index: int) -> bool:
    """Whether a phrase is no more than the president, the head of state."""
    token = tree.tokens[index]
    below = {tree.tokens[c].text.lower() for c in tree.below[index]}
    if token.lemma.lower() == "president":
        return below == {"the"}
    of_state = [tree.tokens[o].lemma.lower() for o in prepositional(tree, index, "of")] == ["state"]
    return token.lemma.lower() == "head" and of_state and below == {"the", "of"}


def home_leader(ref: Referents, tree: Tree, index: int) -> tuple[str, ...]:
    """The one head of state that the document names anywhere, else that of its outlet's country; () for other phrases.

    A protocol says "the President" before it says who that is, and goes on to say it when others have been named.
    """
    if not is_bare_office(tree, index):
        return ()
    on = ref.document.published
    named = dict.fromkeys(name.name for name in ref.names.all if name.kind == "person" and leads(name.name, on=on))
    outlet = gazetteer.canonical(ref.document.outlet) if ref.document.outlet else None
    own = holders("president", outlet.country, on) if outlet is not None and outlet.country else ()
    found = own if len(own) == 1 and (not named or own[0] in named) else tuple(named)
    if len(found) != 1:
        return ()
    ref.home = found[0]
    return found
