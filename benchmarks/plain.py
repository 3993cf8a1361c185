"""The same events in the plainest page there is, a search box over st.plotly_chart: what the timeline is held beside.

TIMELINE_STORE=folder streamlit run benchmarks/plain.py
"""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from pipeline import store

GPU_FROM = 3_000  # marks from which WebGL draws faster than SVG


@st.cache_resource
def events() -> pd.DataFrame:
    """Dated events on the timeline, with all their words in one column."""
    tables = store.load(store.root())
    columns = ["event_id", "title", "date_start", "factuality", "actors", "importance"]
    frame = tables.events.select(columns).to_pandas().dropna(subset=["date_start"])
    frame["actor"] = [names[0] if len(names) else "Nobody" for names in frame["actors"]]
    frame["words"] = frame["title"].str.lower()
    return frame.sort_values("importance", ascending=False)


def figure(frame: pd.DataFrame, words: str) -> go.Figure:
    """One mark an event on the lane of its first actor."""
    drawn = go.Scatter if len(frame) < GPU_FROM else go.Scattergl
    made = go.Figure(
        drawn(
            x=frame["date_start"].astype(str),
            y=frame["actor"],
            mode="markers",
            text=frame["title"],
            customdata=frame["event_id"],
        )
    )
    return made.update_layout(title_text=f"<{words}>".replace("<", "[").replace(">", "]"), height=560)


st.set_page_config(layout="wide")
wanted = st.text_input("Search").lower()
shown = events()
for word in wanted.split():
    shown = shown[shown["words"].str.contains(word, regex=False)]
picked = st.plotly_chart(figure(shown, wanted), key="chart", on_select="rerun", selection_mode="points")
for point in picked["selection"]["points"]:
    st.markdown(f"**Passage** {point['customdata']}")
