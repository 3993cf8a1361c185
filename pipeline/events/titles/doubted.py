"""What a title says of a deed that is only alleged: who says so, or that it is."""

from __future__ import annotations

from pipeline.events.reading import Draft, Reading
from pipeline.events.title_lexicon import title_words
from pipeline.events.titles.phrases import Writer
from pipeline.events.triggers.saying import is_saying


def attributed(writer: Writer, draft: Draft, line: str) -> str:
    """A deed that is only alleged does not read like a fact: who says so follows, or “Alleged” stands in front."""
    front, end = doubt(writer.reading, draft)
    own = draft.claim is not None and line.removeprefix("The ").startswith(draft.claim.claimant)
    marked = f"{front}{line}{end}"
    room = writer.limit + len(front + end)
    return line if own or ": " in line or set(line.split()) & title_words("doubts") or len(marked) > room else marked


def doubt(reading: Reading, draft: Draft) -> tuple[str, str]:
    """What stands before and behind the title of a deed that is only alleged."""
    claim = draft.claim
    if draft.factuality != "alleged" or is_saying(reading, draft):
        return "", ""
    if claim is None or not claim.named:
        return "Alleged: ", ""
    verb = "claims" if claim.kind in ("claim", "accuse") else "says"
    person = reading.names.is_person(claim.claimant)
    return "", f", {claim.claimant.split()[-1] if person else claim.claimant} {verb}"
