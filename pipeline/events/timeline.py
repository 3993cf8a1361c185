"""What an analyst plots: datable events of the article's own story, told as having happened or set for a day. FILTERS say why not."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.events import lexicon
from pipeline.events.link import Link
from pipeline.events.reading import Draft, Reading
from pipeline.events.syntax import clause_verb

Filter = Callable[[Reading, Draft, Link | None], str | None]


def keeps_off(reading: Reading, draft: Draft, found: Link | None) -> str | None:
    """Why a mention stays off the timeline; None when it belongs there."""
    return next((why for test in FILTERS if (why := test(reading, draft, found)) is not None), None)


def _headline(reading: Reading, draft: Draft, _: Link | None) -> str | None:
    body = any(tree.sentence.block == "body" for tree in reading.trees)
    return "a headline repeats the story" if body and reading.trees[draft.sentence].sentence.block != "body" else None


def _undated(_: Reading, draft: Draft, found: Link | None) -> str | None:
    return "no date" if found is None else None


def _unreal(_: Reading, draft: Draft, found: Link | None) -> str | None:
    if draft.factuality in ("hypothetical", "planned") and (found is None or found.dating != "explicit"):
        return f"{draft.factuality}, without a day of its own"
    return "it did not happen" if draft.factuality == "denied" and draft.event_type != "STATEMENT" else None


def _nobody(_: Reading, draft: Draft, __: Link | None) -> str | None:
    return None if draft.actors or draft.recipients else "nobody is named"


def _unknown(_: Reading, draft: Draft, found: Link | None) -> str | None:
    dated = found is not None and found.expression is not None
    return "no kind of event the lexicon knows" if draft.event_type == "OTHER" and not dated else None


def _state(reading: Reading, draft: Draft, found: Link | None) -> str | None:
    if draft.aspect in ("present", "none") and not (found and found.expression):
        return "a state or habit, not an event"
    return None


def _saying(reading: Reading, draft: Draft, found: Link | None) -> str | None:
    """Words of saying are cues. The saying is the news when it has a day of its own."""
    tree = reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    cue = lexicon.cues().get((token.lemma.lower(), "VERB" if token.pos == "VERB" else "NOUN"))
    if cue is None or cue.kind in ("promise", "announce"):
        return None
    return None if found and found.expression is not None else "the words of saying only carry what is said"


def _support(reading: Reading, draft: Draft, _: Link | None) -> str | None:
    tree = reading.trees[draft.sentence]
    if tree.tokens[draft.token].lemma not in lexicon.support_verbs():
        return None
    for child in tree.children(draft.token, "dobj"):
        noun = tree.tokens[child]
        if (noun.lemma.lower(), "NOUN") in lexicon.event_types():
            return f"“{noun.text}” names the event"
    return None


def _background(reading: Reading, draft: Draft, found: Link | None) -> str | None:
    tree = reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    if found and (found.expression is not None or found.dating == "cross-document"):
        return None
    if token.pos in ("NOUN", "PROPN", "ADJ"):
        verb = clause_verb(tree, draft.token)
        support = tree.tokens[verb].lemma in lexicon.support_verbs() and token.head == verb
        return None if support else "an undated noun in passing"
    return "an undated aside" if token.dep in ("relcl", "acl", "advcl", "amod", "pcomp", "xcomp") else None


FILTERS: tuple[Filter, ...] = (_headline, _undated, _unreal, _nobody, _unknown, _state, _support, _saying, _background)
