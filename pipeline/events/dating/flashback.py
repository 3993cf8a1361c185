"""After "the government had shut the border on Oct. 29" a paragraph may go on with that day or come back to today.

Whoever acts in the news of the day comes back to it; of anybody else nothing tells which of the two days it was.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.events import lexicon
from pipeline.events.dating.answers import is_words
from pipeline.events.dating.link import Link, Scene
from pipeline.events.dating.proceedings import VERDICT, lemma_of, stage_of
from pipeline.events.dating.verdicts import judges
from pipeline.events.determiner_lexicon import determiners
from pipeline.events.parse.syntax import Tree, subjects
from pipeline.events.parse.tense import tense_of

_LONG = 31
"""Days before the news of the day from which on what a paragraph has just told of is no part of it."""
_YEAR = 365
"""Days of a time that is no one occasion."""
_REACH = 3
"""Sentences back, within the paragraph, to the one that looks back."""


def looks_back_on_another_day(scene: Scene, base: Link, number: int) -> bool:
    """Whether the text has just looked back on another day, and who acts here did nothing on that of `base`."""
    draft = scene.drafts[number]
    if _is_before_the_verdict(scene, base, number):
        return True
    before = _just_before(scene, draft.sentence, words=is_words(scene, number))
    if not any(_is_flashback(scene, base, back) for back in before):
        return False
    of_the_day = {
        name
        for other in scene.on_days.get(base.interval, ())
        if other != number and scene.drafts[other].sentence < draft.sentence
        for name in scene.drafts[other].actors
    }
    owners = _owners(scene, number)
    return not of_the_day & (owners or set(draft.actors))


def _is_before_the_verdict(scene: Scene, base: Link, number: int) -> bool:
    """Were jailed for the rally of last year. Hundreds were detained: once a report of a verdict has named an older
    day, an arrest is of the one or of the other."""
    sentence, stage = scene.drafts[number].sentence, stage_of(lemma_of(scene.tree(number), scene.drafts[number].token))
    told = [n for n in scene.on_days.get(base.interval, ()) if scene.drafts[n].sentence < sentence]
    judged = [scene.drafts[n].sentence for n in told if judges(scene, n)]
    if not 0 < stage < VERDICT or not judged:
        return False
    return any(_names_an_older_day(scene, base, back) for back in range(min(judged), sentence))


def _names_an_older_day(scene: Scene, base: Link, sentence: int) -> bool:
    """Whether a day or a month well before is named."""
    ends = (a.days.end for a in scene.attached[sentence] if a.days is not None and (a.days.width or _YEAR) < _YEAR)
    start = base.interval.start
    return start is not None and any(end is not None and end < start - _LONG for end in ends)


def _owners(scene: Scene, number: int) -> set[str]:
    """Of whom a subject is that says so by a pronoun: his government goes on with him, not with its state."""
    draft, tree = scene.drafts[number], scene.tree(number)
    owning = [c for s in subjects(tree, draft.token) for c in tree.children(s, "poss") if tree.tokens[c].tag == "PRP$"]
    return {name for c in owning for name in scene.reading.who(draft.sentence, c)}


def is_done_to_what_is_over(scene: Scene, base: Link, number: int) -> bool:
    """Sentenced her on Monday. Police had to put down the protests: of which the news of that day has told nothing."""
    draft, tree = scene.drafts[number], scene.tree(number)
    known = {kind for noun in _known_objects(tree, draft.token) for kind in _crowds(tree, noun)}
    if not known or is_words(scene, number):
        return False
    of_the_day = {scene.drafts[n].sentence for n in scene.on_days.get(base.interval, ()) if n != number}
    told = (scene.reading.trees[n] for n in of_the_day if n < draft.sentence)
    return not any(known & _crowds(other, t.index) for other in told for t in other.tokens)


def _known_objects(tree: Tree, verb: int) -> Iterator[int]:
    """Objects of a verb that the text has told of: broke up the rally, cracked down on the protests."""
    below = [o for p in tree.children(verb, "prep") for o in tree.children(p, "pobj")]
    known = determiners("known", "known several")
    for noun in (*tree.children(verb, "dobj", "nsubjpass"), *below):
        if any(tree.tokens[c].text.lower() in known for c in tree.children(noun, "det")):
            yield noun


def _crowds(tree: Tree, word: int) -> set[str]:
    """PROTEST for a word that tells of one, else nothing."""
    token = tree.tokens[word]
    rows = lexicon.event_types().get((token.lemma.lower(), token.pos), ())
    return {row.event_type for row in rows if row.event_type == "PROTEST"}


def looked_back_between(scene: Scene, base: Link, first: int, last: int) -> bool:
    """Whether a sentence between two names days long before `base` alone, and tells nothing of that day."""
    of_the_day = {scene.drafts[number].sentence for number in scene.on_days.get(base.interval, ())}
    return any(_is_long_before(scene, base, s) for s in range(first + 1, last) if s not in of_the_day)


def _just_before(scene: Scene, sentence: int, *, words: bool) -> list[int]:
    """The sentences right before this one in its paragraph, and before a deed that opens one the last of the other."""
    trees, text, found = scene.reading.trees, scene.reading.document.text, []
    for back in range(sentence - 1, max(-1, sentence - _REACH - 1), -1):
        parted = "\n" in text[trees[back].sentence.span.end : trees[back + 1].sentence.span.start]
        if parted and (words or back < sentence - 1):
            break
        found.append(back)
    return found


def _is_flashback(scene: Scene, base: Link, sentence: int) -> bool:
    """Whether the main clause is in the pluperfect and dated to another day than that of `base`."""
    tree = scene.reading.trees[sentence]
    root = next((t.index for t in tree.tokens if t.dep == "ROOT"), 0)
    if tense_of(tree, root) == "past" and _is_long_before(scene, base, sentence):
        return True
    if tense_of(tree, root) != "pluperfect":
        return False
    links = (scene.links.get(number) for number in scene.by_sentence.get(sentence, ()))
    return any(link is not None and link.expression is not None and link.interval != base.interval for link in links)


def _is_long_before(scene: Scene, base: Link, sentence: int) -> bool:
    """Whether all the days that a sentence names lie well before: "was rocked by protests after the vote of 2020"."""
    ends = [a.days.end if a.days is not None else None for a in scene.attached[sentence]]
    start = base.interval.start
    return bool(ends) and start is not None and all(end is not None and end < start - _LONG for end in ends)
