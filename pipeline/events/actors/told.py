"""Who is only told something: outlets, reporters, and what words are posted on."""

from __future__ import annotations

from pipeline import gazetteer
from pipeline.events import lexicon
from pipeline.events.parse.syntax import prepositional
from pipeline.events.reading import Draft, Reading
from pipeline.events.triggers.saying import is_saying


def told_outlets(reading: Reading, draft: Draft) -> frozenset[str]:
    """Outlets and reporters that are only told, and what the words were posted on: none of them takes part."""
    if not is_saying(reading, draft):
        return frozenset()
    known = ((name, gazetteer.canonical(name)) for name in draft.recipients)
    outlets = {name for name, actor in known if actor is not None and actor.kind == "outlet"}
    if draft.event_type == "STATEMENT":  # Told reporters; accused reporters is another matter.
        outlets |= {n for n in draft.recipients if n.islower() and _is_press(n)}
    carriers = prepositional(reading.trees[draft.sentence], draft.token, "on")
    carriers = [h for h in carriers if (here := reading.names.at.get((draft.sentence, h))) and here.kind == "body"]
    posted = {name for head in carriers for name in reading.who(draft.sentence, head)}
    if draft.event_type == "REQUEST":  # Called on the council, called for it on Telegram.
        posted = {n for n in posted if (actor := gazetteer.canonical(n)) is not None and actor.kind == "company"}
    return frozenset(outlets | posted)


def _is_press(name: str) -> bool:
    """Whether these words of a text mean reporters: journalists, local reporters."""
    last = name.rsplit(maxsplit=1)[-1]
    return bool({last, last.removesuffix("s")} & lexicon.media_nouns())
