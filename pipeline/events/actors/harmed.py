"""He was killed, police arrested her: to whom harm was done, where a wrong name is worse than none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.events.parse.syntax import Tree, clause_verb
from pipeline.events.parse.voice import is_passive
from pipeline.events.triggers.kinds import HOSTILE, kind_of

if TYPE_CHECKING:
    from pipeline.events.actors.referents import Referents
    from pipeline.events.actors.seen import Seen

HARM = HOSTILE | {"SANCTION", "ACCUSE"}
"""Kinds of event after which the one who suffered is spoken of."""
_PARTS = frozenset({"dobj", "nsubj", "nsubjpass"})
SUFFERS_ON = 2.5
"""How much likelier whoever suffered before is to be the one who suffers now."""
MARGIN = 0.8
"""How much likelier than anybody else one must be to be named as the victim."""


def suffers(tree: Tree, index: int) -> bool:
    """Whether harm is done to this word: the object of a verb of harm, the subject of its passive, who dies."""
    token = tree.tokens[index]
    if token.dep not in _PARTS or tree.tokens[token.head].pos != "VERB":
        return False
    kind = kind_of(tree, token.head).event_type
    undergoes = token.dep != "nsubj" or is_passive(tree, token.head)
    return (kind in HARM and undergoes) or (kind == "DEATH" and token.dep == "nsubj")


def is_doubtful(ref: Referents, number: int, first: tuple[float, Seen], second: tuple[float, Seen]) -> bool:
    """Whether a victim may as well be the second likeliest: nearly as likely, or named with the first by one verb."""
    (score, one), (rival, other) = first, second
    tree = ref.trees[one.sentence]
    if one.name and one.sentence == other.sentence and _describes(tree, other.token, _head(tree, one.token)):
        return False  # Orlova, an aide to Petrova: the second is named only to say who the first is.
    if score - rival < MARGIN:
        return True
    together = one.sentence == other.sentence < number and one.name and other.name
    beside = together and clause_verb(tree, one.token) == clause_verb(tree, other.token)
    return bool(beside) and not suffers(tree, one.token)


def _describes(tree: Tree, index: int, whom: int) -> bool:
    """Whether a word stands below a name, and not beside it in a list."""
    for word in (index, *tree.ancestors(index)):
        if word == whom or tree.tokens[word].dep == "conj":
            return word == whom != index
    return False


def _head(tree: Tree, index: int) -> int:
    """The last word of a name for one of its first."""
    token = tree.tokens[index]
    return token.head if token.dep == "compound" else index


def owned_by_victim(tree: Tree, pronoun: int, victim: int) -> bool:
    """Shot Petrov in his kitchen: what stands behind the victim of the same verb is rather the victim's."""
    behind = tree.tokens[pronoun].tag == "PRP$" and victim < pronoun and suffers(tree, victim)
    return behind and clause_verb(tree, pronoun) == clause_verb(tree, victim)
