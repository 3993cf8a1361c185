"""A trained scorer of "this expression dates this event" and "this event is of the day of publication".

A logistic regression on features of the parse. Training and weights as for triggers: a script under benchmarks/ and
plain log odds under data/models/, with no text of the corpus beyond single words seen often.
"""

from __future__ import annotations

import functools
import json
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.calendar.interval import Interval
from pipeline.events import lexicon
from pipeline.events.attach import Attachment
from pipeline.events.link import Link, Scene, dating_of
from pipeline.events.reading import Reading
from pipeline.events.syntax import Tree, clause_dep, clause_verb, is_negated, tense_of
from pipeline.resources import DATA, ResourceError
from pipeline.settings.events import LINKER_THRESHOLD

MODEL = DATA / "models" / "linker.json"
BOUNDS = frozenset({"since", "from", "until", "till", "than", "by", "before", "after", "following"})
"""Prepositions after which an expression bounds an event and does not hold it."""
LOOSE = frozenset({"vague", "none", "decade", "century"})
NEAR = (0, 1, 2, 4, 7, 12, 20)
"""Upper edges of the distance classes, in tokens."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Bias and weight of each feature, in log odds; one set for expressions, one for the day of publication."""

    bias: float
    weight: dict[str, float]

    def probability(self, features: Sequence[str]) -> float:
        """How probable the features make it, from 0 to 1."""
        odds = self.bias + sum(self.weight.get(feature, 0.0) for feature in features)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


@dataclass(frozen=True, slots=True)
class Linker:
    """The two fitted scorers."""

    expression: Weights
    publication: Weights


def word_features(reading: Reading, sentence: int, index: int) -> list[str]:
    """What the scorers see of an event word: itself, its tense, its clause, its place in the article."""
    tree = reading.trees[sentence]
    token = tree.tokens[index]
    verb = clause_verb(tree, index)
    tense, lemma, kind = tense_of(tree, verb), token.lemma.lower(), token.pos
    cue = lexicon.cues().get((lemma, "VERB" if kind == "VERB" else "NOUN"))
    saying = cue.kind if cue is not None else "-"
    rows = lexicon.event_types().get((lemma, kind), ())
    clause = clause_dep(tree, verb)
    head = tree.tokens[token.head]
    quoted = reading.quotation_at(token.span.start) is not None
    place = "first" if sentence == 0 else "lead" if sentence < 4 else "body" if sentence < 12 else "end"
    return [
        f"pos={kind}",
        f"tag={token.tag}",
        f"dep={kind}/{token.dep}",
        f"lemma={lemma}/{kind}",
        f"suffix={lemma[-4:]}/{kind}",
        f"tense={tense}/{kind}",
        f"clause={clause}/{kind}",
        f"tense+clause={tense}/{clause}/{kind}",
        f"cue={saying}/{tense}",
        f"cue+clause={saying}/{clause}/{tense}",
        f"type={rows[0].event_type if rows else '-'}/{kind}",
        f"quoted={quoted}/{kind}",
        f"negated={is_negated(tree, index)}/{kind}",
        f"head={head.lemma.lower()}/{token.dep}"
        if token.dep in ("pobj", "xcomp", "ccomp", "advcl", "dobj")
        else "head=-",
        f"verb={tree.tokens[verb].lemma.lower()}/{tense}" if verb != index else "verb=self",
        f"place={place}/{kind}/{tense}",
        f"subject={_subject(tree, verb)}/{tense}",
    ]


def publication_features(reading: Reading, sentence: int, index: int, attached: Sequence[Attachment]) -> list[str]:
    """What the scorer of the publication day sees: the word, and which expressions stand beside it."""
    word = word_features(reading, sentence, index)
    tree, published = reading.trees[sentence], reading.document.published
    tense = tense_of(tree, clause_verb(tree, index))
    dated = [a for a in attached if a.days is not None]
    same = any(a.days == published for a in dated)
    own = any(_relation(tree, index, a.governor) in ("self", "clause") for a in dated)
    near = {_relation(tree, index, a.governor) for a in dated if a.days != published}
    company = f"{min(len(dated), 2)}/{same}/{own}"
    return [
        *word,
        f"company={company}",
        f"company+tense={company}/{tense}",
        f"company+dep={company}/{tree.tokens[index].dep}",
        *(f"other={relation}/{tense}" for relation in near),
        f"length={'short' if len(reading.trees) < 12 else 'middle' if len(reading.trees) < 30 else 'long'}/{tense}",
        f"dateline={_today(reading)}/{tense}/{tree.tokens[index].pos}",
    ]


def expression_features(
    reading: Reading, sentence: int, index: int, attached: Sequence[Attachment], which: Attachment
) -> list[str]:
    """What the scorer of one expression sees: the word, how they hang together, and the rivals."""
    tree, published = reading.trees[sentence], reading.document.published
    token, verb = tree.tokens[index], clause_verb(tree, index)
    tense = tense_of(tree, verb)
    gap = which.first - index
    far = sum(abs(gap) > edge for edge in NEAR)
    relation = _relation(tree, index, which.governor)
    side = "after" if gap > 0 else "before"
    rank = sorted(attached, key=lambda a: abs(a.first - index)).index(which)
    when = _when(which.days, published)
    fine = which.expression.granularity
    word = re.sub(r"\d+", "0", which.expression.text.lower().split()[-1])
    rest = [a for a in attached if a is not which and _relation(tree, index, a.governor) in ("self", "clause")]
    between = {tree.tokens[i].pos for i in range(min(index, which.first) + 1, max(index, which.first))}
    return [
        *word_features(reading, sentence, index),
        f"relation={relation}/{token.pos}",
        f"relation+preposition={relation}/{which.preposition}",
        f"relation+side={relation}/{side}/{far}",
        f"distance={side}/{far}/{token.pos}",
        f"rank={rank}/{side}",
        f"rank+relation={rank}/{relation}",
        f"preposition={which.preposition}/{tense}",
        f"when={when}/{tense}",
        f"when+relation={when}/{relation}/{token.pos}",
        f"fine={fine}/{relation}",
        f"word={word}",
        f"word+relation={word}/{relation}",
        f"rivals={len(rest)}/{relation}",
        f"verb between={'VERB' in between}/{relation}/{side}",
        f"dep+relation={token.dep}/{relation}",
        f"clause+relation={clause_dep(tree, verb)}/{relation}",
        f"hops={_hops(tree, index, which.governor)}/{token.pos}",
    ]


def scored(scene: Scene, number: int) -> Link | None:
    """The expression of its own sentence that most probably dates an event, when that is very probable."""
    draft, tree = scene.drafts[number], scene.tree(number)
    if tense_of(tree, clause_verb(tree, draft.token)) not in ("past", "perfect", "pluperfect"):
        return None
    dated = [
        a
        for a in scene.attached[draft.sentence]
        if a.days is not None and a.preposition not in BOUNDS and a.expression.granularity not in LOOSE
    ]
    if not dated or draft.factuality not in ("asserted", "reported", "alleged") or draft.tense == "future":
        return None
    model = linker().expression
    chances = [
        (model.probability(expression_features(scene.reading, draft.sentence, draft.token, dated, a)), a) for a in dated
    ]
    chance, best = max(chances, key=lambda pair: pair[0])
    if chance < LINKER_THRESHOLD.number or best.days is None:
        return None
    expression = best.expression
    because = f"“{expression.text}” in the same sentence dates it with probability {chance:.2f}"
    return Link(best.days, dating_of(expression), expression.granularity, expression, because)


def _subject(tree: Tree, verb: int) -> str:
    found = tree.children(verb, "nsubj", "nsubjpass")
    return tree.tokens[found[0]].entity or tree.tokens[found[0]].pos if found else "-"


def _relation(tree: Tree, index: int, governor: int) -> str:
    """How an event word and the word an expression hangs on are related in the tree."""
    if governor == index:
        return "self"
    if clause_verb(tree, index) == clause_verb(tree, governor):
        return "clause"
    if governor in tree.ancestors(index):
        return "above"
    return "below" if index in tree.ancestors(governor) else "apart"


def _hops(tree: Tree, index: int, governor: int) -> int:
    """Steps through the tree from one word to the other, 6 for more."""
    up = {index: 0} | {a: n for n, a in enumerate(tree.ancestors(index), 1)}
    other = {governor: 0} | {a: n for n, a in enumerate(tree.ancestors(governor), 1)}
    return min([6, *(up[a] + other[a] for a in up.keys() & other.keys())])


def _when(days: Interval | None, published: Interval | None) -> str:
    if days is None or published is None or days.start is None or published.start is None:
        return "?"
    if days == published:
        return "today"
    apart = days.start - published.start
    return ("past" if apart < 0 else "future") + ("/week" if abs(apart) <= 7 else "")


def _today(reading: Reading) -> bool:
    """Whether the article itself names the day of its publication or the day before."""
    published = reading.document.published
    if published is None or published.start is None or not published.is_day:
        return False
    near = (published, Interval(published.start - 1, published.start))
    return any(e.interval in near for e in reading.expressions if e.type in ("DATE", "TIME"))


@functools.cache
def linker() -> Linker:
    """The trained scorers.

    Raises:
        ResourceError: when data/models/linker.json is missing or not as the training script writes it.
    """
    try:
        model = json.loads(MODEL.read_text("utf-8"))
        return Linker(*(_weights(model[part]) for part in ("expression", "publication")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ResourceError(f"{MODEL}: {error!r}; train it again with benchmarks/train_linker.py") from error


def _weights(part: dict[str, object]) -> Weights:
    weights = part["weights"]
    if not isinstance(weights, dict):
        raise TypeError("weights is no object")
    return Weights(float(str(part["bias"])), {str(k): float(v) for k, v in weights.items()})
