"""The three countries, the two men: those whom the text has named side by side, where they alone are as many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.events import lexicon
from pipeline.events.actors.apposition import is_person_noun
from pipeline.events.actors.names import Name
from pipeline.events.cardinals import cardinal
from pipeline.events.parse.syntax import Tree
from pipeline.events.titles.articles import called
from pipeline.model import Token

if TYPE_CHECKING:
    from pipeline.events.reading import Reading
    from pipeline.events.titles.phrases import Writer

BACK = 4
"""Sentences back to the list of names."""
BETWEEN = frozenset({",", "and", "the"})
LEAST = 2


def listed(writer: Writer, token: Token) -> Iterator[tuple[str, str]]:
    """The names that a counted noun means, and why; nothing where two such lists are told of, or none."""
    tree = writer.tree
    numbers = [n for c in tree.children(token.index, "nummod") if (n := cardinal(tree.tokens[c].text.lower()))]
    kind = _kind(tree, token)
    if len(numbers) != 1 or numbers[0] < LEAST or not kind:
        return
    found = {tuple(sorted(run)): run for run in _runs(writer.reading, writer.sentence, kind) if len(run) == numbers[0]}
    if len(found) == 1:
        *front, last = (called(name) for name in next(iter(found.values())))
        words = f"{', '.join(front)} and {last}"
        yield words, f"“{token.text}” are {words}, the only list of so many told of near"


def _kind(tree: Tree, token: Token) -> str:
    if token.lemma.lower() in lexicon.participant_words("a state"):
        return "state"
    return "person" if is_person_noun(tree, token.index) else ""


def _runs(reading: Reading, sentence: int, kind: str) -> Iterator[list[str]]:
    """The names of one kind that stand side by side, in the sentence and in those shortly before."""
    run = list[Name]()
    for name in reading.names.between(max(0, sentence - BACK), sentence):
        if run and not _goes_on(reading, run[-1], name):
            yield [each.name for each in run]
            run = []
        run = [*run, name] if name.kind == kind else []
    yield [each.name for each in run]


def _goes_on(reading: Reading, one: Name, other: Name) -> bool:
    tokens = reading.trees[one.sentence].tokens[one.last : other.first]
    return one.sentence == other.sentence and bool(tokens) and all(t.text.lower() in BETWEEN for t in tokens)
