"""Every payload, as an article and in what is exported from it: read as text, and nothing else."""

from __future__ import annotations

import dataclasses
import io
import json
import re
from pathlib import Path

import pandas as pd
import pytest

from pipeline.export import export as write_export
from pipeline.export import exporter
from pipeline.export.csv import FORMULA_STARTS
from pipeline.store import rows
from tests.security.payloads import PAYLOADS
from tests.store import made
from views.received import safe_name

ROOT = Path(__file__).resolve().parents[2]
TAG = re.compile(
    rb"<\s*/?\s*(?:script|img|svg|iframe|object|embed|video|audio|base|form|template|math|details)\b", re.I
)


def event(payload: str) -> rows.TableRow:
    document = made.document("a", f"{payload} {made.TEXT}", title=payload, outlet=payload)
    mention = dataclasses.replace(made.mention(document), title=payload, actors=(payload,), recipients=(payload,))
    (found,) = made.one_event_each([document], [mention])
    return rows.event_row(found)


def exported(payload: str, name: str) -> bytes:
    out = io.BytesIO()
    write_export([event(payload)], out, exporter(name), filters=[payload])
    return out.getvalue()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_spreadsheet_runs_a_cell(payload: str) -> None:
    frame = pd.read_csv(io.BytesIO(exported(payload, "csv")), dtype=str, keep_default_na=False)
    cells = [*frame.columns, *(cell for row in frame.itertuples(index=False) for cell in row)]
    assert [cell for cell in cells if str(cell).startswith(FORMULA_STARTS)] == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_page_holds_a_tag_of_an_article(payload: str) -> None:
    plain, hostile = exported("harmless", "html"), exported(payload, "html")
    assert len(TAG.findall(hostile)) == len(TAG.findall(plain))
    assert b"Content-Security-Policy" in hostile


@pytest.mark.parametrize("payload", PAYLOADS)
def test_json_gives_the_words_back_and_no_more(payload: str) -> None:
    lines = [json.loads(line) for line in exported(payload, "jsonl").splitlines()]
    assert [line["title"] for line in lines if "event_id" in line] == [payload]


@pytest.mark.parametrize(
    "payload", [*PAYLOADS, "../../etc/passwd", "..\\..\\x", "/etc/passwd", "a\0b", ".", "..", "C:\\x"]
)
def test_no_name_leads_out_of_its_folder(payload: str, tmp_path: Path) -> None:
    inside = (tmp_path / safe_name(payload)).resolve()
    assert inside.parent == tmp_path.resolve()


@pytest.mark.parametrize("path", sorted(ROOT.glob("pipeline/**/*.py")) + sorted(ROOT.glob("views/**/*.py")), ids=str)
def test_no_module_loads_objects_or_runs_text(path: Path) -> None:
    """No pickle, no YAML objects, no eval, no shell; XML is parsed by defusedxml alone."""
    text = path.read_text("utf-8")
    forbidden = r"\b(?:import pickle|from pickle|marshal\.loads|yaml\.load\(|yaml\.unsafe_load|shell=True|os\.system)\b"
    assert not re.search(forbidden, text)
    assert not re.search(r"(?<![\w.])(?:eval|exec)\(", text)
    assert not re.search(r"unsafe_allow_html|(?:from|import) xml\.(?:etree|sax(?!utils|\.saxutils)|dom)", text)
