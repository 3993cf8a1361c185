"""The definite nouns that a finished line still leaves open: the crash becomes the crash of a military plane."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.events import lexicon
from pipeline.events.actors.apposition import is_person_noun
from pipeline.events.actors.names import country_of
from pipeline.events.parse.syntax import prepositional
from pipeline.events.title_lexicon import kinds_of, title_words
from pipeline.events.titles.articles import called
from pipeline.events.titles.by_deed import by_deed
from pipeline.events.titles.definite import DEFINITE, again, is_share
from pipeline.events.titles.listed import listed
from pipeline.events.titles.of_what import of_what
from pipeline.events.titles.tight import tightened
from pipeline.events.titles.told_before import FAR, PRONOUN, WITHIN, Told, chain, mentions, told, words_of, written
from pipeline.events.titles.wording import LIMIT
from pipeline.model import Token
from pipeline.resources import split

if TYPE_CHECKING:
    from pipeline.events.reading import Draft
    from pipeline.events.titles.phrases import Writer

BARE = re.compile(r"[’']s$|[^\w-]")
"""What a word of a line does without when it is compared: its marks, the sign of owning."""
NEAR = 3
"""Sentences back to the name of the body that a bare noun means."""
SOMEBODY = frozenset({"firm", "group"})
"""Kinds of noun that mean whoever was spoken of as such last."""


def in_full(writer: Writer, draft: Draft, line: str) -> str:
    """The line with what its bare nouns lost or take up, where one thing alone is meant and there is room."""
    told, kinds = line, writer.tree.kinds
    within = {token.text for token in writer.tree.tokens if token.dep in WITHIN}  # The bomb and the bomb factory.
    for token in writer.tree.tokens:
        if token.pos != "NOUN" or "det" not in kinds[token.index] or token.text in within:
            continue
        if not (old := _open(writer, token, line)):
            continue
        for whole, because in _fuller(writer, token, old, told):
            new = _without_land(told, old, whole)
            fuller = tightened(writer.reading, _put(told, old, new), LIMIT)
            fits = len(fuller) <= LIMIT and not _owns_in_vain(told, old, new)
            if fits and told.count(old) == 1 and not _repeats(told, old, new):
                draft.note("title", new, because)
                told = fuller
                break
    return told


def _open(writer: Writer, token: Token, line: str) -> str:
    """The words of the line by which a noun tells no more than that it is one, or known; "" where it tells more."""
    tree, index = writer.tree, token.index
    front = index - 1 if index else 0
    number = ""
    if front and tree.tokens[front].dep == "nummod" and tree.tokens[front].head == index:
        number, front = f"{tree.tokens[front].text} ", front - 1
    det = tree.tokens[front]
    if det.dep != "det" or token.text not in line or det.head != index or writer.is_time(index):
        return ""
    noun = re.escape(number + token.text)
    found = re.findall(rf"(?<![\w’'-])(?:the|{re.escape(det.text)}) {noun}(?![\w…-])", line, re.IGNORECASE)
    old = found[0] if len(found) == 1 else ""
    if not old or (line.partition(old)[2].startswith(" of ") and not prepositional(tree, index, "of")):
        return ""  # It has been written in full.
    return "" if _is_quoted(line, line.index(old)) else old


def _means_somebody(token: Token) -> bool:
    """The company, the police: many of them are spoken of by the noun alone."""
    return any(row.kind in SOMEBODY for row in lexicon.role_nouns().get(token.lemma.lower(), ()))


def _is_quoted(line: str, at: int) -> bool:
    return line.count("“", 0, at) > line.count("”", 0, at)


def _fuller(writer: Writer, token: Token, old: str, line: str) -> Iterator[tuple[str, str]]:
    """The fuller words for a noun, and why, best first: its own of the sentence, those of a mention before."""
    own, room = told(writer, token.index), LIMIT - len(tightened(writer.reading, line, 0)) + len(old)
    if own.marks:
        words = "" if _goes_on(writer, token, old, line) else words_of(writer, own, room - len("the "))
        if words and not PRONOUN.search(words):
            yield f"{old.split(' ', maxsplit=1)[0]} {words}", "its sentence says which, and there is room for it"
        return
    if line.partition(old)[2][:1] not in ("’", "'"):
        yield from listed(writer, token)
    named = bool(writer.reading.who(writer.sentence, token.index))
    if named:
        yield from again(writer, token.index)
    yield from _body(writer, token)
    points_back = _points_back(writer, token, old)
    for each in _mentions(writer, token) if points_back else ():
        if words := written(writer, each, room):
            yield words, f"“the {token.text}” takes up “{words}” of {_where(writer, each)}"
    if not named:
        yield from again(writer, token.index)
    if points_back and not is_person_noun(writer.tree, token.index):
        yield from of_what(writer, token, room)
        yield from by_deed(writer, token, room)


def _goes_on(writer: Writer, token: Token, old: str, line: str) -> bool:
    """Whether the line has what follows the noun in the text, be it in other words: the court in the country."""
    after = writer.tree.tokens[token.index + 1 : token.index + 2]
    return any(line.partition(old)[2].startswith(f" {t.text} ") for t in after)


def _points_back(writer: Writer, token: Token, old: str) -> bool:
    """Whether a noun with "the" or "this" means a thing told of before, and neither somebody nor nothing much."""
    known = old.partition(" ")[0].lower() in DEFINITE
    nothing = token.lemma.lower() in title_words("points nowhere") or is_share(writer.tree, token.index)
    if not known or nothing or _means_somebody(token):
        return False
    unnamed = not writer.reading.who(writer.sentence, token.index)
    return token.tag == "NNS" or unnamed or not is_person_noun(writer.tree, token.index)


def _body(writer: Writer, token: Token) -> Iterator[tuple[str, str]]:
    """The group, of the Wagner Group: the body that was named last, where its name has this noun."""
    near = writer.reading.names.between(writer.sentence - NEAR, writer.sentence)
    before = [n for n in near if (n.sentence, n.last) <= (writer.sentence, token.index)]
    bodies = [n.name for n in before if n.kind == "body"][-1:]
    if (
        token.tag == "NN"
        and bodies
        and re.search(rf" {re.escape(token.lemma)}(?: (?:of|for) |$)", bodies[0], re.IGNORECASE)
    ):
        yield called(bodies[0]), f"“the {token.text}” is {called(bodies[0])}, the body that was named last"


def _mentions(writer: Writer, token: Token) -> list[Told]:
    """The mentions before that say which thing it is: by the same noun, else by one of its kind."""
    lemma = token.lemma.lower()
    row = kinds_of().get(lemma)
    same = chain(list(mentions(writer, token.index, [lemma], FAR)))
    return same or (chain(list(mentions(writer, token.index, [lemma, *split(row.nouns)], FAR))) if row else [])


def _where(writer: Writer, each: Told) -> str:
    back = writer.sentence - each.sentence
    return "the same sentence" if back == 0 else f"{back} sentence{'s' if back > 1 else ''} before"


def _put(line: str, old: str, new: str) -> str:
    number = old.split(" ")[1] if old.count(" ") > 1 else ""
    if number and new[:1].islower():
        new = f"the {number} {new.removeprefix('the ')}"
    if old[:1].isupper():
        new = new[:1].upper() + new[1:]
    return line.replace(old, new, 1)


def _without_land(line: str, old: str, new: str) -> str:
    """The Russian military plane, in a line that speaks of Russia: the military plane."""
    lands = {country_of(BARE.sub("", word)) for word in line.replace(old, "").split()} - {None}
    the, *front = new.split(" ")
    left = [word for word in front if country_of(word) not in lands or country_of(word) == word]
    return " ".join((the, *left)) if len(left) > 1 and the == "the" else new


def _owns_in_vain(line: str, old: str, new: str) -> bool:
    """The victims' families: no phrase gets between an owner and its mark."""
    owns = line.partition(old)[2][:1] in ("’", "'")
    return owns and bool(title_words("tells which") & set(new.split()))


def _repeats(line: str, old: str, new: str) -> bool:
    """Whether the line says already what the fuller words add: a Belarusian court, and Belarus."""
    rest, added = (
        {(country_of(word) or word).lower() for part in words.split() if (word := BARE.sub("", part))}
        for words in (line.replace(old, ""), new)
    )
    return bool(added & rest - title_words("dangling"))
