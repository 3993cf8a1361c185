"""Downloads of exactly what is filtered: one button for each of EXPORTERS, and what the file says about itself."""

from __future__ import annotations

import io
from functools import partial

import streamlit as st

from pipeline.export import EXPORTERS, Exporter, Statement, export, quoted
from views import filters
from views.queries import details, timeline
from views.queries.catalogue import Catalogue
from views.queries.timeline import Found
from views.state import ViewState


def show(catalogue: Catalogue, view: ViewState, found: Found) -> None:
    """The button that opens them; the files are written when one is asked for, not before."""
    door = st.popover("Download", key="download", icon=":material/download:", type="tertiary", on_change="rerun")
    if not door.open:
        return  # what nobody sees is not sent with every filter
    with door:
        st.caption("Every event that passes the filters, with what was left out stated in the file.")
        with st.container(key="statement"):
            st.text(_capital(statement(catalogue, view, found).sentence + "."))
        with st.container(key="formats", horizontal=True, gap="small"):
            for each in EXPORTERS:
                st.download_button(
                    each.label,
                    partial(written, catalogue, view, each),
                    file_name=f"events{each.suffix}",
                    mime=each.mime,
                    key=f"download_{each.name}",
                    help=_help(each),
                    on_click="ignore",
                )


def _help(chosen: Exporter) -> str:
    """What a format is for, and what it cannot hold."""
    without = "; ".join(need.missing for need in chosen.needs)
    return f"For {chosen.purpose}" + (f". Left out: events {without}." if without else ".")


def statement(catalogue: Catalogue, view: ViewState, found: Found) -> Statement:
    """What a file of this view says about itself, from counts alone."""
    return Statement(_said(view), found.dated + found.undated, found.undated, _beside(catalogue, found))


def pictured(catalogue: Catalogue, view: ViewState, found: Found) -> Statement:
    """What a picture of the chart says about itself: it holds no event without a date."""
    undated = (("without a date", found.undated),) if found.undated else ()
    return Statement(_said(view), found.dated, 0, (*undated, *_beside(catalogue, found)))


def written(catalogue: Catalogue, view: ViewState, chosen: Exporter) -> bytes:
    """The file of this view in a format."""
    out = io.BytesIO()
    # What the page shows goes out, the tray of undated events included; the rest is named as left out.
    export(
        details.rows(catalogue.events, timeline.passing(catalogue, view)),
        out,
        chosen,
        filters=_said(view),
        off_timeline=True,
        beside=_beside(catalogue, timeline.found(catalogue, view)),
        quote=lambda events: quoted(events, catalogue.mentions, catalogue.documents),
    )
    return out.getvalue()


def _said(view: ViewState) -> tuple[str, ...]:
    return tuple(f"{row.label.lower()}: {row.sentence(view)}" for row in filters.active(view))


def _beside(catalogue: Catalogue, found: Found) -> tuple[tuple[str, int], ...]:
    """Events of the store that are not in the file: those the filters hold back, and the background of the story."""
    counts = catalogue.counts
    held = counts["dated"] + counts["undated"] - found.dated - found.undated
    reasons = (
        ("not passing the filters", held),
        ("background, not on the timeline", counts["off_timeline"]),
        ("hidden by hand", counts["hidden"]),
    )
    return tuple((reason, count) for reason, count in reasons if count)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
