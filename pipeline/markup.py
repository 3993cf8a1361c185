"""A document as TimeML: its text with TIMEX3 elements in line, and its publication date as the DCT."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from pipeline.model import Document, TemporalExpression

# XML 1.0 has no way to write these; a stand-in of the same length keeps every offset true.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def timeml(document: Document, timexes: Iterable[TemporalExpression]) -> str:
    """One TimeML file. Reading its TEXT gives the document's characters again; expressions must not overlap."""
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f"<TimeML>\n<DOCID>{_text(document.name)}</DOCID>",
            f"<DCT>{_publication(document)}</DCT>",
            f"<TEXT>{''.join(_inline(document, timexes))}</TEXT>",
            "</TimeML>\n",
        ]
    )


def _publication(document: Document) -> str:
    if document.published is None:
        return ""
    start, end = document.published.iso()
    value = start if start == end else f"{start or ''}/{end or ''}"
    role = 'temporalFunction="false" functionInDocument="CREATION_TIME"'
    return f'<TIMEX3 tid="t0" type="DATE" value="{value}" {role}>{value}</TIMEX3>'


def _inline(document: Document, timexes: Iterable[TemporalExpression]) -> Iterator[str]:
    place = 0
    for number, timex in enumerate(sorted(timexes, key=lambda t: t.span), 1):
        yield _text(document.text[place : timex.span.start])
        yield f'<TIMEX3 tid="t{number}" {_attributes(timex)}>{_text(timex.text)}</TIMEX3>'
        place = timex.span.end
    yield _text(document.text[place:])


def _attributes(timex: TemporalExpression) -> str:
    named = {"type": timex.type, "value": timex.value, "mod": timex.mod}
    return " ".join(f"{name}={quoteattr(value)}" for name, value in named.items() if value)


def _text(text: str) -> str:
    # A bare carriage return would come back as a line feed.
    return escape(_UNWRITABLE.sub("\ufffd", text), {"\r": "&#13;"})
