"""Tense of the clause around an expression, and whether it stands in reported speech, from the words nearby.

Cheap on purpose: the same answer must come from every command, so no parser is asked. The nearest cue to the left
within the sentence decides, else the nearest to the right.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence

from pipeline.model import Tense
from pipeline.settings.timex import TENSE_REACH
from pipeline.timex.recognition.lexer import Token, normal
from pipeline.timex.recognition.lexicon import words_of
from pipeline.timex.recognition.summons import lies_ahead
from pipeline.timex.recognition.tense_cues import clause_words, leads, negated_ability, reporting, tense_of
from pipeline.timex.recognition.verb_forms import (
    describes,
    has_been,
    is_arranged,
    is_bidden,
    is_equated,
    is_made_to,
    is_month,
    is_most,
    is_over,
    is_seeming,
    is_surname,
    reaches_back,
    was_to_come,
)
from pipeline.timex.recognition.vocabulary import Vocabulary

_MAY_END = {"paragraph", "other"}
_STOPS = {"?", "!", ";"}
_QUOTES = {'"', "“", "”", "«", "»"}

_BEFORE_A_LIMIT: dict[Tense, Tense] = {"past": "none", "present": "future"}
"""After "until" or "by": the tense of the verb -> where the limit lies."""

SINCE_REACH = 3
"""Words of a noun phrase between "since" and the preposition of a date: since his second arrest in January."""


class Surroundings:
    """The tokens of one document, with their characters, and what can be said of the words around a place."""

    def __init__(self, tokens: Sequence[Token], vocabulary: Vocabulary, *, message: bool = False) -> None:
        self.tokens = tokens
        self.message = message
        self.classes = vocabulary.encode(tokens)
        self._reach = round(TENSE_REACH.number)
        ends = self._ends_clause if message else self._ends_sentence
        self._stops = [i for i, token in enumerate(tokens) if token.kind in _MAY_END and ends(i)]
        """The tokens that end a sentence, or in a message a clause."""

    def tense(self, start: int, end: int) -> Tense:
        """Tense of the clause that holds tokens `start`..`end`."""
        before = self.tokens[start - 1].lower if start else ""
        lead = leads().get(before)
        if reaches_back(self.tokens, start):
            return "past"
        if lead == "future" and start > 1 and self.tokens[start - 2].lower in words_of("LONG_GONE"):
            # "As recently as February" and "as far back as May" look back, "as early as May" ahead.
            return "past"
        if lead is not None and lead != "none":
            return "past" if lead == "future" and is_over(self.tokens, start - 1) else lead
        told = self._by_what_follows(start, end) or self._by_what_precedes(start, before)
        told = told or self._by_the_verb_before(start, before)
        if told is not None:
            return told
        for index in self._rightward(end):
            found = self._tense_at(index)
            if found != "none":
                # "On Friday he planned to leave": what follows tells when he planned, not when he left.
                planned = found == "future" and self.tokens[index].lower.endswith("ed")
                return "past" if planned else self._perfect(index, found)
        return "none"

    def _by_the_verb_before(self, start: int, before: str) -> Tense | None:
        """The tense of the nearest verb in front; None where there is none that tells one."""
        for index in () if self._opens_clause(start) else self._leftward(start):
            found = self._perfect(index, self._tense_at(index, before))
            if found == "none":
                continue
            if found == "past" and is_bidden(self.tokens, index, start):
                # "Summoned him to testify on Feb. 10": the date is of what he is to do, as likely as not ahead.
                return "none"
            if before in words_of("LIMIT") and (
                has_been(self.tokens, index) or self.tokens[index].lower in words_of("GIVES_TIME")
            ):
                # "Talks have been put off until Friday", "it gave him until Friday": the time still runs.
                return "future"
            if before in leads() and found in _BEFORE_A_LIMIT:
                # "It has until Tuesday to sign": a limit set in the present lies ahead.
                return _BEFORE_A_LIMIT[found]
            return "future" if found == "present" and self._is_awaited(index, start) else found
        # "The road stays shut until Friday": no verb of the past in front, so the limit is still to come.
        first = start < 2 or self._ends_sentence(start - 2) or self.tokens[start - 2].lower in words_of("NEGATION")
        limited = before in words_of("LIMIT") and not first
        return "future" if limited else None

    def _by_what_follows(self, start: int, end: int) -> Tense | None:
        """The tense where the word right after the expression settles it."""
        if end >= len(self.tokens):
            return None
        if self.tokens[end].kind == "possessive":
            # "Wednesday's ruling" is named by its day; the verb of the sentence says nothing of it.
            return "none"
        # "Saturday is the anniversary" says of the time itself what it is.
        opens = start == 0 or self._ends_sentence(start - 1)
        return "future" if opens and self.tokens[end].lower in words_of("EQUATES") else None

    def _by_what_precedes(self, start: int, before: str) -> Tense | None:
        """The tense where the words in front settle it."""
        if before == "in" and is_most(self.tokens, self._leftward(start), self._tense_at):
            # "Its driest summer in half a century" says since when, not in how long.
            return "none"
        if self._is_since(start):
            # "Held since their arrest in January": what something has lasted since is over.
            return "past"
        return "future" if lies_ahead(self.tokens, start) or is_equated(self.tokens, start) else None

    def _is_since(self, start: int) -> bool:
        """Whether "since" and a noun with its article or owner stand in front, and nothing else between."""
        words = [self.tokens[i].lower for i in self._leftward(start)][: SINCE_REACH + 2]
        if "since" not in words:
            return False
        phrase = words[: words.index("since")][::-1]
        return bool(phrase) and phrase[0] in words_of("DETERMINER") and "," not in phrase

    def _opens_clause(self, start: int) -> bool:
        """Whether a clause after "that" begins here: "he said that before Sunday he would leave"."""
        if start < 2:
            return False
        joins, leads_in = self.tokens[start - 2].lower, self.tokens[start - 1].lower
        return joins in words_of("COMPLEMENTIZER") and leads_in in words_of("FRAME") | words_of("AFTER")

    def _tense_at(self, index: int, lead: str = "") -> Tense:
        if is_month(self.tokens, index) or is_surname(self.tokens, index):
            return "none"
        following = self.tokens[index + 1].lower if index + 1 < len(self.tokens) else ""
        previous = normal(self.tokens[index - 1].lower) if index else ""
        found = tense_of(self.tokens[index], following, previous, lead)
        if found == "future" and (is_over(self.tokens, index) or self._could_not(index)):
            return "past"
        if found == "future" and (is_made_to(self.tokens, index) or is_seeming(self.tokens, index)):
            return "none"
        if found == "past" and describes(self.tokens, index):
            return "none"
        if found == "past" and self._verb_in_front(index) in words_of("CARRIES_TENSE"):
            # "Will be paid", "is held", "will also shut": the participle, or bare verb, does not carry the tense.
            return "none"
        return found

    def _verb_in_front(self, index: int) -> str:
        """The word before the one at `index`, a "not" or an adverb left out."""
        words = [normal(token.lower) for token in self.tokens[max(0, index - 3) : index]][::-1]
        beside = words_of("NEGATION") | words_of("BESIDE_VERB")
        return next((w for w in words if w not in beside and not w.endswith("ly")), "")

    def _is_awaited(self, index: int, start: int) -> bool:
        """Whether the verb at `index` and the date stand in a clause of what is to come: "when it is heard in May"."""
        if any(token.lower == "," for token in self.tokens[index:start]):
            return False
        clause = itertools.takewhile(lambda i: self.tokens[i].lower != ",", self._leftward(index))
        return any(self.tokens[i].lower in words_of("AWAITS") for i in clause)

    def _could_not(self, index: int) -> bool:
        """Whether "could not", or "none could", governs the verb at `index`: news tells so of what was tried."""
        could, negations = negated_ability()
        places = [i for i in range(max(0, index - 3), index + 1) if normal(self.tokens[i].lower) in could]
        if not places:
            return False
        verb = normal(self.tokens[places[-1]].lower)
        around = {token.lower for token in self.tokens[places[-1] + 1 : index]}
        before = {self.tokens[i].lower for i in self._leftward(places[-1])}
        return verb.endswith("n't") or bool(negations & (around | before))

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
            return "future" if was_to_come(self.tokens, index) else found
        if found != "present":
            return found
        if following.lower == "to" or is_arranged(self.tokens, index + 1):
            return "future"
        has = self.tokens[index].lower in {"has", "have"}
        done = tense_of(following) == "past" or following.lower in words_of("PARTICIPLE")
        return "past" if has and done else found

    def _leftward(self, start: int) -> range:
        place = bisect_left(self._stops, start)
        stop = self._stops[place - 1] + 1 if place else 0
        return range(start - 1, max(stop, start - self._reach) - 1, -1)

    def _rightward(self, end: int) -> range:
        place = bisect_left(self._stops, end)
        stop = self._stops[place] if place < len(self._stops) else len(self.tokens)
        return range(end, min(stop, end + self._reach))

    def _ends_clause(self, index: int) -> bool:
        # A message runs its sentences together: "havent seen u for weeks, u free fri".
        return self.tokens[index].lower == "," or self._ends_sentence(index)

    def _ends_sentence(self, index: int) -> bool:
        token = self.tokens[index]
        if token.kind == "paragraph" or token.lower in _STOPS:
            return True
        if token.lower != "." or index + 1 >= len(self.tokens):
            return False
        following = self.tokens[index + 1]
        if following.lower in _QUOTES and following.start == token.end and index + 2 < len(self.tokens):
            # He said: "By Easter." The ministry ...
            token, following = following, self.tokens[index + 2]
        if not (self.message or following.capital or following.lower in _QUOTES or following.kind == "number"):
            return False
        # "Nov. 28", "J. Smith" and "Roe vs. Wade" do not end a sentence.
        previous = self.tokens[index - 1] if index else token
        short = len(previous.lower) < 2 or (len(previous.lower) < 4 and previous.capital)
        short = short or previous.lower in words_of("SHORTENED")
        return following.start > token.end and not (short and previous.kind == "word")
