"""The frozen records that stages add to a document. Spans are half-open, in Unicode code points of `Document.text`.

Records flow one way: Document -> Sentence -> LocalExpression -> TemporalExpression -> EventMention -> Event.
Terms are those of TimeML (temporal expressions) and PLOVER (events); see docs/terms.md.
"""

from __future__ import annotations

from pipeline.model.document import Block, Document
from pipeline.model.event import Candidate, Event, Inheritance
from pipeline.model.expression import LocalExpression, TemporalExpression
from pipeline.model.issue import Issue
from pipeline.model.mention import EventMention
from pipeline.model.sentence import Sentence, Token
from pipeline.model.trace import Step, Trace
from pipeline.span import Span
from pipeline.vocabulary import (
    ARTICLE_BLOCKS,
    Agreement,
    BlockKind,
    Certainty,
    Dating,
    Factuality,
    Granularity,
    Polarity,
    PublishedBasis,
    Reliability,
    Severity,
    Tense,
    TimexType,
)

__all__ = [
    "ARTICLE_BLOCKS",
    "Agreement",
    "Block",
    "BlockKind",
    "Candidate",
    "Certainty",
    "Dating",
    "Document",
    "Event",
    "EventMention",
    "Factuality",
    "Granularity",
    "Inheritance",
    "Issue",
    "LocalExpression",
    "Polarity",
    "PublishedBasis",
    "Reliability",
    "Sentence",
    "Severity",
    "Span",
    "Step",
    "TemporalExpression",
    "Tense",
    "TimexType",
    "Token",
    "Trace",
]
