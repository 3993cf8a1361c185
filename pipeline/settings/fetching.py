"""Limits of fetching."""

from __future__ import annotations

from pipeline.settings.setting import Setting

FETCH_TIMEOUT = Setting(
    name="fetch_timeout",
    default=20,
    unit="seconds",
    why="To connect, and between two pieces of an answer: a news site that is up answers within a few.",
)

FETCH_TOTAL = Setting(
    name="fetch_total",
    default=120,
    unit="seconds",
    why="A whole answer; a server that drips byte by byte would hold the run for ever.",
)

FETCH_MAX_BYTES = Setting(
    name="fetch_max_bytes",
    default=16_000_000,
    unit="bytes after decompression",
    why="A page is below one million, a PDF report below ten; more is a film or a bomb.",
)

FETCH_REDIRECTS = Setting(
    name="fetch_redirects",
    default=5,
    unit="redirects",
    why="From http to https, to www, to the article: three; more is a circle.",
)

FETCH_PAUSE = Setting(
    name="fetch_pause",
    default=1.0,
    unit="seconds between two requests to one host",
    why="What a person would do; robots.txt may ask for more.",
)

FETCH_LONGEST_PAUSE = Setting(
    name="fetch_longest_pause",
    default=30,
    unit="seconds",
    why="A host that asks for longer pauses does not want to be read by machine; it is named and left.",
)

FETCH_ENTRIES = Setting(
    name="fetch_entries",
    default=200,
    unit="entries of a feed",
    why="Feeds hold some dozens; one of thousands is an archive, and is for a file.",
)

WATCH_QUIET = Setting(
    name="watch_quiet",
    default=1.0,
    unit="seconds",
    why="A file that is being copied changes many times a second; after a second of silence it is whole.",
)

WATCH_MINUTES = Setting(
    name="watch_minutes",
    default=15,
    unit="minutes",
    why="Between two looks at a feed: news sites renew theirs every few minutes, and ask for no more.",
)

FETCHING: tuple[Setting, ...] = (
    FETCH_TIMEOUT,
    FETCH_TOTAL,
    FETCH_MAX_BYTES,
    FETCH_REDIRECTS,
    FETCH_PAUSE,
    FETCH_LONGEST_PAUSE,
    FETCH_ENTRIES,
    WATCH_QUIET,
    WATCH_MINUTES,
)
