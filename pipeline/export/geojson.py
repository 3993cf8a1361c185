"""GeoJSON (RFC 7946): one feature an event that happened at a place of known position; the statement is `export`.

Coordinates are [longitude, latitude] of the place, which `places` names with its geo_precision (ACLED: 1 the named
town, 2 near it, 3 a region or country): a country's middle is no address. `passages` are the articles' own words.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, BinaryIO

from pipeline import words
from pipeline.export import sources
from pipeline.export.needs import located
from pipeline.export.statement import EventRow, Statement
from pipeline.export.texts import cell
from pipeline.store import schema


def write(events: Sequence[EventRow], out: BinaryIO, statement: Statement) -> None:
    """Write one FeatureCollection; every event has a place of known position."""
    collection = {
        "type": "FeatureCollection",
        "export": statement.record,
        "features": [_feature(event) for event in events],
    }
    out.write(json.dumps(collection, ensure_ascii=False, indent=1).encode("utf-8", "replace"))


def _feature(event: EventRow) -> dict[str, Any]:
    places = located(event)
    points = list(dict.fromkeys((place.longitude, place.latitude) for place in places))
    geometry = (
        {"type": "Point", "coordinates": points[0]}
        if len(points) == 1
        else {"type": "MultiPoint", "coordinates": points}
    )
    columns = {column.column: cell(event[column.column], column) for column in schema.columns("events")}
    named = [{"name": place.name, "geo_precision": int(place.geo_precision)} for place in places]
    properties = columns | {"happened": words.happened(event), "places": named, "passages": [*sources.told(event)]}
    return {"type": "Feature", "id": event["event_id"], "geometry": geometry, "properties": properties}
