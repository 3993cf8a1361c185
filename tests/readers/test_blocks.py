"""Blocks are marked by the shapes of news pages; nothing is cut, nothing is marked twice."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readers.blocks import mark
from pipeline.readers.cues import BlockCue, block_cues
from tests.cost import growth
from tests.readers import pages

PAGES = sorted(name for name in vars(pages) if f"{name}_KINDS" in vars(pages))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_marked(name: str) -> None:
    assert tuple(block.kind for block in mark(getattr(pages, name))) == getattr(pages, f"{name}_KINDS")


@pytest.mark.parametrize("cue", block_cues(), ids=lambda cue: f"{cue.kind}-{cue.role}-{cue.positive[0][:30]}")
def test_a_cue_keeps_to_its_examples(cue: BlockCue) -> None:
    assert all(re.search(cue.pattern, line) for line in cue.positive)
    assert not any(re.search(cue.pattern, line) for line in cue.negative)
    assert cue.positive
    assert cue.negative


LINES = st.sampled_from([line for name in PAGES for line in getattr(pages, name).split("\n")] + ["\t", "🎙️", "a", "\r"])


@given(st.one_of(st.text(), st.lists(LINES).map("\n".join), st.lists(LINES).map("\r\n".join)))
def test_blocks_are_ordered_and_hold_all_that_is_not_blank(text: str) -> None:
    blocks = mark(text)
    ends = [0, *(block.span.end for block in blocks)]
    starts = [*(block.span.start for block in blocks), len(text)]
    assert all(end <= start for end, start in zip(ends, starts, strict=True))
    assert not any(text[end:start].strip() for end, start in zip(ends, starts, strict=True))


def test_marking_is_linear() -> None:
    page = "\n\n".join(getattr(pages, name) for name in PAGES) + "\n\n"

    assert growth(lambda: mark(page * 10), lambda: mark(page * 200), enough=50) <= 50  # twenty times the text
