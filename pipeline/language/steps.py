"""spaCy's components over one batch after the other; parser and recogniser a step at a time for all of a batch.

Their own loop runs outside Python's lock, and their compiled steps take that lock again for each question that they
ask, hundreds of times for a token. The same steps called with the lock held do the same in half the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from spacy.pipeline.transition_parser import Parser

With = TypeVar("With")
_APOSTROPHE = str.maketrans({"ʼ": "’"})
"""The letter that some writers of Ukrainian put for an apostrophe, which spaCy takes for a part of the word."""


def parsed(nlp: Any, texts: Iterable[tuple[str, With]], *, batch: int, most: int) -> Iterator[tuple[Any, With]]:
    """The texts as docs of a spaCy pipeline, in order, each with what came with it.

    Args:
        nlp: the spaCy pipeline.
        texts: each text, and what comes with it.
        batch: texts of a batch at most.
        most: characters from which on a batch is full.
    """
    for group in _batches(texts, batch, most):
        docs = _docs(nlp, [text for text, _ in group])
        yield from zip(docs, [beside for _, beside in group], strict=True)


def _batches(texts: Iterable[tuple[str, With]], batch: int, most: int) -> Iterator[list[tuple[str, With]]]:
    group: list[tuple[str, With]] = []
    for each in texts:
        group.append(each)
        if len(group) == batch or sum(len(text) for text, _ in group) >= most:
            yield group
            group = []
    if group:
        yield group


def _docs(nlp: Any, texts: Sequence[str]) -> list[Any]:
    docs = [nlp.make_doc(text.translate(_APOSTROPHE)) for text in texts]
    for _, component in nlp.pipeline:
        if isinstance(component, Parser) and component.cfg["beam_width"] == 1:
            _by_steps(component, [doc for doc in docs if len(doc)])
        else:
            docs = list(component.pipe(docs, batch_size=len(docs)))
    return docs


def _by_steps(component: Any, docs: list[Any]) -> None:
    """Takes all docs on by one transition at a time, each to its end."""
    if not docs:
        return
    states = component.moves.init_batch(docs)
    model = component.model.predict(docs)
    under_way = list(states)
    while under_way:
        under_way = component.transition_states(under_way, model.predict(under_way))
    model.clear_memory()
    component.set_annotations(docs, states)
