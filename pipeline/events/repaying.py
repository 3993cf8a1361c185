"""Verbs that answer what somebody did: jailed her for it, thanked him for it."""

from __future__ import annotations

from pipeline.events import lexicon

_ANSWERS = frozenset({"ACCUSE", "ASSAULT", "COERCE", "SANCTION", "SUPPORT"})
"""Types of event that answer a deed."""


def repays(lemma: str) -> bool:
    """Whether a verb answers what its object did: jailed her for leading it, thanked him for ending it."""
    rows = lexicon.event_types().get((lemma, "VERB"), ())
    return any(row.event_type in _ANSWERS for row in rows)
