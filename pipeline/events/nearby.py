"""Dates that a mention takes from its own sentence: known events, days after, occasions, what is told in one breath."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.calendar.interval import Interval
from pipeline.chronology import KnownMatch, interval_of
from pipeline.events import lexicon
from pipeline.events.link import Link, Rule, Scene
from pipeline.events.statements import is_saying
from pipeline.events.syntax import Tree, clause_verb, tense_of
from pipeline.knowledge import KnownEvent, chronology
from pipeline.model import Granularity, Token
from pipeline.resources import split

UNITS = {"hour": (1, 1), "day": (6, 14), "week": (31, 61), "month": (183, 366)}
"""How many days "hours", "days", "weeks", "months" reach: before a dated report of today, and after a past event."""
ROUNDING = frozenset(
    {"than", "least", "most", "within", "about", "almost", "nearly", "around", "some", "over", "under", "and"}
)
"""Words before a number that make it no exact count, or part of a longer one."""
MOST_COUNTED = 400
"""A larger count of days, weeks, months or years is no offset between two events of the news."""
SAME_GROUP = (frozenset({"ATTACK", "OCCUPY", "ASSAULT", "MOBILIZE"}), frozenset({"ELECTION", "COERCE", "PROTEST"}))


def known(scene: Scene, number: int) -> Link | None:
    """A public event of known date, by the words that mean it and nothing else."""
    match = _match(scene, number)
    if match is None:
        return None
    because = f"known event “{match.event.title}” (chronology: {match.event.source})"
    if _is_still_on(scene, number) and match.event.event_type == "ATTACK" and match.interval.is_day:
        lasting = Interval(match.interval.start, None)
        return Link(lasting, "cross-document", "day", None, because + ", spoken of as going on")
    return Link(match.interval, "cross-document", "day" if match.interval.is_day else "none", None, because)


def _match(scene: Scene, number: int) -> KnownMatch | None:
    """The known event that the trigger's words mean, of a kind that fits."""
    draft = scene.drafts[number]
    trigger = scene.tree(number).tokens[draft.token].span
    for match in scene.known():
        if not match.span.overlaps(trigger) or match.interval.start is None:
            continue
        same = match.event.event_type == draft.event_type
        if same or any({match.event.event_type, draft.event_type} <= group for group in SAME_GROUP):
            return match
    return None


def lasting(scene: Scene, number: int) -> Link | None:
    """Has let troops attack a country at war: the perfect, of a deed in a war still on, reaches back to its start."""
    draft, tree = scene.drafts[number], scene.tree(number)
    if draft.aspect != "perfect" or is_saying(scene.reading, draft):
        return None
    inside = set(tree.subtree(draft.token))
    if not any(
        d.sentence == draft.sentence and d.token in inside and d.event_type in ("ATTACK", "OCCUPY")
        for d in scene.drafts
    ):
        return None
    named = {name for i in inside for name in scene.reading.who(draft.sentence, i)}
    published = scene.reading.document.published
    for war, since in _wars():
        begun = published is not None and published.start is not None and since.start is not None
        if begun and since.start < published.start and _both_sides(war, named):  # type: ignore[operator,union-attr]
            because = f"part of a war that goes on: “{war.title}” (chronology: {war.source})"
            return Link(Interval(since.start, None), "event-anchored", "day", None, because)
    return None


@functools.cache
def _wars() -> tuple[tuple[KnownEvent, Interval], ...]:
    """The known events that opened something which goes on, with the days of their opening."""
    return tuple((event, interval_of(event.date)) for event in chronology() if event.lasts == "yes")


def _both_sides(war: KnownEvent, named: Iterable[str]) -> bool:
    """Whether somebody of either side of a war is among these names."""
    names = set(named)
    return bool(names & set(split(war.actors))) and bool(names & set(split(war.recipients)))


def _is_still_on(scene: Scene, number: int) -> bool:
    """A war or an invasion that is the subject of a clause in the present or perfect goes on."""
    draft, tree = scene.drafts[number], scene.tree(number)
    token = tree.tokens[draft.token]
    subject = token.pos == "NOUN" and token.dep in ("nsubj", "nsubjpass")
    return subject and draft.aspect in ("present", "perfect", "progressive")


def offset(scene: Scene, number: int) -> Link | None:
    """Days after X, Y: the undated one of the two lies so many days from the other."""
    found = _offset(scene, number)
    agreeing = None if found is None else _chronology_agrees(scene, number, found)
    return found if agreeing is None or found is None else replace(found, because=f"{found.because}; {agreeing}")


def _chronology_agrees(scene: Scene, number: int, found: Link) -> str | None:
    """What the background chronology knows of an event that the text itself dates: it supports, it does not replace."""
    match = _match(scene, number)
    if match is None or not found.interval.contains(match.interval):
        return None
    day = " to ".join(dict.fromkeys(str(x) for x in match.interval.iso()))
    return f"the chronology agrees: “{match.event.title}”, {day} ({match.event.source})"


def _offset(scene: Scene, number: int) -> Link | None:
    for anchor, main, reach, after, exact in _offsets(scene, scene.drafts[number].sentence):
        if number not in (anchor, main):
            continue
        other = main if number == anchor else anchor
        if made := _shifted(scene, other, reach, later=after == (number == main), exact=exact):
            return made
    return None


def places_another(scene: Scene, number: int) -> bool:
    """Whether it is the drone of "arrested a day after a drone hit": never on the day of what it places."""
    return any(anchor == number for anchor, *_ in _offsets(scene, scene.drafts[number].sentence))


def apart(rule: Rule) -> Rule:
    """A rule that hands on a day, which it does not hand to both ends of "a day after"."""

    @functools.wraps(rule)
    def ruled(scene: Scene, number: int) -> Link | None:
        return None if places_another(scene, number) else rule(scene, number)

    return ruled


def _offsets(scene: Scene, sentence: int) -> Iterator[tuple[int, int, tuple[int, int], bool, bool]]:
    """The pairs of a sentence that lie so many days apart: from which, which, reach, after, exact."""
    tree = scene.reading.trees[sentence]
    for token in tree.tokens[:-1]:
        unit, word = token.lemma.lower(), tree.tokens[token.index + 1].text.lower()
        if unit not in UNITS or word not in ("after", "before") or token.tag not in ("NNS", "NN"):
            continue
        right = [n for n in scene.by_sentence.get(sentence, ()) if scene.drafts[n].token > token.index + 1]
        nouns = [scene.numbers.get((sentence, c)) for c in tree.children(token.index + 1, "pobj")]
        verbs = [n for n in right if tree.tokens[scene.drafts[n].token].pos == "VERB"]
        anchor = next((n for n in [*nouns, *verbs, *right] if n is not None), None)
        main = _main_of(scene, sentence, token.index, anchor)
        if anchor is not None and main is not None and anchor != main:
            days = _counted(tree, token.index)
            yield anchor, main, days or UNITS[unit], word == "after", days is not None


def _counted(tree: Tree, at: int) -> tuple[int, int] | None:
    """The days that a counted unit says: a day is one, two weeks are fourteen, give or take half a week."""
    length = {"day": 1, "week": 7, "month": 30, "year": 365}.get(tree.tokens[at].lemma.lower())
    words = [t.text.lower() for t in tree.tokens[max(0, at - 2) : at]]
    last = words[-1] if words else ""
    count = 1.0 if last == "the" and tree.tokens[at].tag == "NN" else lexicon.cardinal(last)
    rounded = words[:1] and words[0] in ROUNDING
    if length is None or rounded or count is None or not 1 <= count <= MOST_COUNTED:
        return None
    return round(count * length) - length // 2, round(count * length) + length // 2


def _main_of(scene: Scene, sentence: int, at: int, anchor: int | None) -> int | None:
    """The event that the offset places: what stands before it, or the first main verb after the anchor."""
    if anchor is None:
        return None
    tree = scene.reading.trees[sentence]
    first = scene.drafts[anchor].token
    below = set(tree.subtree(first))
    left = [
        n
        for n, d in enumerate(scene.drafts)
        if d.sentence == sentence and d.token < at and tree.tokens[d.token].pos == "VERB"
    ]
    if left:
        roots = [n for n in left if tree.tokens[scene.drafts[n].token].dep in ("ROOT", "conj", "ccomp")]
        return (roots or left)[-1]
    right = [
        n for n, d in enumerate(scene.drafts) if d.sentence == sentence and d.token > first and d.token not in below
    ]
    return next((n for n in right if tree.tokens[scene.drafts[n].token].pos == "VERB"), None)


def _shifted(scene: Scene, other: int, reach: tuple[int, int], *, later: bool, exact: bool) -> Link | None:
    base = scene.links.get(other)
    if base is None or base.interval.start is None or base.interval.end is None:
        return None
    start, end = base.interval.start, base.interval.end
    trigger = scene.tree(other).tokens[scene.drafts[other].token].text
    side = "after" if later else "before"
    if exact:
        near, far = reach
        made = Interval(start + near, end + far) if later else Interval(start - far, end - near)
        days = f"{near} day{'s' * (near > 1)}" if near == far else f"{near} to {far} days"
        fine: Granularity = "day" if made.is_day else "none"
        return Link(made, "event-anchored", fine, base.expression, f"{days} {side} “{trigger}”")
    whole_days = reach[1] > 1
    if later:
        made = Interval(start + 1 if whole_days else start, end + reach[1])
    else:
        made = Interval(start - reach[0], max(start, end - 1) if whole_days else end)
    because = f"within {reach[1] if later else reach[0]} days {side} “{trigger}”"
    return Link(made, "event-anchored", "none", base.expression, because)


def setting(scene: Scene, number: int) -> Link | None:
    """During a parade, he spoke: the deed and the occasion it happened at share their day."""
    draft, tree = scene.drafts[number], scene.tree(number)
    for prep in tree.children(draft.token, "prep"):
        if tree.tokens[prep].text.lower() in ("during", "at", "in"):
            for inner in tree.children(prep, "pobj"):
                if found := _taken(scene, draft.sentence, inner):
                    return found
    head = tree.tokens[tree.tokens[draft.token].head]
    if tree.tokens[draft.token].dep == "pobj" and head.text.lower() in ("during", "at"):
        return _taken(scene, draft.sentence, head.head)
    return None


def coordinated(scene: Scene, number: int) -> Link | None:
    """The vote and the crackdown; crushing the revolt, jailing its leaders: told in one breath, they share a date."""
    draft, tree = scene.drafts[number], scene.tree(number)
    token = tree.tokens[draft.token]
    told_along = token.dep == "advcl" and token.tag == "VBG" and not tree.children(token.index, "mark")
    if token.dep == "conj" or told_along:
        return _following(scene, draft.sentence, token.head) or _taken(scene, draft.sentence, token.head)
    later = [c for c in tree.children(draft.token, "conj") if not tree.children(c, "nsubj", "nsubjpass")]
    return next((x for c in later if (x := _taken(scene, draft.sentence, c))), None) if token.pos == "VERB" else None


def along(scene: Scene, number: int) -> Link | None:
    """Opened the show by walking on; went on to speak: what a participle or infinitive adds has the verb's day."""
    tree, token = scene.tree(number), scene.tree(number).tokens[scene.drafts[number].token]
    if token.pos != "VERB" or scene.drafts[number].factuality in ("planned", "hypothetical", "denied"):
        return None
    head = _told_along(tree, token)
    if head is None:
        return None
    sentence = scene.drafts[number].sentence
    base = scene.link_at(sentence, head)
    told = base is not None and base.interval.is_day and tense_of(tree, head) == "past"
    return _taken(scene, sentence, head) if told else None


def _told_along(tree: Tree, token: Token) -> int | None:
    """The verb whose time a dependent verb shares: by walking on, went on to speak, while walking, where he spoke."""
    head = tree.tokens[token.head]
    marks = {tree.tokens[c].text.lower() for c in tree.children(token.index, "mark")}
    if token.dep == "pcomp" and token.tag == "VBG" and head.text.lower() in ("by", "in", "with", "while"):
        return head.head
    if token.dep == "xcomp" and (head.lemma.lower(), "VERB") not in lexicon.irrealis():
        return head.index
    if token.dep == "advcl" and token.tag == "VBG" and marks <= {"while", "when"}:
        return head.index
    places = {tree.tokens[c].text.lower() for c in tree.children(token.index, "advmod")}
    if token.dep == "relcl" and "where" in places and tense_of(tree, token.index) == "past":
        return clause_verb(tree, token.head)
    return None


def cause(scene: Scene, number: int) -> Link | None:
    """Was left fuming yesterday after police seized his car: what a clause with "after" tells came by that day."""
    draft, tree = scene.drafts[number], scene.tree(number)
    token = tree.tokens[draft.token]
    marks = {tree.tokens[c].text.lower() for c in tree.children(draft.token, "mark")}
    if token.dep != "advcl" or "after" not in marks or draft.factuality in ("planned", "hypothetical", "denied"):
        return None
    base = scene.link_at(draft.sentence, token.head)
    if base is None or not base.interval.is_day or tense_of(tree, token.head) != "past":
        return None
    because = f"after it came “{tree.tokens[token.head].text}”: on or before that day"
    return Link(Interval(None, base.interval.end), "event-anchored", "none", base.expression, because)


def _following(scene: Scene, sentence: int, token: int) -> Link | None:
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


def _taken(scene: Scene, sentence: int, token: int) -> Link | None:
    base = scene.link_at(sentence, token)
    if base is None or base.interval.start is None:
        return None
    text = scene.reading.trees[sentence].tokens[token].text
    return Link(base.interval, "inherited", base.granularity, base.expression, f"goes with “{text}”")


def supported(scene: Scene, number: int) -> Link | None:
    """Launched an invasion: the light verb has the day of the noun it lends its tense to."""
    draft, tree = scene.drafts[number], scene.tree(number)
    if tree.tokens[draft.token].lemma.lower() not in lexicon.support_verbs():
        return None
    return next((x for c in tree.children(draft.token, "dobj") if (x := _taken(scene, draft.sentence, c))), None)
