"""What is told in the present tense holds on the day of the report, or of the dated words in which it is said."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.events.dating.entries import entry_at
from pipeline.events.dating.link import Link, Scene, shown
from pipeline.events.dating.recap import in_recap
from pipeline.events.parse.syntax import clause_verb
from pipeline.events.parse.tense import tense_of
from pipeline.events.parse.voice import is_passive
from pipeline.events.triggers.kinds import UNKNOWN
from pipeline.events.triggers.saying import is_saying
from pipeline.vocabulary import TOLD


def apply_standing(scene: Scene, numbers: Iterable[int]) -> None:
    """Date those of the drafts that no rule dated and that are told in the present tense."""
    for number in numbers:
        if number not in scene.links and (found := stands(scene, number)) is not None:
            scene.date(number, found)


def stands(scene: Scene, number: int) -> Link | None:
    """The store sells songs: so it is on the day of the report, whenever it began. No word is one, and no wish."""
    draft, published = scene.drafts[number], scene.reading.document.published
    if published is None or not published.is_day or draft.factuality not in TOLD or not _is_present(scene, number):
        return None
    if draft.claim is not None:
        return _as_said(scene, number)
    because = f"told in the present tense: so it is on {shown(published)}, the day of the report"
    return Link(published, "publication-relative", "day", None, because)


def _is_present(scene: Scene, number: int) -> bool:
    """Whether a verb tells how things are now; a chronology and a recap tell in the present what is long over."""
    draft, tree = scene.drafts[number], scene.tree(number)
    word = draft.token
    finite = clause_verb(tree, word) == word and tense_of(tree, word) == "present"
    if not finite or draft.event_type != UNKNOWN or tree.sentence.block != "body":
        return False
    # Is surrounded, is banned: so it is now, but it was done before.
    if is_passive(tree, word) or is_saying(scene.reading, draft):
        return False
    return entry_at(scene.entries, tree.tokens[word].span.start) is None and not in_recap(scene, number)


def _as_said(scene: Scene, number: int) -> Link | None:
    """The day of the words, where they have a single one."""
    claim = scene.drafts[number].claim
    base = scene.link_at(claim.sentence, claim.token) if claim is not None else None
    if claim is None or base is None or not base.interval.is_day:
        return None
    text = scene.reading.trees[claim.sentence].tokens[claim.token].text
    because = f"said in the present tense: so it is on the day of “{text}”"
    return Link(base.interval, "inherited", "day", base.expression, because)
