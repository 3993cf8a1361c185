"""Words that tell whether something happened, and whose words they are: each is true of its example alone."""

from __future__ import annotations

import pytest

from pipeline.events.claim_lexicon import ClaimWord
from pipeline.events.claims.irrealis import is_topic
from pipeline.events.parse.negation import is_negated
from pipeline.events.parse.syntax import tree
from pipeline.resources import table
from tests.events import reading


def negated(text: str) -> bool:
    """Whether the main verb is."""
    parsed = next(iter(map(tree, reading.sentences(reading.document(text)))))
    return is_negated(parsed, next(token.index for token in parsed.tokens if token.dep == "ROOT"))


def talked_about(text: str) -> bool:
    parsed = next(iter(map(tree, reading.sentences(reading.document(text)))))
    return is_topic(parsed, next(token.index for token in parsed.tokens if token.text == "freeing"))


def fate(text: str) -> str:
    return reading.mention(text, "attack").factuality


def charged(text: str) -> bool:
    return reading.mention(text, "say").event_type == "ACCUSE"


@pytest.mark.parametrize(
    "row", table("lexicons/en/claim_words.csv", ClaimWord), ids=lambda row: f"{row.word}-{row.kind}"
)
def test_a_word_tells_whether_it_happened_and_who_says_so(row: ClaimWord) -> None:
    texts = (row.example, row.counterexample)
    match row.kind:
        case "negates" | "nobody" | "rules out":
            assert [negated(text) for text in texts] == [True, False]
        case "is about":
            assert [talked_about(text) for text in texts] == [True, False]
        case "is behind":
            assert [fate(text) for text in texts] == ["asserted", "denied"]
        case "doubts":
            assert [charged(text) for text in texts] == [False, True]
        case "may be":
            assert [fate(text) for text in texts] == ["hypothetical", "planned"]
        case "speaks for somebody" | "of his words":
            assert [charged(text) for text in texts] == [True, False]
        case "in writing" | "puts out":
            assert [reading.mention(text, "attack").claimant == "Baltic Council" for text in texts] == [True, False]
