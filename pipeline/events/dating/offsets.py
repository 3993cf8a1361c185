"""Days after X, Y: two events that lie so many days apart, of which one is dated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from pipeline.calendar.interval import Interval
from pipeline.events.dating.counted import LENGTHS, counted_days
from pipeline.events.dating.link import Link, Offset, Scene
from pipeline.events.dating.offset_bases import comes_now, of_what_began
from pipeline.events.dating.public_record import known_match
from pipeline.events.dating.told_of import told_before
from pipeline.events.parse.syntax import Tree
from pipeline.model import Granularity, TemporalExpression

UNITS = {"minute": (0, 0), "hour": (1, 1), "day": (6, 14), "week": (31, 61), "month": (183, 366), "year": (366, 366)}
"""How many days "hours", "days", "weeks", "months" reach: before a dated report of today, and after a past event.

Years after it are at least one and may be any number.
"""
SHORTLY = 14
"""Days after an event that what follows it is still told as one story with it."""


def offset(scene: Scene, number: int) -> Link | None:
    """Days after X, Y: the undated one of the two lies so many days from the other."""
    found = _offset(scene, number)
    if found is None:
        return None
    if scene.drafts[number].tense == "past":
        found = replace(found, interval=_told_so_far(scene, found.interval))
    agreeing = _chronology_agrees(scene, number, found)
    return found if agreeing is None else replace(found, because=f"{found.because}; {agreeing}")


def _chronology_agrees(scene: Scene, number: int, found: Link) -> str | None:
    """What the background chronology knows of an event that the text itself dates: it supports, it does not replace."""
    match = known_match(scene, number)
    if match is None or not found.interval.contains(match.interval):
        return None
    day = " to ".join(dict.fromkeys(str(x) for x in match.interval.iso()))
    return f"the chronology agrees: “{match.event.title}”, {day} ({match.event.source})"


def _offset(scene: Scene, number: int) -> Link | None:
    if made := _from_a_date(scene, number):
        return made
    for each in _of_sentence(scene, scene.drafts[number].sentence):
        if number not in (each.anchor, each.main):
            continue
        if number == each.main and (now := comes_now(scene, number)) is not None:
            return now
        other = each.main if number == each.anchor else each.anchor
        if made := _shifted(scene, other, each.reach, later=each.after == (number == each.main), exact=each.exact):
            return made
    return None


def _from_a_date(scene: Scene, number: int) -> Link | None:
    """May 2, the day before X: the words name the day, and X lies so far from it."""
    sentence = scene.drafts[number].sentence
    for expression, word, reach, anchor in _dated_offsets(scene, sentence):
        start, end = expression.interval.start, expression.interval.end  # type: ignore[union-attr]
        if anchor == number and start is not None and end is not None:
            near, far = reach
            days = Interval(start + near, end + far) if word == "before" else Interval(start - far, end - near)
            because = f"“{expression.text} {word}” it is {_written(expression)}"
            return Link(days, "event-anchored", "day" if days.is_day else "none", expression, because)
    return None


def _written(expression: TemporalExpression) -> str:
    return " to ".join(dict.fromkeys(str(day) for day in expression.interval.iso())) if expression.interval else ""


def _dated_offsets(
    scene: Scene, sentence: int
) -> Iterator[tuple[TemporalExpression, str, tuple[int, int], int | None]]:
    """Expressions such as "the day" before X that another date explains, with how far X lies, and X."""
    tree = scene.reading.trees[sentence]
    for each in scene.attached[sentence]:
        if each.days is None or not each.expression.local_value.startswith("event"):
            continue
        last = next((t.index for t in reversed(tree.tokens) if t.span.overlaps(each.expression.span)), -1)
        if last + 1 >= len(tree.tokens):
            continue
        word = tree.tokens[last + 1].text.lower()
        known = tree.tokens[last].lemma.lower() in LENGTHS and word in ("after", "before")
        reach = counted_days(tree, last) if known else None
        if reach is not None and each.expression.interval is not None:
            yield each.expression, word, reach, _after_word(scene, sentence, last + 1)


def _after_word(scene: Scene, sentence: int, at: int) -> int | None:
    """The event that "before" or "after" at this token leads to: a noun under it, else the first verb behind it."""
    tree = scene.reading.trees[sentence]
    right = [n for n in scene.by_sentence.get(sentence, ()) if scene.drafts[n].token > at]
    nouns = [scene.numbers.get((sentence, c)) for c in tree.children(at, "pobj")]
    verbs = [n for n in right if tree.tokens[scene.drafts[n].token].pos == "VERB"]
    return next((n for n in [*nouns, *verbs, *right] if n is not None), None)


def places_another(scene: Scene, number: int) -> bool:
    """Whether it is the drone of "arrested a day after a drone hit": never on the day of what it places."""
    return any(each.anchor == number for each in _of_sentence(scene, scene.drafts[number].sentence))


def is_counted_from(scene: Scene, number: int) -> bool:
    """Was killed several days after the murder: not on the day of the scene, whenever that murder was."""
    return any(
        each.main == number and not each.exact and each.reach[1] > 1
        for each in _of_sentence(scene, scene.drafts[number].sentence)
    )


def follows_shortly(scene: Scene, number: int) -> bool:
    """Whether it came hours or a few days after another event: it is the news, and the other what led to it."""
    pairs = _of_sentence(scene, scene.drafts[number].sentence)
    return any(each.main == number and each.after and each.reach[1] <= SHORTLY for each in pairs)


def _of_sentence(scene: Scene, sentence: int) -> tuple[Offset, ...]:
    """The pairs of a sentence that lie so many days apart."""
    if sentence not in scene.offsets:
        scene.offsets[sentence] = tuple(_offsets(scene, sentence))
    return scene.offsets[sentence]


def _offsets(scene: Scene, sentence: int) -> Iterator[Offset]:
    tree = scene.reading.trees[sentence]
    taken = {anchor for _, _, _, anchor in _dated_offsets(scene, sentence)}
    for token in tree.tokens[:-1]:
        unit, word = token.lemma.lower(), tree.tokens[token.index + 1].text.lower()
        if unit not in LENGTHS or word not in ("after", "before") or token.tag not in ("NNS", "NN"):
            continue
        days = counted_days(tree, token.index) or UNITS.get(unit)
        if days is None or (days == UNITS["year"] and _less(tree, token.index)) or _stands_alone(tree, token.index + 1):
            continue
        if _is_how_long(tree, token.index):
            continue
        anchor = _after_word(scene, sentence, token.index + 1)
        main = _main_of(scene, sentence, token.index, anchor)
        if anchor is not None and main is not None and anchor != main and anchor not in taken:
            yield Offset(anchor, main, days, word == "after", days != UNITS.get(unit))


def _less(tree: Tree, at: int) -> bool:
    """Half a year after, within two years after: less than years."""
    words = {t.text.lower() for t in tree.tokens[max(0, at - 3) : at]}
    return tree.tokens[at].tag == "NN" or bool(words & {"less", "half", "within", "under"})


def _is_how_long(tree: Tree, at: int) -> bool:
    """Jailed for 14 years after the trial: how long, and not how much later."""
    return any(t.text.lower() == "for" for t in tree.tokens[max(0, at - 2) : at])


def _stands_alone(tree: Tree, at: int) -> bool:
    """Whether "before" has nothing after it to count from: "had met a few days before in Sochi" looks back from now."""
    if at + 1 >= len(tree.tokens):
        return True
    following = tree.tokens[at + 1]
    return following.pos in ("PUNCT", "CCONJ") or following.tag == "IN"


def _main_of(scene: Scene, sentence: int, at: int, anchor: int | None) -> int | None:
    """The event that the offset places: what stands before it, or the first main verb after the anchor."""
    if anchor is None:
        return None
    tree = scene.reading.trees[sentence]
    first = scene.drafts[anchor].token
    below = set(tree.subtree(first))
    here = [(n, scene.drafts[n].token) for n in scene.by_sentence.get(sentence, ())]
    left = [n for n, token in here if token < at and tree.tokens[token].pos == "VERB"]
    if left:
        roots = [n for n in left if tree.tokens[scene.drafts[n].token].dep in ("ROOT", "conj", "ccomp")]
        above = next((a for a in tree.ancestors(at) if tree.tokens[a].pos == "VERB"), None)
        own = scene.numbers.get((sentence, above)) if above is not None else None
        beneath = own in left and tree.tokens[scene.drafts[own].token].dep == "relcl"
        return own if beneath else (roots or left)[-1]  # Who was seen days before the blast: the seeing was.
    right = (n for n, t in here if t > first and t not in below and tree.tokens[t].pos == "VERB")
    return next(right, None)


def _told_so_far(scene: Scene, days: Interval) -> Interval:
    """What is told has happened by the day of publication, however far the unit reaches."""
    published = scene.reading.document.published
    end = published.end if published is not None else None
    within = end is not None and days.start is not None and days.start < end < (days.end or end + 1)
    return Interval(days.start, end) if within else days


def _of_years(first: int, last: int) -> Interval:
    """From the first to the last day, and the whole of the years in the middle: 1997 is six years after late 1991."""
    reach = LENGTHS["year"] // 2
    begins, ends = (dt.date.fromordinal(day).year for day in (first + reach, last - reach))
    years = Interval(dt.date(begins, 1, 1).toordinal(), dt.date(ends + 1, 1, 1).toordinal())
    return years.hull(Interval(first, last + 1))


def _shifted(scene: Scene, other: int, reach: tuple[int, int], *, later: bool, exact: bool) -> Link | None:
    base = scene.links.get(other) or of_what_began(scene, other) or comes_now(scene, other)
    base = base or told_before(scene, other, scene.drafts[other].token)
    if base is None or base.interval.start is None or base.interval.end is None:
        return None
    start, end = base.interval.start, base.interval.end
    trigger = scene.tree(other).tokens[scene.drafts[other].token].text
    side = "after" if later else "before"
    if exact:
        near, far = reach
        made = Interval(start + near, end + far) if later else Interval(start - far, end - near)
        days = f"{near} day{'s' * (near > 1)}" if near == far else f"{near} to {far} days"
        if far - near >= LENGTHS["year"] - 1 and made.start is not None and made.end is not None:
            made = _of_years(made.start, made.end - 1)
            years = round((near + far) / 2 / LENGTHS["year"])
            days = f"{years} year{'s' * (years > 1)}, give or take half a year or by the calendar,"
        fine: Granularity = "day" if made.is_day else "none"
        return Link(made, "event-anchored", fine, base.expression, f"{days} {side} “{trigger}”")
    whole_days = reach[1] > 1
    if reach == UNITS["year"]:
        made = Interval(start + LENGTHS["year"], None) if later else Interval(None, end - LENGTHS["year"])
        return Link(made, "event-anchored", "none", base.expression, f"years {side} “{trigger}”")
    if later:
        made = Interval(start + 1 if whole_days else start, end + reach[1])
    else:
        made = Interval(start - reach[0], max(start, end - 1) if whole_days else end)
    most = reach[1] if later else reach[0]
    because = f"within {most} days {side} “{trigger}”" if most else f"minutes {side} “{trigger}”, on its day"
    return Link(made, "event-anchored", "none", base.expression, because)
