"""Tables of articles as text: comma, semicolon or tab between the columns, names of the columns in the first line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from pipeline.model import Issue
from pipeline.readers.columns import choose, reading
from pipeline.readers.encoding import LENIENT, encoding_of, leniently, mended, mostly_utf8
from pipeline.readers.reading import Part
from pipeline.readers.records import Record, records
from pipeline.readers.source import Source
from pipeline.settings.readers import READER_MAX_BYTES

_SAMPLE = 1 << 16
_DELIMITERS = ",;\t|"


def read_csv(source: Source) -> Iterator[Part]:
    """One article a line, streamed.

    Raises:
        ReadError: when no column holds a text, the file is no table, or it breaks half-way; the lines before stay read.
    """
    with source.open() as stream:
        sample = stream.read(_SAMPLE)
        if not sample.strip():
            raise source.error("is empty: there is no table to read")
        encoding = encoding_of(sample, source.uri)
        stream.seek(0)
        errors = LENIENT if encoding.startswith("utf-8") else "strict"
        lost = list[Issue]()
        lines = _mended(io.TextIOWrapper(stream, encoding, errors, newline=""), source, sample, lost)
        csv.field_size_limit(int(READER_MAX_BYTES.number))
        found = records(lines, _delimiter(sample, encoding))
        names = _names(found, source)
        chosen = choose(names, source)
        for number, record in enumerate(found, 2):
            yield from lost
            lost.clear()
            yield _part(record, names, chosen, source, number)


def _names(found: Iterator[Record], source: Source) -> list[str]:
    """The names of the columns.

    Raises:
        ReadError: when their quotation marks do not fit.
    """
    first = next(found, None)
    if first is not None and first.cells is None:
        raise source.error("opens a quotation mark among the names of its columns: close it", line=1)
    return first.cells or [] if first else []


def _part(record: Record, names: list[str], chosen: Mapping[str, str], source: Source, number: int) -> Part:
    if record.cells is None:
        return _unclosed(source, record, number)
    if len(record.cells) > len(names):
        return _ragged(source, number)
    return reading(dict(zip(names, record.cells, strict=False)), chosen, source, place=f"row={number}")


def _mended(lines: Iterable[str], source: Source, sample: bytes, lost: list[Issue]) -> Iterator[str]:
    """The lines without their broken bytes; `lost` takes up what is said of these.

    Raises:
        ReadError: at a line that is in another encoding than the sample.
    """
    number = 0
    try:
        for number, line in enumerate(lines, 1):
            text, issues = mended(line, source.uri, line=number)
            if issues and not mostly_utf8(leniently(sample) + line):
                line.encode("utf-8", LENIENT).decode("utf-8")
            lost.extend(issues)
            yield text
    except UnicodeDecodeError as error:
        raise source.error(f"breaks here ({error}): correct this line", line=number + 1) from error


def _delimiter(sample: bytes, encoding: str) -> str:
    """The mark that divides the first line into most columns."""
    first = sample.decode(encoding, "replace").lstrip("\ufeff").splitlines()[0]
    return max(_DELIMITERS, key=lambda mark: (first.count(mark), -_DELIMITERS.index(mark)))


def _ragged(source: Source, number: int) -> Issue:
    where = f"{source.uri}#row={number}"
    problem = f"{where}: has more cells than the table has columns: put cells with the delimiter in quotation marks"
    return Issue(where, "readers", "skipped", problem)


def _unclosed(source: Source, record: Record, number: int) -> Issue:
    lost = "this row" if record.last == record.line else f"what stands up to line {record.last}"
    problem = (
        f"{source.uri}:{record.line}: a quotation mark is opened and not closed, so {lost} was left out: close it, "
        "and write each quotation mark within a cell twice"
    )
    return Issue(f"{source.uri}#row={number}", "readers", "skipped", problem)
