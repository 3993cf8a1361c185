"""What the recogniser takes for a name and is none: railway workers, a make of missile; or is one of another kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline import gazetteer
from pipeline.events.actors.age_beside import GROWN, age_behind
from pipeline.events.actors.gender import gender_of
from pipeline.events.actors.given_names import given_names
from pipeline.events.lexicon import body_nouns, grounds, honorifics, organs, participant_words, role_nouns
from pipeline.model import Sentence, Token

if TYPE_CHECKING:
    from pipeline.events.actors.names import Name

OFFICE_REACH = 6
"""Words between the noun of an office and the end of what it is for."""
SURNAME = 5
"""Letters of a surname, at least, that is known by its ending."""
CODE = re.compile(r"[A-Za-z]+ ?-\d+[A-Za-z]*")
"""Makes of weapons and names of diseases."""
QUOTES = frozenset("\"“”'’‘")


def without_organs(sentences: Sequence[Sentence], found: Sequence[Name]) -> list[Name]:
    """Without one capitalised word for an organ of the state before it: Lithuania's Cabinet is Lithuania's."""

    def is_organ(name: Name) -> bool:
        tokens = sentences[name.sentence].tokens
        owned = name.first > 0 and tokens[name.first - 1].tag == "POS"
        return owned and name.kind == "body" and not name.actor_id and name.name.lower() in organs()

    return [name for name in found if not is_organ(name)]


def titled_surnames(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Words that stand right behind Mr, Ms or Dr somewhere: surnames."""
    pairs = (pair for sentence in sentences for pair in zip(sentence.tokens, sentence.tokens[1:], strict=False))
    return frozenset(b.text for a, b in pairs if b.pos == "PROPN" and a.text.lower().rstrip(".") in honorifics())


def aged(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Words behind which an age stands between marks: Orlova, 52, a doctor."""
    return frozenset(
        name.text
        for sentence in sentences
        for at, name in enumerate(sentence.tokens, 1)
        if name.tag == "NNP" and age_behind(sentence.tokens, at) >= GROWN
    )


def without_common(sentences: Sequence[Sentence], found: Sequence[Name]) -> list[Name]:
    """Without first words that the text elsewhere writes small (Railway workers, a railway), or that only place it."""
    small = {t.text for sentence in sentences for t in sentence.tokens if t.tag in ("NN", "NNS") and t.text.islower()}

    def opens(name: Name) -> bool:
        return name.first == 0 and name.last == 1 and not name.actor_id and name.kind != "state"

    def is_dateline(name: Name) -> bool:
        follows = sentences[name.sentence].tokens[1:2]
        return name.kind == "place" and name.name.isupper() and any(t.text[:1].isupper() for t in follows)

    def is_things(name: Name) -> bool:
        token = sentences[name.sentence].tokens[name.first]
        return token.tag == "NNS" and name.last == name.first + 1 and not name.actor_id and name.kind != "people"

    found = [name for name in found if not is_things(name)]  # UAVs are things, however they are written.
    return [name for name in found if not (opens(name) and (name.name.lower() in small or is_dateline(name)))]


def without_makes(sentences: Sequence[Sentence], found: Sequence[Name]) -> list[Name]:
    """Without those that the recogniser took for people and that only say of what make a thing is: Oreshnik missile.

    Nor does anybody stand in a street that is called after him: the corner of Anna Orlova Street.
    """

    def says_what_kind(name: Name) -> bool:
        token = sentences[name.sentence].tokens[name.last - 1]
        head = sentences[name.sentence].tokens[token.head]
        weapon = head.lemma.lower() in participant_words("weapon")
        plain = head.lemma.lower() not in role_nouns()
        return token.dep == "compound" and head.tag in ("NN", "NNS") and (weapon or (plain and name.kind == "person"))

    unknown = [name for name in found if not name.actor_id and " " not in name.name]
    single = [name for name in unknown if name.kind in ("person", "body", "place", "people")]
    makes = {name.name for name in single} - {name.name for name in single if not says_what_kind(name)}
    makes -= {name.name.split()[-1] for name in found if name.kind == "person" and " " in name.name}
    return [name for name in found if name.name not in makes and not _is_of_street(sentences, name)]


def _is_of_street(sentences: Sequence[Sentence], name: Name) -> bool:
    """Ivan Franko Street, between the Ivan Orlov and Anna Orlova streets: the way is called after that person."""
    tokens, streets = sentences[name.sentence].tokens, participant_words("street")
    last = tokens[name.last - 1]
    kind = [token for token in tokens if token.lemma.lower() in streets]
    beside = {last.index, last.head} if last.dep in ("compound", "nmod", "conj") else {last.index}
    joined = any(token.head in beside or token.index in beside for token in kind if token.tag in ("NNS", "NNPS"))
    follows = any(token.index == name.last for token in kind)
    return (joined and name.kind == "body") or (name.kind == "person" and (follows or joined))


def called_somebody(sentences: Sequence[Sentence], found: Sequence[Name]) -> frozenset[str]:
    """Names of two words right behind the noun for a human being, or before "who": his colleague Tatiana Lasitsa."""
    names = set()
    for name in (name for name in found if " " in name.name and name.first):
        tokens = sentences[name.sentence].tokens
        noun, last = tokens[name.first - 1], tokens[name.last - 1]
        rows = role_nouns().get(noun.lemma.lower(), ()) if noun.tag == "NN" else ()
        together = (last.dep == "appos" and last.head == noun.index) or noun.head == last.index
        who = any(t.text.lower() == "who" and tokens[t.head].head == last.index for t in tokens[name.last :])
        if who or (together and any(row.kind in ("kin", "person", "office", "leader") for row in rows)):
            names.add(name.name)
    return frozenset(names)


def as_person(name: Name, surnames: frozenset[str], ages: frozenset[str], called: frozenset[str]) -> Name:
    """A name that the recogniser took for something else, whose bearer has an age or is elsewhere called Mr or Ms.

    So is a body of two words whose second is a surname by its ending and no town: Pavel Orlov, but not Dynamo Kiev.
    So is a place of two words that opens with a given name and that no gazetteer knows: Alexey Orlov, not Donald Town.
    """
    other = name.kind in ("body", "place", "people") and not name.actor_id
    *_, last = words = name.name.split()
    person = last in ages or name.name in called or (" " in name.name and last in surnames)
    if name.kind == "body" and len(words) == 2 and len(last) >= SURNAME and gender_of(name.name) != "none":
        person = person or gazetteer.place_for(last) is None
    if name.kind == "place" and len(words) == 2 and words[0] in given_names():
        person = person or gazetteer.place_for(name.name) is None
    return replace(name, kind="person") if other and person else name


def is_name(words: str, kind: str) -> bool:
    """Whether what the recogniser found is a name at all: no State, no X, no COVID-19 or T-72."""
    bare = words.strip(".")
    offices = {row.kind for row in role_nouns().get(bare.lower(), ())} & {"state", "leader", "office", "firm"}
    generic = bare.lower() in participant_words("body")
    return len(bare) > 1 and not CODE.fullmatch(bare) and not (kind == "body" and (offices or generic))


def abbreviations(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Capitals in brackets after a common noun stand for it and name nobody: a special operation (SO)."""
    found = set()
    for sentence in sentences:
        words = [t for t in sentence.tokens if t.text not in QUOTES]
        for before, opens, short in zip(words, words[1:], words[2:], strict=False):
            if opens.text == "(" and short.text.isupper() and before.tag == "NN" and before.text.islower():
                found |= set() if before.lemma in body_nouns() else {short.text}
    return frozenset(found)


def ends_an_office(tokens: Sequence[Token], first: int, last: int) -> int:
    """Minister of Transport and Communications Igor Orlov: where the name begins that an office was taken into."""
    while first < last - 2 and tokens[first].text.lower() in grounds() and not tokens[first].actor_id:
        first += 1  # Governor of the Krasnodar Territory Igor Orlov.
    token, before = tokens[first], tokens[max(0, first - OFFICE_REACH) : first]
    joined = bool(before) and before[-1].text.lower() in ("and", "of", "for") and token.entity in ("PERSON", "")
    held = joined and not token.actor_id and any(t.text[:1].isupper() and is_office(t.text) for t in before)
    return max(first, last - 2) if held else first


def is_office(word: str) -> bool:
    """Whether a word can stand in front of a name as an office or trade."""
    return any(row.kind in ("office", "leader", "person", "kin") for row in role_nouns().get(word.lower(), ()))
