"""Tables of articles in Parquet, read a few rows at a time."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.readers.columns import choose, reading
from pipeline.readers.reading import Part
from pipeline.readers.source import Source

_ROWS = 256
"""Rows held in memory: articles are thousands of characters, pages a hundred thousand."""


def read_parquet(source: Source) -> Iterator[Part]:
    """One article a row.

    Raises:
        ReadError: when it is no Parquet, or no column holds a text.
    """
    import pyarrow as pa  # loaded with the first such table
    import pyarrow.parquet as pq

    with source.open() as stream:
        try:
            file = pq.ParquetFile(stream)
            chosen = choose(file.schema_arrow.names, source)
            number = 0
            for batch in file.iter_batches(_ROWS, columns=sorted(set(chosen.values()))):
                for row in batch.to_pylist():
                    number += 1
                    yield reading(row, chosen, source, place=f"row={number}")
        except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
            raise source.damaged("is not readable as Parquet", error, remedy="write it again") from error
