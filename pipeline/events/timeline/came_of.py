"""What came of an event, told in its own sentence: a blast that killed six, talks that failed, a crash killing ten."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.events.parse.syntax import clause_dep
from pipeline.events.reading import Draft
from pipeline.events.timeline.plot import Plot, has_own_date
from pipeline.events.timeline.unnamed import HARM
from pipeline.events.titles.wording import is_printable
from pipeline.events.triggers.kinds import UNKNOWN
from pipeline.events.triggers.saying import is_saying
from pipeline.vocabulary import TOLD

BLOWS = frozenset({"ATTACK", "ASSAULT", "DEATH", "HEALTH"})
"""Kinds of event that people come to harm by, and the harm."""
THAT = ("which", "that")


def harm_of(plot: Plot, number: int) -> str | None:
    """The bus overturned, killing three: the harm is part of what did it."""
    draft = plot.drafts[number]
    tree = plot.reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    while token.dep == "conj" and token.tag == "VBG":
        token = tree.tokens[token.head]
    blow = plot.draft_at(draft.sentence, token.head)
    if token.tag != "VBG" or clause_dep(tree, token.index) not in ("advcl", "acl", "xcomp") or blow is None:
        return None
    bare = not tree.children(token.index, "mark", "nsubj")
    harmed = draft.event_type in BLOWS and blow.event_type in BLOWS and blow is not draft
    return f"part of “{tree.tokens[token.head].text}”" if bare and harmed else None


def lend(plot: Plot, titles: Sequence[str]) -> list[str]:
    """The lines; an event's noun takes that of the verb which tells the harm it did: A strike kills two in Sumy."""
    lines = list(titles)
    for verb, draft in enumerate(plot.drafts):
        noun = _noun_of(plot, verb)
        if noun is None or draft.event_type not in BLOWS or not _names(plot, noun, titles[verb]):
            continue
        if plot.reading.trees[draft.sentence].tokens[plot.drafts[noun].token].dep == "nsubj":
            lines[noun] = titles[verb]
    return lines


def came_of(plot: Plot, titles: Sequence[str], off: Sequence[str | None], number: int) -> str | None:
    """Of an event's noun and the verb that tells what it did the one that tells less."""
    draft = plot.drafts[number]
    if plot.reading.trees[draft.sentence].tokens[draft.token].pos == "VERB":
        noun = _noun_of(plot, number)
        if noun is None or off[noun] is not None or _tells_both(plot, titles, noun, number):
            return None
        return f"it tells what came of “{_word(plot, noun)}”"
    for verb in plot.by_sentence[draft.sentence]:
        if off[verb] is None and _noun_of(plot, verb) == number and _tells_both(plot, titles, number, verb):
            return f"“{_word(plot, verb)}” tells what came of it"
    return None


def _noun_of(plot: Plot, number: int) -> int | None:
    """The event's noun that does what a verb tells: harm, or a thing of no known kind."""
    draft = plot.drafts[number]
    tree = plot.reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    if token.pos != "VERB" or is_saying(plot.reading, draft) or draft.factuality not in TOLD:
        return None
    for head in tree.children(draft.token, "nsubj"):
        other = plot.numbers.get((draft.sentence, _antecedent(plot, draft, head)))
        if other is not None and _is_one_with(plot, other, number):
            return other
    return None


def _antecedent(plot: Plot, draft: Draft, head: int) -> int:
    """The subject; of "which" the noun before it, or the blow at a place whose clause it is by mistake."""
    tree = plot.reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    if tree.tokens[head].text.lower() not in THAT or token.dep != "relcl":
        return head
    noun = tree.tokens[token.head]
    loose = tree.tokens[head - 1].text == ","  # The bombing of the station, which killed six.
    while loose and noun.dep == "pobj" and (draft.sentence, noun.index) not in plot.numbers:
        noun = tree.tokens[tree.tokens[noun.head].head]
    return noun.index


def _is_one_with(plot: Plot, noun: int, verb: int) -> bool:
    """Whether the verb only tells what the noun did, and no time of its own lies between."""
    blow, deed = plot.drafts[noun], plot.drafts[verb]
    tree = plot.reading.trees[deed.sentence]
    if tree.tokens[blow.token].pos != "NOUN" or blow.event_type in (UNKNOWN, "STATEMENT"):
        return False
    harm = blow.event_type in BLOWS & HARM and deed.event_type in BLOWS
    if not harm and deed.event_type != UNKNOWN and deed.completed < 0:
        return False
    first, second = plot.links.get(noun), plot.links.get(verb)
    apart = first is not None and second is not None and not first.interval.overlaps(second.interval)
    return not (apart and has_own_date(second))


def _tells_both(plot: Plot, titles: Sequence[str], noun: int, verb: int) -> bool:
    """Whether a verb of harm has a line of its own that names the noun, and its time is as close."""
    first, second = plot.links.get(noun), plot.links.get(verb)
    if first is None or second is None or plot.drafts[verb].event_type not in BLOWS or titles[noun] == titles[verb]:
        return False
    within = second.interval.width is not None and first.interval.contains(second.interval)
    return _names(plot, noun, titles[verb]) and (within or first.interval == second.interval)


def _names(plot: Plot, noun: int, line: str) -> bool:
    """Whether a line that can be printed has the noun in it."""
    return is_printable(line) and _word(plot, noun).lower() in line.lower().split()


def _word(plot: Plot, number: int) -> str:
    draft = plot.drafts[number]
    return plot.reading.trees[draft.sentence].tokens[draft.token].text
