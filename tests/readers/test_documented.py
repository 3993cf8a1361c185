"""Every format, every field of a table and every class of reliability is described for readers."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from pipeline.model import Reliability
from pipeline.readers import READERS
from pipeline.readers.columns import FIELDS, column_names

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "formats.md").read_text("utf-8")


def test_formats_fields_and_classes_are_described() -> None:
    assert [suffix for reader in READERS for suffix in reader.suffixes if f"`{suffix}`" not in PAGE] == []
    assert [field for field in FIELDS if f"`{field}`" not in PAGE] == []
    assert [name for name in get_args(Reliability) if f"| {name} |" not in PAGE] == []


def test_each_suffix_and_content_type_has_one_reader_and_each_field_names() -> None:
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    types = [kind for reader in READERS for kind in reader.content_types]
    assert len(set(suffixes)) == len(suffixes)
    assert len(set(types)) == len(types)
    assert set(column_names()) == set(FIELDS)
