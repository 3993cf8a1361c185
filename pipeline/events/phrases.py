"""The words of a phrase as a headline writes them: no asides, no dates, names for pronouns, heads for relatives."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.events import lexicon
from pipeline.events.ahead import thanked
from pipeline.events.apposition import is_person_noun, name_beside
from pipeline.events.kinds import kind_of
from pipeline.events.names import ENTITY_KINDS, country_codes, country_of
from pipeline.events.reading import Reading
from pipeline.events.syntax import NOUNS, Tree, clause_dep, is_negation
from pipeline.events.taken_up import taken_up
from pipeline.events.wording import ARTICLES, possessive, surname

LEFT_OUT = frozenset({"relcl", "advcl", "parataxis", "appos", "meta", "intj"})
CLOSED = frozenset({"pcomp", "ccomp", "relcl", "advcl", "csubj"})
FREE = frozenset({"prep", "acl", "advmod", "npadvmod"})
"""What a long phrase can do without."""
RELATIVE = frozenset({"WDT", "WP", "WP$"})
DATES = frozenset({"DATE", "TIME", "SET"})
SPANNING = frozenset({"after", "before", "in", "within", "during", "since", "until"})
UNNAMED = "*"
"""Stands among the names of a subject that has none, by itself and with its token: its, their are then its own."""
LONG = 4
"""Words from which on a description is too long to own something in a title."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the phrases of one sentence."""

    reading: Reading
    sentence: int
    nested: bool = False
    """Whether this already writes for a pronoun: the pronouns inside then stay."""

    @property
    def tree(self) -> Tree:
        """The sentence's tree."""
        return self.reading.trees[self.sentence]

    def phrase(self, head: int, own: frozenset[str] = frozenset(), without: frozenset[int] = frozenset()) -> str:
        """The words below a head; pronouns give way to names unless they mean one of `own`."""
        keep = self._kept(head, without)
        tokens, words, last = self.tree.tokens, "", -1
        for index in keep:
            if self._within_latinised(index):
                continue
            between = self.reading.document.text[tokens[last].span.end : tokens[index].span.start]
            close = last == index - 1 and last >= 0 and not between
            words += ("" if close else " ") + self.shown(index, own | self._subjects_of(index, keep))
            last = index
        return words.strip()

    def _subjects_of(self, index: int, kept: Sequence[int]) -> frozenset[str]:
        """Who the subjects in the phrase are of the clauses that a pronoun stands in: hit his son, not hit X's son."""
        if self.tree.tokens[index].pos != "PRON":
            return frozenset()
        heads = [s for a in self.tree.ancestors(index) for s in self.tree.children(a, "nsubj", "nsubjpass")]
        heads = [s for s in heads if s in kept and s < index]
        blamed = thanked(self.tree, index)
        heads += [] if blamed is None else [blamed]  # Thanked her for her visit.
        named = frozenset(n for s in heads for n in self.reading.who(self.sentence, s))
        return named | frozenset(f"{UNNAMED}{s}" for s in heads)

    def _latinised(self, index: int) -> str:
        """The canonical name of an actor whom the text writes in another alphabet."""
        here = self.reading.names.at.get((self.sentence, index))
        foreign = any(c > "\u024f" and c.isalpha() for c in self.tree.tokens[index].text)
        return here.name if here is not None and here.actor_id and foreign else ""

    def _within_latinised(self, index: int) -> bool:
        here = self.reading.names.at.get((self.sentence, index))
        return here is not None and index > here.first and bool(self._latinised(index))

    def fitting(self, head: int, own: frozenset[str], room: int, *, without: frozenset[int] = frozenset()) -> str:
        """The phrase; while it is longer than `room` its last free phrases go, innermost first."""
        gone = without
        words = self.phrase(head, own, gone)
        while len(words) > room:
            kept = self._kept(head, gone)
            free = [i for i in kept if i != head and self._is_free(i, head)]
            if not free:
                break
            ends = {i: max(set(self.tree.subtree(i)).intersection(kept)) for i in free}
            gone |= {max(free, key=lambda i: (ends[i], i))}
            words = self.phrase(head, own, gone)
        return words

    def _is_free(self, index: int, head: int) -> bool:
        """Whether the phrase can do without it; of a clause inside the phrase nothing goes but the whole."""
        tree, tokens = self.tree, self.tree.tokens
        if tokens[index].dep not in FREE or tokens[index].entity or tokens[index - 1].text == "-":
            return False
        if is_negation(tree, index) or self._is_told_by(index) or self._is_bound(index):
            return False
        for above in tree.ancestors(index):
            if above == head:
                return True
            if tokens[above].dep in CLOSED and tree.children(above, "nsubj", "nsubjpass"):
                return False
            if tokens[above].dep == "acl" and len([c for c in tree.below[above] if c > above]) < 2:
                return False
        return True

    def _is_bound(self, index: int) -> bool:
        """The aim of it, dozens of them, outside of it: the word before says little alone."""
        tree, token = self.tree, self.tree.tokens[index]
        above = tree.tokens[token.head]
        word = token.text.lower()
        needed = (word == "of" and above.pos in NOUNS) or (word == "as" and above.pos == "VERB")
        return token.dep == "prep" and (above.pos == "ADV" or needed)

    def _is_told_by(self, index: int) -> bool:
        """A move seen as a threat: without its clause the noun says nothing."""
        token = self.tree.tokens[index]
        return token.dep == "acl" and self.tree.tokens[token.head].lemma in lexicon.title_words("vacuous")

    def noun(self, head: int, own: frozenset[str] = frozenset(), without: frozenset[int] = frozenset()) -> str:
        """The noun phrase of a head without its article."""
        return ARTICLES.sub("", self.phrase(head, own, without))

    def _kept(self, head: int, without: frozenset[int]) -> list[int]:
        tree, keep, stack = self.tree, [], [head]
        while stack:
            at = stack.pop()
            if at in without:
                continue
            aside = self.is_date(at) or self._runs_on(at) or self._lists(at) or self._only_dates(at)
            if at != head and not is_negation(tree, at) and aside:
                continue
            if (name := name_beside(tree, self.reading.names, self.sentence, at)) is not None:
                stack.append(name)
                continue
            keep.append(at)
            stack += [c for c in self._below(at) if clause_dep(tree, c) not in LEFT_OUT or is_negation(tree, c)]
        keep.sort()
        while len(keep) > 1 and keep[0] != head and tree.tokens[keep[0]].pos in ("PUNCT", "CCONJ"):
            keep.pop(0)
        while (
            len(keep) > 1
            and tree.tokens[keep[-1]].dep not in ("prt", "pobj")
            and (tree.tokens[keep[-1]].pos in ("ADP", "PUNCT", "CCONJ", "SCONJ", "DET"))
        ):
            keep.pop()
        return keep

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

    def _only_dates(self, index: int) -> bool:
        """Released on Monday: of a video it says no more than the day."""
        tree, token = self.tree, self.tree.tokens[index]
        if token.dep != "acl" or token.tag != "VBN" or kind_of(tree, index).event_type != "STATEMENT":
            return False
        below = [c for c in tree.below[index] if tree.tokens[c].pos != "PUNCT"]
        return bool(below) and all(self.is_date(c) for c in below)

    def _lists(self, index: int) -> bool:
        """Examples of what has been named: including two Poles."""
        return self.tree.tokens[index].dep == "prep" and self.tree.tokens[index].text.lower() == "including"

    def _runs_on(self, index: int) -> bool:
        """A second clause coordinated with the first, and the word that ties it on."""
        tree, token = self.tree, self.tree.tokens[index]
        if token.dep == "conj":
            return token.pos in ("VERB", "AUX") and tree.tokens[token.head].pos in ("VERB", "AUX")
        if token.dep not in ("cc", "punct") or tree.tokens[token.head].pos not in ("VERB", "AUX"):
            return False
        later = [c for c in tree.children(token.head, "conj") if c > index]
        return bool(later) and tree.tokens[later[0]].pos in ("VERB", "AUX") and index > token.head

    def is_date(self, index: int) -> bool:
        """A temporal expression or the preposition before one; a span after "to" or "of" stays (ten years of it)."""
        tree, token = self.tree, self.tree.tokens[index]
        if index + 1 < len(tree.tokens) and tree.tokens[index + 1].text == "-":
            return False  # The then-candidate.
        if token.dep == "prep":
            objects = tree.children(index, "pobj", "pcomp")
            types = DATES | {"DURATION"} if token.text.lower() in SPANNING else DATES
            return bool(objects) and token.text.lower() != "to" and self._times(objects[0], types)
        return token.dep in ("poss", "npadvmod", "advmod", "dep") and self._times(
            index, DATES | {"DURATION"} if token.dep in ("npadvmod", "dep") else DATES
        )

    def is_time(self, index: int) -> bool:
        """Whether a temporal expression covers the token."""
        return self._times(index, DATES | {"DURATION"})

    def _times(self, index: int, types: frozenset[str]) -> bool:
        span = self.tree.tokens[index].span
        expressions = self.reading.expressions
        # Expressions stand in order and do not overlap: only the first that ends after the token's start can hold it.
        nearest = bisect_right(expressions, span.start, key=lambda e: e.span.end)
        return any(e.type in types and e.span.overlaps(span) for e in expressions[nearest : nearest + 1])

    def shown(self, index: int, own: frozenset[str]) -> str:  # noqa: PLR0911  # a list of cases
        """A token as the headline has it."""
        token = self.tree.tokens[index]
        if name := self._latinised(index):
            return name
        if (ahead := self.reading.referents.introduced.get((self.sentence, index))) is not None:
            return ahead.name
        if token.tag in RELATIVE and (head := self.relative_head(index)) is not None:
            return self._for_relative(index, head)
        if token.pos != "PRON" or token.tag not in ("PRP", "PRP$") or token.text.lower().endswith(("self", "selves")):
            return self._cased(index)
        names = self.reading.who(self.sentence, index)
        if token.text.lower() == "it" and UNNAMED in own and not self._are_several(own):
            return "it"
        if set(names) & own or (token.text.lower() in ("its", "their") and UNNAMED in own):
            return token.text.lower()
        if not names and self.nested:
            return self._cased(index)
        if not names:
            return self._for_unnamed(index, own) or taken_up(self, index) or self._cased(index)
        people = [name if name.lower() in country_codes() or " " not in name else surname(name) for name in names[:2]]
        return " and ".join([*people[:-1], possessive(people[-1])]) if token.tag == "PRP$" else " and ".join(people)

    def _are_several(self, own: frozenset[str]) -> bool:
        """Whether the subjects without a name are plural nouns: no "it" means them."""
        heads = [int(number) for name in own if (number := name.removeprefix(UNNAMED)).isdigit()]
        return bool(heads) and all(self.tree.tokens[i].tag in ("NNS", "NNPS") for i in heads)

    def _cased(self, index: int) -> str:
        """The word; a capital that only opens the sentence goes."""
        token = self.tree.tokens[index]
        opens = all(t.pos == "PUNCT" for t in self.tree.tokens[:index])
        plain = (
            opens
            and token.pos != "PROPN"
            and token.entity not in ENTITY_KINDS
            and not token.text[1:].strip("abcdefghijklmnopqrstuvwxyz-’'")
        )
        plain = plain and country_of(token.text) is None
        if self.tree.shouts:
            name = token.pos == "PROPN" or token.entity in ENTITY_KINDS
            return token.text.capitalize() if name else token.text.lower()
        return token.text.lower() if plain else token.text

    def _for_unnamed(self, index: int, own: frozenset[str]) -> str:
        """The noun phrase of the unnamed person that a he or she means."""
        where = self.reading.referents.described_by.get((self.sentence, index))
        if where is None:
            return ""
        if where[0] == self.sentence and f"{UNNAMED}{where[1]}" in own:
            return self.tree.tokens[index].text.lower()
        words = Writer(self.reading, where[0], nested=True).phrase(where[1], own)
        if words.split()[0].lower() not in ("his", "her"):
            words = ARTICLES.sub("", words)
        if self.tree.tokens[index].tag != "PRP$":
            return words
        return possessive(words) if words.count(" ") < LONG else self.tree.tokens[index].text.lower()

    def _for_relative(self, index: int, head: int) -> str:
        if self.tree.tokens[head].lemma == "time" or self.is_time(head):
            return self.tree.tokens[index].text
        names = self.reading.who(self.sentence, index)
        words = names[0] if len(names) == 1 else f"{names[0]} and others" if len(names) > 2 else self.noun(head)
        return possessive(words) if self.tree.tokens[index].tag == "WP$" else words

    def relative_head(self, pronoun: int) -> int | None:
        """The noun that a relative pronoun means; who and whom mean no thing."""
        tree = self.tree
        verb = next((a for a in tree.ancestors(pronoun) if tree.tokens[a].dep == "relcl"), None)
        head = tree.tokens[verb].head if verb is not None else None
        if head is not None and tree.tokens[pronoun].text.lower() == "whom" and self._is_thing(head):
            return None
        return head if head is not None and tree.tokens[head].pos in NOUNS and head < pronoun else None

    def _is_thing(self, head: int) -> bool:
        token = self.tree.tokens[head]
        return token.tag == "NN" and not token.entity and not is_person_noun(self.tree, head)
