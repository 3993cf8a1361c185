"""A months-long crackdown: what its own adjective says went on for long happened on no one day or week."""

from __future__ import annotations

import re

from pipeline.calendar.interval import Interval
from pipeline.events.dating.counted import LENGTHS
from pipeline.events.dating.link import Scene

_LENGTH = re.compile(r"P(\d+|X)([DWMY])")
_DAYS = {unit[0].upper(): days for unit, days in LENGTHS.items() if days}
_SOME = 2
"""How many "weeks" are at least, where no number is told."""


def is_longer(scene: Scene, number: int, days: Interval) -> bool:
    """Whether an adjective before a noun, weeks-long, two-day, tells of more days than these."""
    draft, tree = scene.drafts[number], scene.tree(number)
    noun = tree.tokens[draft.token]
    if noun.pos != "NOUN" or days.width is None:
        return False
    beside = [tree.tokens[c].span for c in tree.subtree(noun.index) if noun.index - 3 <= c < noun.index]
    lengths = (e for e in scene.reading.times_in(tree.sentence.span) if e.type == "DURATION" and "-" in e.text)
    return any(_of(e.value) > days.width for e in lengths if any(e.span.overlaps(span) for span in beside))


def _of(value: str) -> int:
    """The days of a length of time, P6M; of PXW at least two weeks."""
    found = _LENGTH.fullmatch(value)
    if found is None:
        return 0
    count = _SOME if found[1] == "X" else int(found[1])
    return count * _DAYS[found[2]]
