"""Features of the parse by which the trained linker weighs the days that an event may be of: plain strings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.calendar.interval import Interval
from pipeline.events import lexicon
from pipeline.events.dating.attachment import Attachment
from pipeline.events.dating.placing import places, placings
from pipeline.events.dating.text_kind import Backdrop, Opening
from pipeline.events.parse.negation import is_negated
from pipeline.events.parse.syntax import Tree, clause_dep, clause_verb
from pipeline.events.parse.tense import tense_of
from pipeline.events.reading import Reading

NEAR = (0, 1, 2, 4, 7, 12, 20)
"""Upper edges of the distance classes, in tokens."""
MOST = 4
"""Counts above this say no more."""


class Word:
    """An event word as the scorer sees it, with the facts of its clause that most features need."""

    __slots__ = ("cue", "dep", "index", "pos", "reading", "root", "sentence", "tense", "tree", "verb")

    def __init__(self, reading: Reading, sentence: int, index: int) -> None:
        self.reading, self.sentence, self.index = reading, sentence, index
        self.tree = tree = reading.trees[sentence]
        self.verb = clause_verb(tree, index)
        self.tense, self.dep = tense_of(tree, self.verb), clause_dep(tree, self.verb)
        self.pos = tree.tokens[index].pos
        self.root = tense_of(tree, next((t.index for t in tree.tokens if t.dep == "ROOT"), 0))
        self.cue = cue_of(tree, index)

    @property
    def clause(self) -> str:
        """Tense, kind of clause and part of speech in one."""
        return f"{self.tense}/{self.dep}/{self.pos}"


def word_features(word: Word, backdrop: Backdrop) -> list[str]:
    """The event word itself, its tense, its clause, its place in the article."""
    tree, kind, tense = word.tree, word.pos, word.tense
    token = tree.tokens[word.index]
    lemma, head = token.lemma.lower(), tree.tokens[token.head]
    rows = lexicon.event_types().get((lemma, kind), ())
    what = rows[0].event_type if rows else "-"
    before, placing = placings(tree).get(word.index), places(tree, word.index)
    sides = f"{before.side if before else '-'}/{placing[1].side if placing else '-'}"
    quoted = word.reading.quotation_at(token.span.start) is not None
    governed = token.dep in ("pobj", "xcomp", "ccomp", "advcl", "dobj")
    return [
        f"pos={kind}",
        f"tag={token.tag}",
        f"dep={kind}/{token.dep}",
        f"lemma={lemma}/{kind}",
        f"suffix={lemma[-4:]}/{kind}",
        f"tense={tense}/{kind}",
        f"clause={word.dep}/{kind}",
        f"tense+clause={word.clause}",
        f"cue={word.cue}/{tense}",
        f"cue+clause={word.cue}/{word.dep}/{tense}",
        f"type={what}/{kind}",
        f"type+tense={what}/{tense}",
        f"type+place={what}/{backdrop.place(word.sentence)}",
        f"kind={token.tag}/{token.dep}/{word.clause}",
        f"placed={sides}/{kind}",
        f"quoted={quoted}/{kind}",
        f"negated={is_negated(tree, word.index)}/{kind}",
        f"head={head.lemma.lower()}/{token.dep}" if governed else "head=-",
        f"verb={tree.tokens[word.verb].lemma.lower()}/{tense}" if word.verb != word.index else "verb=self",
        f"place={backdrop.place(word.sentence)}/{kind}/{tense}",
        f"subject={_subject(tree, word.verb)}/{tense}",
    ]


def own_features(word: Word, attached: Sequence[Attachment], which: Attachment) -> list[str]:
    """An expression of the same sentence: how it and the word hang together, and its rivals."""
    tree, index, tense = word.tree, word.index, word.tense
    token = tree.tokens[index]
    gap = which.first - index
    far, side = sum(abs(gap) > edge for edge in NEAR), "after" if gap > 0 else "before"
    relation = relation_of(tree, index, which.governor)
    rank = sorted(attached, key=lambda a: abs(a.first - index)).index(which)
    when = when_of(which.days, word.reading.document.published)
    last = re.sub(r"\d+", "0", which.expression.text.lower().split()[-1])
    rest = sum(a is not which and relation_of(tree, index, a.governor) in ("self", "clause") for a in attached)
    inside = tree.tokens[min(index, which.first) + 1 : max(index, which.first)]
    between, events = {t.pos for t in inside}, sum((t.lemma.lower(), t.pos) in lexicon.event_types() for t in inside)
    governor, above = tree.tokens[which.governor], tense_of(tree, clause_verb(tree, which.governor))
    return [
        f"relation={relation}/{token.pos}",
        f"relation+preposition={relation}/{which.preposition}",
        f"relation+side={relation}/{side}/{far}",
        f"distance={side}/{far}/{token.pos}",
        f"rank={rank}/{side}",
        f"rank+relation={rank}/{relation}",
        f"preposition={which.preposition}/{tense}",
        f"when={when}/{tense}",
        f"when+relation={when}/{relation}/{token.pos}",
        f"fine={which.expression.granularity}/{relation}",
        f"word={last}",
        f"word+relation={last}/{relation}",
        f"rivals={rest}/{relation}",
        f"verb between={'VERB' in between}/{relation}/{side}",
        f"dep+relation={token.dep}/{relation}",
        f"clause+relation={word.dep}/{relation}",
        f"hops={_hops(tree, index, which.governor)}/{token.pos}",
        f"said={cue_of(tree, which.governor)}/{relation}/{word.cue}",
        f"events between={min(events, MOST)}/{relation}",
        f"governor={governor.pos}/{governor.dep}/{relation}",
        f"tenses={tense}/{above}/{relation}",
    ]


def earlier_features(word: Word, company: str, which: Attachment, back: int, rivals: int) -> list[str]:
    """An expression of the last sentence before this one that names a day, `back` sentences before."""
    tree, tense = word.tree, word.tense
    before = word.reading.trees[word.sentence - back]
    verb = clause_verb(before, which.governor)
    main = before.tokens[verb].dep == "ROOT"
    when = when_of(which.days, word.reading.document.published)
    return [
        f"tenses={tense}/{tense_of(before, verb)}",
        f"main={main}/{word.clause}",
        f"back={min(back, MOST + 1)}/{tense}",
        f"company={company}/{tense}",
        f"quoted={word.reading.quotation_at(tree.tokens[word.index].span.start) is not None}",
        f"when={when}/{tense}",
        f"rivals={rivals}/{tense}",
        f"root={word.root}/{word.dep}/{tense}",
        f"shares a noun={not _nouns(before).isdisjoint(_nouns(tree))}/{tense}",
        f"told there={_told(before, word)}",
        f"said={cue_of(before, which.governor)}/{word.cue}/{main}",
        f"cue={word.cue}/{tense}",
    ]


def opening_features(word: Word, company: str, opening: Opening, backdrop: Backdrop) -> list[str]:
    """The first day that the article names, in its first sentences."""
    tense = word.tense
    return [
        f"clause={tense}/{word.pos}",
        f"when={when_of(opening.days, word.reading.document.published)}/{tense}/{word.dep}",
        f"days={min(len(backdrop.days), MOST)}/{tense}",
        f"company={company}/{tense}",
        f"share={backdrop.share(opening.days)}/{tense}",
        f"root={word.root}/{word.dep}/{tense}",
        f"told there={_told(word.reading.trees[opening.sentence], word)}/{word.pos}",
        f"said={cue_of(word.reading.trees[opening.sentence], opening.attachment.governor)}/{word.cue}",
        f"place={min(word.sentence, 12) // 3}/{tense}",
        f"dateline={backdrop.dateline}/{tense}",
    ]


def publication_features(word: Word, attached: Sequence[Attachment], backdrop: Backdrop) -> list[str]:
    """The day of publication: which expressions stand beside the word, and what kind of text it is."""
    tree, tense, published = word.tree, word.tense, word.reading.document.published
    same = any(a.days == published for a in attached)
    company = f"{min(len(attached), 2)}/{same}/{has_own(word, attached)}"
    others = {relation_of(tree, word.index, a.governor) for a in attached if a.days != published}
    first = when_of(backdrop.opening.days, published) if backdrop.opening else "-"
    return [
        f"company={company}",
        f"company+tense={company}/{tense}",
        f"company+dep={company}/{tree.tokens[word.index].dep}",
        *(f"other={relation}/{tense}" for relation in sorted(others)),
        f"length={backdrop.length}/{tense}",
        f"today={backdrop.today}/{tense}/{word.pos}",
        f"today+lead={backdrop.today}/{backdrop.place(word.sentence)}/{tense}/{word.dep}",
        f"told in={backdrop.tense}/{tense}",
        f"dateline={backdrop.dateline}/{tense}/{word.pos}",
        f"opening={first}/{tense}/{word.dep}",
        f"root={word.root}/{word.dep}/{tense}",
        f"days={min(len(backdrop.days), MOST)}/{tense}",
    ]


def company_of(word: Word, attached: Sequence[Attachment]) -> str:
    """Whether its sentence names days, and whether one hangs on its own clause."""
    return f"{bool(attached)}/{has_own(word, attached)}"


def has_own(word: Word, attached: Sequence[Attachment]) -> bool:
    """Whether one of these expressions hangs on the word or in its clause."""
    return any(relation_of(word.tree, word.index, a.governor) in ("self", "clause") for a in attached)


def relation_of(tree: Tree, index: int, governor: int) -> str:
    """How an event word and the word an expression hangs on are related in the tree."""
    if governor == index:
        return "self"
    if clause_verb(tree, index) == clause_verb(tree, governor):
        return "clause"
    if governor in tree.ancestors(index):
        return "above"
    return "below" if index in tree.ancestors(governor) else "apart"


def cue_of(tree: Tree, index: int) -> str:
    """What kind of saying or thinking a word tells of; "-" for none."""
    token = tree.tokens[index]
    cue = lexicon.cues().get((token.lemma.lower(), "VERB" if token.pos == "VERB" else "NOUN"))
    return cue.kind if cue is not None else "-"


def when_of(days: Interval | None, published: Interval | None) -> str:
    """Where days lie as seen from publication: today, past or future, within a week or further."""
    if days is None or published is None or days.start is None or published.start is None:
        return "?"
    if days == published:
        return "today"
    apart = days.start - published.start
    return ("past" if apart < 0 else "future") + ("/week" if abs(apart) <= 7 else "")


def _subject(tree: Tree, verb: int) -> str:
    found = tree.children(verb, "nsubj", "nsubjpass")
    return tree.tokens[found[0]].entity or tree.tokens[found[0]].pos if found else "-"


def _hops(tree: Tree, index: int, governor: int) -> int:
    """Steps through the tree from one word to the other, 6 for more."""
    up = {index: 0} | {a: n for n, a in enumerate(tree.ancestors(index), 1)}
    other = {governor: 0} | {a: n for n, a in enumerate(tree.ancestors(governor), 1)}
    return min([6, *(up[a] + other[a] for a in up.keys() & other.keys())])


def _nouns(tree: Tree) -> set[str]:
    return {t.lemma.lower() for t in tree.tokens if t.pos in ("NOUN", "PROPN")}


def _told(tree: Tree, word: Word) -> bool:
    """Whether a sentence has the very word."""
    lemma = word.tree.tokens[word.index].lemma.lower()
    return any(t.lemma.lower() == lemma for t in tree.tokens)
