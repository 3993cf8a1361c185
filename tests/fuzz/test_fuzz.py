"""What fuzzing found stays fixed; any bytes from hypothesis; and a short run of the coverage-guided fuzzer itself."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS, timed

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CASES = sorted(path for path in (HERE / "cases").rglob("*") if path.is_file())
QUICK = ("readers", "publication", "timex")
"""Targets without the parser, which takes most of a run's time."""


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_found_stays_fixed(case: Path) -> None:
    timed(TARGETS[case.parent.name], case.read_bytes())


PIECES = st.sampled_from(
    [
        b"on Monday", b"May 3, 2021", b"a year earlier", b"30 February", b"\xff\xfe", b"\0", b"---\n", b"published: ",
        b"<html>", b"<p>", b"{", b"[", b"PK\x03\x04", b"%PDF-1.7", b"\xef\xbb\xbf", b"2022-W53", b"the 1990s", b"said",
        "\u202e\u200f\u2028".encode(), "🙂".encode(), b'"', b"9999-12-31", b"0000-00-00", b"T25:61", b"-5", b"\n\n",
    ]
)  # fmt: skip
BYTES = st.lists(PIECES | st.binary(max_size=12), max_size=24).map(b"".join)


@pytest.mark.parametrize("name", QUICK)
def test_any_bytes(name: str) -> None:
    @settings(max_examples=60)
    @given(BYTES)
    def holds(content: bytes) -> None:
        timed(TARGETS[name], content)

    holds()


@pytest.mark.parametrize("name", ["readers", "timex"])
def test_the_fuzzer_finds_nothing_in_a_few_seconds(name: str, tmp_path: Path) -> None:
    if importlib.util.find_spec("atheris") is None:
        pytest.skip("atheris is not installed here")
    command = [sys.executable, "-m", "tests.fuzz", name, "--seconds", "2", "--corpus", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr[-3000:]
    assert "nothing found" in done.stdout
