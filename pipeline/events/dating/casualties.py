"""A man has been killed. Another was wounded: in a report that opens with a harm, one more is of its days."""

from __future__ import annotations

from pipeline.calendar.interval import Interval
from pipeline.events.dating.attachment import Attachment
from pipeline.events.dating.harm import HARM
from pipeline.events.dating.link import Link, Scene
from pipeline.events.dating.main_line import in_main_line
from pipeline.events.dating.own_time import has_time_of_its_own
from pipeline.events.determiner_lexicon import determiners
from pipeline.events.parse.syntax import Tree, clause_verb
from pipeline.events.parse.tense import tense_of
from pipeline.events.triggers.saying import is_saying
from pipeline.settings.events import OPENING_DAYS, OPENING_SENTENCES
from pipeline.vocabulary import TOLD

_BRIEF = 2
"""Days of an attack overnight."""
_LONG = 31
"""Days before the news from which on a time belongs to its background."""
_REACH = 10
"""Sentences over which a report goes on counting who was hurt."""


def more_harm(scene: Scene, number: int) -> Link | None:
    """The days of the harm that the report opens with, as long as no sentence between names any other day."""
    draft, tree = scene.drafts[number], scene.tree(number)
    if draft.event_type not in HARM or draft.factuality not in TOLD or draft.polarity == "negative":
        return None
    verb = clause_verb(tree, draft.token)
    told = verb == draft.token and tense_of(tree, verb) in ("past", "pluperfect") and _is_told(scene, number, verb)
    if not told or scene.attached[draft.sentence] or has_time_of_its_own(scene, draft.sentence, verb):
        return None
    opening = _opening(scene, draft.sentence)
    if opening is None or _are_known(scene, opening[0], tree, verb):
        return None
    if not stays(scene, opening[0], draft.sentence, opening[1].interval):
        return None
    because = f"one more harm in a report that opens with “{opening[2]}” and names no other day"
    return Link(opening[1].interval, "inherited", "none", opening[1].expression, because)


def _is_told(scene: Scene, number: int, verb: int) -> bool:
    """Whether the main line tells it, or somebody whom the main line lets speak; and not in a quotation."""
    tree = scene.tree(number)
    if scene.reading.quotation_at(tree.tokens[verb].span.start) is not None:
        return False
    return in_main_line(tree, _said_by(scene, number, verb))


def _are_known(scene: Scene, opening: int, tree: Tree, verb: int) -> bool:
    """The guards of the school were injured: whom the opening has not told of may have been hurt on another day."""
    hurt = [s for s in tree.children(verb, "nsubjpass") if _words_before(tree, s) & determiners("known")]
    told = {t.lemma.lower() for t in scene.reading.trees[opening].tokens if t.pos == "NOUN"}
    return any(tree.tokens[s].lemma.lower() not in told for s in hurt)


def _words_before(tree: Tree, noun: int) -> set[str]:
    return {tree.tokens[c].text.lower() for c in tree.children(noun, "det")}


def _said_by(scene: Scene, number: int, verb: int) -> int:
    """The verb of saying above a clause, or the clause's own verb."""
    tree: Tree = scene.tree(number)
    first = tree.tokens[verb].head if tree.tokens[verb].dep in ("conj", "advcl") else verb
    if (stated := _stated(tree, first)) is not None:
        return stated
    above = scene.numbers.get((scene.drafts[number].sentence, tree.tokens[first].head))
    said = tree.tokens[first].dep == "ccomp" and above is not None and is_saying(scene.reading, scene.drafts[above])
    return tree.tokens[first].head if said else verb


def _stated(tree: Tree, verb: int) -> int | None:
    """The verb above a clause that its statement hangs on: said in a statement that ten men were wounded."""
    noun = tree.tokens[verb].head
    prep = tree.tokens[noun].head
    hangs = tree.tokens[verb].dep == "acl" and tree.tokens[noun].dep == "pobj" and tree.tokens[prep].dep == "prep"
    that = any(tree.tokens[c].text.lower() == "that" for c in tree.children(verb, "mark"))
    return tree.tokens[prep].head if hangs and that else None


def _opening(scene: Scene, before: int) -> tuple[int, Link, str] | None:
    """Sentence, days and word of the harm that the report opens with as just done."""
    body = [n for n in range(before) if scene.backdrop.body[n] >= 0][: int(OPENING_SENTENCES.number)]
    for sentence in body if before - min(body, default=0) <= _REACH else []:
        for number in scene.by_sentence.get(sentence, ()):
            found, draft = scene.links.get(number), scene.drafts[number]
            if found is not None and draft.event_type in HARM - {"DEATH", "HEALTH"} and _is_news(scene, found):
                return sentence, found, scene.tree(number).tokens[draft.token].text
    return None


def _is_news(scene: Scene, found: Link) -> bool:
    """Whether it is told as just done, or of a day or night of the last days."""
    published, start, width = scene.reading.document.published, found.interval.start, found.interval.width
    today = published.start if published is not None else None
    if found.fresh or start is None or width is None or today is None:
        return found.fresh
    return found.expression is not None and width <= _BRIEF and 0 <= today - start <= int(OPENING_DAYS.number)


def stays(scene: Scene, first: int, last: int, days: Interval) -> bool:
    """Whether every time named between two sentences, but for what only the background has, lies in these days."""
    between = ((n, a) for n in range(first, last) for a in scene.attached[n] if a.expression.type != "DURATION")
    return all(
        _names_a_kind(scene.reading.trees[n], a)
        if a.days is None
        else a.days.intersect(days) == a.days or _is_background(scene.reading.trees[n], a, days)
        for n, a in between
    )


def _names_a_kind(tree: Tree, attached: Attachment) -> bool:
    """The recent raids: an adjective without days tells which are meant, and takes a report to no other day."""
    return tree.tokens[attached.first].dep == "amod" and tree.tokens[attached.governor].pos == "NOUN"


def _is_background(tree: Tree, attached: Attachment, days: Interval) -> bool:
    """Whether a time long before hangs on no past verb of the main line: has struck more since quitting in July."""
    verb, end = clause_verb(tree, attached.governor), attached.days.end if attached.days is not None else None
    long_ago = end is not None and days.start is not None and end < days.start - _LONG
    since = attached.preposition == "since"
    return (long_ago or since) and not (in_main_line(tree, verb) and tense_of(tree, verb) == "past")
