"""Files become documents: text unchanged, metadata by precedence, one clear line for everything that is wrong."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as drawn
from hypothesis import strategies as st

from pipeline.calendar.interval import from_iso
from pipeline.readers import READERS, Given, ReadError, collect, parse_published, read, remarks, text_hash
from tests.cost import seconds

GOLD = Path(__file__).resolve().parents[3] / "shared"


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("utf-8", "Belarus’s leader 🎙️ spoke on Nov. 26"),
        ("utf-8", "Он сказал \u200fשלום\u200e on Monday"),
        ("latin-1", "The café in São Paulo reopened on Monday."),
        ("latin-1", "café"),
        ("cp1252", "Belarus’s “leader” said on Monday — he"),
        ("cp1251", "Минск"),
        ("cp1251", "Вчера в Минске прошёл парад, сообщили в понедельник."),
        ("cp1251", "Minsk. Президент said on Monday."),
        ("koi8_r", "Вчера в Минске прошёл парад"),
        ("utf-16", "Hello on Monday"),
        ("utf-16-le", "Hello on Monday"),
        ("utf-8-sig", "Hello on Monday"),
    ],
)
def test_encodings_come_out_right(tmp_path: Path, codec: str, text: str) -> None:
    assert read(write(tmp_path / "a.txt", text.encode(codec))).text == text


def test_line_ends_are_kept(tmp_path: Path) -> None:
    text = "One.\r\nTwo.\rThree.\n\n\nFour.\u2028"
    assert read(write(tmp_path / "a.txt", text)).text == text


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t\n", "is empty"),
        ("a.txt", b"%PDF-1.7\n\x00\x01", "is a damaged PDF"),
        ("a.txt", b"PK\x03\x04\x14\x00", "is a damaged archive"),
        ("a.txt", bytes(range(256)) * 20, "binary"),
        ("a.txt", b"\xff\xfeH\x00\x00\xd8", "breaks at byte"),
        ("a.md", "---\ntitle: only front matter\n---\n", "is empty"),
        ("a.tml", "<TimeML><TEXT>Open", "is no TimeML"),
        ("a.tml", '<!DOCTYPE x [<!ENTITY a "aaaa">]><TimeML><TEXT>&a;</TEXT></TimeML>', "entity a: refused"),
        ("a.doc", "text", "no reader takes '.doc'"),
    ],
)
def test_bad_files_give_one_clear_line(tmp_path: Path, name: str, content: str | bytes, words: str) -> None:
    path = write(tmp_path / name, content)
    with pytest.raises(ReadError) as caught:
        read(path)
    message = str(caught.value)
    assert words in message
    assert message.startswith(str(path))
    assert "\n" not in message


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.md", "---\ntitle: [unclosed\n---\nText.", ":3: front matter is no YAML"),
        ("a.md", "---\ntitle: a: b: c\n---\nText.", ":2: front matter is no YAML"),
        ("a.md", "---\ntitle: never closed\nText.", "never closed"),
        ("a.md", "---\n- a list\n---\nText.", "key: value"),
        ("a.md", "---\npublished: [1, 2]\n---\nText.", "must hold one text"),
        ("a.md", "---\npublished: last week\n---\nText.", "'last week' is not a date"),
        ("a.md", "---\ntitle: " + "[" * 5000 + "\n---\nText.", "no YAML"),
        ("a.tml", '<TimeML><DCT><TIMEX3 value="1998-02-30"/></DCT><TEXT>Hi</TEXT></TimeML>', "'1998-02-30' is no such"),
        (
            "a.md",
            "---\noutlet: X\npublished: 2022-02-30\n---\nText.",
            ":3: key 'published': '2022-02-30' is no such day",
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
        ("{not json", "a.json:1: is no JSON"),
        ("[]", "one JSON object"),
        ('{"published": "2022-02-30"}', "key 'published': '2022-02-30' is no such day"),
        ('{"published": 2022}', "key 'published' must hold one text"),
        ('{"title": ["a"]}', "key 'title' must hold one text"),
        ("[" * 100_000, "is no JSON"),
        (b"\xff\xfe\x00", "is no JSON"),
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
    ("value", "first", "last"),
    [
        ("2022-07-12", "2022-07-12", "2022-07-12"),
        ("2022-07-12T23:59:59+03:00", "2022-07-12", "2022-07-12"),
        ("20220712", "2022-07-12", "2022-07-12"),
        ("2022-02", "2022-02-01", "2022-02-28"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2022-07-05/2022-07-26", "2022-07-05", "2022-07-26"),
        ("2022-07-05/..", "2022-07-05", None),
        ("Tue, 12 Jul 2022 09:30:00 +0000", "2022-07-12", "2022-07-12"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
        ("1850-01-01", "1850-01-01", "1850-01-01"),
    ],
)
def test_published_is_read(value: str, first: str, last: str | None) -> None:
    assert parse_published(value).iso() == (first, last)


@pytest.mark.parametrize(
    "value", ["", "0000-01-01", "2022-13", "2022-07-26/2022-07-05", "../..", "31/12", "Feb. 30", "x"]
)
def test_impossible_published_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="write 2022-07-12"):
        parse_published(value)


@drawn(st.text(max_size=40))
def test_published_raises_nothing_but_value_errors(value: str) -> None:
    try:
        parse_published(value)
    except ValueError as error:
        assert "\n" not in str(error)


@drawn(content=st.binary(max_size=300), suffix=st.sampled_from([s for reader in READERS for s in reader.suffixes]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes, suffix: str) -> None:
    path = write(tmp_path / f"a{suffix}", content)
    try:
        document = read(path)
    except ReadError as error:
        assert "\n" not in str(error)
    else:
        document.text.encode("utf-8")
        assert document.text.strip()


def test_same_text_in_two_files_is_told_apart_and_recognised(tmp_path: Path) -> None:
    one, two = (read(write(tmp_path / name, "The same text.")) for name in ("one.txt", "two.txt"))
    assert one.doc_id != two.doc_id
    assert text_hash(one) == text_hash(two)
    assert read(tmp_path / "one.txt") == one


def test_a_stray_null_is_kept_and_remarked(tmp_path: Path) -> None:
    document = read(write(tmp_path / "a.txt", "On Monday\0 " + "the crossing near Grodno was closed. " * 9))
    assert document.text[9] == "\0"
    assert [issue.severity for issue in remarks(document)] == ["warning"]
    assert remarks(read(write(tmp_path / "b.txt", "Text."))) == ()


def test_five_megabytes_on_one_line(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "On Monday he spoke. " * 250_000)
    assert seconds(lambda: read(path)) < 20  # a quadratic reading would take hours


def test_timeml_gives_text_title_and_creation_time(tmp_path: Path) -> None:
    source = (
        '<?xml version="1.0"?><TimeML><DCT><TIMEX3 tid="t0" type="TIME" value="1998-11-20T19:30" '
        'functionInDocument="CREATION_TIME">x</TIMEX3></DCT><TITLE>A  title</TITLE><TEXT>\nR&D &amp; '
        '<EVENT eid="e1">spoke</EVENT> on <TIMEX3 tid="t1" value="XXXX">Monday</TIMEX3>.\n</TEXT></TimeML>'
    )
    document = read(write(tmp_path / "a.tml", source))
    assert document.text == "\nR&D & spoke on Monday.\n"
    assert document.title == "A title"
    assert document.published == from_iso("1998-11-20", "1998-11-20")


def test_folders_are_read_in_order_and_nothing_is_silent(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.exe", "b.json", "lonely.json", "README.md", ".hidden.txt", "sub/d.TXT"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write(tmp_path / name, "Text.")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere")
    files, issues = collect([tmp_path, tmp_path / "b.txt"])
    assert [file.name for file in files] == ["a.md", "b.txt", "lonely.json", "d.TXT"]
    assert sorted(Path(issue.source_uri).name for issue in issues) == ["broken.txt", "c.exe", "loop"]
    assert all(issue.message and "\n" not in issue.message for issue in issues)


def test_a_missing_path_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"nowhere\.txt: no such file or folder"):
        collect([tmp_path / "nowhere.txt"])
    with pytest.raises(ReadError, match="no such file"):
        read(tmp_path / "nowhere.txt")


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes are a POSIX thing")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert collect([tmp_path])[0] == ()
    with pytest.raises(ReadError, match="no regular file"):
        read(tmp_path / "pipe.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "Text.")
    path.chmod(0)
    with pytest.raises(ReadError, match="cannot be read"):
        read(path)


@pytest.mark.gold
def test_timeml_text_equals_the_reference_reader() -> None:
    folder = GOLD / "gold" / "tbaq"
    if not folder.is_dir():
        pytest.skip(f"no reference texts at {folder}")
    sys.path.insert(0, str(GOLD / "score"))
    try:
        import tml
    finally:
        sys.path.pop(0)
    for path in sorted(folder.glob("*/*.tml")):
        assert read(path).text == tml.parse(path).text


@pytest.mark.gold
def test_wire_copy_is_nearly_all_body() -> None:
    folder = GOLD / "gold" / "tbaq"
    if not folder.is_dir():
        pytest.skip(f"no reference texts at {folder}")
    sizes = {"body": 0, "other": 0}
    for path in folder.glob("*/*.tml"):
        for block in read(path).blocks:
            sizes["body" if block.kind == "body" else "other"] += block.span.end - block.span.start
    assert sizes["other"] < 0.002 * sizes["body"]
