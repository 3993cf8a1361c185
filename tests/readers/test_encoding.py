"""Bytes become the text that was written, whatever the encoding; line ends stay."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from pipeline.model import Document, Issue
from pipeline.readers import read, read_all
from tests.readers.files import write


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


BROKEN = (
    b"\xe2\x80\x9cNo\xe2\x80\x9d, \xe2\x80\x9csaid\xe2\x80\x9d the mayor of Brest.\nHis wife\x92s car is \xc4m\xc5\xbe."
)
"""Two bytes of it are no UTF-8, and stand on its second line."""
MENDED = "“No”, “said” the mayor of Brest. His wife�s car is �mž."


@pytest.mark.parametrize(
    ("name", "around", "line"),
    [
        ("a.txt", b"%s", 2),
        ("a.txt", codecs.BOM_UTF8 + b"%s", 2),
        ("a.html", b"<p>%s</p>", 2),
        ("a.tml", b"<TimeML><TEXT>%s</TEXT></TimeML>", 2),
        ("a.csv", b'title,text\r\nOne,"%s"\r\n', 3),
    ],
)
def test_a_few_broken_bytes_of_utf8_are_replaced_and_named(tmp_path: Path, name: str, around: bytes, line: int) -> None:
    path = write(tmp_path / name, around % BROKEN)
    issue, article = read_all(path)
    assert isinstance(article, Document)
    assert isinstance(issue, Issue)
    assert " ".join(article.text.split()) == MENDED
    assert issue.severity == "warning"
    assert issue.message.startswith(f"{path}:{line}: ")


def test_a_line_of_json_with_a_few_broken_bytes_is_read(tmp_path: Path) -> None:
    sound = b'{"text": "The mayor spoke on Monday."}\n'
    path = write(tmp_path / "a.jsonl", sound + b'{"text": "%s"}' % BROKEN.replace(b"\n", b" ") + b"\n" + sound)
    first, issue, broken, last = read_all(path)
    assert isinstance(issue, Issue)
    assert issue.message.startswith(f"{path}:2: ")
    assert [each.text[:9] for each in (first, broken, last) if isinstance(each, Document)] == [
        "The mayor",
        "“No”, “sa",
        "The mayor",
    ]


def test_a_mail_with_broken_bytes_says_so(tmp_path: Path) -> None:
    head = b"From: a@b.example\nSubject: Talks\nContent-Type: text/plain; charset=utf-8\n"
    head += b"Content-Transfer-Encoding: 8bit\n\n"
    issue, article = read_all(write(tmp_path / "a.eml", head + BROKEN))
    assert isinstance(article, Document)
    assert " ".join(article.text.split()) == MENDED
    assert isinstance(issue, Issue)
    assert issue.severity == "warning"


def test_a_file_cut_within_a_character_is_read(tmp_path: Path) -> None:
    issue, article = read_all(write(tmp_path / "a.txt", "“Нет”, сказал мэр".encode()[:-1]))
    assert isinstance(article, Document)
    assert article.text == "“Нет”, сказал мэ�"
    assert isinstance(issue, Issue)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"The mayor said he\xe2\x80\x99\x93\x94d resign.", "The mayor said he’��d resign."),
        (b"Minsk\xe2\x80\x99s \x80\xff\xfe mayor", "Minsk’s ��� mayor"),
        (b"caf\xc3\xa9s and th\xe9atres", "cafés and th�atres"),
    ],
)
def test_a_short_text_stays_utf8_where_its_sound_letters_are_of_the_region(
    tmp_path: Path, raw: bytes, text: str
) -> None:
    issue, article = read_all(write(tmp_path / "a.txt", raw))
    assert isinstance(article, Document)
    assert article.text == text
    assert isinstance(issue, Issue)


def test_a_word_does_not_tell_its_encoding(tmp_path: Path) -> None:
    issue, article = read_all(write(tmp_path / "a.txt", "Минск".encode("cp1251")))
    assert isinstance(article, Document)
    assert isinstance(issue, Issue)
    assert "which is a guess" in issue.message
