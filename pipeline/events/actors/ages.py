"""The 68-year-old, the 44-year-old campaigner: whom an age picks out, by what is known or told of their ages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline import gazetteer
from pipeline.calendar.interval import Interval
from pipeline.events.actors.age_beside import age_before, age_behind, years
from pipeline.events.actors.apposition import is_person_noun
from pipeline.events.actors.names import Names
from pipeline.events.actors.nationals import is_national
from pipeline.events.actors.seen import since
from pipeline.events.parse.syntax import Tree
from pipeline.model import Token

if TYPE_CHECKING:
    import datetime as dt

    from pipeline.events.actors.referents import Referents

REACH = 4
"""Sentences back to the one who is described by age."""
MAIN = 2.0
"""Rank of the subject of a main clause."""
PARTS = frozenset({"nummod", "punct", "npadvmod", "compound", "amod", "advmod", "quantmod", "nmod"})
"""Dependencies of the words of an age before its last."""
LONGEST = 7
"""Words of an age with what measures it: nearly 44-year-old."""


def of_that_age(ref: Referents, number: int, index: int) -> tuple[str, ...]:
    """Whoever is known or told to be so old, else the one person or topic near by; () for other nouns."""
    tree = ref.trees[number]
    alone = is_age_alone(tree, index)
    if not alone and not _is_person_of_age(tree, index):
        return ()
    age = _years(tree, index)
    before = dict.fromkeys(s.name for s in ref.seen if s.kind == "person" and s.name and s.sentence < number)
    so_old = [name for name in before if age in _ages(ref, name)]
    if age and len(so_old) == 1:
        return (so_old[0],)
    found = _topic(ref, number) if alone else _only_one(ref, number)
    return tuple(name for name in found if not _ages(ref, name) or age in _ages(ref, name))


def is_somebody(tree: Tree, index: int) -> bool:
    """Whether a subject means one human being without a name: the minister, the 43-year-old, the Pole."""
    return is_person_noun(tree, index) or is_age_alone(tree, index) or is_national(tree, index)


def is_age_alone(tree: Tree, index: int) -> bool:
    """Whether an age is the whole phrase: the 43-year-old."""
    below = {tree.tokens[c].lemma.lower() for c in tree.below[index]}
    return tree.tokens[index].text.lower() == "old" and {"the", "year"} <= below


def is_age(token: Token) -> bool:
    """The last word of an age: 44-year-old, and the old of one that is cut into its words."""
    return token.text.lower() == "old" or token.text.lower().endswith("-old")


def whose_age(tree: Tree, index: int) -> int:
    """The word that a figure or a hyphen of an age goes with: the activist, or the age itself; -1 for other words."""
    if tree.tokens[index].dep not in PARTS or not any(is_age(t) for t in tree.tokens[index + 1 : index + LONGEST]):
        return -1
    above = next((a for a in tree.ancestors(index) if is_age(tree.tokens[a])), -1)
    return tree.tokens[above].head if above >= 0 and tree.tokens[above].dep == "amod" else above


def told_ages(trees: Sequence[Tree], names: Names) -> dict[str, int]:
    """The age that the text tells of a person: Anna Orlova, 44, said; 28-year-old Ivan Petrov."""
    found: dict[str, int] = {}
    for name in names.all:
        tokens = trees[name.sentence].tokens
        age = age_behind(tokens, name.last) or age_before(tokens, name.first)
        if name.kind == "person" and age:
            found.setdefault(name.name, age)
    return found


def _ages(ref: Referents, name: str) -> set[int]:
    """How old somebody is by the text, else by the birth date on record when the text was published; {} if unknown."""
    if name in ref.ages:
        return {ref.ages[name]}
    actor, on = gazetteer.canonical(name), ref.document.published
    if actor is None or actor.born is None or on is None:
        return set()
    return _on_days(actor.born, on)


def _on_days(born: dt.date, on: Interval) -> set[int]:
    """Ages from the first to the last day of an interval; none for one that is open."""
    first, last = on.first_day, on.last_day
    return set() if first is None or last is None else set(range(_age(born, first), _age(born, last) + 1))


def _age(born: dt.date, day: dt.date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _is_person_of_age(tree: Tree, index: int) -> bool:
    below = [tree.tokens[c].text.lower() for c in tree.below[index]]
    return "the" in below and any(is_age(tree.tokens[c]) for c in tree.below[index]) and is_person_noun(tree, index)


def _years(tree: Tree, index: int) -> int:
    """The number of years in such a phrase; 0 where it is not in figures."""
    words = [tree.tokens[i].text for i in tree.subtree(index) if i <= index]
    figures = [w.split("-")[0] for w in words]
    return next((age for f in figures if (age := years(f))), 0)


def _only_one(ref: Referents, number: int) -> tuple[str, ...]:
    """The one person of whom the text speaks there."""
    near = [s for s in since(ref.seen, number - REACH) if s.kind == "person" and s.sentence < number]
    people = {s.name for s in near}
    return tuple(people) if len(people) == 1 and "" not in people else ()


def _topic(ref: Referents, number: int) -> tuple[str, ...]:
    """Whom the sentence before was about."""
    before = [
        s
        for s in since(ref.seen, number - 1)
        if s.sentence == number - 1 and s.kind == "person" and s.subject and s.rank >= MAIN
    ]
    return (before[-1].name,) if before and before[-1].name else ()
