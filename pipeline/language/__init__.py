"""Text to sentences, tokens and tense. This folder is the only home of spacy."""

from __future__ import annotations

import functools
import gc
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any, Literal

import spacy

from pipeline import gazetteer
from pipeline.language.casing import names_in, readable, small_words
from pipeline.language.segments import Segment, segments
from pipeline.model import Document, Sentence, Span, Tense, Token
from pipeline.resources import ResourceError, Row, table
from pipeline.settings.language import PARSE_BATCH, SPACY_MODEL

__all__ = ["parse"]


class Lemma(Row):
    """The lemma of a form that the pipeline's own rules get wrong: fined is of fine, not of fin."""

    form: str
    pos: Literal["VERB", "NOUN", "ADJ"]
    lemma: str
    example: str


def parse(documents: Iterable[Document]) -> Iterator[tuple[Sentence, ...]]:
    """One tuple of sentences per document, in order; parsed in batches across documents.

    Only headline, subheading and body are parsed. A document in another script than Latin gives no sentences.
    """
    waiting: deque[Document] = deque()
    found: list[Sentence] = []
    done = 0
    parsed = _pipeline().pipe(_feed(documents, waiting), as_tuples=True, batch_size=int(PARSE_BATCH.number))
    for doc, (number, segment) in parsed:
        while done < number:
            yield tuple(found)
            waiting.popleft()
            found, done = [], done + 1
        if segment is not None:
            found.extend(_sentences(doc, segment, waiting[0], first=len(found)))
    for _ in range(len(waiting)):
        yield tuple(found)
        found = []


def _feed(documents: Iterable[Document], waiting: deque[Document]) -> Iterator[tuple[str, tuple[int, Segment | None]]]:
    for number, document in enumerate(documents):
        waiting.append(document)
        pieces = tuple(segments(document))
        names, small = names_in(document.text), small_words(document.text)
        for segment in pieces:
            yield readable(segment, names=names, small=small), (number, segment)


@functools.cache
def _pipeline() -> Any:
    """The spaCy pipeline named by the setting, with the gazetteer's names ahead of its own entity recogniser.

    Raises:
        ResourceError: when that pipeline is not installed.
    """
    name = str(SPACY_MODEL.default)
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise ResourceError(
            f"setting spacy_model: no installed spaCy pipeline is called {name!r}; run `make`"
        ) from error
    ruler: Any = nlp.add_pipe("entity_ruler", before="ner", config={"phrase_matcher_attr": "ORTH"})
    ruler.add_patterns(list(gazetteer.entity_patterns()))
    # It lasts as long as the process: the garbage collector need not walk through all its objects again and again.
    gc.collect()
    gc.freeze()
    return nlp


@functools.cache
def _lemmas() -> dict[tuple[str, str], str]:
    return {(row.form, row.pos): row.lemma for row in table("lexicons/en/lemmas.csv", Lemma)}


def _sentences(doc: Any, segment: Segment, document: Document, *, first: int) -> Iterator[Sentence]:
    index = first
    for sent in doc.sents:
        tokens = [token for token in sent if not token.is_space]
        if not tokens:
            continue
        places = {token.i: position for position, token in enumerate(tokens)}
        start, end = segment.offset + tokens[0].idx, segment.offset + tokens[-1].idx + len(tokens[-1].text)
        yield Sentence(
            doc_id=document.doc_id,
            index=index,
            span=Span(start, end),
            tokens=tuple(_token(token, places, segment, document.text) for token in tokens),
            tense=_tense(sent.root),
            block=segment.kind,
        )
        index += 1


def _token(token: Any, places: dict[int, int], segment: Segment, text: str) -> Token:
    start = segment.offset + token.idx
    end = start + len(token.text)
    here = places[token.i]
    head = token.head
    while head.i not in places and head.head.i != head.i:
        head = head.head
    return Token(
        index=here,
        span=Span(start, end),
        text=text[start:end],
        lemma=_lemma(token),
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        head=places.get(head.i, here),
        morph=str(token.morph),
        entity=token.ent_type_,
        actor_id=token.ent_id_,
    )


def _lemma(token: Any) -> str:
    """In lower case, except of a proper noun."""
    found: str = token.lemma_
    return found if token.pos_ == "PROPN" else _lemmas().get((token.lower_, token.pos_), found.lower())


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
