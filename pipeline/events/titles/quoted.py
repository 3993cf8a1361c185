"""What somebody says in their own words, in a title: as much of the quotation as there is room for, in its marks."""

from __future__ import annotations

import re

from pipeline.events.claims.quotations import Quotation
from pipeline.events.reading import Draft, Reading
from pipeline.events.title_lexicon import title_words
from pipeline.events.titles.phrases import Writer
from pipeline.events.titles.quote_ends import (
    behind_front,
    closed_ends,
    main_end,
    on_one_line,
    sentence_ends,
    whole_ends,
)
from pipeline.events.titles.turning import cuts_condition
from pipeline.events.titles.wording import CUT, LIMIT, dangles, surname
from pipeline.model import Span

FIRST = re.compile(r"\bI\b(?!\.)|\b(?:me|my|myself|we|We|us|our|Our|ours|ourselves)\b")
"""The first person; I. is an initial."""
NUMBERED = re.compile(r"\b[A-Z][\w-]+ I(?=['’]s\b|,|$| (?!was\b)\w+s\b)")
"""Nicholas I orders: the first of his name."""
MARKED = re.compile(r"“[^”]*”|\"[^\"]*\"|`[^`’']*[`’']")
BREAKS = re.compile(
    r"(?<=[a-z]{3}[.!?]) (?=[A-Z])|(?<=[,;:]) | (?:—|–|--|_) | (?=(?:and|but|or|because|that|which|who|when|if) )"
)
"""Where a quotation may end early: behind a sentence or a clause."""
OWNER = re.compile(r"['’]s$|s['’]$")
"""An owner at the end, whose thing is wanting."""
FAIR = 0.6
"""Share of the room that a quotation which ends behind a clause fills; else it ends behind any word."""
MARKS = "“”\"`' ,’‘"
HALF = 0.5
"""Share of the room that one fills which leaves out the phrase in front."""
LEAST_SHARE = 0.4
"""Share of the room that one fills which ends earlier still, so that nothing it needs is lost."""
LEAST = 20
"""Characters of a quotation that are worth printing."""


def quoted(writer: Writer, verb: int, room: int) -> str:
    """The quotation that a word of saying carries, behind a colon, in at most about `room` characters."""
    quotation = _of_verb(writer, verb)
    return _fitted(writer.reading, quotation.span, room) if quotation is not None else ""


def opens_as_sentence(writer: Writer, verb: int) -> Span | None:
    """The quotation of a word of saying that begins behind it with a capital: a sentence by itself, no part of one."""
    quotation, tree = _of_verb(writer, verb), writer.tree
    if quotation is None or quotation.span.start < tree.tokens[verb].span.end:
        return None
    first = next((t for t in tree.tokens if t.span.start >= quotation.span.start and t.text[:1].isalnum()), None)
    alone = first is not None and first.text[:1].isupper() and first.pos != "PROPN" and not first.entity
    return quotation.span if alone else None


def speaks_of_self(line: str) -> bool:
    """Whether a line has "we" or "I" outside of quotation marks."""
    return FIRST.search(NUMBERED.sub("", MARKED.sub("", line))) is not None


def in_own_words(reading: Reading, draft: Draft, line: str) -> str:
    """The quotation instead of a line in which the speaker would say "we" or "I" outside of quotation marks."""
    if not speaks_of_self(line):
        return line
    start = reading.trees[draft.sentence].tokens[draft.token].span.start
    near = reading.quotations_in(reading.trees[draft.sentence].sentence.span)
    near = [q for q in near if FIRST.search(reading.document.text, q.span.start, q.span.end)]
    quotation = next((q for q in near if q.span.holds(start)), near[0] if len(near) == 1 else None)
    if quotation is None:
        return line
    own = _words(reading, quotation.span)
    if own[:1].islower() or quotation.speaker is None:
        return _marked(line, own.rstrip("!?"))
    names = reading.who(*quotation.speaker)
    for name in (names[0], surname(names[0])) if len(names) == 1 else ():
        said = f"{name} says"
        if words := _fitted(reading, quotation.span, LIMIT - len(said)):
            return f"{said}{words}"
    return line


def _marked(line: str, own: str) -> str:
    """The line with marks around the words of a quotation, be it only the first of them."""
    start = line.find(" ".join(own.split()[:2]))
    told = own if own in line else line[start:] if start >= 0 else ""
    room = LIMIT - len(line) - len("“”")
    marked = f"“{told}{CUT}”" if told != own and room >= len(CUT) else f"“{told}”"
    return line.replace(told, marked) if told and own.startswith(told) and room >= 0 else line


def _of_verb(writer: Writer, verb: int) -> Quotation | None:
    span, tree = writer.tree.sentence.span, writer.tree
    here = writer.reading.quoted_by(writer.sentence, verb)
    beside = {i for c in tree.children(verb, "conj") for i in tree.subtree(c)}
    other = {tree.tokens[i].span.start for i in beside}  # Was recalling its envoys and could take "other steps".
    return next((q for q in here if q.span.overlaps(span) and not any(map(q.span.holds, other))), None)


def _words(reading: Reading, span: Span) -> str:
    """The words of a quotation on one line, without marks and stops at its ends."""
    words = on_one_line(reading.document.text[span.start : span.end]).rstrip(MARKS)
    return words if words.endswith("..") else words.rstrip(".")


def _fitted(reading: Reading, span: Span, room: int) -> str:
    """The words with marks of their own, whole or cut behind a clause; "" when so little is left that it tells nothing.

    An ellipsis stands where the last clause is not told in full.
    """
    words, most = _words(reading, span), room - len(": “”")
    if len(words) <= most:
        return f": “{words}”"
    behind, free = behind_front(reading, span) or (None, False)
    if behind is not None and not free:
        told = _closed(words, most, LEAST_SHARE, sentence_ends(reading, span)) or _cut(reading, span, words, most)
        return _going_on(reading, behind, most) if _tells_nothing(reading, span, told) else f": “{told}”"
    later = _sentence(_words(reading, behind)) if behind is not None else ""
    told = later if LEAST <= len(later) <= most else _closed(words, most, LEAST_SHARE, sentence_ends(reading, span))
    if not told and behind is not None:
        told = _closed(later, most, HALF, closed_ends(reading, behind))
    closed = frozenset[int]() if told else closed_ends(reading, span)
    told = told or _closed(words, most, LEAST_SHARE, closed) or _cut(reading, span, words, most)
    if behind is not None and words.startswith(told.rstrip(CUT)) and _tells_nothing(reading, span, told):
        told = _cut(reading, behind, later, most) or told
    return f": “{told}”" if told else ""


def _tells_nothing(reading: Reading, span: Span, told: str) -> bool:
    """Whether the first words of a quotation end before they tell more than its first verb: it was agreed."""
    return len(told.rstrip(CUT)) <= main_end(reading, span)


def _going_on(reading: Reading, span: Span, most: int) -> str:
    """The words behind a clause in front for which there is no room, with an ellipsis before them."""
    words = _words(reading, span)
    room = most - len(CUT)
    told = words if len(words) <= room else _closed(words, room, LEAST_SHARE, closed_ends(reading, span))
    told = told or _cut(reading, span, words, room)
    return f": “{CUT}{told}”" if told else ""


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _closed(words: str, most: int, share: float, ends: frozenset[int]) -> str:
    """The words up to the last of these ends, if they fill that share of the room; "" for nothing."""
    for end in (m.start() for m in reversed([*re.finditer(" ", words)])):
        head = words[:end].rstrip(" ,;:—–_.")
        wants = dangles(head) or OWNER.search(head) is not None or cuts_condition(head, words[end:])
        if max(LEAST, share * most) <= len(head) <= most and ends & {end, len(head)} and not wants:
            return head
    return ""


def _cut(reading: Reading, span: Span, words: str, most: int) -> str:
    """As many words as there is room for up to a border, with an ellipsis."""
    every = [m.start() for m in re.finditer(" ", words)]
    whole = whole_ends(reading, span)
    clauses = [m.start() for m in BREAKS.finditer(words) if m.start() >= FAIR * most]
    fair = [end for end in every if end >= FAIR * most]
    borders = title_words("border") - {"to"}  # Continued to be strong.
    phrases = [end for end in fair if words[end + 1 :].split(" ", 1)[0].lower() in borders]
    told = [[end for end in ends if end in whole] for ends in (clauses, fair, every)]
    told[-1] = [end for end in told[-1] if end >= LEAST_SHARE * most]
    for end in (e for ends in (*told, clauses, phrases, every) for e in reversed(ends)):
        head = words[:end].rstrip(" ,;:—–_.")
        wants = dangles(head) or OWNER.search(head) is not None or cuts_condition(head, words[end:])
        if LEAST <= len(head) <= most - len(CUT) and not wants:
            return f"{head}{CUT}"
    return ""
