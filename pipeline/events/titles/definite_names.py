"""The name of whom a definite noun means in a title: the minister is Makei, the opposition leader Navalny."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.events import lexicon
from pipeline.events.actors.ages import is_age, is_age_alone, whose_age
from pipeline.events.actors.apposition import is_person_noun
from pipeline.events.actors.names import country_codes, country_of, governments
from pipeline.events.actors.nationals import is_national
from pipeline.events.parse.syntax import Tree, clause_verb, subjects
from pipeline.events.titles.articles import called
from pipeline.events.titles.named_short import short_name
from pipeline.events.titles.other_noun import of_state

if TYPE_CHECKING:
    from pipeline.events.titles.phrases import Writer

FRONT = frozenset({"det", "amod", "compound"})
"""Dependencies of the words in front of a noun that say of what kind it is."""
GOES_WITH = frozenset({"det", "predet", "amod", "nummod", "compound"})
"""Dependencies of the words that go with a definite noun for which other words stand."""


def names_of_bare(writer: Writer, index: int, own: frozenset[str]) -> str:
    """The minister, the country, the two leaders: those whom the text names, unless the line names them already."""
    tree, names = writer.tree, writer.reading.who(writer.sentence, index)
    country = tree.tokens[index].lemma.lower() in lexicon.participant_words("a state")
    if not names or len(names) > 2 or own & set(names):
        return ""
    if tree.tokens[index].tag == "NNS" and len(names) == 1 and (words := of_state(names[0], tree.tokens[index].text)):
        return words
    if country:
        return called(names[0]) if len(names) == 1 and _only_state(writer, index, names[0]) else ""
    if len(names) == 1 and _is_firm(writer, index) and names[0] in writer.reading.names.count:
        return called(names[0])
    people = is_person_noun(tree, index) or tree.tokens[index].lemma.lower() == "leader"
    known = people and all(map(writer.reading.names.is_person, names))
    return " and ".join(short_name(writer.reading, name) for name in names) if known else ""


def _is_firm(writer: Writer, index: int) -> bool:
    """The company, the bank: a noun that takes the name of the firm spoken of."""
    token = writer.tree.tokens[index]
    firm = any(row.kind == "firm" for row in lexicon.role_nouns().get(token.lemma.lower(), ()))
    return firm and token.tag == "NN"


def name_of_described(writer: Writer, index: int, own: frozenset[str]) -> str:
    """The opposition leader, the Latvian president: the name of the one person whom a description means."""
    tree = writer.tree
    below = [tree.tokens[c] for c in tree.below[index]]
    the = "det" in tree.kinds[index] and any(t.text.lower() == "the" and t.dep == "det" for t in below)
    if not the or len(names := writer.reading.who(writer.sentence, index)) != 1:
        return ""
    front = all(t.index < index and t.dep in FRONT and (is_age(t) or not tree.below[t.index]) for t in below)
    inside = any((writer.sentence, t.index) in writer.reading.names.at and t.pos == "PROPN" for t in below)
    alone = is_age_alone(tree, index) or is_national(tree, index)
    told = alone or (front and not inside and is_person_noun(tree, index))
    if not told or own & set(names):
        return ""
    return short_name(writer.reading, names[0]) if writer.reading.names.is_person(names[0]) else ""


def goes_with(tree: Tree, index: int) -> int:
    """The noun, or the age, with which a word goes when other words stand for it; -1 for other words."""
    aged = whose_age(tree, index)
    return aged if aged >= 0 else tree.tokens[index].head if tree.tokens[index].dep in GOES_WITH else -1


def _only_state(writer: Writer, index: int, name: str) -> bool:
    """Whether no other state is spoken of in the sentence or the one before, nor this one by who does it."""
    tree = writer.tree
    doers = {i for head in subjects(tree, clause_verb(tree, index)) for i in tree.subtree(head)}
    near = writer.reading.names.between(writer.sentence - 1, writer.sentence)
    lands = {land for n in near if (land := _land(n.name))}
    own = {land for n in near if n.sentence == writer.sentence and n.last - 1 in doers and (land := _land(n.name))}
    return lands == {name} and not own


def _land(name: str) -> str:
    """The state of this name, or of the people or capital of this name."""
    return country_of(name) or governments().get(name.lower()) or (name if name.lower() in country_codes() else "")
