"""Who is understood in the entries of somebody's chronology: 2 April 1997 – Signs a charter with Yeltsin."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice, takewhile

from pipeline.events.parse.syntax import Tree, subjects
from pipeline.events.parse.voice import is_passive
from pipeline.events.reading import Draft, Reading
from pipeline.model import Span

_MARKS = " \t-–—:.•*#"
"""What may stand beside the date that heads an entry."""
_FINITE = frozenset({"VBZ", "VBD", "VBN", "VBP"})


def understood(reading: Reading, draft: Draft) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who does it, and to whom it happens: the one person of the headline where an entry names nobody at its start."""
    tree = reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    if token.dep != "ROOT" or token.tag not in _FINITE or subjects(tree, draft.token):
        return (), ()
    if not _opens_entry(reading, _first(tree, draft.token)):
        return (), ()
    hero = _hero(reading)
    undergone = is_passive(tree, draft.token) or (token.tag == "VBN" and not tree.children(draft.token, "dobj"))
    return ((), hero) if undergone else (hero, ())


def _first(tree: Tree, verb: int) -> Span:
    """The first word of the verb with its auxiliaries."""
    return tree.tokens[min([verb, *tree.children(verb, "aux", "auxpass")])].span


def _opens_entry(reading: Reading, word: Span) -> bool:
    """Whether only a date stands before a word on its line."""
    text = reading.document.text
    line = text.rfind("\n", 0, word.start) + 1
    first = bisect_left(reading.expressions, line, key=lambda e: e.span.start)
    here = takewhile(lambda e: e.span.start < word.start, islice(reading.expressions, first, None))
    dates = (e.span for e in here if e.type == "DATE")
    return any(not (text[line : d.start] + text[d.end : word.start]).strip(_MARKS) for d in dates)


def _hero(reading: Reading) -> tuple[str, ...]:
    """The one person whom the headline names, or the first sentence where there is none."""
    headline = {n for n, tree in enumerate(reading.trees) if tree.sentence.block == "headline"} or {0}
    people = {name.name for name in reading.names.all if name.sentence in headline and name.kind == "person"}
    return tuple(people) if len(people) == 1 else ()
