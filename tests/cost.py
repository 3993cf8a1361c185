"""How the processor time of a call grows with its input, measured so that a busy machine does not decide a test."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

ROUNDS = 8
LEAST = 1e-3  # seconds; anything cheaper is measured as costing this much


def seconds(call: Callable[[], object]) -> float:
    """Processor seconds of one call, without the rubbish of the tests that ran before it."""
    gc.collect()
    gc.disable()
    try:
        started = time.process_time()
        call()
        return time.process_time() - started
    finally:
        gc.enable()


def growth(small: Callable[[], object], large: Callable[[], object], *, enough: float) -> float:
    """How many times the cost of `small` the cost of `large` is: the least seen of each, until it is at most `enough`.

    Another program on the machine can only lengthen a measurement, so the least of several is nearest to the truth;
    a cost that really grows faster than `enough` does so in every round.
    """
    small()
    cheap = dear = float("inf")
    for _ in range(ROUNDS):
        cheap, dear = min(cheap, seconds(small)), min(dear, seconds(large))
        if dear <= enough * max(cheap, LEAST):
            break
    return dear / max(cheap, LEAST)
