"""What a bare definite noun of a title takes up: the plan is the plan to station missiles, the minister is Makei."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.events import lexicon
from pipeline.events.actors.apposition import is_person_noun
from pipeline.events.dating.placing import only_places
from pipeline.events.determiner_lexicon import determiners
from pipeline.events.parse.syntax import Tree, subjects
from pipeline.events.title_lexicon import Nominalised, kinds_of, nominalised, open_nouns, title_words
from pipeline.events.titles.articles import a, called
from pipeline.events.titles.definite_names import name_of_described, names_of_bare
from pipeline.events.titles.named_short import short_name
from pipeline.events.titles.other_noun import named_with, of_others
from pipeline.events.titles.place_named import named_place
from pipeline.events.titles.spoken_of import names_twice
from pipeline.events.titles.wording import ARTICLES
from pipeline.model import Token
from pipeline.resources import split
from pipeline.words import possessive

if TYPE_CHECKING:
    from pipeline.events.titles.phrases import Writer

DEFINITE = determiners("known", "known several") - {"both"}
TELLING = ("amod", "compound", "poss", "prep", "acl", "nummod", "nmod")
"""Dependencies of the words that say which thing is meant."""
PREDICATE = frozenset({"attr", "oprd", "appos"})
REACH = 8
"""Sentences back to the one that names the thing in full."""
DEED_REACH = {"agent": 4, "patient": 1}
"""Sentences back to the verb that the noun is made from, by whom the noun stands with, when others tell of the like."""
FAR = 30
"""Sentences back to either, when the text speaks of no other such thing."""
NAME_REACH = 2
"""Sentences back to the name of a thing that goes by another noun."""
LONGEST = 48
"""Characters that the full name of a thing may take."""
Taken = tuple[str, str]
"""The words for the thing that is meant, and why."""
SET_OFF = re.compile(r"[,“”\"`]|''")
"""Marks that no words have which go into a finished line."""
PRONOUN = re.compile(
    r"\b(?:he|him|his|she|her|it|its|they|them|their|we|our|us|my|you|your|this|these|those)\b", re.IGNORECASE
)


def is_bare(tree: Tree, index: int) -> bool:
    """Whether a common noun stands with a definite article alone, or with the mark of owning."""
    token = tree.tokens[index]
    if token.tag not in ("NN", "NNS") or token.pos != "NOUN":
        return False
    below = [tree.tokens[c] for c in tree.below[index] if tree.tokens[c].dep not in ("punct", "case", "conj", "cc")]
    below = [t for t in below if t.dep != "relcl" or tree.tokens[min(tree.subtree(t.index)) - 1].text != ","]
    if not below or not DEFINITE.union(("two", "such", "a", "an")).issuperset(t.text.lower() for t in below):
        return False
    two = {"two"} if token.lemma.lower() == "leader" else set()
    such = {"such", "a", "an"} if _is_such(tree, index) else set()
    return all(t.text.lower() in DEFINITE | two | such for t in below)


def is_share(tree: Tree, index: int) -> bool:
    """86 percent of the vote: of the votes that were cast, which no other words tell better."""
    row, tie = open_nouns().get(tree.tokens[index].lemma.lower()), tree.tokens[tree.tokens[index].head]
    return row is not None and row.of == "a poll" and tree.tokens[tie.head].entity == "PERCENT"


def meant(writer: Writer, index: int, own: frozenset[str]) -> str:
    """The words for a bare definite noun, article and all; "" when nothing before tells what it is."""
    tree, here = writer.tree, (writer.sentence, index)
    if not writer.taking or not tree.below[index] or writer.is_time(index) or is_share(tree, index):
        return ""  # What has no article is not definite.
    if not is_bare(tree, index):
        return name_of_described(writer, index, own)
    if names := names_of_bare(writer, index, own):
        return names
    if here not in writer.taken:
        writer.taken[here] = next(_found(writer, index), ("", ""))
    words = writer.taken[here][0]
    return "" if names_twice(words, own) else words


def again(writer: Writer, index: int) -> Iterator[Taken]:
    """The same for a finished line, where a phrase was too long for it and lost other words since."""
    words = meant(writer, index, frozenset())
    if words and not SET_OFF.search(words) and _is_only_body(writer, index):
        yield words, writer.taken.get((writer.sentence, index), ("", ""))[1] or f"the text goes on about {words}"


def _is_only_body(writer: Writer, index: int) -> bool:
    """The head of Seagram says the company will grow: none of another name, or owner, comes before a body's noun."""
    names, tokens = writer.reading.names, writer.tree.tokens
    meant = {name for name in writer.reading.who(writer.sentence, index) if not names.is_person(name)}
    near = [n for n in names.between(writer.sentence, writer.sentence) if n.last <= index and n.name not in meant]
    return not meant or all(n.kind != "body" and tokens[n.last - 1].dep != "poss" for n in near)


def _found(writer: Writer, index: int) -> Iterator[tuple[str, str]]:
    """The words and why, best first: the same noun in full, then the verb that the noun is made from."""
    noun = writer.tree.tokens[index]
    if (place := named_place(writer, index))[0]:
        yield place
        return
    if noun.lemma.lower() in kinds_of():
        yield from _otherwise(writer, index)
    if noun.lemma.lower() in title_words("points nowhere") or is_person_noun(writer.tree, index):
        return
    if _is_such(writer.tree, index):
        yield from _such(writer, index)
        return
    lemma = noun.lemma.lower()
    row, kind, own = nominalised().get(lemma), kinds_of().get(lemma), frozenset({lemma})
    yield from _told(_same(writer, index, own, REACH))
    if row is not None:
        yield from _told(_deeds(writer, index, row, DEED_REACH[row.owner]))
        yield from _only(_deeds(writer, index, row, FAR))
    yield from _only(_same(writer, index, own, FAR))
    if kind is not None:
        yield from _only(_same(writer, index, frozenset(split(kind.nouns)), FAR))


def _told(found: Iterable[Taken]) -> Iterator[Taken]:
    return (taken for taken in found if taken[0])


def _only(found: Iterable[Taken]) -> Iterator[Taken]:
    """The only thing of its kind that the text speaks of; nothing when another one has no words."""
    things = dict(found)
    return iter(things.items() if len(things) == 1 and "" not in things else ())


def _same(writer: Writer, index: int, lemmas: frozenset[str], reach: int) -> Iterator[Taken]:
    """The full noun phrases before of nouns with one of these lemmas; "" for one that cannot be told."""
    noun = writer.tree.tokens[index]
    for number, token in writer.reading.before(writer.sentence, index, lemmas, reach=reach):
        if token.pos in ("NOUN", "PROPN") and token.tag.endswith("S") == noun.tag.endswith("S"):
            tree = writer.reading.trees[number]
            his = any(tree.tokens[c].tag == "PRP$" for c in tree.below[token.index])
            words = "" if his and reach > REACH else _in_full(writer, number, token.index)
            if words or not is_bare(tree, token.index):
                yield words, f"“the {noun.text}” takes up “{words.removeprefix('the ')}” of a sentence before"


def _deeds(writer: Writer, index: int, row: Nominalised, reach: int) -> Iterator[Taken]:
    """The noun with whoever did or underwent what one of its verbs tells before."""
    noun = writer.tree.tokens[index]
    for number, token in writer.reading.before(writer.sentence, index, row.verb_lemmas, reach=reach):
        if token.pos == "VERB" and not only_places(writer.reading.trees[number], token.index):
            words = _of_deed(writer, number, token.index, noun, row)
            yield words, f"“the {noun.text}” takes up “{token.text}”"


def _otherwise(writer: Writer, index: int) -> Iterator[tuple[str, str]]:
    """The plane, of flight LT497: the one thing of its kind that was named nearby."""
    noun, trees = writer.tree.tokens[index], writer.reading.trees
    kinds = split(kinds_of()[noun.lemma.lower()].nouns)
    near = writer.reading.before(writer.sentence, index, kinds, reach=NAME_REACH)
    nouns = [(n, t.index) for n, t in near if t.pos in ("NOUN", "PROPN")]  # To attack Riga names no attack.
    named_by = writer.reading.names.at
    nouns = [at for at in nouns if at not in named_by or named_by[at].kind != "body"]  # An Election Commission.
    named = dict.fromkeys(words for n, i in nouns if (words := named_with(trees[n], i)))
    if len(named) == 1 and noun.tag == "NN":
        words = next(iter(named))
        yield words, f"“the {noun.text}” takes up “{words.removeprefix('the ')}” of a sentence before"


def _is_such(tree: Tree, index: int) -> bool:
    return any(tree.tokens[c].text.lower() == "such" for c in tree.below[index])


def _such(writer: Writer, index: int) -> Iterator[tuple[str, str]]:
    """Such a missile: an Oreshnik missile, when missiles of one kind were spoken of."""
    noun = writer.tree.tokens[index]
    for number, token in writer.reading.before(writer.sentence, index, [noun.lemma.lower()], reach=REACH):
        tree = writer.reading.trees[number]
        if token.pos not in ("NOUN", "PROPN"):
            continue
        if front := [tree.tokens[c].text for c in tree.children(token.index, "amod", "compound") if c < token.index]:
            words = " ".join([*front, noun.text])
            because = f"“such” takes up “{' '.join(front)}” of a sentence before"
            yield (a(words) if noun.tag == "NN" else words), because


def _in_full(writer: Writer, number: int, head: int) -> str:
    """The noun phrase of an earlier sentence when it says which thing it is; "" for a bare or an endless one."""
    tree = writer.reading.trees[number]
    token = tree.tokens[head]
    telling = tree.children(head, *TELLING)
    there = replace(writer, sentence=number, taking=False)
    more = of_others(tree, head).union(tree.children(head, "case"))
    telling = [c for c in telling if not there.is_date(c) and tree.tokens[c].dep != "nummod" and c not in more]
    telling = [c for c in telling if tree.tokens[c].tag != "PRP$"]  # His vote is not the vote.
    told_of = token.dep in PREDICATE or (token.dep == "pobj" and tree.tokens[token.head].text.lower() == "as")
    if not telling or told_of:
        return ""
    means = [
        c for c in tree.children(head, "prep") if tree.tokens[c].text.lower() == "by" and tree.children(c, "pcomp")
    ]
    words = there.fitting(head, frozenset(), LONGEST, without=more.union(means))  # Answered the vote by arresting him.
    bare = ARTICLES.sub("", words)
    if len(bare) > LONGEST or PRONOUN.search(bare) or bare.lower() == token.text.lower():
        return ""
    owned = any(not there.is_date(c) for c in tree.children(head, "poss"))
    return bare if owned else f"the {bare}"


def _of_deed(writer: Writer, number: int, verb: int, noun: Token, row: Nominalised) -> str:
    """Whose deed or of whom: Orlova's accusation, the release of Orlova."""
    tree = writer.reading.trees[number]
    heads = subjects(tree, verb) if row.owner == "agent" else tree.children(verb, "dobj", "nsubjpass")
    if tree.tokens[verb].tag == "VBZ" and not subjects(tree, verb):
        return ""  # Overnight strikes, officials say.
    if row.owner == "agent" and tree.children(verb, "nsubjpass"):
        return ""
    for head in heads:
        if any(tree.tokens[i].text == ":" for i in range(verb, head)):
            return ""  # Four die in shelling: officials.
        names = writer.reading.who(number, head) if _is_named(tree, head, row) else ()
        short = [short_name(writer.reading, name) if writer.reading.names.is_person(name) else name for name in names]
        if len(names) > 2:
            who = f"{short[0]} and others"
        elif names:
            who = " and ".join(called(name) for name in short)
        else:
            who = _in_words(replace(writer, sentence=number, taking=False), head)
        if not who or PRONOUN.search(who) or len(who) > LONGEST // 2 or (not row.preposition and not names):
            continue
        if row.owner == "patient" and noun.tag == "NNS" and len(names) == 1:
            continue  # The sentences are those of others too.
        word = noun.text.lower()
        return f"the {word} {row.preposition} {who}" if row.preposition else f"{possessive(who)} {word}"
    return ""


def _is_named(tree: Tree, head: int, row: Nominalised) -> bool:
    """Whether a noun may go by a name: Estonian troops are not Estonia, nor is the crash of its plane its own."""
    token = tree.tokens[head]
    owned = row.preposition and any(r.kind == "state" for r in lexicon.role_nouns().get(token.lemma.lower(), ()))
    return token.pos != "NOUN" or (token.tag == "NN" and not owned)


def _in_words(there: Writer, head: int) -> str:
    """Who did or underwent a deed, by more than a bare noun; "" for victims, all, the clinics."""
    words = there.fitting(head, frozenset(), LONGEST // 2)
    return words if there.tree.tokens[head].pos in ("NOUN", "PROPN") and " " in ARTICLES.sub("", words) else ""
