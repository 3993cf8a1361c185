"""What something is compared with: it is of another time than the comparing and than what is compared."""

from __future__ import annotations

import functools

from pipeline.events import lexicon
from pipeline.events.dating_lexicon import dating_words
from pipeline.events.parse.syntax import Tree
from pipeline.model import TemporalExpression, Token
from pipeline.resources import table

WITH = frozenset({"with", "to"})
FIGURES = frozenset({"MONEY", "PERCENT"})


def compares(tree: Tree, index: int) -> bool:
    """Whether a word is a verb of comparison."""
    token = tree.tokens[index]
    return token.pos == "VERB" and token.lemma.lower() in lexicon.comparison_verbs()


def is_standard(tree: Tree, index: int) -> bool:
    """Whether a word stands in what the comparison is made with: compared the vote with the invasion of Poland."""
    return standard_above(tree, index) is not None


def standard_above(tree: Tree, index: int) -> int | None:
    """The preposition, under a verb of comparison, that leads down to a word; None outside such a phrase."""
    found = None
    for above in tree.ancestors(index):
        if compares(tree, above):
            return found
        # The parser may hang the phrase on what is compared; then it is the last "with" on the way up.
        found = above if tree.tokens[above].text.lower() in WITH and tree.tokens[above].pos == "ADP" else found
    return None


def held_against(tree: Tree, index: int) -> int | None:
    """What leads down to what a word stands under: a contrast to the rally, unlike the rally, echoes the rally."""
    for above in (index, *tree.ancestors(index)):
        token = tree.tokens[above]
        if token.dep == "dobj" and tree.tokens[token.head].pos == "VERB" and _is_like(tree, token.head):
            return above
        if token.pos not in ("ADP", "SCONJ"):
            continue
        head = tree.tokens[token.head]
        alike = head.pos in ("NOUN", "ADJ", "ADV") and bool({head.lemma.lower(), head.text.lower()} & _words())
        if token.text.lower() in _words() or (alike and _holds_against(token.text.lower())):
            return above
    return None


def _is_like(tree: Tree, verb: int) -> bool:
    """The march echoed the rally, by whatever verb; "he recalled the rally" is his word for it all the same."""
    return tree.tokens[verb].lemma.lower() in _words()


@functools.cache
def _words() -> frozenset[str]:
    """Nouns, adjectives, prepositions and verbs that hold one thing against another."""
    return frozenset(row.lemma for row in table(lexicon.FOLDER + "comparison_words.csv", lexicon.Listed))


def _holds_against(word: str) -> bool:
    """Similar to it, reminiscent of it."""
    return word == "of" or word in dating_words("measured from")


def of_compared_figures(tree: Tree, expression: TemporalExpression) -> bool:
    """Whether it is the time of an older figure: up 39% from $388.5 million a year earlier, fell 5% from a year ago."""
    own = [t.index for t in tree.tokens if t.span.overlaps(expression.span)]
    if not own or expression.range is not None:
        return False
    back = tree.tokens[own[-1]].text.lower() in ("earlier", "ago", "before")
    at = own[0] - 1
    figures = False
    while back and at >= 0 and _is_of_figure(tree.tokens[at]):
        at, figures = at - 1, True
    word = tree.tokens[at].text.lower() if at >= 0 else ""
    if back and _behind_versus(tree, own[0]):
        return True
    return word in dating_words("measured from") and (figures or (word in ("from", "than") and _measures(tree, at)))


def _is_of_figure(token: Token) -> bool:
    """Whether it is part of a sum; "than" may be part of what the parser takes for one: more than $3 million."""
    joins = token.text.lower() in dating_words("measured from")
    return not joins and (token.pos in ("NUM", "SYM") or token.entity in FIGURES)


def _behind_versus(tree: Tree, first: int) -> bool:
    """Against sales of $7 million, or 12 cents a ton, a year earlier: figures and no verb since the word."""
    figures = False
    for token in reversed(tree.tokens[:first]):
        if token.text.lower() in dating_words("versus"):
            return figures
        if token.pos in ("VERB", "AUX"):
            return False
        figures = figures or token.entity in FIGURES
    return False


def _measures(tree: Tree, at: int) -> bool:
    """Whether a figure stands right before: fell 5% from a year ago."""
    return at > 0 and (tree.tokens[at - 1].entity in FIGURES or tree.tokens[at - 1].text == "%")
