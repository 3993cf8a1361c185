"""Files as people have them: each format in several shapes, with pages that hold all that pages hold."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import io
import json
import zipfile
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape

import docx
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
from fpdf import FPDF
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.readers.articles import Article
from tests.readers.layouts import LAYOUTS
from tests.readers.systems import SYSTEMS


def moment(article: Article) -> dt.datetime:
    return dt.datetime.combine(article.day, dt.time(9, 30), dt.timezone(dt.timedelta(hours=3)))


def text(article: Article) -> bytes:
    return "\n\n".join([article.title, f"Published: {article.day:%d %B %Y}", *article.body]).encode()


def markdown(article: Article) -> bytes:
    front = f"---\ntitle: {json.dumps(article.title)}\npublished: {article.day}\n---\n"
    return (front + f"# {article.title}\n\n" + "\n\n".join(article.body) + "\n").encode()


def cyrillic_page(article: Article) -> bytes:
    page = LAYOUTS["plain"](article).replace('<meta charset="utf-8">', '<meta charset="windows-1251">')
    return page.replace(
        "</article>", "<p>Сообщает корреспондент из Минска, который был на месте.</p></article>"
    ).encode("cp1251")


def mhtml(article: Article) -> bytes:
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message["Snapshot-Content-Location"] = article.url
    message["Subject"] = article.title
    message["Date"] = format_datetime(moment(article) + dt.timedelta(days=400))
    message.set_content(LAYOUTS["json_ld"](article), subtype="html")
    message.make_related()
    return message.as_bytes()


def mail(article: Article, *, page: bool = False, attached: bytes | None = None) -> bytes:
    message = EmailMessage()
    message["From"] = f"{article.author} <desk@news.example>"
    message["To"] = "reader@mail.example"
    message["Subject"] = article.title
    message["Date"] = format_datetime(moment(article))
    message["Message-ID"] = f"<{article.slug}@news.example>"
    message.set_content("\n\n".join(article.body) if not page else "Read it in your browser.")
    if page:
        message.add_alternative("".join(f"<p>{escape(p)}</p>" for p in article.body), subtype="html")
    if attached is not None:
        message.add_attachment(attached, maintype="application", subtype="octet-stream", filename="article.html")
        message.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="logo.png")
    return message.as_bytes()


def mbox(articles: tuple[Article, ...]) -> bytes:
    made = io.BytesIO()
    for article in articles:
        made.write(b"From desk@news.example Tue Jul 12 09:30:00 2022\n" + mail(article) + b"\n")
    return made.getvalue()


def rss(articles: tuple[Article, ...]) -> bytes:
    items = "".join(
        f"<item><title>{escape(a.title)}</title><link>{a.url}</link><guid>{a.slug}</guid>"
        f"<pubDate>{format_datetime(moment(a))}</pubDate>"
        f"<description>{escape(''.join(f'<p>{p}</p>' for p in a.body))}</description></item>"
        for a in articles
    )
    channel = "<title>Example Times</title><link>https://news.example/</link><description>News</description>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{channel}{items}</channel></rss>'.encode()


def atom(articles: tuple[Article, ...]) -> bytes:
    entries = "".join(
        f"<entry><title>{escape(a.title)}</title><link href='{a.url}'/><id>urn:{a.slug}</id>"
        f"<published>{a.moment}</published><updated>{(moment(a) + dt.timedelta(days=3)).isoformat()}</updated>"
        f"<content type='html'>{escape(''.join(f'<p>{p}</p>' for p in a.body))}</content></entry>"
        for a in articles
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Example Times</title>{entries}</feed>'.encode()


def _rows(articles: tuple[Article, ...]) -> list[dict[str, str]]:
    return [
        {"headline": a.title, "date": a.day.isoformat(), "body": "\n\n".join(a.body), "source": a.outlet, "url": a.url}
        for a in articles
    ]


def table(articles: tuple[Article, ...], *, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    made = io.StringIO()
    rows = _rows(articles)
    writer = csv.DictWriter(made, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return made.getvalue().encode(encoding)


def json_list(articles: tuple[Article, ...]) -> bytes:
    rows = [row | {"source": {"id": None, "name": row["source"]}} for row in _rows(articles)]
    return json.dumps({"status": "ok", "articles": rows}, ensure_ascii=False).encode()


def json_lines(articles: tuple[Article, ...]) -> bytes:
    return "\n".join(json.dumps(row) for row in _rows(articles)).encode()


def parquet(articles: tuple[Article, ...]) -> bytes:
    made = io.BytesIO()
    rows = [row | {"date": article.day} for row, article in zip(_rows(articles), articles, strict=True)]
    pq.write_table(pa.Table.from_pylist(rows), made)
    return made.getvalue()


def workbook(articles: tuple[Article, ...]) -> bytes:
    book, made = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    rows = _rows(articles)
    sheet.append(list(rows[0]))
    for row, article in zip(rows, articles, strict=True):
        sheet.append([row["headline"], dt.datetime.combine(article.day, dt.time()), *list(row.values())[2:]])
    book.save(made)
    return made.getvalue()


def word(article: Article) -> bytes:
    document, made = docx.Document(), io.BytesIO()
    document.add_heading(article.title, 0)
    for paragraph in article.body:
        document.add_paragraph(paragraph)
    properties = document.core_properties
    properties.comments, properties.author = "", article.author
    properties.created = dt.datetime.combine(article.day, dt.time(9, 30))
    document.save(made)
    return made.getvalue()


def open_document(article: Article) -> bytes:
    names = {name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "text", "meta")}
    spaces = " ".join(f'xmlns:{name}="{uri}"' for name, uri in names.items())
    dublin = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    body = "".join(f'<text:p text:style-name="Standard">{escape(paragraph)}</text:p>' for paragraph in article.body)
    deleted = "<text:tracked-changes><text:p>What was struck out.</text:p></text:tracked-changes>"
    headline = f'<text:h text:outline-level="1">{escape(article.title)}</text:h>'
    told = f"<meta:initial-creator>{escape(article.author)}</meta:initial-creator>"
    told += f"<meta:creation-date>{article.day.isoformat()}T09:30:00</meta:creation-date>"
    members = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {spaces}><office:body><office:text>{deleted}{headline}{body}"
        "</office:text></office:body></office:document-content>",
        "meta.xml": f"<office:document-meta {spaces} {dublin}><office:meta>{told}</office:meta></office:document-meta>",
    }
    return archive({name: content.encode() for name, content in members.items()})


def rich_text(article: Article) -> bytes:
    def coded(text: str) -> str:
        plain = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
        return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in plain)

    day = article.day
    about = f"{{\\info{{\\title {coded(article.title)}}}{{\\author {coded(article.author)}}}"
    about += f"{{\\creatim\\yr{day.year}\\mo{day.month}\\dy{day.day}\\hr9}}}}"
    head = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Times;}}{\header Running head\par}"
    paragraphs = "\\par\n".join(coded(each) for each in (article.title, *article.body))
    return f"{head}{about}\\f0 {paragraphs}\\par}}".encode("ascii")


def pdf(article: Article, *, columns: int = 1, producer: str = "Adobe InDesign") -> bytes:
    file = FPDF(format="A4")
    file.set_title(article.title)
    file.set_author(article.author)
    file.set_producer(producer)
    file.set_creation_date(moment(article))
    file.add_page()
    file.set_font("Times", size=18)
    file.multi_cell(0, 9, article.title)
    file.ln(4)
    file.set_font("Times", size=11)
    if columns == 1:
        for paragraph in article.body:
            file.multi_cell(0, 5, paragraph)
            file.ln(3)
    else:
        with file.text_columns(ncols=columns, gutter=10, text_align="J") as flow:
            for paragraph in [*article.body, *(f"In part {n}: {p}" for n in range(2, 7) for p in article.body)]:
                flow.write(paragraph + "\n\n")
    return bytes(file.output())


def warc(articles: tuple[Article, ...], *, packed: bool = True) -> bytes:
    made = io.BytesIO()
    writer = WARCWriter(made, gzip=packed)
    for article in articles:
        page = LAYOUTS["json_ld"](article).encode()
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        dated = {"WARC-Date": "2025-03-01T10:00:00Z"}
        writer.write_record(
            writer.create_warc_record(
                article.url, "response", payload=io.BytesIO(page), http_headers=head, warc_headers_dict=dated
            )
        )
        style = StatusAndHeaders("200 OK", [("Content-Type", "text/css")], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(article.url + ".css", "response", payload=io.BytesIO(b"p{}"), http_headers=style)
        )
    return made.getvalue()


def archive(members: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return made.getvalue()


def packed(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)


def sound(articles: tuple[Article, ...]) -> dict[str, tuple[bytes, tuple[Article, ...]]]:
    """File name to content and to the articles in it: 39 shapes of each article or of two."""
    made: dict[str, tuple[bytes, tuple[Article, ...]]] = {}
    for at, article in enumerate(articles):
        one, slug = (article,), article.slug
        pair = (article, articles[(at + 1) % len(articles)])
        made |= {f"{slug}-{name}.html": (make(article).encode(), one) for name, make in (LAYOUTS | SYSTEMS).items()}
        made |= {
            f"{slug}.txt": (text(article), one),
            f"{slug}.md": (markdown(article), one),
            f"{slug}-1251.htm": (cyrillic_page(article), one),
            f"{slug}.mhtml": (mhtml(article), one),
            f"{slug}.eml": (mail(article), one),
            f"{slug}-page.eml": (mail(article, page=True), one),
            f"{slug}.mbox": (mbox(pair), pair),
            f"{slug}.rss": (rss(pair), pair),
            f"{slug}.xml": (atom(pair), pair),
            f"{slug}.csv": (table(pair), pair),
            f"{slug}-excel.csv": (table(pair, delimiter=";", encoding="utf-16"), pair),
            f"{slug}.tsv": (table(pair, delimiter="\t", encoding="utf-8-sig"), pair),
            f"{slug}-list.json": (json_list(pair), pair),
            f"{slug}.jsonl": (json_lines(pair), pair),
            f"{slug}.parquet": (parquet(pair), pair),
            f"{slug}.xlsx": (workbook(pair), pair),
            f"{slug}.docx": (word(article), one),
            f"{slug}.odt": (open_document(article), one),
            f"{slug}.rtf": (rich_text(article), one),
            f"{slug}.pdf": (pdf(article), one),
            f"{slug}-columns.pdf": (pdf(article, columns=2), one),
            f"{slug}.warc": (warc(pair, packed=False), pair),
            f"{slug}.warc.gz": (warc(pair), pair),
            f"{slug}.jsonl.gz": (packed(json_lines(pair)), pair),
            f"{slug}.zip": (archive({"a/one.md": markdown(pair[0]), "b/two.docx": word(pair[1])}), pair),
            f"{slug}-named-wrong.pdf": (LAYOUTS["plain"](article).encode(), one),
        }
    return made
