"""A name right behind a common noun tells which one is meant: the news outlet BelTA, the state enterprise Rodnik."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.events.parse.explaining import EXPLAINING
from pipeline.events.parse.rehang import SUBJECTS, is_below, stretch, with_token
from pipeline.model import Token


def _named_outright(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The news outlet BelTA reported: a name right behind the noun it explains is no second subject."""
    for token in tokens:
        if token.dep not in SUBJECTS or token.pos != "PROPN" or token.index == 0:
            continue
        before = tokens[token.index - 1]
        first = next((t for t in tokens[: token.index] if t.head == token.head and t.dep in SUBJECTS), None)
        if first is None or before.tag != "NN" or before.entity or not is_below(tokens, before.index, first.index):
            continue
        if not any(t.head == token.index and t.index < token.index for t in tokens):
            tokens = with_token(tokens, replace(token, dep="appos", head=before.index))
    return tokens


def _named_for_a_clause(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Sanctions on the state enterprise Rodnik back in May: a name is no clause, it tells which enterprise."""
    for token in (t for t in tokens[1:] if t.pos == "PROPN" and t.dep in ("advcl", "ccomp") and t.entity):
        before = tokens[token.index - 1]
        if before.tag == "NN" and not before.entity and before.dep in ("pobj", "dobj", *SUBJECTS):
            tokens = with_token(tokens, replace(token, dep="appos", head=before.index))
            for late in [t for t in tokens if t.head == token.index and t.index > token.index]:
                tokens = with_token(tokens, replace(late, head=token.head))
    return tokens


def _called_a(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Declared the channel Belsat an extremist group: with "a" and without a comma it is what the thing is called.

    Behind whom something is given to it is the thing: handed Ivan Petrov a prison term.
    """
    for token in (t for t in tokens if t.dep == "appos" and t.tag == "NN"):
        thing, start = tokens[token.head], stretch(tokens, token.index)[0]
        said = thing.dep in ("dobj", "dative") and tokens[thing.head].pos == "VERB" and thing.head < thing.index
        if said and start > thing.index and tokens[start].text.lower() in ("a", "an") and _is_word(tokens[start - 1]):
            dep = "oprd" if thing.dep == "dobj" else "dobj"
            tokens = with_token(tokens, replace(token, dep=dep, head=thing.head))
    return tokens


def _posted_a_video(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Posted on a channel a video of them: a thing with its article behind a verb without an object is the object."""
    for token in (t for t in tokens if t.dep == "npadvmod" and t.tag == "NN" and not t.entity):
        verb = tokens[token.head]
        has = {t.dep for t in tokens if t.head == verb.index}
        article = any(t.head == token.index and t.text.lower() in ("a", "an") for t in tokens)
        active = verb.tag in ("VBD", "VBZ", "VBP") and not has & {"dobj", "ccomp", "xcomp", "attr", "oprd", "auxpass"}
        apart = not _is_word(tokens[stretch(tokens, token.index)[0] - 1])  # He resigned, a move that shook Riga.
        if article and active and "prep" in has and token.index > verb.index + 1 and not apart:
            tokens = with_token(tokens, replace(token, dep="dobj"))
    return tokens


def _title_before_name(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """NATO member Lithuania closed the border: without an article what stands before a name is its title."""
    for noun in (t for t in tokens[:-1] if t.tag == "NN" and not t.entity):
        name = tokens[noun.index + 1]
        if name.dep != "appos" or name.head != noun.index or name.pos != "PROPN" or not name.entity:
            continue
        start = stretch(tokens, noun.index)[0]
        bare = all(t.dep == "compound" and t.pos == "PROPN" for t in tokens[start : noun.index])
        if bare and start < noun.index:
            head = name.index if noun.head == noun.index else noun.head
            tokens = with_token(tokens, replace(name, dep=noun.dep, head=head))
            tokens = with_token(tokens, replace(noun, dep="compound", head=name.index))
            for late in [t for t in tokens[name.index + 1 :] if t.head == noun.index]:
                tokens = with_token(tokens, replace(late, head=name.index))
    return tokens


def _is_word(token: Token) -> bool:
    return token.pos not in ("PUNCT", "CCONJ")


NAMED: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (
    _named_outright,
    _named_for_a_clause,
    _called_a,
    _posted_a_video,
    _title_before_name,
    *EXPLAINING,
)
"""Repairs of names that the parser takes for something else than the noun before them."""
