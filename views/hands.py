"""What the page can have done to the store. Each function loads the stages behind it when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from pipeline import store
from pipeline.calendar.interval import Interval
from pipeline.model import Issue
from pipeline.moves import Supposition
from views import source
from views.desk import Desk


def ingest(files: Sequence[Path], root: Path, progress: Callable[[int], object] = lambda _: None) -> Sequence[Issue]:
    """Reads files into the store, as the command line does."""
    from pipeline import ingestion

    return ingestion.ingest(ingestion.Order(tuple(files)), root=root, progress=progress).issues


def reread(root: Path, doc_ids: Collection[str]) -> Sequence[Issue]:
    """Reads documents of the store again, with the corrections in force."""
    from pipeline import rereading

    return rereading.reread(root, doc_ids)


def suppose(root: Path, doc_id: str, published: Interval) -> Supposition:
    """What would change if a document had been published on other days."""
    from pipeline import supposing

    return supposing.suppose(root, doc_id, published)


def prepare(root: Path, doc_id: str) -> None:
    """Does beforehand what `suppose` needs of a document whatever the date."""
    from pipeline import supposing

    supposing.prepare(root, doc_id)


def remove(root: Path, doc_ids: Collection[str]) -> int:
    """Takes documents out of the store."""
    from pipeline import ingestion

    return store.remove(root, doc_ids, ingestion.cluster)


def desk() -> Desk | None:
    """What the page can have done to the store; nothing when an earlier version of it is shown."""
    return Desk(store.root(), ingest, reread, suppose, prepare, remove) if source.as_of() is None else None
