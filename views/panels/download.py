"""Downloads of exactly what is filtered: one button for each of EXPORTERS, and what the file says about itself."""

from __future__ import annotations

from functools import partial

import streamlit as st

from pipeline.export import EXPORTERS, Exporter
from pipeline.words import capital
from views.exporting import file_name, statement, written
from views.queries.catalogue import Catalogue
from views.queries.timeline import Found
from views.state import ViewState


def show(catalogue: Catalogue, view: ViewState, found: Found) -> None:
    """The button that opens them; the files are written when one is asked for, not before."""
    door = st.popover("Download", key="download", icon=":material/download:", type="tertiary", on_change="rerun")
    if not door.open:
        return  # what nobody sees is not sent with every filter
    with door:
        st.caption("The events that pass the filters. Every file but plain CSV says what was left out and why.")
        with st.container(key="statement"):
            st.text(capital(statement(catalogue, view, found).sentence + "."))
        with st.container(key="formats", horizontal=True, gap="small"):
            for each in EXPORTERS:
                st.download_button(
                    each.label,
                    partial(written, catalogue, view, each),
                    file_name=file_name(view, each),
                    mime=each.mime,
                    key=f"download_{each.name}",
                    help=_help(each),
                    on_click="ignore",
                )


def _help(chosen: Exporter) -> str:
    """What a format is for, and what it cannot hold."""
    without = "; ".join(need.missing for need in chosen.needs)
    return f"For {chosen.purpose}" + (f". Left out: events {without}." if without else ".")
