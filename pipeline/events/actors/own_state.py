"""Which state the country, the army or the government is, where no word says of which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline import gazetteer
from pipeline.events import lexicon
from pipeline.events.actors.leaders import leads
from pipeline.events.actors.names import country_of
from pipeline.events.actors.seen import Seen, since
from pipeline.events.determiner_lexicon import determiners
from pipeline.events.parse.syntax import Tree
from pipeline.settings.events import PRONOUN_REACH

if TYPE_CHECKING:
    from pipeline.events.actors.referents import Referents

_GOVERNS = frozenset({"GOV", "MIL", "LEG"})
"""Sectors of those who speak for the government of their country."""


def state_meant(ref: Referents, number: int, index: int, *, governs: bool) -> tuple[str, ...]:
    """The state of a noun that no country modifies: the army's owner, the country spoken of, the government's own."""
    held = _holder_of_forces(ref, ref.trees[number], number, index) or _same_state(ref, number, index)
    return held or (_own_government(ref, number, index) if governs else ())


def _holder_of_forces(ref: Referents, tree: Tree, number: int, index: int) -> tuple[str, ...]:
    """Whose forces they are; those of a head of state are his country's."""
    owners = next((w for c in tree.children(index, "poss") if (w := ref.known.get((number, c), ()))), ())
    actor = gazetteer.canonical(owners[0]) if len(owners) == 1 and leads(owners[0], on=ref.document.published) else None
    state = gazetteer.state_of(actor.country) if actor is not None and actor.country else None
    return (state.name,) if state is not None else owners


def _same_state(ref: Referents, number: int, index: int) -> tuple[str, ...]:
    """The country: the state spoken of last in the sentence, else that of its person, else that of the one before."""
    tree, token = ref.trees[number], ref.trees[number].tokens[index]
    definite = any(tree.tokens[c].text.lower() in determiners("known") for c in tree.children(index, "det"))
    if token.lemma.lower() not in lexicon.participant_words("a state") or token.tag != "NN" or not definite:
        return ()
    near = [s for s in since(ref.seen, number - 1) if s.name]
    here = [s for s in near if s.sentence == number]
    if states := [land for s in here if (land := _land(s))]:
        return (states[-1],)
    for seen in reversed([s for s in here if s.kind == "person"]):
        actor = gazetteer.canonical(seen.name)
        state = gazetteer.state_of(actor.country) if actor is not None and actor.country else None
        if state is not None:
            return (state.name,)
    states = [s.name for s in near if s.kind == "state"]
    return (states[-1],) if states else ()


def _land(seen: Seen) -> str:
    """The state that was spoken of, or whose organ was: the Russian Defence Ministry; "" for others."""
    if seen.kind == "state":
        return seen.name
    words = seen.name.split()
    organ = seen.kind == "body" and len(words) > 1 and words[-1].lower() in lexicon.organs()
    return (country_of(words[0]) or "") if organ else ""


def _own_government(ref: Referents, number: int, index: int) -> tuple[str, ...]:
    """The government: that of the state, or of the officeholder, who acted last."""
    tree = ref.trees[number]
    if not is_bare(tree, index):
        return ()
    for seen in reversed(ref.seen):
        if number - seen.sentence > PRONOUN_REACH.number:
            return ()
        actor = gazetteer.canonical(seen.name) if seen.subject and seen.name and seen.sentence < number else None
        if actor is None or (actor.kind != "state" and actor.sector not in _GOVERNS):
            continue
        state = actor if actor.kind == "state" else gazetteer.state_of(actor.country) if actor.country else None
        return (state.name,) if state is not None else ()
    return ()


def is_bare(tree: Tree, index: int, *, but: str = "") -> bool:
    """The company, the government: "the" before it, and nothing that says which, except of what country."""
    below = [tree.tokens[c] for c in tree.below[index]]
    the = any(t.text.lower() == "the" for t in below)
    tells = (t for t in below if t.dep in ("amod", "compound", "relcl"))
    return the and all(but and country_of(t.text) == but for t in tells)
