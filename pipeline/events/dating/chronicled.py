"""Who took part in an event of public record, where the text names it without them: Putin's invasion, the 2020 vote."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.events.dating.link import Link, Scene
from pipeline.events.parse.voice import is_passive
from pipeline.events.reading import Draft
from pipeline.knowledge import KnownEvent
from pipeline.resources import split


def fill_parties(scene: Scene, links: Mapping[int, Link]) -> None:
    """Adds to the mentions of known events the parties that the chronology names and the sentence leaves out."""
    for number, link in links.items():
        event = _event(scene, number, link)
        if event is not None:
            _fill(scene, scene.drafts[number], event)


def _event(scene: Scene, number: int, link: Link) -> KnownEvent | None:
    """The known event of this day that the trigger's words mean."""
    trigger = scene.tree(number).tokens[scene.drafts[number].token].span
    kind = scene.drafts[number].event_type
    return next(
        (
            match.event
            for match in scene.known(trigger)
            if match.interval.start == link.interval.start and match.event.event_type == kind
        ),
        None,
    )


def _fill(scene: Scene, draft: Draft, event: KnownEvent) -> None:
    before = (draft.actors, draft.recipients)
    actors, recipients = split(event.actors), split(event.recipients)
    tree = scene.reading.trees[draft.sentence]
    if draft.event_type == "ELECTION" and is_passive(tree, draft.token):
        return  # The vote was rigged: by whom, the record of the vote does not tell.
    if draft.event_type == "DEATH":  # A jet fell: whoever the record says was in it, the passage tells of nobody.
        told = {here.name for (sentence, _), here in scene.reading.names.at.items() if sentence == draft.sentence}
        actors, recipients = tuple(n for n in actors if n in told), tuple(n for n in recipients if n in told)
    draft.actors = draft.actors or actors
    if not draft.recipients:
        draft.recipients = tuple(name for name in recipients if name not in draft.actors)
    if (draft.actors, draft.recipients) != before:
        added = ", ".join(name for name in (*draft.actors, *draft.recipients) if name not in (*before[0], *before[1]))
        draft.note("participants", added, f"parties to “{event.title}” (chronology: {event.source})")
