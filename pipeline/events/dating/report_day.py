"""The day a report tells of: named by its opening or its date line, kept by its main line until another day comes."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from pipeline.calendar.interval import Interval
from pipeline.events.dating.answers import answered, is_what_was_said, is_words, told_on
from pipeline.events.dating.attachment import BOUNDS
from pipeline.events.dating.flashback import is_done_to_what_is_over, looks_back_on_another_day
from pipeline.events.dating.held_there import is_kept_there
from pipeline.events.dating.inherited import breaks, named_days, of_one_before, people
from pipeline.events.dating.link import Link, Scene
from pipeline.events.dating.main_line import in_main_line
from pipeline.events.dating.moved_on import moved_on
from pipeline.events.dating.one_scene import in_the_scene, same_scene
from pipeline.events.dating.own_time import has_time_of_its_own, is_of_kin
from pipeline.events.dating.papers import is_owned
from pipeline.events.parse.syntax import Tree, clause_verb, subjects
from pipeline.events.parse.tense import tense_of
from pipeline.events.triggers.saying import is_saying
from pipeline.model import TemporalExpression
from pipeline.settings.events import OPENING_DAYS, OPENING_SENTENCES, SCENE_REACH

MARKS = '"“”«»'
VIOLENT = frozenset({"DEATH", "ASSAULT", "ATTACK"})
"""What is the news of its day wherever it is told first, and else looked back on: his mother died at sea."""
DATE_LINE = 60
"""Characters of a place and an agency's name that may stand before the date of a date line."""


def story_day(scene: Scene, number: int) -> Link | None:
    """The main line of a report stays on the day its opening names, until a sentence of the main line names another."""
    draft, tree = scene.drafts[number], scene.tree(number)
    verb = clause_verb(tree, draft.token)
    told = (
        tense_of(tree, verb) == "past"
        and verb == draft.token
        and not is_kept_there(tree, verb)
        and draft.factuality in ("asserted", "reported")
    )
    if not told or not in_main_line(tree, verb) or has_time_of_its_own(scene, draft.sentence, verb):
        return None
    if draft.polarity == "negative" or _spoken(scene, tree.tokens[draft.token].span.start):
        return None
    opening = None if of_one_before(tree, verb) or is_of_kin(scene, number) else _opening(scene)
    if opening is None or opening[1] >= draft.sentence or moved_on(scene, opening, draft.sentence):
        return None
    # After an aside in the present "he" goes on with the aside; who is named again goes on with the story.
    if draft.sentence > 0 and breaks(scene, draft.sentence - 1) and _is_pronoun(tree, verb):
        return None
    base = opening[0]
    looks_back = opening[1] >= 0 and is_what_was_said(scene, base, opening[1], number)
    looks_back = looks_back or looks_back_on_another_day(scene, base, number) or _is_told_as_older(scene, number)
    looks_back = looks_back or is_done_to_what_is_over(scene, base, number)
    looks_back = looks_back or (draft.event_type in VIOLENT and not _tells_of_violence(scene, base, draft.sentence))
    return None if looks_back else _kept(scene, base, number, verb)


def _kept(scene: Scene, base: Link, number: int, verb: int) -> Link | None:
    """The day of the story for a deed of those whom it is about, and for what anybody says to it."""
    sentence = scene.drafts[number].sentence
    known = people(scene, sentence) & (_introduced(scene) | _of_that_day(scene, base, sentence))
    if known or _goes_on(scene, base, sentence, verb):
        return told_on(scene, base, number)
    if same_scene(scene, base, number):
        return in_the_scene(base)
    return answered(scene, base) if is_words(scene, number) else None


def _tells_of_violence(scene: Scene, base: Link, sentence: int) -> bool:
    """Whether the opening tells of deaths or attacks of that day, or this is its first sentence."""
    opening = _first_sentences(scene)
    told = (n for at in opening for n in scene.by_sentence.get(at, ()))
    return sentence in opening[:1] or any(
        scene.drafts[n].event_type in VIOLENT and n in scene.links and scene.links[n].interval == base.interval
        for n in told
    )


def _is_told_as_older(scene: Scene, number: int) -> bool:
    """Freed was Orlova, who refused to leave. She refused to board: again what the opening tells by the way."""
    draft, lemma = scene.drafts[number], scene.tree(number).tokens[scene.drafts[number].token].lemma
    for other in (n for at in _first_sentences(scene) for n in scene.by_sentence.get(at, ())):
        told, tree = scene.drafts[other], scene.tree(other)
        if tree.tokens[told.token].lemma != lemma:
            continue
        aside = {tree.tokens[i].dep for i in (told.token, *tree.ancestors(told.token))} & {"relcl", "acl"}
        older = other not in scene.links and told.sentence < draft.sentence
        if aside and older and told.actors and set(told.actors) & set(draft.actors):
            return True
    return False


def _is_pronoun(tree: Tree, verb: int) -> bool:
    """Whether the subject of a verb is a pronoun."""
    return any(tree.tokens[s].pos == "PRON" for s in subjects(tree, verb))


def _goes_on(scene: Scene, base: Link, sentence: int, verb: int) -> bool:
    """Whether "he" goes on with whoever acts in the main clause before, which is of that day."""
    tree = scene.reading.trees[sentence]
    if not any(tree.tokens[s].text.lower() in ("he", "she") for s in subjects(tree, verb)):
        return False
    before = ((n, scene.links.get(n)) for n in scene.by_sentence.get(sentence - 1, ()))
    above = scene.reading.trees[sentence - 1] if sentence else tree
    return any(
        found is not None and found.interval == base.interval and in_main_line(above, scene.drafts[number].token)
        for number, found in before
    )


def _spoken(scene: Scene, offset: int) -> bool:
    """Whether a word stands in a quotation, and its own paragraph opens one before it: a stray mark quotes nothing."""
    if scene.reading.quotation_at(offset) is None:
        return False
    text = scene.reading.document.text
    before = text[text.rfind("\n", 0, offset) + 1 : offset]
    return sum(before.count(mark) for mark in MARKS) % 2 == 1


def _opening(scene: Scene) -> tuple[Link, int] | None:
    """The day that the opening tells of, and the sentence that says so.

    It is the one recent day that the main clauses of the first sentences name in the past, or else the date line.
    """
    published = scene.reading.document.published
    if published is None or published.start is None or not published.is_day:
        return None
    body = _first_sentences(scene)
    for sentence in body:
        for number, found in named_days(scene, sentence):
            if _is_of_what_it_owns(scene, sentence, found):
                continue
            start = found.interval.start
            recent = start is not None and 0 <= published.start - start <= int(OPENING_DAYS.number)
            if not recent or not found.interval.is_day or found.expression is None:
                return None
            because = (
                f"told on in the main line of a report that opens with “{found.expression.text}”, of the same people"
            )
            days = _with_the_told(scene, number, found)
            fine = found.granularity if days == found.interval else "none"
            return replace(found, interval=days, granularity=fine, because=because), sentence
    line = _date_line(scene, scene.reading.trees[body[0]].sentence.span.start) if body else None
    if line is None:
        return _just_done(scene, body)
    because = f"told in the main line of a report whose date line is “{line.text}”, with no other day named"
    return Link(published, "inherited", "day", line, because), -1


def _is_of_what_it_owns(scene: Scene, sentence: int, found: Link) -> bool:
    """Named himself the victor of Sunday's poll: the report may be of the naming, on a later day."""
    tree, named = scene.reading.trees[sentence], found.expression
    own = (t.index for t in tree.tokens if named is not None and t.span.overlaps(named.span))
    return any(is_owned(tree, index) for index in own)


def _just_done(scene: Scene, body: Sequence[int]) -> tuple[Link, int] | None:
    """The days of what a report that names no day opens with as just done; a death is followed by a life."""
    for sentence in body:
        for number in scene.by_sentence.get(sentence, ()):
            found, draft = scene.links.get(number), scene.drafts[number]
            if found is not None and found.fresh and draft.event_type != "DEATH":
                word = scene.tree(number).tokens[draft.token].text
                because = f"told in the main line of a report that opens with “{word}” as just done, and names no day"
                return replace(found, dating="inherited", because=because, fresh=False), sentence
    return None


def _with_the_told(scene: Scene, number: int, opened: Link) -> Interval:
    """Said on Sunday that he was shot on Friday, spoke a day after he was freed: what goes on may be of either day."""
    draft, tree = scene.drafts[number], scene.tree(number)
    start = opened.interval.start
    if start is None:
        return opened.interval
    told = set(tree.subtree(draft.token)) - {draft.token} if is_saying(scene.reading, draft) else set()
    here = (a for a in scene.attached[draft.sentence] if a.governor in told and a.preposition not in BOUNDS)
    days = [a.days for a in here if a.days is not None and a.days.is_day]
    place = scene.placed[draft.sentence].get(draft.token)
    before = scene.link_at(draft.sentence, place.other) if place is not None and place.side == "after" else None
    days += [before.interval] if before is not None and before.interval.is_day else []
    recent = (d for d in days if d.start is not None and 0 < start - d.start <= int(OPENING_DAYS.number))
    return functools.reduce(Interval.hull, recent, opened.interval)


def _date_line(scene: Scene, body: int) -> TemporalExpression | None:
    """The day of publication where it stands on a line of its own above the body's text, or opens it before a dash."""
    text = scene.reading.document.text
    for expression in scene.reading.expressions:
        if expression.span.start > body + DATE_LINE or expression.interval != scene.reading.document.published:
            continue
        before = text[text.rfind("\n", 0, expression.span.start) + 1 : expression.span.start]
        after = text[expression.span.end :].partition("\n")[0]
        alone = not before.strip() and not after.strip(" .")
        if alone or (after.lstrip(" )").startswith(("—", "–", "--", "- ")) and len(before) < DATE_LINE):
            return expression
    return None


def _introduced(scene: Scene) -> set[str]:
    """Everybody whom the opening sentences speak of."""
    return {name for n in _first_sentences(scene) for name in people(scene, n)}


def _first_sentences(scene: Scene) -> list[int]:
    """Numbers of the sentences that open the body of the article."""
    body = (n for n, tree in enumerate(scene.reading.trees) if tree.sentence.block == "body")
    return list(islice(body, int(OPENING_SENTENCES.number)))


def _of_that_day(scene: Scene, base: Link, sentence: int) -> set[str]:
    """Everybody of the sentences just before that already tell of the same day."""
    found: set[str] = set()
    for back in range(max(0, sentence - int(SCENE_REACH.number)), sentence):
        links = (scene.links.get(number) for number in scene.by_sentence.get(back, ()))
        if any(link is not None and link.interval == base.interval for link in links):
            found |= people(scene, back)
    return found
