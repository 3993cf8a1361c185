"""The tables on disk (Delta Lake): documents, timexes, mentions, events, issues, with the columns of data/schema.

    here = store.root(option)                 --store, else TIMELINE_STORE, else data/store
    store.create(here)                        makes an empty one unless it is there
    store.append(here, Batch(...))            lands documents; the same again changes nothing
    store.rebuild(here, cluster)              mentions of all documents -> the event table
    store.load(here)                          Arrow tables of one moment; never writes
    store.status(here)                        counts

Whatever goes wrong with the store raises StoreError with the path and the remedy in one line.
"""

from pipeline.store.place import StoreError, check, root
from pipeline.store.read import Status, Tables, dump, load, status, texts, version
from pipeline.store.write import Batch, Landed, append, create, rebuild

__all__ = [
    "Batch",
    "Landed",
    "Status",
    "StoreError",
    "Tables",
    "append",
    "check",
    "create",
    "dump",
    "load",
    "rebuild",
    "root",
    "status",
    "texts",
    "version",
]
