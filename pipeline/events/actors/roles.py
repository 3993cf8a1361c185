"""Whom a role noun means: the dictator, his counterpart, the Russian army, the two leaders."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from pipeline import gazetteer
from pipeline.events import lexicon
from pipeline.events.actors.epithets import epithet
from pipeline.events.actors.home import home_leader, is_bare_office
from pipeline.events.actors.leaders import leads
from pipeline.events.actors.names import country_codes, country_of, governments
from pipeline.events.actors.office_fronts import is_other_office
from pipeline.events.actors.offices import counterpart, holder, holder_in_body, holders, of_each
from pipeline.events.actors.own_state import is_bare, state_meant
from pipeline.events.actors.seen import since
from pipeline.events.actors.stance import stance
from pipeline.events.determiner_lexicon import determiners
from pipeline.events.parse.syntax import Tree, prepositional
from pipeline.settings.events import PRONOUN_REACH

if TYPE_CHECKING:
    from pipeline.events.actors.referents import Referents


COUNTERPART = "counterpart"
"""The one relation that is of an office: whoever holds the same elsewhere."""
FIRM_REACH = 6
"""Sentences back to the one that names the company."""


def by_role(ref: Referents, number: int, index: int, rows: Sequence[lexicon.RoleNoun]) -> tuple[str, ...]:
    """The one that a role noun stands for: whose name it stands in front of, else whom it means by itself."""
    token = ref.trees[number].tokens[index]
    bearer = ref.names.at.get((number, token.head)) if token.dep in ("compound", "nmod") else None
    if bearer is not None and bearer.kind == "person" and not {row.kind for row in rows} & {"state", "firm", "group"}:
        return (bearer.name,)  # Belarus foreign minister Vladimir Makei, whoever is minister now.
    if {row.kind for row in rows} & {"leader", "office"}:
        if given := _appointed(ref, number, index):
            return given
        if _is_bestowed(ref.trees[number], index):
            return ()
    return _alone(ref, number, index, rows)


def _is_bestowed(tree: Tree, index: int) -> bool:
    """Named him prime minister, became president: the office that one gets is not whoever has it when that is told."""
    token = tree.tokens[index]
    becomes = tree.tokens[token.head].lemma == "become" and token.dep in ("attr", "dobj")
    return becomes or token.dep == "oprd"


def _appointed(ref: Referents, number: int, index: int) -> tuple[str, ...]:
    """Appointed Anna Orlova Prime Minister: the name that the parser takes for the front of the office; else ()."""
    tree = ref.trees[number]
    if tree.tokens[index].tag != "NNP" or tree.tokens[index].dep not in ("dobj", "oprd", "attr"):
        return ()
    front = (ref.names.at.get((number, c)) for c in tree.children(index, "compound", "nmod"))
    return next(((n.name,) for n in front if n is not None and n.kind == "person" and " " in n.name), ())


def _alone(ref: Referents, number: int, index: int, rows: Sequence[lexicon.RoleNoun]) -> tuple[str, ...]:  # noqa: PLR0911  # a list of cases
    """The one that a role noun stands for, by its country, its possessor, or who was last spoken of."""
    tree, token = ref.trees[number], ref.trees[number].tokens[index]
    kinds = {row.kind for row in rows}
    plural = token.tag in ("NNS", "NNPS")
    country = _country(ref, tree, number, index) or _seat(ref, number, index, rows)
    if "state" in kinds:
        governs = any(row.role == "government" for row in rows)
        each = _countries(ref, tree, number, index)[: None if plural else 1] or ((country,) if country else ())
        return each or state_meant(ref, number, index, governs=governs)
    if token.lemma.lower() == "opposition":
        return _opposition(ref, number, country)
    if kinds == {"firm"}:
        return () if plural else _firm(ref, number, index, country)
    if plural:
        return of_each(ref, number, index) if kinds & {"leader", "office"} else ()
    if kinds == {"group"}:
        return ()
    definite = bool({tree.tokens[c].text.lower() for c in tree.children(index, "det")} & determiners("known"))
    owned = tree.children(index, "poss")
    before = {tree.tokens[c].text.lower() for c in tree.children(index, "det", "nummod")}
    indefinite = before & determiners("new", "more")
    if indefinite or (not definite and not owned and not country):
        return _spoken_for(ref, number, index) if any(row.role.startswith("spokes") for row in rows) else ()
    offices = bool(kinds & {"leader", "office"})
    if name := (holder(ref, country, tree, index, bare=offices) if country else holder_in_body(ref, number, index)):
        return (name,)
    return _told_of_before(ref, number, index, kinds, definite=definite)


def _told_of_before(
    ref: Referents, number: int, index: int, kinds: Collection[str], *, definite: bool
) -> tuple[str, ...]:
    """The one that a role noun takes up: who was called so before, or the leader whose news it is."""
    tree, token = ref.trees[number], ref.trees[number].tokens[index]
    owned = tree.children(index, "poss")
    if token.lemma.lower() == "head" and any(tree.tokens[o].lemma == "state" for o in prepositional(tree, index, "of")):
        return _leader(ref, number) or home_leader(ref, tree, index)
    if "relation" in kinds:
        return _other(ref, number, index)
    of_what = prepositional(tree, index, "of", "for")
    town = any(tree.tokens[o].tag == "NN" for o in owned) and _is_elsewhere(ref, number, token.lemma.lower())
    elsewhere = town or is_other_office(tree, index, ref.fronts)
    if ref.home and is_bare_office(tree, index):
        return (ref.home,)
    if (known := ref.nouns.get(token.lemma.lower())) and not of_what and not elsewhere:
        return (known,)  # But the minister of defence is not the minister named before.
    lands = any(
        row.kind == "state" for o in owned for row in lexicon.role_nouns().get(tree.tokens[o].lemma.lower(), ())
    )
    if "leader" in kinds and (definite or lands) and not _leads_a_group(ref, number, index):
        modifiers = {tree.tokens[c].text.lower() for c in tree.children(index, "compound", "amod")}
        whose = _opponent(ref, number) if "opposition" in modifiers else _leader(ref, number)
        return whose or (() if "opposition" in modifiers else home_leader(ref, tree, index))
    return epithet(ref, number, index) if definite and not (owned or of_what) else ()


def _leads_a_group(ref: Referents, number: int, index: int) -> bool:
    """The leader of an activist group, the party leader, the gang's boss: of no state; the country's leader is."""
    tree = ref.trees[number]
    of_whom = [*prepositional(tree, index, "of"), *tree.children(index, "poss", "compound")]
    common = [o for o in of_whom if tree.tokens[o].tag in ("NN", "NNS") and tree.tokens[o].lemma != "opposition"]
    kinds = [{row.kind for row in lexicon.role_nouns().get(tree.tokens[o].lemma.lower(), ())} for o in common]
    lands = [here.name for o in of_whom if (here := ref.names.at.get((number, o))) is not None and here.kind == "place"]
    part = any(country_of(land) is None and land.lower() not in governments() for land in lands)  # Of Chechnya.
    return part or any(not {"state", "leader"} & each for each in kinds)


def _spoken_for(ref: Referents, number: int, index: int) -> tuple[str, ...]:
    """A spokesman for the ministry, for the minister: whoever it is, the ministry, or the minister's state, says it."""
    tree = ref.trees[number]
    heads = [*prepositional(tree, index, "for", "of"), *tree.children(index, "compound", "nmod")]
    for head in heads:
        here = ref.names.at.get((number, head))
        if here is None or not here.name:
            continue
        house = gazetteer.serves(here.name, ref.document.published) if here.kind == "person" else None
        return (house.name,) if house is not None else () if here.kind == "person" else (here.name,)
    return ()


def _is_elsewhere(ref: Referents, number: int, noun: str) -> bool:
    """The region's governor, told of another town than the governor's who was named before: it is another governor."""
    places = [name for name in ref.names.all if name.kind == "place"]
    bearer = ref.nouns.get(noun, "")
    first = next((name.sentence for name in ref.names.all if name.name == bearer), number)
    here = {name.name for name in places if name.sentence == number}
    return bool(here) and here.isdisjoint(name.name for name in places if name.sentence == first)


def _country(ref: Referents, tree: Tree, number: int, index: int) -> str:
    """The first country that modifies a noun."""
    return next(iter(_countries(ref, tree, number, index)), "")


def _countries(ref: Referents, tree: Tree, number: int, index: int) -> tuple[str, ...]:
    """The countries that modify a noun, each once: Belarusian, Belarus's, of Belarus, Russian and Belarusian."""
    below = [*tree.children(index, "amod", "compound", "poss", "nmod")]
    below += [o for o in prepositional(tree, index, "of") if _stands_for_state(ref, tree, number, o)]
    found: list[str] = []
    for at in [a for child in below for a in (child, *tree.children(child, "amod", "compound", "conj"))]:
        here = ref.names.at.get((number, at))
        words = () if stance(tree, at) else (tree.tokens[at].text, here.name if here else "")
        found += [land for word in words if (land := country_of(word) or governments().get(word.lower()))]
    return tuple(dict.fromkeys(found))


def _seat(ref: Referents, number: int, index: int, rows: Sequence[lexicon.RoleNoun]) -> str:
    """Police in Belarus, police in Minsk: the state that they serve; "" for others, who may be anybody's."""
    if not any(row.role == "police" for row in rows):
        return ""
    inside = (ref.names.at.get((number, o)) for o in prepositional(ref.trees[number], index, "in"))
    found = (governments().get(here.name.lower(), here.name) for here in inside if here is not None)
    return next((name for name in found if name.lower() in country_codes()), "")


def _stands_for_state(ref: Referents, tree: Tree, number: int, index: int) -> bool:
    """Of Belarus, of the Belarusian state; but the leader of the Belarusian opposition leads no country."""
    states = any(row.kind == "state" for row in lexicon.role_nouns().get(tree.tokens[index].lemma.lower(), ()))
    here = ref.names.at.get((number, index))
    return states or (here is not None and here.kind in ("state", "place", "people"))


def _firm(ref: Referents, number: int, index: int, country: str) -> tuple[str, ...]:
    """The company, the Russian company: the firm spoken of last as a subject; public bodies and outlets are none."""
    if not is_bare(ref.trees[number], index, but=country):
        return ()
    code = country_codes().get(country.lower(), "")
    for seen in reversed(ref.seen):
        if number - seen.sentence > FIRM_REACH:
            return ()
        actor = gazetteer.canonical(seen.name)
        there = not code or (actor is not None and actor.country == code)
        if seen.kind == "body" and seen.subject and seen.alone and (actor is None or actor.kind == "company"):
            return (seen.name,) if there else ()
    return ()


def _opposition(ref: Referents, number: int, country: str) -> tuple[str, ...]:
    """The opposition of the country named, else of the country of whom the sentence speaks of."""
    code = country_codes().get(country.lower(), "")
    here = [gazetteer.canonical(s.name) for s in since(ref.seen, number) if s.name and s.sentence == number]
    code = code or next((actor.country for actor in reversed(here) if actor is not None and actor.country), "")
    found = gazetteer.opposition_of(code) if code else None
    return (found.name,) if found is not None else ()


def _other(ref: Referents, number: int, index: int) -> tuple[str, ...]:
    """His ally, the Putin ally, his Belarusian counterpart: a person spoken of other than the possessor."""
    tree = ref.trees[number]
    if tree.tokens[index].dep == "appos" and (here := ref.names.at.get((number, tree.tokens[index].head))):
        return (here.name,)  # Belarus, Russia's closest ally.
    owners = {n for c in tree.children(index, "poss", "compound", "nmod") for n in ref.known.get((number, c), ())}
    country = _country(ref, tree, number, index)
    if country and tree.tokens[index].lemma.lower() == COUNTERPART:
        return counterpart(ref, sorted(owners), country)
    if country:
        heads = holders("president", country_codes().get(country.lower(), ""), ref.document.published)
        if found := [h for h in heads if h not in owners]:
            return (found[0],)
    near = since(ref.seen, number - int(PRONOUN_REACH.number))
    if any(name.lower() in country_codes() for name in owners):  # A state's neighbour or ally is a state.
        states = {s.name for s in near if s.kind == "state" and s.name and s.name not in owners}
        return tuple(states) if len(states) == 1 and not tree.children(index, "amod") else ()
    for seen in reversed(near):
        if seen.kind == "person" and seen.name not in owners and seen.subject:
            return (seen.name,) if owners and seen.name else ()
    return ()


def _leader(ref: Referents, number: int) -> tuple[str, ...]:
    """The dictator: the head of state spoken of nearest and most."""
    around = since(ref.seen, number - int(PRONOUN_REACH.number))
    near = [s for s in around if s.kind == "person" and leads(s.name)]
    if not near:
        return ()
    best = max(near, key=lambda s: (ref.salience(s, number), s.sentence, s.token))
    return (best.name,)


def _opponent(ref: Referents, number: int) -> tuple[str, ...]:
    """The opposition leader: the one person lately spoken of by name who heads no state."""
    around = since(ref.seen, number - int(PRONOUN_REACH.number))
    near = {s.name for s in around if s.kind == "person" and s.name}
    others = sorted(name for name in near if not leads(name))
    return (others[0],) if len(others) == 1 else ()
