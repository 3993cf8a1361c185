"""What a bare noun for a kind of place takes up: the city is Omsk, the peninsula Crimea."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline import gazetteer
from pipeline.events.actors.names import Name
from pipeline.events.title_lexicon import kinds_of
from pipeline.events.titles.articles import called
from pipeline.resources import split

if TYPE_CHECKING:
    from pipeline.events.titles.phrases import Writer

REACH = 3
"""Sentences back to the one that names the place."""


def named_place(writer: Writer, index: int) -> tuple[str, str]:
    """The one place of the kind in the nearest sentence that names any, and why; ("", "") for none or for two."""
    noun = writer.tree.tokens[index]
    row = kinds_of().get(noun.lemma.lower())
    kinds = {noun.lemma.lower(), *split(row.nouns)} if row is not None and noun.tag == "NN" else set()
    for back in range(writer.sentence, max(-1, writer.sentence - REACH - 1), -1) if kinds else ():
        near = [n for n in writer.reading.names.between(back, back) if back < writer.sentence or n.last <= index]
        if found := dict.fromkeys(n.name for n in near if _kind(n) in kinds):
            because = f"“the {noun.text}” takes up “{next(iter(found))}” of a sentence before"
            return (called(next(iter(found))), because) if len(found) == 1 else ("", "")
    return "", ""


def _kind(name: Name) -> str:
    place = gazetteer.place_for(name.name) if name.kind == "place" else None
    return place.kind if place is not None else ""
