"""What is told only to say that it is not so: dismissed reports, a lie that, wrongly said, no proof that."""

from __future__ import annotations

import functools
from typing import Literal

from pipeline.events import lexicon
from pipeline.events.claims.hearsay import ABOUT, OBJECTS, denies_reports, is_hearsay
from pipeline.events.parse.negation import is_negated
from pipeline.events.parse.syntax import NOUNS, Tree, subjects
from pipeline.resources import Row, table

_PREDICATES = ("acomp", "attr", "oprd")
_CLAUSES = frozenset({"acl", "relcl", "ccomp"})
_NONE = frozenset({"no", "little", "any"})

Unsaid = tuple[Literal["negation", "hypothesis"], str]


class UnsayingVerb(Row):
    """A verb that says of reports that they are not so, or (`hypothesis`) may not be."""

    lemma: str
    kind: Literal["negation", "hypothesis"]
    example: str
    counterexample: str = ""


def unsaid_by(tree: Tree, index: int) -> Unsaid | None:
    """The word that says a thing told of did not happen, or doubts it; None where nothing does."""
    for noun in [at for at in tree.ancestors(index) if tree.tokens[at].pos in NOUNS][:2]:
        if _tells_of(tree, noun, index) and (found := _no_such(tree, noun)) is not None:
            return found
    return _in_false_words(tree, index) or _beside_false_noun(tree, index)


def _no_such(tree: Tree, noun: int) -> Unsaid | None:
    token = tree.tokens[noun]
    lemma = token.lemma.lower()
    if lemma in sign_nouns() and any(tree.tokens[c].text.lower() in _NONE for c in tree.children(noun, "det", "amod")):
        return "negation", f"no {token.text}"
    if _is_false_noun(tree, noun) and not is_negated(tree, noun) and not is_negated(tree, token.head):
        return "negation", token.text
    return _unsays(tree, noun) if is_hearsay(lemma) else None


def _is_false_noun(tree: Tree, noun: int) -> bool:
    """A lie, a denial, a forged letter, an earlier version of this article."""
    words = {tree.tokens[c].text.lower() for c in tree.children(noun, "amod", "compound")}
    lemma = tree.tokens[noun].lemma.lower()
    return not _false_words().isdisjoint({lemma, *words, *(f"{word} {lemma}" for word in words)})


def _tells_of(tree: Tree, noun: int, index: int) -> bool:
    """Whether a token stands in what a noun tells of: reports of it, the claim that it was so, a story that says so."""
    at = index
    for above in tree.ancestors(index):
        if above == noun:
            token = tree.tokens[at]
            return token.dep in _CLAUSES or (token.dep == "prep" and token.text.lower() in ABOUT)
        at = above
    return False


def _unsays(tree: Tree, noun: int) -> Unsaid | None:
    """The verb of which a noun of hearsay is the object, or the word that calls it false."""
    verb = tree.tokens[tree.tokens[noun].head]
    dep = tree.tokens[noun].dep
    if dep in OBJECTS and verb.pos == "VERB" and (denies_reports(verb.lemma) or verb.lemma.lower() in _verbs()):
        row = _verbs().get(verb.lemma.lower())
        contested = row is None and any(tree.tokens[c].pos in NOUNS - {"PRON"} for c in tree.children(noun, "poss"))
        if contested or is_negated(tree, verb.index):
            return None
        return (row.kind if row is not None else "negation"), verb.text
    regretted = dep == "pobj" and tree.tokens[verb.head].lemma.lower() in _verbs() and verb.text.lower() == "for"
    if regretted and not is_negated(tree, verb.head):
        return "negation", tree.tokens[verb.head].text
    judged = dep == "nsubj" or (dep in OBJECTS and bool(tree.children(verb.index, "oprd")))
    return _predicate(tree, verb.index) if judged else None


def _predicate(tree: Tree, verb: int) -> Unsaid | None:
    """Was false, proved a lie, turned out to be untrue."""
    verbs = [verb, *tree.children(verb, "xcomp", "prep")]
    heads = [c for v in verbs for c in tree.children(v, *_PREDICATES, "pobj")]
    word = next((c for c in heads if tree.tokens[c].lemma.lower() in _false_words()), None)
    if word is None or is_negated(tree, word) or any(is_negated(tree, v) for v in verbs):
        return None
    return "negation", tree.tokens[word].text


def _in_false_words(tree: Tree, index: int) -> Unsaid | None:
    """It is untrue that they left, the paper wrongly said so, a forged tape shows it, they doubt that it was so."""
    at = index
    for above in tree.ancestors(index):
        if tree.tokens[at].dep in ("ccomp", "csubj") and (found := _belies(tree, above)) is not None:
            return found
        at = above
    return None


def _belies(tree: Tree, above: int) -> Unsaid | None:
    token = tree.tokens[above]
    if token.pos == "ADJ" and token.lemma.lower() in _false_words():
        return None if is_negated(tree, token.head) else ("negation", token.text)
    if token.lemma in ("be", "prove"):
        return _predicate(tree, above)
    row = _verbs().get(token.lemma.lower())
    if row is not None and not is_negated(tree, above):
        return row.kind, token.text
    if (token.lemma.lower(), "VERB") not in lexicon.cues() or is_negated(tree, above):
        return None
    wrongly = next((c for c in tree.children(above, "advmod") if tree.tokens[c].text.lower() in _false_words()), None)
    source = next((s for s in subjects(tree, above) if _is_false_noun(tree, s)), None)
    word = wrongly if wrongly is not None else source
    return None if word is None else ("negation", tree.tokens[word].text)


def _beside_false_noun(tree: Tree, index: int) -> Unsaid | None:
    """Spread a hoax on Monday about the attack: the day parts "about" from its noun."""
    at = index
    for above in tree.ancestors(index):
        if (
            tree.tokens[at].dep == "prep"
            and tree.tokens[at].text.lower() == "about"
            and tree.tokens[above].pos == "VERB"
        ):
            objects = (o for o in tree.children(above, "dobj", "nsubjpass") if o < at)
            return next((found for o in objects if (found := _no_such(tree, o)) is not None), None)
        at = above
    return None


@functools.cache
def _false_words() -> frozenset[str]:
    return frozenset(row.lemma for row in table("lexicons/en/false_words.csv", lexicon.Listed))


@functools.cache
def _verbs() -> dict[str, UnsayingVerb]:
    return {row.lemma: row for row in table("lexicons/en/unsaying_verbs.csv", UnsayingVerb)}


def sign_nouns() -> frozenset[str]:
    """Lemmas of nouns that only point to something: no sign of an attack, the latest sign of trouble came."""
    return lexicon.listed("sign_nouns.csv")
