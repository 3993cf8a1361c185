"""A mention as clustering sees it: what is compared, worked out once."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.calendar.interval import Interval
from pipeline.chronology import KnownMatch
from pipeline.coreference import lexicon
from pipeline.coreference.known import UNTYPED
from pipeline.coreference.wording import COUNT, content, has_a_name, lengths, names, stems, things
from pipeline.knowledge import Actor, actors
from pipeline.lexicons import type_of_shown
from pipeline.model import ARTICLE_BLOCKS, Document, EventMention
from pipeline.settings.coreference import COREFERENCE_PRECISE_DAYS

STATE_SECTORS = frozenset({"COP", "GOV", "JUD", "LEG", "MIL", "SPY"})
"""PLOVER sectors whose people and bodies act for their country."""

SAYINGS = frozenset({"announcement", "statement"})
"""Groups of lemmas that only say that something is done."""
ONE_SIDED = frozenset({"vow"})
"""Groups of lemmas of which one side is the doer, though their type has equal sides: A's promise is not B's."""
LENDER = "coreference"
"""The stage named in the last step of a mention's trace when its date is lent."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a mention is compared with others. `order` sorts profiles the same way whatever the input order."""

    order: tuple[int, str, str, int, str]
    mention: EventMention
    document: Document
    origin: str
    known: KnownMatch | None
    family: str
    kind: str
    meaning: str
    """The lemma, or of a light verb its noun."""
    apart: int
    alone: bool
    spoken: bool
    equal_sides: bool
    once: bool
    speaker: str | None
    doers: frozenset[str]
    targets: frozenset[str]
    named: frozenset[str]
    """First letters of the longer words of the participants' names."""
    content: frozenset[str]
    """First letters of the title's longer words, without the trigger's own and without words of grammar."""
    passage: frozenset[str]
    """The same of the passage, for utterances."""
    things: frozenset[str]
    """Names in the title of what is no actor: products, ships, laws."""
    counts: frozenset[str]
    """Numbers in the title that are no years: 52, 65.16."""
    lengths: Mapping[str, frozenset[float]]
    """Lengths of time in the title, by unit."""

    @property
    def known_id(self) -> str | None:
        """Identifier of the event in the public chronology that the mention names."""
        return self.known.event.event_id if self.known else None

    @property
    def everyone(self) -> frozenset[str]:
        """Doers and targets together."""
        return self.doers | self.targets

    @property
    def interval(self) -> Interval | None:
        """The days of the mention; None where its own article gives none."""
        return self.mention.interval

    @property
    def closed(self) -> Interval | None:
        """The days of the mention when both ends are known: "by now" tells one event from no other."""
        return self.interval if self.interval and self.interval.width is not None else None

    @property
    def days(self) -> Interval | None:
        """The days to compare: those of the public record when the mention names a known event within them."""
        own = self.interval
        return self.known.interval if self.known and (own is None or own.overlaps(self.known.interval)) else own

    @property
    def person(self) -> str | None:
        """The one person to whom it happened, or who did it when nobody is the target."""
        (name,) = those if len(those := self.targets or self.doers) == 1 else (None,)
        return name if name and those.isdisjoint(_not_persons()) else None

    @property
    def precise(self) -> bool:
        """Whether the days are few enough to tell one event from the next."""
        width = self.interval.width if self.interval else None
        return width is not None and width <= COREFERENCE_PRECISE_DAYS.number

    @property
    def explicit_day(self) -> int | None:
        """The day, as an ordinal, when the article names it in full."""
        interval = self.interval
        return interval.start if interval and interval.is_day and self.mention.dating == "explicit" else None

    @property
    def position(self) -> int:
        """Where in time the mention stands, as an ordinal: its first day, else when it was published, else 0."""
        for interval in (self.interval, self.document.published):
            if interval is not None:
                return interval.start or interval.end or 0
        return 0


def profiles(
    documents: Iterable[Document],
    mentions: Iterable[EventMention],
    origins: Mapping[str, str],
    known: Mapping[str, KnownMatch],
) -> list[Profile]:
    """The mentions of article text, in an order that depends on nothing but their content."""
    by_id = {document.doc_id: document for document in documents}
    found = (
        _profile(own(mention), by_id[mention.doc_id], origins[mention.doc_id], known.get(mention.mention_id))
        for mention in mentions
    )
    return sorted(found, key=lambda profile: profile.order)


def own(mention: EventMention) -> EventMention:
    """The mention without a date that an earlier clustering lent it: what is lent is no evidence of its own."""
    lent = mention.trace and mention.trace[-1].stage == LENDER
    if not lent:
        return mention
    trace = mention.trace[:-1]
    return dataclasses.replace(mention, interval=None, edtf=None, granularity="none", dating="undated", trace=trace)


def _profile(mention: EventMention, document: Document, origin: str, known: KnownMatch | None) -> Profile:
    recorded = known is not None and mention.event_type == UNTYPED
    family = lexicon.family(known.event.event_type if known and recorded else _type(mention))
    doers, targets = frozenset(mention.actors), frozenset(filter(has_a_name, mention.recipients))
    published = document.published.start if document.published else None
    meaning = lexicon.meaning_in_mode(mention.lemma, mention.mode) or lexicon.meaning(mention.lemma, mention.title)
    trigger = stems(f"{mention.lemma} {document.text[mention.trigger.start : mention.trigger.end]}")
    return Profile(
        order=(published or 0, document.name, document.doc_id, mention.trigger.start, mention.mention_id),
        mention=mention,
        document=document,
        origin=origin,
        known=known,
        family=family.family,
        kind=family.family if "yes" in {family.spoken, family.alone} else lexicon.kind(meaning),
        meaning=meaning,
        apart=lexicon.apart(meaning),
        alone=family.alone == "yes",
        spoken=family.spoken == "yes",
        equal_sides=family.sides == "equal" and lexicon.kind(meaning) not in ONE_SIDED,
        once=family.once == "yes" and _one_person(doers | targets),
        speaker=mention.claimant or next(iter(mention.actors), None) if family.spoken == "yes" else None,
        doers=doers,
        targets=targets,
        named=stems(names(mention)),
        content=content(mention.title, mention.lemma, trigger),
        passage=content(_passage(mention, document), mention.lemma, trigger) if family.spoken == "yes" else frozenset(),
        things=things(mention),
        counts=frozenset(COUNT.findall(mention.title)),
        lengths=lengths(mention.title),
    )


def _type(mention: EventMention) -> str:
    """Its type; that of a saying for words that announce a deed, which carry the type of what they announce."""
    announced = mention.actors and lexicon.kind(mention.lemma) in SAYINGS
    return "STATEMENT" if announced else type_of_shown(mention.event_type, mention.mode)


def _one_person(names: frozenset[str]) -> bool:
    """Whether this is one name, and not of a state, a body or a group: soldiers of one state die more than once."""
    return len(names) == 1 and names.isdisjoint(_not_persons())


def persons(names: frozenset[str]) -> frozenset[str]:
    """The names that are of people, not of states, bodies or groups."""
    return names - _not_persons()


@functools.cache
def _not_persons() -> frozenset[str]:
    return frozenset(row.name for row in actors() if row.kind != "person")


def _passage(mention: EventMention, document: Document) -> str:
    return document.text[mention.passage.start : mention.passage.end]


def comparable(profile: Profile) -> bool:
    """Whether the mention may be joined with others: captions, sidebars and footers speak for themselves."""
    return profile.mention.block in ARTICLE_BLOCKS


@functools.cache
def _stands_for() -> dict[str, str]:
    countries = {row.country: row.name for row in actors() if row.kind == "state"}
    return {row.name: countries[row.country] for row in actors() if _acts_for_state(row) and row.country in countries}


def _acts_for_state(row: Actor) -> bool:
    return row.kind != "state" and row.sector in STATE_SECTORS


@functools.cache
def widened(names: frozenset[str]) -> frozenset[str]:
    """The names and the states that those people and bodies act for: whoever a president invades, his country does."""
    return names | {_stands_for()[name] for name in names if name in _stands_for()}
