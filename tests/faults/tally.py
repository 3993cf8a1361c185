"""What rounds of a fault came to."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pipeline import store
from tests.faults import scene


@dataclass
class Tally:
    """What so many rounds came to. Everything but `rounds`, `landed` and `failures` must stay 0."""

    fault: str
    rounds: int = 0
    landed: int = 0
    """Documents that a writer was told are kept."""
    failures: int = 0
    """Rounds in which a writer was stopped by the fault, and said so."""
    lost: int = 0
    doubled: int = 0
    unreadable: int = 0
    unclear: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        return not (self.lost or self.doubled or self.unreadable or self.unclear)

    def look(self, root: Path, kept: set[str]) -> None:
        """Everything that was told to be kept is shown, once; the store passes its own check."""
        try:
            shown = scene.flaws(root)
            problems = store.examine(root).problems if shown else ()
        except AssertionError as flaw:
            self.doubled += 1
            self.notes.append(str(flaw)[:200])
            return
        except store.StoreError as error:
            self.unreadable += 1
            self.notes.append(str(error)[:200])
            return
        self.lost += len(kept - shown)
        self.unreadable += len(problems)
        self.notes += problems

    def said(self, message: str, root: Path) -> None:
        """A failure that was told: one line that names the store."""
        self.failures += 1
        if str(root) not in message or "\n" in message:
            self.unclear += 1
            self.notes.append(message[:200])
