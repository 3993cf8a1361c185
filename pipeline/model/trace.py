"""Why a stage decided as it did: data that readers are shown, no log."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One decision in plain English: which stage, what it chose, and why. Shown to readers under "Why this date?"."""

    stage: str
    choice: str
    because: str


Trace = tuple[Step, ...]
