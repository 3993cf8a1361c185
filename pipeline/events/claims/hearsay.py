"""What is only heard of: reports of an attack, talk of a coup."""

from __future__ import annotations

import functools

from pipeline.events import lexicon
from pipeline.events.parse.syntax import NOUNS, Tree
from pipeline.resources import table

OBJECTS = frozenset({"dobj", "nsubjpass"})
ABOUT = frozenset({"of", "about"})


def heard_of(tree: Tree, index: int) -> lexicon.Cue | None:
    """The noun of hearsay that alone tells of a noun's event: reports of an attack, talk of a coup; None for others."""
    token = tree.tokens[index]
    while token.dep == "conj" and tree.tokens[token.head].pos in NOUNS:
        token = tree.tokens[token.head]
    tie = tree.tokens[token.head]
    if token.pos not in NOUNS or token.dep != "pobj" or tie.text.lower() not in ABOUT:
        return None
    noun = tree.tokens[tie.head].lemma.lower()
    return lexicon.cues().get((noun, "NOUN")) if is_hearsay(noun) else None


def tells_a_claim(tree: Tree, index: int) -> bool:
    """Whether a word is a noun that says that somebody says so: rumour, report, statement."""
    return (tree.tokens[index].lemma.lower(), "NOUN") in lexicon.cues()


def denies_reports(lemma: str) -> bool:
    """Whether a verb says of reports that they are not so: dismissed, rejected, denied."""
    word = lemma.lower()
    cue = lexicon.cues().get((word, "VERB"))
    rejects = any(row.event_type == "REJECT" for row in lexicon.event_types().get((word, "VERB"), ()))
    return rejects or (cue is not None and cue.kind == "deny")


@functools.cache
def _nouns() -> frozenset[str]:
    return frozenset(row.lemma for row in table("lexicons/en/hearsay_nouns.csv", lexicon.Listed))


def is_hearsay(lemma: str) -> bool:
    """Whether a noun, by its lemma in lower case, is one for what is only heard: rumour, report."""
    return lemma in _nouns()


@functools.cache
def _checking_verbs() -> frozenset[str]:
    return frozenset(row.lemma for row in table("lexicons/en/checking_verbs.csv", lexicon.Listed))


def checks_reports(lemma: str) -> bool:
    """Whether a verb tells that somebody looks into what is claimed, and does not claim it: verified, investigated."""
    return lemma.lower() in _checking_verbs()
