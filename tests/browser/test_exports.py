"""Every download is opened again by somebody else's parser; the page among them by a browser without a network."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import icalendar
import pyarrow.parquet as pq
import pytest
from defusedxml import ElementTree
from playwright.sync_api import Browser, expect

from pipeline.export import EXPORTERS
from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser
VIEW = "?outlet=The+Shout&factuality=alleged&factuality=asserted"
TITLES = {"The envoy is poisoned", "Caesar falls", "Firefly and Trentino meet to settle the border"}


def written_on(data: bytes) -> set[str]:
    entries = (block.split("\n")[0] for block in data.decode().split("\n---\n", 1)[1].strip().split("\n\n"))
    return {entry.split(": ", 1)[1].split(" #")[0] for entry in entries}


def listed(data: bytes) -> set[str]:
    return {row["title"] for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))}


TITLES_IN: dict[str, Callable[[bytes], set[str]]] = {
    "csv": listed,
    "csvw": lambda data: listed(zipfile.ZipFile(io.BytesIO(data)).read("events.csv")),
    "jsonl": lambda data: {row["title"] for row in map(json.loads, data.decode().splitlines()[1:])},
    "parquet": lambda data: {*pq.read_table(io.BytesIO(data)).column("title").to_pylist()},
    "markdown": lambda data: {found[1] for found in re.finditer(r"(?m)^### (?:.*: )?(.*)$", data.decode())},
    "icalendar": lambda data: {str(one["summary"]) for one in icalendar.Calendar.from_ical(data).walk("VEVENT")},
    "timelinejs": lambda data: {slide["text"]["headline"] for slide in json.loads(data)["events"]},
    "markwhen": written_on,
    "geojson": lambda data: {feature["properties"]["title"] for feature in json.loads(data)["features"]},
}


def test_every_download_opens_elsewhere(reader: Callable[..., Reader], chromium: Browser, tmp_path: Path) -> None:
    someone = reader()
    someone.open(VIEW)
    someone.page.locator(".st-key-download button").click()
    formats = someone.page.get_by_test_id("stPopoverBody").locator(".st-key-formats")
    for each in EXPORTERS:
        with someone.page.expect_download() as started:
            formats.get_by_role("button", name=each.label, exact=True).click()
        assert started.value.suggested_filename.startswith("events-reported-by-the-shout-")
        assert started.value.suggested_filename.endswith(each.suffix)
        path = tmp_path / started.value.suggested_filename
        started.value.save_as(path)
        if each.name == "html":
            opened_offline(chromium, path)
        else:
            expected = TITLES if each.name != "geojson" else set()  # the lake of the story lies on no map
            assert TITLES_IN[each.name](path.read_bytes()) == expected, each.name


def test_a_picture_is_the_chart_and_says_what_it_holds(reader: Callable[..., Reader], tmp_path: Path) -> None:
    someone = reader()
    someone.open("?outlet=The+Shout")
    for kind in ("svg", "png"):
        with someone.page.expect_download() as started:
            someone.page.locator(f".tl-save [data-act={kind}]").click()
        assert started.value.suggested_filename == f"timeline.{kind}"
        started.value.save_as(tmp_path / f"timeline.{kind}")
    assert (tmp_path / "timeline.png").read_bytes().startswith(b"\x89PNG\r\n\x1a\n")
    picture = ElementTree.parse(tmp_path / "timeline.svg").getroot()
    assert not {node.tag.rpartition("}")[2] for node in picture.iter()} & {"script", "foreignObject", "image"}
    said = "".join(picture.itertext())
    for words in ("4 of 13 events", "outlet: reported by The Shout", "Rufus Firefly", "Stated as fact", "In view: "):
        assert words in said
    assert "Starred" not in said, "nothing is starred here"
    assert someone.outside == []


def opened_offline(chromium: Browser, path: Path) -> None:
    context = chromium.new_context(offline=True)
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text))
    page.goto(path.as_uri())
    expect(page.locator("header")).to_contain_text("3 events of 13")
    expect(page.locator("header")).to_contain_text("10 not matching the filters")
    expect(page.locator("article")).to_have_count(3)
    assert page.locator("#chart g.mark").count() >= 2
    page.get_by_label("Find").fill("poisoned february")
    expect(page.locator("article:visible")).to_have_count(1)
    expect(page.locator("output")).to_have_text("1 of 3 events")
    page.locator("svg g.mark").first.dispatch_event("click")
    expect(page.locator("blockquote:visible")).to_contain_text("He alleged that the envoy was poisoned in February.")
    assert page.title() == "Event timeline"
    assert asked == [path.as_uri()] and said == []
    context.close()
