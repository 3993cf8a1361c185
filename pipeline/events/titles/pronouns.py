"""Whether the pronouns of a clause that a title can do without are surely known: else the clause stays out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.events.actors.apposition import is_person_noun
from pipeline.model import Token

if TYPE_CHECKING:
    from pipeline.events.titles.phrases import Writer

HUMAN = frozenset({"he", "she", "him", "her", "his"})
OPEN = HUMAN | {"it", "they", "them", "we", "i", "you", "our", "my"}
"""Pronouns that leave a clause open when nobody is meant by them."""


def is_open(writer: Writer, verb: int) -> bool:
    """Whether a pronoun in a clause means nobody whom the text names or describes, or who acts above."""
    pronouns = [i for i in writer.tree.subtree(verb) if _is_open_word(writer.tree.tokens[i])]
    around = _around(writer, verb) if pronouns else frozenset[str]()
    return any(_means_nobody(writer, i, around) for i in pronouns if not _stands_within(writer, i, verb))


def _is_open_word(token: Token) -> bool:
    return token.tag in ("PRP", "PRP$") and token.text.lower() in OPEN


def _around(writer: Writer, verb: int) -> frozenset[str]:
    """The people who do what the clause above this verb tells."""
    heads = [s for a in writer.tree.ancestors(verb) for s in writer.tree.children(a, "nsubj", "nsubjpass")]
    doers = (name for s in heads for name in writer.reading.who(writer.sentence, s))
    return frozenset(filter(writer.reading.names.is_person, doers))


def _means_nobody(writer: Writer, index: int, around: frozenset[str]) -> bool:
    """As he stood in his kitchen: somebody else than who was shot is seldom meant, and then not surely."""
    names = set(writer.reading.who(writer.sentence, index))
    if not names:
        return (writer.sentence, index) not in writer.reading.referents.described_by
    human = writer.tree.tokens[index].text.lower() in HUMAN
    return human and not names & around and (bool(around) or _is_somebody(writer, index))


def _stands_within(writer: Writer, index: int, verb: int) -> bool:
    """The border and measures to protect it, no sanctions because Riga blocked them: the thing stands in front."""
    tree = writer.tree
    tags = {"it": "NN", "its": "NN", "them": "NNS", "their": "NNS"}.get(tree.tokens[index].text.lower(), "")
    inside = [tree.tokens[i] for i in tree.subtree(verb) if i < index] if tags else []
    above = tree.tokens[verb].head
    several = tags == "NNS" and tree.tokens[verb].dep == "advcl" and above < verb
    inside += [tree.tokens[i] for i in tree.subtree(above) if above < i < min(tree.subtree(verb))] if several else []
    known = bool(tags) and bool(writer.reading.who(writer.sentence, index))
    return not known and any(t.tag == tags and t.dep in ("dobj", "pobj") for t in inside)


def _is_somebody(writer: Writer, index: int) -> bool:
    """Whether one human being whom no name is known for acts above: Slepian was shot as he stood there."""
    tree = writer.tree
    heads = [s for a in tree.ancestors(index) for s in tree.children(a, "nsubj", "nsubjpass") if s < index]
    one = [tree.tokens[s] for s in heads if tree.tokens[s].tag in ("NN", "NNP")]
    return any((t.tag == "NNP" and t.entity in ("", "PERSON")) or is_person_noun(tree, t.index) for t in one)
