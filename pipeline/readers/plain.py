"""Plain text and Markdown, with optional YAML front matter. The text is what follows the front matter.

Front matter stands between a first line `---` and the next line `---` or `...`. Offsets count from the first
character after it, so that a Markdown article and the same article as plain text have the same offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from pipeline.model import Issue
from pipeline.readers.encoding import decode
from pipeline.readers.reading import Metadata, Part, Reading, set_aside
from pipeline.readers.sidecar import from_keys
from pipeline.readers.source import Source
from pipeline.settings.readers import READER_MAX_FRONT_MATTER

_OPENING = re.compile(r"---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_WORD = re.compile(r"[^\s>*+-]\S*")
_KEY = re.compile(r"[A-Za-z_]+[ \t]*:")


def read_plain(source: Source) -> Iterator[Part]:
    """Text and front matter of a `.txt` or `.md` file.

    Raises:
        ReadError: when the bytes are no text, or the text is a list of web addresses.
    """
    text, lost = decode(source.read(), source.uri)
    yield from lost
    if _only_addresses(text):
        raise source.error("holds nothing but web addresses: name them on the command line after `ingest`")
    reading = _reading(text, source)
    if len(reading.composed().text) != len(reading.text):
        problem = "has accents apart from their letters (NFD); they were joined, and offsets count in the joined text"
        remedy = "save it as NFC to have them as in the file"
        yield Issue(source.uri, "readers", "warning", f"{source.uri}: {problem}: {remedy}")
    yield reading


def _only_addresses(text: str) -> bool:
    """Whether a text lists web addresses, one or more, and says nothing else."""
    are_addresses = (found[0].startswith(("http://", "https://")) for found in _WORD.finditer(text))
    return next(are_addresses, False) and all(are_addresses)


def _reading(text: str, source: Source) -> Reading:
    opening = _OPENING.match(text)
    if opening is None:
        return Reading(text)
    limit = opening.end() + int(READER_MAX_FRONT_MATTER.number)
    closing = _CLOSING.search(text, opening.end(), limit)
    if closing is None:
        if _KEY.match(text, opening.end()):
            problem = "front matter is opened and never closed, so it is read as text: end it with '---'"
            return Reading(text, set_aside(f"{source.uri}:1: {problem}"))
        return Reading(text)
    metadata = _metadata(text[opening.end() : closing.start()], source)
    body = text[closing.end() :]
    return Reading(body, metadata)


def _metadata(front: str, source: Source) -> Metadata:
    """Read as a tree of nodes, never constructed: no objects, and an impossible date keeps its text and line."""
    try:
        node = yaml.compose(front, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = f":{error.problem_mark.line + 2}" if error.problem_mark else ""
        return set_aside(
            f"{source.uri}{line}: front matter is not valid YAML ({error.problem}): correct it or remove it"
        )
    except (yaml.YAMLError, RecursionError, ValueError):
        return set_aside(f"{source.uri}:1: front matter is not valid YAML: correct it or remove it")
    if node is None:
        return Metadata()
    if not isinstance(node, yaml.MappingNode):
        return set_aside(f"{source.uri}:2: front matter must be lines 'key: value'")
    values: dict[str, object] = {}
    lines: dict[str, int] = {}
    for key, value in node.value:
        if isinstance(key, yaml.ScalarNode):
            lines[key.value] = value.start_mark.line + 2
            values[key.value] = _scalar(value)
    return from_keys(values, source.uri, f"the front matter of {source.name}", lines)


def _scalar(value: yaml.Node) -> object:
    """The text of a single value as written, None for null; for a list or mapping its kind, which is no text."""
    if not isinstance(value, yaml.ScalarNode):
        return [type(value).__name__]
    return None if value.tag == "tag:yaml.org,2002:null" else str(value.value)
