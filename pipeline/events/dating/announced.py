"""A court has jailed a writer. Orlova was sentenced on Monday: news without a day is dated where it is told anew."""

from __future__ import annotations

from pipeline.events.dating.link import Link, Scene
from pipeline.events.dating.proceedings import follows
from pipeline.events.parse.syntax import clause_verb
from pipeline.events.parse.tense import tense_of
from pipeline.events.triggers.saying import is_saying
from pipeline.settings.events import OPENING_DAYS
from pipeline.vocabulary import TOLD

_OPENING = 2
"""Sentences of the body that may tell the news without its day; the headline may, too."""
_REACH = 4
"""Sentences on to the one that tells it anew, with its day."""
_ASIDE = frozenset({"relcl", "acl"})
"""Clauses that say which person or thing is meant by what was done before."""
_VAGUE = frozenset({"OTHER", "STATEMENT"})
"""Types of event of which two in one report are rarely one."""


def announced(scene: Scene, number: int) -> Link | None:
    """The day of the sentence that tells the news of the opening anew: the same done to the same, a few days ago."""
    draft = scene.drafts[number]
    if not _is_news(scene, number) or not draft.recipients:
        return None
    for after in range(draft.sentence + 1, min(draft.sentence + _REACH + 1, len(scene.reading.trees))):
        for other in scene.by_sentence.get(after, ()):
            base = scene.links.get(other)
            if base is not None and _is_recent(scene, base) and _is_one_deed(scene, number, other):
                word = scene.tree(other).tokens[scene.drafts[other].token].text
                because = f"the report tells it anew with “{word}” ({base.because})"
                return Link(base.interval, "inherited", base.granularity, base.expression, because)
    return None


def _is_news(scene: Scene, number: int) -> bool:
    """Whether the opening tells it as done, and names no time."""
    draft, tree = scene.drafts[number], scene.tree(number)
    verb = clause_verb(tree, draft.token)
    if scene.attached[draft.sentence] or scene.backdrop.body[draft.sentence] >= _OPENING:
        return False
    aside = {tree.tokens[i].dep for i in (verb, *tree.ancestors(verb))} & {*_ASIDE, "advcl"}
    told = tense_of(tree, verb) in ("past", "perfect") and draft.factuality in TOLD
    return told and not aside and draft.event_type not in _VAGUE and not is_saying(scene.reading, draft)


def _is_recent(scene: Scene, base: Link) -> bool:
    """Whether a day that words name lies in the week before publication: no report opens with what is older."""
    published, start = scene.reading.document.published, base.interval.start
    if published is None or published.start is None or start is None or base.expression is None:
        return False
    return base.interval.is_day and 0 <= published.start - start <= int(OPENING_DAYS.number)


def _is_one_deed(scene: Scene, number: int, other: int) -> bool:
    """Whether two drafts tell of the same kind of thing done to the same people, at the same stage of their case."""
    news, told = scene.drafts[number], scene.drafts[other]
    words = [scene.tree(n).tokens[scene.drafts[n].token].lemma.lower() for n in (number, other)]
    apart = follows(words[0], words[1]) or follows(words[1], words[0])
    ours, theirs = set(news.recipients), set(told.recipients)
    verb = clause_verb(scene.tree(other), told.token)
    aside = {scene.tree(other).tokens[i].dep for i in (verb, *scene.tree(other).ancestors(verb))} & _ASIDE
    if aside:  # Has fined Orlova. He named a fine that she paid on Monday: by the way.
        return False
    same = news.event_type == told.event_type and bool(theirs) and (ours <= theirs or theirs <= ours)
    return same and not apart and told.factuality in TOLD and told.tense != "future"
