"""A date before a noun that says which one is meant: the 2022 laureate was jailed, he spoke of the 3 May parade."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from pipeline.events import lexicon
from pipeline.events.actors.apposition import is_person_noun
from pipeline.events.dating_lexicon import dating_words
from pipeline.events.parse.syntax import Tree
from pipeline.lexicons import units
from pipeline.resources import table


def says_which(tree: Tree, top: int, own: Sequence[int]) -> bool:
    """Whether a date, of which `top` is the head, stands before a person or a paper, and says nothing of when."""
    token = tree.tokens[top]
    if token.dep in ("nummod", "compound", "nmod", "poss") and is_person_noun(tree, token.head):
        return True
    noun = tree.tokens[tree.tokens[own[-1]].head]
    before = tree.tokens[own[-1]].dep in ("nummod", "compound", "nmod", "amod") and own[-1] < noun.index
    return before and noun.lemma.lower() in _papers()


def names_which(tree: Tree, noun: int, first: int) -> bool:
    """Whether a date whose first token is `first` only says which thing a verb has to do with; `noun`: that thing."""
    token = tree.tokens[noun]
    verb = tree.tokens[token.head]
    before = min(tree.subtree(noun)) <= first < noun
    return before and token.dep == "dobj" and token.pos == "NOUN" and verb.pos == "VERB" and not _takes_part(verb.lemma)


def names_behind(tree: Tree, noun: int) -> bool:
    """Recreated the events of March 25: a date told of what a verb has to do with is not that of the verb."""
    token = tree.tokens[noun]
    verb, lemma = tree.tokens[token.head], token.lemma.lower()
    part = lemma in units() or lemma in dating_words("part of a day")
    return (
        token.dep == "dobj" and token.pos == "NOUN" and verb.pos == "VERB" and not part and not _takes_part(verb.lemma)
    )


def names_below(tree: Tree, noun: int, own: Sequence[int]) -> bool:
    """Called for a probe into a Sunday incident: the day right before a noun is not that of the noun above it."""
    token, prep = tree.tokens[noun], tree.tokens[tree.tokens[noun].head]
    named = own[-1] + 1 == noun and token.pos == "NOUN" and token.dep == "pobj" and token.lemma.lower() not in units()
    return named and prep.pos == "ADP" and tree.tokens[prep.head].pos == "NOUN"


@functools.cache
def _papers() -> frozenset[str]:
    return frozenset(row.lemma for row in table(lexicon.FOLDER + "papers.csv", lexicon.Listed))


def _takes_part(lemma: str) -> bool:
    return lemma.lower() in lexicon.support_verbs() | dating_words("takes part")


def is_owned(tree: Tree, day: int) -> bool:
    """The victor of Sunday's poll: a day that owns what hangs by "of" on a noun is that of the poll."""
    noun = tree.tokens[tree.tokens[day].head]
    tie = tree.tokens[noun.head]
    of_a_noun = tie.text.lower() == "of" and tree.tokens[tie.head].pos == "NOUN"
    return tree.tokens[day].dep == "poss" and noun.pos == "NOUN" and noun.dep == "pobj" and of_a_noun
