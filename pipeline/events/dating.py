"""The rules that date a mention, in order; the first that answers wins, and none leaves it undated."""

from __future__ import annotations

from pipeline.calendar.interval import Interval
from pipeline.events.background import known, lasting
from pipeline.events.link import Link, Rule, Scene, governed
from pipeline.events.linker import likely, sure
from pipeline.events.narrative import before_death, earlier_still, lead, scene_goes_on
from pipeline.events.nearby import along, cause, coordinated, on_its_heels, setting, supported
from pipeline.events.offsets import apart, offset
from pipeline.events.speech import about, reported, same_speaker, spoken
from pipeline.events.stages import next_stage
from pipeline.events.statements import is_saying
from pipeline.events.story import story_day


def bounded(scene: Scene, number: int) -> Link | None:
    """A past event that the text leaves undated happened on or before the day of publication."""
    draft, published = scene.drafts[number], scene.reading.document.published
    if published is None or published.end is None or draft.tense != "past":
        return None
    if draft.factuality in ("hypothetical", "planned", "denied") and not is_saying(scene.reading, scene.drafts[number]):
        return None
    until = Interval(None, published.end)
    return Link(
        until, "publication-relative", "none", None, "told in the past without a date: on or before publication"
    )


RULES: tuple[Rule, ...] = (
    next_stage,
    governed,
    offset,
    known,
    lasting,
    supported,
    setting,
    coordinated,
    offset,
    apart(lead),
    before_death,
    same_speaker,
    about,
    spoken,
    same_speaker,
    setting,
    reported,
    apart(sure),
    apart(scene_goes_on),
    apart(story_day),
    offset,
    same_speaker,
    along,
    setting,
    coordinated,
    apart(lead),
    about,
    earlier_still,
    offset,
    supported,
    cause,
    on_its_heels,
    apart(likely),
    bounded,
)
"""In order. Some come twice: what a later rule dates can be where an earlier one starts from."""
