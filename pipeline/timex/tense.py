"""Tense of the clause around an expression, and whether it stands in reported speech, from the words nearby.

Cheap on purpose: the same answer must come from every command, so no parser is asked. The nearest cue to the left
within the sentence decides, else the nearest to the right.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Sequence

from pipeline.model import Tense
from pipeline.resources import Row, split, table
from pipeline.settings.timex import TENSE_REACH
from pipeline.timex.lexer import Token
from pipeline.timex.lexicon import meanings
from pipeline.timex.vocabulary import Vocabulary

_STOPS = {"?", "!", ";"}
_QUOTES = {'"', "“", "”", "«", "»"}


_BEFORE_A_LIMIT: dict[Tense, Tense] = {"past": "none", "present": "future"}
"""After "until" or "by": the tense of the verb -> where the limit lies."""
TENSES: tuple[str, ...] = ("en/time_tense.csv", "ru/time_tense.csv", "be/time_tense.csv", "uk/time_tense.csv")


class TenseCue(Row):
    """A word, or an -ending, that tells the tense of its clause; `none` marks words that only look like a past form."""

    word: str
    tense: Tense
    needs: str = ""
    """Words of which one must follow, `|` between them: "plans to", but not "his plans"."""
    unless: str = ""
    """Words of which none may stand before: "they meet on Friday", but not "they did not meet on Friday"."""
    example: str = ""
    counterexample: str = ""


class Lead(Row):
    """A word that, directly before an expression, overrules the verb: "as early as Tuesday" looks ahead."""

    word: str
    tense: Tense
    example: str = ""
    counterexample: str = ""


class ReportingVerb(Row):
    """A verb whose complement is reported speech or thought."""

    word: str
    example: str = ""
    counterexample: str = ""


@functools.cache
def cues() -> dict[str, tuple[Tense, frozenset[str], frozenset[str]]]:
    """Word -> its tense, the words of which one must follow (none: any may), and those that may not stand before."""
    return {
        row.word: (row.tense, frozenset(split(row.needs)), frozenset(split(row.unless)))
        for name in TENSES
        for row in table(f"lexicons/{name}", TenseCue)
    }


@functools.cache
def leads() -> dict[str, Tense]:
    """Word directly before an expression -> tense; `none` leaves it to nearness."""
    return {row.word: row.tense for row in table("lexicons/en/time_leads.csv", Lead)}


@functools.cache
def cues_before_infinitive() -> frozenset[str]:
    """Past forms that look ahead before an infinitive: "was to lead"."""
    return frozenset(word for symbol, word in meanings() if symbol == "WAS")


@functools.cache
def clause_words() -> tuple[frozenset[str], frozenset[str]]:
    """Conjunctions that join main clauses, and subject pronouns."""
    return (
        frozenset(word for symbol, word in meanings() if symbol == "CONJUNCTION"),
        frozenset(word for symbol, word in meanings() if symbol == "SUBJECT"),
    )


@functools.cache
def reporting() -> frozenset[str]:
    """Verbs of saying and thinking, every form."""
    return frozenset(row.word for row in table("lexicons/en/time_reporting.csv", ReportingVerb))


def tense_of(word: Token, following: str = "", previous: str = "") -> Tense:
    """Tense that a word suggests, given its neighbours; regular past forms are recognised by their ending."""
    known = cues().get(word.lower.replace("’", "'"))
    if known is not None:
        tense, needs, unless = known
        return tense if (not needs or following in needs) and previous not in unless else "none"
    if word.kind == "word" and not word.capital and len(word.lower) > 4:
        known = (
            cues().get("-" + word.lower[-2:]) or cues().get("-" + word.lower[-3:]) or cues().get("-" + word.lower[-4:])
        )
    return known[0] if known else "none"


class Surroundings:
    """The tokens of one document, with their characters, and what can be said of the words around a place."""

    def __init__(self, tokens: Sequence[Token], vocabulary: Vocabulary) -> None:
        self.tokens = tokens
        self.classes = vocabulary.encode(tokens)
        self._reach = round(TENSE_REACH.number)

    def tense(self, start: int, end: int) -> Tense:
        """Tense of the clause that holds tokens `start`..`end`."""
        lead = leads().get(self.tokens[start - 1].lower) if start else None
        if lead is not None and lead != "none":
            return lead
        if end < len(self.tokens) and self.tokens[end].kind == "possessive":
            # "Wednesday's ruling" is named by its day; the verb of the sentence says nothing of it.
            return "none"
        for index in self._leftward(start):
            found = self._tense_at(index)
            if found != "none":
                found = self._perfect(index, found)
                if lead is not None and found in _BEFORE_A_LIMIT:
                    # "It has until Tuesday to sign": a limit set in the present lies ahead.
                    return _BEFORE_A_LIMIT[found]
                return found
        for index in self._rightward(end):
            found = self._tense_at(index)
            if found != "none":
                # "On Friday he planned to leave": what follows tells when he planned, not when he left.
                planned = found == "future" and self.tokens[index].lower.endswith("ed")
                return "past" if planned else self._perfect(index, found)
        return "none"

    def _tense_at(self, index: int) -> Tense:
        following = self.tokens[index + 1].lower if index + 1 < len(self.tokens) else ""
        previous = self.tokens[index - 1].lower.replace("’", "'") if index else ""
        found = tense_of(self.tokens[index], following, previous)
        window = [token.lower for token in self.tokens[max(0, index - 4) : index]]
        if found == "future" and ("had", "been") in itertools.pairwise(window):
            # "It had been due to expire on Friday": what was ahead then is over, or off, now.
            return "past"
        if found == "past" and previous in {"be", "to", "being"}:
            # "will be paid", "to be completed": the participle is not the verb that carries the tense.
            return "none"
        return found

    def main_line(self, start: int) -> bool:
        """False when the expression stands in the complement of a verb of saying: "he said they had met on Monday".

        "He said on Monday that they had met" keeps Monday in the main line: no other verb stands between.
        """
        verb_between = False
        for index in self._leftward(start):
            token = self.tokens[index]
            if verb_between and self._joins_clause(index):
                # "He said it was over, and he called the vote of May 3 fair": a clause beside what was said.
                return True
            if token.lower in reporting():
                return not verb_between
            verb_between = verb_between or tense_of(token) != "none"
        return True

    def _joins_clause(self, index: int) -> bool:
        """Whether a comma, a conjunction and a subject pronoun start a clause at `index`."""
        if index + 1 >= len(self.tokens) or not index or self.tokens[index - 1].lower != ",":
            return False
        joins, subjects = clause_words()
        return self.tokens[index].lower in joins and self.tokens[index + 1].lower in subjects

    def _perfect(self, index: int, found: Tense) -> Tense:
        # "has met" is past, "is to meet" and "is meeting" are not; only the word after the auxiliary tells.
        if index + 1 >= len(self.tokens):
            return found
        following = self.tokens[index + 1]
        if found == "past":
            return "future" if self._future_in_past(index) else found
        if found != "present":
            return found
        if following.lower == "to":
            return "future"
        has = self.tokens[index].lower in {"has", "have"}
        return "past" if has and tense_of(following) == "past" else found

    def _future_in_past(self, index: int) -> bool:
        """Whether "was" or "were" at `index` opens "was to lead", "was due to lead"."""
        if self.tokens[index].lower not in cues_before_infinitive():
            return False
        following = self.tokens[index + 1].lower
        after = self.tokens[index + 2].lower if index + 2 < len(self.tokens) else ""
        return following == "to" or (after == "to" and tense_of(self.tokens[index + 1], after) == "future")

    def _leftward(self, start: int) -> range:
        stop = start
        while stop > 0 and start - stop < self._reach and not self._ends_sentence(stop - 1):
            stop -= 1
        return range(start - 1, stop - 1, -1)

    def _rightward(self, end: int) -> range:
        stop = end
        while stop < len(self.tokens) and stop - end < self._reach and not self._ends_sentence(stop):
            stop += 1
        return range(end, stop)

    def _ends_sentence(self, index: int) -> bool:
        token = self.tokens[index]
        if token.kind == "paragraph" or token.lower in _STOPS:
            return True
        if token.lower != "." or index + 1 >= len(self.tokens):
            return False
        following = self.tokens[index + 1]
        if not (following.capital or following.lower in _QUOTES or following.kind == "number"):
            return False
        # "Nov. 28" and "J. Smith" do not end a sentence.
        previous = self.tokens[index - 1] if index else token
        short = len(previous.lower) < 2 or (len(previous.lower) < 4 and previous.capital)
        return following.start > token.end and not short
