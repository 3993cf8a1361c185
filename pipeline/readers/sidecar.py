"""The sidecar `name.json` beside `name.txt`: url, outlet, published, title, author. Keys of others are passed over."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePath

from pipeline.calendar.interval import Interval
from pipeline.readers.keys import DATES, KEYS, known, slips
from pipeline.readers.outlets import outlet_of
from pipeline.readers.published import parse_published
from pipeline.readers.reading import Metadata, set_aside
from pipeline.readers.source import Source


def sidecar_of(path: Path) -> Path:
    """Where the sidecar of `path` would stand."""
    return path.with_suffix(".json")


def read_sidecar(source: Source) -> Metadata:
    """What the sidecar of an article says; empty metadata where there is none.

    A sidecar that cannot be read, is no JSON object, or holds a bad value leaves a problem in place of what is bad.
    """
    if source.file is None:
        place = f"{source.uri.removesuffix(PurePath(source.name).suffix)}.json"
        return Metadata() if source.beside is None else _read(source.beside, place, PurePath(place).name)
    sidecar = sidecar_of(source.file)
    if sidecar == source.file or not sidecar.is_file():
        return Metadata()
    try:
        return _read(sidecar.read_bytes(), str(sidecar), sidecar.name)
    except OSError as error:
        return set_aside(f"{sidecar}: cannot be read ({error.strerror}): allow reading it or remove it")


def _read(raw: bytes, where: str, name: str) -> Metadata:
    try:
        content = json.loads(raw.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        return set_aside(f"{where}:{error.lineno}: is not valid JSON ({error.msg}): correct it or remove it")
    except (RecursionError, ValueError):
        return set_aside(f"{where}: is not JSON in UTF-8: correct it or remove it")
    if not isinstance(content, dict):
        return set_aside(f"{where}: must hold one JSON object with the keys published, {', '.join(KEYS)}")
    return from_keys(content, where, name)


def from_keys(
    values: Mapping[str, object], where: str, origin: str, lines: Mapping[str, int] | None = None
) -> Metadata:
    """Metadata from keys. `where` names the file in problems, `origin` in the trace; `lines` count from 1."""
    told = known(values)
    at = {field: lines[key] for field, key in told.written.items() if lines and key in lines}
    kept, problems = _texts(told.values, where, at)
    outlet = outlet_of(kept.get("outlet"), kept.get("url"))
    read = functools.partial(parse_published, order=outlet.order, zone=outlet.zone)
    said = Metadata(
        outlet=kept.get("outlet"),
        title=kept.get("title"),
        url=kept.get("url"),
        author=kept.get("author"),
        language=kept.get("language"),
        digest_of=kept.get("digest_of"),
        problems=(*problems, *_slips(values, where, lines or {})),
    )
    for key in DATES:
        try:
            if key in kept:
                said = _dated(said, key, read(kept[key]), f"key '{told.written[key]}' of {origin}: {kept[key]}")
        except ValueError as error:
            problem = f"{_place(where, key, at)}: key “{told.written[key]}”: “{kept[key]!s:.80}” {error}"
            said = replace(said, problems=(*said.problems, problem))
    return said


def _dated(said: Metadata, key: str, days: Interval, origin: str) -> Metadata:
    if key == "modified":
        return replace(said, modified=days.last_day)
    if key == "crawled":
        return replace(said, crawled=days.last_day)
    return replace(said, published=days, published_from=origin)


def _texts(
    values: Mapping[str, object], where: str, lines: Mapping[str, int]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """The known keys that hold text, and a problem for each that holds something else."""
    kept, problems = {}, []
    for key in (*KEYS, *DATES):
        value = values.get(key)
        if isinstance(value, str) and value.strip():
            kept[key] = value.strip().encode("utf-8", "replace").decode("utf-8")
        elif value is not None and not isinstance(value, str):
            problems.append(f"{_place(where, key, lines)}: key “{key}” must hold one text, not {_kind(value)}")
    return kept, tuple(problems)


def _slips(values: Mapping[str, object], where: str, lines: Mapping[str, int]) -> tuple[str, ...]:
    """A problem for each key that is nearly one of ours."""
    return tuple(
        f"{_place(where, key, lines)}: key “{key:.80}” is not known, so it was passed over: call it “{meant}” if it is"
        for key, meant in slips(values)
    )


def _kind(value: object) -> str:
    """What a value is, as whoever wrote it would say."""
    if isinstance(value, Mapping):
        return "an object"
    return "a list" if isinstance(value, list) else f"“{str(value).lower():.80}”"


def _place(where: str, key: str, lines: Mapping[str, int]) -> str:
    return f"{where}:{lines[key]}" if key in lines else where
