"""The articles of plain English in a title: gives an order, the European Union, a court."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from pipeline.events import lexicon
from pipeline.events.title_lexicon import title_words
from pipeline.model import Token

POINTING = re.compile(
    r"^(?:this|that|these|those)\s+(?!(?:in|of|at|on|with|from|who|whose|whom|which|that)\b|\w+(?:ed|ld|ght)$)",
    re.IGNORECASE,
)
OWNERLESS = re.compile(r"^(?:his|her|its|their|some(?! \d)|such)\s+(?!(?:of|as)\b)", re.IGNORECASE)
LETTERS = "AEFHILMNORSX"
"""Capitals whose names open with a vowel: an FBI raid."""
SPELT = 3
"""Capitals up to which a word is spelt out letter by letter."""


def a(words: str) -> str:
    """The words of a singular with its indefinite article, by the sound that opens them."""
    first = words.split(" ", 1)[0]
    if first.isupper() and first.isalpha() and len(first) <= SPELT:
        vowel = first[0] in LETTERS
    elif first[:1].isdigit():
        vowel = first.startswith("8") or re.match(r"1[18](?:\D|$)", first) is not None
    else:
        low = first.lower()
        hard = any(low.startswith(w) for w in title_words("sounds consonant"))
        soft = any(low.startswith(w) for w in title_words("sounds vowel"))
        vowel = soft or (low[:1] in "aeiou" and not hard)
    return f"{'an' if vowel else 'a'} {words}"


def article(tokens: Sequence[Token], index: int, kept: Sequence[int], told: str) -> str:
    """A word of a title; a or an goes by the word that stands behind it when others have gone."""
    if told not in ("a", "an"):
        return told
    after = kept[bisect_right(kept, index) :][:1]
    return a(tokens[after[0]].text).split(" ", 1)[0] if after and after[0] != index + 1 else told


def called(name: str) -> str:
    """A name as a sentence has it: the European Union, the Interior Ministry, the Kremlin; Belarus, Maria Orlova."""
    words = name.split()
    head = next((w for n, w in enumerate(words) if n + 1 == len(words) or words[n + 1] in ("of", "for")), "")
    listed = {head.lower(), name.lower()} & title_words("takes the")
    body = len(words) > 1 and head.lower() in lexicon.body_nouns()
    plain = (
        name[:1].isupper()
        and head[:1].isupper()
        and "’s " not in name
        and "'s " not in name
        and not name.startswith("The ")
    )
    return f"the {name}" if plain and (listed or body) else name


def with_article(phrase: str) -> str:
    """A phrase of the text: its own article stays, this becomes the, an owner unknown goes."""
    return OWNERLESS.sub("", POINTING.sub("the ", phrase))
