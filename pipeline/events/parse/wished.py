"""The subjunctive of what is demanded: that the mayor resign, that the men be freed. Nobody has done it yet."""

from __future__ import annotations

from pipeline.events.parse.syntax import Tree


def is_wished(tree: Tree, verb: int) -> bool:
    """Whether the verb of a that-clause is bare beside one doer, where what is so has an ending: the mayor resigns."""
    token = tree.tokens[verb]
    if token.dep != "ccomp" or not any(tree.tokens[c].text.lower() == "that" for c in tree.children(verb, "mark")):
        return False
    aux = [tree.tokens[c].text.lower() for c in tree.children(verb, "aux", "auxpass")]
    if aux or token.lemma == "be":
        return (*aux, token.text.lower())[0] == "be"
    return token.tag in ("VB", "VBP") and any(_is_one(tree, s) for s in tree.children(verb, "nsubj"))


def _is_one(tree: Tree, subject: int) -> bool:
    token = tree.tokens[subject]
    one = token.tag in ("NN", "NNP") or token.text.lower() in ("he", "she", "it")
    return one and not tree.children(subject, "conj")
