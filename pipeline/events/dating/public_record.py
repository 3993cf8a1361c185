"""Dates that the public record gives: events of known date, and wars that a deed is part of."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable

from pipeline.calendar.interval import Interval
from pipeline.chronology import KnownMatch, interval_of
from pipeline.events.dating.attach import stands_beside
from pipeline.events.dating.fresh import fresh, fresh_report
from pipeline.events.dating.link import Link, Scene
from pipeline.events.dating_lexicon import dating_words
from pipeline.events.lexicon import event_types, support_verbs
from pipeline.events.parse.syntax import Tree
from pipeline.events.reading import Draft
from pipeline.events.triggers.saying import is_saying
from pipeline.knowledge import KnownEvent, chronology
from pipeline.resources import split

DECIDED = frozenset({"SANCTION", "LEGISLATE", "AGREE", "CEREMONY"})
"""Kinds of deed that are done on a day, be it in a war or because of it: sanctions have been extended."""
SAME_GROUP = (frozenset({"ATTACK", "OCCUPY", "ASSAULT", "MOBILIZE"}), frozenset({"ELECTION", "COERCE"}))


def known(scene: Scene, number: int) -> Link | None:
    """A public event of known date, by the words that mean it and nothing else."""
    match = known_match(scene, number)
    if match is None:
        return None
    because = f"known event “{match.event.title}” (chronology: {match.event.source})"
    if _is_still_on(scene, number) and match.event.event_type == "ATTACK" and match.interval.is_day:
        lasting = Interval(match.interval.start, None)
        return Link(lasting, "cross-document", "day", None, because + ", spoken of as going on")
    return Link(match.interval, "cross-document", "day" if match.interval.is_day else "none", None, because)


def known_match(scene: Scene, number: int) -> KnownMatch | None:
    """The known event that the trigger's words mean, of a kind that fits."""
    draft = scene.drafts[number]
    trigger = scene.tree(number).tokens[draft.token].span
    if _is_done_many_times(scene.tree(number), draft.token):
        return None
    for match in scene.known(trigger):
        if match.interval.start is None:
            continue
        same = match.event.event_type == draft.event_type
        kin = any({match.event.event_type, draft.event_type} <= group for group in SAME_GROUP)
        if same or (kin and not _only_places(scene.tree(number), match, draft.token)):
            return match
    return None


def _is_done_many_times(tree: Tree, verb: int) -> bool:
    """Has regularly freed prisoners, a rival among them: the one known deed is not all that the verb tells."""
    adverbs = {tree.tokens[c].lemma.lower() for c in tree.children(verb, "advmod")}
    return not adverbs.isdisjoint(dating_words("many times"))


def _only_places(tree: Tree, match: KnownMatch, trigger: int) -> bool:
    """Whether the name is of something that the trigger came before or after: repression since the 2020 election."""
    named = (t.index for t in tree.tokens if match.span.overlaps(t.span) and t.index != trigger and t.pos == "NOUN")
    return any(
        stands_beside(tree, noun) for noun in named if (tree.tokens[noun].lemma.lower(), "NOUN") in event_types()
    )


def lasting(scene: Scene, number: int) -> Link | None:
    """Has let troops attack a country at war: the perfect, of a deed in a war still on, reaches back to its start."""
    draft, tree = scene.drafts[number], scene.tree(number)
    if draft.aspect != "perfect" or is_saying(scene.reading, draft):
        return None
    if _is_harm(draft) and (fresh(scene, number) or fresh_report(scene, number)):
        return None  # What the report opens with as just done is its news, and no sum of the whole war.
    inside = set(tree.subtree(draft.token))
    beside = (scene.drafts[n] for n in scene.by_sentence[draft.sentence])
    fought = [d.token for d in beside if d.token in inside and d.event_type in ("ATTACK", "OCCUPY")]
    if all(_is_spoken_of(tree, draft.token, token) for token in fought):
        return None
    if draft.event_type in DECIDED and not any(_is_since(tree, draft.token, token) for token in fought):
        return None
    named = {name for i in inside for name in scene.reading.who(draft.sentence, i)}
    published = scene.reading.document.published
    for war, since in _wars():
        begun = published is not None and published.start is not None and since.start is not None
        if begun and since.start < published.start and _both_sides(war, named):  # type: ignore[operator,union-attr]
            because = f"part of a war that goes on: “{war.title}” (chronology: {war.source})"
            once = _is_harm(draft) or _is_done_to(scene, number) or draft.event_type in DECIDED
            days = Interval(since.start, published.end if once else None)  # type: ignore[union-attr]
            return Link(days, "event-anchored", "day", None, because)
    return None


def _is_since(tree: Tree, verb: int, deed: int) -> bool:
    """Has shut crossings since the invasion: done between its first day and publication, whatever kind of deed."""
    between = itertools.takewhile(lambda at: at != verb, tree.ancestors(deed))
    return any(tree.tokens[at].text.lower() == "since" for at in between)


def _is_spoken_of(tree: Tree, verb: int, deed: int) -> bool:
    """Has tried her for lies about the attack: what is told of words about a war, or after it, is no part of it."""
    between = itertools.takewhile(lambda at: at != verb, tree.ancestors(deed))
    away = dating_words("speaks of", "goes beside")
    # Has been punished for the crackdown and its part in the war: the punishment may be older than the war.
    above = [tree.tokens[at] for at in between]
    listed = (t.dep == "conj" and t.pos in ("NOUN", "VERB") and tree.tokens[t.head].pos == "NOUN" for t in above)
    return any(listed) or any(t.text.lower() in away for t in above)


def _is_done_to(scene: Scene, number: int) -> bool:
    """Has stepped up its attacks: done at some time between then and publication; has let it attack: and still so."""
    draft, tree = scene.drafts[number], scene.tree(number)
    lemma = tree.tokens[draft.token].lemma.lower()
    lasts = lemma in support_verbs() or lemma in dating_words("goes on") or draft.event_type == "SUPPORT"
    kinds = (scene.numbers.get((draft.sentence, o)) for o in tree.children(draft.token, "dobj"))
    return not lasts and any(n is not None and scene.drafts[n].event_type in ("ATTACK", "OCCUPY") for n in kinds)


def _is_harm(draft: Draft) -> bool:
    """Whether it is itself a deed of war."""
    return draft.event_type in ("ATTACK", "OCCUPY", "ASSAULT")


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
