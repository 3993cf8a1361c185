"""Whether a verb can do without a phrase: with an object, a sum, what is asked or held to be it says little alone."""

from __future__ import annotations

from pipeline.events import lexicon
from pipeline.events.parse.syntax import Tree, clause_dep, subjects
from pipeline.events.parse.voice import is_passive
from pipeline.events.title_lexicon import title_words
from pipeline.events.titles.bound import says_where

NEEDED = frozenset({"dobj", "attr", "acomp", "oprd", "prt", "dative", "xcomp", "agent", "neg", "ccomp"})
AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY"})
"""Entities that say how far something rose or fell."""


def wants_object(tree: Tree, verb: int) -> bool:
    """Whether a bare verb is one of saying: denies, announces, claims need their content."""
    lemma = tree.tokens[verb].lemma.lower()
    return (lemma, "VERB") in lexicon.cues() and lemma not in title_words("intransitive")


def is_needed(tree: Tree, verb: int, child: int) -> bool:
    """Whether the verb says little without this complement."""
    dep = clause_dep(tree, child)
    late = dep == "nsubj" and child not in subjects(tree, verb)
    if (late or dep == "ccomp") and not wants_object(tree, verb):
        start = min(tree.subtree(child))
        if tree.tokens[start - 1].text == "," or late:
            return False  # Many died, two of them children.
    predicate = dep == "prep" and tree.tokens[child].text.lower() == "as" and bool(tree.children(verb, "dobj"))
    whose = dep == "prep" and tree.tokens[child].text.lower() in ("for", "to", "on", "upon")
    whose = whose and any(c > child and (tree.tokens[c].dep == "xcomp" or _asked(tree, c)) for c in tree.below[verb])
    kept_from = dep == "prep" and tree.tokens[child].text.lower() == "from" and bool(tree.children(child, "pcomp"))
    if tree.tokens[child].tag == "VBG" and tree.tokens[child].lemma.lower() in title_words("names a source"):
        return False  # The paper reports citing the agency.
    amount = dep == "npadvmod" and (tree.tokens[child].entity in AMOUNTS or _is_count(tree, verb, child))
    judged = _is_judged(tree, verb, child) or says_where(tree, child)
    needed = dep in NEEDED or amount or judged or kept_from or predicate or whose  # Bars it from reaching the square.
    return needed or late or _asked(tree, child) or _is_particle(tree, verb, child)


def _is_judged(tree: Tree, verb: int, child: int) -> bool:
    """Described as rigged, denounced the vote as rigged: what something is held to be."""
    if tree.tokens[child].dep != "advcl" or tree.tokens[child].tag != "VBN":
        return False
    first = min(tree.subtree(child))
    behind = {verb + 1, *(max(tree.subtree(c)) + 1 for c in tree.children(verb, "dobj") if c > verb)}
    return tree.tokens[first].text.lower() == "as" and first in behind


def _is_count(tree: Tree, verb: int, child: int) -> bool:
    """Fell 148 points to 2,613, sounded ten times: a number right behind the verb, of no time."""
    inside = [tree.tokens[i] for i in tree.subtree(child)]
    before = tree.tokens[inside[0].index - 1]
    aged = before.head == verb and before.text.lower() == "aged"
    if inside[0].index > verb and (aged or _is_given(tree, verb, child)):
        return True
    number = any(t.tag == "CD" for t in inside) and not any(t.entity in ("DATE", "TIME") for t in inside)
    after = tree.tokens[inside[-1].index + 1 : inside[-1].index + 2]
    return number and inside[0].index == verb + 1 and not any(t.text == "-" for t in after)


def _is_given(tree: Tree, verb: int, child: int) -> bool:
    """Was handed five years: a stretch right behind the passive of a verb of two objects is the second of them."""
    counted = bool(tree.children(child, "nummod")) and tree.tokens[child].tag in ("NN", "NNS")
    two = tree.tokens[verb].lemma in lexicon.two_object_verbs() and is_passive(tree, verb)
    return counted and two and min(tree.subtree(child)) == verb + 1


def _asked(tree: Tree, index: int) -> bool:
    """Appealed to her to go: after a verb of asking the infinitive is what is asked, whatever the parser calls it."""
    if tree.tokens[index].dep != "advcl" or not any(tree.tokens[c].tag == "TO" for c in tree.below[index]):
        return False
    above = lexicon.event_types().get((tree.tokens[tree.tokens[index].head].lemma.lower(), "VERB"), ())
    apart = tree.tokens[min(tree.subtree(index)) - 1].text == ","
    return any(row.event_type == "REQUEST" for row in above) and not apart


def _is_particle(tree: Tree, verb: int, child: int) -> bool:
    token = tree.tokens[child]
    return token.dep == "advmod" and child == verb + 1 and token.text.lower() in title_words("particle")
