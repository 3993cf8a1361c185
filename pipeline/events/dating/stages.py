"""Stages of a case at law: who was arrested and sentenced was sentenced later, though both be told in one breath."""

from __future__ import annotations

from dataclasses import replace

from pipeline.calendar.interval import Interval
from pipeline.events.dating.attachment import Attachment
from pipeline.events.dating.governed import governed
from pipeline.events.dating.link import Link, Scene
from pipeline.events.dating.proceedings import VERDICT, follows, is_stage, lemma_of, stage_of
from pipeline.events.dating.text_kind import OPENING
from pipeline.events.parse.syntax import Tree
from pipeline.settings.events import SCENE_REACH
from pipeline.vocabulary import TOLD


def next_stage(scene: Scene, number: int) -> Link | None:
    """Arrested in June and sentenced: the date is that of the arrest; the sentence came then or later."""
    draft, tree = scene.drafts[number], scene.tree(number)
    token, published = tree.tokens[draft.token], scene.reading.document.published
    if token.dep != "conj" or not follows(token.lemma.lower(), tree.tokens[token.head].lemma.lower()):
        return None
    if any(each.governor == draft.token for each in scene.attached[draft.sentence]):
        return None
    if stage_of(tree.tokens[token.head].lemma.lower()) == VERDICT - 1:
        return None  # Tried and convicted: a court that has tried somebody has come to its verdict.
    base, end = governed(scene, number), published.end if published is not None else None
    if base is None or end is None or base.interval.start is None or base.interval.start >= end:
        return None
    before = tree.tokens[token.head].text
    because = f"{base.because}, which dates “{before}”: this came with it or later, and before publication"
    days = Interval(base.interval.start, end)
    return replace(base, interval=days, dating="event-anchored", granularity="none", because=because)


def stage_before(scene: Scene, number: int) -> Link | None:
    """Was sentenced on Monday; police arrested him in his flat: whoever is sentenced was arrested by that day."""
    draft, tree = scene.drafts[number], scene.tree(number)
    token = tree.tokens[draft.token]
    if not is_stage(lemma_of(tree, token.index)) or draft.factuality not in TOLD:
        return None
    # "Has been arrested a dozen times" tells of all of a life.
    if draft.aspect != "past" or any(_may_date(tree, each, draft.token) for each in scene.attached[draft.sentence]):
        return None
    near = range(draft.sentence - 1, max(-1, draft.sentence - int(SCENE_REACH.number) - 1), -1)
    opening = (n for n in range(min(draft.sentence, near.stop + 1)) if 0 <= scene.backdrop.body[n] < OPENING)
    for back in (*near, *opening):
        if (found := _later_stage(scene, number, back)) is not None:
            base, word, ended = found
            if ended:
                return _after_release(scene, base, token.text, word)
            because = f"a case comes to “{token.text}” before “{word}”, which the text dates: on or before that day"
            days = Interval(None, base.interval.end)
            return replace(base, interval=days, dating="event-anchored", granularity="none", because=because)
    return None


def _after_release(scene: Scene, base: Link, verb: str, word: str) -> Link | None:
    """Was arrested, but freed the next day. He was sentenced: between that day and publication."""
    published = scene.reading.document.published
    if published is None or published.end is None or (base.interval.start or published.end) >= published.end:
        return None
    because = f"“{word}” only ended an arrest: a case comes to “{verb}” later, and before publication"
    days = Interval(base.interval.start, published.end)
    return replace(base, interval=days, dating="event-anchored", granularity="none", because=because)


def _may_date(tree: Tree, each: Attachment, verb: int) -> bool:
    """Whether an expression may be that of a verb: not the one of what she was charged for, a report aired in May."""
    at = each.governor
    while at != verb and tree.tokens[at].head != at:
        if tree.tokens[at].dep in ("acl", "relcl"):
            return False
        at = tree.tokens[at].head
    return True


def _later_stage(scene: Scene, number: int, sentence: int) -> tuple[Link, str, bool] | None:
    """The dated later stage of the same person's case that a sentence tells, its word, and if it ended less than it."""
    draft, lemma = scene.drafts[number], lemma_of(scene.tree(number), scene.drafts[number].token)
    for other in scene.by_sentence.get(sentence, ()):
        base, told = scene.links.get(other), scene.drafts[other]
        word = scene.tree(other).tokens[told.token]
        same = set(told.recipients) & set(draft.recipients)
        if base is not None and base.interval.end is not None and same and follows(word.lemma.lower(), lemma):
            return base, word.text, told.event_type == "RETREAT" and _ends_less(scene, other, lemma)
    return None


def _ends_less(scene: Scene, number: int, lemma: str) -> bool:
    """Was arrested and freed a day later, all in one sentence: that ended the arrest, and no verdict came before it."""
    told = scene.drafts[number]
    before = [scene.drafts[n] for n in scene.by_sentence[told.sentence] if scene.drafts[n].token < told.token]
    words = [scene.tree(number).tokens[d.token].lemma.lower() for d in before if {*d.recipients} & {*told.recipients}]
    stages = [word for word in words if is_stage(word)]
    return bool(stages) and follows(lemma, stages[-1])
