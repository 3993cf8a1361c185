"""Words that tell no event by themselves: verbs of what is so at all times or news on a day of its own, and signs."""

from __future__ import annotations

from pipeline.events import lexicon


def states() -> frozenset[str]:
    """Lemmas of verbs that tell how things are, not what happened: the town has two banks."""
    return lexicon.listed("states.csv")


def weak_verbs() -> frozenset[str]:
    """Lemmas of verbs of sight, posture, thought and effort: sat in a chair, tried to leave."""
    return lexicon.listed("weak_verbs.csv")


def sign_nouns() -> frozenset[str]:
    """Lemmas of nouns that only point to something: the latest sign of trouble came."""
    return lexicon.listed("sign_nouns.csv")
