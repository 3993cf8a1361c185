"""Thresholds of resolving temporal expressions."""

from __future__ import annotations

from pipeline.settings.setting import Setting

PIECE_CHARACTERS = Setting(
    name="piece_characters",
    default=8000,
    unit="characters",
    why="Longer texts are searched piece by piece, cut between paragraphs, so that memory stays small and time linear.",
)

TENSE_REACH = Setting(
    name="tense_reach",
    default=40,
    unit="tokens",
    why="A verb further away than this belongs to another thought, and a text without full stops must stay linear.",
)

SENTENCE_CHARACTERS = Setting(
    name="sentence_characters",
    default=300,
    unit="characters",
    why="A sentence is compared with another for so far to either side of its date; longer ones must not cost more.",
)

RECENT_DAYS = Setting(
    name="recent_days",
    default=7,
    unit="days",
    why='"In recent days" looks back about a week; longer back one would say weeks.',
)

DAYS_AFTER_EVENT = Setting(
    name="days_after_event",
    default=14,
    unit="days",
    why='"Days after" a known event reaches two weeks at most; then one counts in weeks.',
)

DAYS_ACROSS = Setting(
    name="days_across",
    default=90,
    unit="days",
    why="Another article dates an event for this one only when it came at most so long before this one was published.",
)

DAY_COUNT_SLACK = Setting(
    name="day_count_slack",
    default=4,
    unit="days",
    why='"Day 300 of the war" is told on that day or a few days on; a war whose day 300 lies elsewhere is not meant.',
)

DAYS_BEFORE_REPORT = Setting(
    name="days_before_report",
    default=6,
    unit="days",
    why='"Days after he vowed it, he acted on Friday": the vow lies within the week before that Friday.',
)

PUBLISHED_SAMPLES = Setting(
    name="published_samples",
    default=400,
    unit="days",
    why="An unsure publication date is tried day by day up to this many days, and at as many even steps beyond.",
)

NARRATIVE_YEARS = Setting(
    name="narrative_years",
    default=3,
    unit="dates with a year of their own",
    why="A history names many past years; a news report with a single look back must not count as one.",
)

LONG_AGO = Setting(
    name="long_ago",
    default=15,
    unit="years",
    why="News does not open with a day of so many years ago and then speak of no day of its own time.",
)

BEYOND_MEMORY = Setting(
    name="beyond_memory",
    default=100,
    unit="years",
    why="A text that opens with a day so long ago is a history even where it names no second year: nobody is alive.",
)

FUTURE_PREFERENCE = Setting(
    name="future_preference",
    default=0.5,
    unit="ratio of distances",
    why="Without a tense to tell, a date ahead is taken only when it is less than half as far as the one behind.",
)

CLOSE_PREFERENCE = Setting(
    name="close_preference",
    default=0.2,
    unit="ratio of distances",
    why="A date five times as near as the other wins over the tense: nobody gives a day a year off without its year.",
)

AGAINST_PAST = Setting(
    name="against_past",
    default=0.08,
    unit="ratio of distances",
    why="Under a past verb a date some days ahead is of another verb, one months ahead is of last year.",
)

DOUBTFUL_YEAR = Setting(
    name="doubtful_year",
    default=2.5,
    unit="ratio of distances",
    why="The December of last year, told in October, may be the one to come: the year is given with a question mark.",
)

FRAME_REACH = Setting(
    name="frame_reach",
    default=600,
    unit="characters",
    why="A year that opens a sentence sets the time of that sentence and the next; two long sentences are no longer.",
)

QUOTATION_REACH = Setting(
    name="quotation_reach",
    default=400,
    unit="characters",
    why="Quotation marks further apart than this are rarely a pair, and a speaker is named next to the quoted words.",
)

STORY_LEAP = Setting(
    name="story_leap",
    default=240,
    unit="days",
    why="In a history, a month that would lie this far back belongs to the next year: December, then January.",
)

SHORT_YEAR_AHEAD = Setting(
    name="short_year_ahead",
    default=10,
    unit="years",
    why="A year of two digits looks back, but bonds and plans may lie a few years ahead.",
)

MESSAGE_SHARE = Setting(
    name="message_share",
    default=0.05,
    unit="share of words",
    why='Where one word in twenty is "u", "pls" or "2nite" the text is a message; a report quotes one at most.',
)

JOTTED_WORDS = Setting(
    name="jotted_words",
    default=20,
    unit="words",
    why="A text this short that begins with a small letter is a note or a phrase typed in, not an article.",
)

TIMEX: tuple[Setting, ...] = (
    MESSAGE_SHARE,
    JOTTED_WORDS,
    PIECE_CHARACTERS,
    TENSE_REACH,
    SENTENCE_CHARACTERS,
    RECENT_DAYS,
    DAYS_AFTER_EVENT,
    DAYS_BEFORE_REPORT,
    DAY_COUNT_SLACK,
    DAYS_ACROSS,
    PUBLISHED_SAMPLES,
    NARRATIVE_YEARS,
    LONG_AGO,
    BEYOND_MEMORY,
    FUTURE_PREFERENCE,
    CLOSE_PREFERENCE,
    AGAINST_PAST,
    DOUBTFUL_YEAR,
    FRAME_REACH,
    QUOTATION_REACH,
    STORY_LEAP,
    SHORT_YEAR_AHEAD,
)
