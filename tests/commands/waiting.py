"""Waiting for what another process does, without taking the processor from it."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Callable

PAUSE = 0.005
"""Seconds between two looks."""


def wait(run: subprocess.Popen[str] | subprocess.Popen[bytes], seen: Callable[[], object]) -> None:
    """Return when something is seen, or when the process has ended."""
    while run.poll() is None and not seen():
        with contextlib.suppress(subprocess.TimeoutExpired):
            run.wait(PAUSE)
