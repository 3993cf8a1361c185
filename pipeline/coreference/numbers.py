"""Numbers on which articles differ: 86 percent by one outlet, 87 by another. They stay side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from pipeline.coreference import dating
from pipeline.coreference.profile import Profile

AMOUNT = re.compile(
    r"(?<![\w.,-])(?!(?:1[89]|20)\d\d\b)(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?: ?(%)| ([a-z]{3,})(?: ([a-z]{3,}s)\b)?)"
)
"""A number and what it counts: a percent sign, or a word of which a plural may follow ("52 political prisoners")."""

Amounts = dict[str, frozenset[str]]


def amounts(profile: Profile) -> Amounts:
    """What the mention's passage counts -> the numbers it gives."""
    passage = profile.document.text[profile.mention.passage.start : profile.mention.passage.end]
    found: dict[str, set[str]] = defaultdict(set)
    for number, sign, word, plural in AMOUNT.findall(passage):
        found["percent" if sign else _unit(word, plural)].add(number)
    return {unit: frozenset(numbers) for unit, numbers in found.items() if unit}


def _unit(word: str, plural: str) -> str:
    if plural and not word.endswith("s"):
        return plural
    return word if word == "percent" or word.endswith("s") else ""


def differing(members: Sequence[Profile]) -> list[str]:
    """One line for each thing counted differently: "87 percent by A; 86 percent by B"."""
    by_unit: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    names: dict[str, str] = {}
    for member in members:
        names.setdefault(member.origin, dating.name(member))
        for unit, numbers in amounts(member).items():
            by_unit[unit][member.origin] |= numbers
    return [line for unit, given in sorted(by_unit.items()) if (line := _line(unit, given, names))]


def _line(unit: str, given: dict[str, set[str]], names: dict[str, str]) -> str:
    """Empty when fewer than two origins differ. An article with two numbers of one unit counts two things."""
    single = {origin: next(iter(numbers)) for origin, numbers in given.items() if len(numbers) == 1}
    if len(set(single.values())) < 2:
        return ""
    return "; ".join(
        f"{number} {unit} by {name}" for name, number in sorted((names[at], number) for at, number in single.items())
    )
