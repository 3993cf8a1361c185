"""The same flow on a Dask cluster: workers read groups of files and write Parquet, one commit makes it count.

A worker reads one group at a time, with one model in memory. A worker that is killed costs the time of its groups:
others read them again, and write the same files. Workers must see the articles and the store under the same paths.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline import batches, copies, fingerprint, ingestion, store
from pipeline.batches import How
from pipeline.copies import Kept
from pipeline.ingestion import Order, Progress, Report
from pipeline.model import Issue
from pipeline.settings.store import CLUSTER_AHEAD, CLUSTER_BATCH
from pipeline.store import Part

_ONE = threading.Lock()
"""Workers may have several threads; the parser's model serves one at a time."""


class ClusterError(Exception):
    """The cluster cannot be used; the message says why and what to do."""


def ingest(order: Order, *, scheduler: str, root: Path, progress: Progress) -> Report:
    """As `ingestion.ingest`, on the cluster at `scheduler` (tcp://host:8786); the tables come out the same.

    Raises:
        ClusterError: when there is no such cluster, or Dask is not installed.
        StoreError: when the store cannot be made or written; nothing has landed then.
    """
    store.create(root)
    how = How(order.given, order.today, store.in_force(store.corrections(root)))
    found, files = list[Part](), 0
    with _client(scheduler) as client:
        try:
            for group, part in _parts(client, _groups(order.files), how, root):
                found.append(part)
                files += len(group)
                progress(len(group))
        except KeyboardInterrupt:
            return Report(store.Landed(), (), store.status(root).events, 0, files=0, stopped=True)
    _, kept = copies.held_texts(root, order.files)
    issues = _copies(found, kept)
    left_out = frozenset(issue.source_uri for issue in issues)
    landed = store.commit_parts(root, found, without=left_out)
    told = [*(issue for part in found for issue in part.issues), *issues]
    store.append(root, store.Batch([], issues=told, emptied=sorted(left_out)))
    events = store.rebuild(root, ingestion.cluster, by=fingerprint.program())
    landed += store.Landed(copies=len(left_out))
    return Report(landed, tuple(told), events, sum(part.words for part in found), files)


def read_part(files: Sequence[Path], how: How, root: Path) -> Part:
    """What a worker does: a group of files through the flow, and its rows written into the store's folders."""
    with _ONE:
        return store.write_part(root, batches.read_batch(files, how))


def _groups(files: Sequence[Path]) -> list[Sequence[Path]]:
    size = int(CLUSTER_BATCH.number)
    return [files[start : start + size] for start in range(0, len(files), size)]


def _parts(
    client: Any, groups: Sequence[Sequence[Path]], how: How, root: Path
) -> Iterator[tuple[Sequence[Path], Part]]:
    """Each group with its part, in order. So many are under way that no worker waits, and no more."""
    from distributed.scheduler import KilledWorker

    under_way = deque[tuple[Sequence[Path], Any]]()

    def next_one() -> tuple[Sequence[Path], Part]:
        group, future = under_way.popleft()
        try:
            return group, future.result()
        except KilledWorker:
            # A file that ends whoever reads it: here each is read in a process of its own, and the culprit is named.
            return group, store.write_part(root, batches.read_one_by_one(group, how))

    for group in groups:
        under_way.append((group, client.submit(read_part, group, how, root, pure=False)))
        if len(under_way) > CLUSTER_AHEAD.number * max(1, len(client.scheduler_info()["workers"])):
            yield next_one()
    while under_way:
        yield next_one()


def _copies(parts: Sequence[Part], kept: Kept) -> list[Issue]:
    """What is said of each source whose text is kept from another, in the order of the files."""
    claims = [copies.claim_of(row) for part in parts for row in part.documents]
    for text, holder in claims:
        kept.claim(text, holder)
    lost = {holder.source: text for text, holder in claims if kept.source(text) != holder.source} | kept.beaten
    return [copies.copy_issue(source, kept.source(text)) for source, text in lost.items()]


def _client(scheduler: str) -> Any:
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError("--scheduler needs Dask: pip install 'event-timeline[cluster]'") from None
    try:
        client: Any = Client(scheduler, timeout="10s", set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TimeoutError) as error:
        reason = " ".join(str(error).split())
        raise ClusterError(
            f"--scheduler {scheduler}: no cluster answers there ({reason}); start one with  dask scheduler"
        ) from None
    if not client.scheduler_info()["workers"]:
        client.close()
        raise ClusterError(
            f"--scheduler {scheduler}: the cluster has no workers; start one with  dask worker {scheduler}"
        )
    return client
