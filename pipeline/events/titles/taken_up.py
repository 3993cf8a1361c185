"""What an unresolved they, them or it takes up, in the words of a title: called the fire sabotage."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.events import lexicon
from pipeline.events.actors.apposition import is_person_noun
from pipeline.events.actors.plural import company, only_speaks, share_a_fate
from pipeline.events.cardinals import cardinal
from pipeline.events.dating.compared import compares
from pipeline.events.parse.syntax import Tree, subjects
from pipeline.events.parse.voice import is_passive
from pipeline.events.title_lexicon import title_words
from pipeline.events.titles.other_noun import of_others
from pipeline.events.titles.some_of import may_be_counted, those_before
from pipeline.events.titles.wording import ARTICLES, LIMIT
from pipeline.model import Token

if TYPE_CHECKING:
    from pipeline.events.reading import Reading
    from pipeline.events.titles.phrases import Writer

LOOK_BACK = 3
"""How many sentences back an unresolved they or them is looked for."""
AMOUNTS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})
"""Entities that no pronoun for people or things takes up: three years in jail. They appealed."""
HARM = frozenset({"DEATH", "ASSAULT", "HEALTH", "COERCE"})
ROLES = ("nsubj", "nsubjpass")


def taken_up(writer: Writer, index: int) -> str:  # noqa: PLR0911  # a list of cases
    """The noun phrase of the last subject, nearby of an object too; "" or the word itself when there is none."""
    tree, token = writer.tree, writer.tree.tokens[index]
    word = token.text.lower()
    if word not in ("they", "them") and (word, token.dep) != ("it", "dobj"):
        return ""
    if word == "it" and (_denies_charge(writer, token.head) or _is_told_after(tree, token.head)):
        return "the accusation" if _denies_charge(writer, token.head) else _body_before(writer, token.head)
    those = those_before(tree, index)
    if those and _is_told(tree, index):
        return word  # What is told has its front, which names them.
    if words := those or _of_same_verb(writer, index):
        return words
    for number in range(writer.sentence, max(-1, writer.sentence - LOOK_BACK - 1), -1):
        heads = _heads(writer.reading, writer.sentence, number, index)
        other = writer.reading.trees[number]
        if heads and number == writer.sentence and _is_around(tree, other.tokens[heads[0]].head, index):
            return word
        end = index if number == writer.sentence else len(other.tokens)
        if word == "they" and share_a_fate(other):
            return ""
        if word == "they" and (pair := company(other, end)) >= 0:
            words = replace(writer, sentence=number, nested=True).fitting(pair, frozenset(), LIMIT // 2)
            return words if len(words) < LIMIT // 2 else ""
        if heads:
            there, more = replace(writer, sentence=number, nested=True), of_others(other, heads[0])
            phrase = there.fitting(heads[0], frozenset(), LIMIT // 2, without=more)
            words = ARTICLES.sub("", phrase)
            of = tree.tokens[token.head].text.lower() == "of" and not words[:1].isupper()  # All of them.
            the = of or _is_crowd(other.tokens[heads[0]]) or (word == "it" and (words != phrase or " " not in words))
            return "" if len(words) >= LIMIT // 2 else f"the {words}" if the else words
    return ""


def _of_same_verb(writer: Writer, index: int) -> str:
    """Saw the ministers sign the papers, then signed them: the object of the same verb before; "" for none."""
    tree = writer.tree
    token = tree.tokens[index]
    if token.dep != "dobj" or token.text.lower() != "them":
        return ""
    verb = tree.tokens[token.head].lemma
    before = [t.index for t in tree.tokens[: token.head] if t.pos == "VERB" and t.lemma == verb]
    heads = [c for v in reversed(before) for c in tree.children(v, "dobj") if tree.tokens[c].tag == "NNS"]
    words = replace(writer, nested=True).fitting(heads[0], frozenset(), LIMIT // 2) if heads else ""
    return words if len(words) < LIMIT // 2 else ""


def _denies_charge(writer: Writer, verb: int) -> bool:
    """They accused her of lying. She denied it: the accusation, and no thing that it speaks of."""
    cue = lexicon.cues().get((writer.tree.tokens[verb].lemma.lower(), "VERB"))
    if cue is None or cue.kind != "deny":
        return False
    for number in range(writer.sentence, max(-1, writer.sentence - LOOK_BACK), -1):
        earlier = writer.reading.trees[number].tokens[: verb if number == writer.sentence else None]
        told = [t for t in earlier if t.pos == "VERB" and (t.lemma.lower(), "VERB") in lexicon.cues()]
        if told:
            return lexicon.accuses(told[-1].lemma)
    return False


def counted(writer: Writer, index: int) -> str:
    """The plural noun that a bare number or quantity counts: they are drones. 19 came in. "" when there is none."""
    reading, sentence, tree = writer.reading, writer.sentence, writer.tree
    token = tree.tokens[index]
    number = token.pos == "NUM" and token.entity not in ("DATE", "TIME", "PERCENT", "MONEY")
    if not (number or token.text.lower() in lexicon.participant_words("count")) or any(
        tree.tokens[c].dep != "advmod" for c in tree.below[index]
    ):
        return ""
    of, one = "of " if token.tag == "NNS" else "", cardinal(token.text.lower()) == 1
    for back in range(sentence, max(-1, sentence - 2), -1):
        other = reading.trees[back]
        called = [
            o
            for t in other.tokens[: index if back == sentence else None]
            if t.dep == "prep" and t.text.lower() == "as"
            for o in other.children(t.index, "pobj")
        ]
        found = [i for i in called if other.tokens[i].tag == "NNS"] or _heads(reading, sentence, back, index)
        if found and not called and _harms(tree, token) and not is_person_noun(other, found[0]):
            return "person" if one else f"{of}people"  # At least nine died: no services did.
        if found:
            return other.tokens[found[0]].lemma if one else f"{of}{_kind(writer, back, found[0])}"
    return ""


def _harms(tree: Tree, subject: Token) -> bool:
    """Whether a subject is hurt, killed or held, which only people and beasts are; planes are shot down."""
    if tree.children(subject.head, "prt"):
        return False
    dead = [(tree.tokens[c].lemma.lower(), "ADJ") for c in tree.children(subject.head, "acomp", "oprd")]
    verb = (tree.tokens[subject.head].lemma.lower(), "VERB")
    return any(row.event_type in HARM for each in (verb, *dead) for row in lexicon.event_types().get(each, ()))


def _kind(writer: Writer, sentence: int, noun: int) -> str:
    """The noun with the words in front of it that say what kind of thing it is: Ukrainian drones."""
    tree = writer.reading.trees[sentence]
    front = [c for c in tree.children(noun, "amod", "compound") if c < noun]
    return " ".join(
        t.text if t.pos == "PROPN" or t.entity else t.text.lower() for t in (tree.tokens[i] for i in [*front, noun])
    )


def doer(reading: Reading, sentence: int, verb: int) -> str:
    """Lemma of the noun that "they" takes up as the subject of a verb: the troops. They marched. "" for others."""
    subject = next(iter(subjects(reading.trees[sentence], verb)), None)
    if subject is None or reading.trees[sentence].tokens[subject].text.lower() != "they":
        return ""
    for number in range(sentence, max(-1, sentence - LOOK_BACK - 1), -1):
        if heads := _heads(reading, sentence, number, subject):
            return reading.trees[number].tokens[heads[0]].lemma.lower()
    return ""


def _heads(reading: Reading, sentence: int, number: int, index: int) -> list[int]:
    """Nouns of another sentence, or of the pronoun's own before it, that have its number; subjects first."""
    tree, mine = reading.trees[number], reading.trees[sentence]
    token, here = mine.tokens[index], number == sentence
    tags = {"NN"} if token.text.lower() == "it" else {"NNS"}
    roles = (*ROLES, "dobj") if sentence - number < 2 else ROLES
    last, beside = (index, token.head) if here else (len(tree.tokens), -1)
    own = {mine.tokens[s].lemma for s in subjects(mine, token.head)}
    found = [t for t in tree.tokens[:last] if t.tag in tags or (t.tag == "NN" and "NNS" in tags and _is_crowd(t))]
    found = [t for t in found if (t.dep in roles and t.head != beside) or _is_whole_of(tree, t)]
    found = [t for t in found if t.entity not in AMOUNTS and may_be_counted(tree, t, mine, index)]
    if not here and _takes_things(mine, index) and (things := _things(tree)):
        return things
    found.sort(key=lambda t: not here and token.text.lower() == "them" and only_speaks(tree, t.index))
    acted = {t.index for t in found if t.dep == "dobj" and _undergoes(mine, index) and _hurts(tree, t.head)}
    return [t.index for t in sorted(found, key=lambda t: (t.index not in acted, t.dep == "dobj")) if t.lemma not in own]


def _takes_things(tree: Tree, index: int) -> bool:
    """Shelled them, compared them with others: an object that is rather a thing than people."""
    token = tree.tokens[index]
    rows = lexicon.event_types().get((tree.tokens[token.head].lemma.lower(), "VERB"), ())
    return token.dep == "dobj" and (any(row.event_type == "ATTACK" for row in rows) or compares(tree, token.head))


def _things(tree: Tree) -> list[int]:
    """The plural nouns of a sentence that name no people, the last first; none where things act in it."""
    found = [t for t in tree.tokens if t.tag == "NNS" and t.entity not in AMOUNTS and not _names_people(t)]
    acting = any(t.dep in ROLES for t in found)
    return [] if acting else [t.index for t in reversed(found) if t.dep in ("dobj", "pobj")]


def _names_people(token: Token) -> bool:
    """Rescuers, ministers: a plural noun for people, by what they do or whose they are."""
    return any(row.kind != "state" for row in lexicon.role_nouns().get(token.lemma.lower(), ()))


def _undergoes(tree: Tree, index: int) -> bool:
    """Whether a pronoun stands below the subject of a passive that hurts: many of them were beaten."""
    verb = next((a for a in tree.ancestors(index) if tree.tokens[a].pos == "VERB"), None)
    return verb is not None and is_passive(tree, verb) and _hurts(tree, verb)


def _hurts(tree: Tree, verb: int) -> bool:
    rows = lexicon.event_types().get((tree.tokens[verb].lemma.lower(), "VERB"), ())
    return any(row.event_type in HARM for row in rows)


def _is_whole_of(tree: Tree, token: Token) -> bool:
    """Fourteen of the individuals fled: those of whom the subject counts some."""
    some = tree.tokens[tree.tokens[token.head].head]
    return (
        token.dep == "pobj" and tree.tokens[token.head].text.lower() == "of" and some.pos == "NUM" and some.dep in ROLES
    )


def _is_told(tree: Tree, index: int) -> bool:
    return any(tree.tokens[above].dep == "ccomp" for above in tree.ancestors(index))


def _is_crowd(token: Token) -> bool:
    """A crowd, a patrol: one noun for many people, whom "they" takes up."""
    return token.lemma.lower() in title_words("many in one")


def _body_before(writer: Writer, verb: int) -> str:
    """Rodnik was founded. Courts ordered it to close: told what to do is the body that the sentence before is about."""
    token = writer.tree.tokens[verb]
    told = token.lemma.lower() in lexicon.object_control() and writer.tree.children(verb, "xcomp")
    if not told or writer.tree.children(verb, "oprd", "acomp") or writer.sentence == 0:
        return ""
    before = writer.reading.trees[writer.sentence - 1].tokens
    heads = [t.index for t in before if t.tag == "NNP" and t.dep in ROLES and t.entity in ("", "ORG")]
    return replace(writer, sentence=writer.sentence - 1, nested=True).noun(heads[0]) if len(heads) == 1 else ""


def _is_told_after(tree: Tree, verb: int) -> bool:
    """Called it immoral that they came: what the word stands for follows."""
    judged = [verb, *tree.children(verb, "oprd", "acomp")]
    return any(tree.children(j, "xcomp", "ccomp", "advcl") for j in judged)


def _is_around(tree: Tree, verb: int, index: int) -> bool:
    """Whether a word stands inside what this verb tells; an "it" not if only in a clause that goes on after it."""
    at = index
    for above in tree.ancestors(index):
        if above == verb:
            return tree.tokens[index].text.lower() != "it" or tree.tokens[at].dep != "conj"
        at = above
    return False
