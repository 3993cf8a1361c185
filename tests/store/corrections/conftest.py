"""A store with two articles that tell of a visit."""

from pathlib import Path

import pytest

from pipeline import store
from tests.store.corrections.visit import first, land, second


@pytest.fixture
def root(tmp_path: Path) -> Path:
    place = tmp_path / "store"
    store.create(place)
    land(place, first(), second())
    return place
