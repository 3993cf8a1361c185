"""Who held an office: the president of Belarus, the foreign ministers of Russia and Belarus."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline import gazetteer
from pipeline.calendar.interval import Interval, days
from pipeline.events import lexicon
from pipeline.events.actors.names import country_codes, country_of, governments
from pipeline.events.parse.syntax import Tree, conjuncts, prepositional

if TYPE_CHECKING:
    from pipeline.events.actors.referents import Referents

YEAR_DIGITS = 4


def holder(ref: Referents, country: str, tree: Tree, index: int, *, bare: bool = True) -> str:
    """The one who held the office that a noun names in this country when the article was published; "" for none.

    In an entry that a past year opens it is the one of that year.
    Without `bare` the noun alone names no office: there are many chiefs, and one defence chief.
    """
    other_time = lexicon.participant_words("other time")
    then = {tree.tokens[c].text.lower() for c in tree.below[index]} & other_time
    code = country_codes().get(country.lower(), "")
    on = _year_in_front(tree, index) or ref.document.published
    for role in (role for role in _asked(tree, index) if bare or " " in role):
        found = holders(role, code, on)
        if then and not {*role.split()} & other_time:
            # The former minister is one of those who were ministers, and not whoever is.
            found = tuple(h for h in holders(role, code, None) if h not in found and ref.names.count[h])
        if len(found) == 1:
            return found[0]
        if present := [h for h in found if ref.names.count[h]]:
            return present[0]
    return ""


def holders(role: str, country: str, on: Interval | None) -> tuple[str, ...]:
    """Names of those who held an office of a country (ISO alpha-3) on some day of an interval."""
    return tuple(actor.name for actor in gazetteer.holders(role, country, on)) if country else ()


def holder_in_body(ref: Referents, number: int, index: int) -> str:
    """The Wagner founder, the director of the FSB: the one who held that office of a body then; "" for none."""
    tree = ref.trees[number]
    heads = [*tree.children(index, "compound", "nmod", "poss"), *prepositional(tree, index, "of", "at")]
    heads += [c for h in heads for c in tree.children(h, "compound", "nmod")]
    heads = [h for h in heads if tree.tokens[h].text[:1].isupper()]  # The opposition leader is not of one body.
    bodies = [here.actor_id for h in heads if (here := ref.names.at.get((number, h))) is not None]
    if {tree.tokens[c].text.lower() for c in tree.below[index]} & lexicon.participant_words("other time"):
        return ""
    for body in (b for b in dict.fromkeys(bodies) if b):
        for role in _asked(tree, index):
            found = gazetteer.holders(role, body, ref.document.published)
            if len(found) == 1:
                return found[0].name
    return ""


def of_each(ref: Referents, number: int, index: int) -> tuple[str, ...]:
    """The presidents of Russia and Belarus: the one of each, in the year that the sentence names or now; else ()."""
    tree = ref.trees[number]
    below = {tree.tokens[c].text.lower() for c in tree.below[index]}
    states = _states(ref, number, index)
    # Of two countries one may be led by a president and one by a prime minister.
    vague = tree.tokens[index].lemma.lower() in lexicon.participant_words("holds some office")
    if len(states) < 2 or below & lexicon.participant_words("other time") or vague:
        return ()
    on = _year_named(tree) or ref.document.published
    found: list[str] = []
    for state in states:
        code = country_codes().get(state.lower(), "")
        one = next((h for role in _asked(tree, index) if len(h := holders(role, code, on)) == 1), ())
        found += [name for name in one if name not in found]
    return tuple(found) if len(found) == len(states) else ()


def counterpart(ref: Referents, owners: Sequence[str], country: str) -> tuple[str, ...]:
    """His Belarusian counterpart: whoever holds there the office that he holds here; () where none is on record."""
    code, on = country_codes().get(country.lower(), ""), ref.document.published
    roles = [role for name in owners for role in (*_told(ref, name), *gazetteer.offices(name, on))]
    for role in roles or ([] if owners else ["president"]):
        if found := [h for h in holders(role, code, on) if h not in owners]:
            return (found[0],)
    return ()


def _told(ref: Referents, name: str) -> list[str]:
    """The offices that the text gives somebody in front of the name: Foreign Minister Anna Orlova."""
    found: list[str] = []
    for here in ref.names.all:
        tree = ref.trees[here.sentence]
        for word in tree.children(here.last - 1, "compound", "nmod", "appos") if here.name == name else ():
            rows = lexicon.role_nouns().get(tree.tokens[word].lemma.lower(), ())
            if any(row.kind in ("leader", "office") for row in rows):
                found += [role for role in _asked(tree, word) if role not in found]
    return found


def _asked(tree: Tree, index: int) -> list[str]:
    """Names under which the register may list an office, the fullest first."""
    word = tree.tokens[index].lemma.lower()
    left = [c for c in tree.children(index, "compound", "amod") if c < index and not country_of(tree.tokens[c].text)]
    words = [tree.tokens[c].text.lower() for c in left]
    asked = [" ".join([*words[k:], word]) for k in range(len(words))] or [word]
    if asked[-1] != word:
        asked.append(word)
    return asked + [row.role for row in lexicon.role_nouns().get(word, ()) if row.kind == "leader"]


def _states(ref: Referents, number: int, index: int) -> list[str]:
    """The countries of a plural office: of Russia and Belarus, Russian and Belarusian."""
    tree = ref.trees[number]
    heads = prepositional(tree, index, "of") or tree.children(index, "amod", "poss")
    found: list[str] = []
    for at in [c for h in heads for c in dict.fromkeys((*conjuncts(tree, h), *tree.children(h, "conj")))]:
        here = ref.names.at.get((number, at))
        words = (tree.tokens[at].text, here.name if here is not None else "")
        state = next((s for w in words if (s := country_of(w) or governments().get(w.lower()))), None)
        found += [state] if state is not None and state not in found else []
    return found


def _year_in_front(tree: Tree, index: int) -> Interval | None:
    """The year that opens a sentence which goes on about the office: In 1996, the Latvian minister resigned."""
    tokens = tree.tokens
    first = next((i for i in range(index) if tokens[i].pos not in ("ADP", "PUNCT", "PROPN")), index)
    opens = first < index and tokens[first].text.isdigit() and tokens[index].dep in ("nsubj", "nsubjpass")
    return _year_named(tree, first + 1) if opens else None


def _year_named(tree: Tree, end: int | None = None) -> Interval | None:
    """The one year that the sentence names in digits before a token."""
    dated = [t for t in tree.tokens[:end] if t.entity == "DATE" and t.text.isdigit()]
    years = {t.text for t in dated if len(t.text) == YEAR_DIGITS}
    if len(years) != 1 or not (number := int(years.pop())):
        return None
    return days(dt.date(number, 1, 1), dt.date(number, 12, 31))
