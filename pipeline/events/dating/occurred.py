"""A mob pelted a patrol. It happened at 4 on Monday morning: a sentence that only says when dates those beside it."""

from __future__ import annotations

from pipeline.events import lexicon
from pipeline.events.dating.attachment import BOUNDS, Attachment
from pipeline.events.dating.link import Link, Scene
from pipeline.events.dating.main_line import in_main_line
from pipeline.events.dating.own_time import has_time_of_its_own
from pipeline.events.dating.resumed import is_new
from pipeline.events.dating.verdicts import judges
from pipeline.events.dating_lexicon import dating_words
from pipeline.events.parse.syntax import Tree, clause_verb
from pipeline.events.parse.tense import tense_of
from pipeline.events.triggers.saying import is_saying
from pipeline.vocabulary import TOLD


def occurred(scene: Scene, number: int) -> Link | None:
    """The day of the sentence before or after in the paragraph that only says when "it" or "the attack" happened."""
    draft, tree = scene.drafts[number], scene.tree(number)
    verb = clause_verb(tree, draft.token)
    told = verb == draft.token and tense_of(tree, verb) == "past" and draft.factuality in TOLD
    if not told or draft.polarity == "negative" or is_saying(scene.reading, draft) or not in_main_line(tree, verb):
        return None
    if scene.attached[draft.sentence] or has_time_of_its_own(scene, draft.sentence, verb):
        return None
    for beside in (draft.sentence + 1, draft.sentence - 1):
        new = beside > draft.sentence or _brings_in(tree, verb)
        if new and (found := _says_when(scene, beside, number)) is not None:
            side, named = "after" if beside > draft.sentence else "before", found.expression
            because = f"the sentence {side} says when it happened, “{named.text}”"
            return Link(found.days, "inherited", "day", named, because) if found.days is not None else None
    return None


def _brings_in(tree: Tree, verb: int) -> bool:
    """A group of men pelted the guards: who comes in only now is of what happened; the mayor may have come after it."""
    return any(is_new(tree, s) for s in tree.children(verb, "nsubj", "nsubjpass"))


def _says_when(scene: Scene, sentence: int, number: int) -> Attachment | None:
    """The day of a sentence whose main verb says no more than that something told of happened then."""
    trees = scene.reading.trees
    if not 0 <= sentence < len(trees):
        return None
    tree = trees[sentence]
    if _is_parted(scene, sentence, scene.drafts[number].sentence) and not _is_its_noun(scene, number, tree):
        return None
    return next(
        (
            each
            for each in scene.attached[sentence]
            if each.days is not None
            and each.days.is_day
            and each.preposition not in BOUNDS
            and tree.tokens[each.governor].dep == "ROOT"
            and (_takes_place(tree, each.governor) or (_is_given(tree, each.governor) and judges(scene, number)))
        ),
        None,
    )


def _takes_place(tree: Tree, verb: int) -> bool:
    """It happened, the incident occurred, the attack took place."""
    lemma, objects = tree.tokens[verb].lemma.lower(), [tree.tokens[c].lemma for c in tree.children(verb, "dobj")]
    happens = (lemma in dating_words("says when") and not objects) or (lemma == "take" and objects == ["place"])
    heads = [tree.tokens[c] for c in tree.children(verb, "nsubj")]
    known = (_is_known(tree, h.index) or h.text.lower() in ("it", "this", "that") for h in heads)
    return happens and bool(heads) and all(known)


def _is_given(tree: Tree, verb: int) -> bool:
    """The verdict was delivered, the ruling came: a court's word, and a verb that only says that it was given."""
    heads = tree.children(verb, "nsubj", "nsubjpass")
    known = any(_is_known(tree, h) and tree.tokens[h].lemma.lower() in dating_words("a ruling") for h in heads)
    return known and tree.tokens[verb].lemma.lower() in dating_words("gives a ruling")


def _is_its_noun(scene: Scene, number: int, tree: Tree) -> bool:
    """Whether the subject of a sentence is the noun for a deed: the sentencing, the ruling, for one who was jailed."""
    root = next((t.index for t in tree.tokens if t.dep == "ROOT"), 0)
    nouns = [tree.tokens[h].lemma.lower() for h in tree.children(root, "nsubj", "nsubjpass")]
    kinds = {row.event_type for noun in nouns for row in lexicon.event_types().get((noun, "NOUN"), ())}
    ruling = any(noun in dating_words("a ruling") for noun in nouns) and judges(scene, number)
    return ruling or scene.drafts[number].event_type in kinds


def _is_known(tree: Tree, noun: int) -> bool:
    """The incident, this attack: a noun for a happening that the text has told of."""
    token = tree.tokens[noun]
    lemma = token.lemma.lower()
    event = (lemma, "NOUN") in lexicon.event_types() or lemma in dating_words("a happening") | dating_words("a ruling")
    return event and any(tree.tokens[c].text.lower() in ("the", "this", "that") for c in tree.children(noun, "det"))


def _is_parted(scene: Scene, one: int, other: int) -> bool:
    """Whether a paragraph ends between two sentences, one right after the other."""
    first, second = sorted((one, other))
    trees, text = scene.reading.trees, scene.reading.document.text
    return "\n" in text[trees[first].sentence.span.end : trees[second].sentence.span.start]
