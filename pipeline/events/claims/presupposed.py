"""What its date tells of an event: still to come, or taken for granted."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from pipeline.events import lexicon
from pipeline.events.claims.fiction import imagined_in
from pipeline.events.claims.hearsay import heard_of
from pipeline.events.claims.unreal_objects import undone_by
from pipeline.events.claims.unsaid import unsaid_by
from pipeline.events.parse.spelling import spelled
from pipeline.events.reading import Draft, Reading


def expect(reading: Reading, drafts: Sequence[Draft], ahead: Collection[int]) -> None:
    """Next year he faces an election: what is told plainly and dated after publication is still to come.

    The tense around a noun says nothing of it: they spoke ahead of the summit on Friday.
    """
    for number in ahead:
        draft = drafts[number]
        noun = reading.trees[draft.sentence].tokens[draft.token].pos in ("NOUN", "PROPN")
        plain = draft.aspect in ("present", "progressive", "none") or noun
        if draft.factuality in ("asserted", "reported") and plain:
            draft.factuality, draft.certainty = "planned", "probable"
            draft.note("factuality", "planned", "its date lies after publication")


def presuppose(reading: Reading, drafts: Sequence[Draft], dated: Mapping[int, bool]) -> None:
    """The October explosion, the 2020 vote: a noun with a date of its own, or a known event, is taken for granted.

    `dated`: numbers of drafts with such a date, and whether that date lies before publication.
    """
    for number, over in dated.items():
        draft = drafts[number]
        token = reading.trees[draft.sentence].tokens[draft.token]
        if (
            token.pos in ("NOUN", "PROPN")
            and draft.event_type != "STATEMENT"
            and not _is_in_doubt(reading, draft)
            and (over or (draft.factuality in ("reported", "asserted") and draft.aspect not in ("future", "modal")))
        ):
            draft.claim, draft.factuality, draft.certainty = None, "asserted", "certain"
            draft.note("claimant", "the author", "a dated noun takes its event for granted")


def vouch(drafts: Sequence[Draft]) -> None:
    """Orlova said that she regretted her brother's arrest: that he was arrested is the article's own word."""
    for draft in drafts:
        if draft.factuality == "asserted" and draft.claim is not None:
            draft.claim = None
            draft.note("claimant", "the author", "a noun that takes the event for granted")


def _is_in_doubt(reading: Reading, draft: Draft) -> bool:
    """A meeting set for March 3 was put off, rumours of a coup in May: a day makes none of these a fact."""
    tree, token = reading.trees[draft.sentence], draft.token
    doubts = (heard_of, unsaid_by, undone_by, imagined_in)
    head = tree.tokens[tree.tokens[token].head]
    done = draft.factuality == "denied" and tree.tokens[token].dep == "dobj" and head.tag in ("VB", "VBG")
    words = (lexicon.hedges()[0].get(spelled(tree, c)) for c in tree.children(token, "amod"))
    hedged = any(row is not None and row.kind == "allegation" for row in words)
    return done or hedged or any(doubt(tree, token) is not None for doubt in doubts)
