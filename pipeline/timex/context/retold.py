"""Which day an article gives an event that another names: "An explosion at the plant killed three on Monday"."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.lexicons import event_type_rows
from pipeline.model import ARTICLE_BLOCKS, Document, TemporalExpression
from pipeline.timex.recognition.lexicon import FUNCTION_WORDS, meanings, words_of
from pipeline.timex.recognition.tense_cues import reporting
from pipeline.words import cited

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_MOST_WORDS = 7
_BESIDE_AFTER = re.compile(r",?\s+(?:(?:on|of)\s+)?(?:the\s+)?")
_BESIDE_BEFORE = re.compile(r"(?:['’]s)?\s+")
_LEADS_IN = re.compile(r",?\s+an?\s+(?:[a-z-]+\s+){0,2}", re.I)
_OPENS = re.compile(r"(?:^|[.!?:—–]|\n)\W*(?:the|an?)\s+(?:[a-z-]+\s+){0,2}$", re.I)
"""What stands before a name that begins its sentence."""
_NEW = re.compile(r"(?:^|\W)an?\s+(?:[a-z-]+\s+){0,2}$", re.I)
_OWNER = re.compile(r"(\w+)(?:\s+that)?\s+(?:the|an?)\s+(?:[a-z-]+\s+){0,2}$", re.I)
"""The word before the article."""
_BETWEEN_WORDS = 12
_LEAD, _REACH = 60, 120
"""Characters before a name in which its article stands, and after it in which its date does."""


Dated = tuple[Document, tuple[TemporalExpression, ...]]
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """A day that an article gives an event, with the words, and the expression that names the day."""

    day: dt.date
    words: str
    article: str
    doc_id: str
    timex_id: str


@functools.cache
def _event_nouns() -> frozenset[str]:
    nouns = {row.lemma for row in event_type_rows() if row.pos == "NOUN" and not row.needs}
    return frozenset(nouns | {f"{noun}s" for noun in nouns})


@functools.cache
def _clause_words() -> frozenset[str]:
    """Words after which a sentence speaks of something else, or of what has not happened."""
    return words_of("CLAUSE", "AFTER") | reporting()


def phrases(event: str) -> Iterator[Phrase]:
    """The names that words after "two days after" may give an event, longest first.

    "the explosion at the plant killed three" -> explosion at the plant killed three, ..., explosion at the plant. Each
    has two words of content at least, ends with one, and an event noun as its head.
    """
    words = tuple(word.lower() for word in _WORD.findall(event)[: _MOST_WORDS + 1])
    while words and words[0] in words_of(*FUNCTION_WORDS):
        words = words[1:]
    for length in range(min(len(words), _MOST_WORDS), 1, -1):
        phrase = words[:length]
        content = [word for word in phrase if word not in words_of(*FUNCTION_WORDS)]
        if len(content) >= 2 and phrase[-1] == content[-1] and _head(phrase) in _event_nouns():
            yield phrase


def _head(phrase: Sequence[str]) -> str:
    """The noun before the first preposition, else the last word."""
    stop = next((i for i, word in enumerate(phrase) if word in words_of(*FUNCTION_WORDS)), len(phrase))
    return phrase[stop - 1]


def told_in(names: Collection[Phrase], dated: Sequence[Dated]) -> Mapping[Phrase, Sequence[Telling]]:
    """The days that the documents give the events of these names; time is linear in the length of the texts."""
    found: dict[Phrase, list[Telling]] = {}
    openings = {name[:2] for name in names}
    for document, timexes in dated:
        days = [each for each in timexes if _names_a_day(each)]
        if not days:
            continue
        words = [(match.group().lower(), *match.span()) for match in _WORD.finditer(document.text)]
        for at in range(len(words) - 1):
            if (words[at][0], words[at + 1][0]) in openings:
                for name, span in _named(words, at, names):
                    found.setdefault(name, []).extend(_told(document, span, days))
    return found


def _named(
    words: Sequence[tuple[str, int, int]], at: int, names: Collection[Phrase]
) -> Iterator[tuple[Phrase, tuple[int, int]]]:
    for length in range(2, _MOST_WORDS + 1):
        piece = words[at : at + length]
        name = tuple(word for word, _, _ in piece)
        if len(piece) == length and name in names:
            yield name, (piece[0][1], piece[-1][2])


def _told(document: Document, event: tuple[int, int], days: Sequence[TemporalExpression]) -> Iterator[Telling]:
    for each in days:
        day = each.interval.first_day if each.interval else None
        if day is not None and _belongs(document.text, event, (each.span.start, each.span.end)):
            words = document.text[event[0] : event[1]]
            yield Telling(day, words, _cited(document), document.doc_id, each.timex_id)


def _cited(document: Document) -> str:
    days = document.published
    first, last = (days.first_day, days.last_day) if days else (None, None)
    return cited(document.outlet, document.title or document.name, first, last)


def _names_a_day(expression: TemporalExpression) -> bool:
    sure = expression.edtf is not None and not set("?~%") & set(expression.edtf)
    whole = expression.interval is not None and expression.interval.is_day
    return sure and whole and expression.type in {"DATE", "TIME"} and expression.block in ARTICLE_BLOCKS


def _belongs(text: str, event: tuple[int, int], date: tuple[int, int]) -> bool:
    """Whether the date is beside the name, or the sentence brings the event up as new and dates it.

    A verb in front may own the date that follows: "they discussed the explosion at the plant on Monday" tells nothing.
    """
    before = text[max(0, event[0] - _LEAD) : event[0]]
    if date[1] <= event[0]:
        between = text[date[1] : event[0]]
        return bool(_BESIDE_BEFORE.fullmatch(between) or _LEADS_IN.fullmatch(between))
    if date[0] < event[1] or date[0] - event[1] > _REACH:
        return False
    between, owner = text[event[1] : date[0]], _OWNER.search(before)
    word = owner[1].lower() if owner else ""
    opens = _OPENS.search(before) is not None
    if _BESIDE_AFTER.fullmatch(between):
        return opens or ("AFTER", word) in meanings() or ("BACKGROUND", word) in meanings()
    words = [each.lower() for each in _WORD.findall(between)]
    plain = not re.search(r"[.!?;:,\n]", between) and len(words) <= _BETWEEN_WORDS
    new = _NEW.search(before) is not None and (opens or word in reporting())
    return plain and new and not _clause_words() & set(words)
