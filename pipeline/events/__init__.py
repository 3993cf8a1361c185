"""Event mentions: trigger, kind, participants, claimant, factuality, date, title. One call: `extract`."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from pipeline.events import lexicon
from pipeline.events.actors.participants import fill_participants
from pipeline.events.actors.told import told_outlets
from pipeline.events.claims.claimant import fill_claim
from pipeline.events.claims.factuality import fill_factuality
from pipeline.events.claims.presupposed import expect, presuppose, vouch
from pipeline.events.claims.statements import fill_statements
from pipeline.events.dating.chronicled import fill_parties
from pipeline.events.dating.link import Link, Scene, apply, scene_of
from pipeline.events.dating.rules import RULES
from pipeline.events.dating.speech import interviewed
from pipeline.events.dating.standing import apply_standing
from pipeline.events.dating.waiting import waiting
from pipeline.events.reading import Draft, Reading, read
from pipeline.events.timeline.came_of import lend
from pipeline.events.timeline.filters import NO_DATE, reasons_off
from pipeline.events.timeline.importance import importance
from pipeline.events.timeline.plot import Plot, by_actor, deeds_of
from pipeline.events.timeline.repeats import without_repeats
from pipeline.events.titles.taken_up import doer
from pipeline.events.titles.title import title
from pipeline.events.triggers.composed import compose
from pipeline.events.triggers.kinds import kind_of
from pipeline.events.triggers.partitive import fill_partitives
from pipeline.events.triggers.trigger import triggers
from pipeline.lexicons import shown_type
from pipeline.model import Document, EventMention, Sentence, Span, TemporalExpression

__all__ = ["extract"]


def extract(
    document: Document, sentences: Sequence[Sentence], expressions: Sequence[TemporalExpression]
) -> tuple[EventMention, ...]:
    """The event mentions of a document in order of the text, on the timeline or off it, each with its reasons."""
    if not sentences:
        return ()
    reading = read(document, sentences, expressions)
    drafts = [draft for number in range(len(reading.trees)) for draft in _drafts(reading, number)]
    compose(reading, drafts)
    fill_partitives(reading, drafts)
    doubted = _doubted(reading)
    for draft in drafts:
        fill_participants(reading, draft)
    fill_statements(reading, drafts)
    for draft in drafts:
        fill_claim(reading, draft)
        fill_factuality(reading, draft, doubted=doubted)
    scene = scene_of(reading, drafts)
    scene.interviewees.update(interviewed(scene))
    links = apply(scene, RULES)
    fill_parties(scene, links)
    presuppose(reading, drafts, _dated_nouns(scene, links))
    expect(reading, drafts, _ahead(document, links))
    vouch(drafts)
    titles = [title(reading, draft) for draft in drafts]
    plot = Plot(reading, drafts, links, scene.numbers, scene.by_sentence, deeds_of(drafts), by_actor(drafts))
    titles = lend(plot, titles)
    off = without_repeats(plot, titles, reasons_off(plot))
    apply_standing(scene, (number for number, why in enumerate(off) if why and why != NO_DATE))
    return tuple(_mention(scene, n, titles[n], off[n]) for n in range(len(drafts)))


def _ahead(document: Document, links: Mapping[int, Link]) -> list[int]:
    """Numbers of the drafts whose date begins after publication."""
    printed = document.published.end if document.published is not None else None
    starts = ((number, link.interval.start) for number, link in links.items())
    return [number for number, start in starts if printed is not None and start is not None and start >= printed]


def _dated_nouns(scene: Scene, links: Mapping[int, Link]) -> dict[int, bool]:
    """Drafts with a date of their own, and whether it is over by publication; quoted, only events of public record."""
    published = scene.reading.document.published
    start = published.start if published else None
    return {
        number: start is not None and link.interval.end is not None and link.interval.end <= start
        for number, link in links.items()
        if link.dating == "cross-document"
        or (_is_of_the_noun(scene, number, link) and link.dating == "explicit" and not _is_quoted(scene, number))
    }


def _is_of_the_noun(scene: Scene, number: int, link: Link) -> bool:
    """Whether the date stands in the phrase of the event's own word: the October blast."""
    tree, token = scene.tree(number), scene.drafts[number].token
    if link.expression is None:
        return False
    phrase = tree.span(tree.subtree(token))
    return phrase.overlaps(link.expression.span) or tree.tokens[token].dep not in ("pobj", "dobj")


def _is_quoted(scene: Scene, number: int) -> bool:
    """Whether it is only in somebody's quoted words, and no event of public record."""
    trigger = scene.tree(number).tokens[scene.drafts[number].token].span
    quotation = scene.reading.quotation_at(trigger.start)
    recorded = any(scene.known(trigger))
    return quotation is not None and quotation.speaker is not None and not recorded


def _drafts(reading: Reading, number: int) -> list[Draft]:
    tree = reading.trees[number]
    found = []
    for trigger in triggers(tree):
        draft = Draft(number, trigger.token, trigger.probability)
        draft.note(
            "trigger", tree.tokens[trigger.token].text, f"tells of an event with probability {trigger.probability}"
        )
        kind = kind_of(tree, trigger.token, doer=doer(reading, number, trigger.token))
        draft.event_type, draft.mode = kind.event_type, kind.mode
        draft.note("type", "/".join(filter(None, (kind.event_type, kind.mode))), kind.because)
        found.append(draft)
    return found


def _doubted(reading: Reading) -> frozenset[str]:
    """Speakers whose words the article introduces more than once as claims."""
    found: dict[str, int] = {}
    for number, tree in enumerate(reading.trees):
        for token in tree.tokens:
            cue = lexicon.cues().get((token.lemma.lower(), "VERB" if token.pos == "VERB" else "NOUN"))
            if cue is None or cue.kind != "claim" or cue.certainty != "possible":
                continue
            heads = [c for c in tree.below[token.index] if tree.tokens[c].dep in ("nsubj", "poss", "agent")]
            for name in {n for head in heads for n in reading.who(number, head)}:
                found[name] = found.get(name, 0) + 1
    return frozenset(name for name, times in found.items() if times >= 2)


def _mention(scene: Scene, number: int, line: str, why_off: str | None) -> EventMention:
    reading, draft, found = scene.reading, scene.drafts[number], scene.links.get(number)
    tree = reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    expression = found.expression if found else _awaited(scene, number)
    draft.note("timeline", "off" if why_off else "on", why_off or "a datable event of the story")
    claim = draft.claim
    return EventMention(
        mention_id=_identity(reading.document.doc_id, token.span),
        doc_id=reading.document.doc_id,
        passage=tree.sentence.span,
        trigger=token.span,
        lemma=token.lemma.lower(),
        title=line,
        event_type=_shown(draft),
        mode=draft.mode,
        actors=draft.actors,
        recipients=tuple(n for n in draft.recipients if n not in {*told_outlets(reading, draft), *draft.actors}),
        locations=draft.locations,
        actor_spans=draft.actor_spans,
        timex_id=expression.timex_id if expression else None,
        timex_span=expression.span if expression else None,
        dating=found.dating if found else "undated",
        interval=found.interval if found else None,
        edtf=_edtf(found),
        granularity=found.granularity if found else "none",
        claimant=claim.claimant if claim else None,
        claim_chain=claim.chain if claim else (),
        claim_span=claim.cue if claim else None,
        factuality=draft.factuality,
        certainty=draft.certainty,
        polarity=draft.polarity,
        tense=draft.tense,
        importance=importance(reading, draft, found),
        on_timeline=why_off is None,
        block=tree.sentence.block,
        trace=tuple(draft.steps),
        lacks_only_date=why_off == NO_DATE,
    )


def _shown(draft: Draft) -> str:
    kind = shown_type(draft.event_type, draft.mode)
    if kind != draft.event_type:
        draft.note("type", kind, f"{draft.event_type}/{draft.mode} is shown so")
    return kind


def _awaited(scene: Scene, number: int) -> TemporalExpression | None:
    expression = waiting(scene, number)
    if expression is not None:
        why = f"“{expression.text}” would tell the day, but the day of publication is not known"
        scene.drafts[number].note("date", "undated", why)
    return expression


def _identity(doc_id: str, span: Span) -> str:
    return hashlib.sha256(f"{doc_id}:{span.start}:{span.end}".encode()).hexdigest()[:16]


def _edtf(found: Link | None) -> str | None:
    if found is None:
        return None
    if found.expression is not None and found.expression.interval == found.interval:
        return found.expression.edtf
    first, last = found.interval.iso()
    return first if first == last else f"{first or '..'}/{last or '..'}"
