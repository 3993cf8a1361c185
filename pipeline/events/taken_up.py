"""What an unresolved they, them or it takes up, in the words of a title: called the fire sabotage."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.events.syntax import Tree, subjects
from pipeline.events.wording import ARTICLES, LIMIT

if TYPE_CHECKING:
    from pipeline.events.phrases import Writer

LOOK_BACK = 3
"""How many sentences back an unresolved they or them is looked for."""
ROLES = ("nsubj", "nsubjpass")


def taken_up(writer: Writer, index: int) -> str:
    """The noun phrase of the last subject, nearby of an object too; "" or the word itself when there is none."""
    tree, token = writer.tree, writer.tree.tokens[index]
    word = token.text.lower()
    if word not in ("they", "them") and (word, token.dep) != ("it", "dobj"):
        return ""
    if word == "it" and _is_told_after(tree, token.head):
        return ""
    for number in range(writer.sentence, max(-1, writer.sentence - LOOK_BACK - 1), -1):
        heads = _heads(writer, number, index)
        other = writer.reading.trees[number]
        if heads and number == writer.sentence and _is_around(tree, other.tokens[heads[0]].head, index):
            return word
        if heads:
            phrase = replace(writer, sentence=number, nested=True).fitting(heads[0], frozenset(), LIMIT // 2)
            words = ARTICLES.sub("", phrase)
            if len(words) >= LIMIT // 2:
                return ""
            return f"the {words}" if word == "it" and (words != phrase or " " not in words) else words
    return ""


def _heads(writer: Writer, number: int, index: int) -> list[int]:
    """Nouns of the pronoun's number in a sentence, subjects first."""
    tree, token = writer.reading.trees[number], writer.tree.tokens[index]
    here = number == writer.sentence
    tag = "NN" if token.text.lower() == "it" else "NNS"
    roles = (*ROLES, "dobj") if writer.sentence - number < 2 else ROLES
    last, beside = (index, token.head) if here else (len(tree.tokens), -1)
    own = {writer.tree.tokens[s].lemma for s in subjects(writer.tree, token.head)}
    found = [t for t in tree.tokens[:last] if t.tag == tag and t.dep in roles and t.head != beside]
    return [t.index for t in sorted(found, key=lambda t: t.dep == "dobj") if t.lemma not in own]


def _is_told_after(tree: Tree, verb: int) -> bool:
    """Called it immoral that they came: what the word stands for follows."""
    judged = [verb, *tree.children(verb, "oprd", "acomp")]
    return any(tree.children(j, "xcomp", "ccomp", "advcl") for j in judged)


def _is_around(tree: Tree, verb: int, index: int) -> bool:
    """Whether a word stands inside what this verb tells; an "it" not if only in a clause that goes on after it."""
    at = index
    for above in tree.ancestors(index):
        if above == verb:
            return tree.tokens[index].text.lower() != "it" or tree.tokens[at].dep != "conj"
        at = above
    return False
