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


THEMSELVES: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (_to_others,)
