"""Who takes part beyond a word's own subject and objects: purposes, adjuncts, what is quoted, a leader's state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline import gazetteer
from pipeline.events import lexicon
from pipeline.events.actors.leaders import state_led_by
from pipeline.events.actors.names import country_codes
from pipeline.events.parse.charges import is_one_of_the_charges
from pipeline.events.parse.syntax import Tree, clause_dep, conjuncts, prepositional, subjects
from pipeline.events.parse.voice import is_passive
from pipeline.events.reading import Draft, Reading, trees_in
from pipeline.events.triggers.kinds import kind_of
from pipeline.events.triggers.saying import is_saying

WARFARE = frozenset({"ATTACK", "OCCUPY", "MOBILIZE"})
TARGETS = ("against", "on", "with", "to", "in", "beside", "alongside", "by", "of", "between")
OTHER_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis", "conj"})
"""Clauses inside which a phrase is not the word's own."""
DEPTH = 4
"""How many purposes and adjuncts deep a clause is followed."""


def wider(tree: Tree, verb: int, *, depth: int = 0) -> Iterator[int]:
    """Objects of the infinitives and participles that go on with a verb: to move X, skipping a meal hosted by X."""
    for child in tree.below[verb] if depth < DEPTH else ():
        dep, token = clause_dep(tree, child), tree.tokens[child]
        infinitive = token.tag == "VB" and any(tree.tokens[c].tag == "TO" for c in tree.below[child])
        adjunct = token.tag == "VBG" and dep in ("advcl", "acl", "xcomp")
        if not (infinitive and dep in ("xcomp", "advcl", "acl", "relcl")) and not adjunct:
            if dep in ("dobj", "attr", "acomp"):
                yield from _purposes(tree, child, depth)
            continue
        if tree.children(child, "nsubj", "nsubjpass", "mark") and dep == "advcl":
            continue
        if adjunct and (is_passive(tree, verb) or is_one_of_the_charges(tree, child)):
            continue  # Killed fighting rebels, held carrying a flag: nothing befell those.
        yield from _objects(tree, child)
        yield from wider(tree, child, depth=depth + 1)


def reduced(tree: Tree, head: int) -> Iterator[int]:
    """Phrases of the participles that say more of a thing: goods heading to X, land seized by X."""
    for child in tree.children(head, "acl", "relcl"):
        if tree.tokens[child].tag in ("VBG", "VBN") and not tree.children(child, "nsubj") and not _judges(tree, child):
            yield from prepositional(tree, child, "by", "to", "against")


def _judges(tree: Tree, participle: int) -> bool:
    """Charges condemned by rights groups, a law praised by them: who only speaks of a thing."""
    return kind_of(tree, participle).event_type in ("ACCUSE", "REJECT", "STATEMENT", "SUPPORT")


def counted_among(tree: Tree, head: int) -> list[int]:
    """One of the refineries, nine out of 14 drones, many of the leaders: what a bare count is taken from."""
    counts = tree.tokens[head].text.lower() in lexicon.participant_words("count")
    if tree.tokens[head].pos != "NUM" and not counts:
        return []
    inner = prepositional(tree, head, "of")
    for out in [*tree.children(head, "prep"), *(c for c in tree.below[tree.tokens[head].head] if c == head + 1)]:
        inner += prepositional(tree, out, "of") if tree.tokens[out].text.lower() == "out" else []
    return [i for i in inner if tree.tokens[i].tag in ("NNS", "NNPS")]


def shared_with(tree: Tree, heads: Iterable[int]) -> list[int]:
    """Closed its border with Lithuania, suspended talks with Minsk: the other side of what is dealt with."""
    acted_on = [c for h in heads if tree.tokens[h].dep in ("dobj", "nsubjpass") for c in conjuncts(tree, h)]
    others = [other for h in acted_on for other in prepositional(tree, h, "with", "between")]
    return [o for o in others if not tree.children(o, "poss")]  # Broke the accord with its new store: by means of it.


def included(tree: Tree, verb: int) -> list[int]:
    """X was one of seven men detained, X is among those who left: it happened to him, or he did it, too."""
    noun = tree.tokens[tree.tokens[verb].head]
    above = tree.tokens[noun.head]
    who = [c for c in subjects(tree, verb) if tree.tokens[c].text.lower() in ("who", "that", "which")]
    if (clause_dep(tree, verb) != "acl" and not who) or noun.dep != "pobj" or tree.tokens[verb].tag in ("VB", "VBG"):
        return []
    if above.text.lower() == "among":
        return subjects(tree, above.head) if tree.tokens[above.head].lemma == "be" else []
    one = tree.tokens[above.head]
    if above.text.lower() != "of" or one.text.lower() != "one":
        return []
    return [one.head] if one.dep == "appos" else subjects(tree, one.head) if one.dep == "attr" else []


def _purposes(tree: Tree, noun: int, depth: int) -> Iterator[int]:
    for child in tree.children(noun, "acl"):
        if tree.tokens[child].tag == "VB":
            yield from _objects(tree, child)
            yield from wider(tree, child, depth=depth + 1)


def _objects(tree: Tree, verb: int) -> Iterator[int]:
    for head in tree.children(verb, "dobj", "dative"):
        yield head
        for child in tree.children(head, "acl"):
            yield from prepositional(tree, child, "by")
    yield from prepositional(tree, verb, *TARGETS)
    for conj in tree.children(verb, "conj"):
        if tree.tokens[conj].tag == tree.tokens[verb].tag:
            yield from tree.children(conj, "dobj", "dative")
            yield from prepositional(tree, conj, *TARGETS)


def related(tree: Tree, word: int) -> Iterator[int]:
    """Who stands behind a preposition of several words in the word's own clause: in line with X, on behalf of X.

    With "a", or of several, the noun is a thing of its own: they left after an agreement with X.
    """
    stack = [word]
    while stack:
        at = stack.pop()
        stack += [c for c in tree.below[at] if clause_dep(tree, c) not in (*OTHER_CLAUSES, "appos")]
        if tree.tokens[at].dep == "prep":
            for noun in tree.children(at, "pobj"):
                first = any(tree.tokens[c].text.lower() in ("a", "an") for c in tree.below[noun])
                one = tree.tokens[noun].tag == "NN" and not first  # During protests in Latvia: no relation to it.
                if tree.tokens[noun].lemma.lower() in lexicon.relational_nouns() and one:
                    own = [
                        *tree.children(noun, "prep"),
                        *(c for c in tree.below[tree.tokens[at].head] if c == noun + 1),
                    ]
                    yield from (n for prep in own for n in tree.children(prep, "pobj"))


def is_origin(tree: Tree, head: int) -> bool:
    """Whether an attack or a journey only starts there: strikes on X from Y, an offensive from Y's soil."""
    token = tree.tokens[head]
    above = tree.tokens[token.head]
    if token.dep != "pobj" or above.text.lower() != "from":
        return False
    if token.lemma.lower() in lexicon.grounds():
        return True
    governors = [above.head, *tree.children(above.head, "dobj", "pobj")]
    return any(kind_of(tree, g).event_type in ("ATTACK", "ASSAULT", "MOBILIZE", "MOVE") for g in governors)


def possessors_of_places(reading: Reading, sentence: int, heads: Iterable[int]) -> list[int]:
    """Who owns the places among these: Russia's Kaliningrad region, a village of Belarus."""
    tree, names = reading.trees[sentence], reading.names.at
    places = [h for h in heads if (here := names.get((sentence, h))) is not None and here.kind == "place"]
    places += [h for h in heads if tree.tokens[h].lemma.lower() in ("territory", "region") and h not in places]
    return [p for h in places for p in tree.children(h, "poss")]


def struck(reading: Reading, draft: Draft, heads: Iterable[int]) -> tuple[str, ...]:
    """The state in which the target of another state's attack stands: a strike on a mill in Latvia's Kurzeme region."""
    if draft.event_type != "ATTACK" or not any(name.lower() in country_codes() for name in draft.actors):
        return ()
    tree = reading.trees[draft.sentence]
    light = tree.tokens[tree.tokens[draft.token].head]
    targets = prepositional(tree, light.index, "on", "against", "at") if light.lemma in lexicon.support_verbs() else []
    places = [p for h in (*heads, *targets) for p in prepositional(tree, h, "in", "near")]
    places += [p for h in list(places) for p in prepositional(tree, h, "of")]
    marks = [*places, *(c for p in places for c in tree.children(p, "poss", "amod", "compound", "nmod"))]
    found = (reading.names.at.get((draft.sentence, m)) for m in marks)
    states = dict.fromkeys(here.name for here in found if here is not None and here.kind in ("state", "people"))
    return tuple(n for n in states if n.lower() in country_codes() and n not in (*draft.actors, *draft.recipients))


def members(names: Iterable[str]) -> tuple[str, ...]:
    """The states that act through the joint bodies among these names."""
    return tuple(dict.fromkeys(state.name for name in names for state in gazetteer.members_of(name)))


def quoted(reading: Reading, draft: Draft) -> tuple[str, ...]:
    """Whom the words are about that a saying carries as a quotation: the subjects of what is quoted."""
    cue = draft.token if is_saying(reading, draft) else _verb_of_speech(reading, draft)
    if cue is None:
        return ()
    found: list[str] = []
    for quotation in reading.quoted_by(draft.sentence, cue):
        for tree in trees_in(reading.trees, quotation.span):
            for token in tree.tokens:
                if token.dep in ("nsubj", "nsubjpass") and quotation.span.holds(token.span.start):
                    found += [n for n in reading.who(tree.sentence.index, token.index) if n not in found]
    return tuple(name for name in found if name not in draft.actors)[:2]


def _verb_of_speech(reading: Reading, draft: Draft) -> int | None:
    """The verb that gives the words of a speech: he said in an address."""
    tree = reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    if draft.event_type != "STATEMENT" or token.dep != "pobj":
        return None
    verb = tree.tokens[tree.tokens[token.head].head]
    return verb.index if (verb.lemma.lower(), "VERB") in lexicon.cues() else None


def state_behind(reading: Reading, draft: Draft) -> tuple[str, ...]:
    """The state whose leader makes war: it acts with him, and its own troops are nobody he makes war on."""
    if draft.event_type not in WARFARE:
        return ()
    states = [state_led_by(reading, name) for name in draft.actors]
    return tuple(dict.fromkeys(state for state in states if state and state not in draft.actors))


def places_only(reading: Reading, names: Iterable[str]) -> frozenset[str]:
    """Of these names those of towns, bridges and seas: where it happens, not who takes part."""
    kinds = reading.names.kinds
    towns = {n for n in names if kinds.get(n) == {"place"} or _is_built(n)}
    return frozenset(n for n in towns if n.lower() not in country_codes())


def _is_built(name: str) -> bool:
    """Whether only the gazetteer's places have this name: the Crimean Bridge."""
    return gazetteer.place_for(name) is not None and gazetteer.canonical(name) is None
