"""Which temporal expression dates which mention. RULES, in order: the first that answers wins; none leaves it undated.

The publication day is never a default: it dates only what the text ties to it (a word to this outlet, "says", "today").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.calendar.interval import Interval
from pipeline.chronology import KnownMatch, known_events_in
from pipeline.events.dating.attach import Attachment, attachments
from pipeline.events.dating.backdrop import Backdrop, backdrop_of
from pipeline.events.dating.candidates import Candidate
from pipeline.events.dating.sharing import sharing
from pipeline.events.parse.syntax import Tree, clause_verb
from pipeline.events.parse.tense import tense_of
from pipeline.events.reading import Draft, Reading
from pipeline.model import Dating, Granularity, Step, TemporalExpression

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
    backdrop: Backdrop
    """What kind of text the article is."""
    offsets: dict[int, tuple[Offset, ...]]
    """Sentence -> its pairs of events that lie so many days apart, once asked for; no link changes them."""
    likeliest: dict[int, tuple[Candidate, float] | None]
    """Draft -> its most probable day and the probability, once asked for; no link changes it."""

    def known(self) -> tuple[KnownMatch, ...]:
        """Known events that the text speaks of."""
        return self.matches

    def interviewed(self) -> set[str]:
        """People who spoke to the outlet that publishes the article."""
        return self.interviewees

    def tree(self, number: int) -> Tree:
        """The parse of a draft's sentence."""
        return self.reading.trees[self.drafts[number].sentence]

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
    for number, draft in enumerate(drafts):
        by_sentence[draft.sentence] = (*by_sentence.get(draft.sentence, ()), number)
    return Scene(
        reading, drafts, attached, {}, numbers, matches, set(), by_sentence, backdrop_of(reading, attached), {}, {}
    )


def apply(scene: Scene, rules: Sequence[Rule]) -> dict[int, Link]:
    """Number of a draft -> its date. A rule sees the links of all rules before it.

    No rule dates beyond the article what it tells as past.
    """
    for rule in rules:
        for number, draft in enumerate(scene.drafts):
            if number in scene.links or (found := rule(scene, number)) is None:
                continue
            if not is_over(scene, draft, found.interval):
                scene.links[number] = found
                draft.steps.append(Step("date", shown(found.interval), found.because))
    return scene.links


def shown(interval: Interval) -> str:
    """2022-02-24, since 2022-02-24, until 2022-02-24, or the two days with "to" between."""
    first, last = interval.iso()
    if first == last:
        return str(first)
    if first is None:
        return f"until {last}"
    return f"since {first}" if last is None else f"{first} to {last}"


def governed(scene: Scene, number: int) -> Link | None:
    """An expression that hangs on the trigger itself, or on a word that shares its clause with it."""
    draft, tree = scene.drafts[number], scene.tree(number)
    for words in ([draft.token], sharing(tree, draft.token)):
        own = [
            a for a in scene.attached[draft.sentence] if a.governor in words or (a.clause in words and a.clause >= 0)
        ]
        made = [found for attached in own if (found := _from(scene, draft, attached)) is not None]
        if made:
            return min(made, key=lambda x: x.interval.width or 10**6)
    return None


def _from(scene: Scene, draft: Draft, attached: Attachment) -> Link | None:  # noqa: PLR0911  # a list of cases
    """The days an attached expression gives, as its preposition says: since opens the end, by opens the start."""
    expression, days, word = attached.expression, attached.days, attached.preposition
    told = f"“{expression.text}”" + (f", told with “{attached.joined}”," if attached.joined else "")
    because = f"{told} hangs on “{attached.hook}”" + (f" after “{word}”" if word else "")
    if days is None:
        return _vague(scene, draft, expression, because)
    fine = expression.granularity
    if is_over(scene, draft, days):
        return None
    days = _so_far(scene, draft, days)
    if word in ("since", "from") and days.start is not None:
        if draft.aspect == "past" and word == "since":
            return None
        state = draft.aspect in ("perfect", "present", "progressive", "none") and scene.drafts
        noun = scene.reading.trees[draft.sentence].tokens[draft.token].pos in ("NOUN", "PROPN")
        published = scene.reading.document.published
        acted = draft.aspect == "perfect" and not noun and not _lasts(scene, draft)
        if acted and published is not None and published.end is not None and published.end > days.start:
            since = Interval(days.start, published.end)
            return Link(since, "explicit", fine, expression, because + ": between then and publication")
        if state and not noun:
            return Link(
                Interval(days.start, None), "explicit", fine, expression, because + ": it starts there and lasts"
            )
        return Link(days, dating_of(expression), fine, expression, because)
    if word in ("until", "till", "than"):
        return None
    if word in ("by", "before") and not (word == "before" and expression.type == "TIME" and days.is_day):
        end = days.end if word == "by" else days.start
        return Link(Interval(None, end), "explicit", fine, expression, because) if end else None
    if word in ("after", "following") and not days.is_day and days.end is not None:
        return Link(Interval(days.end, None), "explicit", fine, expression, because)
    return Link(days, dating_of(expression), fine, expression, because)


def is_over(scene: Scene, draft: Draft, days: Interval) -> bool:
    """Whether a draft is told as past and the days lie ahead: "called for a rally on 1 May" dates the rally."""
    published = scene.reading.document.published
    end = published.end if published is not None else None
    verb = scene.reading.trees[draft.sentence].tokens[draft.token].pos == "VERB"
    told = verb and draft.tense == "past" and draft.factuality in ("asserted", "reported", "alleged")
    return told and end is not None and days.start is not None and days.start >= end


def _so_far(scene: Scene, draft: Draft, days: Interval) -> Interval:
    """Fell ill this week: what is told as past lies before the article appeared, not later in the same week."""
    published = scene.reading.document.published
    end = published.end if published is not None else None
    over = draft.tense == "past" and draft.factuality in ("asserted", "reported", "alleged")
    within = end is not None and days.start is not None and days.end is not None and days.start < end < days.end
    return Interval(days.start, end) if over and within else days


def _lasts(scene: Scene, draft: Draft) -> bool:
    """Whether a verb tells of what goes on: has served, has been, has been fighting."""
    token = scene.reading.trees[draft.sentence].tokens[draft.token]
    return (
        draft.event_type == "GOVERN"
        or token.pos == "AUX"
        or token.tag == "VBG"
        or token.lemma in ("be", "remain", "live", "hold", "have", "stay")
    )


def _vague(scene: Scene, draft: Draft, expression: TemporalExpression, because: str) -> Link | None:
    """In recent years, earlier: no days of its own, so on or before publication."""
    published = scene.reading.document.published
    if published is None or published.end is None or draft.tense != "past":
        return None
    until = Interval(None, published.end)
    return Link(until, "publication-relative", "vague", expression, because + ", which names no days")


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
        draft.factuality in ("asserted", "reported", "alleged")
        and tense_of(scene.tree(number), clause_verb(scene.tree(number), draft.token)) == "past"
    )
