"""Articles as JSON: one object, a list of objects, an object that holds such a list, or one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.model import Issue
from pipeline.readers.columns import choose, column_names, reading
from pipeline.readers.encoding import decode, leniently, mended, mostly_utf8
from pipeline.readers.reading import Part
from pipeline.readers.source import ReadError, Source
from pipeline.settings.readers import READER_MAX_BYTES

_BY_LINE = (".jsonl", ".ndjson")


def read_json(source: Source) -> Iterator[Part]:
    """Each object as an article. A file of lines is streamed, and a bad line costs that line only.

    Raises:
        ReadError: when it is no JSON, or holds no objects.
    """
    if source.name.lower().endswith(_BY_LINE):
        yield from _lines(source)
        return
    text, lost = decode(source.read(), source.uri)
    try:
        content = json.loads(text.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and text.lstrip().startswith("{"):
            yield from _lines(source)
            return
        raise source.error(f"is not valid JSON ({error.msg}): correct it", line=error.lineno) from error
    except RecursionError as error:
        raise source.error("is nested too deeply: give a list of flat objects") from error
    objects = _objects(content)
    if not objects:
        raise source.error("holds no articles: give an object or a list of objects with a key 'text'")
    yield from lost
    single = isinstance(content, Mapping) and objects == [content]
    for number, each in enumerate(objects, 1):
        yield _article(each, source, "" if single else f"item={number}")


def _objects(content: Any) -> list[Mapping[str, Any]]:
    """The objects of a list, or of the longest list within an object that is no article itself."""
    if isinstance(content, list):
        return [each for each in content if isinstance(each, Mapping)]
    if not isinstance(content, Mapping):
        return []
    if not any(name in {str(key).casefold() for key in content} for name in column_names()["text"]):
        lists = [found for value in content.values() if isinstance(value, list) and (found := _objects(value))]
        if lists:
            return max(lists, key=len)
    return [content]


def _lines(source: Source) -> Iterator[Part]:
    most = int(READER_MAX_BYTES.number)
    with source.open() as stream:
        number = 0
        while line := stream.readline(most + 1):
            number += 1
            if line.strip():
                yield from _line(line, source, number)


def _line(line: bytes, source: Source, number: int) -> Iterator[Part]:
    lenient = leniently(line).removeprefix("\ufeff")
    if not mostly_utf8(lenient):
        yield _bad(source, number, "is not UTF-8")
        return
    text, lost = mended(lenient, source.uri, line=number)
    yield from lost
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield _bad(source, number, f"is not valid JSON ({error})")
        return
    if isinstance(content, Mapping):
        yield _article(content, source, f"line={number}")
    else:
        yield _bad(source, number, "is not a JSON object")


def _article(content: Mapping[str, Any], source: Source, place: str) -> Part:
    try:
        return reading(content, choose(map(str, content), source), source, place=place)
    except ReadError as error:
        where = f"{source.uri}#{place}" if place else source.uri
        return Issue(where, "readers", "skipped", f"{where}{str(error).removeprefix(source.uri)}")


def _bad(source: Source, number: int, problem: str) -> Issue:
    message = f"{source.uri}:{number}: {' '.join(problem.split())}: correct this line"
    return Issue(f"{source.uri}#line={number}", "readers", "skipped", message)
