"""Data for a component, packed: what Streamlit sends again with every rerun is a fifth of its JSON."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping
from typing import Any

_LEVEL = 6
"""Of zlib. The same data gives the same text, so that Streamlit sends unchanged data as a reference."""


def packed(payload: Mapping[str, Any]) -> str:
    """Deflated JSON in base 64; `unpack.js` reads it."""
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(text.encode(), _LEVEL)).decode("ascii")


def unpacked(text: str) -> dict[str, Any]:
    """What was packed."""
    payload: dict[str, Any] = json.loads(zlib.decompress(base64.b64decode(text)))
    return payload
