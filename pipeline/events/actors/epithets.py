"""The Latvian sprinter, the 24-year-old activist: whom a description with a land or an age takes up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline import gazetteer
from pipeline.events import lexicon
from pipeline.events.actors.leaders import leads
from pipeline.events.actors.names import country_codes, country_of
from pipeline.events.actors.nationals import called_of
from pipeline.events.actors.seen import since
from pipeline.events.parse.syntax import Tree

if TYPE_CHECKING:
    from pipeline.events.actors.referents import Referents

REACH = 4
"""Sentences back to the last that speaks of whoever is described."""


def epithet(ref: Referents, number: int, index: int) -> tuple[str, ...]:
    """The one person lately spoken of whom the text calls nothing else, and no holder of an office; () for others."""
    tree = ref.trees[number]
    land = next((c for t in _front(tree, index) if (c := country_of(t))), "")
    rows = lexicon.roles_of(tree.tokens[index].lemma.lower(), tree.tokens[index].tag)
    private = bool(rows) and all(row.role == "private" for row in rows)
    if not private or not (land or any(t.endswith("year-old") or t == "old" for t in _front(tree, index))):
        return ()
    if land and (so_called := called_of(ref, number, land)):
        return so_called
    gender = next((row.gender for row in rows if row.gender), "")
    code = country_codes().get(land.lower(), "")
    near = [s for s in since(ref.seen, number - REACH) if s.kind == "person" and s.name and s.sentence < number]
    near = [s for s in near if not gender or s.gender in (gender, "none", "")]
    people = [name for name in dict.fromkeys(s.name for s in near) if _may_be(name, code)]
    noun = tree.tokens[index].lemma.lower()
    called = {name: {n for n, whose in ref.nouns.items() if whose == name} for name in people}
    plain = [name for name in people if not called[name] or noun in called[name]]
    private_only = [name for name in people if all(_is_private(n) for n in called[name])]
    known = [name for name in people if code and (a := gazetteer.canonical(name)) is not None and a.country == code]
    found = known or plain or private_only
    return (found[0],) if len(found) == 1 else ()


def _front(tree: Tree, index: int) -> list[str]:
    """The words in front of a noun that say of what land or age somebody is."""
    return [tree.tokens[i].text for c in tree.children(index, "amod", "compound", "nmod") for i in tree.subtree(c)]


def _may_be(name: str, code: str) -> bool:
    """Whether somebody may be described so: no head of state, and of no other country."""
    actor = gazetteer.canonical(name)
    return not leads(name) and not (code and actor is not None and actor.country and actor.country != code)


def _is_private(noun: str) -> bool:
    rows = lexicon.role_nouns().get(noun, ())
    return not rows or all(row.role == "private" for row in rows)
