"""The tellings of one event with copies folded: a wire report that ten outlets print is told once, carried by ten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.readers.fingerprint import likeness
from pipeline.settings.coreference import COREFERENCE_COPY_SHARE
from views.queries.details import Record, Telling

_DATES = ("date_start", "date_end")


@dataclass(frozen=True, slots=True)
class Told:
    """A telling, and those in copies of its article that say the same day."""

    telling: Telling
    copies: list[Telling] = field(default_factory=list)


def folded(tellings: Sequence[Telling]) -> list[Told]:
    """Each telling once, in the order given. A copy that comes to another date stays by itself: it differs."""
    found: list[Told] = []
    for each in tellings:
        first = next((one for one in found if _is_copy(one.telling, each)), None)
        if first:
            first.copies.append(each)
        else:
            found.append(Told(each))
    return found


def _is_copy(one: Telling, other: Telling) -> bool:
    if one.document["doc_id"] == other.document["doc_id"]:
        return False
    same_day = all(one.mention[column] == other.mention[column] for column in _DATES)
    return same_day and _alike(one.document, other.document)


def _alike(one: Record, other: Record) -> bool:
    if one["text_hash"] and one["text_hash"] == other["text_hash"]:
        return True
    return likeness(one["fingerprint"] or "", other["fingerprint"] or "") >= COREFERENCE_COPY_SHARE.number
