"""Whether a sentence has a time of its own, be it known or not, so that no day of the story is handed on to it."""

from __future__ import annotations

import re

from pipeline.events import lexicon
from pipeline.events.dating.answers import first_verb
from pipeline.events.dating.attach import OFFSET
from pipeline.events.dating.attachment import Attachment
from pipeline.events.dating.link import Scene
from pipeline.events.dating.nearby import at_the_time
from pipeline.events.dating.proceedings import is_stage, lemma_of
from pipeline.events.dating.verdicts import judges
from pipeline.events.dating_lexicon import dating_words
from pipeline.events.parse.syntax import Tree, clause_verb, subjects
from pipeline.events.placing_lexicon import time_conjunctions
from pipeline.settings.events import OPENING_DAYS, SCENE_REACH

_AFTERWARDS = re.compile(r" (?:after|before)\b")


def has_time_of_its_own(scene: Scene, sentence: int, verb: int) -> bool:
    """Whether an expression, or a clause with "when", places the main clause; what is said tells of another time."""
    tree = scene.reading.trees[sentence]
    if any(
        tree.tokens[m].text.lower() in time_conjunctions() for c in tree.children(verb, "advcl") for m in tree.below[c]
    ):
        return True
    if any(_names_an_occasion(tree, prep) for prep in tree.children(first_verb(tree, verb), "prep")):
        return True
    if any(
        _follows_another(scene, sentence, c)
        for c in {*tree.children(verb, "advmod", "prep"), *tree.children(first_verb(tree, verb), "prep")}
    ):
        return True
    if _is_counted_to(scene, sentence, verb) or is_older(tree, verb):
        return True
    said = {i for c in tree.children(verb, "ccomp") for i in tree.subtree(c)}
    wanted = {i for c in tree.children(verb, "xcomp") for i in tree.subtree(c)}
    return any(a.first not in said and not (a.first in wanted and is_ahead(scene, a)) for a in scene.attached[sentence])


def is_older(tree: Tree, verb: int) -> bool:
    """Originally pleaded guilty, wrote songs in his youth, fell ill on both occasions: not of the day of the story."""
    first = first_verb(tree, verb)
    adverbs = {tree.tokens[c].text.lower() for c in tree.children(first, "advmod")}
    nouns = {tree.tokens[i].lemma.lower() for p in tree.children(first, "prep") for i in tree.subtree(p)}
    return is_of_older_words(tree, first) or bool(
        adverbs & dating_words("before then") or nouns & (dating_words("of a life") | dating_words("an occasion"))
    )


def is_of_older_words(tree: Tree, verb: int) -> bool:
    """In an earlier statement they said that it goes on: of the time of that statement."""
    saying = (tree.tokens[verb].head, tree.tokens[tree.tokens[verb].head].head, verb)
    below = (tree.tokens[o] for at in saying for p in tree.children(at, "prep") for o in tree.children(p, "pobj"))
    nouns = (t.index for t in below if (t.lemma.lower(), "NOUN") in lexicon.cues())
    return any(
        tree.tokens[a].text.lower() in dating_words("before then") for n in nouns for a in tree.children(n, "amod")
    )


def is_told_by(tree: Tree, verb: int) -> bool:
    """The Kremlin said that he had sent flowers: before it said so, and not before what was told until then."""
    above = tree.tokens[tree.tokens[verb].head]
    return tree.tokens[verb].dep == "ccomp" and (above.lemma.lower(), "VERB") in lexicon.cues()


def _is_counted_to(scene: Scene, sentence: int, verb: int) -> bool:
    """The attack comes six months after he was beaten: whether a length of time in front of a verb leads up to it."""
    tree, text = scene.reading.trees[sentence], scene.reading.document.text
    before = (e for e in scene.reading.times_in(tree.sentence.span) if e.span.start < tree.tokens[verb].span.start)
    return any(OFFSET.search(e.text) or _AFTERWARDS.match(text, e.span.end) for e in before)


def _follows_another(scene: Scene, sentence: int, word: int) -> bool:
    """Protests then broke out, at the time he denied it: when, only what was told just before can say."""
    tree = scene.reading.trees[sentence]
    if tree.tokens[word].text.lower() == "after" and _points_back(tree, word):
        return True
    then = tree.tokens[word].text.lower() == "then" and not _tells_of_late(scene, sentence - 1)
    return then or at_the_time(tree, word)


def _points_back(tree: Tree, prep: int) -> bool:
    """After serving this term he was held again: after what was told last, whenever that was."""
    clauses = tree.children(prep, "pcomp")
    objects = [o for c in clauses for o in tree.children(c, "dobj")]
    known = (tree.tokens[d] for o in objects for d in tree.children(o, "det"))
    return any(each.lemma.lower() in ("this", "that") for each in known)


def _tells_of_late(scene: Scene, sentence: int) -> bool:
    """Whether the last dated sentence up to this one tells of the last days before publication."""
    published = scene.reading.document.published
    today = published.start if published is not None else None
    for back in range(sentence, max(-1, sentence - int(SCENE_REACH.number)), -1):
        found = (scene.links.get(n) for n in scene.by_sentence.get(back, ()))
        starts = [s for each in found if each is not None and (s := each.interval.start) is not None]
        if starts:
            return today is not None and today - max(starts) <= int(OPENING_DAYS.number)
    return False


def _names_an_occasion(tree: Tree, prep: int) -> bool:
    """During the mutiny they marched: on its days, whether they are known or not."""
    # "During his speech he said": what the speaker himself does goes on with the story.
    others = (c for c in tree.children(prep, "pobj") if not any(_is_own(tree, p, c) for p in tree.children(c, "poss")))
    # "During the election campaign": that it was one of a vote says no less than the vote itself.
    nouns = (tree.tokens[n].lemma.lower() for c in others for n in (c, *tree.children(c, "compound")))
    return tree.tokens[prep].text.lower() == "during" and any((n, "NOUN") in lexicon.event_types() for n in nouns)


def is_of_kin(scene: Scene, number: int) -> bool:
    """Her husband was sentenced: a step of a case, of somebody who only belongs to a person of the story.

    It is of the story's day where a court has just judged others on it.
    """
    tree, draft = scene.tree(number), scene.drafts[number]
    verb = draft.token
    subjects = [tree.tokens[s] for s in tree.children(verb, "nsubj", "nsubjpass")]
    kin = any(row.kind == "kin" for t in subjects for row in lexicon.roles_of(t.lemma.lower(), t.tag))
    owned = any(tree.children(t.index, "poss") for t in subjects)
    if not (kin and owned and is_stage(lemma_of(tree, verb))):
        return False
    before = range(max(0, draft.sentence - int(SCENE_REACH.number)), draft.sentence)
    return not any(judges(scene, n) for at in before for n in scene.by_sentence.get(at, ()))


def _is_own(tree: Tree, owner: int, noun: int) -> bool:
    """Whether the subject may be the owner: "she testified during their trial" is of a trial of others."""
    who = [tree.tokens[s] for s in subjects(tree, clause_verb(tree, noun))]
    one = any(t.entity == "PERSON" or t.text.lower() in ("he", "she") for t in who) and len(who) == 1
    return tree.tokens[owner].tag == "PRP$" and not (one and tree.tokens[owner].text.lower() == "their")


def is_ahead(scene: Scene, attached: Attachment) -> bool:
    """Asked them to leave by Friday: a day after publication is not that of the asking."""
    days, published = attached.days, scene.reading.document.published
    start = published.start if published is not None else None
    return days is not None and days.start is not None and start is not None and days.start > start
