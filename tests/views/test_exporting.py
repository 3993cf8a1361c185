"""What a download holds is what the page shows, in every format."""

import csv
import io
import json
import zipfile

import pyarrow as pa
import pytest

from pipeline.export import EXPORTERS, exporter
from tests.views.story import story
from views import exporting, filters
from views.queries import timeline
from views.queries.catalogue import Catalogue, open_catalogue
from views.state import ViewState

VIEWS = [
    ViewState(),
    ViewState(actor=("Rufus Firefly",)),
    ViewState(factuality=("hypothetical",)),
    ViewState(search="=1+1"),
    ViewState(agreement=("conflicting",), place=("Lake Narach",)),
]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: filters.sentence(view, 0, 0))
def test_a_file_says_of_itself_what_the_page_says_of_it(catalogue: Catalogue, view: ViewState) -> None:
    found = timeline.found(catalogue, view)
    first, *lines = exporting.written(catalogue, view, exporter("jsonl")).decode().splitlines()
    stated = exporting.statement(catalogue, view, found)
    assert json.loads(first)["export"] == stated.record
    assert stated.total == catalogue.events.num_rows
    assert len(lines) == stated.exported == found.dated + found.undated
    assert sum(json.loads(line)["edtf"] is None for line in lines) == stated.undated == found.undated


def test_what_readers_corrected_is_counted_in_both() -> None:
    made = story()
    place = made["events"].schema.get_field_index("corrections")
    done = pa.array(['[{"field": "date"}]', *["[]"] * (made["events"].num_rows - 1)])
    events = made["events"].set_column(place, made["events"].schema.field(place), done)
    corrected = open_catalogue(made | {"events": events})
    view = ViewState()
    first = exporting.written(corrected, view, exporter("jsonl")).decode().splitlines()[0]
    stated = exporting.statement(corrected, view, timeline.found(corrected, view))
    assert json.loads(first)["export"] == stated.record
    assert stated.corrected == 1


def test_csv_holds_the_same_events(catalogue: Catalogue) -> None:
    view = ViewState(outlet=("Lake Wire",))
    text = exporting.written(catalogue, view, exporter("csv")).decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == timeline.found(catalogue, view).dated
    assert all("Lake Wire" in row["outlets"] for row in rows)


def test_csv_with_notes_says_what_was_filtered_and_left_out(catalogue: Catalogue) -> None:
    view = ViewState(outlet=("Lake Wire",))
    archive = zipfile.ZipFile(io.BytesIO(exporting.written(catalogue, view, exporter("csvw"))))
    assert archive.read("events.csv") == exporting.written(catalogue, view, exporter("csv"))
    told = json.loads(archive.read("events.csv-metadata.json"))
    stated = exporting.statement(catalogue, view, timeline.found(catalogue, view))
    assert told["notes"] == [stated.record]
    header = archive.read("events.csv").decode("utf-8-sig").splitlines()[0].split(",")
    assert [column["name"] for column in told["tableSchema"]["columns"]] == header
    readme = archive.read("README.txt").decode()
    assert "outlet: reported by Lake Wire" in readme
    assert all(f"{count:,} {reason}" in readme for reason, count in stated.left_out)


def test_every_format_is_written(catalogue: Catalogue) -> None:
    for each in EXPORTERS:
        assert exporting.written(catalogue, ViewState(), each)


@pytest.mark.parametrize(
    ("view", "name"),
    [
        (ViewState(), "events.csv"),
        (ViewState(actor=("Aleś Novik",), search='"../etc"'), "events-ales-novik-with-etc.csv"),
        (ViewState(search="мост"), "events-with.csv"),
        (ViewState(search="x" * 500), f"events-with-{'x' * 55}.csv"),
    ],
)
def test_a_file_is_called_by_its_filters(view: ViewState, name: str) -> None:
    assert exporting.file_name(view, exporter("csv")) == name
