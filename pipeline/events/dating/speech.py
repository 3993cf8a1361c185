"""Dates of words: spoken to this outlet, by one who goes on speaking, about an event, in a dated report."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import replace

from pipeline.calendar.interval import Interval
from pipeline.events import lexicon
from pipeline.events.dating.entries import entry_at
from pipeline.events.dating.in_quotes import cue_around
from pipeline.events.dating.link import Link, Scene, told_past
from pipeline.events.dating.own_time import is_of_older_words
from pipeline.events.dating.recap import in_recap
from pipeline.events.dating.sharing import topic_of
from pipeline.events.dating.stances import is_stance, who_speaks
from pipeline.events.parse.syntax import clause_verb
from pipeline.events.parse.tense import tense_of
from pipeline.events.parse.voice import is_passive
from pipeline.events.triggers.saying import is_saying
from pipeline.knowledge import outlets
from pipeline.resources import split
from pipeline.settings.events import SCENE_REACH
from pipeline.vocabulary import TOLD

SPELL = 31
"""Days; words of a wider time are no one occasion that a speaker goes on from."""


def spoken(scene: Scene, number: int) -> Link | None:
    """A word to this very outlet, or a saying in the present tense, belongs to the time of publication."""
    draft, tree = scene.drafts[number], scene.tree(number)
    published = scene.reading.document.published
    if published is None or published.start is None or published.end is None or not _says(scene, number):
        return None
    speaker = who_speaks(scene, number)
    if not speaker:
        return None
    if speaker in scene.interviewed():
        return Link(
            published, "publication-relative", "none", None, f"{speaker} spoke to the outlet that publishes this"
        )
    verb = clause_verb(tree, draft.token)
    spoken_now = tense_of(tree, verb) == "present" and not is_passive(tree, verb)
    spoken_now = spoken_now and cue_around(scene, number) is None
    # In a chronology the present tense is that of its entry.
    entry = entry_at(scene.entries, tree.tokens[draft.token].span.start)
    spoken_now = spoken_now and (entry is None or entry.days.overlaps(published)) and not in_recap(scene, number)
    if spoken_now and tree.tokens[draft.token].pos == "VERB":
        if is_stance(scene, number):
            because = "a stance in the present tense: it is held on the day of publication, and may be older"
            return Link(Interval(None, published.end), "publication-relative", "none", None, because)
        return Link(
            published, "publication-relative", "none", None, "said in the present tense, as the article appears"
        )
    return None


def interviewed(scene: Scene) -> frozenset[str]:
    """People who told the outlet that publishes the article."""
    outlet = scene.reading.document.outlet
    if outlet is None:
        return frozenset()
    words = {outlet.lower(), *(a.lower() for row in outlets() if row.name == outlet for a in split(row.aliases))}
    found = set()
    for number, draft in enumerate(scene.drafts):
        if _says(scene, number) and any(name.lower() in words for name in draft.recipients):
            found |= set(draft.actors[:1])
    return frozenset(found)


def same_speaker(scene: Scene, number: int) -> Link | None:
    """A saying without a day, soon after dated sayings of the same speaker, belongs to their days.

    The nearest sentence that holds such sayings counts; when it tells of two at different times, either may be meant.
    """
    draft = scene.drafts[number]
    if not _says(scene, number) or not told_past(scene, number) or _is_said_of(scene, number):
        return None
    speaker = who_speaks(scene, number)
    found: list[Link] = []
    older: list[Link] = []
    nearest, now = draft.sentence, False
    for before in range(number - 1, -1, -1):
        other = scene.drafts[before]
        if draft.sentence - other.sentence > int(SCENE_REACH.number) or (found and other.sentence != nearest):
            break
        base = scene.links.get(before)
        if base is not None and not found:
            older.append(base)
        if base is None or not _says(scene, before) or who_speaks(scene, before) != speaker or not speaker:
            continue
        charged = draft.event_type == "ACCUSE" and other.sentence == draft.sentence
        if charged and other.aspect == "present":
            continue  # Claim that he stole, and charged him: what they now claim is not of the day of the charge.
        if base.interval.width is not None and base.interval.width <= SPELL and base.dating != "cross-document":
            found.append(base)
            nearest, now = other.sentence, now or other.aspect == "present"
    older += _told_since(scene, draft.sentence) if now else []
    made = _either(found, speaker) if found and not _has_gone_back(older, found[0]) else None
    return made and replace(made, interval=_so_far(scene, made.interval))


def _told_since(scene: Scene, sentence: int) -> list[Link]:
    """What the sentences before date: what one "denies" now breaks no account of days gone by."""
    near = range(max(0, sentence - int(SCENE_REACH.number)), sentence)
    return [scene.links[n] for at in near for n in scene.by_sentence.get(at, ()) if n in scene.links]


def _has_gone_back(since: Sequence[Link], base: Link) -> bool:
    """Whether a day well before that of `base` has been named since: what follows goes on from that one."""
    starts = (each.interval.end for each in since if each.expression is not None and each.interval.is_day)
    return base.interval.start is not None and any(e is not None and e < base.interval.start - SPELL for e in starts)


def _is_said_of(scene: Scene, number: int) -> bool:
    """Orlova was charged, was accused of it: the subject of the passive speaks no word."""
    tree, token = scene.tree(number), scene.drafts[number].token
    return is_passive(tree, token) and not tree.children(token, "agent")


def _so_far(scene: Scene, days: Interval) -> Interval:
    """What is told as said was said before the article appeared."""
    published = scene.reading.document.published
    until = Interval(None, published.end) if published is not None else None
    return (until and days.intersect(until)) or days


def _either(found: Sequence[Link], speaker: str) -> Link:
    """The date of the one saying, or from the first of several to the last."""
    base = found[0]
    days = functools.reduce(Interval.hull, (link.interval for link in found))
    if days == base.interval:
        return Link(days, "inherited", base.granularity, base.expression, f"{speaker} goes on speaking")
    because = f"{speaker} goes on speaking, on the day of one of the sayings told just before"
    return Link(days, "inherited", "none", None, because)


def about(scene: Scene, number: int) -> Link | None:
    """Words about a dated event were said between that event and publication."""
    draft, tree = scene.drafts[number], scene.tree(number)
    published = scene.reading.document.published
    if published is None or published.end is None or draft.aspect not in ("past", "present", "perfect"):
        return None
    if not (_says(scene, number) or _utters(scene, number)) or not who_speaks(scene, number):
        return None
    if is_of_older_words(tree, draft.token):
        return None
    latest = _latest_topic(scene, number, before=published.end)
    if latest is None:
        return None
    start, token = latest
    because = f"said after “{tree.tokens[token].text}”, which it is about, and before publication"
    return Link(Interval(start, published.end), "event-anchored", "none", None, because)


def _latest_topic(scene: Scene, number: int, *, before: int) -> tuple[int, int] | None:
    """First day and token of the last dated past event among what is said; the month before publication counts."""
    draft, tree = scene.drafts[number], scene.tree(number)
    inside = set(tree.subtree(draft.token)) - {draft.token}
    for beside in tree.children(draft.token, "nsubj", "nsubjpass", "conj"):
        inside -= set(tree.subtree(beside))
    ahead = scene.placed[draft.sentence].get(draft.token)
    if ahead is not None and ahead.side == "before":
        inside -= set(tree.subtree(ahead.other))  # Spoke even before the verdict: the verdict came after the words.
    found = []
    for other in scene.by_sentence.get(draft.sentence, ()):
        topic, base = scene.drafts[other], scene.links.get(other) or _told_before(scene, other)
        if topic.token not in inside or base is None or not base.interval.is_day or not _is_over(scene, other):
            continue
        start = base.interval.start
        if start is not None and before - 31 <= start < before:
            found.append((start, topic.token))
    return max(found, default=None)


def _told_before(scene: Scene, number: int) -> Link | None:
    """The date of the same deed to the same people where the text told of it before: it may be in doubt here."""
    draft = scene.drafts[number]
    for before in scene.told_by_word(number) if draft.recipients else ():
        other = scene.drafts[before]
        same = set(draft.recipients) == set(other.recipients) and set(draft.actors) <= set(other.actors)
        if same and before in scene.links:
            return scene.links[before]
    return None


def _is_over(scene: Scene, number: int) -> bool:
    """Whether a draft is told as past, be it in doubt: it is possible that he was poisoned; not: if he was poisoned."""
    draft, tree = scene.drafts[number], scene.tree(number)
    verb = clause_verb(tree, draft.token)
    marks = {tree.tokens[c].text.lower() for c in tree.children(verb, "mark")}
    real = draft.factuality in TOLD
    doubted = draft.factuality == "hypothetical" and not marks & {"if", "unless"}
    return (real or doubted) and tense_of(tree, verb) in ("past", "perfect", "pluperfect")


def _utters(scene: Scene, number: int) -> bool:
    """Issued a report, made a statement: a verb whose object is a word of saying."""
    draft, tree = scene.drafts[number], scene.tree(number)
    if tree.tokens[draft.token].pos != "VERB":
        return False
    objects = [tree.tokens[c].lemma.lower() for c in tree.children(draft.token, "dobj", "nsubjpass")]
    return any((lemma, "NOUN") in lexicon.cues() for lemma in objects)


def reported(scene: Scene, number: int) -> Link | None:
    """What a dated report tells of happened before the report; after what the report says it came after."""
    draft, tree = scene.drafts[number], scene.tree(number)
    claim = draft.claim
    if claim is None or claim.sentence != draft.sentence or draft.tense != "past" or claim.token == draft.token:
        return None
    base = scene.link_at(claim.sentence, claim.token)
    if base is None or base.interval.end is None or base.interval.start is None:
        return None
    start = None
    for token in tree.tokens:
        if token.text.lower() in ("after", "following") and token.dep in ("mark", "prep"):
            below = set(tree.subtree(token.head if token.dep == "mark" else token.index))
            if draft.token in below:
                return None
            here = scene.by_sentence[draft.sentence]
            dated = [scene.links[n] for n in here if scene.drafts[n].token in below and n in scene.links]
            start = min(
                (x.interval.start for x in dated if x.interval.start is not None and x.interval.is_day), default=None
            )
    if start is not None and start >= base.interval.end:
        start = None
    because = f"told of in the report of “{tree.tokens[claim.token].text}”, so before it"
    return Link(Interval(start, base.interval.end), "event-anchored", "none", base.expression, because)


def topic(scene: Scene, number: int) -> Link | None:
    """Condemned the arrest on Monday, accused him of an attack: what the words are about had happened by then."""
    draft = scene.drafts[number]
    verb = topic_of(scene.tree(number), draft.token)
    base = scene.link_at(draft.sentence, verb) if verb is not None else None
    real = draft.tense == "past" and draft.factuality in TOLD
    if verb is None or base is None or base.interval.end is None or not real:
        return None
    because = f"“{scene.tree(number).tokens[verb].text}” is about it: on or before that day"
    return Link(Interval(None, base.interval.end), "event-anchored", "none", base.expression, because)


def _says(scene: Scene, number: int) -> bool:
    return is_saying(scene.reading, scene.drafts[number])
