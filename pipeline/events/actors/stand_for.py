"""Whom the heads of phrases stand for: names, whoever a thing belongs to, groups in the text's own words."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.events import lexicon
from pipeline.events.actors.affected import counted_among, is_origin, places_only
from pipeline.events.actors.courts import is_court_alone, state_of_court
from pipeline.events.actors.groups import acts_for_itself, is_apart, is_group, is_nation, is_of_nation, is_private
from pipeline.events.actors.leaders import state_ever_led_by
from pipeline.events.actors.names import country_codes
from pipeline.events.actors.own_words import in_own_words
from pipeline.events.actors.plural import many
from pipeline.events.actors.relative import described as antecedent
from pipeline.events.actors.somebody_else import is_of_town, is_person, is_somebody_else
from pipeline.events.actors.stance import stance
from pipeline.events.parse.syntax import Tree, conjuncts, prepositional
from pipeline.events.reading import Reading

NAMED = frozenset({"", "ORG", "PERSON"})
"""Labels of a word that may be part of the name of somebody; none of days, laws and works."""
CALLED_AFTER = frozenset({"EVENT", "FAC", "LAW", "PRODUCT", "WORK_OF_ART"})
"""Labels of names in which a country is no more than a word."""
PARTY = frozenset({"to", "by", "with", "from"})
"""Prepositions before somebody who takes part."""


def names_of(reading: Reading, sentence: int, heads: Iterable[int], *, described: bool) -> tuple[str, ...]:
    """Canonical names for these heads, each once; with `described`, groups that go unnamed in the text's own words."""
    found: list[str] = []
    for at in heads:
        head = _described(reading, sentence, at) if described else at
        if _is_sum(reading.trees[sentence], head):
            continue
        names = reading.who(sentence, head) or _taken_up(reading, sentence, head) or _unlisted(reading, sentence, head)
        if not names and (era := _state_of_era(reading, sentence, head)) is not None:
            names = era
        elif not names and (state := state_of_court(reading, sentence, head)) is not None:
            names = (state,)
        elif not names and not (described and is_group(reading.trees[sentence], head, only=True)):
            names = () if is_court_alone(reading, sentence, head) else owner(reading, sentence, head)
            if described and is_group(reading.trees[sentence], head) and set(names) <= places_only(reading, names):
                names = ()  # The Riga relatives are not Riga.
        meant = reading.referents.described_by.get((sentence, head)) if described else None
        if not names and meant is not None and _is_told_alone(reading.trees[meant[0]], meant[1]):
            names = (in_own_words(reading.referents, sentence, head),)  # He, of a soldier whom no name tells.
        apart = described and (is_of_nation(reading, sentence, head) or _is_one_of(reading.trees[sentence], head))
        apart = apart or (described and is_of_town(reading, sentence, head))
        group = many(reading.referents, sentence, head) if not names and described else None
        if group is not None and is_group(reading.trees[group[0]], group[1]):
            names = (in_own_words(reading.referents, *group),)
        if not names and described and (apart or is_group(reading.trees[sentence], head)):
            names = (in_own_words(reading.referents, sentence, head),)
        if not names and described and acts_for_itself(reading.trees[sentence], head):
            names = (in_own_words(reading.referents, sentence, head),)
        beside = _unnamed_beside(reading, sentence, head) if described else ()
        found += [name for name in dict.fromkeys((*names, *beside)) if name not in found]
    return tuple(found)


def _described(reading: Reading, sentence: int, head: int) -> int:
    """A soldier who was stabbed: the noun of somebody whom no name tells, for the relative pronoun; else the word.

    An unspecified number of fighters: the fighters.
    """
    tree = reading.trees[sentence]
    if tree.tokens[head].lemma.lower() in lexicon.participant_words("number of"):
        return next((w for w in prepositional(tree, head, "of") if is_group(tree, w)), head)
    if tree.tokens[head].text.lower() != "who" or reading.who(sentence, head):
        return head
    clause = next((a for a in tree.ancestors(head) if tree.tokens[a].dep == "relcl"), None)
    noun = antecedent(tree, clause, head) if clause is not None else head
    return noun if is_group(tree, noun) and tree.tokens[noun].dep != "pobj" else head


def _unnamed_beside(reading: Reading, sentence: int, head: int) -> tuple[str, ...]:
    """Petrov and other officials, rivals and monitors: those of a list whom no name tells, in the text's own words."""
    tree = reading.trees[sentence]
    listed = conjuncts(tree, head)
    listed = [h for h in listed if not tree.children(h, "appos")]  # Presidents A and B.
    unnamed = [h for h in listed if is_apart(tree, h) and not reading.referents.known.get((sentence, h))]
    unnamed = [h for h in unnamed if is_private(tree, h) or not owner(reading, sentence, h)]
    return tuple(in_own_words(reading.referents, sentence, h) for h in unnamed) if len(listed) > 1 else ()


def _is_told_alone(tree: Tree, head: int) -> bool:
    """A soldier, an activist: a noun that tells by itself who somebody is, as "husband" does not."""
    rows = lexicon.roles_of(tree.tokens[head].lemma.lower(), tree.tokens[head].tag)
    return is_group(tree, head) and not any(row.kind == "kin" for row in rows)


def _is_sum(tree: Tree, head: int) -> bool:
    """A thousand French francs: the money of a country is not that country."""
    return any(tree.tokens[i].entity == "MONEY" for i in (head, *tree.children(head, "nummod")))


def _unlisted(reading: Reading, sentence: int, head: int) -> tuple[str, ...]:
    """Rodnik Weaving of Latvia, the Narva Observer: a name that the recogniser missed, of itself and no land's."""
    tree, token = reading.trees[sentence], reading.trees[sentence].tokens[head]
    if token.lemma.lower() in lexicon.body_nouns() | lexicon.media_nouns() and token.tag == "NN":
        beside = [tree.tokens[c] for c in tree.children(head, "appos")]  # The Latvian station Bel-1 is not Latvia.
        return tuple(t.text for t in beside if t.tag == "NNP" and t.entity in NAMED and not tree.below[t.index])[:1]
    parts = [c for c in tree.children(head, "compound", "nmod") if tree.tokens[c].pos == "PROPN" and c < head]
    parts = [c for c in parts if not _is_titled(tree, c, parts)]
    plain = token.pos == "PROPN" and token.tag == "NNP" and token.entity in NAMED and token.text[:1].isupper()
    verb = tree.tokens[token.head]
    if token.entity == "EVENT" and token.dep == "nsubj" and (verb.lemma.lower(), "VERB") in lexicon.cues():
        said = [i for i in range(head) if tree.tokens[i].head == head and tree.tokens[i].pos in ("ADJ", "PROPN")]
        return (" ".join(tree.tokens[i].text for i in (*said, head)),)  # The Australian Open said.
    takes_part = token.dep == "nsubj" or (token.dep == "pobj" and tree.tokens[token.head].text.lower() in PARTY)
    kinds = (tree.tokens[c].lemma.lower() for c in tree.children(head, "compound"))
    if plain and takes_part and any(kind in lexicon.body_nouns() for kind in kinds) and not token.entity:
        return (token.text,)  # The Latvian rights organisation Vesna-96.
    if not plain or not takes_part or not parts or token.text.lower() in {*lexicon.role_nouns(), *lexicon.body_nouns()}:
        return ()
    whole = range(min(parts), head + 1)
    if any(tree.tokens[i].pos != "PROPN" or tree.tokens[i].text.isupper() for i in whole):
        return ()
    return (" ".join(tree.tokens[i].text for i in whole),)


def _is_titled(tree: Tree, part: int, parts: list[int]) -> bool:
    """Minister Igor Orlov: the office in front of a name of two words and more, and whatever stands before it."""
    titles = [c for c in parts if c < parts[-1] and tree.tokens[c].text.lower() in lexicon.role_nouns()]
    return bool(titles) and part <= titles[-1]


def _taken_up(reading: Reading, sentence: int, head: int) -> tuple[str, ...]:
    """They, several: the state or body for which the plural before stands."""
    at = many(reading.referents, sentence, head)
    names = () if at is None else reading.who(*at) or owner(reading, *at)
    kinds = reading.names.kinds
    return names if len(names) == 1 and kinds.get(names[0], {"state"}) & {"state", "body"} else ()


def owner(reading: Reading, sentence: int, head: int) -> tuple[str, ...]:
    """Lukashenko's right hand, the outskirts of Kyiv: whoever the thing belongs to."""
    tree = reading.trees[sentence]
    if tree.tokens[head].pos not in ("NOUN", "PROPN") and tree.tokens[head].tag != "VBG":
        return ()
    private = is_private(tree, head)
    kinds = {row.kind for row in lexicon.roles_of(tree.tokens[head].lemma.lower(), tree.tokens[head].tag)}
    if {tree.tokens[head].lemma.lower(), tree.tokens[head].text.lower()} & lexicon.media_nouns():
        return ()  # Told Russian television: Russia was not told.
    alone = bool(kinds & {"relation", "leader"}) and tree.tokens[head].tag == "NN"
    if alone or tree.tokens[head].entity in CALLED_AFTER or _is_of_office(reading, sentence, head):
        return ()  # Nor is the Australian Open Australia.
    followers = tree.tokens[head].tag == "NNS" and bool(kinds & {"person", "group", "relation"})
    if is_somebody_else(reading, sentence, head, kin="kin" in kinds, followers=followers):
        return ()
    towns: tuple[str, ...] = ()
    for child in [
        *tree.children(head, "poss"),
        *(prepositional(tree, head, "of", "from", "between") if tree.tokens[head].tag != "VBG" else ()),
        *tree.children(head, "amod", "compound", "nmod"),
        *(deep for c in tree.children(head, "compound") for deep in tree.children(c, "amod", "compound")),
    ]:
        each = [child, *(tree.children(child, "conj") if tree.tokens[head].tag == "NNS" else ())]
        each = [c for c in each if not (private and is_nation(reading, sentence, c))]
        each = [c for c in each if not _is_people(reading, sentence, c)]
        if tree.tokens[head].lemma.lower() in lexicon.participant_words("court") and tree.tokens[child].dep != "poss":
            each = [c for c in each if not is_person(reading, sentence, c)]  # The Lenin district court is not Lenin.
        names = tuple(
            dict.fromkeys(name for c in each for name in reading.who(sentence, c) or _whole(reading, sentence, c))
        )
        if names and not (is_origin(tree, child) or stance(tree, child)):
            of_whom = followers and tree.tokens[child].dep == "pobj" and is_person(reading, sentence, child)
            if of_whom or not set(names) <= places_only(reading, names):
                return () if of_whom else names
            towns = towns or names
    return towns  # The Russian city of Taganrog is Russia's, a bridge of Taganrog that town's.


def _is_people(reading: Reading, sentence: int, index: int) -> bool:
    """Chechen authorities, Kurdish police: a people without a state says of what kind they are, and not who."""
    here, token = reading.names.at.get((sentence, index)), reading.trees[sentence].tokens[index]
    return (
        here is not None and here.kind == "people" and not here.actor_id and token.dep in ("amod", "compound", "nmod")
    )


def _is_of_office(reading: Reading, sentence: int, head: int) -> bool:
    """The office of the prosecutor general, the Minister of Culture and Sport: a body, and whoever is over a matter."""
    tree, token, at = reading.trees[sentence], reading.trees[sentence].tokens[head], reading.names.at
    wholes = prepositional(tree, head, "of")
    if token.lemma.lower() in lexicon.body_nouns():
        return any(reading.who(sentence, w) and (sentence, w) not in at for w in wholes)
    office = token.tag == "NNP" and any(row.kind == "office" for row in lexicon.roles_of(token.lemma.lower(), "NN"))
    matters = [here for w in wholes if (here := at.get((sentence, w))) is not None and not tree.children(w, "det")]
    return office and any(here.kind == "body" and not here.actor_id for here in matters)


def _whole(reading: Reading, sentence: int, index: int) -> tuple[str, ...]:
    """Fighters from the Wagner group: the body to which the word in between gives its kind; their forces."""
    tree = reading.trees[sentence]
    the = any(tree.tokens[c].text.lower() == "the" for c in tree.children(index, "det"))
    if the and tree.tokens[index].lemma.lower() in lexicon.participant_words("apposed"):
        inside = (reading.names.at.get((sentence, c)) for c in tree.children(index, "compound", "nmod"))
        return tuple(here.name for here in inside if here is not None and here.kind == "body")[:1]
    return _their(reading, sentence, index)


def _their(reading: Reading, sentence: int, index: int) -> tuple[str, ...]:
    """Ukrainian officials said their forces had crossed it: the state for which those who say so speak."""
    tree = reading.trees[sentence]
    if tree.tokens[index].text.lower() != "their":
        return ()
    for above in tree.ancestors(index):
        if tree.tokens[above].pos == "VERB" and (tree.tokens[above].lemma.lower(), "VERB") in lexicon.cues():
            heads = [s for s in tree.children(above, "nsubj") if tree.tokens[s].tag == "NNS" and s < index]
            lands = [c for s in heads for c in tree.children(s, "amod", "compound", "poss", "nmod")]
            names = [n for c in lands for n in reading.who(sentence, c)]
            return tuple(names) if len(names) == 1 and names[0].lower() in country_codes() else ()
    return ()


def _is_one_of(tree: Tree, head: int) -> bool:
    """One of the president's sons: somebody, in the text's own words."""
    return tree.tokens[head].text.lower() == "one" and any(is_group(tree, i) for i in counted_among(tree, head))


def _state_of_era(reading: Reading, sentence: int, head: int) -> tuple[str, ...] | None:
    """The Brezhnev-era pact: the name tells the time; the state that he led is the party. None for other words."""
    tree = reading.trees[sentence]
    if tree.tokens[head].lemma.lower() != "era":
        return None
    people = [n for c in tree.children(head, "compound", "amod", "nmod") for n in reading.who(sentence, c)]
    return tuple(state for name in people if (state := state_ever_led_by(name)))
