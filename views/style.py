"""The page's own style sheet."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

SHEET = Path(__file__).resolve().parent / "page.css"


def apply() -> None:
    """Puts views/page.css on the page: our file and nothing else, so no article's text ever reaches st.html."""
    st.html(SHEET)
