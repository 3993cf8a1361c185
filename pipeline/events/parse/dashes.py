"""What follows a dash explains the clause before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.events.parse.rehang import SUBJECTS, is_below, with_token
from pipeline.model import Token

DASHES = frozenset({"—", "–", "--", "_"})


def _after_dash(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """To build bases—an old ambition: what follows the dash explains the clause and is no second object."""
    dashed = any(_is_dash(tokens, t.index) for t in tokens)
    for token in tokens if dashed else ():
        if token.dep not in ("dobj", "attr", "pobj", "conj") or token.pos not in ("NOUN", "PROPN", "PRON"):
            continue
        start = token.index
        while start and is_below(tokens, start - 1, token.index):
            start -= 1
        rival = any(t.head == token.head and t.dep == token.dep and t.index < start for t in tokens)
        if start and _is_dash(tokens, start - 1) and rival:
            tokens = with_token(tokens, replace(token, dep="appos"))
    return tokens


def _goes_on_behind_dash(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """It ended in June — when they took a town, marched on and left: what they did goes on behind the dash."""
    for token in tokens:
        if (
            token.dep != "conj"
            or token.tag != "VBD"
            or any(t.head == token.index and t.dep in SUBJECTS for t in tokens)
        ):
            continue
        dash = next((i for i in range(token.index - 1, token.head, -1) if _is_dash(tokens, i)), 0)
        near = [t for t in tokens[dash : token.index] if t.tag == "VBD" and t.head not in range(dash, token.index)]
        near = [t for t in near if any(s.head == t.index and s.dep in SUBJECTS and s.index > dash for s in tokens)]
        if dash and near:
            tokens = with_token(tokens, replace(token, head=near[-1].index))
    return tokens


def _speaker_behind_dash(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """They marched on Riga - the minister said: a name between a dash and a verb without a subject is its subject."""
    for verb in (t for t in tokens if t.dep == "ROOT" and t.tag in ("VBD", "VBZ") and t.index > 2):
        name = tokens[verb.index - 1]
        if name.pos not in ("PROPN", "NOUN") or name.dep not in ("pobj", "dobj", "appos", "conj"):
            continue
        if any(t.head == verb.index and t.dep in SUBJECTS for t in tokens):
            continue
        dash = next((i for i in range(name.index - 1, name.head, -1) if _is_dash(tokens, i)), 0)
        torn = [t for t in tokens[name.head + 1 : dash] if t.head >= dash and t.pos in ("PROPN", "NOUN")]
        if dash and torn:
            tokens = with_token(tokens, replace(torn[-1], dep=name.dep, head=name.head))
            tokens = with_token(tokens, replace(name, dep="nsubj", head=verb.index))
    return tokens


def _is_dash(tokens: Sequence[Token], index: int) -> bool:
    """A dash, or a hyphen between spaces that stands for one."""
    if tokens[index].text != "-" or not 0 < index < len(tokens) - 1:
        return tokens[index].text in DASHES
    apart = tokens[index].span.start > tokens[index - 1].span.end
    return apart and tokens[index + 1].span.start > tokens[index].span.end


DASHED: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (
    _after_dash,
    _goes_on_behind_dash,
    _speaker_behind_dash,
)
"""Repairs of what follows a dash."""
