"""Known events with which a report opens as fresh news, without any day: "X dies in prison", "Y has been freed".

Words: publication_news.csv. A headline tells in the present or by a bare participle, a first sentence in the perfect.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Literal

from pipeline.calendar.interval import Interval
from pipeline.chronology import KnownMatch
from pipeline.model import Document, LocalExpression, Span
from pipeline.publication.bounds import Bound, is_named_beforehand, known_matches
from pipeline.publication.datelines import first_sentence
from pipeline.resources import Row, table
from pipeline.settings.publication import PUBLICATION_BREAKING

Kind = Literal["headline", "perfect", "recalls", "old"]
"""Verbs of a headline, verbs before a participle, words before an event that only recall it, and words beside it."""
_ENDS = re.compile(r"[,;:|“”\"()]|\s[–—-]\s|\b(?:as|after|and|while|amid)\b")
"""Where a headline's first clause ends."""
_WORD = re.compile(r"[a-z]+")


class NewsCue(Row):
    """A word, or the -ending of one, by which a known event is told as news, or by which it is only recalled.

    `example` is so told; `counterexample` is not.
    """

    cue: str
    kind: Kind
    example: str
    counterexample: str
    why: str


def news_cues() -> tuple[NewsCue, ...]:
    """All of them."""
    return table("lexicons/en/publication_news.csv", NewsCue)


def breaking(document: Document, expressions: Sequence[LocalExpression]) -> Iterator[Bound]:
    """For each known event of one day that opens the report as news: published on that day or within days of it."""
    opening = first_sentence(document)
    for match in known_matches(document):
        start = match.interval.start
        if start is None or not match.interval.is_day:
            continue
        if _tops(document, match) or (opening is not None and _opens(document, match, opening, expressions)):
            words = document.text[match.span.start : match.span.end]
            because = f"‘{words}’ ({match.event.title}, {match.event.date}) is told as fresh news, without a day"
            yield Bound(Interval(start, start + int(PUBLICATION_BREAKING.number)), because, told=True)


def _tops(document: Document, match: KnownMatch) -> bool:
    """Whether the event is what the headline tells, by one verb alone."""
    if document.block_at(match.span.start) != "headline" or is_named_beforehand(match):
        return False  # "Leaders meet in Alaska" may be told before they do.
    text, start, end = document.text, match.span.start, match.span.end
    stop = text.find("\n", end)
    line = Span(text.rfind("\n", 0, start) + 1, stop if stop >= 0 else len(text))
    rest = _ENDS.split(text[end : line.end], maxsplit=1)[0]
    told, other = (any(map(_tells, _WORD.findall(words.lower()))) for words in (text[start:end], rest))
    return told and not other and not _is_recalled(text, line, match)


def _opens(document: Document, match: KnownMatch, opening: Span, expressions: Sequence[LocalExpression]) -> bool:
    """Whether the first sentence tells the event in the perfect, and gives it no date of its own."""
    if not (opening.start <= match.span.start and match.span.end <= opening.end):
        return False
    aux = list(_perfect().finditer(document.text, opening.start, match.span.end))
    near = bool(aux) and aux[-1].end() >= match.span.start
    beside = (e for e in expressions if opening.overlaps(e.span) and e.type != "DURATION")
    dated = any(_is_of_another_day(e, match) for e in beside)
    return near and not dated and not _is_recalled(document.text, opening, match)


def _is_of_another_day(expression: LocalExpression, match: KnownMatch) -> bool:
    """Whether an expression dates the event by a month, by its year or by a count of days, and not by its very day."""
    first = match.interval.first_day
    if first is None or (expression.month, expression.day) == (first.month, first.day):
        return False
    counted = expression.unit is not None and bool(expression.amount)
    return expression.month is not None or expression.year == first.year or counted


def _is_recalled(text: str, sentence: Span, match: KnownMatch) -> bool:
    """Whether a word of the sentence makes the event a thing of the past, a question or somebody's description."""
    before = text[sentence.start : match.span.end].lower()
    return bool(_one_of("recalls").search(before) or _one_of("old").search(text[sentence.start : sentence.end].lower()))


@functools.cache
def _tells(word: str) -> bool:
    """Whether a word of a headline is a verb that tells what happened."""
    whole, endings = _headline()
    return word in whole or (len(word) > len("shed") and word.endswith(endings))


@functools.cache
def _headline() -> tuple[frozenset[str], tuple[str, ...]]:
    cues = [row.cue for row in news_cues() if row.kind == "headline"]
    return frozenset(cues), tuple(cue.removeprefix("-") for cue in cues if cue.startswith("-"))


@functools.cache
def _perfect() -> re.Pattern[str]:
    words = "|".join(re.escape(row.cue) for row in news_cues() if row.kind == "perfect")
    return re.compile(rf"\b(?:{words})\b(?: (?:been|just|now|also|already|again|[a-z]+ly)\b)* ")


@functools.cache
def _one_of(kind: Kind) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(row.cue)}\b" for row in news_cues() if row.kind == kind))
