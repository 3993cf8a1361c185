"""Which words tell of an event: a logistic regression on features of the parse, its weights shipped as data."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.events import lexicon, regression
from pipeline.events.parse.syntax import Tree
from pipeline.events.regression import Weights
from pipeline.events.title_lexicon import title_words
from pipeline.resources import DATA
from pipeline.settings.events import TRIGGER_THRESHOLD

MODEL = DATA / "models" / "triggers.json"
CANDIDATES = frozenset({"VERB", "NOUN", "ADJ", "AUX", "PROPN", "ADV"})
MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT"})
AUXILIARY = frozenset({"aux", "auxpass", "cop"})
_ADDRESS = re.compile(r"://|^www\.|@")
"""In the address of a page or of a mailbox, which tells of nothing."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an event, and how probable that is."""

    token: int
    probability: float


def triggers(tree: Tree) -> tuple[Trigger, ...]:
    """The event words of a sentence, in order."""
    model = weights()
    found = []
    for token in candidates(tree):
        probability = model.probability(features(tree, token))
        if probability >= TRIGGER_THRESHOLD.number or (probability >= 0.15 and _in_lexicon(tree, token)):
            found.append(Trigger(token, round(probability, 3)))
    return tuple(found)


def _in_lexicon(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.entity == "" and (token.lemma.lower(), token.pos) in lexicon.event_types()


def candidates(tree: Tree) -> Iterator[int]:
    """Tokens that could tell of an event: content words, no auxiliaries, addresses, temporal or numeric entities."""
    for token in tree.tokens:
        content = token.pos in CANDIDATES and token.dep not in AUXILIARY and token.entity not in MEASURES
        if (
            content
            and not _in_idiom(tree, token.index)
            and len(token.text) > 1
            and any(c.isalpha() for c in token.text)
            and not _ADDRESS.search(token.text)
        ):
            yield token.index


def _in_idiom(tree: Tree, index: int) -> bool:
    """In return for, in line with, at the request of: the noun is part of a preposition and tells of nothing."""
    token = tree.tokens[index]
    if token.dep == "pobj" and token.lemma in lexicon.participant_words("wish"):
        return tree.tokens[token.head].text.lower() == "at"
    bare = token.dep == "pobj" and not tree.children(index, "det", "poss", "amod")
    return bare and tree.tokens[token.head].text.lower() == "in" and token.lemma in title_words("idiom")


def features(tree: Tree, index: int) -> list[str]:
    """What the scorer sees of a word: itself, its tag, its place in the tree, its company."""
    tokens, token = tree.tokens, tree.tokens[index]
    head = tokens[token.head]
    lemma = token.lemma.lower()
    below = tree.below[index]
    deps = sorted({tokens[c].dep for c in below})
    found = [
        f"pos={token.pos}",
        f"tag={token.tag}",
        f"lemma={lemma}/{token.pos}",
        f"dep={token.dep}",
        f"pos+dep={token.pos}/{token.dep}",
        f"tag+dep={token.tag}/{token.dep}",
        f"head={head.lemma.lower()}/{token.dep}" if head is not token else "head=ROOT",
        f"headpos={head.pos}/{token.dep}",
        f"entity={token.entity}",
        f"suffix={lemma[-4:]}/{token.pos}",
        f"suffix3={lemma[-3:]}/{token.pos}",
        f"below={'+'.join(deps[:4])}/{token.pos}",
        f"lexicon={(lemma, token.pos) in lexicon.event_types()}/{token.pos}",
        f"cue={(lemma, 'VERB') in lexicon.cues()}/{token.pos}",
        f"capital={token.text[:1].isupper() and index > 0}/{token.pos}",
    ]
    found += [f"child={tokens[c].dep}/{token.pos}" for c in below]
    found += [
        f"det={tokens[c].text.lower()}/{token.pos}" for c in below if tokens[c].dep in ("det", "prep", "aux", "poss")
    ]
    if index > 0:
        found.append(f"before={tokens[index - 1].text.lower()}/{token.pos}")
    if index + 1 < len(tokens):
        found.append(f"after={tokens[index + 1].text.lower()}/{token.pos}")
    if token.dep == "pobj":
        found.append(f"prep+head={head.text.lower()}/{tokens[head.head].pos}")
        found.append(f"prep+lemma={head.text.lower()}/{lemma}")
    return found


@functools.cache
def weights() -> Weights:
    """The trained weights.

    Raises:
        ResourceError: when data/models/triggers.json is missing or not as the training script writes it.
    """
    return regression.load(MODEL, script="train_triggers.py")
