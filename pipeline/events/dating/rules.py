"""The rules that date a mention, in order; the first that answers wins, and none leaves it undated."""

from __future__ import annotations

from pipeline.calendar.interval import Interval
from pipeline.events import lexicon
from pipeline.events.dating.again import met_too, told_again
from pipeline.events.dating.again_since import again_since, since_event
from pipeline.events.dating.announced import announced
from pipeline.events.dating.announced_ahead import announced_ahead
from pipeline.events.dating.before_and_after import apart, beside_another, comes_next, in_sequence, placing
from pipeline.events.dating.bidden import bidden
from pipeline.events.dating.casualties import more_harm
from pipeline.events.dating.fresh import fresh, fresh_report
from pipeline.events.dating.governed import governed
from pipeline.events.dating.harm import before_death, buried, in_life, of_the_harm
from pipeline.events.dating.headed import headed
from pipeline.events.dating.in_quotes import quoted_words
from pipeline.events.dating.in_response import in_response
from pipeline.events.dating.inherited import earlier_still, lead, scene_goes_on
from pipeline.events.dating.link import Link, Rule, Scene
from pipeline.events.dating.linker import likely, sure
from pipeline.events.dating.matter import may_lie_ahead, of_the_matter
from pipeline.events.dating.nearby import (
    along,
    at_that_time,
    coordinated,
    hosted,
    supported,
)
from pipeline.events.dating.occasions import setting
from pipeline.events.dating.occurred import occurred
from pipeline.events.dating.offsets import offset
from pipeline.events.dating.public_record import known, lasting
from pipeline.events.dating.recap import between_days_retold
from pipeline.events.dating.report_day import story_day
from pipeline.events.dating.retold import retold
from pipeline.events.dating.simultaneous import meanwhile
from pipeline.events.dating.so_long import for_so_long, in_the_time_since
from pipeline.events.dating.speech import about, reported, same_speaker, spoken, topic
from pipeline.events.dating.stages import next_stage, stage_before
from pipeline.events.dating.toll import counted_together, of_the_blow, toll
from pipeline.events.dating.verdicts import same_verdict, the_ruling
from pipeline.events.dating.warded_off import warded_off
from pipeline.events.dating.which_one import which_one
from pipeline.events.triggers.saying import is_demanding, is_saying
from pipeline.vocabulary import TOLD


def going_on(scene: Scene, number: int) -> Link | None:
    """What a report opens with in the present progressive goes on when it appears: "Thousands are gathering"."""
    draft, published = scene.drafts[number], scene.reading.document.published
    verb = scene.tree(number).tokens[draft.token]
    if published is None or verb.tag != "VBG" or draft.aspect != "progressive" or draft.factuality not in TOLD:
        return None
    key = (verb.lemma.lower(), "VERB")
    if key in lexicon.irrealis() or key in lexicon.cues():
        return None
    opens = scene.backdrop.place(draft.sentence) == "first" and verb.dep in ("ROOT", "ccomp")
    if not opens or scene.attached[draft.sentence] or is_saying(scene.reading, draft):
        return None
    fine = "day" if published.is_day else "none"
    because = "the report opens with it as going on: on the day of publication"
    return Link(published, "publication-relative", fine, None, because)  # type: ignore[arg-type]


def bounded(scene: Scene, number: int) -> Link | None:
    """A past event that the text leaves undated happened on or before the day of publication."""
    draft, published = scene.drafts[number], scene.reading.document.published
    if published is None or published.end is None or comes_next(scene, number):
        return None
    if draft.tense != "past" and not is_demanding(draft):
        return None
    if may_lie_ahead(scene, number):
        return None
    if draft.factuality in ("hypothetical", "planned", "denied") and not is_saying(scene.reading, scene.drafts[number]):
        return None
    if (since := again_since(scene, number)) is not None:
        return since
    until = Interval(None, published.end)
    told = "told in the past" if draft.tense == "past" else "it goes on, and began"
    because = f"{told} without a date: on or before publication"
    return Link(until, "publication-relative", "none", None, because)


RULES: tuple[Rule, ...] = (
    headed,
    next_stage,
    governed,
    at_that_time,
    offset,
    known,
    told_again,
    the_ruling,
    met_too,
    of_the_blow,
    warded_off,
    counted_together,
    lasting,
    since_event,
    in_the_time_since,
    supported,
    setting,
    hosted,
    coordinated,
    offset,
    apart(lead),
    announced,
    before_death,
    same_speaker,
    about,
    spoken,
    between_days_retold,
    same_speaker,
    setting,
    apart(toll),
    apart(fresh_report),
    apart(more_harm),
    retold,
    reported,
    topic,
    of_the_matter,
    in_response,
    apart(sure),
    of_the_harm,
    stage_before,
    apart(fresh),
    same_verdict,
    apart(more_harm),
    in_response,
    buried,
    apart(occurred),
    apart(scene_goes_on),
    apart(story_day),
    which_one,
    retold,
    apart(toll),
    offset,
    same_speaker,
    along,
    meanwhile,
    setting,
    coordinated,
    apart(lead),
    about,
    earlier_still,
    offset,
    supported,
    placing,
    in_sequence,
    beside_another,
    apart(likely),
    quoted_words,
    supported,
    placing,
    in_sequence,
    beside_another,
    going_on,
    for_so_long,
    announced_ahead,
    bidden,
    in_life,
    bounded,
)
"""In order. Some come twice: what a later rule dates can be where an earlier one starts from."""
