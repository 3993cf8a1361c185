"""What happens once in a server's life, before the first page."""

from __future__ import annotations

import atexit
import functools
import gc

atexit.register(gc.unfreeze)  # what is out of sight at the end counts as leaked


@functools.cache
def once() -> None:
    """Prepares the server process."""
    settle()


def settle() -> None:
    """Takes everything there is by now out of the garbage collector's sight.

    Streamlit collects after every run; walking all modules held the interpreter for about 100 ms each time.
    """
    gc.collect()
    gc.freeze()
