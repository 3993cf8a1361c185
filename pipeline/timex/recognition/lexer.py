"""Text -> tokens that rules can speak of: words, numbers of every shape, and the punctuation that dates use.

Digits right behind a letter are a code, no number: "l2 May" of a bad scan is not the second of May. In small letters 4
and 8 are sounds of messages: "b4", "gr8", "l8r" are words. A year that copying has glued to the time of day behind it,
"July 12, 20225:14 PM", is a year.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    (?![ ])  # Most of what is no token is a space, which need not be held against each kind.
    (?: (?P<plain>(?<!\d)[A-Za-z]{2,}+(?![\w'’]))
      | (?P<meridiem>\b(?:[ap]\.\s?m|[AP]\.\s?M)\b\.?|(?<=\d)[ap]m\b)
      | (?P<quarter>\b(?:[Qq][1-4]|[1-4]Q)\b)
      | (?P<half_year>\b(?:H[12]|[12]H)\b)
      | (?P<word>\b[a-z]{1,3}[48]r?\b|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?)
      | (?P<code>(?<=[^\W\d_])(?<!\bFY)\d\w*)
      | (?P<paragraph>\n[ \t\r]*\n)
      | (?P<iso>\b\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?(?![\w-]))
      | (?P<numeric>\b\d{1,4}(?P<mark>[/.])\d{1,2}(?P=mark)(?:\d{4}|\d\d)(?![\d/])|\b\d\d?-\d\d?-\d{4}(?![\w-]))
      | (?P<clock>\b[0-2]?\d[:.][0-5]\d(?::[0-5]\d)?(?=\s?[ap]\.?\s?m\b|[^\d.%:]|[.:](?!\d)|$))
      | (?P<ordinal>\b(?:\d{1,3}(?:st|nd|rd|th)|2?[23]d)\b)
      | (?P<decade>\b\d{2,3}0['’]?s\b|['’‘]\d0s\b|\b\d0s\b)
      | (?P<fraction>\b\d{1,2}/\d{1,2}(?![\d/]))
      | (?P<number>(?<!\d)(?:19|20)\d\d(?=[012]?\d:[0-5]\d\b)|\d+(?:,\d{3})*(?:\.\d+)?)
      | (?P<short_year>['’‘]\d\d\b)
      | (?P<possessive>['’]s\b)
      | (?P<hyphen>(?<=\w)[-‐‑–](?=['’‘]?\w))
      | (?P<other>[^\w\s]|_)
    )
    """,
    re.VERBOSE,
)
_KINDS = {None: "other", "plain": "word"} | {kind: kind for kind in _TOKEN.groupindex if kind != "plain"}
"""What a group finds. Most words are plain: letters alone, which no other kind can be."""


class Token(NamedTuple):
    """A token: its kind (a group of the pattern above), where it stands, and its text in lower case."""

    kind: str
    start: int
    end: int
    lower: str
    capital: bool


_BY_LINE = re.compile(_TOKEN.pattern.replace(r"\n[ \t\r]*\n", r"\n(?:[ \t\r]*\n)?"), re.VERBOSE)


def tokenize(text: str, start: int = 0, end: int | None = None, *, lines: bool = False) -> list[Token]:
    """The tokens of `text[start:end]` in order, with offsets into `text`; time is linear in its length.

    Characters between tokens are white space. With `lines`, each line is a paragraph, as in messages.
    """
    make, kinds = tuple.__new__, _KINDS
    return [
        make(Token, (kinds[match.lastgroup], *match.span(), (found := match.group()).lower(), found[0].isupper()))
        for match in (_BY_LINE if lines else _TOKEN).finditer(text, start, len(text) if end is None else end)
    ]


def normal(lower: str) -> str:
    """A lower-cased word with straight apostrophes."""
    return lower if lower.isascii() else lower.replace("’", "'").replace("‘", "'")


def spoken(text: str) -> str:
    """The tokens of `text`, normalised and joined with single spaces: how phrases are looked up."""
    return " ".join(normal(token.lower) for token in tokenize(text))
