"""What a long title gives up so that a noun keeps the words that say which thing it is, or what it is about."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.events.parse.syntax import Tree
from pipeline.events.title_lexicon import title_words
from pipeline.events.titles.bound import is_bound, is_told_by
from pipeline.events.titles.modifiers import is_spare, spare_modifiers
from pipeline.events.titles.turning import turns

if TYPE_CHECKING:
    from pipeline.events.titles.fitting import Part
    from pipeline.events.titles.phrases import Writer

AIMED = frozenset({"to", "for", "with", "against", "from", "into", "of", "by", "as", "about"})
"""Prepositions of those whom a deed is done to, with or for."""
NAMED = frozenset({"ORG", "PERSON", "FAC", "EVENT"})
WITHIN = frozenset({"prep", "relcl", "acl", "advcl", "npadvmod", "conj"})
FRONT = ("amod", "compound", "poss", "nummod", "nmod")


def exchanged(
    writer: Writer,
    parts: Sequence[Part],
    fits: Callable[[frozenset[int]], bool],
    gone: frozenset[int],
    *,
    before: frozenset[int],
) -> frozenset[int]:
    """What is gone when the complements of nouns that fell out come back, each for something that tells less.

    `before` had gone at the start and stays away.
    """
    for top in sorted(gone - before):
        if not _tells_which(writer, parts, top, gone):
            continue
        back = gone - {top}
        for less in (*_lesser(writer, parts, top, back), *_within(writer.tree, top)):
            if fits(back | less):
                gone = back | less
                break
    for top in sorted(gone - before):
        if _is_of_verb(writer.tree, top):
            trimmed = (gone - {top} | less for less in _within(writer.tree, top))
            gone = next((each for each in trimmed if fits(each)), gone)
    left = [part for part in parts if part.head not in gone]
    heads = {part.head for part in parts}
    free = {part.head for part in left[1:] if part.may_go}
    return gone | {head for head in free if _says_little(writer.tree, head, gone - before, heads)}


def _says_little(tree: Tree, tie: int, gone: frozenset[int], heads: Collection[int]) -> bool:
    """In an operation [led by Orlova], after a visit [by her]: the noun is any of its kind and has lost the rest."""
    nouns = tree.children(tie, "pobj")
    det = [tree.tokens[c].text.lower() for c in tree.children(nouns[0], "det")] if len(nouns) == 1 else []
    bare = bool(det) and det[0] in ("a", "an") and not tree.children(nouns[0], *FRONT)
    told = [c for c in tree.children(nouns[0], "prep", "acl", "relcl") if c not in heads] if bare else []
    return bool(told) and gone.issuperset(told)


def _tells_which(writer: Writer, parts: Sequence[Part], top: int, gone: frozenset[int]) -> bool:
    """Whether a phrase stands right behind a noun that is still told, and says which or what it is."""
    tree, token = writer.tree, writer.tree.tokens[top]
    noun = tree.tokens[token.head]
    if noun.pos != "NOUN" or noun.entity or min(tree.subtree(top)) != noun.index + 1:
        return False
    if token.dep == "relcl" and any(tree.tokens[i].dep == "appos" for i in tree.subtree(top)):
        return False  # The group that runs the old mill, Rodnik.
    kept = any(noun.index in writer.kept(part.head, gone | part.without) for part in parts if part.head not in gone)
    return kept and (token.dep in ("acl", "relcl") or token.text.lower() in title_words("tells which"))


def _lesser(writer: Writer, parts: Sequence[Part], top: int, gone: frozenset[int]) -> Iterator[frozenset[int]]:
    """Sets of words that tell less than the complement, the least of them first."""
    tree = writer.tree
    noun = tree.tokens[top].head
    kept = [i for part in parts if part.head not in gone for i in writer.kept(part.head, gone | part.without)]
    own = [c for c in tree.children(noun, "amod") if c < noun and is_spare(tree, c)]
    inside = {*tree.subtree(top), *tree.ancestors(top)}
    adjectives = [*own, *(i for i in spare_modifiers(tree, kept) if i not in inside and i not in own)]
    adjuncts = [i for i in reversed(kept) if i not in inside and _is_adjunct(tree, i)]
    named = any(tree.tokens[i].pos == "PROPN" for i in tree.subtree(top))
    adjuncts = adjuncts if named or _is_open(tree, noun) else []
    yield from (frozenset({i}) for i in (*adjectives, *adjuncts))
    every = [*adjectives, *adjuncts]
    yield from (frozenset(every[: n + 1]) for n in range(1, len(every)))


def _is_of_verb(tree: Tree, top: int) -> bool:
    """On suspicion of it, after finding her guilty of it: a phrase or clause that says why or when of a verb."""
    token = tree.tokens[top]
    return token.dep in ("prep", "advcl") and tree.tokens[token.head].pos == "VERB" and top > token.head


def _within(tree: Tree, top: int) -> Iterator[frozenset[int]]:
    """Phrases of a clause that it can do without, from its end: migrants who tried to cross [the river at Narva]."""
    inside = [i for i in tree.subtree(top) if i > top and tree.tokens[i].dep in WITHIN and i > tree.tokens[i].head]
    inside = [i for i in inside if _says_more(tree, top, i)]
    inside = [i for i in inside if not (is_bound(tree, i) or turns(tree, i) or is_told_by(tree, i))]
    tops = [i for i in inside if not any(a in inside for a in tree.ancestors(i))]
    ends = sorted(tops, reverse=True)
    yield from (frozenset(ends[: n + 1]) for n in range(len(ends)))


def _says_more(tree: Tree, top: int, index: int) -> bool:
    """Whether what a phrase hangs on says enough without it: no bare verb or noun of the top, no half of a pair."""
    token, above = tree.tokens[index], tree.tokens[tree.tokens[index].head]
    if above.entity in NAMED or (above.dep == "pcomp" and above.head == top):
        return False
    if token.dep == "conj":
        pair = tree.tokens[above.head].text.lower() == "between" or token.entity or above.entity
        return not pair and token.pos == above.pos in ("NOUN", "VERB") and tree.tokens[top].dep != "prep"
    if above.index == top:
        return any(top < c < index and tree.tokens[c].dep not in ("punct", "neg", "advmod") for c in tree.below[top])
    return above.head != top or above.dep != "pobj" or not _is_open(tree, above.index)


def _is_open(tree: Tree, noun: int) -> bool:
    """Whether nothing in front of a noun says which it is."""
    return not tree.children(noun, *FRONT)


def _is_adjunct(tree: Tree, index: int) -> bool:
    """At the highest level, in a statement: a phrase of the verb that names nothing and aims at nobody."""
    token = tree.tokens[index]
    if token.dep != "prep" or tree.tokens[token.head].pos != "VERB" or token.text.lower() in AIMED:
        return False
    names = any(tree.tokens[i].pos == "PROPN" for i in tree.subtree(index))
    told = [c for c in tree.children(token.head, "dobj", "attr", "nsubjpass") if c < index]
    return bool(told) and not (names or is_bound(tree, index) or turns(tree, index))
