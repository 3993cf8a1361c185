"""Who is meant by a pronoun parts clauses: nobody arrests "them" that is told of as "they"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.events.parse.rehang import SUBJECTS, with_token
from pipeline.events.pronoun_lexicon import MEANT, object_pronouns, pronouns
from pipeline.model import Token


def _to_others(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Broke into the flat they were filming from and arrested them: who broke in did, and not those who filmed."""
    for token in tokens:
        clause = tokens[token.head]
        if token.dep != "conj" or token.tag != "VBD" or clause.tag == "VBD" or clause.dep not in ("relcl", "advcl"):
            continue
        below = [t for t in tokens if t.head == token.index]
        objects = {t.text.lower() for t in below if t.dep == "dobj" and t.tag == "PRP"}
        heads = {t.text.lower() for t in tokens if t.head == clause.index and t.dep in SUBJECTS}
        same = any(objects & object_pronouns(whom) and heads & pronouns(whom) for whom in MEANT)
        above = clause
        while above.head != above.index and (above is clause or above.tag != "VBD"):
            above = tokens[above.head]
        if same and above.tag == "VBD" and not any(t.dep in SUBJECTS for t in below):
            tokens = with_token(tokens, replace(token, head=above.index))
    return tokens


def _behind_a_list(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Claim that A and B shot and robbed a man, and charged them: a list closed by "and" goes on no further."""
    for token in tokens:
        clause = tokens[token.head]
        if (
            token.dep != "conj"
            or clause.dep != "ccomp"
            or [t.text for t in tokens[token.index - 2 : token.index - 1]] != [","]
        ):
            continue
        closed = [t for t in tokens if t.head == clause.index and t.dep == "cc" and t.index < token.index]
        listed = any(t.head == clause.index and t.dep == "conj" and t.index < token.index for t in tokens)
        them = {t.text.lower() for t in tokens if t.head == token.index and t.dep == "dobj" and t.tag == "PRP"}
        own = any(t.head == token.index and t.dep in SUBJECTS for t in tokens)
        if len(closed) > 1 and listed and them & object_pronouns("several") and not own and _several(tokens, clause):
            tokens = with_token(tokens, replace(token, head=clause.head), replace(closed[-1], head=clause.head))
    return tokens


def _several(tokens: tuple[Token, ...], clause: Token) -> bool:
    """Whether the subject of a clause is of several."""
    heads = [t for t in tokens if t.head == clause.index and t.dep in SUBJECTS]
    joined = any(t.dep == "conj" and t.head in [h.index for h in heads] for t in tokens)
    return joined or any(h.tag in ("NNS", "NNPS") or h.text.lower() in pronouns("several") for h in heads)


THEMSELVES: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (_to_others, _behind_a_list)
