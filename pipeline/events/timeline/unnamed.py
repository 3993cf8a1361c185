"""Events in which nobody is named: which are told all the same."""

from __future__ import annotations

from pipeline.events.parse.syntax import subjects
from pipeline.events.parse.tense import follows
from pipeline.events.parse.voice import is_passive
from pipeline.events.reading import Draft
from pipeline.events.timeline.lasting import MONTH
from pipeline.events.timeline.plot import Plot, has_own_date, opens_entry
from pipeline.events.title_lexicon import title_words
from pipeline.events.triggers.kinds import UNKNOWN
from pipeline.vocabulary import TOLD

GRAVE = frozenset(
    {"DEATH", "ATTACK", "ASSAULT", "PROTEST", "COERCE", "OCCUPY", "MOBILIZE", "SANCTION", "RETREAT", "CONCEDE"}
    | {"ELECTION", "AGREE", "HEALTH", "GOVERN", "LEGISLATE"}
)
"""Kinds of event that a noun tells even of people without a name: demonstrations began."""
HARM = frozenset({"DEATH", "ATTACK", "ASSAULT", "PROTEST", "COERCE", "REJECT", "HEALTH"})
"""Kinds of harm."""
MODIFIERS = ("amod", "compound", "nmod", "nummod", "poss", "prep", "acl", "relcl", "appos")


def nobody(plot: Plot, number: int) -> str | None:
    """Why an event stays off in which nobody has a name: unless it is grave and told in full."""
    draft = plot.drafts[number]
    if draft.actors or draft.recipients or opens_entry(plot, number):
        return None
    if not plot.reading.names.count:
        return "nobody of the story is named anywhere"
    token = plot.reading.trees[draft.sentence].tokens[draft.token]
    if token.pos == "VERB" and _is_news(plot, number) and _is_told_of_somebody(plot, draft):
        return None
    if draft.event_type in GRAVE | {"CONSULT"} and token.dep in ("nsubj", "nsubjpass") and happens(plot, draft):
        return "it takes up an event told before" if _takes_up(plot, draft) else None
    if is_placed(plot, draft):
        return None
    told = draft.event_type not in (UNKNOWN, "STATEMENT") and has_own_date(plot.links.get(number))
    return None if told else "nobody is named"


def _is_news(plot: Plot, number: int) -> bool:
    """Whether a verb is told even of people without a name: of a known kind, or within a month; sales rise all year."""
    draft, found = plot.drafts[number], plot.links.get(number)
    if draft.event_type == "STATEMENT":  # They were told: of somebody unnamed only who speaks is of interest.
        return not is_passive(plot.reading.trees[draft.sentence], draft.token)
    width = found.interval.width if found is not None else None
    return draft.event_type not in (UNKNOWN, "ECONOMY") or (width is not None and width <= MONTH)


def _is_told_of_somebody(plot: Plot, draft: Draft) -> bool:
    """Whether a main clause, or one with "as" at the end of a lead, has a subject that is no thing of the mind.

    What is set for a day, or was done when, has a day of its own: the plant is to open in May; when the hull slipped.
    """
    tree = plot.reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    dated = has_own_date(plot.links.get(plot.numbers[draft.sentence, draft.token]))
    along = token.dep == "advcl" and any(
        tree.tokens[c].text.lower() in ("as", "after") for c in tree.children(draft.token, "mark")
    )
    along = along or (dated and token.dep == "advcl" and bool(tree.children(draft.token, "advmod")))
    along = along or (dated and token.dep == "xcomp" and draft.factuality == "planned")
    heads = subjects(tree, draft.token)
    bare = all(tree.tokens[h].tag == "NN" and not tree.children(h, *MODIFIERS) for h in heads)
    alone = bare and not tree.children(draft.token, "dobj", "prep", "agent", "ccomp", "xcomp")
    empty = all(tree.tokens[h].lemma.lower() in title_words("vacuous") for h in heads)  # Things are moving.
    along = along or follows(tree, draft.token) is not None or _befell(plot, draft)
    return (along or token.dep in ("ROOT", "conj", "ccomp")) and bool(heads) and not (alone or empty)


def _befell(plot: Plot, draft: Draft) -> bool:
    """A man who was convicted, dozens of drivers who were fined: done to people whom the clause does not single out."""
    tree = plot.reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    if token.dep != "relcl" or token.tag != "VBN" or draft.aspect not in ("past", "perfect", "pluperfect"):
        return False
    return any(tree.tokens[h].text.lower() == "who" for h in tree.children(draft.token, "nsubjpass"))


def is_placed(plot: Plot, draft: Draft) -> bool:
    """A jet that crashed near Perm, the killing of 13 villagers: harm with a place, or a count, of its own."""
    tree = plot.reading.trees[draft.sentence]
    below = (tree.tokens[i] for i in tree.subtree(draft.token))
    counted = any(t.dep == "nummod" and t.entity == "CARDINAL" for t in below)
    told = draft.event_type in HARM and draft.factuality in TOLD
    return told and (counted or bool(draft.locations))


def happens(plot: Plot, draft: Draft) -> bool:
    """Demonstrations began, explosions were heard: the verb only says that it took place."""
    tree = plot.reading.trees[draft.sentence]
    verb = tree.tokens[tree.tokens[draft.token].head]
    return verb.lemma in title_words("happens") and verb.dep in ("ROOT", "conj", "ccomp")


def _takes_up(plot: Plot, draft: Draft) -> bool:
    """The attack came a day after: "the" with a bare noun points back."""
    tree = plot.reading.trees[draft.sentence]
    below = [c for c in tree.below[draft.token] if tree.tokens[c].pos != "PUNCT"]
    below = [c for c in below if tree.tokens[c].dep not in ("relcl", "appos")]
    if tree.children(tree.tokens[draft.token].head, "dobj"):
        return False
    return [tree.tokens[c].text.lower() for c in below] == ["the"]
