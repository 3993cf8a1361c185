"""Which word a date is meant for, where the parser hangs it on another: said last month it would leave."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.events import lexicon
from pipeline.events.dating.compared import held_against
from pipeline.events.dating_lexicon import dating_words
from pipeline.events.parse.syntax import Tree


def meant_for(tree: Tree, at: int, own: Sequence[int], preposition: str, *, over: bool) -> int:
    """The word that the expression of tokens `own`, hung on `at`, is meant for; `over`: its days begin in the past."""
    governor = _noun_before(tree, own[0], at) if preposition in ("", "in", "on") else at
    governor = _held_for_doing(tree, governor) if preposition == "since" else governor
    governor = _what_came_first(tree, _found_doing(tree, governor, own), own[-1])
    governor = _what_it_is_called(tree, governor, own[0])
    governor = _held_against(tree, _what_was_foreseen(tree, _what_was_due(tree, governor), own[0]), own)
    return _said_or_told(tree, governor, own, over=over)


def _noun_before(tree: Tree, first: int, at: int) -> int:
    """Under a modal verb, the event noun whose phrase ends where the expression begins: an offensive in May."""
    if not _of_another_time(tree, at):
        return at
    for index in range(first - 1, at, -1):
        token = tree.tokens[index]
        if token.pos == "NOUN" and (token.lemma.lower(), "NOUN") in lexicon.event_types():
            # "Died after a long illness on Saturday": an illness is of no day.
            lasts = any(row.event_type == "HEALTH" for row in lexicon.event_types()[token.lemma.lower(), "NOUN"])
            return index if max(tree.subtree(index)) >= first - 2 and not lasts else at
    return at


def _what_came_first(tree: Tree, governor: int, last: int) -> int:
    """The swap followed a release a day earlier: of that day is the release."""
    objects = tree.children(governor, "dobj")
    back = tree.tokens[last].text.lower() in ("earlier", "before")
    return objects[0] if objects and back and follows(tree, objects[0]) else governor


def _what_it_is_called(tree: Tree, governor: int, first: int) -> int:
    above = verb_of_the_named(tree, governor)
    return above if above is not None and first > governor else governor


def verb_of_the_named(tree: Tree, verb: int) -> int | None:
    """Seized what they described as bombs on Monday: the seizing, whose day that is. None for any other verb."""
    token, above = tree.tokens[verb], tree.tokens[tree.tokens[verb].head]
    if token.lemma.lower() not in dating_words("names it") or token.tag != "VBD" or token.dep not in ("ccomp", "pcomp"):
        return None
    if not any(tree.tokens[c].text.lower() == "what" for c in tree.below[verb]):
        return None
    while above.pos in ("ADP", "SCONJ") and above.head != above.index:
        above = tree.tokens[above.head]
    return above.index if above.pos == "VERB" else None


def _held_against(tree: Tree, governor: int, own: Sequence[int]) -> int:
    """The march was a contrast to the rally in October: of that month is what the march is held against."""
    first = own[0]
    while first > 0 and tree.tokens[first - 1].pos == "ADP":
        first -= 1
    before = tree.tokens[first - 1] if first else tree.tokens[governor]
    against = before.pos in ("NOUN", "PROPN") and held_against(tree, before.index) is not None
    return before.index if against and governor not in tree.subtree(before.index) else governor


def _what_was_due(tree: Tree, governor: int) -> int:
    """Cancelled a trip due on Monday: of that day is the trip, which the adjective behind it is said of."""
    token = tree.tokens[governor]
    verb = tree.tokens[token.head]
    if token.tag != "JJ" or verb.pos != "VERB" or token.dep == "ROOT":
        return governor
    return next((o for o in tree.children(verb.index, "dobj") if max(tree.subtree(o)) == governor - 1), governor)


def _what_was_foreseen(tree: Tree, governor: int, first: int) -> int:
    """Predicted an offensive in May: of that month is what the verb looks ahead to."""
    if tree.tokens[governor].lemma.lower() not in dating_words("foresees"):
        return governor
    objects = (o for o in tree.children(governor, "dobj") if max(tree.subtree(o)) == first - 2)
    return next((o for o in objects if (tree.tokens[o].lemma.lower(), "NOUN") in lexicon.event_types()), governor)


def _held_for_doing(tree: Tree, governor: int) -> int:
    """Has detained ten men for crossing the border since May: since then it has detained them."""
    token = tree.tokens[governor]
    prep = tree.tokens[token.head]
    grounds = token.tag == "VBG" and token.dep == "pcomp" and prep.text.lower() in ("for", "over")
    return prep.head if grounds and tree.tokens[prep.head].pos == "VERB" else governor


def _found_doing(tree: Tree, governor: int, own: Sequence[int]) -> int:
    """Was found Easter Day clinging to a log: found on that day."""
    token = tree.tokens[governor]
    between = own[0] - 1 == token.head and own[-1] + 1 == governor
    return token.head if between and token.tag == "VBG" and tree.tokens[token.head].pos == "VERB" else governor


def _said_or_told(tree: Tree, governor: int, own: Sequence[int], *, over: bool) -> int:
    """Said last month it would leave: said then; but said that last month it left, and said next month it will."""
    first = own[0]
    while first > 0 and tree.tokens[first - 1].pos == "ADP" and tree.tokens[first - 1].head in (governor, first):
        first -= 1
    before = tree.tokens[first - 1] if first else tree.tokens[governor]
    verb = tree.tokens[governor]
    if before.text.lower() == "that" and before.tag == "IN" and verb.index < before.index:
        clause = tree.tokens[before.head]
        return clause.index if clause.dep == "ccomp" and clause.head == governor else governor
    saying = tree.tokens[verb.head]
    said = verb.dep == "ccomp" and before.index == saying.index and (saying.lemma.lower(), "VERB") in lexicon.cues()
    return saying.index if said and over and saying.tag == "VBD" else governor


def follows(tree: Tree, index: int) -> bool:
    """Whether a word is what came first: the arrest, in "the swap followed the arrest"."""
    token = tree.tokens[index]
    return token.dep == "dobj" and tree.tokens[token.head].lemma.lower() == "follow"


def _of_another_time(tree: Tree, verb: int) -> bool:
    """Whether a verb can hardly go with a date of its own: modal, in the simple present, or "following" something."""
    token = tree.tokens[verb]
    aux = [tree.tokens[c] for c in tree.children(verb, "aux", "auxpass")]
    if any(a.tag == "MD" and a.text.lower() not in ("will", "'ll") for a in aux):
        return True
    after = any(
        tree.tokens[c].text.lower() in ("following", "after", "before", "since") for c in tree.children(verb, "prep")
    )
    return after or (token.tag in ("VBZ", "VBP") and not aux)
