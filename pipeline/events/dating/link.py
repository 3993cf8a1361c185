"""What the rules that date a mention see and say: the scene of an article, and a link to a temporal expression.

The publication day is never a default: it dates only what the text ties to it (a word to this outlet, "says", "today").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from pipeline.calendar.interval import Interval
from pipeline.chronology import KnownMatch, known_events_in, overlapping
from pipeline.events.dating.attach import attachments
from pipeline.events.dating.attachment import Attachment
from pipeline.events.dating.candidates import Candidate
from pipeline.events.dating.entries import Entry, entries
from pipeline.events.dating.placing import Place, placings
from pipeline.events.dating.text_kind import Backdrop, backdrop_of
from pipeline.events.parse.syntax import Tree, clause_verb
from pipeline.events.parse.tense import tense_of
from pipeline.events.reading import Draft, Reading
from pipeline.model import Dating, Granularity, Span, TemporalExpression
from pipeline.vocabulary import TOLD

_ON_A_DAY = frozenset({"", "on", "in", "at"})
"""Prepositions of a time that an event took place at; "" for last Friday, yesterday."""
_NAMES_A_DAY = re.compile(r"XXXX-\d\d-\d\d")
"""The words name month and day; only the year is counted."""


@dataclass(frozen=True, slots=True)
class Link:
    """The date of a mention: the days, how they were found, the expression that gave them, and why."""

    interval: Interval
    dating: Dating
    granularity: Granularity
    expression: TemporalExpression | None
    because: str
    headed: bool = False
    """Whether an entry of a chronology gives it: what is told there in the present has happened."""
    fresh: bool = False
    """Whether a report opens with it as just done: of its day or shortly before."""

    @property
    def bounded_only(self) -> bool:
        """Whether this is no more than "on or before publication"."""
        return self.interval.start is None and self.expression is None


@dataclass(frozen=True, slots=True)
class Offset:
    """Days after X, Y: the draft that is counted from, the one that is placed, and how far apart they lie."""

    anchor: int
    main: int
    reach: tuple[int, int]
    """Days, least and most, when counted; else how far back and forth the bare unit reaches."""
    after: bool
    exact: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """All that the rules look at: the reading, every draft in order, where expressions hang, and links made so far."""

    reading: Reading
    drafts: Sequence[Draft]
    attached: dict[int, tuple[Attachment, ...]]
    links: dict[int, Link]
    numbers: dict[tuple[int, int], int]
    """(sentence, token) -> number of the draft."""

    matches: tuple[KnownMatch, ...]
    """Known events that the text speaks of."""
    interviewees: set[str]
    """People who spoke to the outlet that publishes the article."""
    by_sentence: dict[int, tuple[int, ...]]
    """Sentence -> numbers of its drafts, in order."""
    by_lemma: Mapping[str, Sequence[int]]
    """Lemma of the event word -> numbers of the drafts told by it, in order."""
    backdrop: Backdrop
    """What kind of text the article is."""
    offsets: dict[int, tuple[Offset, ...]]
    """Sentence -> its pairs of events that lie so many days apart, once asked for; no link changes them."""
    placed: tuple[dict[int, Place], ...]
    """For each sentence its words that are said to have come before or after something, and what."""
    likeliest: dict[int, tuple[Candidate, float] | None]
    """Draft -> its most probable day and the probability, once asked for; no link changes it."""
    entries: tuple[Entry, ...] = ()
    """The entries of a chronology, the shortest first."""
    things: dict[int, frozenset[str]] = field(default_factory=dict)
    """Sentence -> what it speaks of beyond people, once asked for."""
    on_days: dict[Interval, list[int]] = field(default_factory=lambda: defaultdict(list))
    """Days -> numbers of the drafts that have just these days."""
    retold: dict[int, int] = field(default_factory=dict)
    """Sentence that tells of days gone by in the present -> the first of its drafts that does."""
    tells_in_the_past: list[bool] = field(default_factory=list)
    """Whether the report tells what was said as its news in the past tense, once asked for."""
    sayings: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """Speaker, or "" for nobody named -> numbers of the drafts in which they say something, once asked for."""
    unasked: list[int] = field(default_factory=list)
    """Numbers of the drafts that got a date since `retold` was asked for."""

    def date(self, number: int, link: Link) -> None:
        """Give a draft its date, and say so in its trace."""
        self.links[number] = link
        self.unasked.append(number)
        self.on_days[link.interval].append(number)
        self.drafts[number].note("date", shown(link.interval), link.because)

    def known(self, span: Span) -> Iterator[KnownMatch]:
        """Known events that words in this stretch of the text mean."""
        return overlapping(self.matches, span)

    def interviewed(self) -> set[str]:
        """People who spoke to the outlet that publishes the article."""
        return self.interviewees

    def tree(self, number: int) -> Tree:
        """The parse of a draft's sentence."""
        return self.reading.trees[self.drafts[number].sentence]

    def told_by_word(self, number: int) -> Iterator[int]:
        """Numbers of the drafts before this one that are told by the same word, in order."""
        same = self.by_lemma[self.tree(number).tokens[self.drafts[number].token].lemma]
        return takewhile(lambda other: other < number, same)

    def link_at(self, sentence: int, token: int) -> Link | None:
        """The link of the draft at this token, if any."""
        number = self.numbers.get((sentence, token))
        return None if number is None else self.links.get(number)


Rule = Callable[[Scene, int], Link | None]


def scene_of(reading: Reading, drafts: Sequence[Draft]) -> Scene:
    """What the rules look at, with no link made yet."""
    attached = {number: attachments(reading, number) for number in range(len(reading.trees))}
    matches = known_events_in(reading.document.text, on=reading.document.published)
    numbers = {(d.sentence, d.token): n for n, d in enumerate(drafts)}
    by_sentence: dict[int, tuple[int, ...]] = {}
    by_lemma: dict[str, list[int]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        by_sentence[draft.sentence] = (*by_sentence.get(draft.sentence, ()), number)
        by_lemma[reading.trees[draft.sentence].tokens[draft.token].lemma].append(number)
    placed = tuple(placings(tree) for tree in reading.trees)
    backdrop = backdrop_of(reading, attached)
    listed = entries(reading.document, reading.expressions)
    return Scene(
        reading, drafts, attached, {}, numbers, matches, set(), by_sentence, by_lemma, backdrop, {}, placed, {}, listed
    )


def apply(scene: Scene, rules: Sequence[Rule]) -> dict[int, Link]:
    """Number of a draft -> its date. A rule sees the links of all rules before it.

    No rule dates beyond the article what it tells as past, or gives another day to what has one that nobody can read.
    """
    unread = {number for number, draft in enumerate(scene.drafts) if _has_unread_day(scene, draft)}
    for rule in rules:
        for number, draft in enumerate(scene.drafts):
            if number in scene.links or (found := rule(scene, number)) is None:
                continue
            if number in unread and not (found.headed or any(scene.known(_trigger(scene, draft)))):
                continue
            if not is_over(scene, draft, found.interval):
                scene.date(number, found)
    return scene.links


def _has_unread_day(scene: Scene, draft: Draft) -> bool:
    """On October 3, on Friday, in an article of unknown date: the event has a day, and no other will do for it."""
    if scene.reading.document.published is not None:
        return False
    own = [a for a in scene.attached[draft.sentence] if a.governor == draft.token and a.preposition in _ON_A_DAY]
    days = [a for a in own if a.expression.type in ("DATE", "TIME")]
    return bool(days) and all(a.days is None for a in days)


def _trigger(scene: Scene, draft: Draft) -> Span:
    return scene.tree(scene.numbers[draft.sentence, draft.token]).tokens[draft.token].span


def shown(interval: Interval) -> str:
    """2022-02-24, since 2022-02-24, until 2022-02-24, or the two days with "to" between."""
    first, last = interval.iso()
    if first == last:
        return str(first)
    if first is None:
        return f"until {last}"
    return f"since {first}" if last is None else f"{first} to {last}"


def is_over(scene: Scene, draft: Draft, days: Interval) -> bool:
    """Whether a draft is told as past and the days lie ahead: "called for a rally on 1 May" dates the rally."""
    published = scene.reading.document.published
    end = published.end if published is not None else None
    verb = scene.reading.trees[draft.sentence].tokens[draft.token].pos == "VERB"
    told = verb and draft.tense == "past" and draft.factuality in TOLD
    return told and end is not None and days.start is not None and days.start >= end


def dating_of(expression: TemporalExpression) -> Dating:
    """Whether an expression dates by itself, from the day of publication, or from another expression."""
    if expression.anchor is None:
        return "explicit"
    if expression.anchor == "published":
        return "explicit" if _NAMES_A_DAY.match(expression.local_value) else "publication-relative"
    return "anaphoric"


def told_past(scene: Scene, number: int) -> bool:
    """Whether a draft is told in the simple past as something that happened."""
    draft = scene.drafts[number]
    return (
        draft.factuality in TOLD
        and tense_of(scene.tree(number), clause_verb(scene.tree(number), draft.token)) == "past"
    )


def following(scene: Scene, sentence: int, token: int) -> Link | None:
    """Beside an event whose day only the chronology gives, what is told along came with it or later."""
    base, published = scene.link_at(sentence, token), scene.reading.document.published
    if base is None or base.dating != "cross-document" or base.expression is not None:
        return None
    start, end = base.interval.start, published.end if published is not None else None
    if start is None or end is None or start >= end:
        return None
    text = scene.reading.trees[sentence].tokens[token].text
    because = f"told along with “{text}”: on its day or later, and before publication"
    return Link(Interval(start, end), "event-anchored", "none", None, because)


def taken(scene: Scene, sentence: int, token: int) -> Link | None:
    """The day of the word at `token`, for what is told with it."""
    base = scene.link_at(sentence, token)
    if base is None or base.interval.start is None:
        return None
    text = scene.reading.trees[sentence].tokens[token].text
    return Link(base.interval, "inherited", base.granularity, base.expression, f"goes with “{text}”")
