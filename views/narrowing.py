"""What a filter is: a key, a label, a condition on events, the words for it, and the parts that can be taken away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from views.state import ViewState

Parameters = list[object]
Condition = tuple[str, Parameters]
"""SQL over the table `event` (and those beside it), and the values for its question marks."""
Term = tuple[bool, str]
"""Whether it is unwanted, and the words as they were written."""
EVERYTHING: Condition = ("true", [])


@dataclass(frozen=True, slots=True)
class Chip:
    """One part of an active filter that can be taken away alone."""

    text: str
    without: Callable[[ViewState], ViewState]


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow the timeline."""

    key: str
    """Widget key and URL parameter."""
    label: str
    condition: Callable[[ViewState], Condition]
    chips: Callable[[ViewState], tuple[Chip, ...]]
    """What it has been set to, part by part; nothing when it narrows nothing."""
    sentence: Callable[[ViewState], str]
    """What it says in the line over the chart."""
    texts: Callable[[ViewState], tuple[Term, ...]] = lambda _: ()
    """Terms that the title, the names or the passages of an event must hold, besides the condition."""

    def active(self, state: ViewState) -> bool:
        """Whether it narrows this view."""
        return bool(self.chips(state))

    def cleared(self, state: ViewState) -> ViewState:
        """The view without this filter."""
        while chips := self.chips(state):
            state = chips[0].without(state)
        return state
