"""Dates that a mention takes from its own sentence: known events, days after, occasions, what is told in one breath."""

from __future__ import annotations

from pipeline.calendar.interval import Interval
from pipeline.events import lexicon
from pipeline.events.link import Link, Scene

UNITS = {"hour": (1, 1), "day": (6, 14), "week": (31, 61), "month": (183, 366)}
"""How many days "hours", "days", "weeks", "months" reach: before a dated report of today, and after a past event."""
SAME_GROUP = (frozenset({"ATTACK", "OCCUPY", "ASSAULT", "MOBILIZE"}), frozenset({"ELECTION", "COERCE", "PROTEST"}))


def known(scene: Scene, number: int) -> Link | None:
    """A public event of known date, by the words that mean it and nothing else."""
    draft, tree = scene.drafts[number], scene.tree(number)
    trigger = tree.tokens[draft.token].span
    for match in scene.known():
        if not match.span.overlaps(trigger) or match.interval.start is None:
            continue
        same = match.event.event_type == draft.event_type
        if same or any({match.event.event_type, draft.event_type} <= group for group in SAME_GROUP):
            because = f"known event “{match.event.title}” (chronology: {match.event.source})"
            if _is_still_on(scene, number) and match.event.event_type == "ATTACK" and match.interval.is_day:
                return Link(
                    Interval(match.interval.start, None),
                    "cross-document",
                    "day",
                    None,
                    because + ", spoken of as going on",
                )
            return Link(match.interval, "cross-document", "day" if match.interval.is_day else "none", None, because)
    return None


def _is_still_on(scene: Scene, number: int) -> bool:
    """A war or an invasion that is the subject of a clause in the present or perfect goes on."""
    draft, tree = scene.drafts[number], scene.tree(number)
    token = tree.tokens[draft.token]
    subject = token.pos == "NOUN" and token.dep in ("nsubj", "nsubjpass")
    return subject and draft.aspect in ("present", "perfect", "progressive")


def offset(scene: Scene, number: int) -> Link | None:
    """Days after X, Y: the undated one of the two lies so many days from the other."""
    draft, tree = scene.drafts[number], scene.tree(number)
    for token in tree.tokens[:-1]:
        unit = UNITS.get(token.lemma.lower())
        word = tree.tokens[token.index + 1].text.lower()
        if unit is None or word not in ("after", "before") or token.tag not in ("NNS", "NN"):
            continue
        right = [n for n, d in enumerate(scene.drafts) if d.sentence == draft.sentence and d.token > token.index + 1]
        anchor = next(
            (n for n in right if tree.tokens[scene.drafts[n].token].pos == "VERB"), right[0] if right else None
        )
        main = _main_of(scene, draft.sentence, token.index, anchor)
        if anchor is None or main is None or number not in (anchor, main):
            continue
        other = main if number == anchor else anchor
        later = (word == "after") == (number == main)
        if made := _shifted(scene, other, unit, later=later):
            return made
    return None


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


def _shifted(scene: Scene, other: int, reach: tuple[int, int], *, later: bool) -> Link | None:
    base = scene.links.get(other)
    if base is None or base.interval.start is None or base.interval.end is None:
        return None
    start, end = base.interval.start, base.interval.end
    whole_days = reach[1] > 1
    if later:
        made = Interval(start + 1 if whole_days else start, end + reach[1])
    else:
        made = Interval(start - reach[0], max(start, end - 1) if whole_days else end)
    trigger = scene.tree(other).tokens[scene.drafts[other].token].text
    because = f"within {reach[1] if later else reach[0]} days {'after' if later else 'before'} “{trigger}”"
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
        return _taken(scene, draft.sentence, token.head)
    later = [c for c in tree.children(draft.token, "conj") if not tree.children(c, "nsubj", "nsubjpass")]
    return next((x for c in later if (x := _taken(scene, draft.sentence, c))), None) if token.pos == "VERB" else None


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
