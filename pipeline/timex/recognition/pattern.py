"""The little language of rule patterns, and its translation to one regular expression over symbol characters.

A pattern is a sequence over tokens: `UPPER` is a symbol of the lexicons or the lexer, `lower` is that very word,
`$NAME` is a macro, `(a | b)` are alternatives, `?` makes optional, `*` and `+` repeat (at most four times, which keeps
matching linear), `name=` captures what follows. A capture `x` is the extent; without it the whole match is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

_PIECE = re.compile(r"\s+|(?P<name>[a-z]\w*)=|(?P<mark>[()|?*+])|\$(?P<macro>[A-Z_]+)|(?P<atom>[A-Z_]+|[^\s()|?*+=$]+)")
_REPEATS = {"?": "{0,1}", "*": "{0,4}", "+": "{1,4}"}

Expand = Callable[[str], tuple[tuple[str, ...], ...]]
"""Atom -> its alternatives, each a sequence of symbol-character classes (sets of characters written as strings)."""


Opening = Mapping[str, frozenset[str]]
"""First character of a match -> the second ones behind it."""
_ALONE = frozenset({""})


class PatternError(ValueError):
    """A pattern is not well formed."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern ready to match.

    `opening` holds every character a match can begin with, and those that can come next behind it; "" among them when
    the match may be one token long, so that nothing need come next.
    """

    regex: re.Pattern[str]
    opening: Opening


@dataclass(frozen=True, slots=True)
class _Node:
    source: str
    opening: Opening
    nullable: bool

    def then(self, other: _Node) -> _Node:
        """This and then the other."""
        behind = frozenset(other.opening) | (_ALONE if other.nullable else frozenset())
        here = {char: after - _ALONE | behind if "" in after else after for char, after in self.opening.items()}
        opening = _either(here, other.opening) if self.nullable else here
        return _Node(self.source + other.source, opening, self.nullable and other.nullable)


_NOTHING = _Node("", {}, nullable=True)


def _either(*openings: Opening) -> Opening:
    found: dict[str, frozenset[str]] = {}
    for opening in openings:
        for char, after in opening.items():
            found[char] = found[char] | after if char in found else after
    return found


def atoms(pattern: str, macros: Mapping[str, str]) -> set[str]:
    """Every symbol and word that the pattern speaks of."""
    found: set[str] = set()
    for piece in _pieces(pattern):
        if piece[0] == "macro":
            found |= atoms(_macro(piece[1], macros), macros)
        elif piece[0] == "atom":
            found.add(piece[1])
    return found


def translate(pattern: str, macros: Mapping[str, str], expand: Expand) -> Compiled:
    """The pattern as a regular expression over symbol characters.

    Raises:
        PatternError: when it is not well formed, names an unknown macro, or can match nothing at all.
    """
    node = _Reader(_pieces(pattern), macros, expand, names={}).whole(pattern)
    if node.nullable:
        raise PatternError(f"pattern {pattern!r} matches the empty text")
    return Compiled(re.compile(node.source, re.DOTALL), node.opening)


def _pieces(pattern: str) -> list[tuple[str, str]]:
    pieces, position = [], 0
    while position < len(pattern):
        match = _PIECE.match(pattern, position)
        if match is None:
            raise PatternError(f"unexpected {pattern[position]!r} in pattern {pattern!r}")
        position = match.end()
        if match.lastgroup:
            pieces.append((match.lastgroup, match[match.lastgroup]))
    return pieces


def _macro(name: str, macros: Mapping[str, str]) -> str:
    if name not in macros:
        raise PatternError(f"unknown macro ${name}")
    return macros[name]


class _Reader:
    """Recursive descent over the pieces of one pattern."""

    def __init__(
        self, pieces: list[tuple[str, str]], macros: Mapping[str, str], expand: Expand, *, names: dict[str, int]
    ) -> None:
        self.names = names
        self.rest = pieces
        self.macros = macros
        self.expand = expand

    def whole(self, pattern: str) -> _Node:
        """The node of the whole pattern."""
        node = self.alternatives()
        if self.rest:
            raise PatternError(f"unexpected {self.rest[0][1]!r} in pattern {pattern!r}")
        return node

    def alternatives(self) -> _Node:
        options = [self.sequence()]
        while self.rest and self.rest[0] == ("mark", "|"):
            self.rest = self.rest[1:]
            options.append(self.sequence())
        if len(options) == 1:
            return options[0]
        return _Node(
            "(?:" + "|".join(option.source for option in options) + ")",
            _either(*(option.opening for option in options)),
            any(option.nullable for option in options),
        )

    def sequence(self) -> _Node:
        whole = _NOTHING
        while self.rest and self.rest[0] not in {("mark", "|"), ("mark", ")")}:
            whole = whole.then(self.repeated())
        return whole

    def repeated(self) -> _Node:
        kind, name = self.rest[0]
        if kind == "name":
            self.rest = self.rest[1:]
            inner = self.one()
            # A regular expression may use a group name once; later uses get a number, which `capture` takes off.
            self.names[name] = used = self.names.get(name, 0) + 1
            group = name if used == 1 else f"{name}__{used}"
            node = replace(inner, source=f"(?P<{group}>{inner.source})")
        else:
            node = self.one()
        while self.rest and self.rest[0][0] == "mark" and self.rest[0][1] in _REPEATS:
            mark = self.rest[0][1]
            self.rest = self.rest[1:]
            again = node if mark == "?" else node.then(replace(node, nullable=True))
            node = replace(again, source=f"(?:{node.source}){_REPEATS[mark]}", nullable=node.nullable or mark != "+")
        return node

    def one(self) -> _Node:
        if not self.rest:
            raise PatternError("pattern ends too early")
        (kind, value), self.rest = self.rest[0], self.rest[1:]
        if kind == "macro":
            pattern = _macro(value, self.macros)
            node = _Reader(_pieces(pattern), self.macros, self.expand, names=self.names).whole(pattern)
            return replace(node, source=f"(?:{node.source})")
        if (kind, value) == ("mark", "("):
            node = self.alternatives()
            if not self.rest or self.rest[0] != ("mark", ")"):
                raise PatternError("a parenthesis is not closed")
            self.rest = self.rest[1:]
            return node
        if kind != "atom":
            raise PatternError(f"unexpected {value!r}")
        return self.atom(value)

    def atom(self, value: str) -> _Node:
        options = self.expand(value)
        if not options:
            raise PatternError(f"nothing is called {value!r}")
        source = "|".join("".join(f"[{chars}]" for chars in option) for option in options)
        behind = [(option[0], frozenset(option[1]) if len(option) > 1 else _ALONE) for option in options]
        opening = _either(*(dict.fromkeys(first, after) for first, after in behind))
        return _Node(f"(?:{source})", opening, nullable=False)


def captures(match: re.Match[str]) -> dict[str, tuple[int, int]]:
    """Name -> where its tokens begin and end, for every name that took part in the match."""
    return {name.split("__")[0]: match.span(name) for name, found in match.groupdict().items() if found is not None}
