"""Stores to begin with: an empty one, and one with three articles that landed in two turns."""

from pathlib import Path

import pytest

from pipeline import store
from tests.store import made


@pytest.fixture
def root(tmp_path: Path) -> Path:
    place = tmp_path / "store"
    store.create(place)
    return place


@pytest.fixture
def three(root: Path) -> Path:
    made.land(root, made.document("a"), made.document("b"))
    made.land(root, made.document("c"))
    return root
