"""Thresholds of working out when and where an article was published."""

from __future__ import annotations

from pipeline.settings.setting import Setting

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
    default=400,
    unit="days",
    why="Published within a given year is worth saying; a wider guess dates nothing and is only told in the trace.",
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

PUBLICATION_NEWS_YEARS = Setting(
    name="publication_news_years",
    default=6,
    unit="years",
    why="What happened longer before the newest event of the chronology is history, and tells no year.",
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
PUBLICATION_AGO_SLACK = Setting(
    name="publication_ago_slack",
    default=0.5,
    unit="share of the unit counted in",
    why='"Three years ago" is said of two and a half as of three and a half years, "a week ago" of some days more.',
)


PUBLICATION_ANNIVERSARY = Setting(
    name="publication_anniversary",
    default=45,
    unit="days",
    why="A round anniversary is spoken of from some weeks before its day to some weeks after it.",
)

PUBLICATION_FORESIGHT = Setting(
    name="publication_foresight",
    default=390,
    unit="days",
    why="A law, a vote or a deadline whose day is set lies within the year, or little more.",
)

PUBLICATION_FORESIGHT_YEARS = Setting(
    name="publication_foresight_years",
    default=3,
    unit="years",
    why="A year that is named as coming, without a day, is seldom further away.",
)

PUBLICATION_LEAVING = Setting(
    name="publication_leaving",
    default=7,
    unit="days",
    why="Who left an office this week is still named with it.",
)

PUBLICATION_BREAKING = Setting(
    name="publication_breaking",
    default=7,
    unit="days",
    why="Told as fresh news and without a day, it is a few days old at most.",
)

PUBLICATION: tuple[Setting, ...] = (
    OUTLET_VOTES,
    OUTLET_LEAD,
    PUBLICATION_RECENCY,
    PUBLICATION_SEASON_HORIZON,
    PUBLICATION_PAIR_HORIZON,
    PUBLICATION_MAX_WIDTH,
    PUBLICATION_STYLE_GAP,
    PUBLICATION_SEASON_LEAD,
    PUBLICATION_NEWS_YEARS,
    PUBLICATION_ADVANCE,
    PUBLICATION_DENSITY,
    PUBLICATION_AGO_SLACK,
    PUBLICATION_ANNIVERSARY,
    PUBLICATION_FORESIGHT,
    PUBLICATION_FORESIGHT_YEARS,
    PUBLICATION_LEAVING,
    PUBLICATION_BREAKING,
)
