"""Outlet and publication date put right by hand: said to the stages before they read, like metadata but stronger.

A corrected document is read again by the same stages, so that everything that hangs on its date moves with it. What the
file itself says is kept as a step of `published_trace`; an undone correction is read again from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal, cast

import pyarrow as pa
from rapidfuzz import fuzz

from pipeline.calendar.interval import Interval, from_iso
from pipeline.model import Document, Issue, PublishedBasis, Reliability, Step
from pipeline.settings.store import ANCHOR_LIKENESS
from pipeline.store.cells import TableRow, trace
from pipeline.store.corrections import fields
from pipeline.store.corrections.anchors import PASSAGE, among
from pipeline.store.corrections.record import Correction, Place, corrected_it
from pipeline.vocabulary import DISAGREEMENT

STAGE = "corrections"
_DATE, _OUTLET = "the file gives ", "the file names "
_NOTHING = "nothing"
DIFFERS = "differs"
Fate = tuple[Literal["in force", "differs", "superseded", "waiting", "orphaned"], str | None]
"""What has become of a correction, and the id of its document now."""


def place(row: TableRow) -> Place:
    """How a correction finds this document again: its id, where it was read from, how it begins."""
    return Place("", row["doc_id"], row["name"], 0, 0, row["source_uri"], row["text"][:PASSAGE])


def _source(sought: Place) -> str:
    """Where the document was read from: `place` keeps it where a mention has its lemma."""
    return sought.lemma


def corrected(document: Document, live: Sequence[Correction]) -> Document:
    """The document as its file gives it, with what was put right; as it is where nothing was.

    Args:
        document: before any stage has looked at it, or made so by `as_read`.
        live: the corrections in force, in the order of the log.
    """
    for each in _last_of_each(each for each in live if each.kind == "document" and _is_about(each, document)):
        document = _published(document, each) if each.field == "published" else _outlet(document, each)
    return document


def as_read(document: Document) -> Document:
    """The document as its file gave it: without what a stage worked out, and without corrections."""
    steps = document.published_trace
    own = tuple(step for step in steps if step.stage == "readers")
    dates = [step for step in steps if step.stage == STAGE and step.choice.startswith(_DATE)]
    names = [step for step in steps if step.stage == STAGE and step.choice.startswith(_OUTLET)]
    basis: PublishedBasis = document.published_basis if document.published_basis in {"metadata", "given"} else "unknown"
    published = document.published if basis != "unknown" else None
    reliability = _reliability(document) if published else "unknown"
    if dates:
        published = _parsed(dates[0].choice.removeprefix(_DATE))
        basis, reliability = _parted(dates[0].because)
    outlet = document.outlet if any(step.because == "the metadata name it" for step in steps) else None
    if names:
        outlet = _something(names[0].choice.removeprefix(_OUTLET))
    return replace(
        document,
        published=published,
        published_basis=basis,
        published_reliability=reliability,
        published_trace=own,
        outlet=outlet,
    )


def _reliability(document: Document) -> Reliability:
    """How far the file alone was trusted, before its text confirmed or contradicted it."""
    compared = {step.choice for step in document.published_trace if step.stage == "publication"}
    if "confirmed" in compared:
        return "stated" if document.published_reliability == "confirmed" else "indirect"
    return "stated" if DISAGREEMENT in compared else document.published_reliability


def _parted(because: str) -> tuple[PublishedBasis, Reliability]:
    """Basis and reliability as `_published` wrote them."""
    basis, _, reliability = because.partition(", ")
    return cast(PublishedBasis, basis), cast(Reliability, reliability)


def remarks(document: Document) -> tuple[Issue, ...]:
    """A warning where a file says something else than it did when it was corrected; the correction is kept."""
    found = (step for step in document.published_trace if step.stage == STAGE and step.choice == DIFFERS)
    uri = document.source_uri
    return tuple(Issue(uri, STAGE, "warning", f"{uri}: {step.because}; the correction is kept") for step in found)


def fates(live: Iterable[Correction], documents: pa.Table) -> dict[str, Fate]:
    """What has become of each correction of a document: correction_id -> its state, and the document's id now.

    Args:
        live: those in force, in the order of the log.
        documents: the document table as stored.
    """
    found = [(each, _found(each, documents)) for each in live]
    last = {(row["doc_id"], each.field): each for each, row in found if row is not None}
    return {
        each.correction_id: _fate(each, row, last[row["doc_id"], each.field]) if row is not None else ("orphaned", None)
        for each, row in found
    }


def _fate(correction: Correction, row: TableRow, last: Correction) -> Fate:
    doc_id: str = row["doc_id"]
    if last is not correction:
        return "superseded", doc_id
    if fields.field(correction.field, "document").read(row) != correction.after:
        return "waiting", doc_id
    step = next((s for s in _steps(row) if s.stage == STAGE and s.choice == DIFFERS), None)
    return ("differs" if step and step.because.startswith(correction.field) else "in force"), doc_id


def _steps(row: TableRow) -> Sequence[Step]:
    return trace(row["published_trace"])


def _found(correction: Correction, documents: pa.Table) -> TableRow | None:
    (sought,) = correction.anchor
    same: list[TableRow] = among(documents, "doc_id", [correction.target]).to_pylist()
    moved: list[TableRow] = among(documents, "source_uri", [_source(sought)]).to_pylist() if not same else []
    named: list[TableRow] = among(documents, "name", [sought.name]).to_pylist() if not (same or moved) else []
    alike = [row for row in named if _alike(sought.passage, row["text"][:PASSAGE])]
    return next(iter([*same, *moved, *alike]), None)


def _is_about(correction: Correction, document: Document) -> bool:
    (sought,) = correction.anchor
    return (
        document.doc_id == correction.target
        or document.source_uri == _source(sought)
        or (document.name == sought.name and _alike(sought.passage, document.text[:PASSAGE]))
    )


def _alike(one: str, other: str) -> bool:
    return fuzz.ratio(one, other) >= ANCHOR_LIKENESS.number


def _last_of_each(live: Iterable[Correction]) -> Iterable[Correction]:
    return {each.field: each for each in live}.values()


def _published(document: Document, correction: Correction) -> Document:
    said = "/".join(day or ".." for day in document.published.iso()) if document.published else None
    first, slash, last = str(correction.after).partition("/")
    steps = (
        Step(STAGE, _DATE + (said or _NOTHING), f"{document.published_basis}, {document.published_reliability}"),
        Step(STAGE, f"published {correction.after}", corrected_it(correction, nothing="not known")),
        *_differing(correction, _plain(said)),
    )
    return replace(
        document,
        published=from_iso(first, last if slash else first),
        published_basis="given",
        published_reliability="given",
        published_trace=(*document.published_trace, *steps),
    )


def _outlet(document: Document, correction: Correction) -> Document:
    steps = (
        Step(STAGE, _OUTLET + (document.outlet or _NOTHING), "kept beside the correction"),
        Step(STAGE, f"outlet {correction.after}", corrected_it(correction, nothing="not known")),
        *_differing(correction, document.outlet),
    )
    return replace(document, outlet=correction.after, published_trace=(*document.published_trace, *steps))


def _differing(correction: Correction, said: str | None) -> tuple[Step, ...]:
    """A step when the file says something that it did not say when it was corrected."""
    if said in {None, correction.read, correction.after}:
        return ()
    because = (
        f"{correction.field}: the file now says {said}; it was read as {correction.read or 'not known'} when corrected"
    )
    return (Step(STAGE, DIFFERS, because),)


def _plain(said: str | None) -> str | None:
    """A span of one day as that day."""
    first, _, last = (said or "").partition("/")
    return first if said and first == last else said


def _parsed(said: str) -> Interval | None:
    first, _, last = said.partition("/")
    return None if said == _NOTHING else from_iso(*(None if day == ".." else day for day in (first, last)))


def _something(said: str) -> str | None:
    return None if said == _NOTHING else said
