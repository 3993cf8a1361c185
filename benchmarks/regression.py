"""Fits the logistic regressions whose weights are shipped as data, and splits documents into folds."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from pipeline.events.regression import Weights

RARE = 3
"""Features seen less often say more about one article than about the language, and are dropped."""
SMALL = 0.03
"""Log odds below which a weight is not worth its line."""
FOLDS = 5
Item = TypeVar("Item")


def fit(rows: Iterable[tuple[Sequence[str], bool]], *, strength: float) -> Weights:
    """Weights fitted on features with what they should say; `strength` is the inverse of the L2 penalty."""
    told = list(rows)
    seen = Counter(f for features, _ in told for f in set(features))
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([Counter(f for f in features if seen[f] >= RARE) for features, _ in told])
    # liblinear reads 32-bit indices only.
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    model = LogisticRegression(C=strength, max_iter=300, solver="liblinear")
    model.fit(matrix, [right for _, right in told])
    named = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    return Weights(float(model.intercept_[0]), {str(k): round(float(v), 3) for k, v in named if abs(v) > SMALL})


def recipe(strength: float) -> str:
    """How the weights came about, for the file that ships them."""
    return f"logistic regression, L2, C={strength}, features seen {RARE} times or more"


def folds(documents: Sequence[Item]) -> Iterator[tuple[list[Item], list[Item]]]:
    """Documents to train on, and those to predict, so that none is predicted by weights that saw it."""
    for fold in range(FOLDS):
        yield [each for n, each in enumerate(documents) if n % FOLDS != fold], list(documents[fold::FOLDS])


def write(path: Path, weights: Weights, facts: Mapping[str, object]) -> None:
    """The weights with what they are and how they were made, one a line."""
    model = {"bias": round(weights.bias, 3), "weights": dict(sorted(weights.weight.items()))}
    path.write_text(json.dumps({**facts, **model}, indent=0), "utf-8")
