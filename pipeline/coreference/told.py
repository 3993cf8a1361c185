"""A cluster of mentions with what is decided about it: its members in order and the verdict on its date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.coreference import dating
from pipeline.coreference.merge import Cluster
from pipeline.coreference.profile import Profile


@dataclass(frozen=True, slots=True)
class Told:
    """A cluster, its profiles in order, and the verdict on its date."""

    cluster: Cluster
    members: tuple[Profile, ...]
    verdict: dating.Verdict

    @property
    def base(self) -> str:
        """What names the event: what its first article says. Where the words stand is left out: edits rename little."""
        first = self.members[0]
        if first.known_id:
            return f"known|{first.known_id}"
        return "|".join((first.document.name, first.mention.event_type, first.mention.lemma, first.mention.title))


def tell(found: Iterable[Cluster], profiles: Sequence[Profile]) -> list[Told]:
    """The clusters with their mentions and dates."""
    told = []
    for cluster in found:
        members = tuple(profiles[index] for index in sorted(cluster.members))
        told.append(Told(cluster, members, dating.verdict(members)))
    return told
