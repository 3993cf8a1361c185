"""The commands that print JSON lines, run as a person would, on texts of our own."""

import json
from pathlib import Path

import pytest

from pipeline import flow
from pipeline.__main__ import main
from pipeline.model import Document

ARTICLE = (
    "Minsk and Vilnius reopen talks\n\n"
    "The foreign minister of Lithuania met his Belarusian counterpart in Minsk on Monday, the ministry said. "
    "A day earlier, Alexander Lukashenko had called for the talks. The two countries signed a border treaty in 1995.\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "talks.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, list[dict[str, object]], str]:
    status = main([str(a) for a in arguments])
    out, err = capsys.readouterr()
    return status, [json.loads(row) for row in out.splitlines() if row.startswith("{")], err


def test_timex_resolves_against_the_given_day(capsys: pytest.CaptureFixture[str], article: Path) -> None:
    status, rows, _ = run(capsys, "timex", article, "--published", "2022-07-05")
    assert status == 0
    found = {row["text"]: row["date_start"] for row in rows}
    assert found["Monday"] == "2022-07-04"
    assert found["A day earlier"] == "2022-07-03"
    assert found["1995"] == "1995-01-01"
    for row in rows:
        assert ARTICLE[row["start"] : row["end"]] == row["text"]  # type: ignore[index]
        assert row["trace"]


def test_a_publication_date_is_given_as_files_write_it(capsys: pytest.CaptureFixture[str], article: Path) -> None:
    for written, first, last in (("2022-07", "2022-07-01", "2022-07-31"), ("12 July 2022", "2022-07-12", "2022-07-12")):
        _, (row,), _ = run(capsys, "publication", article, "--published", written)
        assert (row["published_start"], row["published_end"]) == (first, last)


def test_without_a_publication_date_monday_stays_open(capsys: pytest.CaptureFixture[str], article: Path) -> None:
    _, rows, _ = run(capsys, "timex", article)
    monday = next(row for row in rows if row["text"] == "Monday")
    assert monday["date_start"] is None
    assert monday["date_end"] is None


def test_publication_says_where_it_has_the_date_from(capsys: pytest.CaptureFixture[str], article: Path) -> None:
    _, rows, _ = run(capsys, "publication", article, "--published", "2022-07-05", "--outlet", "Reuters")
    assert rows[0]["published_start"] == rows[0]["published_end"] == "2022-07-05"
    assert rows[0]["basis"] == "given"
    assert rows[0]["outlet"] == "Reuters"


def test_events_share_an_id_and_rest_on_the_text(capsys: pytest.CaptureFixture[str], article: Path) -> None:
    status, rows, _ = run(capsys, "events", article, "--published", "2022-07-05")
    assert status == 0
    met = next(row for row in rows if ARTICLE[row["trigger_start"] : row["trigger_end"]] == "met")  # type: ignore[index]
    assert met["date_start"] == met["date_end"] == "2022-07-04"
    assert met["event_id"]


@pytest.mark.parametrize("command", ["publication", "timex", "events"])
def test_an_article_that_lies_in_two_folders_is_read_once(
    capsys: pytest.CaptureFixture[str], article: Path, command: str
) -> None:
    (article.parent / "again").mkdir()
    (article.parent / "again" / article.name).write_bytes(article.read_bytes())
    _, once, _ = run(capsys, command, article)
    status, rows, err = run(capsys, command, article.parent)
    assert status == 0 and len(rows) == len(once)
    assert f"{article}: has the same text as {article.parent / 'again' / article.name}, which is kept" in err


def test_of_two_versions_of_an_article_the_newest_tells(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    body = "".join(
        f"The council of district {n} approved the plan for street number {n} on Monday.\n" for n in range(9)
    )
    for name, day, last in (("morning", "2022-07-05", ""), ("evening", "2022-07-06", "The mayor thanked them.\n")):
        (tmp_path / f"{name}.txt").write_text(body + last, "utf-8")
        (tmp_path / f"{name}.json").write_text(json.dumps({"published": day, "outlet": "Reuters"}), "utf-8")
    status, rows, err = run(capsys, "events", tmp_path)
    assert status == 0 and {row["doc"] for row in rows} == {"evening"}
    assert "morning.txt: is another version of" in err and "its events are left out" in err
    _, dated, _ = run(capsys, "publication", tmp_path)
    assert len(dated) == 2  # Both were published.


def test_two_runs_give_the_same_bytes(capsys: pytest.CaptureFixture[str], article: Path) -> None:
    outputs = []
    for _ in range(2):
        assert main(["events", str(article), "--published", "2022-07-05"]) == 0
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["timex", "nowhere.txt"], "nowhere.txt"),
        (["timex", "{article}", "--published", "2022-02-30"], "2022-02-30"),
        (["timex", "{article}", "--published", "next week"], "--published"),
        (["timex", "{article}", "--published", "2022-07-26/2022-07-05"], "ends before it starts"),
        (["timex", "{article}", "--published", "01/02/2022"], "two different days"),
        (["timex", "{article}", "--today", "2022-07-05/2022-07-06"], "give one day"),
        (["timex", "{article}", "--published", "2022-07-06", "--today", "2022-07-05"], "later than --today 2022-07-05"),
        (["timex", "{article}", "nowhere.txt", "--today", "2022-07-32"], "--today"),
        (["timex", "https://news.example/a"], "https://news.example/a: is not a file; only `ingest`"),
        (["publication", "{article}", "--outlet", " "], "--outlet"),
        (["events", "{article}", "--today", "yesterday"], "--today"),
        (["timex", "{article}", "--colour", "red"], "--colour"),
        (["timex", "{article}", ""], "a path is empty"),
        (["status", "--store", " "], "a path is empty"),
        (["dance"], "dance"),
        (["timex"], "PATHS"),
    ],
)
def test_a_wrong_argument_is_one_line_and_status_2(
    capsys: pytest.CaptureFixture[str], article: Path, arguments: list[str], says: str
) -> None:
    status, rows, err = run(capsys, *(a.format(article=article) for a in arguments))
    assert status == 2
    assert not rows
    assert err.count("\n") == 1
    assert err.startswith("error: ")
    assert says in err


def test_a_bad_file_does_not_cost_the_others(capsys: pytest.CaptureFixture[str], article: Path) -> None:
    broken = article.with_name("broken.txt")
    broken.write_bytes(b"")
    status, rows, err = run(capsys, "publication", article.parent)
    assert status == 2
    assert [row["doc"] for row in rows] == ["talks"]
    assert "broken.txt" in err
    assert "Traceback" not in err


def test_a_file_is_named_on_one_line_that_a_terminal_does_not_obey(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    odd = tmp_path / "a\n\x1b[31m\u202e.txt"
    odd.touch()
    status, _, err = run(capsys, "publication", odd)
    assert (status, err.count("\n")) == (2, 1)
    assert r"a\n\x1b[31m\u202e.txt: is empty" in err


@pytest.mark.parametrize("command", ["publication", "timex", "events"])
def test_a_text_that_breaks_a_stage_does_not_cost_the_others(
    command: str, capsys: pytest.CaptureFixture[str], article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = article.with_name("odd.txt")
    odd.write_text("Minsk opened a school on Monday.", "utf-8")
    decide = flow.publication.decide

    def breaks(document: Document, *rest: object, **named: object) -> Document:
        if document.name == "odd":
            raise ValueError("nothing to hold on to")
        return decide(document, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(flow.publication, "decide", breaks)
    status, rows, err = run(capsys, command, article.parent, "--published", "2022-07-05")
    assert status == 2
    assert {row["doc"] for row in rows} == {"talks"}
    assert "odd.txt" in err
    assert "nothing to hold on to" in err


def test_resolve_answers_one_phrase_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["resolve", "on Monday", "--published", "2022-07-12"]) == 0
    out = capsys.readouterr().out
    assert "2022-07-11" in out
    assert "Monday" in out


@pytest.mark.parametrize(
    "command", ["publication", "timex", "events", "ingest", "status", "explain", "export", "resolve"]
)
def test_help_teaches(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert main([command, "--help"]) == 0
    assert "Usage" in capsys.readouterr().out


def test_a_text_in_russian_says_that_no_event_comes_from_it(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "minsk.txt"
    path.write_text(
        "Президент Беларуси прибыл в Москву 9 мая 2023 года. На следующий день он вернулся в Минск.", "utf-8"
    )
    status, rows, err = run(capsys, "events", path)
    assert (status, rows) == (0, [])
    assert "English only" in err
