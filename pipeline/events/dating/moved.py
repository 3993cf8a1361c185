"""Dates hung on a word they cannot be of: beside the noun they name, on what is recalled, on a bare participle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.dating.attachment import Attachment
from pipeline.events.dating.compared import held_against
from pipeline.events.dating_lexicon import dating_words
from pipeline.events.parse.syntax import NOUNS, Tree, clause_verb
from pipeline.lexicons import units

_MOST = 4
"""Words between a date with an article and the noun that it names: the Aug. 9, 2020 presidential re-election."""
_DESCRIBING = frozenset({"ADJ", "NUM", "PUNCT", *NOUNS})


def noun_named(tree: Tree, own: Sequence[int]) -> int:
    """The event noun whose phrase an article opens and a date of its own words names: the Aug. 9 vote; else -1."""
    first = own[0] - 1
    while first >= 0 and own[0] - first <= 2 and tree.tokens[first].pos in ("ADJ", "VERB", "PROPN"):
        first -= 1
    opens = first >= 0 and (tree.tokens[first].pos == "DET" or tree.tokens[first].tag in ("PRP$", "POS"))
    if not opens or tree.tokens[own[0]].pos == "DET":
        return -1
    for index in range(own[-1] + 1, min(own[-1] + 1 + _MOST, len(tree.tokens))):
        token = tree.tokens[index]
        if token.pos == "NOUN" and (token.lemma.lower(), "NOUN") in lexicon.event_types():
            return index
        if token.pos not in _DESCRIBING or token.text == ",":
            return -1
    return -1


def past_the_aside(tree: Tree, governor: int, own: Sequence[int]) -> int:
    """The word that a day can be of, where the parser hung it on an aside that has none."""
    return _beyond_what_stands(tree, _behind_commas(tree, _after_the_clause(tree, governor, own), own))


def _behind_commas(tree: Tree, governor: int, own: Sequence[int]) -> int:
    """Pushed ten people, mainly women, into Poland on Monday: the day stands behind the aside, and is no part of it."""
    first = own[0] - 1
    while tree.tokens[governor].dep == "appos" and first > governor:
        if tree.tokens[first].text == ",":
            closes = tree.tokens[first + 1].pos == "ADP" and tree.tokens[own[0] - 1].text.lower() == "on"
            return tree.tokens[governor].head if closes else governor
        first -= 1
    return governor


def told_in_aside(tree: Tree, governor: int, own: Sequence[int]) -> int:
    """An aircraft that crashed in Siberia yesterday vanished: the relative clause that ends with the day; else -1."""
    if own[-1] + 1 != governor or tree.tokens[own[0] - 1].pos == "PUNCT" or tree.tokens[governor].pos != "VERB":
        return -1
    clauses = (c for s in tree.children(governor, "nsubj", "nsubjpass") for c in tree.subtree(s))
    relative = [c for c in clauses if tree.tokens[c].dep == "relcl" and tree.tokens[c].tag == "VBD"]
    return next((c for c in relative if max(tree.subtree(c)) == own[0] - 1), -1)


def _after_the_clause(tree: Tree, governor: int, own: Sequence[int]) -> int:
    """A day after he left, they met: the day counted is that of the meeting, though it hangs on the clause."""
    behind = tree.tokens[own[-1] + 1].text.lower() if own[-1] + 1 < len(tree.tokens) else ""
    verb = tree.tokens[governor]
    counts = behind in ("after", "before") and tree.tokens[own[-1]].lemma in units()
    return verb.head if counts and verb.dep == "advcl" and governor > own[-1] + 1 else governor


def of_the_marking(tree: Tree, governor: int, own: Sequence[int], *, year: bool) -> int:
    """Marked the anniversary of the uprising on Monday: of that day is the marking, as what is recalled has a year.

    The "January" of "the anniversary of the January uprising" is of a year that it does not tell: -1.
    """
    at = governor
    while not year and tree.tokens[at].dep in ("pobj", "prep") and tree.tokens[at].head != at:
        at = tree.tokens[at].head
        if held_against(tree, governor) is not None:
            return governor  # Brought back memories of the uprising in January.
        if tree.tokens[at].lemma.lower() in dating_words("recalls"):
            return -1 if own[-1] < governor else clause_verb(tree, at)
    return governor


def of_the_time(tree: Tree, own: Sequence[int]) -> int:
    """The last time they met was in May: the verb that the date tells of, however the parser read it; else -1."""
    at = own[0] - 1
    while at > 0 and tree.tokens[at].pos in ("ADP", "DET"):
        at -= 1
    before = [t for t in tree.tokens[: max(at, 0)] if t.pos != "PUNCT"][:3]
    words = [t.text.lower() for t in before]
    if tree.tokens[at].lemma.lower() != "be" or words[:1] != ["the"] or words[2:3] != ["time"]:
        return -1
    return next((t.index for t in tree.tokens[before[2].index + 1 : at] if t.pos == "VERB"), -1)


def is_kept(tree: Tree, attached: Attachment) -> bool:
    """Whether a named day is what the verb is about, and not when it was: the anniversary was marked."""
    span, kept = attached.expression.span, ("nsubj", "nsubjpass", "dobj")
    return any(t.span.overlaps(span) and t.head == attached.governor and t.dep in kept for t in tree.tokens)


def parted(tree: Tree, found: Sequence[Attachment]) -> list[Attachment]:
    """Lifted sanctions imposed in 2021 on Monday: of two days behind a bare participle the last is the main verb's."""
    made = list(found)
    for at in range(1, len(made)):
        one, other = made[at - 1], made[at]
        verb = tree.tokens[other.governor]
        if one.governor != other.governor or verb.dep != "acl" or verb.tag != "VBN" or not one.days or not other.days:
            continue
        main = clause_verb(tree, verb.head)
        free = all(each.governor != main for each in made)
        if free and main != verb.index and not one.days.overlaps(other.days) and one.first > verb.index:
            made[at] = replace(other, governor=main, hook=tree.tokens[main].text)
    return made


def _beyond_what_stands(tree: Tree, governor: int) -> int:
    """Seized a town bordering a forest on Monday: how a thing always stands has no day, and what is done there has."""
    token = tree.tokens[governor]
    while token.dep == "acl" and token.tag == "VBG" and token.lemma.lower() in dating_words("stands so"):
        above = clause_verb(tree, token.head)
        if above == token.index:
            break
        token = tree.tokens[above]
    return token.index
