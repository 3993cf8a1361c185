"""The day that "a day after X" counts from, where its own verb has none: what began, what comes in the present."""

from __future__ import annotations

from pipeline.events import lexicon
from pipeline.events.dating.link import Link, Scene


def of_what_began(scene: Scene, number: int) -> Link | None:
    """Began to lay flowers on Monday: what began has the day, and so has the beginning."""
    sentence = scene.drafts[number].sentence
    done = scene.tree(number).children(scene.drafts[number].token, "xcomp")
    return next((found for c in done if (found := scene.link_at(sentence, c)) is not None), None)


def comes_now(scene: Scene, number: int) -> Link | None:
    """The verdict comes a day after she was charged: it comes as the report appears."""
    draft, published = scene.drafts[number], scene.reading.document.published
    verb = scene.tree(number).tokens[draft.token]
    comes = verb.lemma.lower() in lexicon.happening_verbs() and verb.tag in ("VBZ", "VBP")
    if published is None or not comes or scene.attached[draft.sentence]:
        return None
    return Link(published, "publication-relative", "none", None, "told in the present tense, as the article appears")
