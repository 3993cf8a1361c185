"""Phrases that the word before them cannot do without: dozens of them, in connection with it, remain in the Gulf."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.events import lexicon
from pipeline.events.parse.syntax import NOUNS, Tree
from pipeline.events.title_lexicon import title_words


def is_bound(tree: Tree, index: int) -> bool:
    """The aim of it, dozens of them, outside of it, in connection with it: the word before says little alone."""
    token = tree.tokens[index]
    above = tree.tokens[token.head]
    word = token.text.lower()
    idiom = above.pos == "NOUN" and above.lemma in title_words("leans on")  # In order to; nobody leans on "ordered".
    if idiom or says_where(tree, index) or is_rate(tree, index):
        return True
    if (word == "than" and above.tag in ("JJR", "RBR")) or _is_but(tree, index):
        return True  # More than half.
    needed = (word == "of" and (above.pos in NOUNS or above.tag in ("JJS", "DT"))) or (
        word == "as" and above.pos == "VERB"
    )
    return token.dep == "prep" and (above.pos == "ADV" or needed or _is_idiom(tree, index))


def _is_but(tree: Tree, index: int) -> bool:
    """No conclusion other than that it fell: what "other than" leaves."""
    first = min(tree.subtree(index))
    but = [t.text.lower() for t in tree.tokens[max(0, first - 1) : first + 1]]
    return but == ["other", "than"] and tree.tokens[index].dep in ("prep", "advcl", "relcl")


def is_rate(tree: Tree, index: int) -> bool:
    """$27 a share: without what it is for, the sum is another one."""
    token = tree.tokens[index]
    each = any(tree.tokens[c].text.lower() in ("a", "an") for c in tree.children(index, "det"))
    return token.dep == "npadvmod" and each and tree.tokens[token.head].pos in ("NUM", "SYM")


def is_same_sum(tree: Tree, index: int) -> bool:
    """$5 a share, or $40 million: the second sum tells the first once more."""
    token = tree.tokens[index]
    ties = [tree.tokens[c].text.lower() for c in tree.children(token.head, "cc") if c < index]
    rates = any(is_rate(tree, c) for c in tree.children(token.head, "npadvmod"))
    return token.dep == "conj" and token.pos == "NUM" and ties[-1:] == ["or"] and rates


def is_purpose(tree: Tree, index: int) -> bool:
    """Keep up the rallies to ensure it: an infinitive behind an object, of a verb that makes nobody do anything."""
    token = tree.tokens[index]
    infinitive = (
        token.dep == "xcomp" and token.tag == "VB" and any(tree.tokens[c].tag == "TO" for c in tree.below[index])
    )
    verb = tree.tokens[token.head]
    objects = [c for c in tree.children(verb.index, "dobj") if c < index and tree.tokens[c].pos != "PRON"]
    return infinitive and bool(objects) and verb.lemma.lower() not in lexicon.object_control()


def says_where(tree: Tree, index: int) -> bool:
    """Put the army in charge: the first phrase behind a verb that says nothing without it."""
    token = tree.tokens[index]
    verb = tree.tokens[token.head]
    if token.dep != "prep" or verb.pos != "VERB" or verb.lemma not in title_words("needs a place"):
        return False
    return index == next((c for c in tree.children(verb.index, "prep") if c > verb.index), -1)


def _is_idiom(tree: Tree, index: int) -> bool:
    """Brought to justice, went on strike, came under fire: a bare noun behind a preposition is half of the verb."""
    objects = [tree.tokens[c] for c in tree.below[index]]
    verb = tree.tokens[tree.tokens[index].head]
    bare = len(objects) == 1 and objects[0].tag == "NN" and not objects[0].entity and not tree.below[objects[0].index]
    return bare and verb.pos == "VERB" and tree.tokens[index].text.lower() in ("to", "on", "under", "into")


def is_told_by(tree: Tree, index: int) -> bool:
    """A move seen as a threat, the plan to leave: without its clause the noun says nothing, or not what about."""
    token = tree.tokens[index]
    noun = tree.tokens[token.head].lemma
    if is_of_nothing(tree, index):
        return True
    wished = token.tag == "VB" and noun in title_words("needs content")
    whose = bool(tree.children(index, "nsubj", "nsubjpass")) and not any(
        tree.tokens[c].text.lower() == "for" for c in tree.children(index, "mark")
    )
    how = token.tag == "VB" and token.dep == "relcl" and not whose  # Ways to go, ways for her to go.
    how = how or _adjoins(tree, index)
    return (token.dep == "acl" and wished) or ((token.dep == "acl" or how) and noun in title_words("vacuous"))


def _adjoins(tree: Tree, index: int) -> bool:
    """No way they are going, the time she has spent: a clause right behind its noun, without a word that ties it."""
    token = tree.tokens[index]
    own = tree.children(index, "nsubj", "nsubjpass") if token.dep == "relcl" else []
    return bool(own) and min(tree.subtree(index)) == token.head + 1 == min(tree.subtree(own[0]))


def is_of_nothing(tree: Tree, index: int) -> bool:
    """Has nothing to do with it, had little to say: without its infinitive the pronoun says another thing."""
    token = tree.tokens[index]
    above = tree.tokens[token.head]
    indefinite = above.pos == "PRON" and above.tag == "NN" and above.index < index
    return token.tag == "VB" and token.dep in ("acl", "relcl") and indefinite


def is_all(tree: Tree, index: int, kept: Sequence[int]) -> bool:
    """Whether the verb of a clause has nothing but this phrase: the troops there will remain in the Gulf."""
    verb = tree.tokens[tree.tokens[index].head]
    if verb.pos != "VERB" or index < verb.index or not tree.children(verb.index, "nsubj", "nsubjpass"):
        return False
    after = [c for c in tree.below[verb.index] if c > verb.index and c != index and tree.tokens[c].pos != "PUNCT"]
    return not set(after).intersection(kept)
