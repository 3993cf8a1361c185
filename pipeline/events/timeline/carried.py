"""Words that only carry what is told under them by its own word, and words of which nobody knows whose they are."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline import gazetteer
from pipeline.events import lexicon
from pipeline.events.actors.impersonal import is_expletive
from pipeline.events.claims.statements import content_of, speaker_of
from pipeline.events.parse.syntax import subjects
from pipeline.events.reading import Draft, Reading
from pipeline.events.timeline.plot import Plot, has_own_date
from pipeline.events.triggers.kinds import HOSTILE
from pipeline.events.triggers.saying import cue_of, is_saying

SEVERAL = frozenset({"they"})
TOLD = frozenset({"asserted", "reported"})
"""How surely a thing is told that stands for the words that report it; a mere allegation is news by being voiced."""


def carries(plot: Plot, off: Sequence[str | None], number: int) -> str | None:
    """The ministry said that troops shelled the town: the shelling is told under its word, which has no day."""
    reading, drafts, draft = plot.reading, plot.drafts, plot.drafts[number]
    cue, tree = cue_of(reading, draft), reading.trees[draft.sentence]
    content = content_of(tree, draft.token)
    if off[number] or cue is None or content is None:
        return None
    light = tree.tokens[content].lemma in lexicon.support_verbs()  # Said that they held talks: the talks are told.
    reported = [content, *(tree.children(content, "dobj") if light else ())] if _only_reports(plot, draft, cue) else []
    for token in reported:
        if (told := plot.draft_at(draft.sentence, token)) is None:
            continue
        other = plot.numbers[draft.sentence, token]
        found = plot.links.get(other)
        dated = found is not None and found.interval.start is not None and found.interval.end is not None
        dated = dated or cue.factive == "yes" or _speaks_as_outlet(plot, draft) or not _begins(plot, number)
        claimed = told.claim is not None and told.claim.token == draft.token and told.factuality in TOLD
        happens = not is_saying(reading, told) or _speaks_as_outlet(plot, draft)
        if off[other] is None and dated and claimed and happens:
            return f"“{tree.tokens[token].text}” is told under this word"
    if has_own_date(plot.links.get(number)) or cue.kind != "say" or draft.event_type != "ACCUSE":
        return None
    inside = set(tree.subtree(content))
    for told, why in zip(drafts, off, strict=True):
        here = told.sentence == draft.sentence and told.token in inside and why is None
        if here and told.event_type in HOSTILE and told.claim is not None and told.claim.token == draft.token:
            return f"“{tree.tokens[told.token].text}” is told under this word"
    return None


def _begins(plot: Plot, number: int) -> bool:
    """Whether the time of a draft has a first day."""
    found = plot.links.get(number)
    return found is not None and found.interval.start is not None


def _only_reports(plot: Plot, draft: Draft, cue: lexicon.Cue) -> bool:
    """Says, reports, confirms: a word that makes its speaker a source, of what others did; a charge is news itself."""
    confirms = cue.kind == "announce" and cue.factive == "yes"
    plain = draft.event_type == "STATEMENT" or (draft.event_type == "ACCUSE" and _speaks_as_outlet(plot, draft))
    relays = cue.kind == "claim" and _speaks_as_outlet(plot, draft)
    return plain and (cue.kind == "say" or confirms or relays)


def _speaks_as_outlet(plot: Plot, draft: Draft) -> bool:
    """Whether an agency, a paper or a broadcaster says it."""
    speaker = gazetteer.canonical(speaker_of(plot.reading, draft))
    return speaker is not None and speaker.kind == "outlet"


def speaks_of_nobody(reading: Reading, draft: Draft, line: str) -> bool:
    """Says she had been kidnapped: who "she" is the article does not tell, and it is not the speaker."""
    tree = reading.trees[draft.sentence]
    content = content_of(tree, draft.token) if is_saying(reading, draft) else None
    heads = tree.children(content, "nsubj", "nsubjpass") if content is not None else []
    pronouns = [h for h in heads if tree.tokens[h].tag == "PRP" and not reading.who(draft.sentence, h)]
    unknown = [h for h in pronouns if not is_expletive(tree, h) and not _is_speaker(reading, draft, h)]
    return any(tree.tokens[h].text.lower() in line.split() for h in unknown)


def _is_speaker(reading: Reading, draft: Draft, pronoun: int) -> bool:
    """The rebels say they leave, a friend says she stays: a common noun that speaks of itself."""
    tree = reading.trees[draft.sentence]
    several = tree.tokens[pronoun].text.lower() in SEVERAL
    nouns = [h for h in subjects(tree, draft.token) if tree.tokens[h].pos == "NOUN"]
    if several:
        return any(tree.tokens[h].tag == "NNS" or tree.children(h, "conj") for h in nouns)
    return any(tree.tokens[h].tag == "NN" and not reading.who(draft.sentence, h) for h in nouns)
