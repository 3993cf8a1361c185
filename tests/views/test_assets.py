"""The browser files: small, found by each other, in place however many processes start at the same moment."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from views import assets
from views.assets import FOLDERS

ROOT = Path(__file__).resolve().parents[2]
START = "import sys; sys.path.insert(0, sys.argv[1]); from views import assets; print(assets.install())"

MODULES = [path for folder in FOLDERS for path in sorted(folder.glob("*.js"))]


def test_modules_import_what_is_there() -> None:
    """They are served from one folder, so a name may stand once only."""
    names = [path.name for path in MODULES]
    assert sorted(set(names)) == sorted(names)
    for path in MODULES:
        for other in re.findall(r'from "\./([^"]+)"', path.read_text("utf-8")):
            source = next(one for one in MODULES if one.name == other)
            for name in imported(path, other):
                assert re.search(rf"^export (async )?(function|class|const) {name}\b", source.read_text("utf-8"), re.M)


def imported(path: Path, other: str) -> list[str]:
    """The names a module takes from another."""
    found = re.search(rf'^import \{{ ([^}}]+) \}} from "\./{re.escape(other)}"', path.read_text("utf-8"), re.M)
    return found[1].split(", ") if found else []


def test_modules_stay_small() -> None:
    assert {path.name: lines for path in MODULES if (lines := path.read_text("utf-8").count("\n")) > 200} == {}


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


def test_files_of_earlier_versions_go_but_for_the_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "STATIC", tmp_path)
    for age, name in enumerate(("plotly-c", "plotly-b", "plotly-a")):
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (1_600_000_000 - age, 1_600_000_000 - age))
    (tmp_path / "mine.txt").write_text("kept", "utf-8")
    here = assets.install.__wrapped__()
    assert {path.name for path in tmp_path.iterdir()} == {here.name, "plotly-c", "mine.txt"}
