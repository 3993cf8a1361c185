"""The days that an event may be of, each with its evidence: its sentence, the story so far, the opening, publication.

One candidate a day: what speaks for one day from several sides is weighed together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.calendar.interval import Interval
from pipeline.events.dating import evidence
from pipeline.events.dating.attachment import BOUNDS, Attachment
from pipeline.events.dating.evidence import Word
from pipeline.events.dating.text_kind import Backdrop
from pipeline.events.reading import Reading

Source = Literal["own", "earlier", "opening", "publication"]
REACH = 8
"""Sentences back to the last one that names a day."""
FEW = 2
"""Days: what is no wider may be carried on from an earlier sentence."""
TWO = 2
"""Expressions of an earlier sentence that are carried on."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Days that an event may be of, where they come from (the nearest source first), and what speaks of it."""

    days: Interval
    sources: tuple[Source, ...]
    attachment: Attachment | None
    """The expression that names the days; None for the day of publication alone."""
    sentence: int
    """Where that expression stands."""
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Evidence:
    source: Source
    days: Interval
    attachment: Attachment | None
    sentence: int
    features: list[str]


def candidates(
    reading: Reading, attached: Mapping[int, Sequence[Attachment]], backdrop: Backdrop, sentence: int, index: int
) -> list[Candidate]:
    """The days that the word at `index` of a sentence may be of."""
    word = Word(reading, sentence, index)
    dated = [a for a in attached[sentence] if a.days is not None]
    found = [*_own(word, dated), *_earlier(word, dated, attached), *_opening(word, dated, backdrop)]
    published = reading.document.published
    if published is not None and published.width is not None:
        features = evidence.publication_features(word, dated, backdrop)
        found.append(_Evidence("publication", published, None, sentence, features))
    about = evidence.word_features(word, backdrop)
    by_days: dict[Interval, list[_Evidence]] = {}
    for each in found:
        by_days.setdefault(each.days, []).append(each)
    return [_weighed(word, about, group, rivals=len(by_days)) for group in by_days.values()]


def _weighed(word: Word, about: Sequence[str], group: Sequence[_Evidence], *, rivals: int) -> Candidate:
    """One candidate of all that speaks for the same days; what the word itself says counts by where they come from."""
    sources = tuple(dict.fromkeys(each.source for each in group))
    whence = "+".join(sources)
    kept = {source: next(e for e in group if e.source == source) for source in sources}
    features = [f"{source}:{f}" for source, each in kept.items() for f in each.features]
    features += [f"{source}:{f}" for source in sources if source in ("own", "publication") for f in about]
    features += [f"from={whence}", f"from={whence}/{word.tense}/{word.pos}", f"from={whence}/{min(rivals, 4)}"]
    return Candidate(group[0].days, sources, group[0].attachment, group[0].sentence, tuple(features))


def _own(word: Word, dated: Sequence[Attachment]) -> list[_Evidence]:
    return [
        _Evidence("own", a.days, a, word.sentence, evidence.own_features(word, dated, a))
        for a in dated
        if a.days is not None
    ]


def _earlier(word: Word, dated: Sequence[Attachment], attached: Mapping[int, Sequence[Attachment]]) -> list[_Evidence]:
    company = evidence.company_of(word, dated)
    for back in range(1, min(REACH, word.sentence) + 1):
        days = [a for a in attached[word.sentence - back] if _carries(a)]
        if days:
            return [
                _Evidence(
                    "earlier",
                    a.days,
                    a,
                    word.sentence - back,
                    evidence.earlier_features(word, company, a, back, len(days)),
                )
                for a in days[:TWO]
                if a.days is not None
            ]
    return []


def _carries(which: Attachment) -> bool:
    """Whether an expression names a day or two that a story may stay on."""
    return which.days is not None and 1 <= (which.days.width or 0) <= FEW and which.preposition not in BOUNDS


def _opening(word: Word, dated: Sequence[Attachment], backdrop: Backdrop) -> list[_Evidence]:
    first = backdrop.opening
    if first is None or first.sentence >= word.sentence:
        return []
    company = evidence.company_of(word, dated)
    features = evidence.opening_features(word, company, first, backdrop)
    return [_Evidence("opening", first.days, first.attachment, first.sentence, features)]
