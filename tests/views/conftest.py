from pathlib import Path

import pytest

from tests.views.stores import write
from tests.views.story import story
from views.queries.catalogue import Catalogue, open_catalogue


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return open_catalogue(story())


@pytest.fixture(scope="session")
def story_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("story") / "store", story())
