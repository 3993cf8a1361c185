"""Thresholds of what is read from a file."""

from __future__ import annotations

from pipeline.settings.setting import Setting

READER_MAX_BYTES = Setting(
    name="reader_max_bytes",
    default=64_000_000,
    unit="bytes",
    why="An article is thousands of characters; a larger file is an archive or an attack, and is named, not read.",
)

READER_MAX_ARCHIVE_BYTES = Setting(
    name="reader_max_archive_bytes",
    default=20_000_000_000,
    unit="bytes",
    why="Archives and tables of articles are read piece by piece, so that only time limits them; a disk image is none.",
)

READER_MAX_NESTING = Setting(
    name="reader_max_nesting",
    default=4,
    unit="archives",
    why="A mail in a mailbox in an archive is usual; archives within archives without end are an attack.",
)

READER_MAX_MEMBERS = Setting(
    name="reader_max_members",
    default=200_000,
    unit="members",
    why="More files than years of a newspaper have; a directory that claims more is damaged or an attack.",
)

READER_MAX_RATIO = Setting(
    name="reader_max_ratio",
    default=200,
    unit="bytes a compressed byte",
    why="Text shrinks to a fifth, a page of one repeated line to a hundredth; only a bomb grows a thousandfold.",
)

READER_MAX_PAGES = Setting(
    name="reader_max_pages",
    default=1000,
    unit="pages",
    why="An article has a few pages, a newspaper a hundred; a book is no article, and its dates are of another kind.",
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

READER_BROKEN_SHARE = Setting(
    name="reader_broken_share",
    default=0.25,
    unit="share of bytes beyond ASCII",
    why="UTF-8 with a damaged spot has one bad byte in hundreds; Cyrillic text in an 8-bit encoding at least two in "
    "five, Western text nine in ten.",
)

READER_BROKEN_REGIONAL = Setting(
    name="reader_broken_regional",
    default=0.5,
    unit="share of bytes beyond ASCII",
    why="A short text has few letters beyond ASCII; where all sound ones belong to scripts of the region, half are "
    "enough: in 8-bit text hardly a letter happens to be sound so.",
)

READER_GUESS_LETTERS = Setting(
    name="reader_guess_letters",
    default=40,
    unit="bytes beyond ASCII",
    why="A sentence of Cyrillic letters tells its encoding by which of them are frequent; a word does not.",
)

PAGE_BODY_SHARE = Setting(
    name="page_body_share",
    default=0.8,
    unit="share of characters",
    why="The element of a page with so much of its main text is the article; a stray match elsewhere moves it nowhere.",
)

PAGE_LARGE_SHARE = Setting(
    name="page_large_share",
    default=0.3,
    unit="share of characters",
    why="The part behind a paywall is called 'paywall' and is half the article; a menu never has a third of the text.",
)

PAGE_LINK_SHARE = Setting(
    name="page_link_share",
    default=0.6,
    unit="share of characters",
    why="A paragraph that is mostly links points elsewhere; the most linked paragraphs of articles stay below a half.",
)

PAGE_MAX_ELEMENTS = Setting(
    name="page_max_elements",
    default=100_000,
    unit="elements",
    why="The longest live pages have thirty thousand; a page of millions would take hours, and is made to.",
)

PAGE_DATE_HULL = Setting(
    name="page_date_hull",
    default=7,
    unit="days",
    why="Statements within a week are kept as one interval; further apart, the later one is of a later version.",
)

READERS: tuple[Setting, ...] = (
    READER_MAX_BYTES,
    READER_MAX_ARCHIVE_BYTES,
    READER_MAX_NESTING,
    READER_MAX_MEMBERS,
    READER_MAX_RATIO,
    READER_MAX_PAGES,
    READER_MAX_FRONT_MATTER,
    READER_CONTROL_SHARE,
    READER_BROKEN_SHARE,
    READER_BROKEN_REGIONAL,
    READER_GUESS_LETTERS,
    PAGE_BODY_SHARE,
    PAGE_LARGE_SHARE,
    PAGE_LINK_SHARE,
    PAGE_MAX_ELEMENTS,
    PAGE_DATE_HULL,
)
