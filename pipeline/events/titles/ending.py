"""Where a line that is still too long may end: behind a word that wants nothing of what follows it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from pipeline.events import lexicon
from pipeline.events.parse.negation import is_negation
from pipeline.events.parse.syntax import Tree
from pipeline.events.title_lexicon import title_words
from pipeline.events.titles.bound import is_bound, is_told_by
from pipeline.events.titles.restrictive import says_what
from pipeline.events.titles.turning import turns

LOOSE = frozenset({"prep", "acl", "relcl", "advcl", "advmod", "npadvmod", "appos", "parataxis", "cc", "punct"})
"""Dependencies of what may follow a word that says enough by itself."""
VERBS = frozenset({"VERB", "AUX"})
COMPLEMENTS = ("dobj", "attr", "acomp", "oprd", "ccomp", "xcomp", "prep", "agent")


def earlier_ends(tree: Tree, kept: Sequence[int], needed: Collection[int]) -> Iterator[frozenset[int]]:
    """Tops of what goes when a line ends behind one of its words, the last such word first.

    `kept` are the tokens of the line, `needed` those of them that stay whatever happens.
    """
    inside = set(kept)
    for place in range(len(kept) - 1, 0, -1):
        before = set(kept[:place])
        if any(tree.tokens[i].head in inside and tree.tokens[i].head not in before for i in before):
            continue  # Within a name, before the noun of an adjective.
        lost = [i for i in kept[place:] if tree.tokens[i].head not in inside or tree.tokens[i].head in before]
        if not any(i in needed or not is_loose(tree, i, before) for i in lost):
            yield frozenset(lost)


def is_loose(tree: Tree, index: int, kept: Collection[int]) -> bool:
    """Whether a line says the same in fewer words without this word and what hangs on it."""
    token = tree.tokens[index]
    second = token.dep == "conj" and token.pos in VERBS and tree.tokens[token.head].pos in VERBS
    if not second and token.dep not in LOOSE:
        return False
    if is_bound(tree, index) or is_told_by(tree, index) or _is_content(tree, index) or is_negation(tree, index):
        return False
    return not (_is_condition(tree, index) or turns(tree, index) or _is_wanted(tree, index, kept))


def _is_content(tree: Tree, index: int) -> bool:
    """Reports that she had died; the sites that they shut is a relative, whatever the parser makes of its "that"."""
    noun = tree.tokens[tree.tokens[index].head].lemma.lower()
    told = (noun, "NOUN") in lexicon.cues() or noun in title_words("needs content")
    return told and says_what(tree, index)


def _is_condition(tree: Tree, index: int) -> bool:
    """Will stay shut as long as she is held: under which condition it is so."""
    words = {tree.tokens[c].text.lower() for c in tree.children(index, "mark", "advmod")} | {tree.tokens[index].text}
    around = {tree.tokens[c].dep for c in tree.below[index]}
    return bool(words & title_words("turns under a denial")) or ("advcl" in around and tree.tokens[index].pos == "ADV")


def _is_wanted(tree: Tree, index: int, kept: Collection[int]) -> bool:
    """Was cleared of it, is responsible for it, those who came: the word before has nothing else."""
    token = tree.tokens[index]
    above = tree.tokens[token.head]
    if above.pos == "NOUN" and token.dep in ("prep", "acl", "relcl") and _says_little(tree, token.head):
        return True
    if token.dep == "relcl":
        return above.pos != "NOUN"
    if token.dep != "prep":
        return False
    if above.pos in ("ADJ", "ADV", "ADP"):
        return True
    return above.pos in VERBS and not any(c in kept for c in tree.children(token.head, *COMPLEMENTS) if c != index)


def _says_little(tree: Tree, noun: int) -> bool:
    """A dispute, the ability, a case: any of its kind, or one that says nothing without what it is about."""
    lemma = tree.tokens[noun].lemma.lower()
    if lemma in title_words("vacuous") | title_words("needs content") | title_words("says nothing alone"):
        return True
    return is_any(tree, noun)


def is_any(tree: Tree, noun: int) -> bool:
    """A trial, a case: nothing in front of a noun says which it is."""
    det = {tree.tokens[c].text.lower() for c in tree.children(noun, "det")}
    return bool(det & {"a", "an"}) and not tree.children(noun, "amod", "compound", "nummod", "poss")
