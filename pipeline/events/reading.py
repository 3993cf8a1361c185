"""What the rules look at: a document with its parse, names, referents, quotations and temporal expressions."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.events.actors.names import Names, find_names
from pipeline.events.actors.referents import Referents
from pipeline.events.claims.quotations import Quotation, quotations
from pipeline.events.parse.syntax import Tree, tree
from pipeline.model import (
    Certainty,
    Document,
    Factuality,
    Polarity,
    Sentence,
    Span,
    Step,
    TemporalExpression,
    Tense,
    Token,
)
from pipeline.span import holding, overlapping


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says so. `cue` is where the saying stands; `kind` and `certainty` are those of the cue word."""

    claimant: str
    chain: tuple[str, ...]
    cue: Span | None
    kind: str
    certainty: Certainty
    named: bool
    because: str
    sentence: int = -1
    token: int = -1


@dataclass(slots=True)
class Draft:
    """A mention in the making. Every rule fills its fields and says why in `steps`."""

    sentence: int
    token: int
    probability: float
    event_type: str = "OTHER"
    mode: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    actor_spans: tuple[Span, ...] = ()
    claim: Claim | None = None
    factuality: Factuality = "asserted"
    certainty: Certainty = "certain"
    polarity: Polarity = "positive"
    tense: Tense = "none"
    aspect: str = "none"
    """Finer than tense: past, perfect, pluperfect, present, progressive, future, modal, none."""
    completed: int = -1
    """Token of the word that completes the verb and tells the same event; -1 for none."""
    steps: list[Step] = field(default_factory=list)

    def note(self, stage: str, choice: str, because: str) -> None:
        """Adds one decision in plain English."""
        self.steps.append(Step(stage, choice, because))


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as the rules see it. Sentences are named by their number, tokens by their index in the sentence."""

    document: Document
    trees: tuple[Tree, ...]
    names: Names
    referents: Referents
    quotations: tuple[Quotation, ...]
    """In order of the text; none overlaps another."""
    quoting: Mapping[tuple[int, int], Sequence[Quotation]]
    """(sentence, token) of a verb of saying -> the quotations that it introduces."""
    expressions: tuple[TemporalExpression, ...]
    lemmas: Mapping[str, Sequence[tuple[int, int]]]
    """Lemma in lower case -> (sentence, token) of each word that has it, in order of the text."""
    phrases: dict[tuple[int, int, bool], list[int]] = field(default_factory=dict, compare=False, repr=False)
    """(sentence, head) -> the tokens of its phrase that a title keeps, once asked for: several titles share one."""
    meant: dict[tuple[int, int], tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)
    """(sentence, head) -> the names that its phrase stands for, once asked for: every stage asks."""
    kept: dict[tuple[int, int, bool, frozenset[int]], tuple[int, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """(sentence, head, whether a second clause stays, what is gone) -> what is left of the phrase, once asked for."""
    free: dict[tuple[int, int, int], bool] = field(default_factory=dict, compare=False, repr=False)
    """(sentence, word, head) -> whether a phrase can do without a word of it, once asked for: every fitting asks."""
    shorter: list[Mapping[str, str]] = field(default_factory=list, compare=False, repr=False)
    """Name -> the shorter one that the text goes on with, alone in the list once asked for: every long title asks.

    A text without any is worked out once, too.
    """

    def before(self, sentence: int, token: int, lemmas: Iterable[str], *, reach: int) -> Iterator[tuple[int, Token]]:
        """The words of these lemmas before a token, back to `reach` sentences, with their sentences; the last first."""
        start, end = (sentence - reach, 0), (sentence, token)
        found: list[tuple[int, int]] = []
        for lemma in lemmas:
            spots = self.lemmas.get(lemma, ())
            found += spots[bisect_left(spots, start) : bisect_left(spots, end)]
        return ((number, self.trees[number].tokens[index]) for number, index in sorted(found, reverse=True))

    def times_in(self, span: Span) -> Sequence[TemporalExpression]:
        """The temporal expressions that begin in a stretch of the text, in its order."""
        first, end = (bisect_left(self.expressions, at, key=lambda e: e.span.start) for at in (span.start, span.end))
        return self.expressions[first:end]

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that holds this character."""
        return holding(self.quotations, offset, of=lambda each: each.span)

    def quoted_by(self, sentence: int, token: int) -> Sequence[Quotation]:
        """The quotations that a verb of saying introduces."""
        return self.quoting.get((sentence, token), ())

    def quotations_in(self, span: Span) -> Sequence[Quotation]:
        """The quotations that share a character with a stretch of the text."""
        return overlapping(self.quotations, span, of=lambda each: each.span)

    def who(self, sentence: int, token: int) -> tuple[str, ...]:
        """Canonical names that a noun phrase stands for."""
        where = sentence, token
        if (names := self.meant.get(where)) is None:
            names = self.meant[where] = self.referents.who(sentence, token)
        return names


def trees_in(trees: Sequence[Tree], span: Span) -> Sequence[Tree]:
    """The sentences that share a character with a stretch of the text, of all in its order."""
    return overlapping(trees, span, of=lambda each: each.sentence.span)


def read(document: Document, sentences: Sequence[Sentence], expressions: Sequence[TemporalExpression]) -> Reading:
    """Names, quotations and referents of a parsed document; referents twice, as they and speakers need each other."""
    trees = tuple(tree(sentence) for sentence in sentences)
    names = find_names(sentences)
    quoted = quotations(document, trees)
    first = Referents(document, trees, names).read()
    speakers = _speakers(trees, quoted, first)
    referents = Referents(document, trees, names, speakers).read() if speakers else first
    return Reading(document, trees, names, referents, quoted, _by_cue(quoted), tuple(expressions), _lemmas(trees))


def _lemmas(trees: Sequence[Tree]) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, parsed in enumerate(trees):
        for token in parsed.tokens:
            found[token.lemma.lower()].append((number, token.index))
    return dict(found)


def _by_cue(quoted: Sequence[Quotation]) -> dict[tuple[int, int], list[Quotation]]:
    found: dict[tuple[int, int], list[Quotation]] = defaultdict(list)
    for quotation in quoted:
        if quotation.cue is not None:
            found[quotation.cue].append(quotation)
    return dict(found)


def _speakers(trees: Sequence[Tree], quoted: Sequence[Quotation], referents: Referents) -> dict[tuple[int, int], str]:
    """(sentence, token) of every quoted word whose speaker has a name -> that name."""
    found: dict[tuple[int, int], str] = {}
    for quotation in quoted:
        names = referents.who(*quotation.speaker) if quotation.speaker is not None else ()
        for said in trees_in(trees, quotation.span) if names else ():
            inside = (t.index for t in said.tokens if quotation.span.holds(t.span.start))
            found.update(((said.sentence.index, token), names[0]) for token in inside)
    return found
