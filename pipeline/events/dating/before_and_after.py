"""Dates of what the text places before or after another event, and of that event: bounds, never the other's own day."""

from __future__ import annotations

import functools
import re

from pipeline.calendar.interval import Interval
from pipeline.events import lexicon
from pipeline.events.dating.compared import is_standard
from pipeline.events.dating.inherited import dated_main, named_days
from pipeline.events.dating.link import Link, Rule, Scene, dating_of
from pipeline.events.dating.main_line import in_main_line
from pipeline.events.dating.matter import is_matter
from pipeline.events.dating.offsets import follows_shortly, places_another
from pipeline.events.dating.placing import Place, adverb, places
from pipeline.events.dating.told_of import is_noun, told_before
from pipeline.events.parse.syntax import Tree, clause_verb
from pipeline.events.placing_lexicon import Side
from pipeline.events.triggers.saying import is_saying
from pipeline.vocabulary import TOLD

LONG = re.compile(r"P(?:\d+|X)(?:W|M|Y|DE|C)")
"""How the value of a length of weeks or more begins."""
_MONTHS = 60
"""Days after which a story no longer goes on with what it told of."""


def apart(rule: Rule) -> Rule:
    """A rule that hands on a day: never to what only lies before or after something, nor to what is compared with."""

    @functools.wraps(rule)
    def ruled(scene: Scene, number: int) -> Link | None:
        if (found := rule(scene, number)) is None:  # Most have no answer, and then nothing else need be asked.
            return None
        tree, token = scene.tree(number), scene.drafts[number].token
        other = is_standard(tree, token) or is_matter(tree, token)
        other = other or lasts_long(scene, number) or places_another(scene, number)
        return None if other or is_placed(scene, number, found.interval, opens=found.fresh) else found

    return ruled


def lasts_long(scene: Scene, number: int) -> bool:
    """Whether it went on for weeks or longer: was ruled from Moscow for centuries, and not on the day of the story."""
    draft, tree = scene.drafts[number], scene.tree(number)
    verb = clause_verb(tree, draft.token)
    if draft.event_type == "SANCTION":  # Jailed for five years: so long it is to last.
        return False
    lengths = [o for p in tree.children(verb, "prep") for o in tree.children(p, "pobj") if _for_long(tree, p)]
    if not lengths:
        return False
    spans = [e.span for e in scene.reading.times_in(tree.sentence.span) if LONG.match(e.value)]
    return any(tree.tokens[o].span.overlaps(span) for o in lengths for span in spans)


def _for_long(tree: Tree, prep: int) -> bool:
    return tree.tokens[prep].text.lower() in ("for", "over")


def is_placed(scene: Scene, number: int, days: Interval | None = None, *, opens: bool = False) -> bool:
    """Whether it is told to lie before or after something, or places something else: it has a time of its own.

    What comes after the talks that the text has told of goes on with them, where these are of about those `days`. What
    the report `opens` with is its news, whatever it came after.
    """
    draft, tree = scene.drafts[number], scene.tree(number)
    verb = clause_verb(tree, draft.token)
    if draft.token == verb and any(adverb(tree, each) is not None for each in _told_in_one_breath(tree, verb)):
        return True
    for index in {draft.token, verb}:
        place, other = scene.placed[draft.sentence].get(index), places(tree, index)
        if other is not None and not _is_next_step(tree, other[1]) and told_before(scene, number, index) is None:
            return True
        if (
            place is not None
            and _is_event(scene, number, place.other)
            and not _goes_on_with(scene, number, place, days, opens=opens)
        ):
            return True
    return False


def _told_in_one_breath(tree: Tree, verb: int) -> list[int]:
    """A verb, and the one before it with the same subject: was later released and placed under arrest."""
    token = tree.tokens[verb]
    shared = token.dep == "conj" and not tree.children(verb, "nsubj", "nsubjpass")
    return [verb, token.head] if shared else [verb]


def _is_event(scene: Scene, number: int, token: int) -> bool:
    """Only events place others: one who appeared before a court did not appear earlier than the court."""
    draft, word = scene.drafts[number], scene.tree(number).tokens[token]
    known = (word.lemma.lower(), "NOUN") in lexicon.event_types()
    return word.pos in ("VERB", "AUX") or known or (draft.sentence, token) in scene.numbers


def _goes_on_with(scene: Scene, number: int, place: Place, days: Interval | None, *, opens: bool) -> bool:
    """Whether it is the news all the same: it opens the report, or came after what was told, or a day or so after."""
    draft, tree = scene.drafts[number], scene.tree(number)
    if place.side == "before":
        return _is_next_step(tree, place)
    opens = opens or (scene.backdrop.place(draft.sentence) in ("first", "aside") and in_main_line(tree, draft.token))
    told = told_before(scene, number, place.other)
    return opens or (told is not None and not _long_apart(told.interval, days)) or follows_shortly(scene, number)


def _long_apart(one: Interval, other: Interval | None) -> bool:
    """Whether months lie between two stretches of days."""
    if other is None or one.end is None or other.start is None:
        return False
    return other.start - one.end > _MONTHS


def _is_next_step(tree: Tree, place: Place) -> bool:
    """Waited before proceeding: the same people do the one right after the other."""
    return place.side == "before" and tree.tokens[place.other].dep == "pcomp"


def comes_next(scene: Scene, number: int) -> bool:
    """Whether it is the vote of "arrested before the vote": later than what is told, be it over or still to come."""
    found = places(scene.tree(number), scene.drafts[number].token)
    return found is not None and found[1].side == "before" and is_noun(scene, number)


def beside_another(scene: Scene, number: int) -> Link | None:
    """Led protests after the vote of March 19, arrested ahead of it: later than that day, or earlier, or on it."""
    draft, tree = scene.drafts[number], scene.tree(number)
    place = scene.placed[draft.sentence].get(draft.token)
    if place is None or draft.factuality not in TOLD or draft.tense != "past":
        return None
    base = scene.link_at(draft.sentence, place.other) or told_before(scene, number, place.other)
    base = base or _named_there(scene, draft.sentence, place.other)
    if base is None or base.bounded_only:
        return None
    verb = "was" if place.words.endswith(" by") else "came"
    return _bounded(scene, base, place.side, f"it {verb} {place.words} “{tree.tokens[place.other].text}”")


def _named_there(scene: Scene, sentence: int, token: int) -> Link | None:
    """The days of an expression that hangs on a noun which is no event of the timeline: after the feast of May 5."""
    for each in scene.attached[sentence]:
        if each.governor == token and each.days is not None and (sentence, token) not in scene.numbers:
            because = f"“{each.expression.text}” belongs to “{each.hook}”"
            fine = each.expression.granularity
            return Link(each.days, dating_of(each.expression), fine, each.expression, because)
    return None


def placing(scene: Scene, number: int) -> Link | None:
    """Was left fuming yesterday after police seized his car: what a clause with "after" tells came by that day."""
    draft, tree = scene.drafts[number], scene.tree(number)
    found = places(tree, draft.token)
    if found is None or is_noun(scene, number) or draft.factuality not in TOLD:
        return None
    main, place = found
    base = scene.link_at(draft.sentence, main)
    if base is None or base.interval.width is None or draft.tense == "future":
        return None
    other: Side = "before" if place.side == "after" else "after"
    return _bounded(scene, base, other, f"{place.side} it came “{tree.tokens[main].text}”")


def in_sequence(scene: Scene, number: int) -> Link | None:
    """Had earlier said, was later released, has since left: before or after what the text told last."""
    draft, tree = scene.drafts[number], scene.tree(number)
    word = adverb(tree, draft.token) if tree.tokens[draft.token].pos == "VERB" else None
    if word is None or draft.factuality not in TOLD or draft.tense == "future":
        return None
    if word.side == "before" and draft.aspect != "pluperfect":
        return None  # "Said earlier" counts back from the report, not from the day it tells of.
    base = _told_last(scene, number, words_count=word.words == "since")
    return None if base is None else _bounded(scene, base[0], word.side, f"“{word.words}” than “{base[1]}”")


def _told_last(scene: Scene, number: int, *, words_count: bool) -> tuple[Link, str] | None:
    """The dated event told last before this one: in its own sentence, else in the main line of the one before.

    What somebody said then tells of other times; only "since" may count from the saying.
    """
    draft, tree = scene.drafts[number], scene.tree(number)
    for other in reversed(scene.by_sentence[draft.sentence]):
        base = scene.links.get(other)
        here = scene.drafts[other].token
        told = here < draft.token or here in set(tree.ancestors(draft.token))
        if told and base is not None and base.interval.width is not None:
            return base, tree.tokens[here].text
    if draft.sentence == 0:
        return None
    named = named_days(scene, draft.sentence - 1)
    done = [(n, found) for n, found in named if words_count or not is_saying(scene.reading, scene.drafts[n])]
    if done:
        other, found = done[-1]
        return found, scene.tree(other).tokens[scene.drafts[other].token].text
    return dated_main(scene, draft.sentence - 1, before=number)


def _bounded(scene: Scene, base: Link, side: Side, because: str) -> Link | None:
    """From the day of `base` up to publication, or up to that day; None when there is nothing to bound by."""
    published = scene.reading.document.published
    last = published.end if published is not None else None
    start, end = base.interval.start, base.interval.end
    if side == "before":
        days = None if end is None or (last is not None and end > last) else Interval(None, end)
        tail = ": on or before that day"
    else:
        days = None if start is None or last is None or start >= last else Interval(start, last)
        tail = ": on that day or later, and before publication"
    if days is None:
        return None
    return Link(days, "event-anchored", "none", base.expression, f"{because} ({base.because}){tail}")
