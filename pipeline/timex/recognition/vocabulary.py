"""Every token as one character: the set of symbols a token carries decides which, so that rules are plain regexes.

A token's symbols are its kind (NUM, YEAR, COMMA, ...), the symbols its word has in the lexicons, and the word itself
where a rule speaks of it.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

from pipeline.knowledge import named_days, outlets
from pipeline.resources import split
from pipeline.timex.recognition.lexer import Token, normal, spoken, tokenize
from pipeline.timex.recognition.lexicon import country_names, words

_MARKS = {
    ",": "COMMA", ".": "DOT", "/": "SLASH", ":": "COLON", "(": "LPAR", ")": "RPAR", "%": "PERCENT", "#": "HASH",
    "&": "AMPERSAND",
    "+": "PLUS", "*": "STAR", "–": "DASH", "—": "DASH", "-": "DASH", "$": "CURRENCY", "€": "CURRENCY", "£": "CURRENCY",
    "₽": "CURRENCY", "¥": "CURRENCY", "₴": "CURRENCY", '"': "QUOTE", "“": "QUOTE", "”": "QUOTE", "«": "QUOTE",
    "»": "QUOTE", "`": "QUOTE", "[": "LBRACKET", "]": "RBRACKET", "@": "AT_SIGN", "?": "END", "!": "END", ";": "END",
}  # fmt: skip
_KINDS = {
    "paragraph": "PARA", "iso": "ISODATE", "numeric": "NUMDATE", "ordinal": "ORDNUM", "decade": "DECADE",
    "fraction": "FRACTION", "short_year": "SHORT_YEAR", "meridiem": "MERIDIEM", "possessive": "POSS", "hyphen": "HYP",
    "quarter": "Q_NUMBER", "half_year": "H_NUMBER",
}  # fmt: skip
_FIRST_CHARACTER = 0xE000
"""The first character of a private-use area of Unicode: 6,400 sets of symbols are far more than there are."""
_NAMES_OF_TIME = {"WEEKDAY", "WEEKDAYS", "MONTH", "DEICTIC", "FREQUENCY", "UNIT"}
"""Symbols of words that make a time of an outlet's name: the Sunday Times."""
_CACHE_LIMIT = 200_000
"""Words remembered at most; a text of random letters must not fill the memory."""

Signature = frozenset[str]


class Vocabulary:
    """Characters for tokens, and the character classes of the atoms that rules use."""

    def __init__(self, literals: Iterable[str]) -> None:
        self._literals = set(literals)
        self._symbols: dict[tuple[str, bool], set[str]] = {}
        self.phrases: dict[str, list[tuple[str, ...]]] = {}
        """Symbol -> its phrases of several words, longest first."""
        for word, symbol, forms in _entries():
            self._enter(word, symbol, forms)
        for phrases in self.phrases.values():
            phrases.sort(key=len, reverse=True)
        self._characters: dict[Signature, str] = {}
        self._seen: dict[tuple[str, str, bool], str] = {}
        for signature in self._possible():
            self._character(signature)
        self._plain = {
            capital: self._characters[self._signature("word", "zzz", capital=capital)] for capital in (True, False)
        }
        """Whether it has a capital -> the character of a word that no lexicon and no rule knows, as most words are."""
        self._carrying: dict[str, str] = {}
        """Symbol or word -> the characters of the tokens that carry it."""
        for signature, char in self._characters.items():
            for atom in signature:
                self._carrying[atom] = self._carrying.get(atom, "") + char

    def _enter(self, word: str, symbol: str, forms: tuple[bool, ...]) -> None:
        parts = tuple(normal(token.lower) for token in tokenize(word))
        if len(parts) == 1:
            for capital in forms:
                self._symbols.setdefault((parts[0], capital), set()).add(symbol)
        else:
            self.phrases.setdefault(symbol, []).append(parts)
            self._literals.update(parts)

    def encode(self, tokens: Iterable[Token]) -> str:
        """One character a token."""
        seen, missing = self._seen, self._remember
        return "".join([seen.get((t.kind, t.lower, t.capital)) or missing(t) for t in tokens])

    def expand(self, atom: str) -> tuple[tuple[str, ...], ...]:
        """The alternatives of a symbol or word, each a sequence of character classes; () for an unknown one."""
        single = self._class(atom)
        phrases = [tuple(self._class(word) for word in phrase) for phrase in self.phrases.get(atom, ())]
        return (*phrases, (single,)) if single else tuple(phrases)

    def characters(self, atom: str) -> frozenset[str]:
        """The characters of tokens that carry the symbol, or are the word."""
        return frozenset(self._class(atom))

    def _class(self, atom: str) -> str:
        return self._carrying.get(atom, "")

    def _remember(self, token: Token) -> str:
        # Signatures got their characters when the rules were compiled; a shape that no rule knows is any other token.
        word = normal(token.lower)
        if token.kind == "word" and word not in self._literals and (word, token.capital) not in self._symbols:
            char = self._plain[token.capital]
        else:
            signature = self._signature(token.kind, word, capital=token.capital)
            char = self._characters.get(signature) or self._characters[frozenset({"OTHER"})]
        if len(self._seen) < _CACHE_LIMIT:
            self._seen[token.kind, token.lower, token.capital] = char
        return char

    def _character(self, signature: Signature) -> str:
        return self._characters.setdefault(signature, chr(_FIRST_CHARACTER + len(self._characters)))

    def _signature(self, kind: str, lower: str, *, capital: bool) -> Signature:
        lower = normal(lower)
        found = {lower} if lower in self._literals else set()
        found |= self._symbols.get((lower, capital), set())
        if kind == "word":
            return frozenset(found | {"WORD", "CAPITAL" if capital else "SMALL"})
        if kind == "number":
            return frozenset(found | number_symbols(lower))
        if kind == "clock":
            return frozenset(found | ({"CLOCK"} if ":" in lower else {"CLOCK_DOT", "NUM"}))
        return frozenset(found | {_KINDS.get(kind) or _MARKS.get(lower, "OTHER")})

    def _possible(self) -> Iterator[Signature]:
        for lower in self._literals | {word for word, _ in self._symbols} | {"zzz"}:
            for capital in (True, False):
                for kind in {token.kind for token in tokenize(lower)} | (
                    {"word"} if lower.isalpha() else {"hyphen", "other", "code"}
                ):
                    yield self._signature(kind, lower, capital=capital)
        for number in (
            "0",
            "7",
            "07",
            "24",
            "30",
            "31",
            "45",
            "123",
            "199",
            "0430",
            "0999",
            "1234",
            "1990",
            "2999",
            "3000",
            "1,234",
            "1.5",
            "100000",
        ):
            yield self._signature("number", number, capital=False)
        for number in ("7:15", "7.15"):
            yield self._signature("clock", number, capital=False)
        for kind in _KINDS:
            yield self._signature(kind, "", capital=False)
            yield self._signature(kind, "", capital=True)
        for mark in (*_MARKS, "~"):
            yield self._signature("other", mark, capital=False)


def number_symbols(lower: str) -> set[str]:
    """The symbols of a number by its shape: every one is NUM, and QUANTITY when it is no year; 7 is also DD and HOUR,
    1990 also YEAR, 636 SMALL_YEAR, 45 also YY, 0430 also CLOCK_DIGITS and CLOCK_ZERO."""
    symbols = {"NUM"} if _is_year(lower) else {"NUM", "QUANTITY"}
    if not lower.isdecimal() or len(lower) > 4:
        return symbols
    value = int(lower)
    if len(lower) <= 2:
        symbols |= {"DD"} if 1 <= value <= 31 else set()
        symbols |= {"HOUR"} if value <= 24 else set()
        symbols |= {"YY"} if len(lower) == 2 else set()
    elif len(lower) == 3:
        symbols |= {"SMALL_YEAR"} if value >= 100 else set()
        symbols |= {"CLOCK_COMPACT"} if value >= 100 and value % 100 < 60 else set()
    elif len(lower) == 4:
        symbols |= {"YEAR"} if _is_year(lower) else set()
        if value // 100 < 24 and value % 100 < 60:
            symbols |= {"CLOCK_DIGITS", "CLOCK_ZERO"} if lower[0] == "0" else {"CLOCK_DIGITS"}
    return symbols


def _is_year(lower: str) -> bool:
    return len(lower) == 4 and lower.isdecimal() and 1000 <= int(lower) <= 2999


_BOTH, _CAPITAL = (True, False), (True,)
_FORMS = {"": _BOTH, "yes": _CAPITAL, "no": (False,)}
"""What a row says of capitals -> the forms that carry its symbol: with a capital, without one."""


def _entries() -> Iterator[tuple[str, str, tuple[bool, ...]]]:
    for row in words():
        yield row.word, row.symbol, _FORMS[row.capital]
    for name in named_day_names():
        yield name, "NAMED_DAY", _CAPITAL if name[0].isalpha() else _BOTH
        if name.isalpha():
            yield name, "NAMED_DAY_NOTE", _BOTH
    for name, _ in country_names():
        yield name, "COUNTRY", _CAPITAL
    times = {row.word for row in words() if row.symbol in _NAMES_OF_TIME}
    for outlet in outlets():
        for name in (outlet.name, *split(outlet.aliases)):
            if times & set(spoken(name).split()):
                yield name, "OUTLET", _CAPITAL


@functools.cache
def named_day_names() -> dict[str, tuple[str, ...]]:
    """Name of a named day in lower case, as its tokens joined with spaces -> day_ids, in the order of the table."""
    names: dict[str, tuple[str, ...]] = {}
    for row in named_days():
        for name in (row.name, *split(row.aliases)):
            key = spoken(name)
            if row.day_id not in names.get(key, ()):
                names[key] = (*names.get(key, ()), row.day_id)
    return names
