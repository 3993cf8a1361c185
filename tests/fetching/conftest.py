"""A site on this machine, and a run that fetches from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fetching.run import Run
from tests.fetching.server import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run(tmp_path / "store")
