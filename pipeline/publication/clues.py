"""What a temporal expression can tell about the day of publication: which fields it has, and whether it looks ahead."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.calendar.operators import make
from pipeline.model import ARTICLE_BLOCKS, Document, LocalExpression
from pipeline.publication.ahead import is_limit, looks_ahead

_YEARS = range(1500, 2200)
_LINE = 2000
"""Characters of a line before an expression in which an open quotation is looked for."""
_SHORT = re.compile(r"XX(\d\d)-(\d\d)-(\d\d)")
_PLAIN = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Clue:
    """An expression of the article's own text with what matters here."""

    expression: LocalExpression
    ahead: bool
    """It may lie in the future of the text: by its tense, or by a word in its clause."""
    announced: bool
    """Whatever the tense, a word in its clause looks ahead: "officials said drills could begin this spring"."""
    quoted: bool
    """It stands inside a quotation, so that "yesterday" may be another day's."""

    @property
    def text(self) -> str:
        """The words."""
        return self.expression.text

    def in_year(self, year: int) -> dt.date | None:
        """The day that its month and day name in `year`."""
        month, day = self.expression.month, self.expression.day
        return None if month is None or day is None else make(year, month, day)

    @property
    def is_month_day(self) -> bool:
        """A day with its month, without a year."""
        e = self.expression
        return e.year is None and e.month is not None and e.day is not None

    @property
    def is_weekday(self) -> bool:
        """A bare weekday: "on Friday", not "next Friday", "Fridays" or "Friday, July 1"."""
        e = self.expression
        return e.weekday is not None and e.day is None and not e.amount and e.type in {"DATE", "TIME"}

    def is_day_from_now(self, amount: int) -> bool:
        """-1: yesterday; 0: today."""
        e = self.expression
        from_now = not e.local_value.startswith("previous")
        return from_now and e.unit == "day" and e.amount == amount and e.weekday is None and e.type == "DATE"

    @property
    def day_words(self) -> str:
        """The local value without its time of day."""
        return self.expression.local_value.partition("T")[0]

    @property
    def explicit(self) -> dt.date | None:
        """The first day of a date with a year, or None."""
        e = self.expression
        if e.year is None or e.year not in _YEARS or not _PLAIN.fullmatch(self.day_words):
            return None
        return make(e.year, e.month or 1, e.day or 1)

    @property
    def full_day(self) -> dt.date | None:
        """The day that the words name in full, with or without a time of day."""
        e = self.expression
        return None if e.year is None or e.month is None or e.day is None else make(e.year, e.month, e.day)

    @property
    def dated_short(self) -> dt.date | None:
        """A day whose year has two digits, "11/15/21": where articles are dated it is of this century."""
        short = _SHORT.fullmatch(self.day_words)
        return None if short is None else make(2000 + int(short[1]), int(short[2]), int(short[3]))

    def season_ahead(self, seasons: Mapping[str, int]) -> int | None:
        """First month of a season without a year that lies ahead in the article's own voice, or None."""
        e = self.expression
        if not (self.ahead or self.announced) or self.quoted or e.year is not None or e.amount not in {0, None}:
            return None
        return next((month for code, month in seasons.items() if e.local_value.endswith(f"-{code}")), None)


def clues(document: Document, expressions: Sequence[LocalExpression]) -> Iterator[Clue]:
    """The expressions that have a vote: captions, boxes, notes and footers have none."""
    for expression in expressions:
        if expression.block in ARTICLE_BLOCKS and expression.type in {"DATE", "TIME"}:
            start, end = expression.span.start, expression.span.end
            announced = looks_ahead(document.text, start, end)
            sure = expression.tense == "future" or is_limit(document.text, start)
            ahead = sure or (announced and expression.tense != "past")
            yield Clue(expression, ahead, announced, is_quoted(document.text, expression))


def is_quoted(text: str, expression: LocalExpression) -> bool:
    """Whether quotation marks since its line began are open: curly ones unclosed, or straight ones odd in number."""
    start = expression.span.start
    line = text[max(0, start - _LINE) : start].rsplit("\n", 1)[-1]
    return line.rfind("“") > line.rfind("”") or line.count('"') % 2 == 1
