"""Which words of saying are news of their own, and which only carry what is said."""

from __future__ import annotations

from pipeline import gazetteer
from pipeline.events import lexicon
from pipeline.events.claims.statements import content_of, is_expert, speaker_of
from pipeline.events.dating.link import Link
from pipeline.events.parse.syntax import Tree, clause_dep, prepositional, subjects
from pipeline.events.parse.voice import is_passive
from pipeline.events.reading import Draft
from pipeline.events.timeline.plot import Plot, has_own_date, told_by
from pipeline.events.timeline.voices import (
    QUOTED,
    body,
    first_words,
    has_hearers,
    holds,
    listed,
    organ,
    speaks_up,
    spokesman,
)
from pipeline.events.triggers.kinds import UNKNOWN
from pipeline.events.triggers.saying import cue_of, is_saying

NAMED = ("PERSON", "ORG", "GPE", "NORP")
"""Labels of names."""
FEWEST = 3
"""Words of a clause that can tell what was said."""


def only_says(plot: Plot, number: int) -> str | None:  # noqa: PLR0911  # a list of cases
    """Words of saying are cues; the saying is news with a day of its own, or as the first word to the outlet."""
    draft, found = plot.drafts[number], plot.links.get(number)
    if not is_saying(plot.reading, draft) or found is None:
        return None
    tree = plot.reading.trees[draft.sentence]
    if draft.event_type == "AGREE" and (len(draft.actors) > 1 or prepositional(tree, draft.token, "to")):
        return None  # Two who agree do it together, one who agrees to a price consents; they tell nobody.
    if draft.mode == "investigate" and is_passive(tree, draft.token):
        return None  # Were charged under a law: the law acts, and says nothing.
    if (
        why := _named_by_noun(plot, draft)
        or _relays(plot, draft)
        or _by_nobody(plot, draft)
        or _attributes(plot, draft)
        or ("what is said is not told" if _is_empty(plot, draft) or _is_fragment(plot, draft) else None)
    ):
        return why
    cue = cue_of(plot.reading, draft)
    if cue is not None and cue.kind == "think" and draft.event_type == UNKNOWN:
        return "a thought is no event"
    if (has_own_date(found) and found.interval.start is not None) or (cue is None and draft.event_type != "STATEMENT"):
        return None
    speaker = speaker_of(plot.reading, draft)
    if speaker and holds(plot, draft):
        return None if plot.spoke.setdefault(speaker, number) == number else "the same speaker's further words"
    return _of_speaker(plot, number, found, speaker) if speaker else _of_nobody(plot, number, found)


def _of_nobody(plot: Plot, number: int, found: Link) -> str | None:
    """Words of which no speaker is named are news from a body, a spokesman, or as a charge."""
    draft = plot.drafts[number]
    cue = cue_of(plot.reading, draft)
    if speaks_up(plot, draft, organ(plot, draft)):
        return None
    if found.interval.start is not None and (voice := spokesman(plot, draft)):
        return None if plot.spoke.setdefault(voice, number) == number else "the same speaker's further words"
    if voice := body(plot, draft):
        return None if plot.spoke.setdefault(voice, number) == number else "the same speaker's further words"
    charges = draft.event_type in ("ACCUSE", "THREATEN") and draft.actors and draft.recipients
    return None if charges and cue is not None and cue.kind == "accuse" else "nobody is named as saying it"


def _of_speaker(plot: Plot, number: int, found: Link, speaker: str) -> str | None:
    """Words of somebody are news as the first on their day, or when they promise, announce, or tell of another."""
    draft = plot.drafts[number]
    cue = cue_of(plot.reading, draft)
    if found.dating == "inherited":
        promises = cue is not None and cue.kind in ("promise", "announce", "warn", "ask", "deny")
        if promises or first_words(plot, draft, speaker) or speaks_up(plot, draft, speaker) or has_hearers(plot, draft):
            return None
        return (
            None
            if draft.event_type != "STATEMENT" and set(draft.recipients) - _charged(plot, speaker, number)
            else "the same speaker goes on"
        )
    outsider = gazetteer.canonical(speaker) is None
    if found.interval.start is not None and (draft.aspect == "present" or found.dating != "event-anchored" or outsider):
        first = plot.spoke.setdefault(speaker, number)
        return None if first == number else "the same speaker's further words"
    return None if speaks_up(plot, draft, speaker) else _past_saying(plot, draft, speaker, cue)


def _charged(plot: Plot, speaker: str, before: int) -> set[str]:
    """Everybody the speaker has spoken of in earlier sayings."""
    earlier = [d for d in told_by(plot, speaker, before) if is_saying(plot.reading, d)]
    return {name for d in earlier for name in d.recipients}


def _by_nobody(plot: Plot, draft: Draft) -> str | None:  # a list of cases
    """Is said to be; declined to comment."""
    tree = plot.reading.trees[draft.sentence]
    if tree.tokens[draft.token].dep == "ROOT" and not subjects(tree, draft.token):
        return "nobody is named as saying it"
    if _is_as_said(tree, draft.token):
        return "it only says that it was told"
    if tree.children(draft.token, "nsubjpass", "auxpass") and not tree.children(draft.token, "agent"):
        cue = cue_of(plot.reading, draft)
        hearsay = cue is not None and cue.kind in ("say", "think") and bool(tree.children(draft.token, "xcomp"))
        charged = draft.event_type != "STATEMENT" and bool(draft.recipients) and not hearsay
        untold = cue is not None and not charged
        return "it is said of it, and nobody says who by" if untold else None
    content = content_of(tree, draft.token)
    asks = (cue := cue_of(plot.reading, draft)) is not None and cue.kind == "ask" and content is not None
    if asks and content is not None and any(tree.tokens[c].tag in ("WRB", "WP") for c in tree.below[content]):
        return "a question asks for nothing to be done"
    silent = content is not None and tree.tokens[content].lemma in listed("silence")
    return "no comment is no event" if silent and draft.event_type == "REJECT" else None


def _is_as_said(tree: Tree, index: int) -> bool:
    """Freed them, as announced on Saturday; when asked about it: the participle has no subject of its own."""
    token = tree.tokens[index]
    alone = not tree.children(index, "nsubj", "nsubjpass", "agent", "dobj", "auxpass")
    return token.tag in ("VBN", "VBD") and clause_dep(tree, index) == "advcl" and alone


def _relays(plot: Plot, draft: Draft) -> str | None:
    """ "...", X said, an agency reported: the agency only carries it."""
    tree = plot.reading.trees[draft.sentence]
    content = content_of(tree, draft.token)
    said = plot.draft_at(draft.sentence, content)
    cue = cue_of(plot.reading, draft)
    if (cue is not None and cue.kind in ("ask", "promise")) or (said is not None and said.factuality == "planned"):
        return None  # Urged them to answer, demanded that he explain: nothing has been said yet.
    teller = gazetteer.canonical(speaker_of(plot.reading, draft))
    outlet = teller is not None and teller.kind == "outlet"
    words = said is not None and is_saying(plot.reading, said) and (outlet or cue_of(plot.reading, said) is not None)
    if words and said is not None and not outlet and _is_only_dated(plot, draft, said):
        return None  # Said on Monday that X had admitted it: of the two sayings this one has a day.
    relayed = speaker_of(plot.reading, said) if said is not None and words else ""
    return f"it carries the words of {speaker_of(plot.reading, said)}" if relayed and said is not None else None


def _is_only_dated(plot: Plot, draft: Draft, said: Draft) -> bool:
    """Whether a saying has a day of its own, and what another is said to have said has none."""
    mine, theirs = (plot.links.get(plot.numbers[d.sentence, d.token]) for d in (draft, said))
    return has_own_date(mine) and mine is not None and mine.expression is not None and not has_own_date(theirs)


def _is_empty(plot: Plot, draft: Draft) -> bool:
    """He asked: no clause, quotation, object or phrase tells what about; a bare word of saying is no news."""
    tree = plot.reading.trees[draft.sentence]
    if cue_of(plot.reading, draft) is None or tree.tokens[draft.token].dep == "relcl":
        return False
    after = [c for c in tree.below[draft.token] if c > draft.token and tree.tokens[c].pos not in ("PUNCT", "ADV")]
    told = [c for c in after if tree.tokens[c].dep not in ("nsubj", "conj", "cc")]
    if tree.tokens[draft.token].lemma in ("say", "report"):
        where = listed("circumstance")
        told = [c for c in told if tree.tokens[c].dep != "prep" or tree.tokens[c].text.lower() not in where]
    said = content_of(tree, draft.token) is not None or tree.children(draft.token, "ccomp", "parataxis", "nsubjpass")
    return not (told or said or plot.reading.quoted_by(draft.sentence, draft.token))


def _is_fragment(plot: Plot, draft: Draft) -> bool:
    """ "Just flattened," he said: a clause of one or two words tells nothing."""
    tree = plot.reading.trees[draft.sentence]
    content = content_of(tree, draft.token)
    if content is None or tree.tokens[draft.token].lemma not in ("say", "add", "tell"):
        return False
    if tree.tokens[content].pos == "VERB" and tree.children(content, "nsubj", "nsubjpass"):
        return False
    words = [i for i in tree.subtree(content) if tree.tokens[i].pos not in ("PUNCT", "SCONJ", "ADV", "DET")]
    quoted = any(q.span.end - q.span.start > QUOTED for q in plot.reading.quoted_by(draft.sentence, draft.token))
    return len(words) < FEWEST and not quoted


def _attributes(plot: Plot, draft: Draft) -> str | None:
    """Land that he said was taken: the saying only tells whose word it is. Who refused to leave: he himself did it."""
    tree = plot.reading.trees[draft.sentence]
    content = content_of(tree, draft.token)
    if tree.tokens[draft.token].dep != "relcl" or content is None:
        return None
    own = any(tree.tokens[s].tag in ("WP", "WDT") for s in tree.children(draft.token, "nsubj"))
    if own or tree.children(content, "nsubj", "nsubjpass", "expl"):
        return None
    told = (draft.sentence, content) in plot.numbers
    return f"it only tells whose word “{tree.tokens[content].text}” is" if told else None


def _past_saying(plot: Plot, draft: Draft, speaker: str, cue: lexicon.Cue | None) -> str | None:
    """Undated, a charge, a vow, a warning, an expert's word is news; other words only carry what is said."""
    if cue is None or cue.kind in ("promise", "announce", "accuse", "warn", "ask", "deny"):
        return None
    to_outlet = any((a := gazetteer.canonical(n)) is not None and a.kind == "outlet" for n in draft.recipients)
    if draft.event_type == "ACCUSE" or to_outlet or is_expert(plot.reading, speaker):
        first = plot.spoke.setdefault(speaker, plot.drafts.index(draft))
        return (
            None if plot.drafts[first] is draft or draft.event_type == "ACCUSE" else "the same speaker's further words"
        )
    if gazetteer.canonical(speaker) is None and _is_of_weight(plot, draft):
        here = plot.drafts.index(draft)
        return None if plot.spoke.setdefault(speaker, here) == here else "the same speaker's further words"
    return "the words of saying only carry what is said"


def _is_of_weight(plot: Plot, draft: Draft) -> bool:
    """Whether what is said has a number or a name in it, is quoted at length, or comes from a body."""
    tree = plot.reading.trees[draft.sentence]
    content = content_of(tree, draft.token)
    if content is None:
        return False
    told = any(tree.tokens[i].entity in (*NAMED, "CARDINAL") for i in tree.subtree(content))
    told = told or any(q.span.end - q.span.start > QUOTED for q in plot.reading.quoted_by(draft.sentence, draft.token))
    return told or any(tree.tokens[h].entity == "ORG" for h in subjects(tree, draft.token))


def _named_by_noun(plot: Plot, draft: Draft) -> str | None:
    """A report said, said in a speech: the noun is the event."""
    tree = plot.reading.trees[draft.sentence]
    nouns = tree.children(draft.token, "nsubj") + prepositional(tree, draft.token, "during", "in", "at")
    for noun in nouns:
        number = plot.numbers.get((draft.sentence, noun))
        if (
            number is not None
            and plot.drafts[number].event_type == "STATEMENT"
            and has_own_date(plot.links.get(number))
        ):
            return f"“{tree.tokens[noun].text}” names the saying"
    return None
