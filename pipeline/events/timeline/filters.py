"""What an analyst plots: datable events of the article's own story, told as having happened or set for a day.

FILTERS say why a mention stays off, in order; the first answer counts.
"""

from __future__ import annotations

from collections.abc import Callable

from pipeline import gazetteer
from pipeline.events import lexicon
from pipeline.events.dating.compared import compares, is_standard
from pipeline.events.dating.sharing import is_told_of
from pipeline.events.dating_lexicon import dating_words
from pipeline.events.parse.charges import is_one_of_the_charges
from pipeline.events.reading import Draft
from pipeline.events.timeline.background import background, is_answered
from pipeline.events.timeline.came_of import harm_of
from pipeline.events.timeline.lasting import lasts, unknown
from pipeline.events.timeline.plot import Plot
from pipeline.events.timeline.repeats import announced, completes, occasion, told_before, twin
from pipeline.events.timeline.sayings import only_says
from pipeline.events.timeline.unnamed import nobody
from pipeline.events.timeline.unreal import to_be_ended, unreal
from pipeline.events.triggers.kinds import UNKNOWN
from pipeline.events.triggers.saying import is_saying
from pipeline.vocabulary import TOLD

MEETINGS = frozenset({"CONSULT", "ELECTION", "CEREMONY", "AGREE"})
NO_DATE = "no date"
"""Why an event stays off that an analyst would plot if its day were known; it is the last reason looked for."""
Filter = Callable[[Plot, int], str | None]


def reasons_off(plot: Plot) -> list[str | None]:
    """For each draft why it stays off the timeline; None when it belongs there."""
    return [
        next((why for test in FILTERS if (why := test(plot, n)) is not None), None) for n in range(len(plot.drafts))
    ]


def _headline(plot: Plot, number: int) -> str | None:
    trees = plot.reading.trees
    body = any(tree.sentence.block == "body" for tree in trees)
    here = trees[plot.drafts[number].sentence].sentence.block
    return "a headline repeats the story" if body and here != "body" else None


def _housekeeping(plot: Plot, number: int) -> str | None:
    """A paper asked for comment; what a rights group tells on its own page is the group's word on the matter."""
    outlet = plot.reading.document.outlet
    known = gazetteer.canonical(outlet) if outlet is not None else None
    acts = known is not None and known.kind != "outlet"
    mine = outlet is not None and outlet in plot.drafts[number].actors and not acts
    return "the outlet's own work on the article" if mine else None


def _describes(plot: Plot, number: int) -> str | None:
    """Selling prices, the recently passed law: the participle says what kind, unless a date stands beside it."""
    draft, found = plot.drafts[number], plot.links.get(number)
    tree = plot.reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    if token.tag == "VBN" and token.dep == "acl" and tree.children(draft.token, "oprd"):
        return "it tells a name"
    if token.dep not in ("amod", "compound") or token.tag not in ("VBG", "VBN"):
        return None
    expression = found.expression if found is not None else None
    beside = expression is not None and tree.span(tree.subtree(token.head)).overlaps(expression.span)
    return None if token.tag == "VBN" and beside else "it says what kind of thing it is"


def _of_what(plot: Plot, number: int) -> str | None:
    """What we have approved is the list: the clause only names a thing, by what was done to it."""
    tree, at = plot.reading.trees[plot.drafts[number].sentence], plot.drafts[number].token
    words = (tree.tokens[c].text.lower() for c in tree.children(at, "dobj") if c < at)
    what = tree.tokens[at].pos == "VERB" and "what" in words
    return "“what” stands for the thing it is done to" if what else None


def _charged(plot: Plot, number: int) -> str | None:
    draft = plot.drafts[number]
    listed = is_one_of_the_charges(plot.reading.trees[draft.sentence], draft.token)
    return "it is one of the things that somebody is accused or found guilty of" if listed else None


def _is_a_term(plot: Plot, number: int) -> str | None:
    """Sentenced to six years' imprisonment: the noun says what the years are of."""
    tree, at = plot.reading.trees[plot.drafts[number].sentence], plot.drafts[number].token
    measured = any(tree.tokens[c].entity == "DATE" and tree.tokens[c].tag == "NNS" for c in tree.children(at, "poss"))
    return "it is a length of time of it" if measured and tree.tokens[at].dep == "pobj" else None


def _compared(plot: Plot, number: int) -> str | None:
    """Compared it with the invasion of 1941: nothing is told of what a comparison is made with."""
    draft = plot.drafts[number]
    tree = plot.reading.trees[draft.sentence]
    with_it = tree.tokens[draft.token].pos != "VERB" and is_standard(tree, draft.token)
    return "something is only compared with it" if with_it else None


def _in_force(plot: Plot, number: int) -> str | None:
    """A firm under sanctions, a town under siege: so things are, unless the phrase says since when."""
    draft, found = plot.drafts[number], plot.links.get(number)
    tree = plot.reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    if token.dep != "pobj" or tree.tokens[token.head].text.lower() != "under":
        return None
    expression = found.expression if found is not None else None
    dated = expression is not None and tree.span(tree.subtree(draft.token)).overlaps(expression.span)
    return None if dated else "something is under it, and when it began is not told"


def _left(plot: Plot, number: int) -> str | None:
    """Expelled from the talks, barred from the vote: what somebody is kept out of is not told."""
    draft = plot.drafts[number]
    tree = plot.reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    above = tree.tokens[token.head]
    apart = token.dep == "pobj" and above.text.lower() == "from" and tree.tokens[above.head].pos == "VERB"
    counted = token.dep == "pobj" and above.text.lower() == "of" and tree.tokens[above.head].entity == "PERCENT"
    if counted and draft.event_type == "ELECTION":
        return "a share of the votes, not the vote"
    return "somebody only left it" if apart and draft.event_type in MEETINGS else None


def _only_lacks_the_day_of_print(plot: Plot, number: int) -> bool:
    """Told as past in an article of unknown date: were that known, it would bound the event. It stays undated."""
    draft, published = plot.drafts[number], plot.reading.document.published
    told = draft.tense == "past" and draft.factuality in TOLD
    return (published is None or published.end is None) and told and not is_saying(plot.reading, draft)


def _support(plot: Plot, number: int) -> str | None:
    """Held talks: the noun is the event. Signed a treaty: the verb is."""
    draft = plot.drafts[number]
    tree = plot.reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    if token.pos == "VERB" and token.lemma in lexicon.support_verbs() and draft.event_type == UNKNOWN:
        nouns = tree.children(draft.token, "dobj", "nsubjpass")
        noun = next((c for c in nouns if (draft.sentence, c) in plot.numbers), None)
        made = plot.draft_at(draft.sentence, noun)
        begun = made is not None and made.event_type == UNKNOWN and token.lemma in dating_words("of its gerund")
        if noun is not None and not begun:
            return f"“{tree.tokens[noun].text}” names the event"
    if token.pos == "VERB" and token.lemma in lexicon.happening_verbs() and draft.event_type == UNKNOWN:
        happened = next((c for c in tree.children(draft.token, "nsubj") if (draft.sentence, c) in plot.numbers), None)
        told = plot.draft_at(draft.sentence, happened)
        if happened is not None and told is not None and told.event_type != UNKNOWN and token.lemma != "end":
            return f"“{tree.tokens[happened].text}” names the event"
    head = tree.tokens[token.head]
    if token.pos == "NOUN" and token.dep in ("dobj", "nsubjpass") and head.pos == "VERB":
        other = plot.draft_at(draft.sentence, head.index)
        if (
            other is not None
            and is_saying(plot.reading, other)
            and token.dep == "dobj"
            and draft.event_type == "CONSULT"
        ):
            return "it is the audience"
        merely = head.lemma in ("begin", "start", "end") or is_told_of(tree, draft.token) or compares(tree, head.index)
        if other is not None and other.event_type != UNKNOWN and not merely and not is_answered(plot, draft):
            return f"“{head.text}” tells the same event"
    return _made_by_noun(plot, number) or _made_by_participle(plot, draft)


def _made_by_participle(plot: Plot, draft: Draft) -> str | None:
    """Went missing: what somebody went is no second event."""
    tree = plot.reading.trees[draft.sentence]
    token, verb = tree.tokens[draft.token], tree.tokens[tree.tokens[draft.token].head]
    other = plot.draft_at(draft.sentence, verb.index)
    if token.tag != "VBG" or other is None or other is draft or draft.event_type != UNKNOWN:
        return None
    rows = lexicon.event_types().get((verb.lemma.lower(), "VERB"), ())
    alike = (row for row in rows if row.event_type == other.event_type)
    made = any(token.text.lower() in words.split("+") for row in alike for words in lexicon.needed(row))
    return f"“{verb.text}” tells the same event" if made else None


def _made_by_noun(plot: Plot, number: int) -> str | None:
    """Went on trial: the verb is an event of this kind by its noun alone, and stands before it."""
    draft = plot.drafts[number]
    tree = plot.reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    above = tree.tokens[token.head]
    verb = tree.tokens[above.head] if token.dep == "pobj" else above
    other = plot.draft_at(draft.sentence, verb.index)
    if token.dep not in ("pobj", "dobj") or other is None or other.event_type != draft.event_type:
        return None
    if verb.lemma not in lexicon.participant_words("undergoes"):
        return None  # Won the election: the election is told by its own word, too.
    rows = lexicon.event_types().get((verb.lemma.lower(), "VERB"), ())
    made = any(row.event_type == draft.event_type and token.lemma.lower() in lexicon.needed(row) for row in rows)
    return f"“{verb.text}” tells the same event" if made else None


def _published(plot: Plot, number: int) -> str | None:
    """An interview published in a daily, a video released on Monday: the noun is what was said."""
    draft = plot.drafts[number]
    tree = plot.reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    of_it = token.dep == "relcl" and any(
        tree.tokens[c].tag == "WDT" for c in tree.children(draft.token, "dobj", "nsubjpass")
    )
    if not (of_it or (token.tag == "VBN" and token.dep == "acl")) or draft.event_type != "STATEMENT":
        return None
    noun = plot.draft_at(draft.sentence, token.head)
    if noun is not None and noun.event_type == "STATEMENT":
        return f"“{tree.tokens[token.head].text}” names the saying"
    if noun is not None and tree.children(draft.token, "nsubjpass"):
        return f"it only says who reports “{tree.tokens[token.head].text}”"
    return None if draft.actors or draft.recipients else "nobody is named as saying it"


def _undated(plot: Plot, number: int) -> str | None:
    return NO_DATE if number not in plot.links and not _only_lacks_the_day_of_print(plot, number) else None


FILTERS: tuple[Filter, ...] = (
    _headline,
    _housekeeping,
    _describes,
    _of_what,
    _charged,
    _is_a_term,
    _compared,
    _in_force,
    _left,
    to_be_ended,
    unreal,
    nobody,
    unknown,
    lasts,
    _support,
    _published,
    completes,
    occasion,
    announced,
    twin,
    harm_of,
    told_before,
    only_says,
    background,
    _undated,
)
