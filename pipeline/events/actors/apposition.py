"""A name beside the noun that it explains: his ally Maria Orlova; the leader of the opposition, Maria Orlova."""

from __future__ import annotations

from pipeline import gazetteer
from pipeline.events import lexicon
from pipeline.events.actors.names import Name, Names
from pipeline.events.parse.syntax import Tree, prepositional

PERSONS = frozenset({"leader", "office", "relation", "person", "kin"})
"""Kinds of role noun that mean one human being."""


SEVERAL = 4
"""Words within which the second description of one person follows: baker and northern councillor."""


def name_beside(tree: Tree, names: Names, sentence: int, noun: int) -> int | None:
    """Head token of the name in apposition to a singular noun; None when there is none.

    The parser hangs the name on the last noun before the comma. After "the leader of the opposition" it is the
    leader's all the same, for the opposition is no person.
    """
    token = tree.tokens[noun]
    bare = not tree.below[noun] or token.tag not in ("NN", "NNP")
    kinds = set() if bare else {row.kind for row in _roles(tree, noun)}
    person = not PERSONS.isdisjoint(kinds)
    if bare or (token.tag == "NNP" and not person) or (sentence, noun) in names.at:
        return None
    lands = not kinds.isdisjoint(("relation", "state"))
    for child in tree.children(noun, "appos"):
        here = names.at.get((sentence, child))
        told = any(noun < c < child for c in tree.children(noun, "acl", "relcl", "ccomp"))
        deed = here is not None and here.kind == "person" and (token.lemma.lower(), "NOUN") in lexicon.event_types()
        if (
            not told
            and not (deed and not person)  # The withdrawal is nobody.
            and here is not None
            and here.kind in (("person", "body", "state", "place") if lands else ("person", "body"))
        ):
            return child
    carries = token.lemma.lower() in lexicon.media_nouns() and not (person and token.tag == "NN")
    for child in tree.children(noun, "compound", "nmod") if carries else ():
        here = names.at.get((sentence, child))
        if here is not None and here.kind == "body" and not _is_carrier(here):
            return child  # The Xinhua news agency is Xinhua; a Telegram channel is not Telegram.
    if not person:
        return None
    further = _described_further(tree, noun)
    for inner in (*further, *prepositional(tree, noun, "of", "for", "in", "at", "to")):
        for child in tree.children(inner, "appos"):
            here = names.at.get((sentence, child))
            if here is not None and here.kind == "person" and (inner in further or not is_person_noun(tree, inner)):
                return child
    return _identified(tree, names, sentence, noun)


def _identified(tree: Tree, names: Names, sentence: int, noun: int) -> int | None:
    """The man, identified by police as Ivan Petrov: head token of the name that a clause of his own gives him."""
    clauses = tree.children(noun, "acl", "relcl")
    verbs = [c for c in clauses if tree.tokens[c].lemma.lower() in lexicon.participant_words("identifies")]
    given = [c for v in verbs for at in (v, *prepositional(tree, v, "by")) for c in prepositional(tree, at, "as")]
    known = [c for c in given if (here := names.at.get((sentence, c))) is not None and here.kind == "person"]
    return known[0] if len(known) == 1 else None


def _is_carrier(name: Name) -> bool:
    """Whether others publish there what they say: a platform, which is a company and no outlet."""
    actor = gazetteer.actor_named(name.actor_id)
    return actor is not None and actor.kind == "company"


def _described_further(tree: Tree, noun: int) -> list[int]:
    """Baker and northern councillor Anna Orlova: the second description of one woman, neither with an article."""
    if tree.tokens[noun].tag != "NN" or tree.children(noun, "det", "poss"):
        return []
    near = [c for c in tree.children(noun, "conj") if c < noun + SEVERAL]
    return [c for c in near if tree.tokens[c].tag == "NN" and not tree.children(c, "det", "poss")]


def explained(tree: Tree, names: Names, sentence: int, noun: int) -> Name | None:
    """The person whom a description with a clause of its own follows: Anna Orlova, an editor jailed in May."""
    token = tree.tokens[noun]
    here = names.at.get((sentence, token.head)) if token.dep == "appos" and token.tag == "NN" else None
    told = bool(tree.children(noun, "acl", "relcl"))
    return here if here is not None and here.kind == "person" and told and token.head < noun else None


def is_person_noun(tree: Tree, index: int) -> bool:
    """Whether a singular noun names a human being by office, trade or kinship: the minister, her husband."""
    token = tree.tokens[index]
    return token.tag == "NN" and any(row.kind in PERSONS for row in _roles(tree, index))


def _roles(tree: Tree, index: int) -> tuple[lexicon.RoleNoun, ...]:
    return lexicon.role_nouns().get(tree.tokens[index].lemma.lower(), ())
