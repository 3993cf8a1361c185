"""Which files are as they were when they were last read, by this program and with the same words from the user."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from pipeline import copies, fingerprint
from pipeline.batches import How
from pipeline.model import Issue
from pipeline.readers.sidecar import sidecar_of
from pipeline.readers.source import printable
from pipeline.store import Batch, Mark


@dataclass(frozen=True, slots=True)
class Group:
    """Some files in a row: those to read, and those that are as they were. `keys` has both, but for unreadable ones."""

    files: Sequence[Path]
    keys: Mapping[Path, str]
    todo: Sequence[Path]

    @property
    def passed(self) -> list[Path]:
        """The files that need not be read."""
        return [path for path in self.files if path not in self.todo]


def group(files: Sequence[Path], words: str, marks: Mapping[str, Mark], counts: Mapping[str, int]) -> Group:
    """The files with what there is to read of them.

    Args:
        files: in the order in which they are to be read.
        words: what `words` gives.
        marks: of the files read before, by their printable names.
        counts: how many articles the store has of each file.
    """
    keys = {path: key for path in files if (key := _key(path, words))}

    def is_as_it_was(path: Path) -> bool:
        mark = marks.get(printable(path))
        return mark is not None and mark.key == keys.get(path) and mark.documents == counts.get(printable(path), 0)

    return Group(files, keys, [path for path in files if not is_as_it_was(path)])


def words(how: How) -> str:
    """Everything but the file itself that its reading hangs on."""
    said = [asdict(how.given), how.today, [asdict(fix) for fix in how.fixes if fix.kind == "document"]]
    return f"{fingerprint.program()} {json.dumps(said, default=str, sort_keys=True)}"


def marks(group: Group, read: Batch) -> dict[str, Mark]:
    """A mark for every file that was read, but for those that a copy was left out of: what it copies may go."""
    keys = {printable(path): group.keys[path] for path in group.todo if path in group.keys}
    names = frozenset(keys)
    documents, issues = defaultdict[str | None, int](int), defaultdict[str | None, list[Issue]](list)
    for document in read.documents:
        documents[copies.file_of(document.source_uri, names)] += 1
    for issue in read.issues:
        issues[copies.file_of(issue.source_uri, names)].append(issue)
    return {
        file: Mark(key, documents[file], tuple(issues[file]))
        for file, key in keys.items()
        if all(issue.stage != copies.STAGE for issue in issues[file])
    }


def _key(path: Path, words: str) -> str | None:
    """What stands for the file as it is now and for `words`; None where it cannot be read."""
    found = hashlib.sha256(words.encode("utf-8", "surrogatepass"))
    try:
        for part in (path, sidecar_of(path)):
            if part.is_file():
                with part.open("rb") as file:
                    found.update(hashlib.file_digest(file, "sha256").digest())
            elif part == path:
                return None
    except (OSError, ValueError):
        return None
    return found.hexdigest()[:32]
