"""What may be or is planned does not read like a fact: may attack, to build, “Possible: a new offensive”."""

from __future__ import annotations

import re

from pipeline.events.parse.syntax import Tree
from pipeline.events.reading import Draft
from pipeline.events.title_lexicon import title_words
from pipeline.events.titles.wording import LIMIT

MARKS = {"hypothetical": "Possible: ", "planned": "Planned: "}
MODAL = {"hypothetical": "may", "planned": "to"}


def is_unreal(draft: Draft) -> bool:
    """Whether it may happen or is planned, as far as the text knows."""
    return draft.factuality in MODAL and draft.polarity == "positive"


def says_so(line: str) -> bool:
    """Whether a line has a modal, an infinitive or another word by which it is no fact."""
    words = {w.lower() for w in re.findall(r"[\w-]+", line)}
    return not title_words("no fact").isdisjoint(words)


def in_mood(tree: Tree, draft: Draft, verb: int, says: str, *, passive: bool) -> str:
    """The words of the event's verb, with "may" or "to" where they read like a fact; a past one stays as it is."""
    token = tree.tokens[verb]
    own = verb in (draft.token, tree.tokens[draft.token].head)
    past = draft.factuality == "planned" and any(
        tree.tokens[i].tag == "VBD" for i in (verb, *tree.children(verb, "aux", "auxpass"))
    )
    if not own or past or not is_unreal(draft) or says_so(says):
        return says
    return f"{MODAL[draft.factuality]} {f'be {token.text.lower()}' if passive else token.lemma}"


def marked(draft: Draft, phrase: str) -> str:
    """A noun phrase with what it is in front, unless it says so itself or has no room for it."""
    mark = MARKS.get(draft.factuality, "") if is_unreal(draft) else ""
    fits = mark and phrase and ": " not in phrase and len(mark + phrase) <= LIMIT
    return phrase if not fits or says_so(phrase) else f"{mark}{phrase}"
