"""Thresholds of finding events and their dates."""

from __future__ import annotations

from pipeline.settings.setting import Setting

TRIGGER_THRESHOLD = Setting(
    name="trigger_threshold",
    default=0.42,
    unit="probability",
    why="Where precision and recall of event words balance on news held out from training.",
)

SCENE_REACH = Setting(
    name="scene_reach",
    default=5,
    unit="sentences",
    why="Over so many sentences a story told in the simple past stays in one scene; further on a new one is likelier.",
)

PRONOUN_REACH = Setting(
    name="pronoun_reach",
    default=6,
    unit="sentences",
    why='Whoever was last spoken of further back is rarely meant by a pronoun or by "the dictator".',
)

OPENING_SENTENCES = Setting(
    name="opening_sentences",
    default=3,
    unit="sentences",
    why="A news report names the day it tells of in its first sentences; a day named later belongs to a side story.",
)

OPENING_DAYS = Setting(
    name="opening_days",
    default=7,
    unit="days",
    why="A day further back than a week in the opening is background, and no news of its own hangs on it.",
)

NEWS_DAYS = Setting(
    name="news_days",
    default=2,
    unit="days",
    why="What a report opens with as just done came on its day or at most so many days before: later it is no news.",
)

LINKER_SURE = Setting(
    name="linker_sure",
    default=0.8,
    unit="probability",
    why="Five-fold on TimeML news, days scored 0.8 and above are right in nine of ten cases, as by the rules.",
)

LINKER_THRESHOLD = Setting(
    name="linker_threshold",
    default=0.6,
    unit="probability",
    why="Five-fold on TimeML news, days scored 0.6 to 0.8 are right in two of three cases, below in less than half.",
)

EVENTS: tuple[Setting, ...] = (
    TRIGGER_THRESHOLD,
    SCENE_REACH,
    PRONOUN_REACH,
    OPENING_SENTENCES,
    OPENING_DAYS,
    NEWS_DAYS,
    LINKER_SURE,
    LINKER_THRESHOLD,
)
