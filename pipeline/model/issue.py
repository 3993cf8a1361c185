"""What was odd about an input."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.vocabulary import Severity


@dataclass(frozen=True, slots=True)
class Issue:
    """Something odd about an input that was skipped or read only in part; counted and shown, never silent."""

    source_uri: str
    stage: str
    severity: Severity
    message: str
    """What is wrong and what to do about it, in one line."""
