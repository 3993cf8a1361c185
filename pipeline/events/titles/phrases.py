"""The words of a phrase as a headline writes them: no asides, no dates, names for pronouns, heads for relatives."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.events.actors.ahead import thanked
from pipeline.events.actors.apposition import name_beside
from pipeline.events.parse.negation import is_negation
from pipeline.events.parse.syntax import Tree, clause_dep
from pipeline.events.reading import Reading
from pipeline.events.titles.articles import article
from pipeline.events.titles.asides import (
    around_asides,
    hangs_over,
    is_aside,
    is_left_bare,
    without_gap_commas,
    without_lone_comma,
)
from pipeline.events.titles.bound import is_told_by
from pipeline.events.titles.days import is_named_day, of_a_day, only_dates
from pipeline.events.titles.definite import meant
from pipeline.events.titles.definite_names import goes_with
from pipeline.events.titles.fitting import Part, fitted
from pipeline.events.titles.other_noun import place_beside
from pipeline.events.titles.pronouns import is_open
from pipeline.events.titles.restrictive import goes_on, names_right_behind, restricts, says_what, says_which
from pipeline.events.titles.shown import UNNAMED, described_as, latinised, shown
from pipeline.events.titles.spoken_of import last_person
from pipeline.events.titles.turning import counts_from, turns, waits_for
from pipeline.events.titles.wording import ARTICLES, LIMIT

LEFT_OUT = frozenset({"relcl", "advcl", "parataxis", "appos", "meta", "intj"})
DATES = frozenset({"DATE", "TIME", "SET"})
LASTING = DATES | {"DURATION"}
DATING = frozenset({"prep", "poss", "npadvmod", "advmod", "dep", "oprd"})
"""Dependencies of the words that date a phrase."""
SPANNING = frozenset({"after", "before", "in", "within", "during", "since", "until"})


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the phrases of one sentence."""

    reading: Reading
    sentence: int
    nested: bool = False
    """Whether this already writes for a pronoun: the pronouns inside then stay."""
    limit: int = LIMIT
    """Characters of a line at most."""
    brief: bool = False
    """Whether people known to all go by their surname."""
    spare: bool = False
    """Whether a clause that is tied on may go even where nothing else follows the verb."""
    ending: bool = False
    """Whether a line that stays too long ends earlier, behind a word that wants nothing."""
    others: bool = False
    """Whether those without a name stand behind the names of a subject: Orlova and ten other prisoners."""
    going_on: bool = False
    """Whether a second clause stays that goes on like the first: had seized the port and burned the ships."""
    taking: bool = True
    """Whether bare definite nouns give way to what they take up."""
    retold: Mapping[tuple[int, int], str] = field(default_factory=dict, compare=False)
    """Words of a verb of the past as the present has them, by sentence and token."""
    taken: dict[tuple[int, int], tuple[str, str]] = field(default_factory=dict, compare=False)
    """(sentence, token) of such a noun -> the words that stand for it, and why; "" for none."""
    written: dict[tuple[object, ...], str] = field(default_factory=dict, compare=False)
    """Phrases written before, by all that they depend on."""
    cuts: list[int] = field(default_factory=list, compare=False)
    """Heads of the phrases that were too long and lost a part."""
    tree: Tree = field(init=False, compare=False, repr=False)
    """The sentence's, near at hand."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "tree", self.reading.trees[self.sentence])

    def phrase(self, head: int, own: frozenset[str] = frozenset(), without: frozenset[int] = frozenset()) -> str:
        """The words below a head; pronouns give way to names unless they mean one of `own`."""
        keep = self.kept(head, without)
        key = (self.sentence, keep, own, self.nested, self.brief, self.taking, tuple(self.retold))
        if key not in self.written:
            self.written[key] = self._worded(keep, own)
        return self.written[key]

    def _worded(self, keep: Sequence[int], own: frozenset[str]) -> str:
        tokens, words, last = self.tree.tokens, "", -1
        owned = of_a_day(self, keep)
        for index in keep:
            if self._within_latinised(index) or self._goes_with(index, own) or self._is_first_name(index):
                continue
            close = last == index - 1 and last >= 0 and tokens[last].span.end == tokens[index].span.start
            words += " the" if index in owned else ""
            around = own
            if tokens[index].pos == "PRON":
                around = own | self._subjects_of(index, keep) | last_person(self, index, keep)
            words += ("" if close else " ") + article(tokens, index, keep, shown(self, index, around, keep))
            last = index
        return words.strip()

    def _subjects_of(self, index: int, kept: Sequence[int]) -> frozenset[str]:
        """Who the subjects in the phrase are of the clauses that a pronoun stands in: hit his son, not hit X's son."""
        heads = [s for a in self.tree.ancestors(index) for s in self.tree.children(a, "nsubj", "nsubjpass")]
        heads = [s for s in heads if s in kept and s < index]
        blamed = thanked(self.tree, index)
        heads += [] if blamed is None else [blamed]  # Thanked her for her visit.
        named = frozenset(n for s in heads for n in self.reading.who(self.sentence, s))
        meant = self.reading.referents.described_by
        before = [s for s in kept if s < index and (self.sentence, s) in meant]
        described = {meant[self.sentence, s] for s in before}
        return named | {f"{UNNAMED}{s}" for s in heads} | {described_as(where) for where in described}

    def _goes_with(self, index: int, own: frozenset[str]) -> bool:
        """The article, or the age, of a definite noun for which other words stand."""
        head = goes_with(self.tree, index)
        return head >= 0 and bool(meant(self, head, own))

    def _is_first_name(self, index: int) -> bool:
        """A name in front of the surname of somebody known to all, where titles are to be brief."""
        here = self.reading.names.at.get((self.sentence, index)) if self.brief else None
        if here is None or here.last - here.first != 2 or here.first != index:
            return False
        return here.kind == "person" and bool(here.actor_id)

    def _within_latinised(self, index: int) -> bool:
        here = self.reading.names.at.get((self.sentence, index))
        return here is not None and index > here.first and bool(latinised(self, index))

    def fitting(self, head: int, own: frozenset[str], room: int, *, without: frozenset[int] = frozenset()) -> str:
        """The phrase; while it is longer than `room` its last free phrases go, innermost first."""
        words = self.phrase(head, own, without)
        if len(words) <= room:
            return words
        self.cuts.append(head)
        brief = replace(self, taking=False)

        def write(gone: frozenset[int], *, tight: bool) -> str:  # noqa: ARG001  # a phrase has no "that" to spare
            return brief.phrase(head, own, gone)

        return write(fitted(brief, [Part(head)], write, room, without), tight=True)

    def noun(self, head: int, own: frozenset[str] = frozenset(), without: frozenset[int] = frozenset()) -> str:
        """The noun phrase of a head without its article."""
        return ARTICLES.sub("", self.phrase(head, own, without))

    def kept(self, head: int, without: frozenset[int]) -> tuple[int, ...]:
        """The tokens of a phrase that a headline has; nothing hangs over at its ends."""
        key = self.sentence, head, self.going_on, without
        if (known := self.reading.kept.get(key)) is None:
            known = self.reading.kept[key] = tuple(self._kept(head, without))
        return known

    def _kept(self, head: int, without: frozenset[int]) -> list[int]:
        wholes = self.reading.phrases
        if (whole := wholes.get((self.sentence, head, self.going_on))) is None:
            whole = wholes[self.sentence, head, self.going_on] = self._whole(head)
        gone = {i for top in without.intersection(whole) for i in self.tree.subtree(top)}
        gone |= {c for top in without if self.tree.tokens[top].dep == "conj" for c in self._ties(top)}
        left = [i for i in whole if i not in gone]
        if gone:
            left = without_gap_commas(self.tree, [i for i in left if not is_left_bare(self.tree, i, left, gone)])
        return self._trimmed(left, head)

    def _whole(self, head: int) -> list[int]:
        tree, keep, stack = self.tree, [], [head]
        while stack:
            at = stack.pop()
            if at != head and self._is_left_out(at):
                continue
            if (name := name_beside(tree, self.reading.names, self.sentence, at)) is not None:
                stack.append(name)
                continue
            if (name := place_beside(tree, at)) is not None:
                stack.append(name)
                continue
            keep.append(at)
            commas = around_asides(tree, at)
            below = [c for c in self._below(at) if c not in commas] if commas else self._below(at)
            out = [c for c in below if clause_dep(tree, c) in LEFT_OUT]
            stack += [c for c in below if c not in out] if out else below
            stack += [c for c in out if is_negation(tree, c) or self._belongs(c) or names_right_behind(tree, at, c)]
        return without_gap_commas(tree, without_lone_comma(tree, sorted(keep), head))

    def _is_left_out(self, index: int) -> bool:
        """Whether a headline does without a word and all below it: a date, an aside that turns nothing round."""
        aside = self.is_date(index) or only_dates(self, index) or is_aside(self.tree, index, going_on=self.going_on)
        return aside and not is_negation(self.tree, index)

    def _belongs(self, verb: int) -> bool:
        """Whether a title keeps a clause below a word of its phrase, as long as there is room."""
        tree = self.tree
        dep = clause_dep(tree, verb)
        if dep == "relcl":
            return (
                says_which(tree, verb)
                or says_what(tree, verb)
                or is_told_by(tree, verb)
                or (restricts(tree, verb) and not is_open(self, verb))
            )
        return dep == "advcl" and (goes_on(tree, verb) or turns(tree, verb)) and not is_open(self, verb)

    def _trimmed(self, keep: list[int], head: int) -> list[int]:
        while len(keep) > 1 and keep[0] != head and self.tree.tokens[keep[0]].pos in ("PUNCT", "CCONJ"):
            keep.pop(0)
        while len(keep) > 1 and hangs_over(self.tree, keep[-1], head):
            keep.pop()
        return keep

    def _ties(self, second: int) -> list[int]:
        """The "and" that goes with the second of two."""
        return [c for c in self.tree.children(self.tree.tokens[second].head, "cc") if c < second]

    def _below(self, index: int) -> tuple[int, ...]:
        """The children of a token; a person known to all goes without titles in front."""
        if (self.sentence, index) in self.reading.referents.introduced:
            return ()
        here = self.reading.names.at.get((self.sentence, index))
        below = self.tree.below[index]
        if here is None or here.kind != "person" or not (here.actor_id or " " in here.name):
            return below
        titles = ("compound", "amod", "nmod", "det")
        return tuple(c for c in below if c >= here.first or self.tree.tokens[c].dep not in titles)

    def is_date(self, index: int) -> bool:
        """A temporal expression or the preposition before one; a span after "to" or "of" stays (ten years of it)."""
        tree, token = self.tree, self.tree.tokens[index]
        if token.dep not in DATING or counts_from(tree, index) or waits_for(tree, index):
            return False
        if index + 1 < len(tree.tokens) and tree.tokens[index + 1].text == "-":
            return False  # The then-candidate.
        if token.dep == "prep":
            objects = tree.children(index, "pobj", "pcomp")
            if any(is_named_day(tree, o) for o in objects):
                return False
            types = LASTING if token.text.lower() in SPANNING else DATES
            return bool(objects) and token.text.lower() != "to" and self._times(objects[0], types)
        return self._times(index, LASTING if token.dep in ("npadvmod", "dep") else DATES)

    def is_time(self, index: int, *, lasting: bool = True) -> bool:
        """Whether a temporal expression covers the token; not `lasting`, one of a day or a time alone."""
        return self._times(index, LASTING if lasting else DATES)

    def _times(self, index: int, types: frozenset[str]) -> bool:
        span = self.tree.tokens[index].span
        expressions = self.reading.expressions
        # Expressions stand in order and do not overlap: only the first that ends after the token's start can hold it.
        nearest = bisect_right(expressions, span.start, key=lambda e: e.span.end)
        return nearest < len(expressions) and (e := expressions[nearest]).type in types and e.span.overlaps(span)
