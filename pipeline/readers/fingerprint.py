"""Fingerprints of texts (MinHash): texts that share most of their runs of words have like fingerprints."""

from __future__ import annotations

import re
import zlib

PERMUTATIONS = 64
"""Hashes in a fingerprint; the share of equal ones estimates the share of common runs of words within about 0.06."""
SCHEME = "affine32"
_RUN = 5
"""Words in a row that are compared: short enough that a changed sentence leaves its neighbours alike."""
_WORD = re.compile(r"\w+")
_HEX = 8


def fingerprint(text: str) -> str:
    """64 hashes of eight hexadecimal digits; "" for a text without words. Equal on every machine and run."""
    words = _WORD.findall(text.casefold())
    if not words:
        return ""
    # Loaded with the first text that is kept: it brings a large library of its own.
    from datasketch import MinHash

    runs = (" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))
    made = MinHash(PERMUTATIONS, seed=1, hashfunc=zlib.crc32, scheme=SCHEME)
    made.update_batch([run.encode("utf-8", "surrogatepass") for run in runs])
    return "".join(f"{int(value):0{_HEX}x}" for value in made.hashvalues)


def values(fingerprint: str) -> list[int]:
    """The hashes of a fingerprint."""
    return [int(fingerprint[at : at + _HEX], 16) for at in range(0, len(fingerprint), _HEX)]


def likeness(one: str, other: str) -> float:
    """The estimated share of common runs of words, 0 to 1 (Jaccard); 0 where a text has no words."""
    pairs = list(zip(values(one), values(other), strict=False))
    return sum(a == b for a, b in pairs) / len(pairs) if pairs else 0.0
