"""A page's own statements about its dates are compared: what was published is told from what was changed or fetched."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from pipeline.calendar.interval import Interval, day, days
from pipeline.readers.html import read_markup
from pipeline.readers.outlets import outlet_of
from pipeline.readers.page.zones import ZoneCue, plain_name, zone_cues
from pipeline.readers.published import parse_published
from pipeline.readers.reading import Metadata

TEXT = "<p>The government in Minsk closed the crossing near Grodno, the deputy minister said at a briefing.</p>"
JULY = day(dt.date(2022, 7, 12))


def page(head: str = "", body: str = "", url: str | None = None) -> Metadata:
    markup = (
        f"<html lang='en'><head>{head}</head><body><article><h1>A crossing</h1>{body}{TEXT}</article></body></html>"
    )
    return read_markup(markup, url=url, where="a.html").metadata


def meta(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{value}">'


def ld(**said: str) -> str:
    pairs = ",".join(f'"{key}":"{value}"' for key, value in {"@type": "NewsArticle", **said}.items())
    return f'<script type="application/ld+json">{{{pairs}}}</script>'


@pytest.mark.parametrize(
    ("head", "body", "url", "published", "reliability"),
    [
        (meta("article:published_time", "2022-07-12T09:00:00Z"), "", None, JULY, "stated"),
        (ld(datePublished="2022-07-12"), "", "https://n.example/2022/07/12/a", JULY, "confirmed"),
        (ld(datePublished="2022-07-12"), "", "https://n.example/2022/07/a", JULY, "stated"),
        ("", "", "https://n.example/2022/07/12/a", JULY, "indirect"),
        ("", "", "https://n.example/2022/07/a", days(dt.date(2022, 7, 1), dt.date(2022, 7, 31)), "indirect"),
        ("", "<time datetime='2022-07-12' class='published'>12 July</time>", None, JULY, "stated"),
        ("", "<span itemprop='datePublished' content='2022-07-12'>12 July</span>", None, JULY, "stated"),
        ("<meta name='dc.date.issued' content='12 July 2022'>", "", None, JULY, "stated"),
        (meta("article:modified_time", "2022-07-12"), "", None, None, None),
    ],
)
def test_one_statement_or_several_that_agree(
    head: str, body: str, url: str | None, published: Interval | None, reliability: str | None
) -> None:
    found = page(head, body, url)
    assert (found.published, found.reliability) == (published, reliability)


def test_close_statements_leave_an_interval_and_the_earliest_of_distant_ones_is_kept() -> None:
    close = page(ld(datePublished="2022-07-12") + meta("article:published_time", "2022-07-14"))
    assert (close.published, close.reliability) == (days(dt.date(2022, 7, 12), dt.date(2022, 7, 14)), "conflicting")
    moved = page(ld(datePublished="2024-01-03"), url="https://n.example/2022/07/12/a")
    assert (moved.published, moved.reliability) == (JULY, "conflicting")
    assert any(step.choice == "disagreement" and "2024-01-03" in step.because for step in moved.steps)


def test_changes_and_captures_are_told_from_publication() -> None:
    head = ld(datePublished="2022-07-12", dateModified="2023-01-05")
    found = page(f"<!-- Page saved with SingleFile \n saved date: Tue Mar 04 2025 10:00:00 GMT+0100 (CET) -->{head}")
    assert (found.published, found.modified, found.crawled) == (JULY, dt.date(2023, 1, 5), dt.date(2025, 3, 4))


def test_placeholders_and_nonsense_are_set_aside_and_named() -> None:
    found = page(ld(datePublished="1970-01-01T00:00:00Z") + meta("article:published_time", "yesterday"))
    assert found.published is None
    assert len(found.problems) == 2
    assert all(problem.startswith("a.html: ") for problem in found.problems)


def test_related_articles_do_not_date_a_page() -> None:
    teaser = "<aside><time class='published' datetime='2020-01-01'>2020</time></aside>"
    assert page(ld(datePublished="2022-07-12"), teaser).published == JULY
    listed = '<script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"ListItem"}]}</script>'
    assert page(listed + ld(datePublished="2022-07-12")).published == JULY


def test_a_time_in_utc_is_a_day_of_the_outlet() -> None:
    minsk = outlet_of("BelTA", None)
    assert minsk.zone == ZoneInfo("Europe/Minsk")
    assert outlet_of(None, "https://eng.belta.by/a").name == "BelTA"
    late = "2022-07-11T22:30:00Z"
    assert parse_published(late, zone=minsk.zone) == JULY
    assert parse_published(late) == day(dt.date(2022, 7, 11))
    assert parse_published("2022-07-11T22:30:00-04:00", zone=minsk.zone) == day(dt.date(2022, 7, 11))
    assert page(ld(datePublished=late), url="https://eng.belta.by/a").published == JULY


@pytest.mark.parametrize(
    "value",
    [
        "12 July 2022",
        "July 12, 2022",
        "Jul. 12, 2022, 10:30 p.m.",
        "Tuesday, 12 July 2022",
        "12th July 2022 at 10:30",
        "12.07.2022",
        "2022/07/12",
        "1657616400",
        "1657616400000",
    ],
)
def test_days_in_words_and_figures(value: str) -> None:
    assert parse_published(value) == JULY


def test_figures_that_read_two_ways_need_the_outlets_order() -> None:
    assert parse_published("07/12/2022", order="mdy") == JULY
    assert parse_published("12/07/2022", order="dmy") == JULY
    assert parse_published("25/12/2022") == day(dt.date(2022, 12, 25))
    for value in ("07/12/2022", "12/07/22", "31/02/2022", "30 February 2022"):
        with pytest.raises(ValueError, match="write a date such as 2022-07-12"):
            parse_published(value)


@pytest.mark.parametrize("cue", zone_cues(), ids=lambda cue: f"{cue.kind}-{cue.why[:30]}")
def test_a_cue_keeps_to_its_examples(cue: ZoneCue) -> None:
    import re

    assert cue.negative
    assert [name for name in cue.positive if not re.search(cue.names, name)] == []
    assert [name for name in cue.negative if re.search(cue.names, name)] == []


def test_figures_of_a_page_that_read_two_ways_are_no_date_without_the_outlets_order() -> None:
    byline = "<div class='byline'>By Anna | 07/12/2022</div>"
    unknown = page(body=byline)
    assert unknown.published is None
    assert any("can be read as two different days" in problem for problem in unknown.problems)
    assert page(body=byline, url="https://www.newsweek.com/a").published == JULY
    assert page(body=byline, url="https://www.theguardian.com/a").published == day(dt.date(2022, 12, 7))
    assert page(body="<div class='byline'>By Anna | 12 July 2022</div>").published == JULY


def test_a_saved_page_tells_where_it_came_from_and_a_page_of_scripts_its_text() -> None:
    markup = f"<!-- saved from url=(0020)https://meduza.io/a --><html><body><article>{TEXT}</article></body></html>"
    assert read_markup(markup, url=None, where="a.html").metadata.url == "https://meduza.io/a"
    scripted = (
        f"<html><head>{ld(datePublished='2022-07-12', articleBody='It opened on Friday.')}</head><body><div id='app'>"
    )
    found = read_markup(f"{scripted}</div></body></html>", url=None, where="a.html")
    assert (found.text, found.metadata.published) == ("It opened on Friday.", JULY)


def test_names_are_compared_in_one_spelling() -> None:
    assert plain_name("relatedStories__list") == "related-stories-list"
