"""What words tell of the tense of their clause: the cues of data/lexicons, and how one word is read."""

from __future__ import annotations

import functools
from typing import Literal, NamedTuple

from pipeline.model import Tense
from pipeline.resources import Row, split, table
from pipeline.timex.recognition.lexer import Token, normal
from pipeline.timex.recognition.lexicon import words_of

_SHORTEST = 4
"""Letters of a word whose ending tells no tense: "red", "wing"."""
_WORDS_KEPT = 100_000
"""Words remembered at most; a text of random letters must not fill the memory."""
TENSES: tuple[str, ...] = ("en/time_tense.csv", "ru/time_tense.csv", "be/time_tense.csv", "uk/time_tense.csv")


class TenseCue(Row):
    """A word, or an -ending, that tells the tense of its clause; `none` marks words that only look like a past form."""

    word: str
    tense: Tense
    needs: str = ""
    """Words of which one must follow, `|` between them: "plans to", but not "his plans"."""
    unless: str = ""
    """Words of which none may stand before: "they meet on Friday", but not "they did not meet on Friday"."""
    lead: str = ""
    """Words of which one must stand right before the expression: "postponed until Monday", not "postponed Monday"."""
    subject: Literal["plural", ""] = ""
    """"plural": a plural noun or pronoun must stand right before: "talks start Friday", not "the start Friday"."""
    example: str = ""
    counterexample: str = ""


class Cue(NamedTuple):
    """A tense cue as it is looked up."""

    tense: Tense
    needs: frozenset[str]
    unless: frozenset[str]
    lead: frozenset[str]
    plural: bool


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
def cues() -> dict[str, Cue]:
    """Word -> its tense and what must stand around it."""
    return {
        row.word: Cue(
            row.tense,
            frozenset(split(row.needs)),
            frozenset(split(row.unless)),
            frozenset(split(row.lead)),
            row.subject == "plural",
        )
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
    return words_of("WAS")


@functools.cache
def negated_ability() -> tuple[frozenset[str], frozenset[str]]:
    """Past forms of ability, and words that deny: "could not be reached on Monday" tells what was tried."""
    return words_of("COULD"), words_of("NEGATION")


@functools.cache
def clause_words() -> tuple[frozenset[str], frozenset[str]]:
    """Conjunctions that join main clauses, and subject pronouns."""
    return words_of("CONJUNCTION"), words_of("SUBJECT")


@functools.cache
def reporting() -> frozenset[str]:
    """Verbs of saying and thinking, every form."""
    return frozenset(row.word for row in table("lexicons/en/time_reporting.csv", ReportingVerb))


def _is_plural(word: str) -> bool:
    """Whether a word can be a plural subject: talks, polls, they; not "was", "this"."""
    return word in clause_words()[1] or (word.endswith("s") and len(word) > 4) or word.endswith("ks")


@functools.lru_cache(_WORDS_KEPT)
def _told(lower: str, *, by_its_end: bool) -> tuple[Cue | None, Tense]:
    """The cue of a word, and the tense that its ending tells where its own cue does not."""
    ending = None
    if by_its_end and len(lower) > _SHORTEST:
        ending = cues().get("-" + lower[-2:]) or cues().get("-" + lower[-3:]) or cues().get("-" + lower[-4:])
    return cues().get(normal(lower)), ending.tense if ending else "none"


def tense_of(word: Token, following: str = "", previous: str = "", lead: str = "") -> Tense:
    """Tense that a word suggests, given its neighbours and the word before the expression; regular past forms are
    recognised by their ending."""
    known, by_its_end = _told(word.lower, by_its_end=word.kind == "word" and not word.capital)
    if known is not None and (not known.lead or lead in known.lead):
        fits = (not known.needs or following in known.needs) and previous not in known.unless
        return known.tense if fits and (not known.plural or _is_plural(previous)) else "none"
    return by_its_end
