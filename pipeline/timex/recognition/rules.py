"""The rules of data/rules: read, validated, compiled once."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.resources import ResourceError, Row, rules
from pipeline.timex.recognition.pattern import Opening, PatternError, atoms, translate
from pipeline.timex.recognition.vocabulary import Vocabulary

RULES: tuple[str, ...] = (
    "en/noise.yaml",
    "en/messages_clock.yaml",
    "cyrillic/dates.yaml",
    "en/clock.yaml",
    "en/dates.yaml",
    "en/weekdays.yaml",
    "en/relative.yaml",
    "en/references.yaml",
    "en/durations.yaml",
    "en/messages.yaml",
)
"""Of matches equally long, the rule that comes first wins."""


_PAIRS_LIMIT = 50_000
"""Pairs remembered at most; a text of random words must not fill the memory."""
Where = Literal["message", "ancient", ""]
AT_END = "\n"
"""Stands before the first token and after the last; END among the symbols a rule asks for takes it too."""


class Macro(Row):
    """A named part of patterns."""

    name: str
    pattern: str


class Rule(Row):
    """A rule of recognition with its own examples.

    `set` gives fields that the words do not. `before`, `after` (one of these must stand there) and `not_before`,
    `not_after` (none of these may) look at the tokens around the whole match.
    """

    id: str
    pattern: str
    type: Literal["DATE", "TIME", "DURATION", "SET", "NONE"]
    operator: str
    set: Mapping[str, str | int] = {}
    before: str = ""
    not_before: str = ""
    after: str = ""
    not_after: str = ""
    only_in: Where = ""
    """Where it holds: in short messages alone, in texts that name a year before Christ, or (empty) in every text."""
    source: str
    positive: tuple[str, ...]
    """Texts with the extent in [brackets] and, after `=>`, the local value."""
    negative: tuple[str, ...]
    """Texts in which this rule finds nothing."""


@dataclass(frozen=True, slots=True)
class Matcher:
    """A compiled rule. Contexts are sets of token characters, None where the rule does not ask."""

    rule: Rule
    regex: re.Pattern[str]
    opening: Opening
    before: frozenset[str] | None
    not_before: frozenset[str] | None
    after: frozenset[str] | None
    not_after: frozenset[str] | None

    def fits(self, classes: str, start: int, end: int) -> bool:
        """Whether the tokens around `start`..`end` are what the rule asks for."""
        previous = classes[start - 1] if start else AT_END
        following = classes[end] if end < len(classes) else AT_END
        return (
            (self.before is None or previous in self.before)
            and (self.not_before is None or previous not in self.not_before)
            and (self.after is None or following in self.after)
            and (self.not_after is None or following not in self.not_after)
        )


class Candidates:
    """Which rules are worth trying at a place, by the characters of its token and of the next."""

    def __init__(self, matchers: Sequence[Matcher]) -> None:
        self._starting: dict[str, list[Matcher]] = {}
        for matcher in matchers:
            for char in matcher.opening:
                self._starting.setdefault(char, []).append(matcher)
        self._seconds = {
            char: frozenset[str]().union(*(m.opening[char] for m in found)) for char, found in self._starting.items()
        }
        self._pairs: dict[str, tuple[Matcher, ...]] = {}
        self.opening = re.compile(f"[{''.join(sorted(self._starting))}]")
        """A character that a match can begin with."""

    def of(self, pair: str) -> tuple[Matcher, ...]:
        """The rules that can begin with these two characters (one at the end of the text), in order."""
        found = self._pairs.get(pair)
        if found is None:
            seconds = self._seconds[pair[0]]
            if pair[1:] not in seconds and "" not in seconds:
                # Most pairs begin nothing, and need not be remembered.
                return ()
            found = tuple(m for m in self._starting[pair[0]] if not m.opening[pair[0]].isdisjoint(("", pair[1:])))
            if len(self._pairs) < _PAIRS_LIMIT:
                self._pairs[pair] = found
        return found


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules, and which of them can begin with which character."""

    vocabulary: Vocabulary
    matchers: tuple[Matcher, ...]
    starting: Mapping[Where, Candidates]
    """Where rules hold (as `Rule.only_in` says it) -> those that hold there, beside those of every text."""


@functools.cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, in order.

    Raises:
        ResourceError: when two rules share an id.
    """
    found = [rule for name in RULES for rule in rules(f"rules/{name}", Rule)]
    ids = [rule.id for rule in found]
    twice = {name for name in ids if ids.count(name) > 1}
    if twice:
        raise ResourceError(f"data/rules/en: two rules are called {', '.join(sorted(twice))}")
    return tuple(found)


@functools.cache
def grammar() -> Grammar:
    """The compiled grammar; built once in a process.

    Raises:
        ResourceError: naming the rule, when a pattern is not well formed.
    """
    macros = {macro.name: macro.pattern for macro in rules("rules/en/macros.yaml", Macro)}
    spoken_of: set[str] = set()
    for rule in all_rules():
        spoken_of |= atoms(rule.pattern, macros) | set(_context_atoms(rule))
    vocabulary = Vocabulary(word for word in spoken_of if not word.isupper())
    matchers = tuple(_compile(rule, macros, vocabulary) for rule in all_rules())
    places = {matcher.rule.only_in for matcher in matchers}
    starting = {where: Candidates([m for m in matchers if m.rule.only_in in {"", where}]) for where in places}
    return Grammar(vocabulary, matchers, starting)


def _context_atoms(rule: Rule) -> list[str]:
    return f"{rule.before} {rule.not_before} {rule.after} {rule.not_after}".split()


def _compile(rule: Rule, macros: Mapping[str, str], vocabulary: Vocabulary) -> Matcher:
    try:
        compiled = translate(rule.pattern, macros, vocabulary.expand)
    except (PatternError, re.error) as error:
        raise ResourceError(f"data/rules/en: rule {rule.id!r}: {error}") from error
    return Matcher(
        rule,
        compiled.regex,
        compiled.opening,
        _context(rule, rule.before, vocabulary),
        _context(rule, rule.not_before, vocabulary),
        _context(rule, rule.after, vocabulary),
        _context(rule, rule.not_after, vocabulary),
    )


def _context(rule: Rule, names: str, vocabulary: Vocabulary) -> frozenset[str] | None:
    if not names:
        return None
    for name in names.split():
        if not vocabulary.characters(name):
            raise ResourceError(f"data/rules/en: rule {rule.id!r}: nothing is called {name!r}")
    end = {AT_END} if "END" in names.split() else set()
    return frozenset[str](end).union(*(vocabulary.characters(name) for name in names.split()))
