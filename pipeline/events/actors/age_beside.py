"""The age that stands right beside a name: Anna Orlova, 44, said; 28-year-old Ivan Petrov."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Token

OLDEST = 120
GROWN = 10
"""The least figure between such marks that is an age whatever it stands behind: a team's points have one digit."""
_ENDS = {",": ",.)", "(": ")"}
"""What closes an age, by what opens it."""


def age_behind(tokens: Sequence[Token], last: int) -> int:
    """The age that follows on the word before `last`, in figures; 0 where there is none."""
    marks = [token.text for token in tokens[last : last + 3]]
    return years(marks[1]) if len(marks) == 3 and marks[2] in _ENDS.get(marks[0], ()) else 0


def age_before(tokens: Sequence[Token], first: int) -> int:
    """The age that leads to the word `first`, in figures; 0 where there is none."""
    words = [token.text.lower() for token in tokens[max(0, first - 5) : first]]
    return years(words[0]) if words[1:] == ["-", "year", "-", "old"] else 0


def years(figure: str) -> int:
    """The number of years that a human being can have; 0 for anything else."""
    return int(figure) if figure.isdecimal() and int(figure) < OLDEST else 0
