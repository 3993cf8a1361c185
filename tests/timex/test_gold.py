"""Accuracy floors against reference texts kept outside the repository."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = {
    "timebank": {"strict_f1": 0.91, "relaxed_f1": 0.94, "value_f1": 0.84},
    "aquaint": {"strict_f1": 0.82, "relaxed_f1": 0.93, "value_f1": 0.75},
}


@pytest.mark.gold
@pytest.mark.parametrize("corpus", FLOORS)
def test_floor(corpus: str, tmp_path: Path) -> None:
    folder, scorer = SHARED / "gold" / "tbaq" / corpus, SHARED / "score" / "score_timex.py"
    if not folder.is_dir() or not scorer.is_file():
        pytest.skip(f"{folder} or the scorer is not here")
    predictions = tmp_path / "timex.jsonl"
    command = [sys.executable, "-m", "pipeline", "timex", str(folder)]
    predictions.write_bytes(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
    scored = [sys.executable, str(scorer), str(folder), str(predictions), "--json"]
    figures = json.loads(subprocess.run(scored, check=True, capture_output=True).stdout)["all"]
    for name, floor in FLOORS[corpus].items():
        assert figures[name] >= floor, name
