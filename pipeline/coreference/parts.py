"""What speaks for and against two mentions being one event, each with its weight and its reason in plain English."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.coreference import lexicon, people, times
from pipeline.coreference.matter import alike_at_length, likeness, rich
from pipeline.coreference.profile import Profile
from pipeline.settings.coreference import COREFERENCE_MATTER_LIKENESS

Part = tuple[float, str]


def parts(one: Profile, other: Profile) -> Iterator[Part]:
    """Every part; one that says nothing weighs nothing."""
    yield _words(one, other)
    yield people.part(one, other)
    yield times.part(one, other)
    yield times.nearness(one, other, headline=in_headline(one, other))
    yield _place(one, other)
    yield _matter(one, other)
    yield _number(one, other)
    yield _thing(one, other)
    yield (0.1, "the article takes it up again") if _takes_up(one, other) else (0.0, "")


def _words(one: Profile, other: Profile) -> Part:
    first, second = one.meaning.lower(), other.meaning.lower()
    if lexicon.light(first) or lexicon.light(second):
        return (0.0, "")
    if first == second:
        return (0.25, f"both say “{first}”")
    if one.alone:
        return (0.25, f"“{first}” and “{second}” are parts of one such event")
    if lexicon.alike(first, second):
        return (0.2, f"“{first}” and “{second}” mean the same")
    return (0.1, f"“{first}” and “{second}” are both ways of saying")


def _matter(one: Profile, other: Profile) -> Part:
    """What the titles say beyond names and trigger. Inside one article the same verb twice is often two matters."""
    alike = likeness(one, other)
    if alike is None or one.alone or _takes_up(one, other) or _is_rest_of_verdict(one, other):
        return (0.0, "")
    if one.spoken and alike_at_length(one, other) and alike < 1:
        return (0.3, "their passages are about one matter")
    body = one.document.doc_id == other.document.doc_id and not in_headline(one, other)
    if body and alike < COREFERENCE_MATTER_LIKENESS.number:
        return (-0.3, "one article speaks of two matters")
    if not alike and min(len(one.content - one.named), len(other.content - other.named)) <= 1:
        # One word is all that a short title has; that the other has another says nothing.
        return (0.0, "")
    weight = 0.4 if alike < COREFERENCE_MATTER_LIKENESS.number or rich(one, other) or body else 0.2
    agrees = f"their titles share {alike:.0%} of their words"
    said = agrees if alike > 0.25 else f"though their titles share {'few words' if alike else 'no word'}"
    return (round(weight * (alike - 0.25), 4), said)


def _is_rest_of_verdict(one: Profile, other: Profile) -> bool:
    """Was found guilty of theft. The driver was sentenced to two years: what for, and to what, are one judgment."""
    sentence = one.mention.mode == other.mention.mode == "convict"
    return sentence and people.same_person(one, other) and bool(one.lengths) != bool(other.lengths)


def _takes_up(one: Profile, other: Profile) -> bool:
    """Exchanged prisoners on Saturday. The Saturday swap took place in Sumy: "the", one day, and nobody named anew."""
    first, second = sorted((one, other), key=lambda profile: profile.mention.trigger.start)
    here = first.document.doc_id == second.document.doc_id and first.interval == second.interval
    day = second.interval is not None and second.interval.is_day
    back = second.mention.title.startswith("The ") and not second.everyone and bool(first.everyone)
    return here and day and back and not second.spoken


def _number(one: Profile, other: Profile) -> Part:
    both = sorted(one.counts & other.counts)
    return (0.15, f"{', '.join(both)} in both") if both else (0.0, "")


def _thing(one: Profile, other: Profile) -> Part:
    both = sorted(one.things & other.things)
    return (0.2, f"{', '.join(both)} in both") if both and one.document.doc_id != other.document.doc_id else (0.0, "")


def _place(one: Profile, other: Profile) -> Part:
    here, there = set(one.mention.locations), set(other.mention.locations)
    if not here or not there:
        return (0.0, "")
    return (0.1, "the same place") if here & there else (-0.1, "different places")


def in_headline(one: Profile, other: Profile) -> bool:
    """Whether one of them stands in a headline or subheading."""
    return not {one.mention.block, other.mention.block}.isdisjoint({"headline", "subheading"})
