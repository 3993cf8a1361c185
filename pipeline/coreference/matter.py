"""What two mentions have in common beyond who and when: the words of their titles and of their passages."""

from __future__ import annotations

from pipeline.coreference import lexicon, times
from pipeline.coreference.profile import Profile
from pipeline.settings.coreference import COREFERENCE_SPEECH_LIKENESS

RICH = 2
"""Words in common beyond names and trigger, from which on titles speak of one matter and not by chance."""


def likeness(one: Profile, other: Profile) -> float | None:
    """Share of the shorter title's words, beyond names and trigger, that the other has too; None when one has none."""
    names = one.named & other.named
    if not (one.content - names and other.content - names):
        return None
    return _share(one.content, other.content, one, other)


def _share(some: frozenset[str], others: frozenset[str], one: Profile, other: Profile) -> float:
    """Share of common words among the fewer; names of people in both count in neither."""
    names = one.named & other.named
    fewer = min(len(some - names), len(others - names))
    return len(common(some, others, one, other)) / fewer if fewer else 0.0


def common(some: frozenset[str], others: frozenset[str], one: Profile, other: Profile) -> frozenset[str]:
    """Words of both, names of people in both left out."""
    return (some & others) - (one.named & other.named)


def rich(one: Profile, other: Profile) -> bool:
    """Whether the titles speak of one matter."""
    return len(common(one.content, other.content, one, other)) >= RICH


def titles_agree(one: Profile, other: Profile) -> bool:
    """Whether two titles say the same of it."""
    alike = likeness(one, other)
    if alike is None:
        return lexicon.alike(one.meaning, other.meaning)
    return alike >= COREFERENCE_SPEECH_LIKENESS.number


def alike_at_length(one: Profile, other: Profile) -> bool:
    """Whether the passages, which say more than the titles, are about one matter."""
    matters = common(one.passage, other.passage, one, other)
    share = _share(one.passage, other.passage, one, other)
    if len(matters) > RICH and share >= COREFERENCE_SPEECH_LIKENESS.number:
        return True
    # Two outlets that quote one speaker on one day mostly report one appearance; a little in common will do.
    return times.one_day(one, other) and len(matters) >= RICH and not matters.isdisjoint(one.content | other.content)
