"""Verbs that tell no event by themselves: what is so at all times, and what is news on a day of its own alone."""

from __future__ import annotations

from pipeline.events import lexicon


def states() -> frozenset[str]:
    """Lemmas of verbs that tell how things are, not what happened: the town has two banks."""
    return lexicon.listed("states.csv")


def weak_verbs() -> frozenset[str]:
    """Lemmas of verbs of sight, posture, thought and effort: sat in a chair, tried to leave."""
    return lexicon.listed("weak_verbs.csv")
