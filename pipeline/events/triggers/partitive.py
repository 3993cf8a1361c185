"""Launched one of the largest raids: the raid is what was launched, and both words tell one event."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.events import lexicon
from pipeline.events.parse.syntax import prepositional
from pipeline.events.reading import Draft, Reading
from pipeline.events.triggers.kinds import UNKNOWN, kind_of


def fill_partitives(reading: Reading, drafts: Sequence[Draft]) -> None:
    """Gives a light verb without a kind of its own that of the things of which its object is one."""
    at = {(draft.sentence, draft.token) for draft in drafts}
    for draft in drafts:
        tree = reading.trees[draft.sentence]
        light = tree.tokens[draft.token].lemma.lower() in lexicon.support_verbs()
        if draft.event_type != UNKNOWN or not light:
            continue
        parts = [c for c in tree.children(draft.token, "dobj") if tree.tokens[c].tag == "CD"]
        wholes = [o for c in parts for o in prepositional(tree, c, "of")]
        kind = kind_of(tree, wholes[0]) if wholes else None
        if kind is not None and kind.event_type != UNKNOWN:
            draft.event_type, draft.mode = kind.event_type, kind.mode
            draft.completed = wholes[0] if (draft.sentence, wholes[0]) in at else draft.completed
            draft.note("type", kind.event_type, f"it is one of the “{tree.tokens[wholes[0]].text}”")
