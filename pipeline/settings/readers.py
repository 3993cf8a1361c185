"""Thresholds of what is read from a file."""

from __future__ import annotations

from pipeline.settings.setting import Setting

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

READERS: tuple[Setting, ...] = (
    READER_MAX_BYTES,
    READER_MAX_FRONT_MATTER,
    READER_CONTROL_SHARE,
)
