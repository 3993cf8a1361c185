"""Denies claims, rejects calls: of two words in -s side by side, the first is the verb and the second its object."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.parse.rehang import SUBJECTS, with_token
from pipeline.model import Token


def _is_what_is_denied(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Latvia denies claims that it sold the bridge: what stands as an object is a noun."""
    for token in (t for t in tokens[1:] if t.tag == "VBZ" and t.dep == "dobj" and t.head == t.index - 1):
        if not any(t.head == token.index and t.dep in (*SUBJECTS, "aux", "auxpass") for t in tokens):
            tokens = with_token(tokens, replace(token, pos="NOUN", tag="NNS"))
    return tokens


def _denies(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Latvia rejects claims that it sold the bridge: nobody is called "Latvia rejects", and it claims nothing."""
    for claims in (t for t in tokens[2:] if t.tag == "VBZ" and t.dep in ("ROOT", "ccomp")):
        denies, who = tokens[claims.index - 1], tokens[claims.index - 2]
        named = who.head == denies.index and (who.dep in SUBJECTS or who.dep == "compound")
        if not named or denies.dep not in SUBJECTS or denies.head != claims.index or not (lemma := _unsays(denies)):
            continue
        below = [t for t in tokens if t.head == claims.index and t.index > claims.index]
        moved = [replace(t, dep="acl") if t.dep == "ccomp" else t for t in below]
        moved = [replace(t, head=denies.index) if t.dep == "punct" else t for t in moved]
        above = denies.index if claims.dep == "ROOT" else claims.head
        tokens = with_token(
            tokens,
            *moved,
            replace(who, dep="nsubj"),
            replace(denies, pos="VERB", tag="VBZ", lemma=lemma, dep=claims.dep, head=above),
            replace(claims, pos="NOUN", tag="NNS", dep="dobj", head=denies.index),
        )
    return tokens


def _unsays(token: Token) -> str:
    """The verb of a word in -s, if it is one that turns something down or says that it is not so; else ""."""
    word = token.text.lower()
    forms = (token.lemma.lower(), word.removesuffix("es"), word.removesuffix("s"))  # Dismisses, taken for a plural.
    return next((form for form in forms if form != word and _turns_down(form)), "")


def _turns_down(lemma: str) -> bool:
    return any(row.event_type == "REJECT" for row in lexicon.event_types().get((lemma, "VERB"), ()))


DENIES_CLAIMS: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (_is_what_is_denied, _denies)
"""Repairs of a verb in -s before a plural."""
