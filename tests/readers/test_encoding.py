"""Bytes become the text that was written, whatever the encoding; line ends stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.readers import read
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
