"""Which temporal expression dates which mention. RULES, in order: the first that answers wins; none leaves it undated.

The publication day is never a default: it dates only what the text ties to it (a word to this outlet, "today").
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.calendar.interval import Interval
from pipeline.events import lexicon
from pipeline.events.attach import Attachment, attachments
from pipeline.events.reading import Draft, Reading
from pipeline.events.syntax import Tree, clause_verb
from pipeline.model import Dating, Granularity, Step, TemporalExpression


@dataclass(frozen=True, slots=True)
class Link:
    """The date of a mention: the days, how they were found, the expression that gave them, and why."""

    interval: Interval
    dating: Dating
    granularity: Granularity
    expression: TemporalExpression | None
    because: str


@dataclass(frozen=True, slots=True)
class Scene:
    """All that the rules look at: the reading, every draft in order, where expressions hang, and links made so far."""

    reading: Reading
    drafts: Sequence[Draft]
    attached: dict[int, tuple[Attachment, ...]]
    links: dict[int, Link]


Rule = Callable[[Scene, int], Link | None]


def link(reading: Reading, drafts: Sequence[Draft]) -> dict[int, Link]:
    """Number of a draft -> its date. A rule sees the links of all rules before it."""
    attached = {number: attachments(reading, number) for number in range(len(reading.trees))}
    scene = Scene(reading, drafts, attached, {})
    for rule in RULES:
        for number in range(len(drafts)):
            if number not in scene.links and (found := rule(scene, number)) is not None:
                scene.links[number] = found
                drafts[number].steps.append(
                    Step("date", " to ".join(str(d) for d in found.interval.iso()), found.because)
                )
    return scene.links


def governed(scene: Scene, number: int) -> Link | None:
    """An expression that hangs on the trigger itself, or on a verb that shares its clause with it."""
    draft = scene.drafts[number]
    tree = scene.reading.trees[draft.sentence]
    own = [a for a in scene.attached[draft.sentence] if a.governor == draft.token]
    if not own:
        sharing = _sharing(tree, draft.token)
        own = [a for a in scene.attached[draft.sentence] if a.governor in sharing]
    return next((made for a in own if (made := _from(scene, draft, a)) is not None), None)


def _sharing(tree: Tree, index: int) -> list[int]:
    """Words whose date is this word's too: the verb an event noun depends on, the first of coordinated verbs."""
    token = tree.tokens[index]
    if token.pos in ("NOUN", "PROPN", "ADJ"):
        verb = clause_verb(tree, index)
        lemma = tree.tokens[verb].lemma.lower()
        direct = tree.tokens[token.head].head == verb or token.head == verb
        if lemma in lexicon.support_verbs() or (direct and (lemma, "VERB") not in lexicon.cues()):
            return [verb]
        return []
    found = []
    while token.dep in ("conj", "xcomp") and token.head != index:
        index = token.head
        if token.dep == "xcomp" and (tree.tokens[index].lemma.lower(), "VERB") in lexicon.irrealis():
            break
        found.append(index)
        token = tree.tokens[index]
    return [i for i in found if tree.tokens[i].pos in ("VERB", "AUX")]


def _from(scene: Scene, draft: Draft, attached: Attachment) -> Link | None:
    """The days an attached expression gives, as its preposition says: since opens the end, by opens the start."""
    expression, days = attached.expression, attached.days
    if days is None:
        return None
    word = attached.preposition
    shown = f"“{expression.text}” hangs on “{attached.hook}”"
    if word in ("since", "from"):
        if draft.aspect == "past" and word == "since":
            return None
        open_end = Interval(days.start, None) if days.start is not None else days
        return Link(
            open_end, "explicit", expression.granularity, expression, f"{shown} after “{word}”: it starts there"
        )
    if word in ("until", "till", "than"):
        return None
    if word in ("by", "before"):
        end = days.end if word == "by" else days.start
        return (
            Link(Interval(None, end), "explicit", expression.granularity, expression, f"{shown} after “{word}”")
            if end
            else None
        )
    if word in ("after", "following") and days.is_day is False and days.end is not None:
        return Link(Interval(days.end, None), "explicit", expression.granularity, expression, f"{shown} after “{word}”")
    return Link(days, _dating(expression), expression.granularity, expression, shown)


def _dating(expression: TemporalExpression) -> Dating:
    if expression.anchor is None:
        return "explicit"
    if expression.anchor == "published":
        relative = not any(c.isdigit() for c in expression.text)
        return "publication-relative" if relative else "explicit"
    return "anaphoric"


def bounded(scene: Scene, number: int) -> Link | None:
    """A past event that the text leaves undated happened on or before the day of publication."""
    draft, published = scene.drafts[number], scene.reading.document.published
    if published is None or published.end is None or draft.tense != "past":
        return None
    if draft.factuality in ("hypothetical", "planned", "denied"):
        return None
    until = Interval(None, published.end)
    return Link(
        until, "publication-relative", "none", None, "told in the past without a date: on or before publication"
    )


RULES: tuple[Rule, ...] = (governed, bounded)
