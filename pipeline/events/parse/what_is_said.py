"""What is said, where the parser takes its subject for what the verb of saying takes, or its "that" for an object."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.parse.rehang import SUBJECTS, stretch, with_token
from pipeline.model import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
NOUNS = ("NOUN", "PROPN")


def _its_subject(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Said redemption of the shares, issued in May, will spare it a million: redemption will, and nobody says it."""
    for token in tokens:
        saying = tokens[token.head]
        asks = saying.lemma.lower() in lexicon.object_control()
        if token.dep != "dobj" or token.pos not in NOUNS or not _says(saying) or asks:
            continue
        clauses = (t for t in tokens[token.index :] if t.head == token.head and t.dep in ("ccomp", "xcomp"))
        said = next(clauses, None)
        if said is None or said.dep != "ccomp" or not _wants_subject(tokens, said):
            continue
        tokens = with_token(tokens, replace(token, dep="nsubj", head=said.index))
        between = [t for t in tokens[token.index : said.index] if t.head == said.head and t.dep in ("advcl", "acl")]
        for each in between:
            tokens = with_token(tokens, replace(each, dep="acl", head=token.index))
    return tokens


def _wants_subject(tokens: Sequence[Token], clause: Token) -> bool:
    """Whether a clause has a verb that is finite, and no subject."""
    below = [t for t in tokens if t.head == clause.index]
    finite = clause.tag in FINITE or any(t.dep in ("aux", "auxpass") and t.tag in {*FINITE, "MD"} for t in below)
    return finite and not any(t.dep in (*SUBJECTS, "expl", "csubj", "mark") for t in below)


def _says(verb: Token) -> bool:
    return (verb.lemma.lower(), "VERB") in lexicon.cues()


def _its_that(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Said in Riga that she hopes to find them: "that" opens what is said, and is nothing that she finds."""
    for token in tokens:
        if token.text.lower() != "that" or token.dep not in ("dobj", "nsubj", "pobj"):
            continue
        clause = next((t for t in tokens if t.dep == "ccomp" and _says(tokens[t.head]) and t.head < token.index), None)
        if clause is None or clause.index < token.index or tokens[token.head].head != clause.index:
            continue
        start, _ = stretch(tokens, clause.index)
        served = any(t.head == token.head and t.dep == "dobj" and t.index > token.index for t in tokens)
        if start == token.index and served and tokens[token.index + 1].dep in (*SUBJECTS, "det"):
            tokens = with_token(tokens, replace(token, dep="mark", tag="IN", pos="SCONJ", head=clause.index))
    return tokens


WHAT_IS_SAID: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (_its_subject, _its_that)
