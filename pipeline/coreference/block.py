"""Which pairs of mentions are worth comparing: near in time, of one kind, sharing a participant or a place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.coreference.profile import Profile, comparable, widened
from pipeline.settings.coreference import COREFERENCE_DATE_SLACK, COREFERENCE_WINDOW

Key = tuple[str, ...]
Pair = tuple[int, int]


def pairs(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Index pairs, smaller first, each once. Linear in the mentions: inside a block only neighbours in time meet."""
    seen: set[Pair] = set()
    ordered = sorted(range(len(profiles)), key=lambda index: (profiles[index].position, profiles[index].order))
    rank = {index: place for place, index in enumerate(ordered)}
    for members in _blocks(profiles).values():
        for pair in _neighbours(sorted(members, key=rank.__getitem__), profiles):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _blocks(profiles: Sequence[Profile]) -> dict[Key, list[int]]:
    blocks: dict[Key, list[int]] = defaultdict(list)
    for index, profile in enumerate(profiles):
        if comparable(profile):
            for key in _keys(profile):
                blocks[key].append(index)
    return blocks


def _keys(profile: Profile) -> Iterator[Key]:
    if profile.known_id:
        yield ("known", profile.known_id)
    yield ("document", profile.document.doc_id, profile.kind)
    for name in widened(profile.everyone):
        yield ("actor", profile.kind, name)
    for place in profile.mention.locations:
        yield ("place", profile.kind, place)
    if profile.alone:
        yield ("alone", profile.kind)
    if not profile.spoken and profile.closed and profile.closed.is_day:
        yield ("day", profile.kind, str(profile.closed.start))


def _neighbours(ordered: Sequence[int], profiles: Sequence[Profile]) -> Iterator[Pair]:
    window = int(COREFERENCE_WINDOW.number)
    for place, index in enumerate(ordered):
        for other in ordered[place + 1 : place + 1 + window]:
            if not _too_late(profiles[index], profiles[other]):
                yield (min(index, other), max(index, other))


def _too_late(earlier: Profile, later: Profile) -> bool:
    """Whether the later one's days begin well after the earlier one's end; known events are never late."""
    one, other = earlier.interval, later.interval
    if one is None or other is None or one.end is None or other.start is None or other.start < one.end:
        return False
    if earlier.once or (earlier.known and earlier.known_id == later.known_id):
        return False
    slack = max(COREFERENCE_DATE_SLACK.number, min(earlier.apart, later.apart))
    return other.start >= one.end + slack
