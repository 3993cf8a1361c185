"""docs/finding-and-sharing.md tells of every filter, every field of the search and every format."""

from pathlib import Path

import pytest

from pipeline.export import EXPORTERS
from views import query
from views.filters import FILTERS
from views.panels.choices import OFFERED

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "finding-and-sharing.md").read_text("utf-8")


@pytest.mark.parametrize("label", [row.label for row in FILTERS])
def test_every_filter_is_told(label: str) -> None:
    assert f"**{label}**" in PAGE


def test_the_length_of_a_list_is_told() -> None:
    assert f"the {OFFERED} most frequent" in PAGE


@pytest.mark.parametrize("field", query.FIELDS)
def test_every_field_is_told_as_the_page_tells_it(field: str) -> None:
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{field}:` |"))
    example = row.split("`")[3].removeprefix("-")
    assert query.parse(example).parts[0].field == field
    assert not query.parse(example).problems


@pytest.mark.parametrize("each", EXPORTERS, ids=lambda each: each.name)
def test_every_format_is_told(each: object) -> None:
    assert f"| {each.label} | `{each.name}` | {each.purpose} |" in PAGE  # type: ignore[attr-defined]
