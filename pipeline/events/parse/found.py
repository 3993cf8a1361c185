"""The main verb behind a participle that the parser takes for it: two men found hurt near Riga were flown home."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.events.parse.rehang import SUBJECTS, with_token
from pipeline.model import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BESIDE = frozenset({"prep", "oprd", "acomp", "xcomp", "advmod", "npadvmod", "agent", "prt"})
"""What stands beside a participle; an object or a name there would be whom the report is about."""
_OWN = frozenset({*SUBJECTS, "mark", "csubj", "expl"})


def _found_hurt_were_flown(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Two men found hurt near Riga were flown home: they were, and "found hurt" says which men."""
    for verb in (t for t in tokens if t.dep == "ccomp" and t.pos == "VERB"):
        first = tokens[verb.head]
        noun = next((t for t in tokens[: first.index] if t.head == first.index and t.dep in SUBJECTS), None)
        if first.tag not in ("VBD", "VBN") or noun is None or noun.pos != "NOUN" or noun.index != first.index - 1:
            continue  # Two men, or the men, right before it.
        below = [t for t in tokens[first.index : verb.index] if t.head == first.index]
        if any(t.dep not in _BESIDE for t in below) or not below or not _lacks_its_subject(tokens, verb):
            continue
        passive = any(t.head == verb.index and t.dep == "auxpass" for t in tokens)
        behind = [t for t in tokens[verb.index :] if t.head == first.index and t != verb]
        tokens = with_token(tokens, *(replace(t, head=verb.index) for t in behind))
        above = verb.index if first.dep == "ROOT" else first.head
        tokens = with_token(
            tokens,
            replace(verb, dep=first.dep, head=above),
            replace(noun, dep="nsubjpass" if passive else "nsubj", head=verb.index),
            replace(first, tag="VBN", dep="acl", head=noun.index),
        )
    return tokens


def _lacks_its_subject(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether a finite verb, or the auxiliary in front of it, has no subject and nothing that opens a clause."""
    below = [t for t in tokens if t.head == verb.index]
    finite = verb.tag in _FINITE or any(t.dep in ("aux", "auxpass") and t.tag in _FINITE for t in below)
    return finite and not any(t.dep in _OWN for t in below)


FOUND: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (_found_hurt_were_flown,)
"""Repairs of main verbs behind a participle."""
