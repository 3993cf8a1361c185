"""Verbs that tell that somebody said something."""

from __future__ import annotations

from pipeline.events import lexicon
from pipeline.events.reading import Draft, Reading

SPEECH = frozenset({"STATEMENT", "ACCUSE", "REQUEST", "REJECT", "THREATEN"})
"""Kinds of events that are words."""


def cue_of(reading: Reading, draft: Draft) -> lexicon.Cue | None:
    """The lexicon entry of a verb of saying or thinking; None for other words."""
    token = reading.trees[draft.sentence].tokens[draft.token]
    return lexicon.cues().get((token.lemma.lower(), "VERB")) if token.pos == "VERB" else None


def is_saying(reading: Reading, draft: Draft) -> bool:
    """Whether a verb tells that somebody said something."""
    cue = cue_of(reading, draft)
    if cue is not None:
        return not _is_act(reading, draft, cue) and (cue.kind != "know" or draft.event_type == "STATEMENT")
    return draft.event_type in SPEECH and reading.trees[draft.sentence].tokens[draft.token].pos == "VERB"


def is_demanding(draft: Draft) -> bool:
    """Gazprom is demanding that Minsk pay: a demand, a charge or a threat that goes on has been voiced by now."""
    voiced = draft.event_type in ("REQUEST", "ACCUSE", "THREATEN") and draft.aspect == "progressive"
    return voiced and bool(draft.actors) and draft.factuality in ("asserted", "reported")


def _is_act(reading: Reading, draft: Draft, cue: lexicon.Cue) -> bool:
    """Agreed to lift the ban, expressed condolences: without a clause the verb tells of an act, not of words."""
    tree = reading.trees[draft.sentence]
    shows = draft.event_type == "SUPPORT" and bool(tree.children(draft.token, "dobj"))
    acts = shows or (draft.event_type not in SPEECH and bool(tree.children(draft.token, "xcomp")))
    return cue.kind == "say" and acts and not tree.children(draft.token, "ccomp")
