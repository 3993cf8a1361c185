"""What did not happen, or not yet: plans without a day, possibilities, wishes, denials."""

from __future__ import annotations

from pipeline.events import lexicon
from pipeline.events.claims.conditions import condition_of, depends_on
from pipeline.events.claims.fiction import imagined_in
from pipeline.events.claims.irrealis import is_any, is_asked, is_perfect_modal
from pipeline.events.timeline.plot import Plot, opens_ahead
from pipeline.events.triggers.saying import SPEECH, is_saying


def unreal(plot: Plot, number: int) -> str | None:  # noqa: PLR0911  # a list of cases
    """Why what is planned, possible or denied stays off; None for what happened or is set for a day."""
    draft, found = plot.drafts[number], plot.links.get(number)
    set_for = (
        found is not None
        and (found.expression is not None or opens_ahead(found))
        and found.interval.start is not None
        and found.dating != "inherited"
    )
    if draft.factuality == "hypothetical" and is_perfect_modal(plot.reading.trees[draft.sentence], draft.token):
        return "what would have happened did not"
    tree = plot.reading.trees[draft.sentence]
    if draft.factuality == "hypothetical" and imagined_in(tree, draft.token) is not None:
        return "it is imagined: a story, a game, an exercise of the mind"
    if draft.factuality == "hypothetical" and condition_of(tree, draft.token) is not None:
        return "it is only a condition"
    if draft.factuality == "hypothetical" and depends_on(tree, draft.token) == "if":
        return "it hangs on a condition"
    if draft.factuality == "hypothetical" and is_any(tree, draft.token):
        return "whether there is any is left open"
    if draft.factuality == "hypothetical" and is_asked(tree, draft.token):
        return "it is only asked"
    if draft.factuality == "hypothetical" and _is_open_to(plot, number):
        return "somebody may do it, and need not"
    if draft.factuality == "planned" and draft.polarity == "negative" and tree.tokens[draft.token].pos == "NOUN":
        return "there is to be none"
    published = plot.reading.document.published
    start = published.start if published is not None else None
    if why := _is_day_of_another(plot, number, start, set_for=set_for):
        return why
    if draft.factuality in ("hypothetical", "planned") and not set_for:
        return f"{draft.factuality}, without a day of its own"
    told = draft.factuality in ("asserted", "reported")  # Did not recognise the vote: that is what it said.
    if draft.polarity == "negative" and not told and is_saying(plot.reading, draft):
        return "it was not said"
    # Could not be found: what was not possible did not happen either.
    impossible = draft.factuality == "hypothetical" and draft.polarity == "negative"
    never = draft.factuality == "denied" or impossible
    unspoken = draft.event_type == "STATEMENT" and draft.polarity == "negative"
    return "it did not happen" if never and (unspoken or draft.event_type not in SPEECH) else None


def to_be_ended(plot: Plot, number: int) -> str | None:
    """A deal to end the mutiny on Saturday: the day is that of the deal."""
    draft, found = plot.drafts[number], plot.links.get(number)
    tree = plot.reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    verb = tree.tokens[token.head]
    ends = plot.draft_at(draft.sentence, verb.index)
    if token.dep != "dobj" or verb.tag != "VB" or ends is None or ends.factuality not in ("planned", "hypothetical"):
        return None
    expression = found.expression if found is not None else None
    own = expression is not None and tree.span(tree.subtree(draft.token)).overlaps(expression.span)
    over = verb.lemma in lexicon.happening_verbs() and not own
    return f"“{verb.text}” it is only intended" if over else None


def _is_open_to(plot: Plot, number: int) -> bool:
    """An option to buy a stake in May, the right to march: the noun leaves it open."""
    draft = plot.drafts[number]
    tree = plot.reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    row = lexicon.irrealis().get((tree.tokens[token.head].lemma.lower(), "NOUN"))
    return token.dep == "acl" and row is not None and row.kind == "hypothesis"


def _is_day_of_another(plot: Plot, number: int, start: int | None, *, set_for: bool) -> str | None:
    """Why its date, when it has one, is not its own: that of a plan, a wish, a thing thought possible."""
    draft, found = plot.drafts[number], plot.links.get(number)
    over = found is not None and start is not None and found.interval.end is not None and found.interval.end <= start
    if draft.factuality == "planned" and over:
        return "the day is that of the plan, not of what was planned"
    if draft.factuality == "hypothetical" and over and not is_saying(plot.reading, draft):
        return "it was only thought possible, and the day is over"
    if draft.factuality == "planned" and set_for and _is_day_of_wish(plot, number):
        return "the day is that of the wish, not of what is wished for"
    return None


def _is_day_of_wish(plot: Plot, number: int) -> bool:
    """Called on Sunday for an inquiry: a noun under a word of asking has not its day."""
    draft, found = plot.drafts[number], plot.links.get(number)
    tree = plot.reading.trees[draft.sentence]
    if tree.tokens[draft.token].pos != "NOUN" or found is None or found.expression is None:
        return False
    inside = tree.span(tree.subtree(draft.token)).overlaps(found.expression.span)
    wishes = (plot.draft_at(draft.sentence, above) for above in tree.ancestors(draft.token))
    return not inside and any(other is not None and other.event_type == "REQUEST" for other in wishes)
