"""The pipeline's own exceptions to its tags, looked up once for each kind of token instead of once for each token."""

from __future__ import annotations

from typing import Any

from spacy.attrs import IDS
from spacy.matcher import Matcher

KINDS = 200_000
"""Kinds of token that are remembered: some dozens of megabytes, and more than a year of a newspaper has."""
Found = list[tuple[int, int, int]]


class Remembered:
    """A matcher in place of that of an attribute ruler, with the same finds: (rule, first token, token after the last).

    What a rule of one token finds depends on that token's attributes alone, and nearly all rules are of one token.
    """

    def __init__(self, ruler: Any) -> None:
        self._single: Any = Matcher(ruler.vocab)
        self._several: Any = Matcher(ruler.vocab)
        named: set[str] = set()
        for number, rule in enumerate(ruler.patterns):
            for pattern in rule["patterns"]:
                alone = len(pattern) == 1 and set(pattern[0]) <= set(IDS)
                (self._single if alone else self._several).add(str(number), [pattern])
                named |= set(pattern[0]) if alone else set()
        self._attributes = sorted(named)
        self._seen: dict[tuple[int, ...], tuple[int, ...]] = {}

    def __call__(self, doc: Any, *, allow_missing: bool, as_spans: bool) -> Found:
        """Every find in a doc; the arguments are those that the ruler gives."""
        found: Found = self._several(doc, allow_missing=allow_missing, as_spans=as_spans)
        if len(self._seen) > KINDS:
            self._seen.clear()
        for at, kind in enumerate(map(tuple, doc.to_array(self._attributes).tolist())):
            rules = self._seen.get(kind)
            if rules is None:
                alone = self._single(doc[at : at + 1], allow_missing=allow_missing, as_spans=as_spans)
                rules = self._seen[kind] = tuple(rule for rule, _, _ in alone)
            found.extend((rule, at, at + 1) for rule in rules)
        return found
