"""Dates that a mention takes from what stands around it: known events, offsets, scenes, statements, publication."""

from __future__ import annotations

from pipeline import chronology
from pipeline.calendar.interval import Interval
from pipeline.events import lexicon
from pipeline.events.link import Link, Rule, Scene, governed, told_past
from pipeline.events.statements import content_of, is_saying, speaker_of
from pipeline.events.syntax import clause_verb, tense_of
from pipeline.knowledge import outlets
from pipeline.resources import split
from pipeline.settings import SCENE_REACH

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
        if made := _shifted(scene, number, anchor, main, unit, word, token.text):
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


def _shifted(
    scene: Scene, number: int, anchor: int, main: int, unit: tuple[int, int], word: str, text: str
) -> Link | None:
    other = main if number == anchor else anchor
    base = scene.links.get(other)
    if base is None or base.interval.start is None or base.interval.end is None:
        return None
    later = (word == "after") == (number == main)
    days = base.interval
    if later:
        made = Interval(days.start + 1 if unit[1] > 1 else days.start, days.end + unit[1])
    else:
        made = Interval(days.start - unit[0], max(days.start, days.end - 1) if unit[0] > 1 else days.end)
    trigger = scene.tree(other).tokens[scene.drafts[other].token].text
    because = (
        f"“{text} {word}”: within {unit[1] if later else unit[0]} days {'after' if later else 'before'} “{trigger}”"
    )
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
    """The vote and the crackdown; crushing the revolt, jailing its leaders: what is told in one breath shares its date."""
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


def spoken(scene: Scene, number: int) -> Link | None:
    """A word to this very outlet, or a saying in the present tense, belongs to the time of publication."""
    draft, tree = scene.drafts[number], scene.tree(number)
    published = scene.reading.document.published
    if published is None or published.start is None or published.end is None or not _is_saying(scene, number):
        return None
    speaker = _speaker(scene, number)
    if not speaker:
        return None
    if speaker in scene.interviewed():
        return Link(
            published, "publication-relative", "none", None, f"{speaker} spoke to the outlet that publishes this"
        )
    verb = clause_verb(tree, draft.token)
    if tense_of(tree, verb) == "present" and tree.tokens[draft.token].pos == "VERB":
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
        if _is_saying(scene, number) and any(name.lower() in words for name in draft.recipients):
            found |= set(draft.actors[:1])
    return frozenset(found)


def about(scene: Scene, number: int) -> Link | None:
    """Words about a dated event were said between that event and publication."""
    draft, tree = scene.drafts[number], scene.tree(number)
    published = scene.reading.document.published
    content = content_of(tree, draft.token)
    if published is None or published.end is None or content is None or not _is_saying(scene, number):
        return None
    if draft.aspect not in ("past", "present", "perfect") or not _speaker(scene, number):
        return None
    for token in [content, *tree.children(content, "ccomp", "xcomp", "conj")]:
        base = scene.link_at(draft.sentence, token)
        start = base.interval.start if base is not None and base.interval.is_day else None
        if start is not None and published.end - 31 <= start < published.end:
            because = f"said after “{tree.tokens[token].text}”, which it is about, and before publication"
            return Link(Interval(start, published.end), "event-anchored", "none", None, because)
    return None


def before_death(scene: Scene, number: int) -> Link | None:
    """What was done to a person happened before that person died."""
    draft = scene.drafts[number]
    if draft.event_type != "ASSAULT" or draft.tense != "past" and draft.factuality != "alleged":
        return None
    for other, found in scene.links.items():
        death = scene.drafts[other]
        if death.event_type != "DEATH" or found.interval.end is None or not found.interval.is_day:
            continue
        dead = set(death.actors) | set(death.recipients)
        if dead & set(draft.recipients):
            because = f"before the death of {min(dead & set(draft.recipients))}"
            return Link(Interval(None, found.interval.end), "event-anchored", "none", found.expression, because)
    return None


def earlier_still(scene: Scene, number: int) -> Link | None:
    """He had begged: before the day of the scene that the text is telling."""
    draft, tree = scene.drafts[number], scene.tree(number)
    if draft.aspect != "pluperfect" or tree.tokens[draft.token].pos != "VERB":
        return None
    for back in range(draft.sentence - 1, max(-1, draft.sentence - int(SCENE_REACH.number) - 1), -1):
        if (base := _dated_main(scene, back, before=number)) is not None and base[0].interval.end is not None:
            because = f"the pluperfect goes back before “{base[1]}”"
            return Link(Interval(None, base[0].interval.end), "event-anchored", "none", base[0].expression, because)
    return None


def same_speaker(scene: Scene, number: int) -> Link | None:
    """A saying without a day, soon after a dated saying of the same speaker, belongs to that day."""
    draft = scene.drafts[number]
    if not _is_saying(scene, number) or not told_past(scene, number):
        return None
    speaker = _speaker(scene, number)
    for before in range(number - 1, -1, -1):
        other = scene.drafts[before]
        if draft.sentence - other.sentence > int(SCENE_REACH.number):
            return None
        base = scene.links.get(before)
        if base is None or not _is_saying(scene, before) or _speaker(scene, before) != speaker or not speaker:
            continue
        if base.interval.start is not None and base.interval.end is not None and base.dating != "cross-document":
            return Link(base.interval, "inherited", base.granularity, base.expression, f"{speaker} goes on speaking")
    return None


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
            dated = [
                scene.links[n]
                for n, d in enumerate(scene.drafts)
                if d.sentence == draft.sentence and d.token in below and n in scene.links
            ]
            start = min(
                (x.interval.start for x in dated if x.interval.start is not None and x.interval.is_day), default=None
            )
    if start is not None and start >= base.interval.end:
        start = None
    because = f"told of in the report of “{tree.tokens[claim.token].text}”, so before it"
    return Link(Interval(start, base.interval.end), "event-anchored", "none", base.expression, because)


def scene_goes_on(scene: Scene, number: int) -> Link | None:
    """A past event without a day, told right after a dated one of the same people, belongs to the same scene."""
    draft, tree = scene.drafts[number], scene.tree(number)
    if _is_saying(scene, number) or not _tells_on(scene, number):
        return None
    if scene.reading.quotation_at(tree.tokens[draft.token].span.start) is not None:
        return None
    people = _people(scene, draft.sentence)
    for back in range(draft.sentence, max(-1, draft.sentence - int(SCENE_REACH.number) - 1), -1):
        if back != draft.sentence and (base := _dated_main(scene, back, before=number)):
            if people & _people(scene, back) or _opens_with_sequence(scene, draft.sentence):
                because = "told on in the same scene as “" + base[1] + "”"
                return Link(base[0].interval, "inherited", base[0].granularity, base[0].expression, because)
            return None
        if back != draft.sentence and _breaks(scene, back):
            return None
    return None


def _tells_on(scene: Scene, number: int) -> bool:
    draft, tree = scene.drafts[number], scene.tree(number)
    verb = clause_verb(tree, draft.token)
    past = tense_of(tree, verb) == "past" or any(
        tree.tokens[c].text.lower() == "could" for c in tree.children(verb, "aux")
    )
    main = tree.tokens[verb].dep in ("ROOT", "conj", "advcl", "xcomp", "ccomp") or draft.token == verb
    return past and main and not scene.attached[draft.sentence]


def _dated_main(scene: Scene, sentence: int, *, before: int) -> tuple[Link, str] | None:
    """The date of a sentence's main event, when it is a day or two and not a saying."""
    tree = scene.reading.trees[sentence]
    for number in range(before):
        draft = scene.drafts[number]
        found = scene.links.get(number)
        if draft.sentence != sentence or found is None or found.expression is None and found.dating != "inherited":
            continue
        verb = clause_verb(tree, draft.token)
        # A clause of saying dates the saying; a relative clause tells of another time.
        above = {tree.tokens[a].dep for a in [verb, *tree.ancestors(verb)]}
        if _is_saying(scene, number) or (
            above & {"relcl", "acl"} and not (above & {"ROOT"} and "when" in {t.text.lower() for t in tree.tokens})
        ):
            continue
        if found.interval.width is not None and found.interval.width <= 2 and tense_of(tree, verb) in ("past", "modal"):
            return found, tree.tokens[draft.token].text
    return None


def _breaks(scene: Scene, sentence: int) -> bool:
    """A sentence in the present or perfect steps out of the scene."""
    tree = scene.reading.trees[sentence]
    root = next((t.index for t in tree.tokens if t.dep == "ROOT"), 0)
    return tense_of(tree, root) in ("present", "perfect", "future", "progressive", "pluperfect")


def _people(scene: Scene, sentence: int) -> set[str]:
    tree = scene.reading.trees[sentence]
    heads = [t.index for t in tree.tokens if t.pos in ("PROPN", "PRON", "NOUN")]
    return {name for head in heads for name in scene.reading.who(sentence, head)}


def _opens_with_sequence(scene: Scene, sentence: int) -> bool:
    words = [t.text.lower() for t in scene.reading.trees[sentence].tokens[:3]]
    return words[:2] in (["after", "this"], ["after", "that"]) or words[:1] in (
        ["then"],
        ["later"],
        ["afterwards"],
        ["afterward"],
    )


def lead(scene: Scene, number: int) -> Link | None:
    """The opening sentence tells of the day that the next sentences date, when they speak of the same two or more."""
    draft = scene.drafts[number]
    if (
        draft.sentence > 1
        or _is_saying(scene, number)
        or draft.tense == "future"
        or draft.factuality in ("planned", "hypothetical", "denied")
    ):
        return None
    if scene.attached[draft.sentence] or draft.aspect in ("present", "perfect", "progressive"):
        return None
    people = _people(scene, draft.sentence)
    for after in range(draft.sentence + 1, min(draft.sentence + 3, len(scene.reading.trees))):
        base = _dated_main(scene, after, before=len(scene.drafts))
        if base and len(people & _people(scene, after)) >= 2:
            because = f"the opening tells of the day of “{base[1]}”"
            return Link(base[0].interval, "inherited", base[0].granularity, base[0].expression, because)
    return None


def bounded(scene: Scene, number: int) -> Link | None:
    """A past event that the text leaves undated happened on or before the day of publication."""
    draft, published = scene.drafts[number], scene.reading.document.published
    if published is None or published.end is None or draft.tense != "past":
        return None
    if draft.factuality in ("hypothetical", "planned", "denied") and not _is_saying(scene, number):
        return None
    until = Interval(None, published.end)
    return Link(
        until, "publication-relative", "none", None, "told in the past without a date: on or before publication"
    )


def _is_saying(scene: Scene, number: int) -> bool:
    return is_saying(scene.reading, scene.drafts[number])


def _speaker(scene: Scene, number: int) -> str:
    draft = scene.drafts[number]
    return speaker_of(scene.reading, draft) or (draft.actors[0] if draft.actors else "")


RULES: tuple[Rule, ...] = (
    governed,
    known,
    supported,
    setting,
    coordinated,
    offset,
    lead,
    before_death,
    same_speaker,
    about,
    spoken,
    same_speaker,
    setting,
    reported,
    scene_goes_on,
    lead,
    about,
    earlier_still,
    offset,
    supported,
    bounded,
)
"""In order. Some come twice: what a later rule dates can be where an earlier one starts from."""
