"""The trained linker: of the days an event may be of, the most probable one, when it is probable enough.

A logistic regression over the features of each candidate; data/models/linker.json holds its weights and their recipe.
The day of publication is one candidate among others and is never taken for want of a better one.
"""

from __future__ import annotations

import functools
from dataclasses import replace

from pipeline.events import regression
from pipeline.events.dating.attach import is_of_another, stands_beside
from pipeline.events.dating.attachment import BOUNDS, LONG, Attachment
from pipeline.events.dating.candidates import Candidate, candidates
from pipeline.events.dating.compared import compares
from pipeline.events.dating.governed import so_far, tells_of
from pipeline.events.dating.hooks import follows
from pipeline.events.dating.lengths import is_longer
from pipeline.events.dating.link import Link, Scene, dating_of, is_over
from pipeline.events.dating.papers import names_which
from pipeline.events.dating.sharing import topic_of
from pipeline.events.dating_lexicon import dating_words
from pipeline.events.parse.syntax import Tree, clause_verb
from pipeline.events.parse.tense import tense_of
from pipeline.events.reading import Draft
from pipeline.events.regression import Weights
from pipeline.resources import DATA
from pipeline.settings.events import LINKER_SURE, LINKER_THRESHOLD
from pipeline.settings.setting import Setting
from pipeline.vocabulary import TOLD

MODEL = DATA / "models" / "linker.json"
LOOSE = frozenset({"vague", "none", "decade", "century"})
"""Prepositions after which stands what was there before the verb's own event."""
PAST_TENSES = ("past", "perfect", "pluperfect")


def sure(scene: Scene, number: int) -> Link | None:
    """The most probable day of a past event, where hardly any doubt is left."""
    return _likely(scene, number, LINKER_SURE)


def likely(scene: Scene, number: int) -> Link | None:
    """The most probable day of a past event that no other rule dates, where it is more probable than all else."""
    return _likely(scene, number, LINKER_THRESHOLD)


def _likely(scene: Scene, number: int, least: Setting) -> Link | None:
    draft, tree = scene.drafts[number], scene.tree(number)
    if draft.factuality not in TOLD or draft.tense == "future":
        return None
    tense = tense_of(tree, clause_verb(tree, draft.token))
    if tense not in PAST_TENSES:
        return None
    found = best(scene, number)
    if found is None or found[1] < least.number or not _holds(scene, found[0], draft):
        return None
    published = scene.reading.document.published
    end, start = published.end if published is not None else None, found[0].days.start
    if is_over(scene, draft, found[0].days) or (start is not None and end is not None and start >= end):
        # Nothing told as past is of a day to come: "reiterated the threat to cut supplies on Jan. 1".
        return None
    made = _link(*found, tense=tense, place=scene.backdrop.place(draft.sentence), at=draft.sentence)
    return replace(made, interval=so_far(scene, draft, made.interval))


def best(scene: Scene, number: int) -> tuple[Candidate, float] | None:
    """The most probable candidate of a draft, and its probability from 0 to 1."""
    if number not in scene.likeliest:
        draft, model = scene.drafts[number], linker()
        found = candidates(scene.reading, scene.attached, scene.backdrop, draft.sentence, draft.token)
        scored = [(each, model.probability(each.features)) for each in found]
        scene.likeliest[number] = max(scored, key=lambda pair: pair[1], default=None)
    return scene.likeliest[number]


def _holds(scene: Scene, found: Candidate, draft: Draft) -> bool:
    """Whether the days can hold an event, and do not merely bound it or float."""
    tree, which = scene.reading.trees[draft.sentence], found.attachment
    if which is None:
        return True
    if found.sentence == draft.sentence and tells_of(scene, draft, which):
        return False
    if found.sentence == draft.sentence and _belongs_elsewhere(tree, which, draft.token):
        return False
    if is_longer(scene, scene.numbers[draft.sentence, draft.token], found.days):
        return False
    if (
        draft.event_type in LONG
        and stands_beside(tree, draft.token)
        and which.governor not in tree.subtree(draft.token)
    ):
        # "A village was shelled on Monday during the invasion": a war has more days than that.
        return False
    return which.preposition not in BOUNDS and which.expression.granularity not in LOOSE


def _belongs_elsewhere(tree: Tree, which: Attachment, word: int) -> bool:
    """Whether an expression of the sentence is told beside a word: "the vote of Sunday" gives the speech no day."""
    if follows(tree, which.governor) and word not in (which.governor, *tree.subtree(which.governor)):
        return True
    if (
        word == tree.tokens[which.governor].head
        and not which.preposition
        and names_which(tree, which.governor, which.first)
    ):
        return True
    of_a_noun = which.preposition == "of" and tree.tokens[which.governor].pos == "NOUN" and which.governor != word
    done_before = tree.tokens[word].dep == "acl" and tree.tokens[word].tag == "VBN"
    if _is_told_of_its_noun(tree, which, word):
        return True
    of_the_compared = compares(tree, word) and which.governor != word
    return (
        of_a_noun
        or of_the_compared
        or (done_before and which.governor not in tree.subtree(word))
        or is_ground(tree, which.governor, word)
        or is_of_another(tree, which.governor, word)
        or topic_of(tree, word) == which.governor
    )


def _is_told_of_its_noun(tree: Tree, which: Attachment, word: int) -> bool:
    """In 1972 she married a man who had built a bridge; born in May to parents who were exiled: of no such time."""
    relative = next((at for at in (word, *tree.ancestors(word)) if tree.tokens[at].dep == "relcl"), None)
    if relative is None or which.governor in tree.subtree(relative) or which.clause == relative:
        return False
    participle = tree.tokens[which.governor].dep == "advcl" and tree.tokens[which.governor].tag == "VBN"
    return participle or which.expression.granularity in ("year", "decade")


def is_ground(tree: Tree, governor: int, word: int) -> bool:
    """Whether what the dated verb came of stands in the word: jailed in May over their coverage of the protests."""
    at = word
    while tree.tokens[at].pos != "VERB" and tree.tokens[at].head not in (at, governor):
        at = tree.tokens[at].head
        if tree.tokens[at].pos in ("ADP", "SCONJ", "NOUN") and tree.tokens[at].text.lower() in dating_words(
            "its ground"
        ):
            return True
    return False


def _link(found: Candidate, chance: float, *, tense: str, place: str, at: int) -> Link:
    source = found.sources[0]
    odds = f"with probability {chance:.2f}"
    if found.attachment is None:
        where = "in the lead" if place in ("first", "lead") else "in the text"
        because = f"publication-relative: told {where} in the {_named(tense)}, and no other day fits; {odds}"
        fine = "day" if found.days.is_day else "none"
        return Link(found.days, "publication-relative", fine, None, because)  # type: ignore[arg-type]
    expression = found.attachment.expression
    if source == "own":
        because = f"“{expression.text}” in the same sentence dates it {odds}"
        return Link(found.days, dating_of(expression), expression.granularity, expression, because)
    back = at - found.sentence
    where = f"{back} sentence{'s' * (back > 1)} before" if source == "earlier" else "in the opening of the report"
    because = f"the story stays on “{expression.text}”, named {where}, {odds}"
    return Link(found.days, "inherited", expression.granularity, expression, because)


def _named(tense: str) -> str:
    return "simple past" if tense == "past" else tense


@functools.cache
def linker() -> Weights:
    """The trained weights.

    Raises:
        ResourceError: when data/models/linker.json is missing or not as the training script writes it.
    """
    return regression.load(MODEL, script="train_linker.py")
