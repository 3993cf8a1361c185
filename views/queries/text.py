"""Search by words: an inverted index that answers exactly as reading every text would, at a million texts too."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

_PLAIN = re.compile(r"[\x01-@\[-`{-\x7f]*")
"""Digits and signs: ASCII that is no letter."""


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """Texts by rank, and which of them hold which word. Words are what stands between two spaces, marks included."""

    texts: pa.Array
    vocabulary: bytes
    """Every word once, UTF-8, each with a space before it and one after the last: no word holds a space."""
    lettered: int
    """Where in the vocabulary those words begin that are digits and signs alone, often most of them."""
    starts: NDArray[np.int64]
    """Where in the vocabulary each word begins."""
    ranks: NDArray[np.int32]
    """Ranks of the texts that hold a word, word after word."""
    first: NDArray[np.int64]
    """For each word the place in `ranks` of its first text; one more at the end."""

    @classmethod
    def of(cls, tables: Mapping[str, pa.Table]) -> Text:
        """The texts of the tables that `index` makes."""
        return cls(
            texts=tables["texts"].column("text").combine_chunks(),
            vocabulary=tables["vocabulary"].column("words")[0].as_py(),
            lettered=tables["vocabulary"].column("lettered")[0].as_py(),
            starts=tables["word"].column("start").to_numpy(),
            ranks=tables["posting"].column("n").to_numpy(),
            first=tables["first_posting"].column("first").to_numpy(),
        )

    def holding(self, term: str) -> NDArray[np.bool_]:
        """Which texts hold a term, folded as they are, anywhere, inside a word too: a mask by rank."""
        parts = [part for part in term.split(" ") if part]
        mask = np.ones(len(self.texts), dtype=np.bool_)
        for part in parts:
            mask &= self._within_a_word(part)
        return self._read(mask, term) if " " in term else mask

    def _within_a_word(self, part: str) -> NDArray[np.bool_]:
        """Texts with a word that has `part` in it."""
        mask = np.zeros(len(self.texts), dtype=np.bool_)
        codes = np.unique(np.searchsorted(self.starts, self._places(part), side="right") - 1)
        for code in codes.tolist():
            mask[self.ranks[self.first[code] : self.first[code + 1]]] = True
        return mask

    def _places(self, part: str) -> NDArray[np.int64]:
        """Where in the vocabulary `part` stands; no word of digits and signs has a letter in it."""
        return _places(
            self.vocabulary, part.encode(), len(self.vocabulary) if _PLAIN.fullmatch(part) else self.lettered
        )

    def _read(self, mask: NDArray[np.bool_], phrase: str) -> NDArray[np.bool_]:
        """Of those texts, the ones that hold the whole phrase."""
        candidates = np.flatnonzero(mask)
        held = pc.match_substring(self.texts.take(pa.array(candidates)), phrase).to_numpy(zero_copy_only=False)
        kept = np.zeros(mask.size, dtype=np.bool_)
        kept[candidates[held]] = True
        return kept


def _places(vocabulary: bytes, part: bytes, end: int) -> NDArray[np.int64]:
    """Where `part` stands in the vocabulary before `end`, at least once for every word that has it."""
    if len(part) <= 2:  # most words have it: compared all at once
        letters = np.frombuffer(vocabulary, dtype=np.uint8)[:end]
        hit = letters[: letters.size - len(part) + 1] == part[0]
        for offset in range(1, len(part)):
            hit &= letters[offset : letters.size - len(part) + 1 + offset] == part[offset]
        return np.flatnonzero(hit)
    found, at = [], vocabulary.find(part, 0, end)
    while at >= 0:
        found.append(at)
        at = vocabulary.find(part, vocabulary.find(b" ", at), end)
    return np.asarray(found, dtype=np.int64)


def index(texts: pa.Array) -> dict[str, pa.Table]:
    """The index of texts in the order of their ranks, as tables that `Text.of` takes.

    Args:
        texts: a string array with no null, folded.
    """
    words = pc.split_pattern(texts, " ")
    coded = words.flatten().dictionary_encode()
    plain = pc.match_substring_regex(coded.dictionary, f"^{_PLAIN.pattern}$").to_numpy(zero_copy_only=False)
    order = np.argsort(plain, kind="stable")
    codes = np.empty(order.size, dtype=np.int64)
    codes[order] = np.arange(order.size)
    keys = (codes[coded.indices.to_numpy()] << 32) | pc.list_parent_indices(words).to_numpy()
    keys.sort()
    keys = keys[np.append(True, keys[1:] != keys[:-1])] if keys.size else keys
    names = coded.dictionary.take(pa.array(order))
    lengths = pc.binary_length(names).to_numpy().astype(np.int64)
    starts = 1 + np.concatenate(([0], np.cumsum(lengths + 1)[:-1])) if len(names) else np.zeros(0, dtype=np.int64)
    with_letters = int(np.count_nonzero(~plain))
    lettered = int(starts[with_letters]) if with_letters < len(names) else 2**62
    vocabulary = b" " + b" ".join(names.cast(pa.binary()).to_pylist()) + b" "
    return {
        "texts": pa.table({"text": texts}),
        "vocabulary": pa.table({"words": pa.array([vocabulary], pa.large_binary()), "lettered": [lettered]}),
        "word": pa.table({"start": starts}),
        "posting": pa.table({"n": (keys & 0xFFFFFFFF).astype(np.int32)}),
        "first_posting": pa.table({"first": np.searchsorted(keys >> 32, np.arange(len(names) + 1))}),
    }
