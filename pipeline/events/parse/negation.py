"""What turns a word round: not, never, no, nothing, and the auxiliary that carries it."""

from __future__ import annotations

from pipeline.events.claim_lexicon import claim_words
from pipeline.events.parse.syntax import Tree

TURNED = frozenset({"before", "until"})
"""Not before the tap was shut: the "not" denies the delay, and the clause happened."""
LIKENED = frozenset({"as", "like"})
"""United as never before: it is united."""


def is_negation(tree: Tree, index: int) -> bool:
    """Whether an adverb turns its sentence round: not, never, no longer."""
    if tree.tokens[index].pos not in ("ADV", "PART"):
        return False
    return any(_negates(tree, c) for c in tree.subtree(index))


def _negates(tree: Tree, index: int) -> bool:
    return tree.tokens[index].dep == "neg" or tree.tokens[index].text.lower() in claim_words("negates")


def is_negated(tree: Tree, index: int) -> bool:
    """Whether the token itself is negated: not, never, no."""
    below = list(tree.below[index])
    below += [c for a in tree.children(index, "aux", "auxpass") for c in tree.below[a]]
    for party in tree.children(index, "nsubj", "nsubjpass", "dobj"):
        below += [c for c in tree.below[party] if c < party and _rules_out(tree, c)]
        below += [party] if tree.tokens[party].text.lower() in claim_words("nobody") else []
    below += [n for c in tree.children(index, "advmod") for n in tree.children(c, "neg") if n == c - 1]  # Never before.
    below = [c for c in below if not _denies_the_delay(tree, c)]
    own = any(_negates(tree, c) for c in below)
    shared = shares_auxiliary(tree, index) or _is_behind_nor(tree, index)
    return own or (shared and is_negated(tree, tree.tokens[index].head))


def _denies_the_delay(tree: Tree, index: int) -> bool:
    """Whether "before" or "until" follows and has something behind it; in "never before has it" it has not."""
    if index + 1 == len(tree.tokens) or tree.tokens[index + 1].text.lower() not in TURNED:
        return False
    alone = tree.tokens[index + 1].dep == "advmod" and all(c <= index for c in tree.below[index + 1])
    return not alone or (index > 0 and tree.tokens[index - 1].text.lower() in LIKENED)


def _rules_out(tree: Tree, index: int) -> bool:
    """No rocket, hardly anybody, not a single rocket; but not "not only"."""
    word = tree.tokens[index].text.lower()
    following = tree.tokens[index + 1].text.lower() if index + 1 < len(tree.tokens) else ""
    return word in claim_words("rules out") or (word == "not" and following in ("a", "one", "any"))


def _is_behind_nor(tree: Tree, index: int) -> bool:
    """Neither confirmed nor denied."""
    token = tree.tokens[index]
    links = tree.children(token.head, "cc") if token.dep == "conj" else []
    return any(tree.tokens[c].text.lower() == "nor" and token.head < c < index for c in links)


def shares_auxiliary(tree: Tree, index: int) -> bool:
    """Did not plan or carry out, has not joined or sent troops: what follows stands under that auxiliary and "not"."""
    token = tree.tokens[index]
    above = tree.tokens[token.head]
    if token.dep != "conj" or token.head == index or tree.children(index, "aux", "nsubj", "nsubjpass"):
        return False
    either = any(tree.tokens[c].text.lower() == "or" for c in tree.children(above.index, "cc"))
    participles = above.tag == "VBN" and token.tag in ("VBN", "VBD") and either
    return participles or (token.tag == "VB" and above.tag == "VB")
