"""One file packed with gzip: "articles.jsonl.gz"."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import PurePath

from pipeline.readers.reading import Part
from pipeline.readers.source import Source
from pipeline.settings.readers import READER_MAX_BYTES, READER_MAX_RATIO

_GZIP = zlib.MAX_WBITS | 16


def read_gzip(source: Source) -> Iterator[Part]:
    """The packed file.

    Raises:
        ReadError: when it is damaged, holds more than one file may, or is packed beyond belief.
    """
    packed = source.read()
    most = int(min(READER_MAX_BYTES.number, max(1_000_000, READER_MAX_RATIO.number * len(packed))))
    unpacker = zlib.decompressobj(_GZIP)
    try:
        content = unpacker.decompress(packed, most + 1)
    except zlib.error as error:
        raise source.damaged("is a damaged gzip archive", error, remedy="download it again") from error
    if len(content) > most:
        raise source.error(f"holds more than {most} bytes when unpacked: refused; unpack and split it")
    if not unpacker.eof:
        raise source.error("is a truncated gzip archive: download it again")
    name = PurePath(source.name)
    inner = name.stem if name.suffix.lower() in {".gz", ".gzip"} else source.name
    yield source.part(inner, name=inner, content=content)
