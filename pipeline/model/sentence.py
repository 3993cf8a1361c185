"""Sentences and tokens, as the parser gives them."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.span import Span
from pipeline.vocabulary import BlockKind, Tense


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a parsed sentence. `head` indexes the sentence's tokens; the root is its own head."""

    index: int
    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    """Named-entity label of the token, "" for none (spaCy's scheme, or the gazetteer's kind)."""
    actor_id: str
    """Identifier in data/knowledge/actors.csv when the gazetteer knows the name, else ""."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence. `quoted_by` names the speaker when the sentence stands inside that person's quotation."""

    doc_id: str
    index: int
    span: Span
    tokens: tuple[Token, ...]
    tense: Tense
    block: BlockKind
    quoted_by: str | None = None
