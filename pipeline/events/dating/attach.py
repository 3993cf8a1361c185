"""Where temporal expressions hang in a sentence: on which verb or noun, by which preposition."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.calendar.interval import Interval
from pipeline.events import lexicon
from pipeline.events.dating.attachment import AS_OF, BESIDE, BOUNDS, NOT_BEFORE, PERIODS, PLACES, Attachment
from pipeline.events.dating.compared import held_against, of_compared_figures, standard_above
from pipeline.events.dating.crimes import after_the_harm, of_the_crime
from pipeline.events.dating.hooks import meant_for
from pipeline.events.dating.joined import of_some_weekday, with_joined
from pipeline.events.dating.meant import MONTH, meant_days, vague_days
from pipeline.events.dating.moved import noun_named, of_the_marking, of_the_time, parted, past_the_aside, told_in_aside
from pipeline.events.dating.papers import names_behind, names_below, names_which, says_which
from pipeline.events.parse.dashes import DASHES
from pipeline.events.parse.syntax import NOUNS, Tree, clause_verb
from pipeline.events.parse.tense import tense_of
from pipeline.events.reading import Reading
from pipeline.model import TemporalExpression

UNIT = r"(?:hour|day|week|month|year)s?"
OFFSET = re.compile(rf"^(?:\w+ )?{UNIT} (?:after|before)$|^(?:hours|days|weeks|months|years)$", re.IGNORECASE)

HOUR = re.compile(r"T\d")
"""How the value of a bare hour begins."""
PLACE = 60
"""Characters that a place, or an agency in brackets, takes at most in a dateline."""
PLACE_NAME = re.compile(r"\s*[^\W\d_a-z][\w .'’/-]*,\s*")
DASH = re.compile(r"\s*(?:\([^()\n]+\)\s*)?[-–—_]{1,2}(?!\w)")


def attachments(reading: Reading, sentence: int) -> tuple[Attachment, ...]:
    """The dated expressions of a sentence, with what they hang on, in order of the text."""
    tree = reading.trees[sentence]
    inside = [e for e in reading.times_in(tree.sentence.span) if e.type in ("DATE", "TIME") or _is_stretch(e)]
    # "Days after" only says how far two events lie apart.
    inside = [e for e in inside if not OFFSET.search(e.text)]
    inside = [e for e in inside if not in_dateline(reading.document.text, e)]
    # "Now" and "current" say how things stand; a past event beside them has a day of its own, or none.
    inside = [e for e in inside if e.value != "PRESENT_REF" and not _is_hour_alone(e)]
    inside = [e for e in inside if not _recurs(tree, e)]
    found = [a for a in (_attach(reading, tree, expression) for expression in inside) if a is not None]
    # "From $5 million a year ago, when demand was strong": of that year is only the clause.
    older = [of_compared_figures(tree, a.expression) for a in found]
    found = [replace(a, governor=a.clause) if old else a for a, old in zip(found, older, strict=True)]
    found = [a for a in found if a.governor >= 0]
    return with_joined(tree, of_some_weekday(tree, parted(tree, _named_twice(reading.document.text, found))))


def _is_stretch(expression: TemporalExpression) -> bool:
    """Over the past two days: a length of time whose first and last day are known."""
    days = expression.interval
    return expression.type == "DURATION" and days is not None and days.width is not None and days.width <= MONTH


def _named_twice(text: str, found: list[Attachment]) -> list[Attachment]:
    """Weeks after May 2, the day before the vote: what explains a date hangs where that date does."""
    for at in range(1, len(found)):
        one, other = found[at - 1], found[at]
        between = text[one.expression.span.end : other.expression.span.start]
        if between.strip() == "," and one.days == other.days and other.expression.anchor == one.expression.timex_id:
            found[at] = replace(other, governor=one.governor, preposition=one.preposition, hook=one.hook)
    return found


def _recurs(tree: Tree, expression: TemporalExpression) -> bool:
    """Has been using drones for its overnight attacks: attacks of every night, and of no one night."""
    own = next((t for t in tree.tokens if t.span.overlaps(expression.span)), None)
    if own is None or own.text.lower() != "overnight" or own.dep not in ("amod", "compound"):
        return False
    told = tense_of(tree, clause_verb(tree, own.head))
    return tree.tokens[own.head].tag == "NNS" and told in ("perfect", "present", "progressive")


def _is_hour_alone(expression: TemporalExpression) -> bool:
    """At 6 a.m., with no day named near it: the hour of some day, and not of the day of publication."""
    return expression.anchor == "published" and HOUR.match(expression.local_value) is not None


def in_dateline(text: str, expression: TemporalExpression) -> bool:
    """Whether it is the day of the report: MINSK, March 14 (Reuters) - at the start of a line. No event hangs on it."""
    before = text[text.rfind("\n", 0, expression.span.start) + 1 : expression.span.start]
    after = text[expression.span.end : expression.span.end + PLACE]
    return len(before) <= PLACE and bool(PLACE_NAME.fullmatch(before)) and bool(DASH.match(after))


def _attach(reading: Reading, tree: Tree, expression: TemporalExpression) -> Attachment | None:
    own = [t.index for t in tree.tokens if t.span.overlaps(expression.span)]
    tops = [i for i in own if tree.tokens[i].head not in own or tree.tokens[i].head == i]
    if not tops:
        return None
    top = _first_of(tree, tops[0])
    if says_which(tree, top, own):
        return None
    preposition = "" if _is_possessor(tree, top) else _own_preposition(tree, own)
    at = tree.tokens[top].head
    while tree.tokens[at].pos in ("ADP", "SCONJ") and tree.tokens[at].head != at:
        preposition = preposition or (tree.tokens[at].text.lower() if at < own[-1] else "")
        at = tree.tokens[at].head
    vague = vague_days(expression, reading.document.published) if expression.value == "PAST_REF" else None
    days = vague or meant_days(expression, reading.document.published)
    days = days or vague_days(expression, reading.document.published)
    if expression.range is not None:
        # "From May 3 to May 7": either end stands for the whole.
        days, preposition = expression.range, "for" if preposition == "for" else ""
    preposition = preposition or ("for" if expression.granularity in PERIODS and _names_figures(tree, own) else "")
    clause = next((c for i in own for c in tree.children(i, "relcl", "advcl") if not _is_elsewhere(tree, c)), -1)
    clause = _clause_behind(tree, own[-1]) if clause < 0 else clause
    clause = max(_cleft(tree, at, own[-1]), told_in_aside(tree, at, own)) if clause < 0 else clause
    governor = meant_for(tree, at, own, preposition, over=_is_over(days, reading.document.published))
    if (named := max(noun_named(tree, own), of_the_time(tree, own))) >= 0:
        governor, preposition = named, ""
    governor = past_the_aside(tree, governor, own)
    governor = of_the_marking(tree, governor, own, year=expression.local_value[:1].isdecimal())
    governor = of_the_crime(tree, governor, own, days, reading.document.published)
    if governor < 0:
        return None
    named = not preposition and (names_which(tree, governor, own[0]) or names_below(tree, governor, own))
    named = named or (preposition == "of" and names_behind(tree, governor))
    word = governor if named else _event_word(tree, governor)
    word = after_the_harm(tree, word, days, reading.document.published)
    return Attachment(expression, word, preposition, tree.tokens[governor].text, own[0], days, clause)


def _first_of(tree: Tree, index: int) -> int:
    """In May and June: the second hangs where the first does."""
    token = tree.tokens[index]
    while token.dep == "conj" and tree.tokens[token.head].entity == "DATE" and token.entity == "DATE":
        token = tree.tokens[token.head]
    return token.index


def _clause_behind(tree: Tree, last: int) -> int:
    """The verb of a "when" clause right behind an expression, wherever the parser hangs it; else -1."""
    behind = [t for t in tree.tokens[last + 1 : last + 3] if t.text not in (",", "-", *DASHES)][:1]
    verb = tree.tokens[behind[0].head] if behind and behind[0].text.lower() == "when" else None
    return verb.index if verb is not None and verb.dep in ("advcl", "relcl") else -1


def _cleft(tree: Tree, verb: int, last: int) -> int:
    """It was on May 2 that she left: the verb of the clause; else -1."""
    if tree.tokens[verb].lemma.lower() != "be" or not any(
        tree.tokens[c].text.lower() == "it" for c in tree.children(verb, "nsubj")
    ):
        return -1
    clauses = (c for c in tree.children(verb, "ccomp", "advcl", "relcl", "acl") if c > last)
    told = (c for c in clauses if any(tree.tokens[m].text.lower() in ("that", "when") for m in tree.below[c]))
    return next(told, -1)


def _is_elsewhere(tree: Tree, clause: int) -> bool:
    """Whether a clause hung on a day is not of that day: it opens with "where", or with "before" or "after"."""
    words = {tree.tokens[c].text.lower() for c in tree.children(clause, "advmod", "mark")}
    return bool(words & {"where", *PLACES})


def _is_possessor(tree: Tree, top: int) -> bool:
    """Whether it tells which event is meant: a preposition before "last year's vote" is that of the vote."""
    token = tree.tokens[top]
    return token.dep == "poss" and token.head > top and tree.tokens[token.head].pos in NOUNS


def _names_figures(tree: Tree, own: list[int]) -> bool:
    """Third-quarter results, the 2022 budget: figures for that time, when no event is named by it."""
    last = tree.tokens[own[-1]]
    noun = tree.tokens[last.head] if last.head not in own else last
    before = last.dep in ("compound", "nmod", "amod", "nummod") and noun.index == last.index + 1 and noun.pos == "NOUN"
    return before and noun.dep == "dobj" and (noun.lemma.lower(), "NOUN") not in lexicon.event_types()


def _own_preposition(tree: Tree, own: list[int]) -> str:
    """A preposition right before the expression, however the parser hung it: since early September."""
    before = min(own) - 1
    if before > 0 and tree.tokens[before].text == "(":
        # Until 2 a.m. (2300 GMT): the same hour told again.
        before -= 1
        while before > 0 and tree.tokens[before].entity in ("TIME", "DATE"):
            before -= 1
    word = tree.tokens[before].text.lower() if before >= 0 else ""
    denied = f"not {word}" if before >= 1 and tree.tokens[before - 1].text.lower() == "not" else ""
    if denied in NOT_BEFORE:
        return denied
    if word == "of" and before >= 1 and tree.tokens[before - 1].text.lower() == "as":
        return AS_OF
    return word if word in BOUNDS else ""


def _event_word(tree: Tree, at: int) -> int:
    """From a noun that names no event up to the word that does: the city of Brest on July 1 -> told.

    What stands in apposition is told beside the clause: "Orlov, an aide in the campaign of March, was held".
    """
    while tree.tokens[at].pos in (*NOUNS, "ADP", "ADJ", "ADV") and tree.tokens[at].head != at:
        token = tree.tokens[at]
        if (
            token.pos in ("NOUN", "ADJ")
            and (token.lemma.lower().rsplit("-", 1)[-1], token.pos) in lexicon.event_types()
        ):
            return at
        if token.dep == "appos" or _is_placed_by(tree, at) or _has_own_owner(tree, at):
            return at
        if held_against(tree, at) is not None and held_against(tree, token.head) is None:
            return at
        at = token.head
    return at


def _has_own_owner(tree: Tree, noun: int) -> bool:
    """The crackdown and its part in the war in 2022: what is told second, as of somebody, has a year of its own."""
    return tree.tokens[noun].dep == "conj" and bool(tree.children(noun, "poss"))


def _is_placed_by(tree: Tree, noun: int) -> bool:
    """Arrested after the feast of May 5: the day is that of the feast, whatever the feast is."""
    token = tree.tokens[noun]
    head = tree.tokens[token.head].text.lower()
    return token.dep == "pobj" and head in PLACES and token.entity not in ("DATE", "TIME")


def is_of_another(tree: Tree, governor: int, word: int) -> bool:
    """Whether what hangs on `governor` is told beside `word`.

    "Protests after the vote of March 19" are not of that day; nor is what is told of "Orlov, an aide in the campaign of
    March".
    """
    if any(above(tree, governor) != above(tree, word) for above in (standard_above, held_against)):
        return True
    above = [governor, *tree.ancestors(governor)]
    return any(
        word != at
        and word not in tree.subtree(at)
        and (
            tree.tokens[at].dep == "appos" or (at == governor and (stands_beside(tree, at) or _has_own_owner(tree, at)))
        )
        for at in above
    )


def stands_beside(tree: Tree, noun: int) -> bool:
    """Whether a noun hangs on a word such as "after" or "during": the verb above it may be of another day."""
    head = tree.tokens[tree.tokens[noun].head]
    return tree.tokens[noun].dep == "pobj" and head.text.lower() in BESIDE


def _is_over(days: Interval | None, published: Interval | None) -> bool:
    start, end = days.start if days else None, published.end if published else None
    return start is not None and end is not None and start < end
