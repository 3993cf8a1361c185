"""Words that turn the meaning of a title when they go: practically, not directly, without a hearing, since the war."""

from __future__ import annotations

import re

from pipeline.events.claim_lexicon import claim_words
from pipeline.events.parse.negation import TURNED
from pipeline.events.parse.syntax import Tree
from pipeline.events.title_lexicon import title_words

SPANS = frozenset({"since", "in"})
"""Prepositions that say of which stretch a time is the first."""
DENIED = re.compile(
    r"\b(?:not|never|no|nobody|none|can|cannot|may|might|could|would|will|should|must|only)\b|n[’']t\b", re.IGNORECASE
)


def turns(tree: Tree, index: int) -> bool:
    """Whether a line that loses this word, and what hangs on it, says another thing than its sentence."""
    return _limits(tree, index) or _is_condition(tree, index) or counts_from(tree, index)


def counts_from(tree: Tree, index: int) -> bool:
    """For the first time since the war, in ten years: without the stretch it would be the first time of all."""
    tokens = tree.tokens
    return (
        index > 1
        and tokens[index].text.lower() in SPANS
        and tokens[index - 1].text.lower() == "time"
        and tokens[index - 2].text.lower() in title_words("counts times")
    )


def waits_for(tree: Tree, index: int) -> bool:
    """Will not leave until May: without the day the line would deny it for good."""
    token = tree.tokens[index]
    return token.dep == "prep" and token.text.lower() in TURNED and bool(tree.children(token.head, "neg"))


def in_front(tree: Tree, verb: int) -> str:
    """The adverbs before a verb that turn it, as the title has them right in front of it: only partly; "" for none."""
    found = [c for c in tree.children(verb, "advmod") if c < verb and _limits(tree, c)]
    return " ".join(tree.tokens[i].text.lower() for c in found for i in tree.subtree(c))


def cuts_condition(head: str, rest: str) -> bool:
    """Whether a line cut behind `head` loses what its denial or its modal hangs on, or since when it is the first."""
    words = rest.lower().split()
    conditional = DENIED.search(head) is not None and not title_words("turns under a denial").isdisjoint(words)
    counting = "|".join(sorted(title_words("counts times")))
    first = words[:1] and words[0] in SPANS and re.search(rf"\b(?:{counting}) time$", head)
    return conditional or bool(first)


def _limits(tree: Tree, index: int) -> bool:
    """Practically kidnapped, only partly lifted; any adverb right behind a "not": not directly linked."""
    token = tree.tokens[index]
    if token.pos != "ADV" or token.dep != "advmod" or any(tree.tokens[c].pos != "ADV" for c in tree.subtree(index)):
        return False
    if token.lemma.lower() in title_words("turns"):
        return tree.tokens[token.head].dep != "amod"  # A partly draped window is a window.
    first = min(tree.subtree(index))
    denied = first > 0 and tree.tokens[first - 1].text.lower() in claim_words("negates")
    denied = denied and token.text.lower() not in TURNED
    return denied and index < token.head and tree.tokens[token.head].pos in ("VERB", "AUX", "ADJ")


def _is_condition(tree: Tree, index: int) -> bool:
    """Cannot go without a hearing, will not leave unless it rains: what a denial or a possibility hangs on."""
    token = tree.tokens[index]
    marks = [tree.tokens[c].text.lower() for c in tree.children(index, "mark", "advmod")]
    words = [token.text.lower()] if token.dep == "prep" else marks if token.dep == "advcl" else []
    words += [tree.tokens[c].text.lower() for c in tree.children(index, "advmod")] if token.dep == "prep" else []
    opens = title_words("makes a condition") if token.dep == "advcl" and index < token.head else frozenset()
    if (title_words("turns under a denial") | opens).isdisjoint(words):
        return False
    below = [tree.tokens[c] for c in tree.children(token.head, "aux", "neg")]
    return any(t.tag == "MD" or t.dep == "neg" for t in below)
