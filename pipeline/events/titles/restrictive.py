"""Which relative clauses say what thing is meant, so that a title keeps them: treaties that annex two regions."""

from __future__ import annotations

from pipeline.events.parse.syntax import Tree

PRONOUNS = frozenset({"that", "who", "which"})
BARE = frozenset({"det", "nummod", "relcl", "punct", "prep", "npadvmod", "advmod"})


def says_which(tree: Tree, verb: int) -> bool:
    """Treaties that annex two regions, people who were freed in May: an indefinite noun that says little alone.

    No comma stands before the clause, and its own subject is the pronoun in front.
    """
    token = tree.tokens[verb]
    if token.dep != "relcl" or token.lemma == "make":
        return False
    noun = tree.tokens[token.head]
    front = [c for c in tree.children(verb, "nsubj", "nsubjpass") if tree.tokens[c].text.lower() in PRONOUNS]
    tied = [c for c in tree.children(verb, "prep") if tree.below[c][:1] == (c + 1,)]  # Recordings on which.
    front = front or [c for c in tied if c < verb and tree.tokens[c + 1].text.lower() in ("which", "whom")]
    if (
        token.dep != "relcl"
        or token.lemma == "make"
        or not front
        or (noun.pos != "NOUN" and noun.text.lower() != "those")
        or noun.index > front[0]
        or noun.entity
    ):
        return False
    if min(tree.subtree(verb)) != front[0] or tree.tokens[front[0] - 1].text in (",", "—", "–", "-"):
        return False
    definite = {tree.tokens[c].text.lower() for c in tree.children(noun.index, "det")} - {"a", "an", "any", "some"}
    return not definite and all(tree.tokens[c].dep in BARE for c in tree.below[noun.index])


def says_what(tree: Tree, verb: int) -> bool:
    """The likelihood that he fled: no relative but what the noun is about, whatever the parser calls it."""
    marks = [c for c in tree.children(verb, "mark") if tree.tokens[c].text.lower() == "that"]
    own = tree.children(verb, "nsubj", "nsubjpass")
    noun = tree.tokens[tree.tokens[verb].head]
    told = noun.pos == "NOUN" and not noun.entity and marks == [noun.index + 1]
    return told and bool(own) and own[0] > marks[0]
