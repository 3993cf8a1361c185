"""Nouns for somebody whom the name beside them only places: her husband, an aide of Petrov, the mayor of Riga."""

from __future__ import annotations

from pipeline.events import lexicon
from pipeline.events.actors.apposition import is_person_noun
from pipeline.events.parse.syntax import Tree, prepositional
from pipeline.events.reading import Reading


def is_somebody_else(reading: Reading, sentence: int, head: int, *, kin: bool, followers: bool) -> bool:
    """Her husband, an aide of Petrov, Petrov's friends, Petrov critics: whose they are tells who they are not."""
    tree = reading.trees[sentence]
    alone = kin or is_person_noun(tree, head)
    if not (alone or followers):
        return False
    whose = tree.children(head, "compound", "nmod")
    whose += tree.children(head, "poss") if alone or _act_apart(tree, head) else []
    whose += prepositional(tree, head, "of", "to") if alone else []
    employed = not followers and _is_employed(tree, head)
    of_body = [c for c in whose if employed and _kind(reading, sentence, c) == "body"]
    return (
        bool(of_body)
        or (alone and is_of_town(reading, sentence, head))
        or any(is_person(reading, sentence, c) for c in whose)
    )


def _act_apart(tree: Tree, head: int) -> bool:
    """Petrov's fighters took the town: they are not Petrov. What is done to his children is done to him."""
    rows = lexicon.roles_of(tree.tokens[head].lemma.lower(), tree.tokens[head].tag)
    people = any(row.kind in ("person", "group") for row in rows)
    return people and tree.tokens[head].tag == "NNS" and tree.tokens[head].dep != "nsubjpass"


def is_of_town(reading: Reading, sentence: int, head: int) -> bool:
    """The mayor of Riga, the governor of Kursk: of a town or a region, and not the voice of its state."""
    tree = reading.trees[sentence]
    of_whom = prepositional(tree, head, "of")
    return is_person_noun(tree, head) and any(_kind(reading, sentence, o) == "place" for o in of_whom)


def is_person(reading: Reading, sentence: int, head: int) -> bool:
    """Whether the text calls a person by the name of this phrase."""
    kinds = reading.names.kinds
    return any("person" in kinds.get(name, ()) for name in reading.who(sentence, head))


def _is_employed(tree: Tree, head: int) -> bool:
    """A lawyer, a soldier: one human being, who is nobody's voice by office."""
    lemma, tag = tree.tokens[head].lemma.lower(), tree.tokens[head].tag
    serves = any(row.kind == "state" for row in lexicon.role_nouns().get(lemma, ()))
    private = all(row.kind == "person" and row.role == "private" for row in lexicon.roles_of(lemma, tag))
    return is_person_noun(tree, head) and (private or serves)


def _kind(reading: Reading, sentence: int, head: int) -> str:
    here = reading.names.at.get((sentence, head))
    return here.kind if here is not None else ""
