"""The index of words answers as reading every text would."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from views.queries import text

LETTERS = st.text(alphabet="ab é.-17", max_size=12)


@given(st.lists(LETTERS, max_size=8), LETTERS.filter(str.strip))
def test_it_finds_what_a_reader_would(texts: list[str], term: str) -> None:
    found = text.Text.of(text.index(pa.array(texts, pa.string()))).holding(term)
    assert found.tolist() == [term in one for one in texts]


@pytest.mark.parametrize(
    ("term", "held"),
    [
        ("river", [True, True, False]),
        ("iver", [True, True, False]),
        ("cross the river", [True, False, False]),
        ("the  river", [False, False, False]),
        ("мінск", [False, False, True]),
        ("к", [False, False, True]),
        ("🙂", [False, False, True]),
    ],
)
def test_terms(term: str, held: list[bool]) -> None:
    texts = ["soldiers cross the river", "the riverbank", "мінск 🙂"]
    assert text.Text.of(text.index(pa.array(texts))).holding(term).tolist() == held
