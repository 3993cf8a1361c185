"""Data for a component, packed: what Streamlit sends again with every rerun is a fifth of its JSON."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from typing import Any

import pyarrow as pa

_LEVEL = 6
"""Of zlib. The same data gives the same bytes, so that Streamlit sends unchanged data as a reference."""


def packed(payload: Mapping[str, Any]) -> pa.Table:
    """Deflated JSON as the one cell of a table, the only way for bytes to a component; `unpack.js` reads it."""
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    return pa.table({"deflated": pa.array([zlib.compress(text.encode(), _LEVEL)], pa.binary())})


def unpacked(table: pa.Table) -> dict[str, Any]:
    """What was packed."""
    payload: dict[str, Any] = json.loads(zlib.decompress(table.column("deflated")[0].as_py()))
    return payload
