"""Nouns that are open without another: the victims of which blow, the family of whom, the vote in which country."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from pipeline import gazetteer
from pipeline.events import lexicon
from pipeline.events.actors.lands import main_land
from pipeline.events.parse.syntax import prepositional
from pipeline.events.title_lexicon import OpenNoun, kinds_of, open_nouns
from pipeline.events.titles.articles import called
from pipeline.events.titles.named_short import short_name
from pipeline.events.titles.told_before import FAR, Told, chain, mentions, written
from pipeline.lexicons import EventType
from pipeline.model import Token
from pipeline.resources import split
from pipeline.words import possessive

if TYPE_CHECKING:
    from pipeline.events.titles.phrases import Writer

BLOWS = frozenset({"ATTACK", "ASSAULT", "DEATH"})
"""Types of event that have victims."""
NEAR = 6
"""Sentences back to the alliance that a bare noun means."""
Found = tuple[str, str]


def of_what(writer: Writer, token: Token, room: int) -> Iterator[Found]:
    """The noun with what it is of, and why; nothing where the text leaves that open."""
    row = open_nouns().get(token.lemma.lower())
    if row is not None and _is_beside(writer, row):
        yield from WAYS[row.of](writer, token, room)


def _is_beside(writer: Writer, row: OpenNoun) -> bool:
    beside = split(row.beside)
    return not beside or any(t.lemma.lower() in beside for t in writer.tree.tokens)


def _of_blow(writer: Writer, token: Token, room: int) -> Iterator[Found]:
    """The victims of the bombing of two embassies: the text tells of no other blow."""
    nouns = {lemma for (lemma, pos), rows in _kinds() if pos == "NOUN" and BLOWS & {row.event_type for row in rows}}
    front = f"the {token.text} of "
    told = chain(list(mentions(writer, token.index, nouns & writer.reading.lemmas.keys(), FAR, any_number=True)))
    words = [written(writer, each, room - len(front)) for each in told]
    words += [f"the {writer.reading.trees[each.sentence].tokens[each.head].text.lower()}" for each in told[:1]]
    yield from ((front + each, f"the only blow told of is “{each}”") for each in words if each)


def _kinds() -> list[tuple[tuple[str, str], tuple[EventType, ...]]]:
    return list(lexicon.event_types().items())


def _of_dead(writer: Writer, token: Token, room: int) -> Iterator[Found]:  # noqa: ARG001  # as the other ways
    """Orlova's family: she is the only one of whose death the text tells."""
    names = _dead(writer)
    if len(names) == 1:
        name = names.pop()
        yield (
            f"{possessive(short_name(writer.reading, name))} {token.text}",
            f"the text tells of the death of {name} alone",
        )


def _dead(writer: Writer) -> set[str]:
    reading, found = writer.reading, set[str]()
    verbs = [lemma for (lemma, pos), rows in _kinds() if pos == "VERB" and rows[0].event_type == "DEATH"]
    for number, token in reading.before(writer.sentence, 0, [v for v in verbs if v in reading.lemmas], reach=FAR):
        tree = reading.trees[number]
        heads = tree.children(token.index, "nsubj", "nsubjpass", "dobj") if token.pos == "VERB" else []
        heads = tree.children(token.index, "poss") if token.pos == "NOUN" else heads
        heads += prepositional(tree, token.index, "of") if token.pos == "NOUN" else []
        found |= {n for h in heads for n in reading.who(number, h) if reading.names.is_person(n)}
    return found


def _alliance(writer: Writer, token: Token, room: int) -> Iterator[Found]:  # noqa: ARG001  # as the other ways
    """NATO, the European Union: the only alliance spoken of lately."""
    near = writer.reading.names.between(writer.sentence - NEAR, writer.sentence)
    names = {n.name for n in near if n.actor_id and _is_alliance(n.actor_id)}
    if len(names) == 1 and token.tag == "NN":
        name = names.pop()
        yield called(name), f"“the {token.text}” is {called(name)}, the only one spoken of"


def _is_alliance(actor_id: str) -> bool:
    actor = gazetteer.actor_named(actor_id)
    return actor is not None and actor.kind == "alliance"


def _land(writer: Writer, token: Token, room: int) -> Iterator[Found]:  # noqa: ARG001  # as the other ways
    """Latvia: the land that the article is about, and no other one spoken of near."""
    land = main_land(writer.reading)
    near = writer.reading.names.between(writer.sentence - 1, writer.sentence)
    others = {n.name for n in near if n.kind in ("state", "people") and n.name != land}
    if land and not others and token.tag == "NN":
        yield called(land), f"“the {token.text}” is {called(land)}, which the article is about"


def _poll(writer: Writer, token: Token, room: int) -> Iterator[Found]:  # noqa: ARG001  # as the other ways
    """The vote in Latvia: the article is about Latvia, and no vote is told of that has a place of its own."""
    land, kind = main_land(writer.reading), kinds_of().get(token.lemma.lower())
    polls = {noun for noun, row in open_nouns().items() if row.of == "a poll"} | {*split(kind.nouns if kind else "")}
    told = mentions(writer, token.index, polls, FAR, any_number=True) if land else ()
    if land and not any(_is_elsewhere(each, land) for each in told):
        yield f"the {token.text} in {called(land)}", f"the article is about {called(land)}, and tells of no other vote"


def _is_elsewhere(each: Told, land: str) -> bool:
    return bool(each.names - {land, *land.lower().split()})


WAYS: dict[str, Callable[[Writer, Token, int], Iterator[Found]]] = {
    "a blow": _of_blow,
    "the dead": _of_dead,
    "an alliance": _alliance,
    "the land": _land,
    "a poll": _poll,
}
