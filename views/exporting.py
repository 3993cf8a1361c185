"""Files of exactly what a view shows, and what they say about themselves: for the page and for the command line."""

from __future__ import annotations

import io
import re
import unicodedata
from typing import BinaryIO

from pipeline.export import Exporter, Statement, export, quoted
from views import filters
from views.queries import details, timeline
from views.queries.catalogue import Catalogue
from views.queries.timeline import Found
from views.state import ViewState

NAME = 60
"""Most characters of the filters in the name of a file."""


def statement(catalogue: Catalogue, view: ViewState, found: Found) -> Statement:
    """What a file of this view says about itself, from counts alone."""
    exported, corrected = found.dated + found.undated, timeline.corrected(catalogue, view)
    return Statement(_said(view), exported, found.undated, _beside(catalogue, found), corrected)


def pictured(catalogue: Catalogue, view: ViewState, found: Found) -> Statement:
    """What a picture of the chart says about itself: it holds no event without a date."""
    undated = (("without a date", found.undated),) if found.undated else ()
    return Statement(_said(view), found.dated, 0, (*undated, *_beside(catalogue, found)))


def file_name(view: ViewState, chosen: Exporter) -> str:
    """A name that tells one export from another: events-vladimir-putin-2022.csv."""
    said = unicodedata.normalize("NFKD", "-".join(row.sentence(view) for row in filters.active(view)))
    plain = re.sub(r"[^a-z0-9]+", "-", said.encode("ascii", "ignore").decode().lower()).strip("-")
    return "-".join(filter(None, ("events", plain[:NAME].rstrip("-")))) + chosen.suffix


def written(catalogue: Catalogue, view: ViewState, chosen: Exporter) -> bytes:
    """The file of this view in a format."""
    out = io.BytesIO()
    write(catalogue, view, chosen, out)
    return out.getvalue()


def write(catalogue: Catalogue, view: ViewState, chosen: Exporter, out: BinaryIO) -> Statement:
    """Writes the file of this view in a format; returns what it says about itself."""
    # What the page shows goes out, the tray of undated events included; the rest is named as left out.
    return export(
        details.rows(catalogue.events, timeline.passing(catalogue, view)),
        out,
        chosen,
        filters=_said(view),
        off_timeline=True,
        beside=_beside(catalogue, timeline.found(catalogue, view)),
        quote=lambda events: quoted(events, catalogue.mentions, catalogue.documents),
    )


def _said(view: ViewState) -> tuple[str, ...]:
    return tuple(f"{row.label.lower()}: {row.sentence(view)}" for row in filters.active(view))


def _beside(catalogue: Catalogue, found: Found) -> tuple[tuple[str, int], ...]:
    """Events of the store that are not in the file: those the filters hold back, and the background of the story."""
    counts = catalogue.counts
    held = counts["dated"] + counts["undated"] - found.dated - found.undated
    reasons = (
        ("not matching the filters", held),
        ("background, not on the timeline", counts["off_timeline"]),
        ("hidden by hand", counts["hidden"]),
    )
    return tuple((reason, count) for reason, count in reasons if count)
