"""Places and states on somebody's way, to which nothing is done: fled Kyiv, returned to Russia, flew to Minsk."""

from __future__ import annotations

from pipeline.events import lexicon
from pipeline.events.actors.names import governments
from pipeline.events.parse.syntax import Tree
from pipeline.events.reading import Reading
from pipeline.events.triggers.kinds import kind_of

SPATIAL = frozenset({"to", "into", "in", "at", "from", "near", "for", "toward", "towards"})
LANDS = frozenset({"place", "state"})
"""Kinds of name that are places too."""


def is_left(reading: Reading, sentence: int, verb: int, head: int) -> bool:
    """Fled Kyiv, left Belarus: a place or state that somebody goes away from, to which nothing is done."""
    tree = reading.trees[sentence]
    here = reading.names.at.get((sentence, head))
    leaves = tree.tokens[verb].lemma.lower() in lexicon.participant_words("leaves")
    return leaves and head in tree.children(verb, "dobj") and here is not None and here.kind in LANDS


def is_reached(reading: Reading, sentence: int, verb: int, head: int) -> bool:
    """Returned to Russia: where somebody comes."""
    tree, here = reading.trees[sentence], reading.names.at.get((sentence, head))
    above = tree.tokens[tree.tokens[head].head]
    there = tree.tokens[head].dep == "pobj" and above.head == verb and above.text.lower() in SPATIAL
    return there and here is not None and here.kind in LANDS


def is_destination(tree: Tree, head: int) -> bool:
    """Whether a seat of government is only where somebody goes: flew to Minsk."""
    token = tree.tokens[head]
    above = tree.tokens[token.head]
    if token.dep != "pobj" or above.text.lower() not in SPATIAL or token.text.lower() not in governments():
        return False
    verb = above.head
    return (
        above.text.lower() in ("in", "at", "near")
        or kind_of(tree, verb).event_type == "MOVE"
        or (tree.tokens[verb].lemma in ("come", "go", "get"))
        or (above.text.lower() == "from" and _speaks(tree, verb))
    )


def _speaks(tree: Tree, verb: int) -> bool:
    """Told the radio from Riga: that is where she sits."""
    cue = lexicon.cues().get((tree.tokens[verb].lemma.lower(), "VERB"))
    return cue is not None and cue.kind in ("say", "announce", "claim")
