"""Resolver of times of day: on the day the words name, on one spoken of, or on the day of publication."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from pipeline.calendar.operators import add_days
from pipeline.calendar.timex3 import granularity_of, interval_of
from pipeline.model import LocalExpression
from pipeline.timex.context.frames import is_background, names_an_event, opens_sentence, sentences_between
from pipeline.timex.context.lines import day_of_entry
from pipeline.timex.context.lone_hours import (
    day_ahead,
    day_here,
    day_of_lead,
    moved_on,
    offset_beside,
    only_says_when,
    told_before,
)
from pipeline.timex.context.outcome import NO_PUBLICATION, Antecedent, Memory, Outcome, fixed, open_ended, said
from pipeline.timex.recognition.lexicon import words_of
from pipeline.timex.resolvers.brackets import day_behind, hour_before_bracket, hour_elsewhere
from pipeline.timex.resolvers.calendar_dates import calendar
from pipeline.timex.resolvers.deictic import deictic
from pipeline.timex.resolvers.hour_told import same_hour
from pipeline.timex.resolvers.plain import event_offset
from pipeline.timex.resolvers.weekdays import weekday

_HALF = re.compile(r"[ap]\.?\s?m\b|^0", re.I)
_NOON = 12
_LATE, _DEAD_OF_NIGHT = "20", "06"
_SMALL_HOURS = "08"
_SAME_SCENE = 3
"""Sentences over which an hour may still be of the day of publication that was named before."""
_BACK = 4
"""Dates looked at for the one that opens a sentence."""


_DAYS: Mapping[str, Callable[[LocalExpression, Memory], Outcome]] = {
    "calendar": calendar, "weekday": weekday, "deictic": deictic, "event_offset": event_offset,
}  # fmt: skip


def clock(expression: LocalExpression, memory: Memory) -> Outcome:
    """A time of day, on the day the words or the text around them name."""
    if expression.type == "SET":
        value = expression.local_value if expression.weekday else f"XXXX-XX-XX{expression.clock or ''}"
        return Outcome(value, None, "it is repeated, so it names no single day")
    if expression.day or expression.note:
        return calendar(expression, memory)
    if expression.weekday:
        return weekday(expression, memory)
    if expression.relative_to == "published" or expression.local_value.startswith("previous"):
        return deictic(expression, memory)
    return _in_month(expression, memory) or _on_the_day(expression, memory)


def _on_the_day(expression: LocalExpression, memory: Memory) -> Outcome:
    time = expression.clock or ""
    last = _day_before(expression, memory)
    known = (
        _of_entry(expression, time, memory)
        or _by_zone(expression, time, memory)
        or _in_other_zone(expression, time, memory)
        or _tied(day_behind(expression, memory), time, memory)
        or _tied(offset_beside(expression, memory), time, memory)
        or same_hour(expression, time, memory)
        or (_after(last, time, expression) if last is not None else None)
        or _said_later(expression, time, memory)
    )
    if known is not None:
        return known
    if memory.published is None:
        return open_ended(f"XXXX-XX-XX{time}", NO_PUBLICATION)
    if _of_a_day_not_told(expression, memory):
        lead = day_of_lead(memory)
        if lead is not None:
            why = f"most likely the day that the report opens with: {said(lead)}"
            return fixed(f"{lead.first_day}{time}", expression, why, anchor=f"expression:{lead.index}", uncertain=True)
        return open_ended(f"XXXX-XX-XX{time}", "the verb is past, and no sentence near says which day it is of")
    why = f"no other day is named near, so {memory.day_words()}"
    return fixed(memory.published.isoformat() + time, expression, why, anchor="published", moves="by whole days")


def _of_entry(expression: LocalExpression, time: str, memory: Memory) -> Outcome | None:
    """What opens an entry of a chronicle or of a live report."""
    entry, stamps = day_of_entry(expression, memory), memory.stamps
    live = expression.span.start in stamps and (entry is None or entry.expression.span.start in stamps)
    if entry is not None and not live:
        return _after(entry, time, expression)
    if memory.published is None or not live:
        return None
    why = f"it stamps an entry of a live report, so it is of {memory.day_words()}"
    return fixed(memory.published.isoformat() + time, expression, why, anchor="published", moves="by whole days")


def _tied(named: LocalExpression | None, time: str, memory: Memory) -> Outcome | None:
    """The hour on the day of `named`; open where that day is."""
    if named is None:
        return None
    day = _DAYS[named.operator](named, memory)
    if day.interval is None or not day.interval.is_day:
        return open_ended(f"XXXX-XX-XX{time}", day.because)
    value, anchor = f"{day.interval.first_day}{time}", f"expression:{memory.position(named)}"
    return Outcome(value, day.interval, f"the day of “{named.text}”: {day.because}", anchor, day.uncertain, day.moves)


def _by_zone(expression: LocalExpression, time: str, memory: Memory) -> Outcome | None:
    """4:40 a.m. (2040 GMT Thursday): on Friday."""
    other = hour_elsewhere(expression, memory)
    there = (weekday if other.weekday and not other.day else calendar)(other, memory) if other else None
    known = there is not None and there.interval is not None and there.interval.is_day
    if other is None or there is None or not known or there.interval is None or there.interval.first_day is None:
        return None
    day = day_here(time, there.interval.first_day, other.clock or "")
    if day is None:
        return None
    why = f"the same moment as “{other.text}” ({there.value}) in another zone"
    return fixed(f"{day}{time}", expression, why, anchor=f"expression:{memory.position(other)}", moves=there.moves)


def _in_other_zone(expression: LocalExpression, time: str, memory: Memory) -> Outcome | None:
    """2 a.m. (2300 GMT): on the day before."""
    here = hour_before_bracket(expression, memory)
    day = day_here(time, here.first_day, here.expression.clock or "") if here else None
    if here is None or day is None:
        return None
    why = f"the same moment as “{here.expression.text}” ({here.value}) in another zone"
    return fixed(f"{day}{time}", expression, why, anchor=f"expression:{here.index}")


def _said_later(expression: LocalExpression, time: str, memory: Memory) -> Outcome | None:
    """ "At 4 a.m. drones struck, officials said Wednesday", with no day told before: most likely that day."""
    if expression.tense != "past" or memory.published is None:
        return None
    found = _tied(day_ahead(expression, memory), time, memory)
    return replace(found, uncertain=True) if found else None


def _day_before(expression: LocalExpression, memory: Memory) -> Antecedent | None:
    """The day spoken of when the hour is named, None when nothing tells."""

    def no_day_of(date: Antecedent, text: str) -> bool:
        # "This weekend" is as fine as a day, and none.
        elsewhere = date.value.endswith("WE") or is_background(date, text)
        elsewhere = elsewhere or (memory.published is not None and only_says_when(date, expression, memory))
        return elsewhere or (names_an_event(date, text) and not _in_sentence_of(date, expression, text))

    last = memory.antecedent("day", leave_out=no_day_of)
    if last is not None and (last.value.endswith("WE") or (memory.published and is_background(last, memory.text))):
        last = None
    if last is not None and _is_to_come(last, expression, memory):
        told = (a for a in reversed(memory.read[-_BACK:]) if _fine(a) and not _is_to_come(a, expression, memory))
        last = next(told, None)
    other_end = last is not None and last.expression.range_with == expression.span
    ahead = expression.tense == "future" and not other_end
    if last is not None and memory.published and ahead and last.first_day < memory.published:
        # "They voted on Sunday. The Senate is due back at 2 p.m.": what lies ahead is on no day gone by.
        return None
    if last is not None and moved_on(last, memory):
        return None
    if last is not None and (memory.published is None or memory.narrative or _close(last, expression, memory)):
        return last
    past = expression.tense == "past" and memory.published is not None
    return told_before(expression, memory) if past else None


def _in_sentence_of(date: Antecedent, expression: LocalExpression, text: str) -> bool:
    return sentences_between(text, date.expression.span.end, expression.span.start) == 0


def _is_to_come(date: Antecedent, expression: LocalExpression, memory: Memory) -> bool:
    """Whether a date lies ahead of a report whose words look back: 'in court tomorrow. It was shut at 8 p.m.'"""
    if expression.tense != "past" or memory.narrative or memory.published is None:
        return False
    return date.first_day > memory.published and not _in_sentence_of(date, expression, memory.text)


def _after(last: Antecedent, time: str, expression: LocalExpression) -> Outcome:
    day, own = last.value.split("T")[0], expression.span
    time = _in_part(last.value, time, expression.text)
    late = _LATE <= last.value[11:13] <= "24" and time[1:3] < _DEAD_OF_NIGHT
    # "From late afternoon until 3 a.m." goes on into the day after, too.
    through = last.value.endswith("TNI") or (last.value[10:] in {"TAF", "TEV"} and last.expression.range_with == own)
    if late or (through and time[1:3] < _SMALL_HOURS):
        # "At 11 p.m. on Tuesday ... at 2 a.m.", "they struck overnight; the first came at 3 a.m.": a night ends on the
        # day after the one that names it.
        following = add_days(last.first_day, 1)
        day = following.isoformat() if following else day
    return fixed(day + time, expression, f"on the day spoken of: {said(last)}", anchor=f"expression:{last.index}")


def _in_part(value: str, time: str, words: str) -> str:
    """3:30 after "this afternoon" is of the half of the day that was named, where no a.m. or p.m. says otherwise."""
    hour = int(time[1:3])
    late = value[10:] in {"TAF", "TEV"} or (value[10:] == "TNI" and time[1:3] >= _SMALL_HOURS)
    # "Three in the morning" and "3 a.m." say themselves which half they are of.
    own = _HALF.search(words) or words_of("DAYPART") & set(words.lower().split())
    if not late or hour >= _NOON or own:
        return time
    return f"T{hour + _NOON:02}{time[3:]}"


def _in_month(expression: LocalExpression, memory: Memory) -> Outcome | None:
    """An hour in a sentence that a month opens, in a history: it is of no day told before that."""
    for last in reversed(memory.read[-_BACK:] if memory.narrative else ()):
        if sentences_between(memory.text, last.expression.span.end, expression.span.start):
            return None
        if _fine(last):
            return None
        if granularity_of(last.value) == "month" and opens_sentence(last.expression, memory.text):
            return Outcome(f"{last.value}-XX{expression.clock or ''}", last.interval,
                           f"on a day of {said(last)} that is not named", f"expression:{last.index}",
                           granularity="month")  # fmt: skip
    return None


def _fine(date: Antecedent) -> bool:
    return granularity_of(date.value) in {"day", "minute"}


def _close(last: Antecedent, expression: LocalExpression, memory: Memory) -> bool:
    between = memory.text[last.expression.span.end : expression.span.start]
    return "\n\n" not in between and _fine(last)


def _of_a_day_not_told(expression: LocalExpression, memory: Memory) -> bool:
    """Whether an hour of the past stands far from the last day told: "shot at 10 p.m.", at the end of a report."""
    if expression.tense != "past" or not memory.read:
        return False
    last = memory.read[-1]
    back = sentences_between(memory.text, last.expression.span.end, expression.span.start)
    return back > _SAME_SCENE or last.first_day != memory.published or not last.interval.is_day


def in_order(first: Outcome, second: Outcome) -> Outcome:
    """The second end of "from 7 p.m. to 6 a.m.", on the day after the first where its hour is the earlier one."""
    one, other = (outcome.value.partition("T") for outcome in (first, second))
    day = second.interval.first_day if second.interval and second.interval.is_day else None
    following = add_days(day, 1) if day else None
    if one[0] != other[0] or following is None or not other[2][:1].isdecimal() or other[2] >= one[2]:
        return second
    value = f"{following.isoformat()}T{other[2]}"
    why = f"{second.because}; it is earlier than the hour the range begins with, so on the day after"
    return replace(second, value=value, interval=interval_of(value), because=why)
