"""Browser files under views/static/, copied at start-up: our modules and the plotly.js of the installed package."""

from __future__ import annotations

import functools
import hashlib
import os
import shutil
from pathlib import Path
from typing import Any

import plotly
import streamlit as st

ROOT = Path(__file__).resolve().parent
STATIC = ROOT / "static"
FOLDERS = (ROOT / "timeline_chart", ROOT / "reader", ROOT / "calendar_map")
PLOTLY = Path(plotly.__file__).resolve().parent / "package_data" / "plotly.min.js"


@functools.cache
def _version() -> str:
    """A name for exactly these files, so that no browser ever shows a stale copy."""
    content = hashlib.sha256(plotly.__version__.encode())
    for path in _modules():
        content.update(path.name.encode() + path.read_bytes())
    return content.hexdigest()[:12]


def _modules() -> list[Path]:
    return sorted(path for folder in FOLDERS for kind in ("*.js", "*.css") for path in folder.glob(kind))


def address() -> str:
    """Where the browser finds them, relative to the page."""
    return f"app/static/plotly-{_version()}"


@functools.cache
def install() -> Path:
    """Copies the files to where Streamlit serves them, once; nothing is fetched from any network.

    Raises:
        OSError: when static/ cannot be written.
    """
    target = STATIC / f"plotly-{_version()}"
    if not (target / PLOTLY.name).exists():
        target.mkdir(parents=True, exist_ok=True)
        for path in [*_modules(), PLOTLY]:
            # Two processes may start at once: each writes a draft of its own, and either's file is as good.
            draft = target / f".{path.name}.{os.getpid()}"
            shutil.copyfile(path, draft)
            draft.replace(target / path.name)
        _clear(target)
    return target


def _clear(target: Path) -> None:
    """Removes the files of earlier versions but the last: a server that was started before may still hand these out."""
    others = sorted((each for each in STATIC.glob("plotly-*") if each != target), key=lambda each: each.stat().st_mtime)
    for folder in others[:-1]:
        shutil.rmtree(folder, ignore_errors=True)


@functools.cache
def component(module: str, markup: str) -> Any:  # the renderer type is private to Streamlit
    """The Streamlit component (v2) whose browser side is that module, around an element of ours."""
    return st.components.v2.component(f"event_timeline.{module}", html=markup, js=loader(module), isolate_styles=False)


def loader(module: str) -> str:
    """A component's inline script. It stays this short because Streamlit sends it with every change of the data.

    The style sheet of the same name comes with the module, for the same reason, and before anything is drawn. The first
    data wait for it, newer data may not: whoever has been overtaken draws nothing.
    """
    return f"""export default async function (component) {{
  const seat = component.parentElement, turn = seat.turn = (seat.turn || 0) + 1;
  const at = new URL("{address()}", document.baseURI).href;
  const sheet = `${{at}}/{module}.css`;
  const styled = [...document.styleSheets].some((one) => one.href === sheet) || new Promise((done) => {{
    const link = document.createElement("link");
    document.head.append(Object.assign(link, {{ rel: "stylesheet", href: sheet, onload: done, onerror: done }}));
  }});
  const [{{ default: mount }}] = await Promise.all([import(`${{at}}/{module}.js`), styled]);
  if (seat.turn === turn) return mount({{ ...component, assets: at }});
}}"""
