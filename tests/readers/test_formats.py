"""What is particular to single formats: paper, mail, tables, and that no reader loads or runs anything."""

from __future__ import annotations

import datetime as dt
import io
import socket
import sys
from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path
from typing import NoReturn

import pytest

from pipeline import timex
from pipeline.__main__ import main
from pipeline.calendar.interval import day
from pipeline.model import Document, Issue
from pipeline.readers import Given, Source, read, read_all, read_source
from pipeline.readers.paper import flow, printed_from
from tests.readers import generate
from tests.readers.articles import ARTICLES
from tests.readers.layouts import LAYOUTS

PAGE = """Example Times                                   12 July 2022

           A wide headline over both of the columns here

The minister said on Nov-          On the right the story goes
ember 26 that the well-            on with other words, and the
known bridge would open.           council agreed on it. The
  A new paragraph begins           well-known writer did not
here with an indent and it         come to the opening because
goes on for a while until          of the rain on Saturday.
it ends.
"""


def paper(path: Path, lines: Sequence[str], *, title: str = "", producer: str = "") -> Path:
    """A PDF of one page with these lines."""
    from fpdf import FPDF

    file = FPDF()
    file.set_title(title)
    file.set_producer(producer)
    file.set_creation_date(dt.datetime(2025, 3, 1, tzinfo=dt.UTC))
    file.add_page()
    file.set_font("Times", size=12)
    for line in lines:
        file.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    path.write_bytes(bytes(file.output()))
    return path


def documents(path: Path, given: Given | None = None) -> list[Document]:
    return [each for each in read_all(path, given=given or Given()) if isinstance(each, Document)]


def test_columns_are_read_one_after_the_other_and_divided_words_joined() -> None:
    assert flow([PAGE.splitlines()]) == [
        "Example Times 12 July 2022",
        "A wide headline over both of the columns here",
        "The minister said on November 26 that the well-known bridge would open.",
        "A new paragraph begins here with an indent and it goes on for a while until it ends.",
        "On the right the story goes on with other words, and the council agreed on it. The well-known writer did not "
        "come to the opening because of the rain on Saturday.",
    ]


def test_a_sentence_goes_on_over_a_page_and_running_heads_are_set_apart() -> None:
    pages = [
        ["The Gazette   page 1", "", "The council met on Monday and", "agreed that it would", "", "Printed in Minsk"],
        ["The Gazette   page 2", "", "meet again on Friday, after the", "harvest.", "", "Printed in Minsk"],
    ]
    assert flow(pages) == [
        "The council met on Monday and agreed that it would meet again on Friday, after the harvest."
    ]


def test_what_a_browser_prints_around_a_page_is_set_apart_and_gives_its_address() -> None:
    foot = "https://news.example/2021/11/04/bridge                                   1/1"
    pages = [["11/26/26, 3:06 PM      The bridge reopens | River Gazette", "", "The council met on Monday.", "", foot]]
    assert flow(pages) == ["The council met on Monday."]
    assert printed_from(pages) == "https://news.example/2021/11/04/bridge"


def test_a_printed_page_is_dated_by_its_address_and_not_by_the_day_of_printing(tmp_path: Path) -> None:
    lines = ("The bridge reopens", "", "The council met on Monday.", "", "https://meduza.io/2021/11/04/bridge  1/1")
    path = paper(tmp_path / "a.pdf", lines, title="The bridge reopens | Meduza", producer="Skia/PDF m120")
    document = read(path)
    assert (document.title, document.outlet, document.url) == (
        "The bridge reopens",
        "Meduza",
        "https://meduza.io/2021/11/04/bridge",
    )
    assert document.published == day(dt.date(2021, 11, 4))
    assert (document.crawled, document.published_reliability) == (dt.date(2025, 3, 1), "indirect")


def test_a_dateline_opens_its_paragraph_under_a_title_without_a_blank_line() -> None:
    title, report = (
        "Harbour of Freedonia is shut",
        "MINSK, May 4, 2021 (Example News) - The minister of Freedonia said on Monday that",
    )
    assert flow([[title, report, "the harbour is shut."]]) == [title, f"{report} the harbour is shut."]
    goes_on = [
        "The ministers who spoke for",
        "NATO, the EU and others said on Monday that they would come back to this",
    ]
    assert flow([goes_on]) == [" ".join(goes_on)]


def test_a_date_divided_over_two_lines_of_a_pdf_resolves(tmp_path: Path) -> None:
    lines = ("The minister said in Minsk that on Nov-", "ember 26 the bridge over the river was", "closed for repairs.")
    path = paper(tmp_path / "a.pdf", lines)
    document = read(path, given=Given(published=None))
    [found] = [e for e in timex.recognise(document) if e.month == 11]
    assert (found.text, found.day) == ("November 26", 26)


def test_the_attachments_of_a_mail_are_read_and_pictures_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(generate.mail(ARTICLES[0], attached=LAYOUTS["blog"](ARTICLES[1]).encode()))
    found = list(read_all(path))
    assert [each.title for each in found if isinstance(each, Document)] == [ARTICLES[0].title, ARTICLES[1].title]
    assert [each.source_uri for each in found if isinstance(each, Document)] == [str(path), f"{path}#article.html"]
    [issue] = [each for each in found if isinstance(each, Issue)]
    assert (issue.severity, issue.source_uri) == ("warning", f"{path}#logo.png")


def test_what_a_mail_quotes_is_of_another_mail(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"], message["From"] = "Re: The bridge", "a@mail.example"
    message.set_content("It opened today, they say.\n\n> It will open on Friday,\n> they said.\n\nWe shall see.")
    path = tmp_path / "a.eml"
    path.write_bytes(message.as_bytes())
    document = read(path)
    assert document.block_at(document.text.index("Friday")) == "sidebar"
    assert document.block_at(document.text.index("opened today")) == "body"


def test_columns_are_named_by_the_user_or_guessed(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("was,when,nr\nThe bridge opened.,2022-07-12,7\n", "utf-8")
    [issue] = read_all(path)
    assert isinstance(issue, Issue)
    assert "its columns are was, when, nr" in issue.message
    [document] = documents(path, Given(columns={"text": "was", "published": "when", "id": "nr"}))
    assert (document.text, document.source_uri) == ("The bridge opened.", f"{path}#7")
    assert document.published is not None
    assert document.published.iso() == ("2022-07-12", "2022-07-12")
    [wrong] = read_all(path, given=Given(columns={"text": "body"}))
    assert isinstance(wrong, Issue)
    assert "no column “body”" in wrong.message


def test_columns_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_text("was,when\nThe bridge opened.,2022-07-12\n", "utf-8")
    assert main(["publication", str(path), "--columns", "text=was,published=when"]) == 0
    assert '"published_start": "2022-07-12"' in capsys.readouterr().out
    assert main(["publication", str(path), "--columns", "words=was"]) == 2
    assert "--columns “words”" in capsys.readouterr().err


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for content in (b"The bridge opened on 3 May 2021.", LAYOUTS["plain"](ARTICLES[0]).encode()):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        assert main(["publication", "-"]) == 0
        assert '"doc": "stdin"' in capsys.readouterr().out


def test_a_server_tells_the_format_and_the_address_the_outlet() -> None:
    source = Source(
        "https://eng.belta.by/a?id=1",
        "a",
        content=LAYOUTS["plain"](ARTICLES[0]).encode(),
        content_type="text/html",
        url="https://eng.belta.by/a?id=1",
    )
    [document] = read_source(source)
    assert isinstance(document, Document)
    assert (document.url, document.title) == ("https://eng.belta.by/a?id=1", ARTICLES[0].title)


def test_sidecars_and_readmes_in_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    content = {"b/a.txt": b"The bridge opened.", "b/a.json": b'{"published": "2022-07-12"}', "README.md": b"About"}
    path.write_bytes(generate.archive(content))
    [document] = documents(path)
    assert document.source_uri == f"{path}#b/a.txt"
    assert document.published is not None


def test_the_resources_of_a_saved_page_are_no_articles(tmp_path: Path) -> None:
    from pipeline.readers import collect

    (tmp_path / "a.html").write_text(LAYOUTS["plain"](ARTICLES[0]), "utf-8")
    (tmp_path / "a_files").mkdir()
    (tmp_path / "a_files" / "frame.html").write_text("<p>An advertisement in a frame.</p>", "utf-8")
    assert collect([tmp_path]) == ((tmp_path / "a.html",), ())


def test_no_reader_opens_a_connection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a reader opened a connection")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    external = (
        '<!DOCTYPE html SYSTEM "http://evil.example/a.dtd"><link rel="stylesheet" href="http://evil.example/a.css">'
        '<iframe src="http://evil.example/"></iframe><img src="http://evil.example/a.png">'
    )
    names = {"a.html": external + LAYOUTS["blog"](ARTICLES[0]), "b.rss": generate.rss(ARTICLES).decode()}
    names["c.rss"] = '<!DOCTYPE rss SYSTEM "http://evil.example/a.dtd">' + generate.rss(ARTICLES).decode()[21:]
    for name, content in names.items():
        (tmp_path / name).write_text(content, "utf-8")
        assert documents(tmp_path / name)


def test_rich_text_is_read_as_it_is_seen(tmp_path: Path) -> None:
    head = rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 Times;}{\f1\fcharset0 Arial;}}{\*\generator X}\uc1\f0 "
    cyrillic, hidden, signs = (
        rb"\'cc\'e8\'ed\'f1\'ea\par {\v unseen}",
        rb"\f1 caf\'e9 \u8212? \{a\} ",
        rb"\u-10179?\u-8694?\par ",
    )
    link = rb'{\field{\*\fldinst HYPERLINK "http://a.example"}{\fldrslt a link}}{\pict\bin4 {{}}}'
    path = tmp_path / "a.rtf"
    path.write_bytes(head + cyrillic + hidden + signs + link + b"}")
    assert read(path).text == "Минск\n\ncafé — {a} 😊\n\na link"


def test_rich_text_in_a_code_page_nobody_knows_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(rb"{\rtf1\ansi\ansicpg9999 The caf\'e9 of Grodno \'81 was shut.\par}")
    *odd, article = read_all(path)
    assert isinstance(article, Document)
    assert article.text == "The café of Grodno � was shut."
    assert [each.message.split(": ", 1)[1] for each in odd if isinstance(each, Issue)] == [
        "its code page 9999 is not known and was read as cp1252: save it in another format",
        "1 byte not in its code page, read as “�”: save it in another format",
    ]


def test_an_open_document_leaves_out_what_was_struck_out(tmp_path: Path) -> None:
    path = tmp_path / "a.odt"
    path.write_bytes(generate.open_document(ARTICLES[0]))
    document = read(path)
    assert "struck out" not in document.text
    assert document.blocks[0].kind == "headline"
    assert document.author == ARTICLES[0].author
