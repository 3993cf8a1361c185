"""Metadata by precedence; bad metadata cost a remark and no article."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.calendar.interval import from_iso
from pipeline.readers import Given, read, remarks
from tests.readers.files import write


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.md", "---\ntitle: [unclosed\n---\nText.", ":3: front matter is not valid YAML"),
        ("a.md", "---\ntitle: a: b: c\n---\nText.", ":2: front matter is not valid YAML"),
        ("a.md", "---\ntitle: never closed\nText.", "never closed"),
        ("a.md", "---\n- a list\n---\nText.", "key: value"),
        ("a.md", "---\npublished: [1, 2]\n---\nText.", "must hold one text"),
        ("a.md", "---\npublished: last week\n---\nText.", "“last week” is not recognised as a date"),
        ("a.md", "---\ntitle: " + "[" * 5000 + "\n---\nText.", "not valid YAML"),
        (
            "a.tml",
            '<TimeML><DCT><TIMEX3 value="1998-02-30"/></DCT><TEXT>Hi</TEXT></TimeML>',
            "“1998-02-30” is not a day that exists",
        ),
        (
            "a.md",
            "---\noutlet: X\npublished: 2022-02-30\n---\nText.",
            ":3: key “published”: “2022-02-30” is not a day that exists",
        ),
    ],
)
def test_bad_metadata_cost_no_article(tmp_path: Path, name: str, content: str, words: str) -> None:
    path = write(tmp_path / name, content)
    document = read(path)
    assert document.text
    assert document.published is None
    [message] = [issue.message for issue in remarks(document)]
    assert words in message
    assert message.startswith(str(path))
    assert "\n" not in message


@pytest.mark.parametrize(
    ("sidecar", "words"),
    [
        ("{not json", "a.json:1: is not valid JSON"),
        ("[]", "one JSON object"),
        ('{"published": "2022-02-30"}', "key “published”: “2022-02-30” is not a day that exists"),
        ('{"published": 2022}', "key “published” must hold one text"),
        ('{"title": ["a"]}', "key “title” must hold one text, not a list"),
        ('{"title": {"a": 1}}', "key “title” must hold one text, not an object"),
        ('{"title": true}', "key “title” must hold one text, not “true”"),
        (
            '{"publised": "2022-02-03"}',
            "key “publised” is not known, so it was passed over: call it “published” if it is",
        ),
        ("[" * 100_000, "is not"),
        (b"\xff\xfe\x00", "is not"),
    ],
)
def test_bad_sidecars_cost_no_article(tmp_path: Path, sidecar: str | bytes, words: str) -> None:
    write(tmp_path / "a.json", sidecar)
    document = read(write(tmp_path / "a.txt", "Text."))
    assert (document.text, document.published, document.title) == ("Text.", None, None)
    [message] = [issue.message for issue in remarks(document)]
    assert words in message
    assert "\n" not in message


def test_given_wins_over_sidecar_over_front_matter(tmp_path: Path) -> None:
    front = "---\ntitle: Own\noutlet: Own Times\npublished: 2022-07-01\ndigest_of: A Report\n---\nThe text.\n"
    path = write(tmp_path / "a.md", front)
    alone = read(path)
    assert (alone.text, alone.title, alone.published_basis) == ("The text.\n", "Own", "metadata")
    assert alone.digest_of == "A Report"
    assert "front matter of a.md" in alone.published_trace[0].because
    write(tmp_path / "a.json", '{"published": "2022-07-05/2022-07-26", "outlet": "Side Times", "title": null}')
    beside = read(path)
    assert beside.published == from_iso("2022-07-05", "2022-07-26")
    assert (beside.outlet, beside.title) == ("Side Times", "Own")
    over = read(path, given=Given(published=from_iso("2023-01-01", "2023-01-01"), outlet="Given Times"))
    assert (over.outlet, over.published_basis) == ("Given Times", "given")
    assert over.published == from_iso("2023-01-01", "2023-01-01")


@pytest.mark.parametrize(
    ("sidecar", "expected"),
    [
        ({"date": "2022-07-05", "source": "Side Times"}, ("2022-07-05", "Side Times", None)),
        ({"Publish-Date": "2022-07-05", "link": "https://e.example/a"}, ("2022-07-05", None, "https://e.example/a")),
        ({"published": "2022-07-05", "date": "2022-07-09"}, ("2022-07-05", None, None)),
        ({"published": None, "date": "2022-07-09"}, ("2022-07-09", None, None)),
        ({"source": "https://e.example/a", "created": "2022-07-09"}, (None, None, "https://e.example/a")),
        ({"tags": ["war"], "layout": "post", "outlet": "Own Times"}, (None, "Own Times", None)),
    ],
)
def test_common_names_of_keys_are_taken_and_those_of_others_passed_over(
    tmp_path: Path, sidecar: dict[str, object], expected: tuple[str | None, ...]
) -> None:
    write(tmp_path / "a.json", json.dumps(sidecar))
    document = read(write(tmp_path / "a.txt", "Text."))
    day = document.published and str(document.published.first_day)
    assert (day, document.outlet, document.url) == expected
    assert remarks(document) == ()


def test_the_trace_names_the_key_as_it_is_written(tmp_path: Path) -> None:
    document = read(write(tmp_path / "a.md", "---\ndate: 5 July 2022\n---\nText."))
    assert "key 'date' of the front matter of a.md: 5 July 2022" in document.published_trace[0].because
