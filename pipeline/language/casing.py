"""Gives the parser text like that it was trained on, length unchanged: no CAPITALS, no tags, no speakers' labels."""

from __future__ import annotations

import functools
import re

from pipeline import gazetteer, knowledge
from pipeline.language.segments import Segment
from pipeline.resources import split

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
INSIDE = re.compile(rf"(?<=[\w,] ){WORD.pattern}")
"""A word behind another one of its sentence."""
_TEXTS = 4
"""Texts whose words are remembered: the paragraphs of one come one after the other."""
ODD = str.maketrans(
    dict.fromkeys("\u00a0\u202f\u200b\ufeff\0", " ")
    | dict.fromkeys("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", " ")
    | {"\u02bc": "’"}
)
"""Characters that the parser does not know as spaces, marks of direction among them, and an apostrophe."""
WIRE_DASH = re.compile(r"(?<=[^\W\d][^\S\n])-(?=[^\S\n][^\W\d])|(?<=\s)_(?=\s)")
"""How wires and keyboards with few characters write a dash; for the parser it becomes one, in the text it stays."""
MARKUP = re.compile(r"</?[A-Za-z!][^<>]{0,300}>")
SPEAKER = re.compile(r"\s*[A-Z][A-Z.\-]*(?: [A-Z][A-Z.\-]*){0,4}:(?=\s)")
"""A speaker's name before what they say in a transcript: PESKOV: or QUESTION: or MR. SMITH:"""
DATELINE = re.compile(
    r"\s*(?P<place>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2})(?P<land>, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?"
    r"(?P<day>,? (?:\d{1,2} )?[A-Z][a-z]{2,8}\.?(?: \d{1,2})?(?:,? \d{4})?)?(?P<agency> ?\([A-Z][^()]{1,30}\))?"
    r"(?: - | ?(?:[–—]|--) ?| -)(?=[\"“‘'\[A-Z])"
)
"""Where a report was filed, before its first word: KYIV, Ukraine (AP) — or Moscow, 2 April 1997 (RFE/RL) --"""
AGENCY = re.compile(r"\s*\([A-Z][^()]{1,30}\) ?(?:--|[–—-]) ?(?=[\"“‘'\[A-Z])")
"""The agency alone: (Reuters) - or (BNS) --"""
UNMARKED = re.compile(r"\s*(?P<place>[A-Z]{4,}(?:[ -][A-Z]{3,})*) +(?=[A-Z][a-z]|An? [A-Z]?[a-z])")
"""A place in capitals right before the first word, where the dash is lost: KYIV Two people."""
SHORTEST_PLACE = 4
TOWNS = frozenset({"city", "town"})
ACRONYM = 4
"""Words up to so many capitals are left as they are unless the article also writes them small: NATO, KGB."""

OWNED = re.compile(r"(?<=[a-z]s)’(?=\s+[\w“\"])")
"""Belarus’ vote: behind an s the parser knows the straight mark of owning, and takes the curly one for a quote."""


@functools.lru_cache(_TEXTS)
def names_in(text: str) -> frozenset[str]:
    """Words that the running text writes with a capital in mid-sentence and never small."""
    inside = {found[0] for found in INSIDE.finditer(text) if found[0][0].isupper()}
    return frozenset(word for word in inside if word.lower() not in small_words(text))


@functools.lru_cache(_TEXTS)
def small_words(text: str) -> frozenset[str]:
    """Words that the text somewhere writes small."""
    return frozenset(found[0] for found in WORD.finditer(text) if found[0].islower())


@functools.cache
def known_names() -> frozenset[str]:
    """Words of people's names, and the names of places, countries and bodies that are one word."""
    people = [f"{actor.name}|{actor.aliases}" for actor in knowledge.actors() if actor.kind == "person"]
    others = [f"{actor.name}|{actor.aliases}" for actor in knowledge.actors() if actor.kind != "person"]
    others += [f"{place.name}|{place.aliases}" for place in knowledge.places()]
    others += [f"{row.name}|{row.adjectives}|{row.people}|{row.capital}" for row in knowledge.demonyms()]
    words = {found[0] for cell in people for name in split(cell) for found in WORD.finditer(name)}
    words |= {name for cell in others for name in split(cell) if WORD.fullmatch(name)}
    return frozenset(word for word in words if word[0].isupper() and len(word) > 2)


def readable(segment: Segment, article: str) -> str:
    """The segment's text as the parser should see it, as long as it was; `article` tells which words are names.

    Tags, speakers' labels and datelines become blank, and letters' case is changed where a whole line is in capitals.
    """
    text = WIRE_DASH.sub("–", segment.text.translate(ODD))
    text = text if "‘" in text else OWNED.sub("'", text)
    text = MARKUP.sub(_blank, _undated(_unlabelled(text)))
    words = [found[0] for found in WORD.finditer(text)]
    if len(words) >= 4 and sum(word.isupper() for word in words) > 0.7 * len(words):
        return _recased(text, known_names(), small_words(article), acronyms=False)
    long = [word for word in words if len(word) > 3]
    if segment.kind != "body" and len(long) >= 3 and sum(word[0].isupper() for word in long) > 0.7 * len(long):
        return _recased(text, names_in(article) | known_names(), small_words(article), acronyms=True)
    return text


def _unlabelled(text: str) -> str:
    label = SPEAKER.match(text)
    return _blank(label) + text[label.end() :] if label else text


def _undated(text: str) -> str:
    """Without the dateline, which the parser takes for the subject of the sentence that it opens."""
    found = AGENCY.match(text) or DATELINE.match(text)
    if found is not None and found.re is AGENCY:
        return _blank(found) + text[found.end() :]
    if found is None or not _is_dateline(found):
        found = UNMARKED.match(text)
        found = found if found is not None and found["place"].title() in _towns() else None
    return _blank(found) + text[found.end() :] if found is not None else text


@functools.cache
def _towns() -> frozenset[str]:
    """Towns and seats of government by name; no countries, whose names in capitals open headings."""
    towns = {name for row in knowledge.places() if row.kind in TOWNS for name in (row.name, *split(row.aliases))}
    return frozenset(towns | {seat for row in knowledge.demonyms() for seat in split(row.capital)})


def _is_dateline(found: re.Match[str]) -> bool:
    """A known town, a place in capitals, or one with its country, an agency or a day beside it; NATO — is none."""
    place, land = found["place"], (found["land"] or "").strip(" ,.")
    if found["agency"] or any(c.isdigit() for c in found["day"] or ""):
        return True
    shouted = place.isupper() and len(place) >= SHORTEST_PLACE and gazetteer.canonical(place) is None
    return shouted or place in _towns() or bool(land and set(land.split()) <= known_names())


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _recased(text: str, names: frozenset[str], small: frozenset[str], *, acronyms: bool) -> str:
    def recase(found: re.Match[str]) -> str:
        word = found[0]
        core = re.split(r"['’]", word)[0]
        if core in names or (acronyms and core.isupper() and 1 < len(core) <= ACRONYM and core.lower() not in small):
            return word
        if core.capitalize() in names:
            return _same_length(word, word.capitalize())
        starts = found.start() == 0 or text[: found.start()].rstrip().endswith((".", "!", "?"))
        return _same_length(word, word.capitalize() if starts else word.lower())

    return WORD.sub(recase, text)


def _same_length(word: str, other: str) -> str:
    return other if len(other) == len(word) else word
