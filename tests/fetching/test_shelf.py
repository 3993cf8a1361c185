"""Pages stand on the shelf under names of its own; a broken card costs one request more."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.fetching.shelf import Card, Shelf
from tests.fetching.run import Run
from tests.fetching.server import Site


def test_a_broken_shelf_costs_a_second_request(site: Site, run: Run) -> None:
    url = site.put("/a")
    run.fetch(url)
    for card in (run.root / "fetched" / ".cards").iterdir():
        card.write_bytes(b"{half")
    assert isinstance(run.fetch(url)[0], Path)


@pytest.mark.parametrize(
    "url",
    [
        "http://h/../../etc/passwd",
        "http://h/%2e%2e/%2e%2e/x",
        "http://h/a\x00b",
        "http://h/" + "x" * 5000,
        "http://h/.hidden",
    ],
)
def test_no_address_names_a_file_off_the_shelf(tmp_path: Path, url: str) -> None:
    shelf = Shelf(tmp_path)
    page = shelf.keep(Card(url), b"x", ".html", said={})
    assert page.parent == tmp_path / "fetched"
    assert not page.name.startswith(".")
    assert shelf.page(Card(url, "../../etc/passwd")) is None
