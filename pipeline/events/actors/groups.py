"""Nouns for people and bodies that act for themselves and go unnamed: activists, EU ambassadors, the police."""

from __future__ import annotations

from pipeline import gazetteer
from pipeline.events import lexicon
from pipeline.events.parse.syntax import Tree
from pipeline.events.reading import Reading

HUMAN = frozenset({"person", "group", "kin"})
"""Kinds of noun that mean people."""
OFFICES = frozenset({"leader", "office"})
"""Kinds of noun that mean whoever holds an office; several holders are people like others."""
CALLED = ("oprd", "attr")
"""Named chairman, became a judge: what somebody is called is nobody else."""
OBJECTS = ("dobj", "nsubjpass", "dative")


def is_private(tree: Tree, head: int) -> bool:
    """Whether a noun means people or bodies other than the state that they are of: firms, officials; not its envoys."""
    rows = lexicon.roles_of(tree.tokens[head].lemma.lower(), tree.tokens[head].tag)
    kinds = HUMAN | (OFFICES if tree.tokens[head].tag == "NNS" else frozenset())
    human = bool(rows) and all(row.kind in kinds and row.role not in ("hearsay", "envoy") for row in rows)
    return human or any(row.role == "private" for row in rows)


def is_nation(reading: Reading, sentence: int, index: int) -> bool:
    """Whether a word in front says of what nation somebody is: Belarusian activists, Latvia's largest retailer."""
    here = reading.names.at.get((sentence, index))
    tree = reading.trees[sentence]
    first = tree.tokens[index].head if tree.tokens[index].dep == "conj" else index  # U.S. and British officials.
    if tree.tokens[first].dep not in ("amod", "compound", "nmod", "poss") or here is None:
        return False
    several = _is_alliance(here.name) and tree.tokens[tree.tokens[first].head].tag == "NNS"  # EU ambassadors.
    return here.kind in ("state", "people") or several


def _is_alliance(name: str) -> bool:
    actor = gazetteer.canonical(name)
    return actor is not None and actor.kind == "alliance"


def is_of_nation(reading: Reading, sentence: int, head: int) -> bool:
    """Whether a noun means people of a nation, who are not their state: Belarusian activists."""
    tree = reading.trees[sentence]
    return is_private(tree, head) and any(is_nation(reading, sentence, c) for c in tree.below[head])


def is_group(tree: Tree, head: int, *, only: bool = False) -> bool:
    """Whether a noun means people or bodies that a text need not name; with `only`, nothing but a group."""
    if tree.tokens[head].pos not in ("NOUN", "PROPN", "PRON") or tree.tokens[head].dep in CALLED:
        return False
    rows = lexicon.roles_of(tree.tokens[head].lemma.lower(), tree.tokens[head].tag)
    bare = tree.tokens[head].tag == "NN" and tree.tokens[head].dep in ("pobj", "dobj") and not tree.below[head]
    if bare and bool(rows) and all(row.kind == "group" and row.role == "private" for row in rows):
        return False  # Went into exile.
    if only:
        return bool(rows) and all(row.kind == "group" for row in rows)
    told = tree.tokens[head].dep in OBJECTS  # Issued reports: nothing is done to a report.
    held = tree.tokens[head].tag == "NNS" and any(row.kind in OFFICES for row in rows)
    return held or any(row.kind in HUMAN and not (told and row.role == "hearsay") for row in rows)


def is_apart(tree: Tree, head: int) -> bool:
    """Whether a word of a list means people of their own: and officials, and a wife; chairman and chief says one."""
    rows = lexicon.roles_of(tree.tokens[head].lemma.lower(), tree.tokens[head].tag)
    told = any(tree.tokens[c].dep in ("det", "poss") for c in tree.below[head])
    bodies = all(row.kind in ("group", "state") for row in rows)
    human = any(row.kind == "kin" or row.gender for row in rows)
    return is_group(tree, head) and (tree.tokens[head].tag == "NNS" or told or bodies or human)


def acts_for_itself(tree: Tree, head: int) -> bool:
    """The court ruled, the navy denies it, the minister resigned: who does something in an office, whosever it is."""
    token = tree.tokens[head]
    does = token.dep == "nsubj" or (token.dep == "pobj" and tree.tokens[token.head].dep == "agent")
    rows = lexicon.role_nouns().get(token.lemma.lower(), ())
    single = token.tag == "NN" or (token.tag == "NNP" and bool(tree.children(head, "prep")))  # Minister of Culture.
    if does and single and any(row.kind == "office" for row in rows):
        return True
    arm = any(row.kind == "state" and row.role for row in rows)
    body = token.lemma.lower() in lexicon.body_nouns() and token.tag in ("NN", "NNP")  # The parties are of many kinds.
    return does and token.pos in ("NOUN", "PROPN") and (arm or body)
