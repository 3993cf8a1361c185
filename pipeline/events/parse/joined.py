"""Clauses side by side that the parser hangs one under the other: X has warned of it, and Y has issued a warning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.parse.rehang import SUBJECTS, stretch, with_token
from pipeline.model import Token

_WORDS = frozenset({"STATEMENT", "ORDER", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "LEGISLATE"})
"""Types of event that can have a clause for their content."""
_QUOTES = frozenset({'"', "“", "”", "«", "»", "``", "''"})


def _and_another(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """What stands behind a comma and "and" with a subject of its own is nothing that the first verb says."""
    for token in tokens:
        if token.dep != "ccomp" or token.index < token.head:
            continue
        own = any(t.head == token.index and t.dep in SUBJECTS and t.index < token.index for t in tokens)
        marked = any(t.head == token.index and t.dep == "mark" for t in tokens)
        start = stretch(tokens, token.index)[0]
        before = [t.text.lower() for t in tokens[max(0, start - 2) : start]]
        earlier = [t for t in tokens if t.head == token.head and t.dep == "ccomp" and t.index < token.index]
        beside = before in ([",", "and"], [",", "but"]) and token.head < start - 2
        if own and beside and not marked and not earlier:
            tokens = with_token(tokens, replace(token, dep="conj"))
    return tokens


def _run_on(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A fire broke out, the roof collapsed: sentences with a comma between, of which neither is said by the other."""
    for token in tokens:
        head = tokens[token.head]
        if token.dep != "ccomp" or token.index > head.index or _speaks(head):
            continue
        below = [t for t in tokens if t.head == head.index and t.dep in SUBJECTS and t.index > token.index]
        own = any(t.head == token.index and t.dep in SUBJECTS and t.index < token.index for t in tokens)
        marked = any(t.head == token.index and t.dep in ("mark", "aux") for t in tokens)
        if not below or not own or marked or head.tag == "VB" or below[0].text.lower() == "it":
            continue  # He went home, it later emerged.
        first = stretch(tokens, below[0].index)[0]
        if tokens[first - 1].text == "," and not any(t.text in _QUOTES for t in tokens[:first]):
            tokens = with_token(tokens, replace(token, dep="parataxis"))
    return tokens


def _speaks(verb: Token) -> bool:
    """Whether what stands in front of a verb may be what it says, rules or shows."""
    rows = lexicon.event_types().get((verb.lemma.lower(), "VERB"), ())
    return (verb.lemma.lower(), "VERB") in lexicon.cues() or any(
        row.event_type in _WORDS and (not row.needs or "<clause>" in row.needs) for row in rows
    )


JOINED: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (_and_another, _run_on)
