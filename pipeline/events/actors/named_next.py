"""A court jailed a journalist. Anna Orlova was found guilty: who goes unnamed at first is named next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.events import lexicon
from pipeline.events.actors.apposition import is_person_noun, name_beside
from pipeline.events.actors.leaders import leads
from pipeline.events.actors.names import Name, Names, country_codes
from pipeline.events.determiner_lexicon import determiners
from pipeline.events.parse.syntax import Tree, prepositional, subjects
from pipeline.events.parse.voice import is_passive
from pipeline.events.triggers.kinds import kind_of

SUFFERED = frozenset({"COERCE", "SANCTION", "ACCUSE", "ASSAULT", "DEATH", "RETREAT", "CONCEDE", "HEALTH"})
"""Types of event of which a report names the one they happened to in its next sentence."""
NEXT = 2
"""Sentences on in which somebody who speaks by his office is named."""
OPENING = 3
"""Sentences of the body whose unnamed people are named later."""


def introduced(trees: Sequence[Tree], names: Names) -> dict[tuple[int, int], Name]:
    """Noun of somebody unnamed -> the name that the next sentence is about; (sentence, token) tell the noun."""
    body = [number for number, tree in enumerate(trees) if tree.sentence.block == "body"]
    body = [number for number in body if trees[number].tokens[-1].pos == "PUNCT"]  # A line under the headline is none.
    found: dict[tuple[int, int], Name] = {}
    for number in body[:OPENING]:
        nouns = list(_unnamed(trees[number], names, number))
        if len(nouns) != 1:
            continue
        name = _of_one_fate(trees, names, number, nouns[0]) or _first_named(trees, names, number + 1, body[0])
        if name is None or (leads(name.name) and not _is_office(trees[number], nouns[0])):
            continue  # A woman was held. President Orlova said so: a head of state is no woman unnamed.
        if _suffers(trees[number], nouns[0]) or _is_called(trees, name, number, nouns[0]):
            found[number, nouns[0]] = name
    for number in body[:1]:
        for noun in _described(trees[number], names, number):
            if (name := _only_one_new(trees, names, number, noun)) is not None:
                found.setdefault((number, noun), name)
    for number in body:
        for noun in _speakers(trees[number], names, number):
            if (name := _named_with(trees, names, number, noun)) is not None:
                found.setdefault((number, noun), name)
        for noun, lands in _heads_of(trees[number], names, number):
            name = _named_with(trees, names, number, noun)
            if name is not None and lands & {n.name for n in names.between(name.sentence, name.sentence)}:
                found.setdefault((number, noun), name)
    return found


def _described(tree: Tree, names: Names, number: int) -> Iterator[int]:
    """People whom a report opens with by a description: the opposition politician who led the rallies."""
    for token in tree.tokens:
        rows = lexicon.roles_of(token.lemma.lower(), token.tag)
        the = any(tree.tokens[c].text.lower() in determiners("known") for c in tree.children(token.index, "det"))
        named = (number, token.index) in names.at or name_beside(tree, names, number, token.index) is not None
        more = tree.children(token.index, "relcl", "amod", "compound", "acl") and is_person_noun(tree, token.index)
        with_them = token.dep == "pobj" and tree.tokens[token.head].text.lower() == "with"
        private = bool(rows) and all(row.kind == "person" and row.role == "private" for row in rows)
        if the and not named and more and private and (token.dep in ("nsubj", "nsubjpass", "dobj") or with_them):
            yield token.index


def _only_one_new(trees: Sequence[Tree], names: Names, number: int, noun: int) -> Name | None:
    """The one new person of the next sentence, called nothing else there; one who speaks, if the opening's does."""
    after = number + 1
    if after >= len(trees) or trees[after].sentence.block != "body":
        return None
    tree = trees[after]
    before = _told_of(trees, names, number)
    new = [n for n in names.between(after, after) if n.kind == "person" and n.name not in before]
    if len({n.name for n in new}) != 1 or " " not in new[0].name or _is_other(trees[number], tree, noun, new[0]):
        return None
    head = next(
        (i for i in range(new[0].first, new[0].last) if not new[0].first <= tree.tokens[i].head < new[0].last), 0
    )
    speaks = tree.tokens[head].dep == "nsubj" and _says(tree, tree.tokens[head].head)
    spoke = trees[number].tokens[noun].dep == "nsubj" and _says(trees[number], trees[number].tokens[noun].head)
    return new[0] if spoke or not speaks else None


def _told_of(trees: Sequence[Tree], names: Names, number: int) -> set[str]:
    """Whom the body names up to a sentence; whom only the headline names the body has yet to introduce."""
    told = (n for n in names.all if n.sentence <= number and trees[n.sentence].sentence.block == "body")
    return {n.name for n in told if trees[n.sentence].tokens[-1].pos == "PUNCT"}


def _says(tree: Tree, verb: int) -> bool:
    return (tree.tokens[verb].lemma.lower(), "VERB") in lexicon.cues()


def _is_other(opening: Tree, tree: Tree, noun: int, name: Name) -> bool:
    """Whether the name comes with a noun for somebody that the opening does not use: police chief Ivan Petrov."""
    inside = range(name.first, name.last)
    beside = [t for t in tree.tokens if t.dep in ("compound", "nmod", "appos") and (t.head in inside)]
    beside += [tree.tokens[t.head] for t in tree.tokens if t.index in inside and t.dep == "appos"]
    called = [t for t in beside if t.index not in inside and t.lemma.lower() in lexicon.role_nouns()]
    return any(t.lemma.lower() != opening.tokens[noun].lemma.lower() for t in called)


def _speakers(tree: Tree, names: Names, number: int) -> Iterator[int]:
    """People who say something and go by their office: the regional governor said, the mayor told."""
    for token in tree.tokens:
        cue = lexicon.cues().get((tree.tokens[token.head].lemma.lower(), "VERB"))
        speaks = token.dep == "nsubj" and cue is not None and cue.kind not in ("know", "think")
        unnamed = (number, token.index) not in names.at and is_person_noun(tree, token.index)
        if speaks and unnamed and name_beside(tree, names, number, token.index) is None:
            yield token.index


def _heads_of(tree: Tree, names: Names, number: int) -> Iterator[tuple[int, set[str]]]:
    """People told by what place or body they lead, and its name: the leader of Chechnya, Zarya's director."""
    for token in tree.tokens:
        if (number, token.index) in names.at or not is_person_noun(tree, token.index):
            continue
        of_what = [*prepositional(tree, token.index, "of"), *tree.children(token.index, "poss")]
        of_what += [c for o in of_what for c in tree.children(o, "appos")]
        named = [here for o in of_what if (here := names.at.get((number, o))) is not None]
        lands = {here.name for here in named if here.kind in ("place", "body", "state")}
        lands -= {land for land in lands if land.lower() in country_codes()}  # Whoever leads a country is known.
        if lands and name_beside(tree, names, number, token.index) is None:
            yield token.index, lands


def _named_with(trees: Sequence[Tree], names: Names, number: int, noun: int) -> Name | None:
    """The one new person whom the next sentences give this office: Governor Anna Orlova, Anna Orlova, the governor."""
    lemma = trees[number].tokens[noun].lemma.lower()
    near = [n for n in names.between(number + 1, number + NEXT) if n.kind == "person"]
    if not near:
        return None
    before = _told_of(trees, names, number)
    found = {n.name: n for n in near if n.name not in before and _has_office(trees[n.sentence], n, lemma)}
    return next(iter(found.values())) if len(found) == 1 else None


def _has_office(tree: Tree, name: Name, lemma: str) -> bool:
    """Whether the noun is the title in front of a name, or explains it."""
    inside = range(name.first, name.last)
    same = [t for t in tree.tokens if t.lemma.lower() == lemma]
    return any(t.head in inside or (tree.tokens[name.last - 1].head == t.index and t.dep != "ROOT") for t in same)


def _unnamed(tree: Tree, names: Names, number: int) -> Iterator[int]:
    """People spoken of with "a": a key opposition leader, a former minister."""
    for token in tree.tokens:
        before = {tree.tokens[c].text.lower() for c in tree.children(token.index, "det", "nummod")}
        takes_part = token.dep in ("nsubj", "nsubjpass", "dobj") and (number, token.index) not in names.at
        some = before & determiners("new") or _is_of_body(tree, names, number, token.index)
        unnamed = some and takes_part and is_person_noun(tree, token.index)
        if unnamed and name_beside(tree, names, number, token.index) is None:
            yield token.index


def _is_of_body(tree: Tree, names: Names, number: int, noun: int) -> bool:
    """The head of Zarya, to whom something happens: an office in a firm or a body, which one has at a time."""
    inside = [names.at.get((number, o)) for o in prepositional(tree, noun, "of")]
    inside += [names.at.get((number, c)) for o in prepositional(tree, noun, "of") for c in tree.children(o, "appos")]
    passive = tree.tokens[noun].dep in ("nsubjpass", "dobj")
    return passive and any(here is not None and here.kind == "body" for here in inside)


def _first_named(trees: Sequence[Tree], names: Names, number: int, first: int) -> Name | None:
    """The person that a sentence is about, when nobody spoke of them before; not one who only says something."""
    if number >= len(trees) or trees[number].sentence.block != "body":
        return None
    tree = trees[number]
    root = next((t.index for t in tree.tokens if t.dep == "ROOT"), 0)
    cue = lexicon.cues().get((tree.tokens[root].lemma.lower(), "VERB"))
    name = next((n for s in subjects(tree, root) if (n := names.at.get((number, s))) is not None), None)
    speaks = cue is not None and cue.kind not in ("deny", "know", "think")
    does = bool(tree.children(root, "dobj") or tree.children(root, "ccomp")) and bool(_types(tree, root) & SUFFERED)
    if name is None or name.kind != "person" or " " not in name.name or speaks or does:
        return None
    before = any(n.name == name.name and first <= n.sentence < number for n in names.all)
    return None if before else name


def _of_one_fate(trees: Sequence[Tree], names: Names, number: int, noun: int) -> Name | None:
    """A woman has been jailed. A court sentenced Anna Orlova: the one new person to whom the next sentence does it."""
    fate = _fate(trees[number], noun)
    after = number + 1
    if not fate or after >= len(trees) or trees[after].sentence.block != "body":
        return None
    before = _told_of(trees, names, number)
    new = [n for n in names.between(after, after) if n.kind == "person" and " " in n.name and n.name not in before]
    tree = trees[after]
    heads = {n.name: n for n in new if any(fate & _fate(tree, t) for t in range(n.first, n.last))}
    return next(iter(heads.values())) if len(heads) == 1 else None


def _is_office(tree: Tree, noun: int) -> bool:
    rows = lexicon.roles_of(tree.tokens[noun].lemma.lower(), tree.tokens[noun].tag)
    return any(row.kind in ("leader", "office") for row in rows)


def _suffers(tree: Tree, noun: int) -> bool:
    """Whether it happens to them: is arrested, dies, was jailed."""
    return bool(_fate(tree, noun))


def _fate(tree: Tree, noun: int) -> frozenset[str]:
    """The types of event that happen to a word by its verb: of "arrested", "died", "jailed"."""
    token = tree.tokens[noun]
    verb = tree.tokens[token.head]
    types = _types(tree, verb.index, needs=False) | {kind_of(tree, verb.index).event_type}
    undergoes = token.dep in ("dobj", "nsubjpass") or is_passive(tree, verb.index) or types & {"DEATH", "HEALTH"}
    return SUFFERED & types if undergoes else frozenset()


def _types(tree: Tree, verb: int, *, needs: bool = True) -> frozenset[str]:
    """All the types of event that a verb can tell of; without `needs` those that it tells of by itself."""
    rows = lexicon.event_types().get((tree.tokens[verb].lemma.lower(), "VERB"), ())
    return frozenset(row.event_type for row in rows if needs or not row.needs)


def _is_called(trees: Sequence[Tree], name: Name, number: int, noun: int) -> bool:
    """Whether the next sentence gives the name the same noun: journalist Anna Orlova, Anna Orlova, a journalist."""
    tree = trees[name.sentence]
    beside = [t for t in tree.tokens if name.first <= t.index < name.last or t.dep in ("appos", "compound", "attr")]
    return any(t.lemma.lower() == trees[number].tokens[noun].lemma.lower() for t in beside)
