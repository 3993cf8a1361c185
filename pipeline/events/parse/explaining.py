"""Whom a name in apposition explains: the noun for somebody next to it, and not another person further left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.parse.rehang import is_below, stretch, with_token
from pipeline.model import Token


def _of_the_noun_before(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Orlova, an envoy of the president, Ivan Petrov: nobody has two names, he is the president.

    So is who stands behind the last of a list: Orlova and a former officer, Ivan Petrov.
    """
    for name in (t for t in tokens if t.dep == "appos" and t.entity == "PERSON"):
        other, start = tokens[name.head], stretch(tokens, name.index)[0]
        if other.entity != "PERSON" or start < 1 or tokens[start - 1].text != ",":
            continue
        between = [t for t in tokens[other.index + 1 : start] if is_below(tokens, t.index, other.index)]
        nouns = [t for t in between if _is_somebody(t) and (t.dep in ("pobj", "appos") or _is_listed(tokens, t))]
        nouns = [t for t in nouns if any(b.head == t.index and b.dep in ("det", "poss") for b in tokens)]
        if nouns and (nouns[-1].dep == "pobj" or _is_listed(tokens, nouns[-1])):
            tokens = with_token(tokens, replace(name, head=nouns[-1].index))
    return tokens


def _behind_where_from(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A reporter from the portal, Anna Orlova: no portal has a person's name, the reporter has."""
    for name in (t for t in tokens if t.dep == "appos" and t.entity == "PERSON"):
        thing, start = tokens[name.head], stretch(tokens, name.index)[0]
        tie = tokens[thing.head]
        somebody = tokens[tie.index - 1]
        apart = start > 0 and tokens[start - 1].text == ","
        if thing.dep != "pobj" or thing.pos not in ("NOUN", "PROPN") or _is_somebody(thing) or not apart:
            continue
        if thing.entity != "PERSON" and tie.index > 0 and _is_somebody(somebody):
            tokens = with_token(tokens, replace(name, head=somebody.index), replace(tie, head=somebody.index))
    return tokens


def _and_activist(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The trial of journalist and activist Ivan Petrov: two nouns without an article are both his, and he stands there.

    The parser ties the name to the deed.
    """
    for name in (t for t in tokens if t.dep == "appos" and t.entity == "PERSON"):
        start = stretch(tokens, name.index)[0]
        tie = tokens[start - 1] if start else name
        if tie.dep != "cc" or not any(_is_somebody(t) for t in tokens[start : name.index]):
            continue
        first = tokens[start - 2]
        bare = not any(t.head in (first.index, name.index) and t.dep in ("det", "poss") for t in tokens)
        if _is_somebody(first) and first.dep == "pobj" and tokens[first.head].head == name.head and bare:
            tokens = with_token(
                tokens,
                replace(name, dep="pobj", head=first.head),
                replace(first, dep="nmod", head=name.index),
                replace(tie, head=first.index),
            )
    return tokens


def _behind_its_title(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """According to a statement from spokesman Ivan Petrov: a preposition has no object, the spokesman has a name."""
    for name in (t for t in tokens if t.dep == "dobj" and t.entity == "PERSON" and tokens[t.head].pos == "ADP"):
        start = stretch(tokens, name.index)[0]
        title = tokens[start - 1] if start else name
        if title.dep == "pobj" and _is_somebody(title):
            tokens = with_token(
                tokens,
                replace(name, dep="pobj", head=title.head),
                replace(title, dep="compound", head=name.index),
            )
    return tokens


def _is_somebody(token: Token) -> bool:
    return token.tag == "NN" and not token.entity and token.lemma.lower() in lexicon.role_nouns()


def _is_listed(tokens: Sequence[Token], noun: Token) -> bool:
    """Whether "and" ties a noun to a name."""
    return noun.dep == "conj" and tokens[noun.head].entity == "PERSON"


EXPLAINING: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (
    _of_the_noun_before,
    _behind_where_from,
    _and_activist,
    _behind_its_title,
)
"""Repairs of names that the parser makes explain somebody else."""
