"""Which title of several mentions an editor would print: somebody does something, said in full."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Literal

from pipeline.coreference import lexicon
from pipeline.coreference.profile import Profile, persons
from pipeline.resources import Row, split, table

WORD = re.compile(r"[^\W\d_][\w’'-]*")

SHORTEST = 4
"""Words; shorter titles are names of things that happen and not news."""

TELLING = 3
"""Letters that the forms of a verb mostly share."""

CUT = "…"

POSSESSIVE = re.compile(r"^\S+(?: \S+){0,3}?(?:’s|'s|s’|s') ")


class TitleWords(Row):
    """Words that leave a title hanging where they stand."""

    flaw: Literal["dangling start", "dangling end", "dangling inside", "vague end"]
    words: str
    example: str
    counterexample: str


def _ends(title: str, words: Sequence[str]) -> str:
    """The last word; "" where a number ends the line: dies at the age of 64."""
    return words[-1] if words and title.rstrip("”’'\".,!?").lower().endswith(words[-1]) else ""


def flaws(profile: Profile) -> tuple[str, ...]:
    """What is wrong with the mention's title, in plain English; empty when nothing is."""
    title = profile.mention.title
    words = [word.lower() for word in WORD.findall(title)]
    found = (
        ("no clause", not clause(profile)),
        ("under four words", len(words) < SHORTEST),
        ("hanging start", bool(words) and words[0] in _words("dangling start")),
        ("hanging end", _ends(title, words) in _words("dangling end")),
        ("vague end", words[-2:-1] == ["the"] and words[-1] in _words("vague end")),
        ("pronoun", not _words("dangling inside").isdisjoint(words)),
        ("nobody named", not _agent_first(profile)),
        ("cut short", CUT in title),
        ("odd punctuation", ",," in title or title.count('"') % 2 == 1),
    )
    return tuple(flaw for flaw, holds in found if holds)


def clause(profile: Profile) -> bool:
    """Whether the title says that something happens: nouns stand in it as in the text, verbs are put in the present."""
    mention = profile.mention
    said = profile.document.text[mention.trigger.start : mention.trigger.end].lower()
    words = [word.lower() for word in WORD.findall(mention.title)]
    if said not in words:
        return any(_tells_of(word, mention.lemma) for word in words)
    if POSSESSIVE.match(mention.title) or words[0] == said:
        return False
    # A plural subject leaves the verb as it is: "ministers say"; a noun follows no subject of its own.
    return mention.tense in {"present", "future"} and bool(mention.actors) and _agent_first(profile)


def _tells_of(word: str, lemma: str) -> bool:
    """Whether a word of the title is a form of the lemma, or of its verb or noun: "invades" tells of an invasion."""
    stems = (word, word.removesuffix("s"), word.removesuffix("es"))
    return any(lexicon.alike(stem, lemma) for stem in stems) or word[:TELLING] == lemma.lower()[:TELLING]


def _agent_first(profile: Profile) -> bool:
    """Whether the title opens with someone who takes part, or with a longer name that holds them."""
    named = {word for name in profile.everyone for word in name.lower().split()}
    opening = [word.lower().removesuffix("’s") for word in profile.mention.title.split()[:3]]
    return bool(named.intersection(opening))


def full_names(profile: Profile) -> int:
    """How many people the title names in full."""
    return sum(name in profile.mention.title for name in persons(profile.everyone) if " " in name)


@functools.cache
def _words(flaw: str) -> frozenset[str]:
    rows = table("lexicons/en/coreference_titles.csv", TitleWords)
    return frozenset(word for row in rows if row.flaw == flaw for word in split(row.words))
