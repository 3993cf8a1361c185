from tests.views.tables import tables
from views.queries.catalogue import Catalogue, open_catalogue
from views.queries.quality import quality


def test_quality_counts_everything_once(catalogue: Catalogue) -> None:
    found = quality(catalogue)
    assert found.basis == {"metadata": 2, "unknown": 1}
    assert sum(found.dating.values()) == catalogue.counts["dated"] + catalogue.counts["undated"]
    assert found.dating["undated"] == 2
    assert [row["title"] for row in found.conflicts] == ["Firefly and Trentino meet to settle the border"]
    assert found.conflicting == 1
    assert found.issues[0]["severity"] == "skipped"


def test_an_empty_store_has_no_quality_to_speak_of() -> None:
    found = quality(open_catalogue(tables()))
    assert (found.basis, found.dating, found.conflicts, found.issues) == ({}, {}, [], [])
