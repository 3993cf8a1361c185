"""Numbers in digits and words, and years in words."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.timex.recognition.lexicon import meanings

SOME = "some"
"""What `number` gives for "several", "a few", "dozens of": a number nobody names."""


def number(words: Sequence[str]) -> float | str | None:
    """The number the words name, SOME when they leave it open, None when they name none.

    ["two", "and", "a", "half"] -> 2.5; ["twenty", "-", "four"] -> 24; ["a"] -> 1; ["a few"] -> SOME.
    """
    meaning = meanings()
    phrase = " ".join(words)
    if ("SOME", phrase) in meaning:
        return SOME
    if ("CARD", phrase) in meaning:
        return float(meaning["CARD", phrase])
    total, current, seen = 0.0, 0.0, False
    for word in words:
        value = _value(word)
        if value is not None:
            current, seen = current + value, True
        elif ("SCALE", word) in meaning:
            scale = float(meaning["SCALE", word])
            current, seen = max(current, 1.0) * scale, True
            if scale >= 1000:
                total, current = total + current, 0.0
        elif ("SOME", word) in meaning:
            return SOME
    if not seen and words and words[0] in {"a", "an"}:
        return 1.0
    return total + current if seen else None


def _value(word: str) -> float | None:
    if word == "half":
        return 0.5
    if (value := meanings().get(("CARD", word))) is not None:
        return float(value)
    top, slash, bottom = word.partition("/")
    if slash and bottom.isdecimal() and int(bottom) and top.isdecimal():
        return int(top) / int(bottom)
    digits = word.replace(",", "")
    if len(digits) > 15:
        return None
    try:
        return float(digits)
    except ValueError:
        return None


def year(words: Sequence[str]) -> int | None:
    """The year the words name: ["1989"], ["nineteen", "eighty", "-", "nine"], ["two", "thousand", "and", "four"]."""
    plain = [word for word in words if word not in {"-", "–", "and", "the", "year"}]
    if len(plain) == 1 and plain[0].isdecimal():
        return int(plain[0])
    if "thousand" in plain:
        value = number(plain)
        return int(value) if isinstance(value, float) else None
    values = [_value(word) for word in plain if word != "hundred"]
    known = [value for value in values if value is not None]
    if len(known) != len(values) or not known:
        return None
    if "hundred" in plain and len(known) == 1:
        return int(known[0]) * 100
    return int(known[0]) * 100 + int(sum(known[1:])) if len(known) > 1 else None


def ordinal(word: str) -> int | None:
    """third -> 3, 15th -> 15."""
    value = meanings().get(("ORD", word), word.rstrip("stndrh"))
    return int(value) if value.isdecimal() else None
