"""A fitted logistic regression: log odds of named features, trained under benchmarks/ and shipped as data."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

STEEP = 30.0
"""Log odds beyond which a probability is as good as 0 or 1."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Bias and weight of each feature, in log odds."""

    bias: float
    weight: Mapping[str, float]

    def probability(self, features: Iterable[str]) -> float:
        """How probable the features make it, from 0 to 1. Features never seen weigh nothing."""
        weight = self.weight
        odds = self.bias + sum([weight[feature] for feature in features if feature in weight])
        return 1 / (1 + math.exp(-max(-STEEP, min(STEEP, odds))))


def weights_of(model: Mapping[str, object]) -> Weights:
    """Weights as the training scripts write them.

    Raises:
        KeyError, TypeError, ValueError: when the parts are missing or no numbers.
    """
    weights = model["weights"]
    if not isinstance(weights, Mapping):
        raise TypeError("weights is no object")
    return Weights(float(str(model["bias"])), {str(k): float(v) for k, v in weights.items()})
