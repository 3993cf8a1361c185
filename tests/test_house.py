"""The house keeps its own rules: imports flow one way, libraries stay in their rooms, no stage reads a clock."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted([*ROOT.glob("pipeline/**/*.py"), *ROOT.glob("views/**/*.py"), ROOT / "dashboard.py"])

STAGES = {"language", "readers", "publication", "timex", "events", "coreference"}
LEVEL = {
    "calendar": 0,
    "vocabulary": 0,
    "span": 0,
    "model": 1,
    "words": 1,
    "moves": 2,
    "run_in": 2,
    "settings": 2,
    "fingerprint": 2,
    "resources": 2,
    "knowledge": 3,
    "labels": 3,
    "lexicons": 3,
    "chronology": 4,
    "gazetteer": 4,
    **dict.fromkeys(STAGES, 5),
    "store": 6,
    "export": 7,
    "interface": 7,
    "markup": 7,
    "typed_date": 7,
    "views": 8,
    "flow": 8,
    "versions": 8,
    "copies": 8,
    "fetching": 9,
    "batches": 9,
    "unchanged": 10,
    "ingestion": 11,
    "distributed": 12,
    "rereading": 12,
    "supposing": 12,
    "watching": 12,
    "commands": 13,
    "__main__": 14,
    "dashboard": 14,
}
"""A room may import rooms of lower levels only."""

HOMES = {
    "spacy": "pipeline/language",
    "dateparser": "pipeline/readers/written_dates.py",
    "streamlit": ("views/", "dashboard.py"),
    "duckdb": "views/queries",
    "deltalake": "pipeline/store/",
    "typer": ("pipeline/__main__.py", "pipeline/commands/"),
}


def room(path: Path) -> str:
    """`pipeline/timex/resolve.py` -> timex; `views/panels.py` -> views; the page that composes them -> dashboard."""
    if path.parent == ROOT / "views" and path.stem in {"page", "hands"}:
        return "dashboard"
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[1] if parts[0] == "pipeline" and len(parts) > 1 else parts[0]


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: a relative import hides the direction"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def ours(path: Path) -> set[str]:
    rooms = set()
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "pipeline" and len(parts) > 1:
            rooms.add(parts[1])
        elif parts[0] == "views":
            rooms.add("views")
    return rooms - {room(path)}


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_flow_one_way(path: Path) -> None:
    here = room(path)
    if here == "__init__":
        return
    assert here in LEVEL, f"{path}: give the room {here!r} a level in this test"
    for other in ours(path):
        assert LEVEL[other] < LEVEL[here] or other == here, f"{here} may not import {other}"


INSIDE = {
    "events": ("parse", "triggers", "actors", "claims", "dating", "titles", "timeline"),
    "timex": ("recognition", "context", "resolvers"),
}
"""The parts of a large stage in the order of their work; each may import those before it."""


@pytest.mark.parametrize(("stage", "parts"), INSIDE.items())
def test_the_parts_of_a_stage_follow_one_another(stage: str, parts: tuple[str, ...]) -> None:
    found = {p.name for p in (ROOT / "pipeline" / stage).iterdir() if (p / "__init__.py").exists()}
    assert found == set(parts)
    for path in ROOT.glob(f"pipeline/{stage}/*/*.py"):
        for name in imports(path):
            of = name.removeprefix(f"pipeline.{stage}.").split(".")[0] if name.startswith(f"pipeline.{stage}.") else ""
            late = of in parts and parts.index(of) > parts.index(path.parent.name)
            assert not late, f"{path.relative_to(ROOT)} imports {name}, which works later"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_libraries_stay_in_their_rooms(path: Path) -> None:
    where = path.relative_to(ROOT).as_posix()
    for name in imports(path):
        home = HOMES.get(name.split(".")[0])
        assert home is None or where.startswith(home), f"{where} imports {name}, whose home is {home}"


def test_calendar_uses_the_standard_library_only() -> None:
    for path in ROOT.glob("pipeline/calendar/*.py"):
        for name in imports(path):
            assert name.split(".")[0] in {
                "__future__",
                "calendar",
                "collections",
                "dataclasses",
                "datetime",
                "enum",
                "functools",
                "itertools",
                "math",
                "pipeline",
                "re",
                "types",
                "typing",
            }, name
            assert not name.startswith("pipeline.") or name.startswith("pipeline.calendar"), name


CLOCK = re.compile(r"\b(?:date|datetime|dt|pd|Timestamp)\s*\.\s*(?:now|today|utcnow)\s*\(|\btime\.time\s*\(")


@pytest.mark.parametrize("path", sorted(ROOT.glob("pipeline/**/*.py")), ids=lambda p: str(p.relative_to(ROOT)))
def test_no_stage_reads_the_clock(path: Path) -> None:
    if path.name == "correcting.py":  # the edge: who corrects by hand does so at a time, which is stored with it
        return
    assert not CLOCK.search(path.read_text("utf-8")), (
        f"{path} asks what day it is; results must not change with the day"
    )


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_stay_small(path: Path) -> None:
    lines = path.read_text("utf-8").count("\n")
    assert lines <= 250, f"{path} has {lines} lines; does it still hold one idea?"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_functions_stay_short(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            told = node.body[0].end_lineno if ast.get_docstring(node) else node.lineno
            assert (node.end_lineno or 0) - (told or 0) <= 40, f"{path}: {node.name} is long; does it do one thing?"


def test_nothing_knows_a_gold_file() -> None:
    for path in [*SOURCES, *ROOT.glob("data/**/*.*")]:
        if path.suffix in {".py", ".csv", ".yaml", ".json", ".md"} and "store" not in path.relative_to(ROOT).parts[1:2]:
            assert not re.search(r"seeds_gold|tbaq|timebank|\bgold/", path.read_text("utf-8"), re.IGNORECASE), path


def test_every_file_of_words_is_described() -> None:
    described = set(re.findall(r"\w+", (ROOT / "data" / "lexicons" / "README.md").read_text("utf-8")))
    files = [*ROOT.glob("data/lexicons/*.csv"), *ROOT.glob("data/lexicons/en/*.csv")]
    assert sorted(path.stem for path in files if path.stem not in described) == []
