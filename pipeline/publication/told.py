"""Known events told with a time word: "the mutiny last month", "last week's vote", "a day after the crash".

The day of the event is known and the words count from publication, so publication is counted back from the two. Such
bounds are weaker than ages and known days, since another vote may be meant: what contradicts the rest is set aside.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from pipeline.calendar.interval import Interval
from pipeline.calendar.operators import make
from pipeline.chronology import KnownMatch
from pipeline.lexicons import ordinals
from pipeline.model import ARTICLE_BLOCKS, Document, LocalExpression, Span
from pipeline.publication.ahead import looks_ahead
from pipeline.publication.bounds import Bound, is_named_beforehand, known_matches
from pipeline.publication.clues import is_quoted
from pipeline.publication.counting import BY_OPERATOR, Counting, with_offset
from pipeline.publication.datelines import SENTENCE_END, first_sentence, in_lead
from pipeline.publication.votes import votes_by_day
from pipeline.settings.publication import PUBLICATION_ADVANCE, PUBLICATION_ANNIVERSARY, PUBLICATION_RECENCY

_RECENT = re.compile(r"\brecent(?: [\w-]+){0,2} $", re.IGNORECASE)
_NEXT = re.compile(" ")
_POSSESSIVE = re.compile(r"['’]s?(?: [\w-]+){0,3} \n?")
_WHEN = re.compile(r",? when (?:[\w’'-]+ ){0,5}\n?")
_BESIDE = re.compile(r"(?: [\w’'-]+){0,5} ?\n?")
"""What may stand between an event and the time word behind it: a few words of the same phrase."""
_NEW_VERB = re.compile(r"\b(?:said|says|told|met|discussed|spoke|announced|reported|which|who|that|has|had|was|were)\b")
_OFFSET = re.compile(r"^,? (?:after|since|following)\b[^.;:]{0,60}$")
_LOOKS_BACK = re.compile(r"\b(?:after|since|following|before|anniversary|ago)\b", re.I)
_BECAUSE_OF = re.compile(r"\b(?:over|during|amid|because of|for)\b", re.I)
"""Before an event they look back on it; behind it they say where or why: "shot down MH17 over Ukraine on Thursday"."""
_OF_SOMEBODY = re.compile(r"\b(?:winners?|laureates?|recipients?|veterans?|survivors?|victims?) of (?:the )?$", re.I)
_SOMEBODY = re.compile(r"[ -](?:co-)?(?:winners?|laureates?|recipients?|veterans?|survivors?|victims?)\b", re.I)
"""Beside an event they name somebody by it: "one of the winners of the prize", "the prize laureate"."""
_ANNIVERSARY = re.compile(
    r"\b([a-z]+(?:-[a-z]+)?|\d{1,3}(?:st|nd|rd|th)) anniversary of (?:[\w’'-]+ ){0,5}$", re.IGNORECASE
)
_REACH = 300
"""Characters between an event and a time word told with it: more than any of the patterns above lets stand there."""


def told_events(document: Document, expressions: Sequence[LocalExpression]) -> Iterator[Bound]:
    """A bound for each known event that a time word of its own clause ties to publication."""
    voting = [e for e in expressions if e.block in ARTICLE_BLOCKS and not is_quoted(document.text, e)]
    votes = tuple(votes_by_day(document, voting))
    for match in votes[:1]:
        because = f"the day and the vote name one event: {match.event.title}, {match.event.date}"
        yield Bound(Interval((match.interval.start or 1) - int(PUBLICATION_ADVANCE.number), None), because, told=True)
    opening = first_sentence(document)
    for match in (*known_matches(document), *votes):
        words = document.text[match.span.start : match.span.end]
        for expression, published in _tied(document, match, _near(match, voting, opening), opening):
            because = (
                f"‘{words}’ ({match.event.title}, {match.event.date}) is told with ‘{expression.text}’, "
                "counted from publication"
            )
            yield Bound(published, because, told=True)
        yield from _recent(document.text, match, words)
        yield from _anniversary(document.text, match, words)
        yield from _coming(document, match, words)


def _near(match: KnownMatch, expressions: Sequence[LocalExpression], opening: Span | None) -> Sequence[LocalExpression]:
    """The expressions, in order of the text, that can be told with an event: those beside it or in its opening."""
    first, last = match.span.start - _REACH, match.span.end + _REACH
    if opening is not None and opening.holds(match.span.start):
        first, last = min(first, opening.start), max(last, opening.end)
    start = bisect_left(expressions, first, key=lambda e: e.span.end)
    return expressions[start : bisect_right(expressions, last, key=lambda e: e.span.start)]


def _tied(
    document: Document, match: KnownMatch, expressions: Sequence[LocalExpression], opening: Span | None
) -> Iterator[tuple[LocalExpression, Interval]]:
    for expression in expressions:
        counts = _how_it_counts(document, match, expression, opening)
        published = None if counts is None else counts(expression, match.interval)
        if published is not None:
            yield expression, published


def _how_it_counts(
    document: Document, match: KnownMatch, expression: LocalExpression, opening: Span | None
) -> Counting | None:
    """What it says of publication by its place beside the event, or None when it is about something else."""
    text, span = document.text, expression.span
    if expression.operator == "event_offset":
        if span.end > match.span.start or not in_lead(document, span):
            return None
        after = text[span.end : match.span.start]
        return with_offset if _OFFSET.match(after) and not SENTENCE_END.search(after) else None
    if _beside(text, match, expression) or (opening is not None and _is_the_news(text, match, expression, opening)):
        return BY_OPERATOR.get(expression.operator)
    return None


def _beside(text: str, match: KnownMatch, expression: LocalExpression) -> bool:
    start, end = expression.span.start, expression.span.end
    if match.span.holds(start):
        return True
    if end <= match.span.start:
        # Matched where it stands: a copy of what lies between would cost as much as the text is long.
        return any(kind.fullmatch(text, end, match.span.start) for kind in (_NEXT, _POSSESSIVE, _WHEN))
    beside = _BESIDE.fullmatch(text, match.span.end, max(start, match.span.end))
    return beside is not None and not _NEW_VERB.search(beside[0])


def _is_the_news(text: str, match: KnownMatch, expression: LocalExpression, opening: Span) -> bool:
    """Whether one past clause opens the report with the event and a weekday: "X, who led Y, was jailed on Friday"."""
    start, end = min(match.span.start, expression.span.start), max(match.span.end, expression.span.end)
    if (
        expression.operator != "weekday"
        or expression.tense != "past"
        or not (opening.start <= start and end <= opening.end)
    ):
        return False
    looks_back = _LOOKS_BACK.search(text, opening.start, end)
    names = _OF_SOMEBODY.search(text[opening.start : match.span.start]) or _SOMEBODY.match(text, match.span.end)
    return not (looks_back or names or _BECAUSE_OF.search(text, opening.start, match.span.start))


def _recent(text: str, match: KnownMatch, words: str) -> Iterator[Bound]:
    first, last = match.interval.start, match.interval.end
    if first is None or last is None or not _RECENT.search(text[max(0, match.span.start - 40) : match.span.start]):
        return
    because = f"‘{words}’ ({match.event.title}, {match.event.date}) is called recent"
    yield Bound(Interval(first, last + int(PUBLICATION_RECENCY.number)), because, told=True)


def _anniversary(text: str, match: KnownMatch, words: str) -> Iterator[Bound]:
    """ "The 20th anniversary of the disaster": within weeks of the day that many years later."""
    before = _ANNIVERSARY.search(text[max(0, match.span.start - 80) : match.span.start])
    years = _ordinal(before[1].lower()) if before else None
    first, last = match.interval.first_day, match.interval.last_day
    begin = make(first.year + years, first.month, first.day) if first and years else None
    end = make(last.year + years, last.month, last.day) if last and years else None
    if before is None or begin is None or end is None:
        return
    event = f"{match.event.title}, {match.event.date}"
    because = f"‘{before[1]} anniversary of {words}’ ({event}): its years are counted from that day"
    slack = int(PUBLICATION_ANNIVERSARY.number)
    yield Bound(Interval(begin.toordinal() - slack, end.toordinal() + slack + 1), because, told=True)


def _ordinal(word: str) -> int | None:
    return int(re.sub(r"\D", "", word)) if word[0].isdecimal() else ordinals().get(word)


def _coming(document: Document, match: KnownMatch, words: str) -> Iterator[Bound]:
    """What opens the report as still to come lies ahead of publication, by some months at most."""
    span, start, end = match.span, match.interval.start, match.interval.end
    ahead = in_lead(document, span) or document.block_at(span.start) == "headline"
    if not (ahead and is_named_beforehand(match) and looks_ahead(document.text, span.start, span.end)):
        return
    if start is None or end is None:
        return
    because = f"‘{words}’ ({match.event.title}, {match.event.date}) is still to come"
    yield Bound(Interval(start - int(PUBLICATION_ADVANCE.number), end), because, told=True)
