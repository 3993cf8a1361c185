"""A fitted logistic regression: log odds of named features, trained under benchmarks/ and shipped as data."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

from pipeline.resources import ResourceError

STEEP = 30.0
"""Log odds beyond which a probability is as good as 0 or 1."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Bias and weight of each feature, in log odds."""

    bias: float
    weight: Mapping[str, float]

    def probability(self, features: Iterable[str]) -> float:
        """How probable the features make it, from 0 to 1. Features never seen weigh nothing."""
        odds = self.bias + sum(map(self.weight.get, features, repeat(0.0)))
        return 1 / (1 + math.exp(-max(-STEEP, min(STEEP, odds))))


def load(path: Path, *, script: str) -> Weights:
    """The trained weights in a file; `script` under benchmarks/ trains them.

    Raises:
        ResourceError: when the file is missing or not as the script writes it.
    """
    try:
        return weights_of(json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ResourceError(f"{path}: {error!r}; train it again with benchmarks/{script}") from error


def weights_of(model: Mapping[str, object]) -> Weights:
    """Weights as the training scripts write them.

    Raises:
        KeyError, TypeError, ValueError: when the parts are missing or no numbers.
    """
    weights = model["weights"]
    if not isinstance(weights, Mapping):
        raise TypeError("weights is no object")
    return Weights(float(str(model["bias"])), {str(k): float(v) for k, v in weights.items()})
