"""Tables of articles in Excel workbooks; each sheet with a column of texts is a table, its first line names columns."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.readers.columns import choose, reading
from pipeline.readers.reading import Part
from pipeline.readers.source import ReadError, Source
from pipeline.readers.zip import PACKED_DAMAGE, refuse_bombs

_MOST_COLUMNS = 500
_DAMAGE = (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, EOFError, SyntaxError, *PACKED_DAMAGE)


def read_xlsx(source: Source) -> Iterator[Part]:
    """One article a row, over all sheets. Formulas are never computed; their last value is read.

    Raises:
        ReadError: when it is no workbook, a bomb, or no sheet has a column of texts.
    """
    import openpyxl  # loaded with the first workbook

    with source.open() as stream:
        refuse_bombs(stream, source)
        try:
            book = openpyxl.load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        except _DAMAGE as error:
            raise source.damaged("is not a readable workbook", error, remedy="save it again") from error
        problems, found = list[ReadError](), False
        for sheet in book.worksheets:
            try:
                for part in _rows(sheet, source, alone=len(book.worksheets) == 1):
                    found = True
                    yield part
            except ReadError as error:
                problems.append(error)
            except _DAMAGE as error:
                raise source.damaged("is not a readable workbook", error, remedy="save it again") from error
        if not found:
            raise next(iter(problems), source.error("holds no rows: there is no article to read"))


def _rows(sheet: object, source: Source, *, alone: bool) -> Iterator[Part]:
    rows = sheet.iter_rows(values_only=True, max_col=_MOST_COLUMNS)  # type: ignore[attr-defined]
    names = [str(cell).strip() if cell is not None else "" for cell in next(rows, ())]
    if not any(names):
        return
    chosen = choose(names, source)
    title = "" if alone else f"{sheet.title}!"  # type: ignore[attr-defined]
    for number, cells in enumerate(rows, 2):
        if any(cell is not None for cell in cells):
            yield reading(dict(zip(names, cells, strict=False)), chosen, source, place=f"{title}row={number}")
