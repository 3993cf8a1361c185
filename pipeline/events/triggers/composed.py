"""Two verbs that tell one event: began shelling, decided to resign, the world watched them seize the town.

The first keeps it and takes the other's kind.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.events import lexicon
from pipeline.events.reading import Draft, Reading
from pipeline.events.title_lexicon import title_words
from pipeline.events.triggers.kinds import UNKNOWN


def compose(reading: Reading, drafts: Sequence[Draft]) -> None:
    """Gives a verb of phase or resolve without a kind of its own that of the verb which completes it."""
    at = {(draft.sentence, draft.token): draft for draft in drafts}
    for draft in drafts:
        tree = reading.trees[draft.sentence]
        lemma = tree.tokens[draft.token].lemma.lower()
        deps = ["xcomp"] * (lemma in lexicon.phase_verbs()) + ["ccomp"] * (lemma in title_words("witnesses"))
        if draft.event_type != UNKNOWN or not deps:
            continue
        found = (at.get((draft.sentence, part)) for part in tree.children(draft.token, *deps))
        part = next((d for d in found if d is not None and d.event_type != UNKNOWN), None)
        if part is not None:
            draft.event_type, draft.mode, draft.completed = part.event_type, part.mode, part.token
            because = f"with “{tree.tokens[part.token].text}”"
            draft.note("type", "/".join(filter(None, (part.event_type, part.mode))), because)
