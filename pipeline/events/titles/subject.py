"""Who does it in a title: names, or the noun phrase with its article, and whether the verb stands in the plural."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from pipeline import gazetteer
from pipeline.events import lexicon
from pipeline.events.actors.names import country_of
from pipeline.events.cardinals import cardinal
from pipeline.events.parse.syntax import NOUNS, Tree, conjuncts, prepositional, subjects
from pipeline.events.parse.voice import controller, is_passive
from pipeline.events.reading import Draft
from pipeline.events.title_lexicon import title_words
from pipeline.events.titles.articles import called, with_article
from pipeline.events.titles.phrases import Writer
from pipeline.events.titles.shown import RELATIVE, relative_head
from pipeline.events.titles.taken_up import counted
from pipeline.events.titles.wording import ARTICLES, CUT, LIMIT, shorten, surname
from pipeline.events.triggers.kinds import kind_of

HARM = frozenset({"DEATH", "ASSAULT", "ATTACK", "HEALTH"})
ROOM = 50
"""Characters that a subject gets before its free phrases go, so that what it does has room."""
MOST = 64
"""Characters from which on a subject is cut before one of its phrases, whatever it loses."""
NARROW = 24
"""Characters that it gets when what it does would be cut."""
MEN = re.compile(r"[^aiou]men$")
"""The end of a plural that the tagger takes for a singular: servicemen."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The words of a subject, and whether its verb stands in the plural."""

    words: str
    plural: bool

    def brief(self) -> str:
        """The surnames of the people known to all whom it names, for lines that would be cut; others stay as is."""
        parts = self.words.split(" and ")
        known = [gazetteer.canonical(part) if " " in part else None for part in parts]
        people = [k is not None and k.kind == "person" and k.name == part for k, part in zip(known, parts, strict=True)]
        return " and ".join(surname(part) if person else part for part, person in zip(parts, people, strict=True))


def subject_of(writer: Writer, draft: Draft, verb: int, *, passive: bool, mine: bool, room: int = ROOM) -> Subject:
    """The subject of a verb; where the sentence has none, whoever does or undergoes the draft's own event."""
    heads = _whose(writer, verb, subjects(writer.tree, verb))
    if heads and writer.tree.tokens[heads[0]].entity == "DATE" and writer.is_time(heads[0], lasting=False):
        return Subject("", False)  # April 8 buries nobody.
    who = _who(writer, heads, verb, room)
    if not who and mine:
        who = next(iter(draft.recipients if passive else draft.actors), "")
    plural = _is_plural(writer, heads, who)
    return Subject(_with_the(writer, heads, who), plural)


def _whose(writer: Writer, verb: int, heads: list[int]) -> list[int]:
    """Orlova's visit was the first since winning the vote: a visit wins none, its owner does."""
    tree = writer.tree
    if not heads or tree.tokens[verb].tag != "VBG" or tree.tokens[heads[0]].head == verb:
        return heads
    above = controller(tree, verb)
    if tree.tokens[verb].dep == "advcl" and is_passive(tree, above) and kind_of(tree, verb).event_type in HARM:
        return [o for c in tree.children(above, "agent") for o in tree.children(c, "pobj")]  # Was hit, killing two.
    event = (tree.tokens[heads[0]].lemma.lower(), "NOUN") in lexicon.event_types()
    owners = [c for c in tree.children(heads[0], "poss") if writer.reading.who(writer.sentence, c)] if event else []
    return owners or heads


def _with_the(writer: Writer, heads: Sequence[int], who: str) -> str:
    """The name with the article that it takes, or that the text gives it: the FSB."""
    names = writer.reading.who(writer.sentence, heads[0]) if heads else ()
    if heads and len(names) > 1 and who.startswith(names[0]):
        return who.replace(names[0], called(names[0]), 1).replace(f" and {names[1]}", f" and {called(names[1])}")
    if len(names) == 1 and who.startswith(f"{names[0]} and "):
        return _with_the(writer, heads, names[0]) + who.removeprefix(names[0])
    if not heads or who not in names:
        return called(who)
    tree, here = writer.tree, writer.reading.names.at.get((writer.sentence, heads[0]))
    the = any(tree.tokens[c].text.lower() == "the" for c in tree.children(heads[0], "det"))
    own = here is not None and here.kind == "body" and who.endswith(tree.tokens[heads[0]].text)
    return f"the {who}" if the and own and not who.lower().startswith("the ") else called(who)


def _who(writer: Writer, subject: Sequence[int], verb: int, room: int) -> str:
    if not subject:
        return ""
    names = writer.reading.who(writer.sentence, subject[0])
    token = writer.tree.tokens[subject[0]]
    if counted(writer, subject[0]):
        return writer.phrase(subject[0])
    people = token.text != names[0] and country_of(token.text) is not None if names else False
    front = writer.tree.children(subject[0], "amod") if token.tag == "NN" else []
    people = people or any(country_of(writer.tree.tokens[c].text) in names for c in front)  # A Ukrainian drone.
    people = people or (token.tag in RELATIVE and _are_people(writer, subject[0]))
    owners = writer.tree.children(subject[0], "poss") if token.pos == "NOUN" else []
    people = people or any(set(names) & set(writer.reading.who(writer.sentence, c)) for c in owners)  # Her leadership.
    if names and not people and (token.pos in ("PROPN", "PRON", "DET") or token.tag == "NN" or len(names) == 2):
        return _of_names(writer, subject[0], names)
    if token.tag in RELATIVE and (head := relative_head(writer.tree, subject[0])) is not None:
        return with_article(writer.fitting(head, frozenset(), room, without=_told_of(writer, verb, head)))
    words = writer.fitting(subject[0], frozenset(), room, without=_told_of(writer, verb, subject[0]))
    if writer.tree.tokens[verb].dep == "acl" and writer.tree.tokens[verb].head == subject[0] and token.tag == "NNS":
        words = ARTICLES.sub("", words)  # One of the people injured by the blast: which people, it goes on to say.
    if len(words) > MOST and not (short := shorten(words, MOST)).endswith(CUT):
        words = short  # Officers of a department with a name of ten words raid a flat.
    together = writer.tree.children(subject[0], "conj")
    first, _, rest = words.partition(", ")
    if token.text not in first.split() and token.text in rest:
        first, _, rest = rest[rest.rfind(", ") + 1 :].strip().partition(", ")  # The May 9, 2003, blasts.
    listed = " and " in rest and len(words) <= 2 * LIMIT // 3
    return with_article(words if together or listed else first)


def _of_names(writer: Writer, index: int, names: Sequence[str]) -> str:
    """The names, and those without one who are told of with the last: Orlova and ten other prisoners."""
    if len(names) > 2:
        return f"{names[0]}, {names[1]} and others"
    who, last = " and ".join(names), unnamed_beside(writer, index) if writer.others else None
    if last is None:
        return who
    joined = f"{', '.join(names)} and {writer.fitting(last, frozenset(names), MOST - len(who))}"
    return joined if len(joined) <= MOST else who


def unnamed_beside(writer: Writer, index: int) -> int | None:
    """Head of those without a name who are told of with one or two who have one: and his two sons; None for none."""
    tree, names = writer.tree, writer.reading.who(writer.sentence, index)
    if not names or len(names) > 2 or not tree.children(index, "conj"):
        return None
    listed = conjuncts(tree, index)
    token = tree.tokens[listed[-1]]
    if len(listed) != len(names) + 1 or token.pos != "NOUN" or writer.reading.who(writer.sentence, token.index):
        return None
    verb = tree.tokens[index].head
    one = any(tree.tokens[i].tag == "VBZ" or tree.tokens[i].text.lower() == "was" for i in (verb, *tree.below[verb]))
    alone = token.tag == "NN" and (
        one or not tree.children(token.index, "det", "poss")
    )  # Orlova, a poet and the mother of two.
    return None if alone else token.index


def _are_people(writer: Writer, pronoun: int) -> bool:
    """Americans who were killed: people of a state, and not the state."""
    head = relative_head(writer.tree, pronoun)
    return (
        head is not None
        and writer.tree.tokens[head].tag == "NNPS"
        and country_of(writer.tree.tokens[head].text) is not None
    )


def _told_of(writer: Writer, verb: int, head: int) -> frozenset[int]:
    """The clause of the verb as far as it stands below its subject: the areas they say are annexed."""
    return frozenset({verb, *takewhile(lambda above: above != head, writer.tree.ancestors(verb))})


def _are_several(tree: Tree, index: int) -> bool:
    """A total of 12 guards, of 12 military and police, the majority of those freed."""
    counts = (cardinal(tree.tokens[c].text.lower()) or 0 for c in tree.children(index, "nummod"))
    return tree.tokens[index].tag == "NNS" or tree.tokens[index].text.lower() == "those" or any(n > 1 for n in counts)


def _is_family(writer: Writer, word: str) -> bool:
    """The Orlovs, where the text names an Orlov."""
    named = {name.split()[-1] for name in writer.reading.names.count if writer.reading.names.is_person(name)}
    return word.removesuffix("s") in named - {word}


def _is_told_as_many(tree: Tree, subject: int) -> bool:
    """The Orlovs were found: the text itself has the verb in the plural."""
    verb = tree.tokens[subject].head
    words = [verb, *tree.children(verb, "aux", "auxpass")]
    return any(tree.tokens[i].text.lower() in ("were", "are", "have") for i in words)


def _is_plural(writer: Writer, subject: Sequence[int], who: str) -> bool:
    """Whether the verb stands in the plural: by the noun, a number, or whom the relative pronoun means."""
    if not subject:
        return " and " in who
    tree, index = writer.tree, subject[0]
    token = tree.tokens[index]
    if token.tag in RELATIVE and (head := relative_head(writer.tree, index)) is not None:
        index, token = head, tree.tokens[head]
    if who in writer.reading.who(writer.sentence, subject[0]):
        family = any(tree.tokens[c].text.lower() == "the" for c in tree.children(index, "det"))  # The Skripals.
        plural = token.entity not in ("PERSON", "ORG") or (token.entity == "PERSON" and family)
        told = family and (_is_told_as_many(tree, index) or _is_family(writer, token.text))
        return who.endswith(token.text) and (told or (token.tag == "NNPS" and plural))
    together = any(tree.tokens[c].dep == "conj" and tree.tokens[c].pos in NOUNS for c in tree.below[index])
    if token.lemma in title_words("quantity") or token.entity == "PERCENT":
        together = together or any(_are_several(tree, o) for o in prepositional(tree, index, "of"))
    word = token.text.lower()
    men = token.tag == "NN" and MEN.search(word) is not None
    number = token.pos == "NUM" and word not in ("1", "one")
    return (
        token.tag in ("NNS", "NNPS")
        or men
        or together
        or is_several(word)
        or number
        or " and " in _front(tree, index, re.split(" (?:of|between) ", who)[0])
    )


def _front(tree: Tree, subject: int, who: str) -> str:
    """A plane carrying two coaches and a cook: the words up to the participle, whose objects are not the subject's."""
    carrying = [tree.tokens[c].text for c in tree.children(subject, "acl") if c > subject]
    return who.partition(f" {carrying[0]} ")[0] if carrying else who


def is_several(word: str) -> bool:
    """Whether a word without an ending of the plural is one: they, people, several."""
    return word in title_words("plural") or word in title_words("quantity of nobody")
