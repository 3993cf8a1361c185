"""Those who go unnamed, in the text's own words: the lawmakers, Petrov's allies, officials in Minsk."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.events.actors.names import country_of
from pipeline.events.determiner_lexicon import determiners
from pipeline.events.lexicon import body_nouns
from pipeline.events.parse.syntax import Tree
from pipeline.events.triggers.kinds import tells_of
from pipeline.words import possessive

if TYPE_CHECKING:
    from pipeline.events.actors.referents import Referents

BODY_REACH = 4
"""Sentences back to the one that names a ministry or court in full."""
SPEAKS = "spokes"
"""How the nouns begin for somebody who speaks for another: a spokesman for the police."""
JOINED = frozenset({"conj", "cc", "punct"})
"""What hangs on a word in front without saying of what kind somebody is."""


def in_own_words(ref: Referents, number: int, index: int) -> str:
    """The noun phrase of this head in the text's own words, for those who go unnamed."""
    tree = ref.trees[number]
    if (earlier := ref.described_by.get((number, index)) or _called_before(ref, number, index)) is not None:
        return in_own_words(ref, *earlier)
    words = _front(tree, index)
    for owner in tree.children(index, "poss"):
        if names := ref.who(number, owner):
            return f"{possessive(names[0])} {words}"
        if tree.tokens[owner].pos in ("NOUN", "PROPN"):
            return f"{possessive(_front(tree, owner))} {words}"  # The prosecutor's office.
    for prep in tree.children(index, "prep"):
        tie, objects = tree.tokens[prep].text.lower(), tree.children(prep, "pobj")
        speaks = tie == "for" and tree.tokens[index].lemma.lower().startswith(SPEAKS)
        whose = speaks or tie in ("of", "among") or (tie in ("in", "from") and _is_named(ref, number, objects))
        if objects and whose and not (tie == "of" and _is_charge(tree, index)):
            inner = tree.children(objects[0], "compound", "amod", "nmod", "poss", *(("det",) if tie == "of" else ()))
            kept = sorted({i for c in inner for i in tree.subtree(c) if c < objects[0]} | {objects[0]})
            return f"{words} {tie} {_spelt(tree, kept)}"
    return words


def _is_charge(tree: Tree, index: int) -> bool:
    """Accused by rights activists of theft: "of" tells the charge, and not which activists."""
    by = tree.tokens[tree.tokens[index].head]
    return by.dep == "agent" and tells_of(tree, by.head, "ACCUSE")


def _front(tree: Tree, index: int) -> str:
    """A noun with the words of kind in front of it, without the capital of a sentence."""
    left = [c for c in tree.children(index, "compound", "amod", "nmod") if c < index]
    left = [c for c in left if tree.tokens[c].text.lower() not in determiners("more")]
    left = [c for c in left if tree.tokens[c].entity != "DATE" or tree.tokens[c].pos == "ADJ"]  # A Monday statement.
    keep = sorted({i for c in left for i in tree.subtree(c)} | {index})
    lands = any(tree.tokens[i].dep == "conj" and country_of(tree.tokens[i].text) for i in keep)
    names = any(tree.tokens[i].dep == "conj" and tree.tokens[i].pos == "PROPN" for i in keep)
    joined = {"punct"} if lands or names else JOINED  # Latvian and Estonian officials.
    keep = [i for i in keep if i == index or tree.tokens[i].dep not in joined or tree.tokens[i].pos == "PROPN"]
    first, words = tree.tokens[keep[0]], _spelt(tree, keep)
    named = first.entity or country_of(first.text) or (keep[1:] and tree.tokens[keep[1]].pos == "PROPN")
    opens = first.index == 0 and first.pos in ("ADJ", "NOUN", "VERB") and first.text.istitle() and not named
    return words[:1].lower() + words[1:] if opens else words


def _spelt(tree: Tree, indexes: Sequence[int]) -> str:
    """Words with the blanks and hyphens that stand between them in the text: pro-Latvian deputies."""
    said = [tree.tokens[i] for i in indexes]
    words = said[0].text
    for before, after in pairwise(said):
        hyphen = after.index == before.index + 2 and tree.tokens[before.index + 1].text == "-"
        close = after.index == before.index + 1 and before.span.end == after.span.start
        words += ("-" if hyphen else "" if close else " ") + after.text
    return words


def _is_named(ref: Referents, number: int, heads: Sequence[int]) -> bool:
    """Officials in Minsk, fighters from Latvia: the name says whose they are, as the village of a farmer does not."""
    return any((number, h) in ref.names.at or country_of(ref.trees[number].tokens[h].text) for h in heads)


def _called_before(ref: Referents, number: int, index: int) -> tuple[int, int] | None:
    """The ministry, said of the defence ministry of Ukraine that a sentence before names in full."""
    tree, word = ref.trees[number], ref.trees[number].tokens[index]
    bare = word.lemma.lower() in body_nouns() and [tree.tokens[c].dep for c in tree.below[index]] == ["det"]
    for back in range(number - 1, max(-1, number - BODY_REACH - 1), -1) if bare else ():
        for other in ref.trees[back].tokens:
            full = ref.trees[back].children(other.index, "compound", "amod", "poss", "prep")
            if other.lemma == word.lemma and full:
                return back, other.index
    return None
