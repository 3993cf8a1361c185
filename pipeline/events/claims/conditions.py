"""Conditions, and what would follow from them: had the army mutinied, once the prisoners are freed."""

from __future__ import annotations

import functools

from pipeline.events import lexicon
from pipeline.events.parse.syntax import Tree, clause_dep
from pipeline.events.parse.tense import tense_of
from pipeline.resources import table

_FUTURE = frozenset({"will", "shall", "wo", "'ll", "’ll"})
_FORETOLD = frozenset({"would", "'d", "’d"})
_UP_TO = frozenset({"until", "till"})
_TURNED_ROUND = frozenset({"had", "should", "were"})


@functools.cache
def _awaited() -> frozenset[str]:
    """Words that open a clause of time, which in what is still to come is a condition: once, until."""
    return frozenset(row.lemma for row in table("lexicons/en/condition_words.csv", lexicon.Listed))


def condition_of(tree: Tree, index: int) -> str | None:
    """The word by which the clause of a token is a condition; None for other clauses."""
    for at in (index, *tree.ancestors(index)):
        dep = clause_dep(tree, at)
        if dep == "ccomp" and (word := _reversed(tree, at) or _supposed(tree, at)) is not None:
            return word
        if dep == "advcl":
            return _opened_by(tree, at) or _reversed(tree, at) or _waited_for(tree, at)
        lets = dep == "ccomp" and not tree.children(at, "mark")  # If Minsk lets them attack.
        if dep in ("relcl", "acl", "ccomp", "parataxis", "ROOT") and not lets:
            return None
    return None


def depends_on(tree: Tree, verb: int) -> str | None:
    """The word of the condition under which what a clause foretells would happen; None where it depends on none."""
    found = (_opened_by(tree, c) or _reversed(tree, c) for c in tree.children(verb, "advcl"))
    return next((word for word in found if word is not None), None)


def _opened_by(tree: Tree, clause: int) -> str | None:
    """If, unless; but not as if, even if, whether."""
    for mark in tree.children(clause, "mark"):
        word = tree.tokens[mark].text.lower()
        row = lexicon.irrealis().get((word, "SCONJ"))
        if row is not None and row.lemma != "whether":
            return word
    return None


def _reversed(tree: Tree, clause: int) -> str | None:
    """Had Minsk signed, should Minsk sign, were Minsk to sign: the verb stands in front of its subject."""
    first = min(tree.subtree(clause))
    token = tree.tokens[first]
    fronted = clause in (token.index, token.head) or tree.tokens[token.head].head == clause
    followed = first + 1 < len(tree.tokens) and tree.tokens[first + 1].pos in ("PROPN", "PRON", "DET", "NOUN", "ADJ")
    return token.text if fronted and followed and token.text.lower() in _TURNED_ROUND else None


def _supposed(tree: Tree, clause: int) -> str | None:
    """Suppose Russia attacked Riga."""
    verb = tree.tokens[tree.tokens[clause].head]
    bid = verb.lemma.lower() in _awaited() and not tree.children(verb.index, "nsubj", "nsubjpass")
    return verb.text if bid and verb.pos == "VERB" else None


def _waited_for(tree: Tree, clause: int) -> str | None:
    """Sanctions would be lifted once Belarus freed them, he said: what he told of was all to come."""
    opens = [tree.tokens[c] for c in tree.children(clause, "mark", "advmod")]
    word = next((t.text for t in opens if t.text.lower() in _awaited()), None)
    above = tree.tokens[clause].head
    modals = {tree.tokens[c].text.lower() for c in tree.children(above, "aux")}
    if _is_bound(tree, clause, above):
        return "only after"
    if word in _UP_TO and _is_intended(tree, above):
        return word
    if modals & _FUTURE:
        return word if tense_of(tree, clause) in ("present", "perfect") else None
    told = tree.tokens[above].dep in ("ccomp", "parataxis") or bool(tree.children(above, "parataxis"))
    return word if modals & _FORETOLD and told else None


def _is_intended(tree: Tree, above: int) -> bool:
    """Vowed to go on until they agreed; not: tried to flee until they were caught."""
    verbs = [above, tree.tokens[above].head] if tree.tokens[above].tag == "VB" else [above]
    lemmas = [tree.tokens[v].lemma.lower() for v in verbs]
    rows = (lexicon.irrealis().get((lemma, "VERB")) for lemma in lemmas if lemma not in lexicon.phase_verbs())
    return any(row is not None and row.kind == "plan" for row in rows)


def _is_bound(tree: Tree, clause: int, above: int) -> bool:
    """Could come only after he released her."""
    opens = [
        c for c in tree.children(clause, "mark", "advmod") if tree.tokens[c].text.lower() in ("after", "if", "when")
    ]
    only = any(c and tree.tokens[c - 1].text.lower() == "only" for c in opens)
    return only and any(tree.tokens[c].tag == "MD" for c in tree.children(above, "aux"))
