"""ZIP archives: each member is a file of its own. Nothing is unpacked to disk, and no bomb is unpacked at all."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from pipeline.model import Issue
from pipeline.readers.reading import Part
from pipeline.readers.source import ReadError, Source
from pipeline.settings.readers import READER_MAX_BYTES, READER_MAX_MEMBERS, READER_MAX_RATIO

_ENCRYPTED = 0x1
_SMALL = 1_000_000
"""Bytes that harm nobody, whatever they were packed into."""
PACKED_DAMAGE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError)
"""What a damaged archive raises when its members are read."""
_DAMAGE = (*PACKED_DAMAGE, EOFError, OSError, ValueError)


def read_zip(source: Source) -> Iterator[Part]:
    """The files of an archive, in the order of their names; one that is damaged or dangerous is named and left out.

    Raises:
        ReadError: when it is no archive, or holds too many files.
    """
    with source.open() as stream, open_archive(stream, source) as archive:
        members = {info.filename: info for info in archive.infolist() if not info.is_dir()}
        for name, info in sorted(members.items()):
            if _is_aside(PurePosixPath(name), members):
                continue
            try:
                content = member(archive, info, source)
                beside = _sidecar(archive, PurePosixPath(name), members, source)
            except ReadError as error:
                yield Issue(f"{source.uri}#{name}", "readers", "skipped", str(error))
                continue
            yield source.part(name, name=PurePosixPath(name).name, content=content, beside=beside)


def open_archive(stream: BinaryIO, source: Source) -> zipfile.ZipFile:
    """The archive, when it is one and its directory is sane.

    Raises:
        ReadError: otherwise.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except _DAMAGE as error:
        raise source.damaged("is a damaged archive", error, remedy="download it again") from error
    count = len(archive.infolist())
    if count > READER_MAX_MEMBERS.number:
        raise source.error(f"claims to hold {count} files, more than {READER_MAX_MEMBERS.number:.0f}: split it")
    return archive


def refuse_bombs(stream: BinaryIO, source: Source) -> None:
    """Look at the directory of an office document, before its library unpacks it; the stream is at its start again.

    Raises:
        ReadError: when it is no archive, or a member of it is refused by `check`.
    """
    with open_archive(stream, source) as archive:
        for info in archive.infolist():
            check(info, source)
    stream.seek(0)


def member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: Source) -> bytes:
    """The bytes of one member, never more than one file may have.

    Raises:
        ReadError: when it is a bomb, encrypted, damaged, or names a place outside the archive.
    """
    check(info, source)
    most = int(READER_MAX_BYTES.number)
    try:
        with archive.open(info) as stream:
            content = stream.read(most + 1)
    except _DAMAGE as error:
        raise _refused(info, source, f"is damaged ({error}): pack it again") from error
    if len(content) > most:
        raise _refused(info, source, f"holds more than {most} bytes: split it")
    return content


def check(info: zipfile.ZipInfo, source: Source) -> None:
    """Refuse a member by what the directory says of it.

    Raises:
        ReadError: when it is encrypted, too large, packed beyond belief, or named to escape its archive.
    """
    parts = PurePosixPath(info.filename.replace("\\", "/")).parts
    if ".." in parts or info.filename.startswith(("/", "\\")) or info.filename[1:2] == ":":
        raise _refused(info, source, "names a place outside the archive: refused; pack it under a plain name")
    if info.flag_bits & _ENCRYPTED:
        raise _refused(info, source, "is encrypted: unpack it with its password first")
    if info.file_size > READER_MAX_BYTES.number:
        raise _refused(info, source, f"has {info.file_size} bytes, more than {READER_MAX_BYTES.number:.0f}: split it")
    if info.file_size > _SMALL and info.file_size > READER_MAX_RATIO.number * max(1, info.compress_size):
        ratio = info.file_size // max(1, info.compress_size)
        raise _refused(info, source, f"would grow {ratio} times when unpacked: refused as an archive bomb")


def _refused(info: zipfile.ZipInfo, source: Source, problem: str) -> ReadError:
    return ReadError(f"{source.uri}#{info.filename}: {' '.join(problem.split())}")


def _is_aside(name: PurePosixPath, members: dict[str, zipfile.ZipInfo]) -> bool:
    """Hidden files, READMEs and sidecars, as in a folder."""
    if any(part.startswith(".") or part == "__MACOSX" for part in name.parts if part != ".."):
        return True
    return name.stem.lower() == "readme" or (name.suffix.lower() == ".json" and _has_article(name, members))


def _has_article(sidecar: PurePosixPath, members: dict[str, zipfile.ZipInfo]) -> bool:
    return any(PurePosixPath(other).with_suffix(".json") == sidecar for other in members if other != str(sidecar))


def _sidecar(
    archive: zipfile.ZipFile, name: PurePosixPath, members: dict[str, zipfile.ZipInfo], source: Source
) -> bytes | None:
    if not name.suffix or name.suffix.lower() == ".json":
        return None
    info = members.get(str(name.with_suffix(".json")))
    return None if info is None else member(archive, info, source)
