"""The date that hangs on an event's own word or clause, as its preposition says: on Monday, since 2015, by May."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.calendar.interval import Interval
from pipeline.calendar.timex3 import interval_of
from pipeline.events import lexicon
from pipeline.events.dating.attachment import AS_OF, NOT_BEFORE, PERIODS, UNTIL, Attachment
from pipeline.events.dating.entries import entry_at
from pipeline.events.dating.link import Link, Scene, dating_of, is_over
from pipeline.events.dating.moved import is_kept
from pipeline.events.dating.sharing import sharing
from pipeline.events.dating_lexicon import dating_words
from pipeline.events.parse.syntax import Tree
from pipeline.events.parse.voice import is_passive
from pipeline.events.reading import Draft
from pipeline.model import TemporalExpression
from pipeline.vocabulary import TOLD

_DONE = frozenset({"ASSAULT", "ATTACK", "COERCE", "DEATH", "SANCTION"})
"""Types of event that are told as done only when they are: nobody is detained for a day to come."""
_NO_YEAR = "XXXX-"
"""How the value of a date begins whose words leave out the year."""


def governed(scene: Scene, number: int) -> Link | None:
    """An expression that hangs on the trigger itself, or on a word that shares its clause with it."""
    draft, tree = scene.drafts[number], scene.tree(number)
    for words in ([draft.token], sharing(tree, draft.token), _made(scene, number)):
        # "Since last year, when it began cutting": the cutting began in that year.
        inside = [a for a in scene.attached[draft.sentence] if a.clause >= 0 and a.clause in words]
        own = [replace(a, preposition="") for a in inside]
        own = own or [a for a in scene.attached[draft.sentence] if a.governor in words]
        own = [_of_its_entry(scene, a) for a in _nearest(tree, draft.token, own)]
        own = [a for a in own if not is_kept(tree, a)] + [a for a in own if is_kept(tree, a)]
        made = [found for attached in own if (found := _from(scene, draft, attached)) is not None]
        if made:
            return min(made, key=lambda x: x.interval.width or 10**6)
    return None


def _nearest(tree: Tree, verb: int, own: Sequence[Attachment]) -> list[Attachment]:
    """Met on May 3, and the next day left and flew home: of two days above a verb the nearer one is its own."""
    above = set(tree.ancestors(verb))
    nearer = {at for a in own if a.governor in above for at in tree.ancestors(a.governor)}
    return [a for a in own if a.governor not in nearer]


def _of_its_entry(scene: Scene, attached: Attachment) -> Attachment:
    """Overnight, in the evening: in an entry of days gone by an hour that names no day is one of its days."""
    expression, published = attached.expression, scene.reading.document.published
    bare = expression.type == "TIME" and expression.local_value.startswith("published")
    entry = entry_at(scene.entries, expression.span.start) if bare and published is not None else None
    if entry is None or published is None or entry.days.overlaps(published):
        return attached
    return replace(attached, days=entry.days)


def _made(scene: Scene, number: int) -> list[int]:
    """Reached an agreement on Monday: an object that tells of nothing beside its verb has the verb's day."""
    draft, tree = scene.drafts[number], scene.tree(number)
    objects = tree.children(draft.token, "dobj") if tree.tokens[draft.token].pos == "VERB" else []
    on = {a.governor for a in scene.attached[draft.sentence] if a.preposition == "on"}
    return [c for c in objects if c in on and (draft.sentence, c) not in scene.numbers]


def _from(scene: Scene, draft: Draft, attached: Attachment) -> Link | None:  # noqa: PLR0911  # a list of cases
    """The days an attached expression gives, as its preposition says: since opens the end, by opens the start."""
    expression, days, word = attached.expression, attached.days, attached.preposition
    because = _told(scene, attached)
    if days is None:
        return _vague(scene, draft, expression, because)
    fine = expression.granularity
    if (back := _year_before(scene, draft, attached, days)) is not None:
        return Link(back, "explicit", fine, expression, because + ": told as done, so that of the year before")
    if is_over(scene, draft, days) or _thinks_of(scene, draft, attached, days):
        return None
    days = so_far(scene, draft, days)
    if word in ("since", "from") and days.start is not None:
        return _since(scene, draft, attached, days, because)
    if word in UNTIL and draft.tense == "past" and _is_office(scene, draft) and days.end is not None:
        return Link(Interval(None, days.end), "explicit", fine, expression, because + ": it lasted until then")
    if word in ("until", "till", "than", "to"):
        return None  # Extended his term to 2001: not done then.
    if word == "for" and fine not in PERIODS and _is_past_verb(scene, draft) and attached.governor == draft.token:
        return None  # Was set last year for January 26: the day is that of what was set.
    if tells_of(scene, draft, attached):
        return _told_afterwards(scene, draft, attached, because)
    if word in NOT_BEFORE and days.start is not None:
        return Link(_onward(scene, draft, days.start), "explicit", fine, expression, because)
    if word == AS_OF and draft.tense != "past":
        return Link(Interval(days.start, None), "explicit", fine, expression, because) if days.start else None
    if word in ("by", "before", AS_OF) and not (word == "before" and expression.type == "TIME" and days.is_day):
        # "Before the end of the year" lets it last until the year is over.
        end = days.end if word in ("by", AS_OF) or expression.mod == "END" else days.start
        return Link(Interval(None, end), "explicit", fine, expression, because) if end else None
    if word in ("after", "following") and days.end is not None and not (days.is_day and expression.type == "TIME"):
        return Link(_onward(scene, draft, days.end), "explicit", fine, expression, because)
    return Link(days, dating_of(expression), fine, expression, because)


def _year_before(scene: Scene, draft: Draft, attached: Attachment, days: Interval) -> Interval | None:
    """Was detained in September, told in August: of two Septembers what is done took place in the one that is over."""
    value, published = attached.expression.local_value, scene.reading.document.published
    on = attached.governor == draft.token and attached.preposition in ("", "in", "on") and not attached.joined
    first = days.first_day
    named = on and draft.event_type in _DONE and value.startswith(_NO_YEAR) and attached.expression.range is None
    if not named or not is_over(scene, draft, days) or first is None or published is None:
        return None
    return interval_of(value.replace(_NO_YEAR, f"{first.year - 1:04}-", 1))


def _told(scene: Scene, attached: Attachment) -> str:
    """Which date words belong to which word, with their preposition where it stands right before them."""
    expression, word = attached.expression, attached.preposition.rpartition(" ")[2]
    start = expression.span.start
    before = scene.reading.document.text[max(0, start - len(word) - 1) : start].lower()
    words = f"{word} {expression.text}" if word and before.split() == [word] else expression.text
    joined = f", told with {attached.joined}," if attached.joined else ""
    return f"“{words}”{joined} belongs to “{attached.hook}”"


def _since(scene: Scene, draft: Draft, attached: Attachment, days: Interval, because: str) -> Link | None:
    """Has killed since Monday: between then and now; has lived there since May: it starts there and lasts."""
    expression, published, start = attached.expression, scene.reading.document.published, days.start
    end = published.end if published is not None else None
    if draft.aspect == "past" and attached.preposition == "since":
        return None
    if days == published and expression.local_value.startswith("previous"):
        return None  # "Since then" is no "since today": it counts from a day told before that nobody named last.
    noun = scene.reading.trees[draft.sentence].tokens[draft.token].pos in ("NOUN", "PROPN")
    over = draft.aspect == "pluperfect" or (draft.aspect == "perfect" and not _lasts(scene, draft))
    behind = attached.preposition == "since" and attached.first > draft.token  # The fifth meeting since May.
    over = behind if noun else over
    if over and start is not None and end is not None and end > start:
        told = because + ": between then and publication"
        return Link(Interval(start, end), "explicit", expression.granularity, expression, told)
    if draft.aspect in ("perfect", "present", "progressive", "none") and not noun:
        told = because + ": it starts there and lasts"
        return Link(Interval(start, None), "explicit", expression.granularity, expression, told)
    return Link(days, dating_of(expression), expression.granularity, expression, because)


def _is_past_verb(scene: Scene, draft: Draft) -> bool:
    """Whether a draft is a verb told as past."""
    return scene.reading.trees[draft.sentence].tokens[draft.token].pos == "VERB" and draft.tense == "past"


def tells_of(scene: Scene, draft: Draft, attached: Attachment) -> bool:
    """Whether a verb reports, posts or publishes figures or plans that are for the time of an expression."""
    token = scene.reading.trees[draft.sentence].tokens[draft.token]
    said = (token.lemma.lower(), "VERB") in lexicon.cues() or draft.event_type == "STATEMENT"
    covered = attached.preposition == "for" and attached.expression.granularity in PERIODS
    return covered and token.pos == "VERB" and said


def _thinks_of(scene: Scene, draft: Draft, attached: Attachment, days: Interval) -> bool:
    """Expects sales in the last quarter to rise: whoever expects now does so in no other time.

    On March 14 the minister says: a day that opens the sentence is that of what is told in the present.
    """
    if days.is_day and attached.first == 1 and attached.preposition == "on" and attached.governor == draft.token:
        return False
    key = (scene.reading.trees[draft.sentence].tokens[draft.token].lemma.lower(), "VERB")
    published = scene.reading.document.published
    now = published is None or days.overlaps(published)
    return draft.aspect == "present" and (key in lexicon.irrealis() or key in lexicon.cues()) and not now


def _told_afterwards(scene: Scene, draft: Draft, attached: Attachment, because: str) -> Link | None:
    """Posted losses for 2022: told when the year was over, and not within it. Of what is still to come, no day."""
    days, published = attached.days, scene.reading.document.published
    end = published.end if published is not None else None
    if days is None or days.end is None or end is None or days.end >= end or draft.tense != "past":
        return None
    told = Interval(days.end, end)
    return Link(told, "event-anchored", "none", attached.expression, because + ": told of when that time was over")


def _onward(scene: Scene, draft: Draft, start: int) -> Interval:
    """From a day on: up to publication for what is told as past."""
    published = scene.reading.document.published
    end = published.end if published is not None and draft.tense == "past" else None
    return Interval(start, end if end is not None and start < end else None)


def so_far(scene: Scene, draft: Draft, days: Interval) -> Interval:
    """Fell ill this week: what is told as past lies before the article appeared, not later in the same week."""
    published = scene.reading.document.published
    end = published.end if published is not None else None
    noun = scene.reading.trees[draft.sentence].tokens[draft.token].pos == "NOUN" and draft.event_type in _DONE
    over = (draft.tense == "past" or (noun and draft.tense == "present")) and draft.factuality in TOLD
    within = end is not None and days.start is not None and days.end is not None and days.start < end < days.end
    return Interval(days.start, end) if over and within else days


def _lasts(scene: Scene, draft: Draft) -> bool:
    """Whether a verb tells of what goes on: has served, has been, has been fighting."""
    token = scene.reading.trees[draft.sentence].tokens[draft.token]
    # Six blasts have come since Monday, killing ten: up to now.
    done_along = token.dep == "advcl" and draft.event_type in _DONE
    return (
        draft.event_type == "GOVERN"
        or _is_held(scene, draft)
        or token.pos == "AUX"
        or (token.tag == "VBG" and not done_along)
        or token.lemma in dating_words("goes on")
    )


def _is_office(scene: Scene, draft: Draft) -> bool:
    """Whether a verb tells how somebody ruled, led or served: for as long as it says."""
    tree = scene.reading.trees[draft.sentence]
    rules = draft.event_type == "GOVERN" or tree.tokens[draft.token].lemma.lower() in lexicon.tenure_verbs()
    return rules and tree.tokens[draft.token].pos == "VERB" and not is_passive(tree, draft.token)


def _is_held(scene: Scene, draft: Draft) -> bool:
    """Has been detained since April: what was done to one person or thing then, and has held since."""
    tree = scene.reading.trees[draft.sentence]
    subjects = [tree.tokens[c] for c in tree.children(draft.token, "nsubjpass")]
    return any(s.tag in ("NN", "NNP") or s.text.lower() in ("he", "she", "it") for s in subjects) and not any(
        tree.children(s.index, "conj", "nummod") for s in subjects
    )


def _vague(scene: Scene, draft: Draft, expression: TemporalExpression, because: str) -> Link | None:
    """In recent years, earlier: no days of its own, so on or before publication."""
    published = scene.reading.document.published
    if published is None or published.end is None or draft.tense != "past":
        return None
    until = Interval(None, published.end)
    return Link(until, "publication-relative", "vague", expression, because + ", which names no days")
