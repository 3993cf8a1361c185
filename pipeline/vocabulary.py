"""The closed vocabularies of the records: every value that a field of that kind can have."""

from __future__ import annotations

from typing import Literal

BlockKind = Literal["headline", "subheading", "body", "caption", "sidebar", "ui", "blurb", "footer"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Granularity = Literal[
    "minute", "day", "week", "month", "quarter", "season", "year", "decade", "century", "vague", "none"
]
PublishedBasis = Literal["metadata", "given", "inferred", "unknown"]
Reliability = Literal["given", "confirmed", "stated", "indirect", "inferred", "conflicting", "unknown"]
"""How far to trust a publication date; data/schema/documents.csv says what each means."""
Dating = Literal[
    "explicit", "publication-relative", "anaphoric", "event-anchored", "inherited", "cross-document", "corrected",
    "undated",
]  # fmt: skip
"""How a date was found; `corrected` when a reader set it by hand."""
Factuality = Literal["asserted", "reported", "alleged", "denied", "planned", "hypothetical"]
Certainty = Literal["certain", "probable", "possible", "unspecified"]
Polarity = Literal["positive", "negative"]
Tense = Literal["past", "present", "future", "none"]
Severity = Literal["skipped", "warning"]
Agreement = Literal["single", "agreed", "conflicting", "undated"]

ARTICLE_BLOCKS: frozenset[str] = frozenset({"headline", "subheading", "body"})
"""The kinds of block whose events reach the timeline and whose dates may vote on the publication date."""

TOLD: tuple[Factuality, ...] = ("asserted", "reported", "alleged")
"""Of what is told as so, in whoever's words."""

STATED: tuple[PublishedBasis, ...] = ("given", "metadata")
"""Of a publication date that is not worked out from the text."""

DISAGREEMENT = "disagreement"
"""The choice of a trace step where statements about a publication date contradict each other; shown as a warning."""
