"""What the captured words of a match mean: numbers, months, units, modifiers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.timex.recognition import numbers
from pipeline.timex.recognition.lexer import Token
from pipeline.timex.recognition.lexicon import meanings

_MONTHS = ("MONTH", "MONTH_OR_VERB", "MONTH_ABBREVIATED", "MONTH_SHORT", "MONTH_NOTE")
_WEEKDAYS = (
    "WEEKDAY",
    "WEEKDAYS",
    "WEEKDAY_AMBIGUOUS",
    "WEEKDAY_ABBREVIATED",
    "WEEKDAY_SHORT",
    "WEEKDAY_CLEAR",
    "WEEKDAY_NOTE",
)
_UNITS = ("UNIT", "UNITS", "UNIT_ABBREVIATED")
_HALVES = {"am": "MO", "pm": "AF"}
"""Halves of the day that a message names in place of its morning and afternoon."""
_RELATIONS = {"REL_SECOND": "published", "REL_NOW": "published", "REL_NOTE": "published", "REL_THEN": "previous"}


@dataclass(frozen=True, slots=True)
class Fields:
    """The captures of one match, by name, and the fields that the rule sets itself."""

    captured: Mapping[str, Sequence[Token]]
    given: Mapping[str, str | int]

    def has(self, name: str) -> bool:
        """Whether the words or the rule give this field."""
        return name in self.captured or name in self.given

    def phrase(self, name: str) -> str | None:
        """The captured words in lower case, single spaces between tokens, or what the rule sets."""
        if name in self.captured:
            return " ".join(token.lower.replace("’", "'") for token in self.captured[name])
        return str(self.given[name]) if name in self.given else None

    def meaning(self, name: str, symbols: Sequence[str]) -> str | None:
        """What the lexicons say of the captured phrase under the first of these symbols that knows it."""
        phrase = self.phrase(name)
        if phrase is None:
            return None
        for word in (
            phrase,
            phrase.rstrip(" ."),
            phrase.removesuffix(" of"),
            phrase.rstrip(" -–‐‑"),
            phrase.removesuffix(" in"),
        ):
            for symbol in symbols:
                if (found := meanings().get((symbol, word))) is not None:
                    return found
        return None

    def month(self, name: str = "month") -> int | None:
        """1 to 12."""
        return _int(self.meaning(name, _MONTHS))

    def day(self, name: str = "day") -> int | None:
        """Day of the month, from digits or words; 0 or more than 31 is given back as written. 7/8 gives the first."""
        if "/" in (self.phrase(name) or ""):
            return _int((self.phrase(name) or "").split("/")[0])
        return _int(self.phrase(name)) if (self.phrase(name) or "").isdecimal() else self.nth(name)

    def nth(self, name: str = "nth") -> int | None:
        """An ordinal; -1 for "last"."""
        phrase = self.phrase(name)
        if phrase is None:
            return None
        return -1 if phrase == "last" else numbers.ordinal(phrase)

    def weekday(self, name: str = "weekday") -> int | None:
        """Monday 1 to Sunday 7."""
        return _int(self.meaning(name, _WEEKDAYS))

    def year(self, name: str = "year") -> int | None:
        """A year of four digits."""
        if name not in self.captured or self.short_year(name) is not None:
            return None
        return numbers.year((self.phrase(name) or "").split())

    def short_year(self, name: str = "year") -> str | None:
        """The two digits of a year such as ’98, or of one captured as `short`."""
        if "short" in self.captured:
            return self.phrase("short")
        phrase = self.phrase(name) or ""
        return phrase[1:] if phrase[:1] == "'" and len(phrase) == 3 else None

    def era(self) -> str | None:
        """BC or AD, however written."""
        written = self.phrase("era")
        return written and ("BC" if written.startswith("b") else "AD")

    def season(self) -> str | None:
        """SP, SU, FA or WI."""
        return self.meaning("season", ("SEASON", "SEASON_OR_VERB", "SEASON_CYRILLIC"))

    def unit(self, name: str = "unit") -> str | None:
        """A unit of time in the singular."""
        return self.meaning(name, _UNITS)

    def number(self, name: str = "n") -> float | str | None:
        """A number, or numbers.SOME."""
        if name in self.given and name not in self.captured:
            given = self.given[name]
            return given if isinstance(given, str) else float(given)
        phrase = self.phrase(name)
        if phrase in {"another", "the"}:
            return 1.0
        return numbers.number(phrase.split()) if phrase else None

    def relation(self) -> tuple[int, str] | None:
        """How many units from where: ("last" -> -1, published), ("following" -> 1, previous)."""
        phrase = self.phrase("rel")
        if phrase is None:
            return None
        for symbol, anchor in _RELATIONS.items():
            for word in (phrase, phrase.removeprefix("the "), phrase.split()[-1]):
                if (found := meanings().get((symbol, word))) is not None:
                    return int(found), anchor
        return {"latest": (0, "published"), "the last": (-1, "published")}.get(phrase)

    def mod(self) -> str | None:
        """TIMEX3 mod: of "more than", "early", "the end of", "later"."""
        if (bound := self.meaning("mod", ("BOUND", "BOUND_STRICT", "OVER"))) is not None:
            return bound or None
        found = self.meaning("part", ("PART", "SIDE", "EARLY_HOURS"))
        if found in {"START", "MID", "END"}:
            return found
        mod = self.given.get("mod")
        return str(mod) if mod else None

    def side(self) -> str | None:
        """ "earlier" or "later" for "earlier this month"."""
        words = (self.phrase("part") or self.phrase("side") or "").split()
        return words[0] if words and words[0] in {"earlier", "later"} else None

    def daypart(self) -> str | None:
        """MO, AF, EV or NI."""
        if "part_day" in self.captured:
            named = self.meaning("part_day", ("DAYPART", "DAYPARTS", "TONIGHT", "DUSK", "DAYPART_CYRILLIC"))
            return named or _HALVES.get((self.phrase("part_day") or "").replace(".", "").replace(" ", ""))
        if self.meaning("part", ("EARLY_HOURS",)):
            return "MO"
        return str(self.given["part_day"]) if "part_day" in self.given else None


def _int(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() else None
