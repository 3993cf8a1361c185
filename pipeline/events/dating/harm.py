"""Four bullets hit him, the ministry said: what is told of a harm is of its day, not of the day on which it is told."""

from __future__ import annotations

from pipeline.calendar.interval import Interval
from pipeline.events.dating.link import Link, Scene
from pipeline.events.dating.offsets import places_another
from pipeline.events.determiner_lexicon import determiners
from pipeline.events.parse.syntax import Tree, clause_verb
from pipeline.events.triggers.saying import is_saying
from pipeline.settings.events import SCENE_REACH
from pipeline.vocabulary import TOLD

HARM = frozenset({"ATTACK", "ASSAULT", "DEATH", "HEALTH"})
"""Types of event that harm people."""
_TO_THE_LIVING = frozenset({"ASSAULT", "COERCE", "HEALTH"})
"""Types of event that befall nobody who is dead."""


def of_the_harm(scene: Scene, number: int) -> Link | None:
    """The day of a harm just told, for what somebody then says of a harm to the same victims."""
    draft = scene.drafts[number]
    if not _is_said(scene, number):
        return None
    for other in range(number - 1, -1, -1):
        harm, found = scene.drafts[other], scene.links.get(other)
        if draft.sentence - harm.sentence > SCENE_REACH.number:
            return None
        shared = {*draft.recipients} & {*harm.recipients, *harm.actors}
        if draft.event_type == "DEATH" and harm.event_type != "DEATH":
            continue  # Was exposed to the agent in June, and he said that she died: who was harmed may live on.
        if harm.event_type in HARM and shared and found and found.interval.is_day and not places_another(scene, other):
            because = f"what is said of the harm that “{scene.tree(other).tokens[harm.token].text}” tells"
            return Link(found.interval, "inherited", found.granularity, found.expression, because)
    return None


def before_death(scene: Scene, number: int) -> Link | None:
    """What was done to a person happened before that person died."""
    draft = scene.drafts[number]
    if draft.event_type != "ASSAULT" or (draft.tense != "past" and draft.factuality != "alleged"):
        return None
    for other, found in scene.links.items():
        death = scene.drafts[other]
        if death.event_type != "DEATH" or found.interval.end is None or not found.interval.is_day:
            continue
        dead = set(death.actors) | set(death.recipients)
        if dead & set(draft.recipients):
            return _before(found, f"before the death of {min(dead & set(draft.recipients))}")
    return None


def in_life(scene: Scene, number: int) -> Link | None:
    """What one who died did, or was held for, was before the death; only who mourns or honours comes later."""
    draft = scene.drafts[number]
    alive = {*draft.actors, *(draft.recipients if draft.event_type in _TO_THE_LIVING else ())}
    if draft.tense != "past" or draft.factuality not in TOLD:
        return None
    death = _death_of(scene, number, alive)
    return None if death is None else _before(death[1], f"before the death of {death[0]} ({death[1].because})")


def buried(scene: Scene, number: int) -> Link | None:
    """Friends buried the one whose death is told, on its day or later: a funeral is no part of the scene."""
    draft, published = scene.drafts[number], scene.reading.document.published
    if draft.event_type != "CEREMONY" or draft.tense != "past" or draft.factuality not in TOLD:
        return None
    death = _death_of(scene, number, {*draft.recipients})
    if death is None or published is None:
        return None
    days, because = Interval(death[1].interval.start, published.end), f"after the death of {death[0]}"
    return Link(days, "event-anchored", "none", death[1].expression, because)


def _death_of(scene: Scene, number: int, people: set[str]) -> tuple[str, Link] | None:
    """Who of these people died on a day before that of publication, by the text, and when."""
    published = scene.reading.document.published
    end = published.end if published is not None else None
    for other, found in scene.links.items() if people and end is not None else ():
        death, last = scene.drafts[other], found.interval.end
        if death.event_type == "DEATH" and death.factuality in TOLD and found.interval.is_day and other != number:
            dead = people & set(death.recipients)
            if dead and last is not None and end is not None and last < end:
                return min(dead), found
    return None


def _before(link: Link, because: str) -> Link:
    return Link(Interval(None, link.interval.end), "event-anchored", "none", link.expression, because)


def is_another_matter(scene: Scene, number: int, link: Link) -> bool:
    """Whether what is said is of a harm, and the link that of another kind of event: flowers laid on the day after."""
    died = scene.drafts[number].event_type == "DEATH" and _lender(scene, link) not in (None, "DEATH")
    return _is_said(scene, number) and (died or _is_of_no_harm(scene, link))


def is_of_a_known_harm(scene: Scene, number: int, link: Link) -> bool:
    """Whether it tells of a harm that the reader knows, and the link is of something else: died in the bombing."""
    tree, token = scene.tree(number), scene.drafts[number].token
    prepositions = (p for p in tree.children(token, "prep") if tree.tokens[p].text.lower() == "in")
    nouns = [token, *(o for p in prepositions for o in tree.children(p, "pobj"))]
    known = (noun for noun in nouns if tree.tokens[noun].dep == "pobj" and _is_definite(tree, noun))
    kinds = (scene.numbers.get((scene.drafts[number].sentence, noun)) for noun in known)
    harmed = any(n is not None and scene.drafts[n].event_type in HARM for n in kinds)
    return harmed and _is_of_no_harm(scene, link)


def _is_of_no_harm(scene: Scene, link: Link) -> bool:
    """Whether the event that has this link is no harm to anybody."""
    lent = _lender(scene, link)
    return lent is not None and lent not in HARM


def _lender(scene: Scene, link: Link) -> str | None:
    """The type of the event that has this link."""
    same = scene.on_days.get(link.interval, ())
    return next((scene.drafts[other].event_type for other in same if scene.links[other] is link), None)


def _is_definite(tree: Tree, noun: int) -> bool:
    return any(tree.tokens[c].text.lower() in determiners("known") for c in tree.children(noun, "det"))


def _is_said(scene: Scene, number: int) -> bool:
    """Whether it is a harm and the content of a saying."""
    draft, tree = scene.drafts[number], scene.tree(number)
    verb = clause_verb(tree, draft.token)
    while tree.tokens[verb].dep == "conj":  # Said that he leapt up and stabbed her.
        verb = tree.tokens[verb].head
    sayings = (scene.drafts[other] for other in scene.by_sentence.get(draft.sentence, ()))
    above = tree.tokens[verb].head
    told = tree.tokens[verb].dep == "ccomp" and any(s.token == above and is_saying(scene.reading, s) for s in sayings)
    return told and draft.event_type in HARM
