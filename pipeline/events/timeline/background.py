"""What is told in passing: nouns and asides without a day of their own."""

from __future__ import annotations

from pipeline.events import lexicon
from pipeline.events.parse.syntax import clause_dep, clause_verb
from pipeline.events.parse.tense import comes_after, follows, has_befallen
from pipeline.events.reading import Draft
from pipeline.events.timeline.plot import Plot, has_own_date, opens_ahead
from pipeline.events.timeline.unnamed import GRAVE, HARM, happens, is_placed
from pipeline.events.triggers.kinds import UNKNOWN
from pipeline.events.triggers.saying import is_saying
from pipeline.model import Token

ANSWERS = frozenset({"ACCUSE", "SUPPORT"})
"""Kinds of words that answer what somebody else did: blame and praise."""


def background(plot: Plot, number: int) -> str | None:  # noqa: PLR0911  # a list of cases
    """Why what is told in passing stays off, unless it has a day of its own or is told in full."""
    draft, found = plot.drafts[number], plot.links.get(number)
    tree = plot.reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    if is_saying(plot.reading, draft) and found is not None and found.interval.start is not None:
        return None
    if (
        opens_ahead(found)
        or has_own_date(found)
        or (found is not None and found.dating in ("event-anchored", "inherited") and _tells(token))
    ):
        return None
    if token.pos in ("NOUN", "PROPN"):
        return None if _is_told_by_noun(plot, number) else "an undated noun in passing"
    if token.pos == "ADJ":
        return None if token.dep in ("acomp", "oprd", "attr") else "an undated word in passing"
    dep = clause_dep(tree, draft.token)
    marks = {tree.tokens[c].text.lower() for c in tree.children(draft.token, "mark", "advmod")}
    if dep == "advcl" and marks & {"after", "since", "once"}:
        return None
    if _has_happened(plot, draft) or (follows(tree, draft.token) is not None and draft.event_type in GRAVE):
        return None
    if dep == "advcl" and "as" in marks and draft.event_type in GRAVE and draft.aspect in ("past", "perfect"):
        return None
    if (
        dep in ("acl", "relcl", "ccomp")
        and draft.claim is not None
        and tree.children(draft.token, "nsubj", "nsubjpass")
        and draft.claim.sentence == draft.sentence
    ):
        return None if dep != "relcl" else "an undated aside"
    undated = found is None or found.interval.start is None
    if undated and dep in ("relcl", "advcl") and _is_news_aside(plot, draft):
        return None
    if not undated and dep == "relcl" and "also" in marks:  # Whose house was also raided: as the others were.
        return None
    aside = "an undated aside" if undated else "an aside: the day of what it is said of is not told of it"
    return aside if dep in ("relcl", "acl", "advcl", "amod", "pcomp", "xcomp") else None


def _is_told_by_noun(plot: Plot, number: int) -> bool:
    """Held talks, during the raid, the talks began, praised her release: nouns that tell their event all the same."""
    draft, found = plot.drafts[number], plot.links.get(number)
    tree = plot.reading.trees[draft.sentence]
    token, verb = tree.tokens[draft.token], clause_verb(tree, draft.token)
    support = tree.tokens[verb].lemma in lexicon.support_verbs() and token.dep in ("dobj", "nsubjpass")
    occasion = found is not None and found.dating == "inherited" and tree.tokens[token.head].text.lower() == "during"
    return support or occasion or happens(plot, draft) or is_answered(plot, draft)


def _has_happened(plot: Plot, draft: Draft) -> bool:
    """Was jailed after being found guilty; two activists convicted of treason; a jet that crashed near Perm."""
    tree = plot.reading.trees[draft.sentence]
    harm = clause_dep(tree, draft.token) == "relcl" and draft.event_type in HARM and is_placed(plot, draft)
    if harm and draft.aspect in ("past", "perfect"):
        return True
    over = comes_after(tree, draft.token) is not None or has_befallen(tree, draft.token)
    return over and draft.aspect == "past"


def is_answered(plot: Plot, draft: Draft) -> bool:
    """Condemned Minsk's refusal to extradite him: what others did is one event, and the words on it another."""
    tree = plot.reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    answer = plot.draft_at(draft.sentence, token.head) if token.dep == "dobj" else None
    if answer is None or answer.event_type not in ANSWERS or draft.event_type in ANSWERS | {UNKNOWN, "STATEMENT"}:
        return False
    owned = any(plot.reading.who(draft.sentence, c) for c in tree.children(draft.token, "poss"))
    return owned and bool(draft.actors) and not set(draft.actors) & set(answer.actors)


def _is_news_aside(plot: Plot, draft: Draft) -> bool:
    """Tusk, who visited Minsk; while his colleague was jailed: a deed told in full of somebody who is named."""
    tree = plot.reading.trees[draft.sentence]
    finite = tree.tokens[draft.token].tag != "VBG" and draft.aspect in ("past", "perfect", "pluperfect")
    told = draft.factuality in ("asserted", "reported") and draft.polarity == "positive"
    kind = draft.event_type in (GRAVE - {"ELECTION"}) | {"MOVE", "CONSULT", "REJECT", "REQUEST"}
    that = any(tree.tokens[c].text.lower() == "that" for c in tree.below[draft.token])  # Says which of them it is.
    goes_on = tree.tokens[draft.token].head < draft.token and not that  # When he met her he was ill: the scene is set.
    full = finite and bool(tree.children(draft.token, "nsubj", "nsubjpass"))
    return full and told and kind and goes_on


def _tells(token: Token) -> bool:
    """Whether a verb tells the story on; relative clauses only say more of somebody."""
    return token.pos == "VERB" and token.dep not in ("relcl", "acl")
