"""The vectors of words as they stand alone, computed once for each kind of token of a batch instead of for each token.

What these layers make of a token does not depend on those beside it, so the vectors are the same.
"""

from __future__ import annotations

from typing import Any

import numpy
from thinc.api import Model, chain
from thinc.types import Ragged

EMBEDDING = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
"""The layers of spaCy's hashed embedding. Those in the middle look up the attributes of each token and mix them."""
_MIXING = slice(2, 4)


def embed_once(nlp: Any) -> None:
    """Lets the hashed embeddings of a spaCy pipeline look up and mix each kind of token of a batch once."""
    for _, component in nlp.components:
        model = getattr(component, "model", None)
        for node in list(model.walk()) if isinstance(model, Model) else ():
            if tuple(layer.name.partition("(")[0] for layer in node.layers) == EMBEDDING:
                node.layers[_MIXING] = [Model("once", _forward, layers=[chain(*node.layers[_MIXING])])]


def _forward(model: Any, tokens: Ragged, is_train: bool) -> tuple[Ragged, None]:
    """The vector of each token. For reading only: it cannot be trained."""
    attributes: Any = numpy.ascontiguousarray(tokens.data)
    number: dict[bytes, int] = {}
    kinds = [number.setdefault(row.tobytes(), len(number)) for row in attributes]
    each: Any = numpy.frombuffer(b"".join(number), attributes.dtype).reshape(len(number), -1)
    length: Any = numpy.asarray([len(number)], "int32")
    vectors, _ = model.layers[0](Ragged(each, length), is_train)
    return Ragged(vectors.dataXd[kinds], tokens.lengths), None
