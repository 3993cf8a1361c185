"""A word as a headline has it: names for pronouns, the noun for a relative, no capital that only opens a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.events import lexicon
from pipeline.events.actors.apposition import is_person_noun
from pipeline.events.actors.names import ENTITY_KINDS, country_codes, country_of
from pipeline.events.actors.relative import described
from pipeline.events.parse.stamped import is_stamp
from pipeline.events.parse.syntax import NOUNS, Tree
from pipeline.events.titles.articles import called, with_article
from pipeline.events.titles.definite import meant
from pipeline.events.titles.named_short import short_name
from pipeline.events.titles.other_noun import one_of_many
from pipeline.events.titles.taken_up import counted, taken_up
from pipeline.events.titles.wording import ARTICLES
from pipeline.model import Token
from pipeline.words import possessive

if TYPE_CHECKING:
    from pipeline.events.titles.phrases import Writer

RELATIVE = frozenset({"WDT", "WP", "WP$"})
UNNAMED = "*"
"""Stands among the names of a subject that has none, by itself and with its token: its, their are then its own."""
LONG = 4
"""Words from which on a description is too long to own something in a title."""


def shown(writer: Writer, index: int, own: frozenset[str], kept: Sequence[int] = ()) -> str:  # noqa: PLR0911  # a list of cases
    """A token as the headline has it."""
    token = writer.tree.tokens[index]
    if (told := writer.retold.get((writer.sentence, index))) is not None:
        return told
    if name := latinised(writer, index):
        return name
    if (ahead := writer.reading.referents.introduced.get((writer.sentence, index))) is not None:
        return ahead.name
    if token.tag in RELATIVE and (head := relative_head(writer.tree, index)) is not None and head not in kept:
        return _for_relative(writer, index, head)
    one = token.text.lower() == "one"
    if words := meant(writer, index, own) or (one and one_of_many(writer.reading.trees, writer.sentence, index)):
        return words
    if token.dep in ("nsubj", "nsubjpass") and not writer.nested and (noun := counted(writer, index)):
        return f"{_cased(writer, index)} {noun}"
    if token.pos != "PRON" or token.tag not in ("PRP", "PRP$") or token.text.lower().endswith(("self", "selves")):
        return _cased(writer, index)
    names = writer.reading.who(writer.sentence, index)
    if token.text.lower() == "it" and UNNAMED in own and not _are_several(writer, own):
        return "it"
    alien = token.text.lower() == "its" and bool(names) and _own_nothing(writer, own)
    if (
        set(names) & own
        or _shares_surname(token, names, own)
        or (token.text.lower() in ("its", "their") and UNNAMED in own and not alien)
    ):
        return token.text if token.text == "I" else token.text.lower()
    if not names and writer.nested:
        return _cased(writer, index)
    if not names:
        return _for_unnamed(writer, index, own) or taken_up(writer, index) or _cased(writer, index)
    people = [
        name if name.lower() in country_codes() or " " not in name else short_name(writer.reading, name)
        for name in names[:2]
    ]
    people = [called(people[0]), "others"] if len(names) > 2 else [called(name) for name in people]
    return " and ".join([*people[:-1], possessive(people[-1])]) if _owns(token) else " and ".join(people)


def _owns(token: Token) -> bool:
    """Her house; not found her guilty, where the tagger takes an object for an owner."""
    return token.tag == "PRP$" and token.dep not in ("nsubj", "dobj", "pobj")


def _shares_surname(token: Token, names: Sequence[str], own: frozenset[str]) -> bool:
    """Juan Orlov thanked his aunt: that he is spoken of as Orlov before makes no other man of him."""
    short = len(names) == 1 and " " not in names[0] and _owns(token)
    return short and any(name.endswith(f" {names[0]}") for name in own)


def _own_nothing(writer: Writer, own: frozenset[str]) -> bool:
    """Balloons enter its airspace, the attack damages its tracks: neither many things nor an event own them."""
    heads = [int(number) for name in own if (number := name.removeprefix(UNNAMED)).isdigit()]
    events = all((writer.tree.tokens[i].lemma.lower(), "NOUN") in lexicon.event_types() for i in heads)
    return _are_several(writer, own) or (bool(heads) and events)


def _are_several(writer: Writer, own: frozenset[str]) -> bool:
    """Whether the subjects without a name are plural nouns: no "it" means them."""
    heads = [int(number) for name in own if (number := name.removeprefix(UNNAMED)).isdigit()]
    return bool(heads) and all(writer.tree.tokens[i].tag in ("NNS", "NNPS") for i in heads)


def _cased(writer: Writer, index: int) -> str:
    """The word; a capital that only opens the sentence goes."""
    tree = writer.tree
    token = tree.tokens[index]
    name = token.pos == "PROPN" or (token.entity in ENTITY_KINDS and token.tag != "DT")
    if tree.shouts:
        return token.text.capitalize() if name else token.text.lower()
    if token.text.islower():
        return token.text
    opens = not name and all(t.pos == "PUNCT" or is_stamp(t) for t in tree.tokens[:index])
    plain = opens and not token.text[1:].strip("abcdefghijklmnopqrstuvwxyz-’'") and country_of(token.text) is None
    return token.text.lower() if plain else token.text


def described_as(where: tuple[int, int]) -> str:
    """What stands among the names of a subject for somebody who is only described, at this (sentence, token)."""
    return f"{UNNAMED}{where[0]}:{where[1]}"


def _for_unnamed(writer: Writer, index: int, own: frozenset[str]) -> str:
    """The noun phrase of the unnamed person that a he or she means."""
    referents = writer.reading.referents
    where = referents.described_by.get((writer.sentence, index))
    if where is None:
        gender = referents.doubtful.get((writer.sentence, index), "")
        return {"male": "a man", "female": "a woman"}.get(gender, "")
    if (where[0] == writer.sentence and f"{UNNAMED}{where[1]}" in own) or described_as(where) in own:
        return writer.tree.tokens[index].text.lower()
    words = replace(writer, sentence=where[0], nested=True).phrase(where[1], own)
    if words.split()[0].lower() not in ("his", "her"):
        words = ARTICLES.sub("", words)
        owned = writer.reading.trees[where[0]].children(where[1], "poss", "nummod")
        named = words[:1].isupper() and country_of(words.split()[0]) is None  # But the Latvian soldier.
        words = words if owned or named else f"the {words}"
    if not _owns(writer.tree.tokens[index]):
        return words
    return possessive(words) if words.count(" ") < LONG else writer.tree.tokens[index].text.lower()


def _for_relative(writer: Writer, index: int, head: int) -> str:
    if writer.tree.tokens[head].lemma == "time" or writer.is_time(head):
        return writer.tree.tokens[index].text
    names = writer.reading.who(writer.sentence, index)
    words = (
        names[0]
        if len(names) == 1
        else f"{names[0]} and others"
        if len(names) > 2
        else with_article(writer.phrase(head, without=frozenset(writer.tree.children(head, "relcl"))))
    )
    return possessive(words) if writer.tree.tokens[index].tag == "WP$" else words


def relative_head(tree: Tree, pronoun: int) -> int | None:
    """The noun that a relative pronoun means; who and whom mean no thing."""
    verb = next((a for a in tree.ancestors(pronoun) if tree.tokens[a].dep == "relcl"), None)
    head = described(tree, verb, pronoun) if verb is not None else None
    if head is not None and tree.tokens[pronoun].text.lower() == "whom" and _is_thing(tree, head):
        return None
    return head if head is not None and tree.tokens[head].pos in NOUNS and head < pronoun else None


def _is_thing(tree: Tree, head: int) -> bool:
    token = tree.tokens[head]
    return token.tag == "NN" and not token.entity and not is_person_noun(tree, head)


def latinised(writer: Writer, index: int) -> str:
    """The canonical name of an actor whom the text writes in another alphabet."""
    here = writer.reading.names.at.get((writer.sentence, index))
    if here is None or not here.actor_id:
        return ""
    return here.name if any(c > "\u024f" and c.isalpha() for c in writer.tree.tokens[index].text) else ""
