"""Whose words are news: the first ones of a known actor, or of one in office, that tell something."""

from __future__ import annotations

import functools
from typing import Literal

from pipeline import gazetteer
from pipeline.events import lexicon
from pipeline.events.claims.statements import content_of
from pipeline.events.parse.syntax import NOUNS, Tree, clause_dep, prepositional, subjects
from pipeline.events.reading import Draft
from pipeline.events.timeline.plot import Plot, has_own_date, told_by
from pipeline.events.triggers.kinds import UNKNOWN
from pipeline.events.triggers.saying import is_saying
from pipeline.resources import Row, table

QUOTED = 30
"""Characters of a quotation that can tell what was said."""


class SayingWord(Row):
    """A word about saying; the saying of the example is no news, the counterexample tells an event.

    `circumstance`: prepositions that tell where and when a thing was said, not what. `silence`: who declines to do so
    has done nothing.
    """

    word: str
    kind: Literal["circumstance", "silence"]
    example: str
    counterexample: str = ""


@functools.cache
def listed(kind: str) -> frozenset[str]:
    """The words of this kind."""
    return frozenset(row.word for row in table("lexicons/en/saying_words.csv", SayingWord) if row.kind == kind)


def first_words(plot: Plot, draft: Draft, speaker: str) -> bool:
    """Whether a known actor speaks for the first time in the article, and of somebody else."""
    known = gazetteer.canonical(speaker) is not None
    return known and _is_first(plot, draft, speaker) and bool(set(draft.recipients) - {speaker})


def _is_first(plot: Plot, draft: Draft, speaker: str) -> bool:
    number = plot.numbers[draft.sentence, draft.token]
    told = told_by(plot, speaker, number)
    body = (d for d in told if plot.reading.trees[d.sentence].sentence.block == "body")
    earlier = (d for d in body if is_saying(plot.reading, d))
    return all(_attributes(plot.reading.trees[d.sentence], d.token) for d in earlier)


def _attributes(tree: Tree, verb: int) -> bool:
    """A verdict that she said was unjust: the clause tells whose view it is; who said so: it tells on."""
    heads = tree.children(verb, "nsubj")
    return clause_dep(tree, verb) == "relcl" and not any(tree.tokens[h].tag == "WP" for h in heads)


def speaks_up(plot: Plot, draft: Draft, speaker: str) -> bool:
    """Whether one whose word counts tells something for the first time: a reaction is news of its own."""
    tree = plot.reading.trees[draft.sentence]
    past = draft.aspect in ("past", "perfect") and clause_dep(tree, draft.token) != "relcl"
    told = bool(speaker) and past and _tells_something(plot, draft)
    return told and _has_standing(plot, speaker) and _is_first(plot, draft, speaker)


def _tells_something(plot: Plot, draft: Draft) -> bool:
    """Whether a clause or a quotation tells what is said, and nothing that is told by a day of its own."""
    tree = plot.reading.trees[draft.sentence]
    content = content_of(tree, draft.token)
    if content is not None:
        silent = {tree.tokens[c].lemma for c in tree.children(content, "dobj")} & listed("silence")
        return not silent and not _has_its_day(plot, draft.sentence, content)
    quoted = plot.reading.quoted_by(draft.sentence, draft.token)
    long = any(q.span.end - q.span.start > QUOTED for q in quoted)
    return long or any(tree.children(o, "acl", "ccomp") for o in tree.children(draft.token, "dobj"))


def has_hearers(plot: Plot, draft: Draft) -> bool:
    """Told the court, told reporters, said in an interview: words with hearers, or with an occasion, of their own."""
    tree = plot.reading.trees[draft.sentence]
    told = content_of(tree, draft.token) is not None or plot.reading.quoted_by(draft.sentence, draft.token)
    heard = [o for o in tree.children(draft.token, "dobj", "dative") if tree.tokens[o].pos in NOUNS]
    if told and heard and draft.aspect != "present":
        return True
    occasions = prepositional(tree, draft.token, *listed("circumstance"))
    kinds = (row for o in occasions for row in lexicon.event_types().get((tree.tokens[o].lemma.lower(), "NOUN"), ()))
    return any(row.event_type in ("STATEMENT", "CONSULT") for row in kinds)


def holds(plot: Plot, draft: Draft) -> bool:
    """Whether a clause tells what somebody says in the present, and has said by now: it is news of an unknown day."""
    found = plot.links.get(plot.numbers[draft.sentence, draft.token])
    open_ended = found is not None and found.interval.start is None and found.interval.end is not None
    tells = content_of(plot.reading.trees[draft.sentence], draft.token) is not None
    return open_ended and tells and draft.aspect == "present" and draft.polarity == "positive"


def organ(plot: Plot, draft: Draft) -> str:
    """The border service of Ukraine, American officials: the state or the alliance for which they speak; else ""."""
    if len(draft.actors) != 1:
        return ""
    tree = plot.reading.trees[draft.sentence]
    heads = [h for h in subjects(tree, draft.token)[:1] if tree.tokens[h].tag == "NNS"]
    beside = [c for h in heads for c in tree.children(h, "amod", "compound", "nmod", "poss")]
    names = dict.fromkeys(n for c in beside for n in plot.reading.who(draft.sentence, c))
    for name in (*draft.actors, *names):
        known = gazetteer.canonical(name)
        if known is not None and known.kind in ("state", "alliance"):
            return name
    return ""


def body(plot: Plot, draft: Draft) -> str:
    """Police say, the regional court ruled that: how the text calls a body without a name that tells something."""
    tree, claim = plot.reading.trees[draft.sentence], draft.claim
    own = claim is not None and (claim.sentence, claim.token) == (draft.sentence, draft.token)
    past = draft.aspect in ("past", "perfect", "pluperfect", "present") and clause_dep(tree, draft.token) != "relcl"
    if claim is None or not (own and past and _tells_something(plot, draft)):
        return ""
    heads = {tree.tokens[h].lemma.lower() for h in subjects(tree, draft.token)[:1]}
    bodies = (lexicon.organs() | lexicon.body_nouns()) - lexicon.media_nouns()
    rows = (row for lemma in heads for row in lexicon.role_nouns().get(lemma, ()))
    speaks = bool(heads & bodies) or any(row.kind == "state" for row in rows)
    return claim.claimant if speaks else ""


def spokesman(plot: Plot, draft: Draft) -> str:
    """A spokesman for Orlova, her lawyers said: how the text calls somebody unnamed but tied to a name; else ""."""
    tree = plot.reading.trees[draft.sentence]
    own = draft.claim is not None and (draft.claim.sentence, draft.claim.token) == (draft.sentence, draft.token)
    past = draft.aspect in ("past", "perfect", "pluperfect") and clause_dep(tree, draft.token) != "relcl"
    if draft.claim is None or not (own and past and content_of(tree, draft.token) is not None):
        return ""
    heads = [h for h in subjects(tree, draft.token)[:1] if tree.tokens[h].pos != "PRON"]
    ties = (c for h in heads for c in tree.subtree(h) if c != h)
    return draft.claim.claimant if any(plot.reading.who(draft.sentence, c) for c in ties) else ""


def _has_its_day(plot: Plot, sentence: int, content: int) -> bool:
    """Said that the envoy left on Friday, held talks on Friday: that is told by its own day."""
    tree = plot.reading.trees[sentence]
    for told in (content, *tree.children(content, "dobj")):
        deed = plot.draft_at(sentence, told)
        real = deed is not None and deed.factuality in ("asserted", "reported") and deed.event_type != UNKNOWN
        if real and has_own_date(plot.links.get(plot.numbers[sentence, told])):
            return True
    return False


def _has_standing(plot: Plot, speaker: str) -> bool:
    """Whether it is a known actor that is no outlet, or holds an office by the words of the text."""
    known = gazetteer.canonical(speaker)
    if known is not None:
        return known.kind != "outlet"
    nouns = (lemma for lemma, who in plot.reading.referents.nouns.items() if who == speaker)
    rows = (row for lemma in nouns for row in lexicon.role_nouns().get(lemma, ()))
    return any(row.kind == "office" or (row.kind == "person" and not row.role) for row in rows)
