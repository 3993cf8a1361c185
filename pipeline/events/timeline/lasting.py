"""How things are, and what goes on: states and habits that happen on no day."""

from __future__ import annotations

from pipeline.events import lexicon
from pipeline.events.actors.leaders import leads
from pipeline.events.actors.names import country_codes
from pipeline.events.claims.unsaid import sign_nouns
from pipeline.events.dating.link import Link
from pipeline.events.parse.syntax import Tree, subjects
from pipeline.events.reading import Draft
from pipeline.events.timeline import verbs
from pipeline.events.timeline.plot import Plot, has_own_date, opens_entry
from pipeline.events.timeline.voices import holds
from pipeline.events.triggers.kinds import UNKNOWN
from pipeline.events.triggers.saying import cue_of, is_demanding, is_saying
from pipeline.span import Span

MONTH = 31
"""Days; who held an office for longer did not only take it up."""
GONE_BY = ("explicit", "anaphoric", "inherited")
"""How annals date what they tell in the present."""


def unknown(plot: Plot, number: int) -> str | None:
    """Why a verb of no known kind stays off, unless it is told in full with a day, or as the deed of somebody named."""
    draft, found = plot.drafts[number], plot.links.get(number)
    if draft.event_type != UNKNOWN or opens_entry(plot, number):
        return None
    tree = plot.reading.trees[draft.sentence]
    signs = any(tree.tokens[n].lemma in sign_nouns() for n in subjects(tree, draft.token))
    if signs or tree.tokens[draft.token].lemma.lower() in verbs.states():
        return "it tells how things are"
    full, dated = _is_told_in_full(plot, number), _has_a_day(found)
    told = (full and (dated or _is_deed(plot, number))) or (dated and _befalls(plot, draft))
    return None if told and draft.factuality != "hypothetical" else "no kind of event the lexicon knows"


def _befalls(plot: Plot, draft: Draft) -> bool:
    """The banker disappeared: what somebody named met with has no object; who agreed, or summed up, only spoke."""
    token = plot.reading.trees[draft.sentence].tokens[draft.token]
    told = token.pos == "VERB" and token.dep in ("ROOT", "conj", "ccomp") and bool(draft.actors or draft.recipients)
    return told and cue_of(plot.reading, draft) is None and token.lemma.lower() not in verbs.weak_verbs()


def _is_told_in_full(plot: Plot, number: int) -> bool:
    """Whether a verb has an object or a phrase beside the words that date it."""
    draft, found = plot.drafts[number], plot.links.get(number)
    tree = plot.reading.trees[draft.sentence]
    told = tree.children(draft.token, "dobj", "xcomp", "ccomp", "prep", "acomp", "oprd", "nsubjpass", "attr")
    when = found.expression.span if found is not None and found.expression is not None else None
    told = [c for c in told if when is None or not _is_when(tree, c, when)]
    return tree.tokens[draft.token].pos == "VERB" and bool(told)


def _is_when(tree: Tree, token: int, when: Span) -> bool:
    """In May, the next day; to begin work in May has work beside it."""
    phrase = tree.tokens[token].dep in ("prep", "acomp", "oprd")
    return (tree.span(tree.subtree(token)) if phrase else tree.tokens[token].span).overlaps(when)


def _has_a_day(found: Link | None) -> bool:
    width = found.interval.width if found is not None and has_own_date(found) else None
    return width is not None and width <= MONTH


def _is_deed(plot: Plot, number: int) -> bool:
    """Whether a main clause tells as over what somebody named did or met with; a speaker's word needs a time."""
    draft, found = plot.drafts[number], plot.links.get(number)
    token = plot.reading.trees[draft.sentence].tokens[draft.token]
    over = token.dep in ("ROOT", "conj", "ccomp") and draft.aspect in ("past", "perfect", "pluperfect")
    if not over or token.lemma.lower() in verbs.weak_verbs():
        return False
    timed = found is not None and found.interval.width is not None
    return bool(draft.actors or draft.recipients) and (timed or draft.factuality == "asserted")


def lasts(plot: Plot, number: int) -> str | None:
    """Why what only goes on stays off: present and progressive verbs, the holding of an office."""
    draft, found = plot.drafts[number], plot.links.get(number)
    if draft.event_type == "GOVERN" and _is_held_on(plot, number):
        return "an office held, not taken up or laid down"
    noun = plot.reading.trees[draft.sentence].tokens[draft.token].pos in ("NOUN", "PROPN")
    if (noun and has_own_date(found)) or (found is not None and found.headed):
        return None
    spoken = is_saying(plot.reading, draft) and found is not None
    # Minsk denies the charge: so it stands. Kyiv says that he lured them: that was said, if nobody knows when.
    # "We condemn it", she wrote: to say so was the deed.
    start = plot.reading.trees[draft.sentence].tokens[draft.token].span.start
    said = plot.reading.quotation_at(start) is not None or holds(plot, draft)
    spoken = spoken and found is not None and (found.interval.start is not None or said)
    spoken = spoken and draft.polarity == "positive"  # It does not recognise the vote: so it stands.
    if found is not None and found.interval.start is not None and draft.aspect == "none":
        return None
    if draft.aspect == "present" and _is_gone_by(plot, number):
        return None
    demanding = is_demanding(draft) and found is not None
    lasting = found is not None and found.interval.start is not None and found.interval.end is None
    if draft.aspect in ("present", "progressive", "none") and not (spoken or lasting or demanding):
        return "a state or habit, not an event" if draft.factuality not in ("planned", "hypothetical") else None
    return None


def _is_gone_by(plot: Plot, number: int) -> bool:
    """On January 17 he is arrested: the present with a day gone by of its own tells what happened then."""
    found, published = plot.links.get(number), plot.reading.document.published
    if found is None or published is None or published.start is None or found.dating not in GONE_BY:
        return False
    days = found.interval
    brief = days.width is not None and days.width <= MONTH
    return brief and days.end is not None and days.end < published.start - MONTH


def _is_held_on(plot: Plot, number: int) -> bool:
    """Whether a verb tells that an office is held, and not since when a country is ruled."""
    draft, found = plot.drafts[number], plot.links.get(number)
    token = plot.reading.trees[draft.sentence].tokens[draft.token]
    if token.pos != "VERB" or token.lemma.lower() not in lexicon.tenure_verbs():
        return False
    if token.dep == "acl" and token.tag == "VBN":
        return True  # The country, ruled since 1990 by Orlov: said of the country in passing.
    if found is None or found.interval.start is None:
        return True
    state = any(name.lower() in country_codes() for name in draft.recipients) or any(map(leads, draft.actors))
    width = found.interval.width
    return (width is None or width > MONTH) and not state
