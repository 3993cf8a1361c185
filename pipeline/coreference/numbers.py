"""Numbers on which articles differ: 86 percent by one outlet, 87 by another. They stay side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from pipeline.coreference import dating, lexicon
from pipeline.coreference.profile import Profile
from pipeline.model import Span

AMOUNT = re.compile(
    r"(?<![\w.,-])(?!(?:1[89]|20)\d\d\b)(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
    r"(?: ?(%|per ?cent\b)| ([a-z]{3,})(?: ([a-z]{3,}s)\b)?)"
)
"""A number and what it counts: a percent sign, or a word of which a plural may follow ("52 political prisoners")."""

NEXT = re.compile(r"\s{0,2}([A-Z]\w*)(?:[^.!?\n]|(?<=\d)\.(?=\d))*")
"""The sentence that follows on one line."""

Amounts = dict[str, frozenset[str]]


def amounts(profile: Profile) -> Amounts:
    """What the mention's passage counts -> the numbers it gives."""
    passage = _about(profile.document.text, profile.mention.passage)
    found: dict[str, set[str]] = defaultdict(set)
    for number, sign, word, plural in AMOUNT.findall(passage):
        found["percent" if sign else _unit(word, plural)].add(number)
    return {unit: frozenset(numbers) for unit, numbers in found.items() if unit}


def _about(text: str, passage: Span) -> str:
    """The passage, with the next sentence when that goes on with a pronoun: "She won. She received 52 votes."."""
    following = NEXT.match(text, passage.end)
    goes_on = following and following[1].lower() in lexicon.function_words("pronoun")
    return text[passage.start : following.end() if following and goes_on else passage.end]


def _unit(word: str, plural: str) -> str:
    if plural and not word.endswith("s"):
        return plural
    return word if word == "percent" or word.endswith("s") else ""


def differing(members: Sequence[Profile]) -> list[str]:
    """One line for each thing counted differently: "87 percent by A; 86 percent by B"."""
    if len({member.origin for member in members}) == 1:
        return []
    by_unit: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    names: dict[str, str] = {}
    for member in members:
        names.setdefault(member.origin, dating.name(member))
        for unit, numbers in amounts(member).items():
            by_unit[unit][member.origin] |= numbers
    return [line for unit, given in sorted(by_unit.items()) if (line := _line(unit, given, names))]


def _line(unit: str, given: dict[str, set[str]], names: dict[str, str]) -> str:
    """Empty unless origins differ in more than rounding. Two numbers of one unit in one article count two things."""
    single = {origin: next(iter(numbers)) for origin, numbers in given.items() if len(numbers) == 1}
    values = sorted(set(single.values()))
    if all(_same(values[0], other) for other in values):
        return ""
    return "; ".join(
        f"{number} {unit} by {name}" for name, number in sorted((names[at], number) for at, number in single.items())
    )


def _same(one: str, other: str) -> bool:
    """Whether one number is the other, rounded to fewer digits after the point: 80 and 80.08."""
    short, long = sorted((one.replace(",", ""), other.replace(",", "")), key=_digits)
    return round(float(long), _digits(short)) == float(short)


def _digits(number: str) -> int:
    return len(number.partition(".")[2])
