"""People who only share a surname with somebody known: Syarhey Sikorski is not the minister Sikorski."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline import gazetteer
from pipeline.events.actors.given_names import given_names
from pipeline.events.actors.leaders import leads
from pipeline.events.lexicon import honorifics, role_nouns
from pipeline.model import Sentence, Span, Token
from pipeline.resources import split

if TYPE_CHECKING:
    from pipeline.events.actors.names import Name

GIVEN = 3
"""Letters of a given name, at least."""
ALIKE = 0.6
"""How alike two spellings of one given name are, at least: Uladzimir, Vladimir."""


def without_namesakes(sentences: Sequence[Sentence], found: Sequence[Name]) -> list[Name]:
    """A known surname behind another given name is another person, as is the bare surname after that."""
    known = {name.actor_id for name in found if name.last - name.first > 1}
    candidates = [(name.first, other) for name in found if (other := _other(sentences, name)) is not None]
    # The first word of a sentence may be any: Overweight Sikorski.
    sure = {other.name for first, other in candidates if first > 1 or other.name.split()[0] in given_names()}
    others: dict[str, Name] = {}
    done = []
    for name in found:
        other = _other(sentences, name)
        other = other if other is not None and other.name in sure else None
        bare = name.actor_id in others and name.actor_id not in known and name.last - name.first == 1
        if other is not None:
            others.setdefault(name.actor_id, other)
        elif bare and not leads(name.name):
            other = replace(name, name=others[name.actor_id].name, actor_id="")
        done.append(other or name)
    return done


def _other(sentences: Sequence[Sentence], name: Name) -> Name | None:
    """The namesake that one word of a known person's stands for; None where it is that person."""
    if name.kind != "person" or not name.actor_id or name.last - name.first != 1 or name.first == 0:
        return None
    tokens = sentences[name.sentence].tokens
    given, surname = tokens[name.first - 1 : name.last]
    of_kind = any(token.head == given.index and token.dep == "compound" for token in tokens[: given.index])
    if of_kind or not _is_given_name(given, surname) or _is_of(name.actor_id, given.text):
        return None
    span = Span(given.span.start, name.span.end)
    return replace(name, name=f"{given.text} {surname.text}", actor_id="", first=name.first - 1, span=span)


def _is_given_name(token: Token, surname: Token) -> bool:
    """Whether a capitalised word right in front belongs to the surname, and is no title, place or people."""
    written = token.text.isalpha() and token.text.istitle() and len(token.text) >= GIVEN
    word = token.lemma.lower()
    unmarked = token.pos == "PROPN" and token.entity in ("", "PERSON") and token.head == surname.index
    named = not token.actor_id and (unmarked or token.text in given_names())
    return written and named and word not in role_nouns() and word not in honorifics()


def _is_of(actor_id: str, given: str) -> bool:
    """Whether a given name may be one of the known person's, in some spelling."""
    actor = gazetteer.actor_named(actor_id)
    names = (actor.name, *split(actor.aliases)) if actor is not None else ()
    own = {full.split()[0].lower() for full in names if " " in full}
    word = given.lower()
    return any(o[0] == word[0] or difflib.SequenceMatcher(None, o, word).ratio() >= ALIKE for o in own)
