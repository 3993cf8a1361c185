"""People under their fullest name: surnames and given names alone, once the document names somebody in full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.events.actors.gender import gender_of
from pipeline.events.actors.given_names import given_names
from pipeline.events.lexicon import body_nouns, role_nouns
from pipeline.gazetteer import canonical
from pipeline.model import Sentence, Token
from pipeline.words import possessive

if TYPE_CHECKING:
    from pipeline.events.actors.names import Name

KIN = 3
"""Words back from a given name to the surname in "Orlov's brother Ivan"."""
SHARES = frozenset({"and", "&"})
"""What stands between given names before the one surname that their bearers share."""


def fullest(found: Iterable[Name]) -> dict[str, Name]:
    """Last word of each person's full name -> the longest name that ends with it; nobody where two share a surname."""
    full: dict[str, Name] = {}
    clash: set[str] = set()
    for name in found:
        parts = name.name.split()
        if name.kind != "person" or len(parts) < 2:
            continue
        other = full.get(parts[-1])
        if other is None or name.name.endswith(other.name):
            full[parts[-1]] = name
        elif not other.name.endswith(name.name):
            clash.add(parts[-1])
    return {word: name for word, name in full.items() if word not in clash}


def as_written(sentences: Sequence[Sentence], found: Iterable[Name]) -> dict[str, Name]:
    """Surname as the text spells it -> the known person named in full with it: Milinkevic -> Alexander Milinkevich."""
    full: dict[str, Name] = {}
    clash: set[str] = set()
    for name in found:
        surname = sentences[name.sentence].tokens[name.last - 1].text
        if name.kind != "person" or name.last - name.first < 2:
            continue
        if full.setdefault(surname, name).name != name.name:
            clash.add(surname)
    return {word: name for word, name in full.items() if word not in clash and name.actor_id}


def by_given_name(found: Iterable[Name]) -> dict[str, Name]:
    """Given name of each person named in full; nobody where two share it."""
    people = {name.name: name for name in found if name.kind == "person" and " " in name.name}
    shared = Counter(full.split()[0] for full in people)
    return {full.split()[0]: name for full, name in people.items() if shared[full.split()[0]] == 1}


def under_full_name(name: Name, full: dict[str, Name], given: dict[str, Name]) -> Name:
    """The name as that of the person whose surname or given name it is; itself for all others."""
    if name.actor_id or name.kind in ("state", "people"):
        return name
    surname = name.name.split()[-1]
    twin = full.get(surname) or (given.get(name.name) if name.kind == "person" else None)
    fits = twin is not None and (twin.name.endswith(name.name) or name.name in (twin.name.split()[0], surname))
    if twin is None or not fits:
        return name
    return replace(name, name=twin.name, kind="person", actor_id=twin.actor_id)


def other_spellings(found: Sequence[Name]) -> list[Name]:
    """Surnames by themselves, spelt in yet another way than where the text names that known person in full."""
    people = {n.actor_id: n for n in found if n.kind == "person" and n.actor_id and n.last - n.first > 1}

    def known(name: Name) -> Name:
        if name.actor_id or name.kind in ("state", "people") or not name.name.isalpha():
            return name
        actor = canonical(name.name)
        twin = people.get(actor.actor_id) if actor is not None else None
        return name if twin is None else replace(name, name=twin.name, kind="person", actor_id=twin.actor_id)

    return [known(name) for name in found]


def share_surnames(sentences: Sequence[Sentence], found: Sequence[Name]) -> list[Name]:
    """Ivan and Maria Orlov have one surname; Andrzej Orlov (Andrej Arloŭ) is one man in two spellings."""
    done: dict[int, Name] = {}
    starts = {(name.sentence, name.first): i for i, name in enumerate(found)}
    for i, name in reversed(list(enumerate(found))):
        tokens = sentences[name.sentence].tokens
        tie = tokens[name.last].text if name.last < len(tokens) else ""
        at = starts.get((name.sentence, name.last + 1))
        after = found[at] if at is not None else name
        alone = name.last - name.first == 1 and not name.actor_id and tokens[name.first].text in given_names()
        if alone and tie in SHARES and name.kind in ("person", "place", "body") and _is_full(after):
            full = f"{name.name} {tokens[after.last - 1].text}"
            actor = canonical(full)
            person = replace(name, name=full if actor is None else actor.name, kind="person")
            done[i] = person if actor is None else replace(person, actor_id=actor.actor_id)
        if alone and (surname := _of_brother(tokens, name.first)):
            done[i] = replace(name, name=f"{name.name} {surname}", kind="person")
        elif alone and (whose := _of_kin(tokens, name.first)):
            done[i] = replace(name, name=f"{whose} {name.name}", kind="person")
        if at is not None and tie == "(" and _is_full(name) and _is_respelt(sentences, name, after):
            done[at] = replace(after, name=name.name, actor_id=name.actor_id)
    return [done.get(i, name) for i, name in enumerate(found)]


def _of_brother(tokens: Sequence[Token], first: int) -> str:
    """Orlov's brother Ivan: the surname of the man before; "" for those who may have another, a woman's brother."""
    if first < KIN or tokens[first - 2].tag != "POS" or tokens[first - KIN].pos != "PROPN":
        return ""
    kin = any(row.kind == "kin" and row.gender == "male" for row in role_nouns().get(tokens[first - 1].lemma, ()))
    surname = tokens[first - KIN].text
    return surname if kin and tokens[first - KIN].entity == "PERSON" and gender_of(f"X {surname}") != "female" else ""


def _of_kin(tokens: Sequence[Token], first: int) -> str:
    """Orlova's father Ivan: whose kin it is, so that he is no other Ivan of the text; "" for all others."""
    if first < KIN or tokens[first - 2].tag != "POS" or tokens[first - KIN].pos != "PROPN":
        return ""
    kin = any(row.kind == "kin" and row.gender for row in role_nouns().get(tokens[first - 1].lemma, ()))
    return f"{possessive(tokens[first - KIN].text)} {tokens[first - 1].text}" if kin else ""


def _is_full(name: Name) -> bool:
    return name.kind == "person" and name.last - name.first > 1


def _is_respelt(sentences: Sequence[Sentence], name: Name, inside: Name) -> bool:
    """Whether a name in brackets has the initials of the name before them, and nothing else stands inside."""
    closed = [token.text for token in sentences[name.sentence].tokens[inside.last : inside.last + 1]] == [")"]
    initials = [[word[0] for word in other.name.split()] for other in (name, inside)]
    return closed and _is_full(inside) and initials[0] == initials[1]


def under_longer_body(sentences: Sequence[Sentence], found: Sequence[Name]) -> list[Name]:
    """The Border Committee, the Committee: the one body of the text whose longer name ends with these words."""
    bodies = [(_written(sentences, name), name) for name in found if name.kind == "body"]

    def longer(name: Name) -> Name:
        words = _written(sentences, name)
        short = len(words) > 1 or words[0] in body_nouns()
        if name.kind != "body" or name.actor_id or not short:
            return name
        longest = [(form, other) for form, other in bodies if len(form) > len(words) and form[-len(words) :] == words]
        longest = [x for x in longest if not any(len(f) > len(x[0]) and f[-len(x[0]) :] == x[0] for f, _ in longest)]
        several = len({other.name for _, other in longest}) > 1
        if several:  # The foreign ministry, of two countries' named: the one that acted last.
            small = not any(t.text[:1].isupper() for t in _tokens(sentences, name))
            before = [(f, o) for f, o in longest if o.span.end <= name.span.start and small]
            longest = [(f, o) for f, o in before if _tokens(sentences, o)[-1].dep == "nsubj"][-1:]
        one = longest[0][1] if longest else None
        return name if one is None else replace(name, name=one.name, actor_id=one.actor_id)

    return [longer(name) for name in found]


def _written(sentences: Sequence[Sentence], name: Name) -> tuple[str, ...]:
    """The words of a name in lower case, up to what it is of: State Border Committee of Belarus."""
    words = [token.text.lower() for token in _tokens(sentences, name)]
    return tuple(words[: words.index("of")]) if "of" in words[1:] else tuple(words)


def _tokens(sentences: Sequence[Sentence], name: Name) -> Sequence[Token]:
    return sentences[name.sentence].tokens[name.first : name.last]


def bare_surnames(sentences: Sequence[Sentence], done: Sequence[Name], full: dict[str, Name]) -> list[Name]:
    """Surnames that no recogniser marked, wherever the document names their bearer in full."""
    taken = {(name.sentence, token) for name in done for token in range(name.first, name.last)}
    found = []
    for number, sentence in enumerate(sentences):
        for token in sentence.tokens:
            twin = full.get(token.text)
            if twin and (number, token.index) not in taken and token.pos in ("PROPN", "NOUN"):
                end = token.index + 1
                found.append(replace(twin, sentence=number, first=token.index, last=end, span=token.span))
    return found
