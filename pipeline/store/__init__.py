"""The tables on disk (Delta Lake): documents, timexes, mentions, events, issues, with the columns of data/schema.

    here = store.root(option)                 --store, else TIMELINE_STORE, else data/store
    store.create(here)                        makes an empty one unless it is there
    store.append(here, Batch(...))            lands documents; the same again changes nothing
    store.report(here, issues, ...)           lands what was odd about files that were not read
    store.rebuild(here, cluster)              mentions of all documents -> the event table
    store.load(here)                          Arrow tables of one moment; never writes
    store.correct(here, Draft(...))           appends what a reader put right; store.undo takes it back
    store.status(here)                        counts; store.waiting(here) those that no event stands for yet
    store.examine(here)                       whether it is sound; never writes
    store.compact(here, cluster, ...)         tidies; what is shown stays the same
    store.backup(here, to)  store.restore(copy, here)
    store.remove(here, doc_ids, cluster)      takes documents out
    store.shelf.saved(here)                   named views; keep, rename and drop change them
    store.history(here)                       versions, for load(here, as_of=...)

Whatever goes wrong with the store raises StoreError with the path and the remedy in one line.
"""

from pipeline.store import shelf
from pipeline.store.backup import backup, restore
from pipeline.store.batch import Batch, Landed
from pipeline.store.checking import Examination, examine
from pipeline.store.compaction import Compaction, compact
from pipeline.store.corrections.documents import as_read, corrected, remarks
from pipeline.store.corrections.log import correct, undo
from pipeline.store.corrections.overlay import Entry
from pipeline.store.corrections.record import ConflictError, Correction, CorrectionError, Draft, in_force
from pipeline.store.counts import Status, status, waiting
from pipeline.store.history import Moment, history
from pipeline.store.migrations import migrate
from pipeline.store.parts import Part, commit_parts, write_part
from pipeline.store.place import NothingYetError, StoreError, check, root
from pipeline.store.read import (
    Tables,
    corrections,
    dump,
    find,
    load,
    newest,
    records,
    texts,
    version,
)
from pipeline.store.rebuilding import rebuild
from pipeline.store.seen import Mark, marks, note
from pipeline.store.tables import absent
from pipeline.store.write import append, create, remove, report

__all__ = [
    "Batch",
    "Compaction",
    "ConflictError",
    "Correction",
    "CorrectionError",
    "Draft",
    "Entry",
    "Examination",
    "Landed",
    "Mark",
    "Moment",
    "NothingYetError",
    "Part",
    "Status",
    "StoreError",
    "Tables",
    "absent",
    "append",
    "as_read",
    "backup",
    "check",
    "commit_parts",
    "compact",
    "correct",
    "corrected",
    "corrections",
    "create",
    "dump",
    "examine",
    "find",
    "history",
    "in_force",
    "load",
    "marks",
    "migrate",
    "newest",
    "note",
    "rebuild",
    "records",
    "remarks",
    "remove",
    "report",
    "restore",
    "root",
    "shelf",
    "status",
    "texts",
    "undo",
    "version",
    "waiting",
    "write_part",
]
