"""What is only heard of: reports of an attack, and whether somebody denies them or they proved false."""

from __future__ import annotations

import functools

from pipeline.events import lexicon
from pipeline.events.parse.negation import is_negated
from pipeline.events.parse.syntax import NOUNS, Tree
from pipeline.resources import table

_OBJECTS = frozenset({"dobj", "nsubjpass"})
_ABOUT = frozenset({"of", "about"})
_PREDICATES = ("acomp", "attr", "oprd")


def unsaid_by(tree: Tree, index: int) -> str | None:
    """The word that says a thing heard of did not happen: dismissed reports of it, it is a lie that; None for none."""
    for noun in [at for at in tree.ancestors(index) if tree.tokens[at].pos in NOUNS][:2]:
        if not _tells_of(tree, noun, index):
            continue
        if tree.tokens[noun].lemma.lower() in _false_words() and not _is_denied_word(tree, noun):
            return tree.tokens[noun].text
        if tree.tokens[noun].lemma.lower() in _hearsay() and (word := _unsays(tree, noun)) is not None:
            return word
    return _said_to_be_false(tree, index)


def heard_of(tree: Tree, index: int) -> lexicon.Cue | None:
    """The noun of hearsay that alone tells of a noun's event: reports of an attack, talk of a coup; None for others."""
    token = tree.tokens[index]
    while token.dep == "conj" and tree.tokens[token.head].pos in NOUNS:
        token = tree.tokens[token.head]
    tie = tree.tokens[token.head]
    if token.pos not in NOUNS or token.dep != "pobj" or tie.text.lower() not in _ABOUT:
        return None
    noun = tree.tokens[tie.head].lemma.lower()
    return lexicon.cues().get((noun, "NOUN")) if noun in _hearsay() else None


def denies_reports(lemma: str) -> bool:
    """Whether a verb says of reports that they are not so: dismissed, retracted, debunked."""
    word = lemma.lower()
    cue = lexicon.cues().get((word, "VERB"))
    rejects = any(row.event_type == "REJECT" for row in lexicon.event_types().get((word, "VERB"), ()))
    return rejects or word in _unsaying_verbs() or (cue is not None and cue.kind == "deny")


def _tells_of(tree: Tree, noun: int, index: int) -> bool:
    """Whether a token stands in what a noun tells of: reports of it, the claim that it was so, a story that says so."""
    at = index
    for above in tree.ancestors(index):
        if above == noun:
            token = tree.tokens[at]
            return token.dep in ("acl", "relcl", "ccomp") or (token.dep == "prep" and token.text.lower() in _ABOUT)
        at = above
    return False


def _unsays(tree: Tree, noun: int) -> str | None:
    """The verb of which a noun of hearsay is the object, or the word that calls it false."""
    verb = tree.tokens[tree.tokens[noun].head]
    dep = tree.tokens[noun].dep
    if dep in _OBJECTS and verb.pos == "VERB" and denies_reports(verb.lemma):
        contested = _is_anothers(tree, noun) and verb.lemma.lower() not in _unsaying_verbs()
        return None if contested or is_negated(tree, verb.index) else verb.text
    if dep == "nsubj":
        return _predicate(tree, verb.index)
    return _predicate(tree, verb.index) if dep in _OBJECTS and tree.children(verb.index, "oprd") else None


def _is_anothers(tree: Tree, noun: int) -> bool:
    """Rejected Tallinn's claim: whose claim it is stands by it."""
    return any(tree.tokens[c].pos in ("PROPN", "NOUN") for c in tree.children(noun, "poss"))


def _predicate(tree: Tree, verb: int) -> str | None:
    """Was false, proved a lie, turned out to be untrue."""
    verbs = [verb, *tree.children(verb, "xcomp", "prep")]
    heads = [c for v in verbs for c in tree.children(v, *_PREDICATES, "pobj")]
    word = next((c for c in heads if tree.tokens[c].lemma.lower() in _false_words()), None)
    turned = word is None or any(is_negated(tree, v) for v in verbs) or is_negated(tree, word)
    return None if turned or word is None else tree.tokens[word].text


def _said_to_be_false(tree: Tree, index: int) -> str | None:
    """It is untrue that they crossed the border."""
    at = index
    for above in tree.ancestors(index):
        if tree.tokens[at].dep in ("ccomp", "csubj"):
            token = tree.tokens[above]
            if token.pos == "ADJ" and token.lemma.lower() in _false_words():
                return None if is_negated(tree, token.head) else token.text
            return _predicate(tree, above) if token.lemma in ("be", "prove") else None
        at = above
    return None


def _is_denied_word(tree: Tree, noun: int) -> bool:
    return is_negated(tree, noun) or is_negated(tree, tree.tokens[noun].head)


@functools.cache
def _hearsay() -> frozenset[str]:
    return frozenset(row.lemma for row in table("lexicons/en/hearsay_nouns.csv", lexicon.Listed))


@functools.cache
def _false_words() -> frozenset[str]:
    return frozenset(row.lemma for row in table("lexicons/en/false_words.csv", lexicon.Listed))


@functools.cache
def _unsaying_verbs() -> frozenset[str]:
    return frozenset(row.lemma for row in table("lexicons/en/unsaying_verbs.csv", lexicon.Listed))
