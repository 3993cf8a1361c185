"""The short name of a person in a title: the surname, unless somebody else of the text has it too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline import gazetteer
from pipeline.events.titles.wording import surname

if TYPE_CHECKING:
    from pipeline.events.reading import Reading


def short_name(reading: Reading, name: str) -> str:
    """Orlova; where the text speaks of Anna Orlova too, Maria Orlova, or Maria if the text calls her so."""
    short, first = surname(name), name.partition(" ")[0]
    if short == name or first.endswith(".") or gazetteer.canonical(name) is not None:
        return short
    names = reading.names
    others = (other for other in names.count if other != name and other.endswith(f" {short}") and "." not in other)
    if not any(map(names.is_person, others)):
        return short
    called = {reading.document.text[each.span.start : each.span.end] for each in names.all if each.name == name}
    return first if first in called else name
