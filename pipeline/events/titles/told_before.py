"""What a text has told of a thing before: each mention of its noun, and the words there that say which one it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.events.actors.names import country_of
from pipeline.events.determiner_lexicon import determiners
from pipeline.events.parse.syntax import Tree
from pipeline.events.title_lexicon import title_words
from pipeline.events.titles.wording import ARTICLES
from pipeline.model import Token

if TYPE_CHECKING:
    from pipeline.events.titles.phrases import Writer

FRONT = ("amod", "compound", "nmod", "poss")
BEHIND = ("prep", "acl")
WITHIN = frozenset({"compound", "amod", "nmod", "npadvmod"})
"""Dependencies by which a noun is no thing of its own but half of another word."""
SAID_OF = frozenset({"attr", "oprd", "appos"})
"""Dependencies of a noun that only says what another thing is."""
FAR = 15
"""Sentences back to a mention that says which thing it is."""
PRONOUN = re.compile(
    r"\b(?:he|him|his|she|her|it|its|they|them|their|we|our|us|my|you|your|this|these|those|who|which)\b", re.IGNORECASE
)
MARK = re.compile(r"[“”\"`]|''")
"""A mark of quotation: somebody's own words are not another's."""
CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM"})


@dataclass(frozen=True, slots=True)
class Told:
    """One mention: its sentence, its head, and the lemmas of the words that say which thing it is."""

    sentence: int
    head: int
    marks: frozenset[str]
    names: frozenset[str]
    """Those of the marks that are names."""
    is_new: bool
    """Whether it is brought up as one that was not told of before."""


def mentions(
    writer: Writer, index: int, lemmas: Iterable[str], reach: int, *, any_number: bool = False
) -> Iterator[Told]:
    """The mentions before a noun of things by these lemmas and in its number, the last first."""
    several = writer.tree.tokens[index].tag.endswith("S")
    for number, token in writer.reading.before(writer.sentence, index, lemmas, reach=reach):
        if token.pos not in ("NOUN", "PROPN") or token.dep in WITHIN:
            continue
        if token.tag.endswith("S") != several and not any_number:
            continue
        there = replace(writer, sentence=number)
        if not _is_said_of(there.tree, token) and not _is_owned(there.tree, token.index):
            yield told(there, token.index)


def told(there: Writer, head: int) -> Told:
    """What is told of a thing in one place."""
    tree = there.tree
    lemmas, names = set[str](), set[str]()
    for child in telling(there, head):
        for token in (tree.tokens[i] for i in tree.subtree(child)):
            if token.pos not in CONTENT or there.is_time(token.index):
                continue
            word = country_of(token.text) or token.lemma.lower()
            lemmas.add(word)
            if token.pos == "PROPN" or word != token.lemma.lower():
                names.add(word)
    words = {tree.tokens[c].text.lower() for c in tree.children(head, "det", "amod", "nummod")}
    new = bool(words & (determiners("new", "more") | title_words("one more")))
    return Told(there.sentence, head, frozenset(lemmas), frozenset(names), new)


def telling(there: Writer, head: int) -> list[int]:
    """The children of a noun that say which thing it is, and not only how it is, when, or how many."""
    tree = there.tree
    return [c for c in tree.children(head, *FRONT, *BEHIND) if _tells(there, head, c)]


def _tells(there: Writer, head: int, child: int) -> bool:
    tree, token = there.tree, there.tree.tokens[child]
    if there.is_date(child) or there.is_time(child) or token.tag == "PRP$":
        return False
    if token.dep in BEHIND and any(tree.tokens[i].tag in ("PRP", "PRP$") for i in tree.subtree(child)):
        return False  # The end of his term: whose, stands elsewhere.
    if token.dep == "prep":
        objects = tree.children(child, "pobj")
        named = bool(objects) and tree.tokens[objects[0]].pos in ("NOUN", "PROPN")
        return child == head + 1 and token.text.lower() in title_words("tells which") and named
    if token.dep == "acl":
        return child == head + 1 and token.tag in ("VBN", "VBG") and len(tree.below[child]) > 0
    return token.lemma.lower() not in title_words("tells nothing")


def _is_said_of(tree: Tree, token: Token) -> bool:
    """Called it an attack on Riga, was a deal for peace: what another thing is."""
    return token.dep in SAID_OF or (token.dep == "pobj" and tree.tokens[token.head].text.lower() == "as")


def _is_owned(tree: Tree, index: int) -> bool:
    """His plan: whose it is stands elsewhere, and is not sure."""
    return any(tree.tokens[c].tag == "PRP$" for c in tree.children(index, "poss"))


def alike(one: Told, other: Told) -> bool:
    """Whether two mentions may be of one thing: what is said of one is said of the other too, or no less."""
    if one.marks <= other.marks or other.marks <= one.marks:
        return True
    shared = bool(one.marks & other.marks)
    return shared and (one.names <= other.names or other.names <= one.names or bool(one.names & other.names))


def chain(found: Sequence[Told]) -> list[Told]:
    """The mentions that say which one it is, nearest first; [] when none does, or two things are told of."""
    said: list[Told] = []
    for each in found:
        if each.marks:
            said.append(each)
        elif each.is_new and not said:
            return []
    return said if all(alike(said[0], each) for each in said[1:]) else []


def words_of(writer: Writer, each: Told, room: int) -> str:
    """The words of a mention without its article that keep within `room`; "" where there is no room."""
    there = replace(writer, sentence=each.sentence, taking=False)
    tree, head = there.tree, each.head
    gone = {c for c in tree.children(head, "relcl", "nummod", "det", "appos", "case") if c != head}
    gone |= {c for c in tree.children(head, *FRONT, *BEHIND) if there.is_date(c) or there.is_time(c)}
    gone |= {c for c in tree.children(head, *BEHIND) if not _tells(there, head, c)}
    tells = telling(there, head)
    for less in (set[int](), {c for c in tells if c > head}):
        words = ARTICLES.sub("", there.fitting(head, frozenset(), room, without=frozenset(gone | less)))
        said = {tree.tokens[i].text for c in tells for i in tree.subtree(c) if tree.tokens[i].pos in CONTENT}
        if len(words) <= room and said & set(re.split(r"[\s’']", words)):
            return words
    return ""


def written(writer: Writer, each: Told, room: int) -> str:
    """The same with its article, or its owner instead; "" for words that mean somebody of another sentence."""
    words = words_of(writer, each, room - len("the "))
    if not words or PRONOUN.search(words) or MARK.search(words):
        return ""
    owned = writer.reading.trees[each.sentence].children(each.head, "poss")
    return words if owned and "’s " in words.replace("'", "’") else f"the {words}"
