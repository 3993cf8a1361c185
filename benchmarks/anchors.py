"""Dates of events as the pipeline gives them from reference expressions, with the linker blind to the text it dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unittest.mock import patch

import regression
import timeml
import train_linker

from pipeline import events, language
from pipeline.events.dating import linker


def by_pipeline(
    corpora: Sequence[timeml.Corpus], documents: Sequence[train_linker.Examples]
) -> Iterator[dict[str, object]]:
    """One row for each mention that has a closed date; `documents` are the linker's examples of the same texts."""
    blind = {
        name: model
        for seen, unseen in regression.folds(documents)
        for model in [train_linker.fit(seen)]
        for name, _ in unseen
    }
    parsed = language.parse([corpus.document for corpus in corpora])
    for corpus, sentences in zip(corpora, parsed, strict=True):
        name = corpus.document.name
        with patch.object(linker, "linker", lambda weights=blind[name]: weights):
            found = events.extract(corpus.document, sentences, corpus.expressions)
        for mention in found:
            first, last = mention.interval.iso() if mention.interval else (None, None)
            if first and last:
                start = mention.trigger.start
                yield {"doc": name, "event_start": start, "date_start": first, "date_end": last}
