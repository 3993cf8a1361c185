"""Who has been spoken of last in a line, so that a "his" or "her" behind needs no name: Elian and his grandmothers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pipeline.events.actors.apposition import is_person_noun
from pipeline.events.titles.pronouns import HUMAN

if TYPE_CHECKING:
    from pipeline.events.titles.phrases import Writer

PRONOUNS = HUMAN | {"hers"}


def last_person(writer: Writer, index: int, words: Iterable[int]) -> frozenset[str]:
    """Whoever is named last among the words before a pronoun for one human being, if that is one person; else nobody.

    `words` are tokens of the line; a person spoken of by a common noun in between may be meant as well.
    """
    if writer.tree.tokens[index].text.lower() not in PRONOUNS:
        return frozenset()
    for before in sorted((i for i in words if i < index), reverse=True):
        if found := _person(writer, before):
            return frozenset(found) if len(found) == 1 else frozenset()
        if is_person_noun(writer.tree, before):
            return frozenset()
    return frozenset()


def owner_of(writer: Writer, subject: int) -> frozenset[str]:
    """The one person with whose name a subject is told of that is itself none: the case against Orlova, her friends."""
    tree = writer.tree
    if writer.reading.who(writer.sentence, subject) or (is_person_noun(tree, subject)):
        return frozenset()
    people = {name for i in tree.subtree(subject) if i != subject for name in _person(writer, i)}
    return frozenset(people) if len(people) == 1 else frozenset()


def names_twice(words: str, own: frozenset[str]) -> bool:
    """Orlov’s arrest, the arrest of Orlov: where Orlov is the subject, the line would name him twice."""
    owner = re.split("[’']s ", words, maxsplit=1)[0].removeprefix("the ")
    if owner != words and any(owner in name.split() or owner == name for name in own):
        return True
    return any(f" of {last} " in f"{words} " for name in own for last in (name, name.rsplit(" ", 1)[-1]))


def _person(writer: Writer, index: int) -> tuple[str, ...]:
    """Names of the people whom a name or a pronoun for a human being stands for."""
    token = writer.tree.tokens[index]
    if token.pos == "PROPN" or token.text.lower() in PRONOUNS:
        names = writer.reading.who(writer.sentence, index)
        return names if all(map(writer.reading.names.is_person, names)) else ()
    return ()
