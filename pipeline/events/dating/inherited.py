"""Dates that run on through a story: the scene, the lead, what came before it."""

from __future__ import annotations

import functools

from pipeline.calendar.interval import Interval
from pipeline.events import lexicon
from pipeline.events.dating.answers import is_where_it_was_said
from pipeline.events.dating.attach import stands_beside
from pipeline.events.dating.attachment import UNTIL
from pipeline.events.dating.flashback import is_done_to_what_is_over, looked_back_between
from pipeline.events.dating.harm import is_another_matter, is_of_a_known_harm
from pipeline.events.dating.held_there import is_kept_there
from pipeline.events.dating.link import Link, Scene
from pipeline.events.dating.main_line import in_main_line
from pipeline.events.dating.offsets import is_counted_from
from pipeline.events.dating.own_time import is_ahead, is_of_kin, is_older, is_told_by
from pipeline.events.dating.placing import only_places, places
from pipeline.events.dating.resumed import resumes
from pipeline.events.parse.syntax import Tree, clause_verb
from pipeline.events.parse.tense import tense_of
from pipeline.events.triggers.saying import is_saying
from pipeline.resources import table
from pipeline.settings.events import SCENE_REACH

_SEEN = frozenset({"ASSAULT", "ATTACK", "COERCE", "MOBILIZE", "MOVE", "PROTEST"})
"""Types of event that the sentence after fresh news tells more of it with, whoever does it."""


def scene_goes_on(scene: Scene, number: int) -> Link | None:
    """A past event without a day, told right after a dated one of the same people, belongs to the same scene."""
    draft, tree = scene.drafts[number], scene.tree(number)
    if (
        is_saying(scene.reading, scene.drafts[number])
        or not _tells_on(scene, number)
        or of_one_before(tree, draft.token)
        or is_older(tree, clause_verb(tree, draft.token))
        or is_kept_there(tree, draft.token)
        or is_of_kin(scene, number)
        or is_counted_from(scene, number)
        or scene.reading.quotation_at(tree.tokens[draft.token].span.start) is not None
    ):
        return None
    here = people(scene, draft.sentence)
    for back in range(draft.sentence, max(-1, draft.sentence - int(SCENE_REACH.number) - 1), -1):
        if back != draft.sentence and (base := dated_main(scene, back, before=number)):
            told_on = here & people(scene, back) or _opens_with_sequence(scene, draft.sentence)
            told_on = told_on or _adds(scene, draft.sentence, back, clause_verb(tree, draft.token))
            told_on = told_on or resumes(scene, base[0], draft.sentence, clause_verb(tree, draft.token))
            other = is_another_matter(scene, number, base[0]) or is_of_a_known_harm(scene, number, base[0])
            other = other or _is_another_chapter(scene, back, draft.sentence)
            other = other or looked_back_between(scene, base[0], back, draft.sentence)
            other = other or is_done_to_what_is_over(scene, base[0], number)
            told_on = told_on or (base[0].fresh and back == draft.sentence - 1 and draft.event_type in _SEEN)
            if (told_on or _taken_up(tree, draft.token)) and not other:
                because = "told on in the same scene as “" + base[1] + "”"
                return Link(base[0].interval, "inherited", base[0].granularity, base[0].expression, because)
            return None
        if back != draft.sentence and (breaks(scene, back) or named_days(scene, back)):
            return None
    return None


def _is_another_chapter(scene: Scene, back: int, sentence: int) -> bool:
    """Whether a paragraph of a history ends between two sentences: the next one may begin with what led to it."""
    if scene.reading.document.published is not None or _opens_with_sequence(scene, sentence):
        return False
    trees, text = scene.reading.trees, scene.reading.document.text
    return "\n" in text[trees[back].sentence.span.end : trees[sentence].sentence.span.start]


def of_one_before(tree: Tree, token: int) -> bool:
    """The old parliament was dissolved: when another took its place, or before, on no day of the scene."""
    verb = clause_verb(tree, token)
    subjects = tree.children(verb, "nsubjpass")
    return any(tree.tokens[a].lemma.lower() in _former() for s in subjects for a in tree.children(s, "amod"))


@functools.cache
def _former() -> frozenset[str]:
    """Adjectives that say of their noun that another has taken its place."""
    return frozenset(row.lemma for row in table(lexicon.FOLDER + "former_words.csv", lexicon.Listed))


def _adds(scene: Scene, sentence: int, back: int, verb: int) -> bool:
    """Was also upheld: beside what the paragraph has told of, and then."""
    tree, text = scene.reading.trees[sentence], scene.reading.document.text
    also = any(tree.tokens[c].text.lower() == "also" for c in tree.children(verb, "advmod"))
    passive = bool(tree.children(verb, "auxpass")) and tree.tokens[verb].dep == "ROOT"
    start = scene.reading.trees[back].sentence.span.end
    return also and passive and "\n" not in text[start : tree.sentence.span.start]


def _taken_up(tree: Tree, token: int) -> bool:
    """Whether the subject of the main verb is a pronoun: whoever it is, the sentence before spoke of them."""
    verb = clause_verb(tree, token)
    subjects = [tree.tokens[c] for c in tree.children(verb, "nsubj", "nsubjpass")]
    return tree.tokens[verb].dep == "ROOT" and any(s.tag == "PRP" and s.text in ("He", "She", "They") for s in subjects)


def _tells_on(scene: Scene, number: int) -> bool:
    draft, tree = scene.drafts[number], scene.tree(number)
    verb = clause_verb(tree, draft.token)
    past = tense_of(tree, verb) == "past" or any(
        tree.tokens[c].text.lower() == "could" for c in tree.children(verb, "aux")
    )
    main = tree.tokens[verb].dep in ("ROOT", "conj", "advcl", "xcomp", "ccomp") or draft.token == verb
    aside = any(tree.tokens[i].dep in ("relcl", "acl") for i in [verb, *tree.ancestors(verb)])
    # "Has said she was asked and approved": the second verb may be of what was said, too.
    beside = tree.tokens[verb].dep in ("ccomp", "conj")
    said = beside and tense_of(tree, tree.tokens[verb].head) in ("perfect", "present")
    # Put off the trial till May 21 and freed him: neither a day to come nor how long it lasts tells when it began.
    here = scene.attached[draft.sentence]
    placed = any(not is_ahead(scene, each) and each.preposition not in UNTIL for each in here)
    return past and main and not aside and not said and not placed


def dated_main(scene: Scene, sentence: int, *, before: int) -> tuple[Link, str] | None:
    """The date of a sentence's main event, when it is a day or two and not a saying."""
    tree = scene.reading.trees[sentence]
    for number in scene.by_sentence.get(sentence, ()):
        draft = scene.drafts[number]
        found = scene.links.get(number)
        if number >= before or found is None:
            continue
        if found.fresh and draft.event_type == "DEATH":  # "Has died. He led the country": a life is told of.
            continue
        if found.expression is None and found.dating != "inherited" and not found.fresh:
            continue
        if _is_due(tree, draft.token):
            continue
        verb = clause_verb(tree, draft.token)
        # A clause of saying dates the saying; a relative clause tells of another time.
        above = {tree.tokens[a].dep for a in [verb, *tree.ancestors(verb)]}
        if is_saying(scene.reading, scene.drafts[number]) or is_where_it_was_said(scene, number, verb):
            continue
        if above & {"relcl", "acl"} and not (above & {"ROOT"} and "when" in {t.text.lower() for t in tree.tokens}):
            continue
        if _is_of_its_noun(scene, sentence, number) or only_places(tree, verb) or _is_beside(tree, draft.token):
            continue
        brief = found.interval.width is not None and found.interval.width <= 2
        if found.fresh or (brief and tense_of(tree, verb) in ("past", "modal")):
            return found, tree.tokens[draft.token].text
    return None


def _is_due(tree: Tree, word: int) -> bool:
    """Was due to sing on Monday: what was planned for a day, and may not have been done, is no scene."""
    token = tree.tokens[word]
    return token.pos == "ADJ" and (token.lemma.lower(), "ADJ") in lexicon.irrealis()


def _is_beside(tree: Tree, noun: int) -> bool:
    """Whether a noun only tells what the main verb came before, after or during: the day before the hearing."""
    while tree.tokens[noun].dep == "conj" and tree.tokens[noun].head != noun:
        noun = tree.tokens[noun].head
    return stands_beside(tree, noun) or places(tree, noun) is not None


def _is_of_its_noun(scene: Scene, sentence: int, number: int) -> bool:
    """Whether a date hangs by "of" on a noun below the verb: "praised the vote of Sunday" tells of another day."""
    token, found = scene.drafts[number].token, scene.links[number]
    below = scene.reading.trees[sentence].tokens[token].dep == "dobj"
    hanging = (a for a in scene.attached[sentence] if a.expression is found.expression)
    return below and any(a.preposition == "of" and a.governor == token for a in hanging)


def breaks(scene: Scene, sentence: int) -> bool:
    """A sentence in the present or perfect steps out of the scene."""
    tree = scene.reading.trees[sentence]
    root = next((t.index for t in tree.tokens if t.dep == "ROOT"), 0)
    return tense_of(tree, root) in ("present", "perfect", "future", "progressive", "pluperfect")


def people(scene: Scene, sentence: int) -> set[str]:
    """Everybody whom a sentence speaks of, by canonical name."""
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
    named = any(scene.attached[n] for n in range(draft.sentence + 1))
    if named or draft.aspect in ("present", "perfect", "progressive"):
        return None
    here = people(scene, draft.sentence)
    for after in range(draft.sentence + 1, min(draft.sentence + 3, len(scene.reading.trees))):
        base = dated_main(scene, after, before=len(scene.drafts))
        if base and len(here & people(scene, after)) >= 2:
            because = f"the opening tells of the day of “{base[1]}”"
            return Link(base[0].interval, "inherited", base[0].granularity, base[0].expression, because)
    return None


def named_days(scene: Scene, sentence: int) -> list[tuple[int, Link]]:
    """Past events of the main line of a sentence that an expression in it dates."""
    tree = scene.reading.trees[sentence]
    return [
        (number, found)
        for number in scene.by_sentence.get(sentence, ())
        if (found := scene.links.get(number)) is not None
        and found.expression is not None
        and not found.fresh
        and tree.sentence.span.holds(found.expression.span.start)
        and in_main_line(tree, scene.drafts[number].token)
        and tense_of(tree, scene.drafts[number].token) in ("past", "perfect")
    ]


def earlier_still(scene: Scene, number: int) -> Link | None:
    """He had begged: before the day of the scene that the text is telling."""
    draft, tree = scene.drafts[number], scene.tree(number)
    if draft.aspect != "pluperfect" or tree.tokens[draft.token].pos != "VERB" or is_told_by(tree, draft.token):
        return None
    for back in range(draft.sentence - 1, max(-1, draft.sentence - int(SCENE_REACH.number) - 1), -1):
        if _is_apart(scene, back, draft.sentence):
            return None
        if (base := dated_main(scene, back, before=number)) is not None and base[0].interval.end is not None:
            because = f"the pluperfect goes back before “{base[1]}”"
            published = scene.reading.document.published
            end = min(base[0].interval.end, (published and published.end) or base[0].interval.end)
            return Link(Interval(None, end), "event-anchored", "none", base[0].expression, because)
    return None


def _is_apart(scene: Scene, sentence: int, later: int) -> bool:
    """Whether a paragraph ends between two sentences, and the later one speaks of nobody in the earlier one."""
    trees, text = scene.reading.trees, scene.reading.document.text
    ends = "\n" in text[trees[sentence].sentence.span.end : trees[later].sentence.span.start]
    return ends and not people(scene, sentence) & people(scene, later)
