"""Opens the page without a browser, on any store and address, and reads what it says and sends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from views import packing

ROOT = Path(__file__).resolve().parents[2]


def page(store: Path, monkeypatch: pytest.MonkeyPatch, **parameters: Any) -> AppTest:
    monkeypatch.setenv("TIMELINE_STORE", str(store))
    app = AppTest.from_file(str(ROOT / "views" / "page.py"), default_timeout=60)
    for key, value in parameters.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception
    return app


def texts(app: AppTest) -> str:
    return "\n".join(str(element.value) for element in app.text)


def sent(app: AppTest, name: str) -> dict[str, Any]:
    """What the page sends to one of its two components."""
    found = [element.proto for element in app.get("bidi_component") if element.proto.component_name.endswith(name)]
    assert len(found) == 1
    data = found[0].bytes
    if name != "chart":
        return packing.unpacked(data)
    body = 4 + int.from_bytes(data[:4], "little")
    now: dict[str, Any] = json.loads(data[4:body])
    return packing.unpacked(data[body:]) | now
