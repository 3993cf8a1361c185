"""A thing by what it did where the text first told of it: the explosion that damaged the Narva Bridge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.events.parse.syntax import Tree
from pipeline.events.titles.told_before import MARK, PRONOUN
from pipeline.model import Token

if TYPE_CHECKING:
    from pipeline.events.titles.phrases import Writer

NEAR = 3
"""Sentences back to the one that brings the thing up."""
NEW = frozenset({"a", "an"})


def by_deed(writer: Writer, token: Token, room: int) -> Iterator[tuple[str, str]]:
    """The noun with its deed, and why; nothing where two such things are told of near, or it did nothing to a name."""
    near = [(writer.sentence, token), *writer.reading.before(writer.sentence, token.index, [token.lemma], reach=NEAR)]
    near = [(number, each) for number, each in near if each.pos == "NOUN"]
    new = [(number, each) for number, each in near if _is_new(writer.reading.trees[number], each)]
    if len(new) == 1 and token.tag == "NN" and near[-1] == new[0]:
        number, each = new[0]
        there = replace(writer, sentence=number, taking=False)
        deed = _deed(there, each.index, room - len(f"the {token.text} that "))
        if deed and not PRONOUN.search(deed) and not MARK.search(deed):
            yield f"the {token.text} that {deed}", f"“{each.text}” is told of there as new, and no other one near"


def _is_new(tree: Tree, token: Token) -> bool:
    return any(tree.tokens[c].text.lower() in NEW for c in tree.children(token.index, "det"))


def _deed(there: Writer, noun: int, room: int) -> str:
    """The verb in the past and whom it harmed by name: damaged the Narva Bridge; "" for none, or no room."""
    tree = there.tree
    verb = tree.tokens[noun].head
    if tree.tokens[noun].dep == "pobj" and tree.tokens[verb].dep == "agent":
        verb = tree.tokens[verb].head
        harmed = tree.children(verb, "nsubjpass")
    else:
        harmed = tree.children(verb, "dobj") if tree.tokens[noun].dep == "nsubj" else []
    told = tree.tokens[verb].tag in ("VBD", "VBN") and not tree.children(verb, "neg", "prt")
    modal = any(tree.tokens[c].tag in ("MD", "TO") for c in tree.children(verb, "aux"))
    named = bool(harmed) and any(tree.tokens[i].pos == "PROPN" for i in tree.subtree(harmed[0]))
    if not told or modal or not named:
        return ""
    front = f"{tree.tokens[verb].text.lower()} "
    words = there.fitting(harmed[0], frozenset(), room - len(front))
    fits = len(front + words) <= room and any(word[:1].isupper() for word in words.split())
    return front + words if fits else ""
