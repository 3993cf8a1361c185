"""The browser files are in place however many processes start at the same moment."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START = "import sys; sys.path.insert(0, sys.argv[1]); from views import assets; print(assets.install())"


def test_processes_that_start_together_do_not_break_each_other(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "views", tmp_path / "views", ignore=shutil.ignore_patterns("__pycache__"))
    runs = [
        subprocess.Popen([sys.executable, "-c", START, str(tmp_path)], stdout=subprocess.PIPE, text=True, cwd=tmp_path)
        for _ in range(4)
    ]
    places = {run.communicate()[0].strip() for run in runs}
    assert [run.returncode for run in runs] == [0] * 4
    (place,) = places
    names = {path.name for path in Path(place).iterdir()}
    assert "plotly.min.js" in names
    assert not any(name.startswith(".") for name in names)
