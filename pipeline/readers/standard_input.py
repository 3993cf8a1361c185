"""Standard input as a source, named `-` on the command line."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from pipeline.readers.source import Source
from pipeline.settings.readers import READER_MAX_BYTES

STANDARD_INPUT = Path("-")


def of_standard_input(columns: Mapping[str, str]) -> Source:
    """What standard input holds, up to the size of one file.

    Raises:
        ReadError: when it holds more.
    """
    most = int(READER_MAX_BYTES.number)
    source = Source("-", "stdin", content=sys.stdin.buffer.read(most + 1), content_type="text/plain", columns=columns)
    if len(source.content) > most:
        raise source.error(f"standard input holds more than {most} bytes: write it to a file first")
    return source
