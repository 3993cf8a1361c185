"""Each format is opened again by a parser that is not ours, and holds what went in."""

import dataclasses
import datetime as dt
import io
import json
import re
from collections.abc import Sequence
from html.parser import HTMLParser
from typing import Any

import icalendar
import pyarrow.parquet as pq
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.export import EXPORTERS, Statement, export, exporter
from pipeline.store import rows, schema
from tests.export.test_export import event_row

D = dt.date
EVENTS = [
    event_row(1, title='Zoë <b>meets</b> "Łukasz" 🕊️\nand #others: today', actors=["Zoë"], locations=["Minsk"]),
    event_row(2, date_start=None, date_end=None, edtf=None, agreement="undated", locations=["Minsk", "Nowhere"]),
    event_row(3, date_start=None, date_end=D(1920, 12, 31), edtf="../1920-12-31", locations=["Moscow", "Minsk"]),
    event_row(4, date_start=D(2022, 7, 1), date_end=D(2022, 7, 31), edtf="2022-07", granularity="month"),
    event_row(5, date_start=D(44, 3, 15), date_end=D(44, 3, 15), edtf="0044-03-15", factuality="alleged"),
    event_row(6, date_start=D(2022, 4, 5), date_end=D(9999, 12, 31), edtf="2022-04-05/9999-12-31"),
    event_row(7, date_start=D(2022, 8, 9), date_end=D(2022, 8, 12), edtf="2022-08-09/2022-08-12"),
]
IDS = [event["event_id"] for event in EVENTS]


def written(name: str, events: Sequence[rows.TableRow] = EVENTS, **options: Any) -> tuple[bytes, Statement]:
    out = io.BytesIO()
    statement = export(events, out, exporter(name), **options)
    return out.getvalue(), statement


def test_parquet_has_the_columns_and_types_of_the_schema() -> None:
    data, statement = written("parquet")
    table = pq.read_table(io.BytesIO(data))
    assert table.schema.equals(schema.shown("events"))
    assert sorted(table.column("event_id").to_pylist()) == sorted(IDS)
    assert json.loads(table.schema.metadata[b"export"]) == statement.record


def entries() -> dict[str, Any]:
    data, _ = written("icalendar", filters=["actor Zoë"])
    calendar = icalendar.Calendar.from_ical(data)
    assert "filters: actor Zoë" in str(calendar["description"])
    return {str(entry["uid"]).split("@")[0]: entry for entry in calendar.walk("VEVENT")}


def test_a_calendar_is_firm_only_where_the_event_is() -> None:
    found = entries()
    assert set(found) == {*IDS} - {IDS[1]}
    firm = {uid for uid, entry in found.items() if entry["status"] == "CONFIRMED"}
    assert firm == {IDS[0], IDS[6], IDS[5]}
    assert {entry["status"] for uid, entry in found.items() if uid not in firm} == {"TENTATIVE"}


def test_a_calendar_holds_whole_days_and_their_first_day_after() -> None:
    found = entries()
    days = {uid: (entry.decoded("dtstart"), entry.decoded("dtend")) for uid, entry in found.items()}
    assert days[IDS[3]] == (D(2022, 7, 1), D(2022, 8, 1))
    assert days[IDS[4]] == (D(44, 3, 15), D(44, 3, 16))
    assert days[IDS[5]] == (D(2022, 4, 5), D(9999, 12, 31))
    assert days[IDS[2]] == (D(1920, 12, 31), D(1921, 1, 1))
    assert str(found[IDS[2]]["summary"]).startswith("On or before 31 December 1920: ")
    assert found[IDS[0]]["geo"].to_ical() == "53.9;27.57"


def test_timelinejs_keeps_to_its_documented_format() -> None:
    data, statement = written("timelinejs")
    timeline = json.loads(data)
    assert set(timeline) == {"title", "events", "scale"} and timeline["scale"] == "human"
    assert f"{statement.exported} of {statement.total} events" in timeline["title"]["text"]["text"]
    slides = {slide["unique_id"]: slide for slide in timeline["events"]}
    assert set(slides) == {*IDS} - {IDS[1]}
    for slide in slides.values():
        assert set(slide) <= {"start_date", "end_date", "display_date", "text", "group", "unique_id", "autolink"}
        assert set(slide["text"]) == {"headline", "text"}
        for date in (slide["start_date"], slide.get("end_date", slide["start_date"])):
            assert D(date["year"], date["month"], date["day"])
    assert slides[IDS[0]]["text"]["headline"].startswith("Zoë &lt;b&gt;meets&lt;/b&gt;")
    assert slides[IDS[2]]["display_date"] == "on or before 31 December 1920"
    assert slides[IDS[3]]["end_date"] == {"year": 2022, "month": 7, "day": 31}


ENTRY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:/(\d{4}-\d{2}-\d{2}))?: (.*)")
PROPERTY = re.compile(r"[\w.-]+: ")


def test_markwhen_keeps_to_its_grammar() -> None:
    data, statement = written("markwhen")
    _, header, body = data.decode().split("---\n", 2)
    assert yaml.safe_load(header)["description"] == statement.sentence
    found = {}
    for block in body.strip().split("\n\n"):
        first, *properties = block.split("\n")
        match = ENTRY.fullmatch(first)
        assert match and all(PROPERTY.match(line) for line in properties)
        start, end, _ = match.groups()
        assert not end or D.fromisoformat(start) < D.fromisoformat(end)
        found[yaml.safe_load("\n".join(properties))["id"]] = match.groups()
    assert set(found) == {*IDS} - {IDS[1]}
    assert found[IDS[3]][:2] == ("2022-07-01", "2022-07-31")
    assert found[IDS[4]][0] == "0044-03-15"
    assert found[IDS[2]][2].startswith("On or before 31 December 1920: ")
    told = written("markwhen", [event_row(1, recipients=["Lake Narach"])])[0].decode()
    assert 'to-with-or-about: "Lake Narach"' in told


def test_geojson_holds_what_has_a_place() -> None:
    data, statement = written("geojson")
    collection = json.loads(data)
    assert collection["type"] == "FeatureCollection" and collection["export"] == statement.record
    assert ("without a place of known position", 4) in statement.left_out
    features = {feature["id"]: feature for feature in collection["features"]}
    assert set(features) == {IDS[0], IDS[1], IDS[2]}
    for feature in features.values():
        kind, at = feature["geometry"]["type"], feature["geometry"]["coordinates"]
        for longitude, latitude in [at] if kind == "Point" else at:
            assert -180 <= longitude <= 180 and -90 <= latitude <= 90
            assert 25 < longitude < 40 and 50 < latitude < 60
    assert features[IDS[2]]["geometry"]["type"] == "MultiPoint"
    assert features[IDS[1]]["properties"]["places"] == [{"name": "Minsk", "geo_precision": 1}]
    assert features[IDS[1]]["properties"]["date_start"] is None


class Page(HTMLParser):
    """Every element with its attributes, and the text outside of script and style."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1][0] not in {"script", "style"}:
            self.said.append(data)


HOSTILE = '"><img src=x onerror=alert(1)><script>alert(1)</script>'


def test_a_page_loads_nothing_and_runs_nothing_of_an_article() -> None:
    texts = {c.column: HOSTILE for c in schema.columns("events") if c.type == "string"}
    lists = {c.column: [HOSTILE] for c in schema.columns("events") if c.type == "list<string>"}
    steps = json.dumps([{"stage": HOSTILE, "choice": HOSTILE, "because": HOSTILE}])
    passage = {"outlet": HOSTILE, "title": HOSTILE, "url": "javascript:alert(1)", "published": HOSTILE, "text": HOSTILE}
    event = event_row(1, **texts | lists | {"trace": steps}) | {"passages": [passage]}
    data, _ = written("html", [event], filters=[HOSTILE])
    page = Page()
    page.feed(data.decode())
    tags = [tag for tag, _ in page.elements]
    assert tags.count("script") == tags.count("style") == 1
    assert not {"img", "link", "iframe", "object", "a", "form"} & set(tags)
    assert not [
        name
        for _, attributes in page.elements
        for name in attributes
        if name.startswith("on") or name in {"src", "href"}
    ]
    assert " ".join("".join(page.said).split()).count("<script>alert(1)</script>") >= 10
    policy = next(a["content"] for t, a in page.elements if t == "meta" and a.get("http-equiv"))
    assert policy and policy.startswith("default-src 'none'") and "unsafe" not in policy


def test_formats_for_people_say_what_readers_did() -> None:
    done = json.dumps([{"field": "date", "before": "2021", "after": "2022"}])
    event = event_row(1, corrections=done, tags=["border"], note="see the second article")
    for name in ("html", "markdown", "icalendar", "timelinejs", "markwhen"):
        text = b" ".join(written(name, [event])[0].replace(b"\r\n ", b"").split()).decode()
        for said in ("Corrected", "date", "border", "see the second article"):
            assert said.lower() in text.lower(), name
    assert "1 corrected or marked by hand" in written("html", [event])[0].decode()


PASSAGE = {
    "outlet": "Harbour News",
    "title": "Firefly *goes*",
    "url": "https://harbour.example/a b",
    "published": "published 5 May 2022",
    "text": "1. Firefly resigned & went,\nfor [$5] and [[fame]].",
}


def test_formats_for_people_cite_the_article() -> None:
    event = event_row(1, locations=["Minsk"]) | {"passages": [PASSAGE, PASSAGE | {"url": "javascript:alert(1)"}]}
    for name in ("html", "markdown", "icalendar", "timelinejs", "markwhen", "geojson"):
        text = written(name, [event])[0].replace(b"\r\n ", b"").decode()
        for said in ("Firefly resigned", "Harbour News", "https://harbour.example/a"):
            assert said in text, name
        assert name == "geojson" or "javascript" not in text, "what is no web address is no link"
    entry = icalendar.Calendar.from_ical(written("icalendar", [event])[0]).walk("VEVENT")[0]
    assert entry["url"] == PASSAGE["url"] and entry.errors == []


def test_a_page_holds_the_most_important_and_says_so() -> None:
    few = dataclasses.replace(exporter("html"), most=2)
    events = [event | {"importance": number / 10} for number, event in enumerate(EVENTS)]
    out = io.BytesIO()
    statement = export(events, out, few)
    assert statement.left_out == (("beyond the 2 most important that the format holds", 5),)
    page = Page()
    page.feed(out.getvalue().decode())
    kept = [attributes["id"] for tag, attributes in page.elements if tag == "article"]
    assert kept == [f"e-{IDS[5]}", f"e-{IDS[6]}"]


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60), st.lists(st.text(min_size=1, max_size=12), max_size=2))
def test_no_text_breaks_a_format(title: str, names: list[str]) -> None:
    event = event_row(1, title=title, actors=names, claimants=names, locations=["Minsk", *names])
    for each in EXPORTERS:
        data, statement = written(each.name, [event], filters=[title])
        assert statement.exported == 1
        if each.name == "icalendar":
            (entry,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
            assert entry.errors == []
        if each.suffix.endswith("json"):
            assert json.loads(data)
        if each.name == "markwhen":
            assert len(data.decode().split("\n---\n", 1)[1].strip().split("\n\n")) == 1
        if each.name == "parquet":
            assert pq.read_table(io.BytesIO(data)).num_rows == 1
