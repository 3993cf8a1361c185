"""What hangs where: the record of an expression and the word that it dates, and what the words between them say."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.calendar.interval import Interval
from pipeline.events.dating_lexicon import dating_words
from pipeline.model import TemporalExpression

NOT_BEFORE = frozenset({"not before", "not until"})
"""Not until 2006: then or later."""
AS_OF = "as of"
"""As of Monday, 12 had been held: up to then. As of May, visas are needed: from then on."""
BOUNDS = NOT_BEFORE | {AS_OF} | dating_words("bounds", "places")
"""Prepositions after which an expression bounds an event and does not hold it."""
PLACES = BOUNDS - dating_words("bounds")
"""Prepositions after which a noun tells of something that the verb above only lies before or after."""
UNTIL = frozenset({"until", "till"})
"""Prepositions after which an expression says how long something lasted."""
LONG = frozenset({"ATTACK", "OCCUPY"})
"""Types of event that a day told beside them is one of many of: an invasion, a siege."""
BESIDE = BOUNDS | dating_words("goes beside")
"""Prepositions after which a noun tells of an event that need not share the day of its verb."""
PERIODS = frozenset({"month", "quarter", "season", "year"})
"""Granularities of the times that figures are told for."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """An expression, the token it hangs on, the preposition between them ("" for none), its own first token."""

    expression: TemporalExpression
    governor: int
    preposition: str
    hook: str
    first: int
    days: Interval | None
    clause: int = -1
    """A relative clause that hangs on the expression itself: on Monday, when the envoy left."""
    joined: str = ""
    """The day told with it by "and", which `days` then holds too."""
