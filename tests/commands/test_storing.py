"""ingest, status, explain and export, run as a person would."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import store
from pipeline.__main__ import main
from pipeline.commands.storing import in_full
from tests.commands.waiting import wait

ROOT = Path(__file__).resolve().parents[2]

FIRST = (
    "---\ntitle: Ministers meet in Minsk\noutlet: Reuters\npublished: 2022-07-05\n---\n"
    "Sergei Lavrov met Vladimir Makei in Minsk on Monday. Russia and Belarus signed a gas agreement in 2011.\n"
)
SECOND = (
    "---\ntitle: Lavrov in Belarus\noutlet: BBC News\npublished: 2022-07-06\n---\n"
    "Russian Foreign Minister Sergei Lavrov met his Belarusian counterpart Vladimir Makei in Minsk on July 4.\n"
)


def written(folder: Path) -> Path:
    folder.mkdir()
    (folder / "first.md").write_text(FIRST, "utf-8")
    (folder / "second.md").write_text(SECOND, "utf-8")
    return folder


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return written(tmp_path / "articles")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds both articles, for tests that only read it."""
    place = tmp_path_factory.mktemp("both")
    assert ingest(written(place / "articles"), place / "store") == 0
    return place / "store"


def ingest(articles: Path, root: Path, *options: str) -> int:
    return main(["ingest", str(articles), "--store", str(root), *options])


def test_ingest_then_status(capsys: pytest.CaptureFixture[str], articles: Path, tmp_path: Path) -> None:
    assert ingest(articles, tmp_path / "store") == 0
    assert "2 new" in capsys.readouterr().out
    assert main(["status", "--store", str(tmp_path / "store")]) == 0
    assert "2 metadata" in capsys.readouterr().out


def test_reading_twice_changes_nothing(capsys: pytest.CaptureFixture[str], articles: Path, tmp_path: Path) -> None:
    root = tmp_path / "store"
    ingest(articles, root)
    before = store.dump(root)
    assert ingest(articles, root) == 0
    assert "2 unchanged" in capsys.readouterr().out
    assert store.dump(root) == before


def test_two_workers_give_the_same_tables(articles: Path, tmp_path: Path) -> None:
    for number in range(20):
        (articles / f"more{number}.txt").write_text(
            f"Vladimir Putin visited Minsk on June {number + 1}, 2021.\n", "utf-8"
        )
    assert ingest(articles, tmp_path / "one") == 0
    assert ingest(articles, tmp_path / "two", "--workers", "2") == 0
    assert store.dump(tmp_path / "one") == store.dump(tmp_path / "two")


def test_a_killed_run_then_the_same_command_gives_the_tables_of_one_clean_run(articles: Path, tmp_path: Path) -> None:
    for number in range(40):
        (articles / f"more{number}.txt").write_text(
            f"Vladimir Putin visited Minsk on May 3, {1980 + number}.\n", "utf-8"
        )
    assert ingest(articles, tmp_path / "clean") == 0
    root = tmp_path / "killed"
    command = [sys.executable, "-m", "pipeline", "ingest", str(articles), "--store", str(root)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        wait(run, lambda: list(root.glob("documents/_delta_log/*1.json")))
        os.kill(run.pid, signal.SIGKILL)
    assert run.returncode == -signal.SIGKILL, "the run ended before it could be killed"
    assert ingest(articles, root) == 0
    assert store.dump(root) == store.dump(tmp_path / "clean")


def test_explain_names_the_passage_and_the_reasons(capsys: pytest.CaptureFixture[str], root: Path) -> None:
    met = next(row for row in store.load(root).events.to_pylist() if str(row["date_start"]) == "2022-07-04")
    assert main(["explain", met["event_id"], "--store", str(root)]) == 0
    out = capsys.readouterr().out
    assert "2022-07-04" in out
    assert "on Monday" in out
    assert "because" in out
    told = [out.index(each) for each in ("‘Monday’ → 2022-07-04", "Monday” belongs to")]
    assert told == sorted(told)
    for passage in out.split("\n\n"):
        reasons = [line for line in passage.splitlines() if ", because " in line]
        assert len(reasons) == len(set(reasons))


def test_explain_says_how_to_put_an_event_on_the_timeline(capsys: pytest.CaptureFixture[str], root: Path) -> None:
    off = next(row for row in store.load(root).events.to_pylist() if not row["on_timeline"] | row["lacks_only_date"])
    assert main(["explain", off["event_id"], "--store", str(root)]) == 0
    assert f"in the background, see below why; `correct {off['event_id']} on_timeline yes`" in capsys.readouterr().out


def test_the_meeting_is_one_event_in_two_articles(root: Path) -> None:
    met = [row for row in store.load(root).events.to_pylist() if str(row["date_start"]) == "2022-07-04"]
    assert [sorted(row["outlets"]) for row in met] == [["BBC", "Reuters"]]


def test_export_writes_what_the_store_holds(capsysbinary: pytest.CaptureFixture[bytes], root: Path) -> None:
    assert main(["export", "--format", "jsonl", "--store", str(root)]) == 0
    rows = [json.loads(row) for row in capsysbinary.readouterr().out.splitlines()]
    ids = {row["event_id"] for row in store.load(root).events.to_pylist() if row["on_timeline"]}
    assert ids
    assert sorted(row["event_id"] for row in rows if "event_id" in row) == sorted(ids)


def test_export_writes_what_a_query_finds_and_says_so(capsysbinary: pytest.CaptureFixture[bytes], root: Path) -> None:
    query = "actor:makei on:2022-07-04"
    assert main(["export", "--format", "jsonl", "--query", query, "--store", str(root)]) == 0
    said = capsysbinary.readouterr()
    first, *rows = (json.loads(row) for row in said.out.splitlines())
    assert {row["date_start"] for row in rows} == {"2022-07-04"}
    assert "makei" in str(first)
    assert "not matching the filters" in said.err.decode()


def test_a_dash_is_standard_output(
    capsysbinary: pytest.CaptureFixture[bytes], root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["export", "--format", "csv", "--out", "-", "--store", str(root)]) == 0
    assert b"event_id" in capsysbinary.readouterr().out
    assert not [*tmp_path.glob("-*")]


def test_a_csv_file_is_plain_and_described_beside(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    assert main(["export", "--format", "csv", "--query", "actor:makei", "--out", str(out), "--store", str(root)]) == 0
    told = json.loads((tmp_path / "events.csv-metadata.json").read_text("utf-8"))
    header = out.read_text("utf-8-sig").splitlines()[0]
    assert told["url"] == "events.csv"
    assert header.split(",") == [column["name"] for column in told["tableSchema"]["columns"]]
    assert "makei" in told["dc:description"] and "makei" not in header


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["status", "--store", "{tmp}/none"], "there is no store"),
        (["explain", "zzzz", "--store", "{tmp}/store"], "zzzz"),
        (["export", "--format", "docx", "--store", "{tmp}/store"], "docx"),
        (
            ["export", "--format", "csv", "--query", "colour:red", "--store", "{tmp}/store"],
            "there is no search field colour",
        ),
        (["export", "--format", "csv", "--query", "gas", "--all", "--store", "{tmp}/store"], "--all"),
        (["ingest", "{tmp}/articles", "--workers", "0"], "--workers"),
        (
            ["ingest", "{tmp}/articles", "--store", "{tmp}/articles/first.md"],
            "first.md: is a file, but a store is a folder",
        ),
        (["ingest", "s3://bucket/articles"], "s3://bucket/articles: is not a file"),
        (["remove", "first", "--store", "{tmp}/none"], "there is no store"),
    ],
)
def test_a_wrong_argument_is_one_line_and_status_2(
    capsys: pytest.CaptureFixture[str], root: Path, arguments: list[str], says: str
) -> None:
    assert main([a.format(tmp=root.parent) for a in arguments]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert says in err


def test_a_broken_file_is_named_and_the_others_are_kept(
    capsys: pytest.CaptureFixture[str], articles: Path, tmp_path: Path
) -> None:
    (articles / "broken.txt").write_bytes(bytes(range(256)) * 20)
    assert ingest(articles, tmp_path / "store") == 2
    out, err = capsys.readouterr()
    assert "2 new" in out
    assert "broken.txt" in err
    assert main(["status", "--store", str(tmp_path / "store")]) == 0
    assert "1 skipped" in capsys.readouterr().out


def test_the_store_knows_which_files_no_reader_takes_until_they_are_gone(
    capsys: pytest.CaptureFixture[str], articles: Path, tmp_path: Path
) -> None:
    (articles / "figures.pages").write_bytes(b"figures of the year")
    root = tmp_path / "store"
    assert ingest(articles, root) == 2
    skipped = [row for row in store.load(root).issues.to_pylist() if row["severity"] == "skipped"]
    assert [Path(row["source_uri"]).name for row in skipped] == ["figures.pages"]
    capsys.readouterr()
    main(["status", "--store", str(root)])
    assert "1 skipped" in capsys.readouterr().out
    (articles / "figures.pages").rename(articles / "figures.txt")
    assert ingest(articles, root) == 0
    main(["status", "--store", str(root)])
    assert "skipped" not in capsys.readouterr().out.rsplit("issues", 1)[1]


def test_the_same_text_under_two_names_is_kept_once(
    capsys: pytest.CaptureFixture[str], articles: Path, tmp_path: Path
) -> None:
    (articles / "zcopy.md").write_text(FIRST, "utf-8")
    assert ingest(articles, tmp_path / "store") == 0
    out, err = capsys.readouterr()
    assert "2 new" in out
    assert "zcopy.md: has the same text as" in err
    assert ingest(articles, tmp_path / "store") == 0
    assert store.load(tmp_path / "store").documents.num_rows == 2


def test_the_same_text_from_another_outlet_is_kept(articles: Path, tmp_path: Path) -> None:
    (articles / "wire.md").write_text(FIRST.replace("Reuters", "Newsweek"), "utf-8")
    assert ingest(articles, tmp_path / "store") == 0
    assert store.load(tmp_path / "store").documents.num_rows == 3


def test_expressions_have_one_value_whichever_way_they_are_reached(
    capsys: pytest.CaptureFixture[str], root: Path
) -> None:
    assert main(["timex", str(root.parent / "articles")]) == 0
    printed = {
        (row["text"], row["value"], row["date_start"]) for row in map(json.loads, capsys.readouterr().out.splitlines())
    }
    kept = {(row["text"], row["value"], str(row["date_start"])) for row in store.load(root).timexes.to_pylist()}
    assert printed == kept
    assert main(["resolve", "met in Minsk on Monday", "--published", "2022-07-05"]) == 0
    assert "2022-07-04" in capsys.readouterr().out
    assert ("Monday", "2022-07-04", "2022-07-04") in printed


def test_a_file_that_is_broken_off_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    out.write_bytes(b"of yesterday")
    (tmp_path / "link.csv").symlink_to(out)
    with pytest.raises(OSError, match="full"), in_full(tmp_path / "link.csv") as file:
        file.write(b"of to")
        raise OSError("full")
    assert out.read_bytes() == b"of yesterday"
    with in_full(tmp_path / "link.csv") as file:
        file.write(b"of today")
    assert out.read_bytes() == b"of today" and (tmp_path / "link.csv").is_symlink()
    assert {path.name for path in tmp_path.iterdir()} == {"events.csv", "link.csv"}


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with in_full(pipe) as file:
        file.write(b"events")
    assert os.read(reading, 10) == b"events"
    os.close(reading)
