"""What the parser made of a stretch of text, as our own sentences and tokens."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any, Literal

from spacy.attrs import DEP, ENT_ID, ENT_TYPE, HEAD, IDX, IS_SPACE, LEMMA, LENGTH, LOWER, POS, TAG

from pipeline.language.segments import Segment
from pipeline.model import Document, Sentence, Span, Tense, Token
from pipeline.resources import Row, table

NAMED = [LEMMA, LOWER, POS, TAG, DEP, ENT_TYPE, ENT_ID]
PLACED = [IDX, LENGTH, IS_SPACE, HEAD]
"""Read for all tokens at once: a property of each token would cost a call."""


class Lemma(Row):
    """The lemma of a form that the pipeline's own rules get wrong: fined is of fine, not of fin."""

    form: str
    pos: Literal["VERB", "NOUN", "ADJ"]
    lemma: str
    example: str


@functools.cache
def _lemmas() -> dict[tuple[str, str], str]:
    return {(row.form, row.pos): row.lemma for row in table("lexicons/en/lemmas.csv", Lemma)}


def sentences(doc: Any, segment: Segment, document: Document, *, first: int) -> Iterator[Sentence]:
    """The sentences of a parsed stretch, numbered from `first`; white space is no token."""
    index = first
    strings, named = doc.vocab.strings, doc.to_array(NAMED).tolist()
    placed = doc.to_array(PLACED).view("int64").tolist()
    for sent in doc.sents:
        kept = [at for at in range(sent.start, sent.end) if not placed[at][2]]
        if not kept:
            continue
        words = [[strings[each] for each in named[at]] for at in kept]
        spots = list(_spots(placed, kept, segment.offset))
        tokens = tuple(_token(here, words[here], *spot, document.text) for here, spot in enumerate(spots))
        yield Sentence(
            doc_id=document.doc_id,
            index=index,
            span=Span(tokens[0].span.start, tokens[-1].span.end),
            tokens=tokens,
            tense=_tense(sent.root),
            block=segment.kind,
        )
        index += 1


def _spots(placed: list[list[int]], kept: list[int], offset: int) -> Iterator[tuple[Span, int]]:
    """Where each token stands, and its head in the sentence: the nearest above that is no white space, else itself."""
    places = {at: here for here, at in enumerate(kept)}
    for here, at in enumerate(kept):
        start, length, _, above = placed[at]
        head = at + above
        while head not in places and placed[head][3]:
            head += placed[head][3]
        yield Span(offset + start, offset + start + length), places.get(head, here)


def _token(here: int, words: list[str], span: Span, head: int, text: str) -> Token:
    lemma, lower, pos, tag, dep, entity, actor = words
    return Token(
        index=here,
        span=span,
        text=text[span.start : span.end],
        lemma=lemma if pos == "PROPN" else _lemmas().get((lower, pos), lemma.lower()),
        pos=pos,
        tag=tag,
        dep=dep,
        head=head,
        entity=entity,
        actor_id=actor,
    )


def _tense(root: Any) -> Tense:
    """Tense of a clause's head verb: a modal of the future wins, then the finite form."""
    auxiliaries = [child for child in root.children if child.dep_ in ("aux", "auxpass")]
    if any(child.lower_ in ("will", "shall", "'ll", "’ll", "wo") for child in auxiliaries):
        return "future"
    finite = [root, *auxiliaries]
    if any(token.tag_ == "VBD" for token in finite):
        return "past"
    if root.tag_ == "VBN" and any(token.lemma_.lower() == "have" for token in auxiliaries):
        return "past"
    return "present" if any(token.tag_ in ("VBZ", "VBP", "MD") for token in finite) else "none"
