"""Resolver of today, yesterday, tonight, the next morning: counted from publication, a speech, or the date before."""

from __future__ import annotations

import datetime as dt

from pipeline.calendar.operators import add_days
from pipeline.model import LocalExpression
from pipeline.timex.context.frames import is_background, opens_sentence, passed_over, sentences_between
from pipeline.timex.context.outcome import (
    NO_ANTECEDENT,
    NO_PUBLICATION,
    Antecedent,
    Memory,
    Outcome,
    fixed,
    open_ended,
    said,
)
from pipeline.timex.context.quotations import quotation_around, reported_day, speech_day
from pipeline.timex.recognition.lexicon import words_of
from pipeline.timex.resolvers.calendar_dates import calendar
from pipeline.timex.resolvers.named_beside import day_named_beside
from pipeline.timex.resolvers.weekdays import weekday

_NIGHTS = 3
"""Dates back to the night that "the same night" takes up."""
_FRONTED = 3
"""Ends of sentences and paragraphs between a day in front and a part of that day in front."""
_FRESH = 3
"""Days before publication of which a headline tells in the present."""
_LEAD = 400
"""Characters in which a report names the day that it tells of."""
_LONG_PAST = 30
"""Days before publication from which a day is only looked back on."""


def deictic(expression: LocalExpression, memory: Memory) -> Outcome:
    """Today, yesterday, last night; the next morning counts from the date before it."""
    return _same_night(expression, memory) or _deictic(expression, memory)


def _same_night(expression: LocalExpression, memory: Memory) -> Outcome | None:
    """That night, the same night: the one told last, although a day has been named since for who said so."""
    if expression.clock != "TNI" or expression.relative_to != "previous" or expression.amount or _is_dusk(expression):
        return None
    told = next((a for a in reversed(memory.read[-_NIGHTS:]) if a.value.endswith("TNI")), None)
    if told is None:
        return None
    return Outcome(told.value, told.interval, f"the night told: {said(told)}", f"expression:{told.index}")


def _is_dusk(expression: LocalExpression) -> bool:
    """Whether a night begins there, the one of the day told: "by nightfall"."""
    return expression.text.lower() in words_of("DUSK")


def _deictic(expression: LocalExpression, memory: Memory) -> Outcome:
    clock, amount = expression.clock or "", round(expression.amount or 0)
    # "Overnight" is the night before a report, and in a history the night that ends the day spoken of.
    history = memory.narrative and (memory.published is not None or memory.history)
    of_story = expression.definite and history
    if expression.relative_to == "previous" or of_story:
        amount = 0 if of_story else amount
        last = memory.antecedent("day", leave_out=passed_over(expression, memory))
        if of_story and last is not None and last.value.endswith("TNI") and clock == "TMO":
            # "On the night of March 9 they dug; by the morning" is of the day after.
            amount = 1
        if last is not None and (told := _from_the_day(last, amount, expression, memory)):
            return told
        if memory.published is None or memory.narrative:
            return open_ended(f"XXXX-XX-XX{clock}", NO_ANTECEDENT)
    if expression.definite and _ends_what_is_open(expression, memory):
        return open_ended(f"XXXX-XX-XX{clock}", "the hour that its range begins with is of a day not told")
    known = _in_quotation(expression, memory, amount, clock) or _of_the_reader(expression, memory)
    known = known or _of_the_day_told(expression, memory)
    if known is not None:
        return known
    if memory.published is None:
        return open_ended(f"XXXX-XX-XX{clock}", NO_PUBLICATION)
    return _from_publication(expression, memory, memory.published, amount)


def _from_publication(expression: LocalExpression, memory: Memory, published: dt.date, amount: int) -> Outcome:
    day = memory.written or published
    clock, found = expression.clock or "", add_days(day, amount)
    if found is None:
        return open_ended(f"XXXX-XX-XX{clock}", "it would lie outside the calendar")
    again = day_named_beside(expression, found, memory)
    if again is not None:
        return again
    far = f"{abs(amount)} days {'before' if amount < 0 else 'after'}"
    how = {0: "the same day as", -1: "the day before", 1: "the day after"}.get(amount, far)
    seen = f"{day:%A} {day.isoformat()}, the day that the text calls today" if memory.written else memory.day_words()
    moves = "by whole weeks" if memory.written else "by whole days"
    return fixed(found.isoformat() + clock, expression, f"{how} {seen}", anchor="published", moves=moves)


def _from_the_day(last: Antecedent, amount: int, expression: LocalExpression, memory: Memory) -> Outcome | None:
    """So many days from the day spoken of; open where that is too far back to be meant."""
    clock, found = expression.clock or "", add_days(last.first_day, amount)
    if _is_stale(last, expression, memory):
        return open_ended(f"XXXX-XX-XX{clock}", f"{said(last)} is too far back, in the text and in time")
    if found is None:
        return None
    return fixed(found.isoformat() + clock, expression, f"counted from {said(last)}", anchor=f"expression:{last.index}")


def _is_stale(last: Antecedent, expression: LocalExpression, memory: Memory) -> bool:
    """Whether a report named the day some sentences before, and only looked back on it: its dawn is another's."""
    if memory.published is None or memory.narrative or (memory.published - last.first_day).days <= _LONG_PAST:
        return False
    return sentences_between(memory.text, last.expression.span.end, expression.span.start) > 1


def _in_quotation(expression: LocalExpression, memory: Memory, amount: int, clock: str) -> Outcome | None:
    """Today, tomorrow in quoted words belong to the day they were spoken, where the text tells it."""
    said_on = speech_day(expression, memory)
    if said_on is None and amount and clock == "TNI" and expression.definite:  # Overnight, which names no today.
        said_on = reported_day(expression, memory)
    if said_on is None:
        return _of_the_day_reported(expression, memory, amount)
    if said_on.operator == "deictic":
        return None
    speech = (weekday if said_on.operator == "weekday" else calendar)(said_on, memory)
    days = speech.interval
    found = add_days(days.first_day, amount) if days and days.is_day and days.first_day else None
    if found is None:
        return None
    index = memory.position(said_on)
    why = f"the words were spoken on “{said_on.text}” ({speech.value})"
    return fixed(found.isoformat() + clock, expression, why, anchor=f"expression:{index}", moves=speech.moves)


def _of_the_day_reported(expression: LocalExpression, memory: Memory, amount: int) -> Outcome | None:
    """What "today" is, in a paper that tells of the day before and of no later one: 'Today we won', she told them."""
    published = memory.published
    if amount or published is None or not quotation_around(memory.text, expression.span.start, expression.span.end):
        return None
    recent = [a for a in memory.read if a.interval.is_day and 0 <= (published - a.first_day).days <= 1]
    first = recent[0] if recent else None
    if first is None or first.expression.operator != "weekday" or first.expression.span.end > _LEAD:
        return None
    if any(a.first_day == published for a in recent):
        return None
    clock, why = expression.clock or "", f"words of the day that the report opens with, {said(first)}"
    return fixed(first.value[:10] + clock, expression, why, anchor=f"expression:{first.index}")


def _ends_what_is_open(expression: LocalExpression, memory: Memory) -> bool:
    """Whether it ends a range whose first hour has no day: "searched from 6 a.m. until late evening"."""
    place = memory.position(expression)
    first = memory.expressions[place - 1] if place else None
    if first is None or first.range_with != expression.span or first.operator != "clock":
        return False
    return not memory.read or memory.read[-1].expression.span != first.span


def _of_the_day_told(expression: LocalExpression, memory: Memory) -> Outcome | None:
    """The plane was stopped yesterday. It had left in the morning: that of the day which the sentence before names."""
    last = memory.antecedent("day", leave_out=passed_over(expression, memory))
    if not expression.definite or last is None or not last.interval.is_day:
        return None
    recap = _is_recap(last, expression, memory)
    # "Raged until late afternoon" has no tense of its own, and is of the day that its sentence has named.
    untold = expression.tense == "none" or bool(memory.published and last.first_day > memory.published)
    here = untold and _in_its_sentence(last, expression, memory)
    if expression.tense != "past" and not recap and not here:
        return None
    of_today = bool(expression.amount) and last.first_day == memory.published
    if of_today or is_background(last, memory.text):
        # "KYIV, Jan 11 - Drones struck overnight": the night before the report, whose day the dateline names.
        return None
    if not (recap or _tells_on(last, expression, memory) or _goes_on_in_front(last, expression, memory)):
        return None
    value = last.first_day.isoformat() + (expression.clock or "")
    return fixed(value, expression, f"on the day spoken of: {said(last)}", anchor=f"expression:{last.index}")


def _is_recap(last: Antecedent, expression: LocalExpression, memory: Memory) -> bool:
    """On May 3 she says no. Protests break out overnight: days gone by, told in the present."""
    if memory.published is None or expression.tense not in {"present", "none"} or last.expression.tense != "present":
        return False
    gone = (memory.published - last.first_day).days > _FRESH and last.expression.operator == "calendar"
    return gone and sentences_between(memory.text, last.expression.span.end, expression.span.start) <= _FRONTED + 1


def _in_its_sentence(last: Antecedent, expression: LocalExpression, memory: Memory) -> bool:
    return sentences_between(memory.text, last.expression.span.end, expression.span.start) == 0


def _tells_on(last: Antecedent, expression: LocalExpression, memory: Memory) -> bool:
    """Whether the day is told in the same sentence or the one before, of one paragraph."""
    start, end = last.expression.span.end, expression.span.start
    return "\n\n" not in memory.text[start:end] and sentences_between(memory.text, start, end) <= 1


def _goes_on_in_front(last: Antecedent, expression: LocalExpression, memory: Memory) -> bool:
    """On 6 March he met the minister. In the afternoon he flew home: a part of that day, also in another paragraph."""
    if expression.amount or not _opens(expression, memory.text):
        return False
    far = _opens(last.expression, memory.text) or _is_counted(expression, memory.text)
    reach = _FRONTED if far else 1
    return sentences_between(memory.text, last.expression.span.end, expression.span.start) <= reach


def _is_counted(expression: LocalExpression, text: str) -> bool:
    """Earlier in the evening, later in the day: within a day that has been told."""
    lead = text[: expression.span.start].lower().split()[-2:]
    return bool(words_of("LATER").intersection(lead[:1]))


def _opens(expression: LocalExpression, text: str) -> bool:
    """Whether nothing, or one small word and an article, stands before it in its sentence."""
    before = text[: expression.span.start].rstrip()
    return not before or before[-1] in ".!?\n" or opens_sentence(expression, text)


def _of_the_reader(expression: LocalExpression, memory: Memory) -> Outcome | None:
    """Today, in a history: "today a museum stands there"."""
    today = round(expression.amount or 0) == 0 and expression.clock is None
    if not today or not memory.narrative or not (memory.published or memory.many_years):
        return None
    return Outcome("PRESENT_REF", None, "in a history this is the time of whoever reads it")
