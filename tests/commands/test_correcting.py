"""correct, undo and corrections, run as a person would."""

from pathlib import Path

import pytest

from pipeline import store
from pipeline.__main__ import main
from tests.store import made


@pytest.fixture
def root(tmp_path: Path) -> Path:
    place = tmp_path / "store"
    store.create(place)
    document = made.document("a")
    store.append(place, store.Batch([document], mentions=[made.mention(document)]))
    store.rebuild(place, made.one_event_each)
    return place


def run(root: Path, *words: str) -> int:
    return main([*words, "--store", str(root)])


def event(root: Path) -> dict[str, object]:
    (row,) = store.load(root).events.to_pylist()
    return dict(row)


def test_correct_list_and_undo(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    event_id = str(event(root)["event_id"])
    assert run(root, "correct", event_id[:6], "date", "2021-05-04", "--why", "a misprint", "--by", "Ann") == 0
    assert "date: 2021-05-03 -> 2021-05-04" in capsys.readouterr().out
    assert event(root)["edtf"] == "2021-05-04"
    assert run(root, "correct", event_id, "actors", "Aleś Novik; Zoja Wolf", "--by", "Ann") == 0
    assert event(root)["actors"] == ["Aleś Novik", "Zoja Wolf"]
    assert run(root, "correct", event_id, "starred", "yes", "--by", "Ann") == 0
    assert run(root, "correct", event_id, "starred", "yes", "--by", "Ann") == 0
    assert "already" in capsys.readouterr().out
    assert run(root, "corrections") == 0
    listed = capsys.readouterr().out
    assert listed.count("in force") == 3
    assert "by Ann: “a misprint”" in listed
    assert run(root, "undo", store.corrections(root)[0].correction_id, "--by", "Ben") == 0
    assert event(root)["edtf"] == "2021-05-03"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("correct", "zz", "date", "2021"), "no event has an id that begins with"),
        (("correct", "", "date", "2021"), "no event has an id that begins with"),
        (("correct", "*", "colour", "red"), "there is no field “colour”"),
        (("correct", "*", "date", "soon"), "is not a date"),
        (("correct", "*", "starred", "perhaps"), "yes or no"),
        (("correct", "~", "hidden", "yes"), "is an article, and hidden is a field of events"),
        (("correct", "~", "published", "someday"), "not recognised as a date"),
        (("correct", "*", "title", "x", "--by", " "), "give your name"),
        (("undo", "zz"), "no correction has an id"),
    ],
)
def test_what_cannot_be_is_one_line(
    root: Path, words: tuple[str, ...], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ids = {"*": str(event(root)["event_id"]), "~": str(store.load(root).documents.column("doc_id")[0])}
    chosen = [ids.get(word, word) for word in words]
    assert run(root, *chosen) == 2
    error = capsys.readouterr().err
    assert why in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(("word", "flag"), [("Yes", True), ("true", True), ("1", True), ("NO", False)])
def test_yes_and_no_are_taken_as_people_write_them(root: Path, word: str, flag: bool) -> None:
    assert run(root, "correct", str(event(root)["event_id"]), "starred", word, "--by", "Ann") == 0
    assert event(root)["starred"] is flag


def test_a_date_is_taken_in_words(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "correct", str(event(root)["event_id"]), "date", "4 May 2021", "--by", "Ann") == 0
    assert "-> 2021-05-04" in capsys.readouterr().out


def test_no_corrections(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "corrections") == 0
    assert capsys.readouterr().out == "no corrections\n"
