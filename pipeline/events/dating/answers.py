"""Words of somebody in a report are of its day where they go on with its news, else of that day or later: an answer."""

from __future__ import annotations

from dataclasses import replace

from pipeline.calendar.interval import Interval
from pipeline.events.claims.statements import speaker_of
from pipeline.events.dating.link import Link, Scene
from pipeline.events.parse.syntax import Tree
from pipeline.events.triggers.saying import is_saying

WORDS = frozenset({"ACCUSE", "REJECT", "REQUEST", "STATEMENT", "SUPPORT"})
"""What is done with words: an answer to the news of the report, whoever gives it."""
_OLDER = "THREATEN"
"""What a report rather looks back on: he had threatened it before it came to that."""


def told_on(scene: Scene, base: Link, number: int) -> Link:
    """The day of `base` for what goes on with it; for words of another, that day or later."""
    if is_saying(scene.reading, scene.drafts[number]) and not _acts_that_day(scene, base, number):
        return answered(scene, base)
    return Link(base.interval, "inherited", base.granularity, base.expression, base.because)


def _acts_that_day(scene: Scene, base: Link, number: int) -> bool:
    """Whether the report tells of a deed of that day by the one who speaks, or a deed where nobody is named."""
    speaker = speaker_of(scene.reading, scene.drafts[number])
    if not speaker:
        return True
    days = scene.on_days.get(base.interval, ())
    return any(speaker in scene.drafts[n].actors for n in days if n != number)


def answered(scene: Scene, base: Link) -> Link:
    """Words of somebody whom the report has do nothing on its day: said on that day or later, before publication."""
    published, text = scene.reading.document.published, base.expression.text if base.expression else "its day"
    end = published.end if published is not None else base.interval.end
    if base.interval.end == end:
        return replace(base, because=f"said in a report that opens with “{text}” and names no other day for it")
    because = f"said by somebody else in a report that opens with “{text}”: on that day or later, before publication"
    return Link(Interval(base.interval.start, end), "inherited", "none", base.expression, because)


def is_words(scene: Scene, number: int) -> bool:
    """Whether a draft tells what somebody said, condemned or asked for, and no deed in the same breath."""
    tree, sentence = scene.tree(number), scene.drafts[number].sentence
    if scene.drafts[number].event_type == _OLDER:
        return False
    first = scene.numbers.get((sentence, first_verb(tree, scene.drafts[number].token)))
    return all(
        n is not None and (scene.drafts[n].event_type in WORDS or is_saying(scene.reading, scene.drafts[n]))
        for n in (number, first)
    )


def first_verb(tree: Tree, verb: int) -> int:
    """The first of verbs told in one breath."""
    return tree.tokens[verb].head if tree.tokens[verb].dep == "conj" else verb


def is_where_it_was_said(scene: Scene, number: int, verb: int) -> bool:
    """Told the agency in an interview on Monday that it hit a house: the interview is of the telling alone."""
    draft = scene.drafts[number]
    said = scene.numbers.get((draft.sentence, verb))
    words = draft.event_type == "STATEMENT" and draft.token != verb
    return words and said is not None and is_saying(scene.reading, scene.drafts[said])


def is_what_was_said(scene: Scene, base: Link, sentence: int, number: int) -> bool:
    """Told it in an interview on Sunday. According to him, a missile hit a house: what he tells of was before that."""
    draft = scene.drafts[number]
    if draft.claim is None or is_saying(scene.reading, draft) or draft.claim.sentence != draft.sentence:
        return False
    opened = [scene.drafts[n] for n in scene.by_sentence[sentence] if _is_on(scene, n, base)]
    words = [each for each in opened if each.event_type == "STATEMENT"]
    talks = [each for each in words if scene.reading.trees[sentence].tokens[each.token].pos == "NOUN"]
    return bool(talks) and all(each in words or is_saying(scene.reading, each) for each in opened)


def _is_on(scene: Scene, number: int, base: Link) -> bool:
    found = scene.links.get(number)
    return found is not None and found.interval == base.interval
