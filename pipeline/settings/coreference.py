"""Thresholds of when mentions are one event."""

from __future__ import annotations

from pipeline.settings.setting import Setting

COREFERENCE_THRESHOLD = Setting(
    name="coreference_threshold",
    default=0.65,
    unit="sum of evidence",
    why="Kind and people and day together pass it; any two of them alone do not.",
)

COREFERENCE_PRECISE_DAYS = Setting(
    name="coreference_precise_days",
    default=7,
    unit="days",
    why="Within a week two meetings of the same people are rarely two; within a month they often are.",
)

COREFERENCE_DATE_SLACK = Setting(
    name="coreference_date_slack",
    default=2,
    unit="days",
    why="Articles that count from different publication days differ by a day; further apart they mean two events.",
)

COREFERENCE_COPY_DAYS = Setting(
    name="coreference_copy_days",
    default=3,
    unit="days",
    why="News of one event without a date is printed within about three days of each other.",
)

COREFERENCE_SPEECH_LIKENESS = Setting(
    name="coreference_speech_likeness",
    default=0.4,
    unit="share of title words",
    why="A politician says many things in a day; below this the two sayings are about different matters.",
)

COREFERENCE_MATTER_LIKENESS = Setting(
    name="coreference_matter_likeness",
    default=0.25,
    unit="share of title words",
    why="An article that tells of one act twice repeats some of its words; it may well use a verb for two acts.",
)

COREFERENCE_AMBIGUITY = Setting(
    name="coreference_ambiguity",
    default=0.1,
    unit="sum of evidence",
    why="Two dated partners this close in evidence leave an undated mention undecided.",
)

COREFERENCE_WINDOW = Setting(
    name="coreference_window",
    default=20,
    unit="mentions",
    why="Neighbours in time that a mention is compared with; keeps a block of any size linear.",
)

COREFERENCE_COPY_SHARE = Setting(
    name="coreference_copy_share",
    default=0.8,
    unit="share of word sequences",
    why="Edited wire copies keep nine tenths of their words in order; articles on one event a few per cent.",
)

COREFERENCE_AGENCY_SHARE = Setting(
    name="coreference_agency_share",
    default=0.5,
    unit="share of word sequences",
    why="Of an agency's report that it names an outlet keeps half and more, and adds lines of its own.",
)

COREFERENCE_OUTLET_BONUS = Setting(
    name="coreference_outlet_bonus",
    default=0.05,
    unit="importance",
    why="Each further independent article raises an event a little; twenty make any event top news.",
)

COREFERENCE: tuple[Setting, ...] = (
    COREFERENCE_THRESHOLD,
    COREFERENCE_PRECISE_DAYS,
    COREFERENCE_DATE_SLACK,
    COREFERENCE_COPY_DAYS,
    COREFERENCE_SPEECH_LIKENESS,
    COREFERENCE_MATTER_LIKENESS,
    COREFERENCE_AMBIGUITY,
    COREFERENCE_WINDOW,
    COREFERENCE_COPY_SHARE,
    COREFERENCE_AGENCY_SHARE,
    COREFERENCE_OUTLET_BONUS,
)
