"""What a year, a week or a crackdown saw happen: no more than that it happened then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.parse.rehang import with_token
from pipeline.events.title_lexicon import title_words
from pipeline.model import Token

TIMES = ("DATE", "TIME", "EVENT")
RELATIVE = ("WDT", "WP")


def _happened(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Last year saw ten people arrested, a crackdown that has seen police arrest ten: the deed bears the clause."""
    for saw in tokens:
        if saw.lemma.lower() not in title_words("witnesses") or saw.pos != "VERB" or not _by_a_time(tokens, saw):
            continue
        deed = _deed(tokens, saw)
        if deed is not None:
            tokens = _borne_by(tokens, saw, deed)
    return tokens


def _by_a_time(tokens: tuple[Token, ...], saw: Token) -> bool:
    """Whether what sees is a time or a happening; people see with their eyes."""
    before = [t for t in tokens if t.head == saw.index and t.index < saw.index]
    if any(t.tag == "MD" or t.dep == "neg" for t in before):
        return False
    for noun in (t for t in before if t.dep in ("nsubj", "npadvmod")):
        meant = tokens[saw.head] if noun.tag in RELATIVE and saw.dep == "relcl" else noun
        known = (meant.lemma.lower(), "NOUN") in lexicon.event_types() and meant.tag in ("NN", "NNS")
        if meant.entity in TIMES or known:
            return True
    return False


def _deed(tokens: tuple[Token, ...], saw: Token) -> Token | None:
    """The verb of the small clause, with whom it is told of between the two."""
    for token in tokens[saw.index + 2 :]:
        if token.tag not in ("VB", "VBN", "VBD", "VBG"):
            continue
        if token.dep == "ccomp" and token.head == saw.index:
            between = any(
                t.head == token.index and t.dep in ("nsubj", "nsubjpass") and t.index > saw.index for t in tokens
            )
            marked = any(t.head == token.index and t.dep in ("mark", "aux", "auxpass") for t in tokens)
            return token if between and not marked else None
        whose = tokens[token.head]
        if token.dep == "acl" and token.tag == "VBN" and whose.dep == "dobj" and whose.head == saw.index:
            return token
    return None


def _borne_by(tokens: tuple[Token, ...], saw: Token, deed: Token) -> tuple[Token, ...]:
    """The same tokens; the deed stands where the seeing stood, and what saw it tells when.

    Its perfect stays with the seeing: what a war has seen is no news of today.
    """
    suffers = deed.tag in ("VBN", "VBD") and not any(t.head == deed.index and t.dep == "dobj" for t in tokens)
    tag = "VBN" if suffers else "VBD"
    whom = tokens[deed.head] if deed.dep == "acl" else None
    others = {t.index for t in tokens if t.dep == "conj" and t.tag == "VBN" and t.head in (saw.index, deed.index)}
    changed = [replace(deed, tag=tag, dep=saw.dep, head=deed.index if saw.head == saw.index else saw.head)]
    for token in tokens:
        if whom is not None and token.index == whom.index:
            changed.append(replace(token, dep="nsubjpass", head=deed.index))
        elif token.dep == "nsubj" and (token.head in others or (suffers and token.head == deed.index)):
            changed.append(replace(token, dep="nsubjpass"))
        elif token.head == deed.index and token.dep == "conj" and token.tag == "VB":
            changed.append(replace(token, tag=tag))
        elif token.head == saw.index and token.index not in (saw.index, deed.index) and token.dep != "aux":
            dep = "npadvmod" if token.dep == "nsubj" and token.index < saw.index else token.dep
            changed.append(replace(token, dep=dep, head=deed.index))
    return with_token(tokens, *changed, replace(saw, pos="AUX", dep="aux", head=deed.index))


SEEN_BY_TIMES: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (_happened,)
"""Repairs of what a time is said to see."""
