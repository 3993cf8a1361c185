"""Text to sentences, tokens and tense. This folder is the only home of spacy."""

from __future__ import annotations

import functools
import gc
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

import spacy

from pipeline import gazetteer
from pipeline.language.casing import readable
from pipeline.language.embedding import embed_once
from pipeline.language.exceptions import Remembered
from pipeline.language.prefixes import keep_whole, lemmatise
from pipeline.language.segments import Segment, segments
from pipeline.language.sentences import sentences
from pipeline.language.steps import parsed
from pipeline.model import Document, Sentence
from pipeline.resources import ResourceError
from pipeline.settings.language import PARSE_BATCH, PARSE_BATCH_MOST, SPACY_MODEL

__all__ = ["parse"]

GARBAGE = 20_000
"""Objects made, and not yet unmade, between two looks of the garbage collector: those of some articles."""


def parse(documents: Iterable[Document]) -> Iterator[tuple[Sentence, ...]]:
    """One tuple of sentences per document, in order; parsed in batches across documents.

    Only headline, subheading and body are parsed. A document in another script than Latin, or with
    more than PARSED_MOST characters, gives no sentences.
    """
    waiting: deque[Document] = deque()
    found: list[Sentence] = []
    done = 0
    nlp = _pipeline()
    lemmatiser = nlp.get_pipe("lemmatizer")
    sizes = {"batch": int(PARSE_BATCH.number), "most": int(PARSE_BATCH_MOST.number)}
    for doc, (number, segment) in parsed(nlp, _feed(documents, waiting), **sizes):
        while done < number:
            yield tuple(found)
            waiting.popleft()
            found, done = [], done + 1
        if segment is not None:
            lemmatise(doc, lemmatiser)
            found.extend(sentences(doc, segment, waiting[0], first=len(found)))
    for _ in range(len(waiting)):
        yield tuple(found)
        found = []


def _feed(documents: Iterable[Document], waiting: deque[Document]) -> Iterator[tuple[str, tuple[int, Segment | None]]]:
    for number, document in enumerate(documents):
        waiting.append(document)
        pieces = tuple(segments(document))
        for segment in pieces:
            yield readable(segment, document.text), (number, segment)


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
    if nlp.has_pipe("attribute_ruler"):
        exceptions: Any = nlp.get_pipe("attribute_ruler")
        exceptions.matcher = Remembered(exceptions)
    keep_whole(nlp)
    ruler: Any = nlp.add_pipe("entity_ruler", before="ner", config={"phrase_matcher_attr": "ORTH"})
    with nlp.select_pipes(enable=["entity_ruler"]):  # It would parse and tag each name, of which only the words count.
        ruler.add_patterns(list(gazetteer.entity_patterns()))
    recogniser: Any = nlp.get_pipe("ner")
    for label in ruler.labels:
        recogniser.add_label(label)
    embed_once(nlp)
    # It would count its thousands of patterns anew for each paragraph, only to warn where there are none.
    ruler._require_patterns = lambda: None
    # It lasts as long as the process: the garbage collector need not walk through all its objects again and again, and
    # what the stages make is records without cycles.
    gc.collect()
    gc.freeze()
    gc.set_threshold(GARBAGE)
    return nlp
