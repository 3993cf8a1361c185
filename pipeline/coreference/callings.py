"""Whether two deeds befell people of two callings: a journalist who is held is not the lawyer who is held."""

from __future__ import annotations

import functools
import re

from pipeline.coreference.profile import Profile
from pipeline.resources import Row, split, table

_BEFALL = frozenset({"COERCE", "SANCTION", "ASSAULT", "DEATH", "ACCUSE"})
"""Types of event that befall people, of whom an article may only say what they are."""
_WORD = re.compile(r"[a-z]+")


class Calling(Row):
    """Words for people of one calling: what one article calls a reporter may be a blogger in another."""

    calling: str
    lemmas: str
    example: str
    counterexample: str


def of_other_callings(one: Profile, other: Profile) -> bool:
    """Whether each title says of what calling those without a name are, and not of the same."""
    if not {one.mention.event_type, other.mention.event_type} <= _BEFALL or (one.targets and other.targets):
        return False
    if one.document.doc_id == other.document.doc_id:
        return False
    mine, theirs = callings_in(one.mention.title), callings_in(other.mention.title)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def callings_in(title: str) -> frozenset[str]:
    """The callings that a title speaks of, in the singular or the plural."""
    words = (word for word in _WORD.findall(title.lower()))
    found = (_callings().get(word) or _callings().get(word.removesuffix("s")) for word in words)
    return frozenset(calling for calling in found if calling)


@functools.cache
def _callings() -> dict[str, str]:
    return {word: row.calling for row in table("lexicons/en/callings.csv", Calling) for word in split(row.lemmas)}
