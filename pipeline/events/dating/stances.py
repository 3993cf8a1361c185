"""What somebody holds is told in the present like words spoken today, and may be older: Minsk denies it, Kyiv says so.

A report tells in one tense what was said as its news. Where that is the past ("the minister said on Monday"), what a
state says in the present, or somebody alleges, is what is held.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from pipeline import gazetteer
from pipeline.events.claims.statements import speaker_of
from pipeline.events.dating.link import Scene
from pipeline.events.parse.syntax import clause_verb
from pipeline.events.parse.tense import tense_of
from pipeline.events.triggers.saying import cue_of, is_saying

_STANCES = frozenset({"accuse", "deny"})
"""Kinds of word that in the present tense tell what somebody holds."""
_MANY = 5
"""Sayings of one speaker: who says so much is let speak."""
_TOLD = 2
"""Sayings in the past from which on a report tells its news in that tense."""


def is_stance(scene: Scene, number: int) -> bool:
    """Whether words in the present tell what somebody holds, who is not let speak elsewhere: he was asked for it."""
    place, others = scene.backdrop.place(scene.drafts[number].sentence), _others(scene, number)
    cue = cue_of(scene.reading, scene.drafts[number])
    if cue is not None and cue.kind in _STANCES and place in ("body", "end") and not others:
        return True
    if not _is_of_no_day(scene, number) or place == "first" or _is_quoting(scene, number):
        return False
    now = (_tense(scene, n) == "present" and not _is_quoting(scene, n) for n in others)
    return _tells_in_the_past(scene) and len(others) < _MANY and all(now)


def _others(scene: Scene, number: int) -> list[int]:
    """Numbers of the first other drafts in which the same speaker says something."""
    same = _sayings(scene).get(who_speaks(scene, number), ())
    return [n for n in islice(same, _MANY + 1) if n != number]


def _sayings(scene: Scene) -> Mapping[str, Sequence[int]]:
    """Speaker -> numbers of all drafts in which he says something; they are gathered once."""
    if not scene.sayings:
        for n, draft in enumerate(scene.drafts):
            if is_saying(scene.reading, draft):
                scene.sayings[who_speaks(scene, n)].append(n)
    return scene.sayings


def _is_quoting(scene: Scene, number: int) -> bool:
    draft = scene.drafts[number]
    return bool(scene.reading.quoted_by(draft.sentence, draft.token))


def _tense(scene: Scene, number: int) -> str:
    return tense_of(scene.tree(number), clause_verb(scene.tree(number), scene.drafts[number].token))


def _is_of_no_day(scene: Scene, number: int) -> bool:
    """Whether somebody alleges it, or a country or an alliance speaks: nobody in particular, on no day."""
    actor, cue = gazetteer.canonical(who_speaks(scene, number)), cue_of(scene.reading, scene.drafts[number])
    alleged = cue is not None and cue.kind == "claim" and cue.certainty == "possible"
    return alleged or (actor is not None and actor.kind in ("state", "alliance"))


def _tells_in_the_past(scene: Scene) -> bool:
    """Whether the report tells most of what was said in the past tense; it is asked once."""
    if not scene.tells_in_the_past:
        body = [n for same in _sayings(scene).values() for n in same if scene.tree(n).sentence.block == "body"]
        past = [n for n in body if _tense(scene, n) == "past"]
        now = [n for n in body if _tense(scene, n) == "present" and not _is_of_no_day(scene, n)]
        scene.tells_in_the_past.append(len(past) >= _TOLD and len(past) > len(now))
    return scene.tells_in_the_past[0]


def who_speaks(scene: Scene, number: int) -> str:
    """Canonical name of the one who speaks; "" when nobody is named."""
    draft = scene.drafts[number]
    return speaker_of(scene.reading, draft) or (draft.actors[0] if draft.actors else "")
