"""Any file becomes a document, or one clear line that says what is wrong with it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as drawn
from hypothesis import strategies as st

from pipeline.readers import READERS, ReadError, read, remarks, text_hash
from tests.cost import seconds
from tests.readers.files import write


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t\n", "is empty"),
        ("a.txt", b"%PDF-1.7\n\x00\x01", "is a damaged PDF"),
        ("a.txt", b"PK\x03\x04\x14\x00", "is a ZIP archive or an office document"),
        ("a.zip", b"PK\x03\x04\x14\x00", "is a damaged archive"),
        ("a.docx", b"PK\x03\x04\x14\x00", "is a damaged archive"),
        ("a.pptx", b"PK\x03\x04\x14\x00", "files of type .pptx are not read"),
        ("a.txt", bytes(range(256)) * 20, "binary"),
        ("a.txt", b"\xff\xfeH\x00\x00\xd8", "breaks at byte"),
        ("a.md", "---\ntitle: only front matter\n---\n", "is empty"),
        ("a.tml", "<TimeML><TEXT>Open", "is not valid TimeML"),
        ("a.tml", '<!DOCTYPE x [<!ENTITY a "aaaa">]><TimeML><TEXT>&a;</TEXT></TimeML>', "entity a: refused"),
        ("a.doc", "text", "files of type .doc are not read: save it as .txt, "),
        ("a.txt", "https://a.example/1\n- https://a.example/2\n", "nothing but web addresses"),
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


def test_a_text_with_an_address_is_an_article(tmp_path: Path) -> None:
    for text in ("https://a.example/1 says that the crossing is closed.", "Closed since Monday: https://a.example/1"):
        assert read(write(tmp_path / "a.txt", text)).text == text


def test_a_stray_null_is_kept_and_remarked(tmp_path: Path) -> None:
    document = read(write(tmp_path / "a.txt", "On Monday\0 " + "the crossing near Grodno was closed. " * 9))
    assert document.text[9] == "\0"
    assert [issue.severity for issue in remarks(document)] == ["warning"]
    assert remarks(read(write(tmp_path / "b.txt", "Text."))) == ()


def test_five_megabytes_on_one_line(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "On Monday he spoke. " * 250_000)
    assert seconds(lambda: read(path)) < 20  # a quadratic reading would take hours


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "Text.")
    path.chmod(0)
    with pytest.raises(ReadError, match="cannot be read"):
        read(path)
