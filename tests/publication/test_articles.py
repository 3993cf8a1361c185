"""Whole articles without their metadata: what is claimed about publication is right, and the seeds are all dated."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import publication, timex
from pipeline.calendar.interval import from_iso
from pipeline.model import Document
from pipeline.readers import collect, read

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT.parent / "shared" / "gold"


def bare(document: Document) -> Document:
    """The document as its text alone would be read."""
    return replace(document, published=None, outlet=None, url=None, published_basis="unknown", published_trace=())


def test_claims_about_the_starter_corpus_are_right() -> None:
    claimed = 0
    for path in collect([ROOT / "data" / "sample"])[0]:
        document = read(path)
        decided = publication.decide(bare(document), timex.recognise(document))
        assert decided.outlet in {None, document.outlet}, path
        if decided.published is not None and document.published is not None:
            claimed += 1
            assert decided.published.contains(document.published), path
    assert claimed >= 5


@pytest.mark.gold
def test_the_reference_articles_are_dated_from_their_text() -> None:
    if not (GOLD / "seeds_gold.json").is_file():
        pytest.skip(f"no reference articles at {GOLD}")
    articles = json.loads((GOLD / "seeds_gold.json").read_text("utf-8"))["articles"]
    for name, article in articles.items():
        document = read(GOLD / "seeds" / name)
        decided = publication.decide(document, timex.recognise(document))
        allowed, best = article["publication"]["text_only_interval"], article["publication"]["best"]
        assert decided.published is not None, name
        assert from_iso(*allowed).contains(decided.published), name
        assert decided.published.contains(from_iso(best, best)), name
        assert decided.outlet == article["outlet"], name


@pytest.mark.gold
def test_other_corpora_are_not_dated_wrongly() -> None:
    folders = [GOLD / "tbaq", GOLD / "se15_trial" / "docs"]
    if not all(folder.is_dir() for folder in folders):
        pytest.skip(f"no reference articles at {GOLD}")
    right = claimed = 0
    for path in collect(folders)[0]:
        document = read(path)
        decided = publication.decide(bare(document), timex.recognise(document))
        if decided.published is not None and document.published is not None:
            claimed += 1
            right += decided.published.contains(document.published)
    assert claimed >= 20
    assert right >= 0.95 * claimed
