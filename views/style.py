"""The page's own style sheet."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

SHEET = Path(__file__).resolve().parent / "page.css"
ICON = str(Path(__file__).resolve().parent / "icon.svg")
"""A file of ours: a named icon would be fetched from another server."""


def apply() -> None:
    """Puts views/page.css on the page: our file and nothing else, so no article's text ever reaches st.html."""
    st.html(SHEET)
