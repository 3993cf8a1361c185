"""Which files a folder holds; nothing is passed over in silence."""

from __future__ import annotations

import os
import sys
import zipfile
from pathlib import Path

import pytest

from pipeline.readers import ReadError, collect, read
from tests.readers.files import write


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


def test_slides_are_no_archive_of_articles(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "talk.pptx", "w") as slides:
        slides.writestr("[Content_Types].xml", "<Types/>")
        slides.writestr("ppt/presentation.xml", "<presentation/>")
    files, (issue,) = collect([tmp_path])
    assert not files
    assert "files of type .pptx are not read" in issue.message


def test_a_missing_path_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"nowhere\.txt: no such file or folder"):
        collect([tmp_path / "nowhere.txt"])
    with pytest.raises(ReadError, match="no such file"):
        read(tmp_path / "nowhere.txt")


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes are a POSIX thing")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert collect([tmp_path])[0] == ()
    with pytest.raises(ReadError, match="not a regular file"):
        read(tmp_path / "pipe.txt")
