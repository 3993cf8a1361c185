"""Words that a hyphen does not divide: re-elected, co-owner. The parser was trained on them whole.

The tokeniser's own rule divides at every hyphen between letters, which leaves "re" as a verb without a meaning.
"""

from __future__ import annotations

import functools
import re
from typing import Any, Literal

from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from pipeline.resources import Row, table


class Prefix(Row):
    """A prefix that keeps its word whole. `again`: the word means what it means without it, done again or together."""

    prefix: str
    again: Literal["yes", "no"]
    example: str
    counterexample: str


@functools.cache
def _prefixes() -> dict[str, Prefix]:
    return {row.prefix: row for row in table("lexicons/en/prefixes.csv", Prefix)}


def keep_whole(nlp: Any) -> None:
    """Lets the tokeniser of a spaCy pipeline divide no word behind these prefixes."""
    before = "".join(rf"(?<!\b(?i:{prefix}))" for prefix in _prefixes())
    rules = [rule.replace("(?:-|", f"(?:{before}-|") for rule in nlp.Defaults.infixes]
    nlp.tokenizer.infix_finditer = compile_infix_regex(rules).finditer


def lemmatise(doc: Any, lemmatiser: Any) -> None:
    """Gives the words with such a prefix in a parsed doc the lemma of the word behind it: of re-elected, elect."""
    for found in _prefixed().finditer(doc.text):
        whole = doc.char_span(*found.span())
        if whole is None or len(whole) != 1:
            continue
        (token,) = whole
        lemma = _lemma(token, found[2], lemmatiser)
        again = _prefixes()[found[1].lower()].again == "yes"
        token.lemma_ = lemma if again else f"{found[1].lower()}-{lemma}"


def _lemma(token: Any, base: str, lemmatiser: Any) -> str:
    alone = Doc(token.vocab, words=[base], pos=[token.pos_], tags=[token.tag_], morphs=[str(token.morph)])
    (lemma, *_) = lemmatiser.lemmatize(alone[0])
    return str(lemma)


@functools.cache
def _prefixed() -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(_prefixes())})-([a-z][\w-]*)", re.IGNORECASE)
