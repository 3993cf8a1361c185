"""Dates that run on through a story: the scene, the opening, what came before it, what came before a death."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from pipeline.calendar.interval import Interval
from pipeline.events.link import Link, Scene
from pipeline.events.statements import is_saying
from pipeline.events.syntax import Tree, clause_verb, subjects, tense_of
from pipeline.model import TemporalExpression
from pipeline.settings.events import OPENING_DAYS, OPENING_SENTENCES, SCENE_REACH

PLACING = frozenset({"when", "after", "before", "once", "until", "since"})
"""Words that open a clause which places its main clause in time."""
MARKS = '"“”«»'
SAME_MATTER = 2
"""Nouns that a sentence shares with the opening when it comes back from an aside to the matter of the report."""
DATE_LINE = 60
"""Characters of a place and an agency's name that may stand before the date of a date line."""


def scene_goes_on(scene: Scene, number: int) -> Link | None:
    """A past event without a day, told right after a dated one of the same people, belongs to the same scene."""
    draft, tree = scene.drafts[number], scene.tree(number)
    if is_saying(scene.reading, scene.drafts[number]) or not _tells_on(scene, number):
        return None
    if scene.reading.quotation_at(tree.tokens[draft.token].span.start) is not None:
        return None
    people = _people(scene, draft.sentence)
    for back in range(draft.sentence, max(-1, draft.sentence - int(SCENE_REACH.number) - 1), -1):
        if back != draft.sentence and (base := dated_main(scene, back, before=number)):
            if people & _people(scene, back) or _opens_with_sequence(scene, draft.sentence):
                because = "told on in the same scene as “" + base[1] + "”"
                return Link(base[0].interval, "inherited", base[0].granularity, base[0].expression, because)
            return None
        if back != draft.sentence and (_breaks(scene, back) or _named_days(scene, back)):
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


def dated_main(scene: Scene, sentence: int, *, before: int) -> tuple[Link, str] | None:
    """The date of a sentence's main event, when it is a day or two and not a saying."""
    tree = scene.reading.trees[sentence]
    for number in scene.by_sentence.get(sentence, ()):
        draft = scene.drafts[number]
        found = scene.links.get(number)
        if number >= before or found is None or (found.expression is None and found.dating != "inherited"):
            continue
        verb = clause_verb(tree, draft.token)
        # A clause of saying dates the saying; a relative clause tells of another time.
        above = {tree.tokens[a].dep for a in [verb, *tree.ancestors(verb)]}
        if is_saying(scene.reading, scene.drafts[number]) or (
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
        or is_saying(scene.reading, scene.drafts[number])
        or draft.tense == "future"
        or draft.factuality in ("planned", "hypothetical", "denied")
    ):
        return None
    if scene.attached[draft.sentence] or draft.aspect in ("present", "perfect", "progressive"):
        return None
    people = _people(scene, draft.sentence)
    for after in range(draft.sentence + 1, min(draft.sentence + 3, len(scene.reading.trees))):
        base = dated_main(scene, after, before=len(scene.drafts))
        if base and len(people & _people(scene, after)) >= 2:
            because = f"the opening tells of the day of “{base[1]}”"
            return Link(base[0].interval, "inherited", base[0].granularity, base[0].expression, because)
    return None


def story_day(scene: Scene, number: int) -> Link | None:
    """The main line of a report stays on the day its opening names, until a sentence of the main line names another."""
    draft, tree = scene.drafts[number], scene.tree(number)
    verb = clause_verb(tree, draft.token)
    told = tense_of(tree, verb) == "past" and verb == draft.token and draft.factuality in ("asserted", "reported")
    if not told or not _in_main_line(tree, verb) or _has_time_of_its_own(scene, draft.sentence, verb):
        return None
    if draft.polarity == "negative" or _spoken(scene, tree.tokens[draft.token].span.start):
        return None
    opening = _opening(scene)
    if opening is None or opening[1] >= draft.sentence or _moved_on(scene, opening, draft.sentence):
        return None
    # After an aside in the present "he" goes on with the aside; who is named again goes on with the story.
    if draft.sentence > 0 and _breaks(scene, draft.sentence - 1) and _is_pronoun(tree, verb):
        return None
    base = opening[0]
    if not _people(scene, draft.sentence) & (_introduced(scene) | _of_that_day(scene, base, draft.sentence)):
        return None
    return Link(base.interval, "inherited", base.granularity, base.expression, base.because)


def _has_time_of_its_own(scene: Scene, sentence: int, verb: int) -> bool:
    """Whether an expression, or a clause with "when", places the main clause; what is said tells of another time."""
    tree = scene.reading.trees[sentence]
    if any(tree.tokens[m].text.lower() in PLACING for c in tree.children(verb, "advcl") for m in tree.below[c]):
        return True
    said = {i for c in tree.children(verb, "ccomp", "xcomp") for i in tree.subtree(c)}
    return any(a.first not in said for a in scene.attached[sentence])


def _is_pronoun(tree: Tree, verb: int) -> bool:
    """Whether the subject of a verb is a pronoun."""
    return any(tree.tokens[s].pos == "PRON" for s in subjects(tree, verb))


def _spoken(scene: Scene, offset: int) -> bool:
    """Whether a word stands in a quotation, and its own paragraph opens one before it: a stray mark quotes nothing."""
    if scene.reading.quotation_at(offset) is None:
        return False
    text = scene.reading.document.text
    before = text[text.rfind("\n", 0, offset) + 1 : offset]
    return sum(before.count(mark) for mark in MARKS) % 2 == 1


def _in_main_line(tree: Tree, verb: int) -> bool:
    """A main clause, or one coordinated with it."""
    while tree.tokens[verb].dep == "conj" and tree.tokens[verb].head != verb:
        verb = tree.tokens[verb].head
    return tree.tokens[verb].dep == "ROOT"


def _opening(scene: Scene) -> tuple[Link, int] | None:
    """The day that the opening tells of, and the sentence that says so.

    It is the one recent day that the main clauses of the first sentences name in the past, or else the date line.
    """
    published = scene.reading.document.published
    if published is None or published.start is None or not published.is_day:
        return None
    body = _first_sentences(scene)
    for sentence in body:
        for _, found in _named_days(scene, sentence):
            start = found.interval.start
            recent = start is not None and 0 <= published.start - start <= int(OPENING_DAYS.number)
            if not recent or not found.interval.is_day or found.expression is None:
                return None
            because = (
                f"told on in the main line of a report that opens with “{found.expression.text}”, of the same people"
            )
            return replace(found, because=because), sentence
    line = _date_line(scene, scene.reading.trees[body[0]].sentence.span.start) if body else None
    if line is None:
        return None
    because = f"told in the main line of a report whose date line is “{line.text}”, with no other day named"
    return Link(published, "inherited", "day", line, because), -1


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
    return {name for n in _first_sentences(scene) for name in _people(scene, n)}


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
            found |= _people(scene, back)
    return found


def _named_days(scene: Scene, sentence: int) -> list[tuple[int, Link]]:
    """Past events of the main line of a sentence that an expression in it dates."""
    tree = scene.reading.trees[sentence]
    return [
        (number, found)
        for number in scene.by_sentence.get(sentence, ())
        if (found := scene.links.get(number)) is not None
        and found.expression is not None
        and tree.sentence.span.holds(found.expression.span.start)
        and _in_main_line(tree, scene.drafts[number].token)
        and tense_of(tree, scene.drafts[number].token) in ("past", "perfect")
    ]


def _moved_on(scene: Scene, opening: tuple[Link, int], sentence: int) -> bool:
    """Whether the main clause right before this sentence, or before that, was on another day."""
    if _comes_back(scene, opening[1], sentence):
        return False
    for back in range(sentence - 1, max(opening[1], sentence - 3), -1):
        if _comes_back(scene, opening[1], back):
            return False
        if named := _named_days(scene, back):
            return all(found.interval != opening[0].interval for _, found in named)
    return False


def _comes_back(scene: Scene, opening: int, sentence: int) -> bool:
    """Whether a main clause in the past, with no day of its own, speaks again of what the opening spoke of."""
    tree = scene.reading.trees[sentence]
    root = next((t.index for t in tree.tokens if t.dep == "ROOT"), 0)
    if scene.attached[sentence] or tense_of(tree, root) != "past":
        return False
    return len(_things(scene, max(0, opening)) & _things(scene, sentence)) >= SAME_MATTER


def _things(scene: Scene, sentence: int) -> set[str]:
    """What a sentence speaks of, beyond people."""
    tokens = scene.reading.trees[sentence].tokens
    return {t.lemma.lower() for t in tokens if t.pos in ("NOUN", "PROPN") and t.entity not in ("PERSON", "DATE", "GPE")}


def earlier_still(scene: Scene, number: int) -> Link | None:
    """He had begged: before the day of the scene that the text is telling."""
    draft, tree = scene.drafts[number], scene.tree(number)
    if draft.aspect != "pluperfect" or tree.tokens[draft.token].pos != "VERB":
        return None
    for back in range(draft.sentence - 1, max(-1, draft.sentence - int(SCENE_REACH.number) - 1), -1):
        if (base := dated_main(scene, back, before=number)) is not None and base[0].interval.end is not None:
            because = f"the pluperfect goes back before “{base[1]}”"
            return Link(Interval(None, base[0].interval.end), "event-anchored", "none", base[0].expression, because)
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
            because = f"before the death of {min(dead & set(draft.recipients))}"
            return Link(Interval(None, found.interval.end), "event-anchored", "none", found.expression, because)
    return None
