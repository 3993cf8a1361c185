"""What keeps a title from standing alone: nobody who does it, a pronoun of something before, a thing left unsaid."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.events import lexicon
from pipeline.events.actors.apposition import is_person_noun
from pipeline.events.actors.names import country_of
from pipeline.events.parse.syntax import Tree, subjects
from pipeline.events.reading import Draft, Reading
from pipeline.events.title_lexicon import title_words
from pipeline.events.titles.definite import is_bare
from pipeline.events.titles.inflection import third_person
from pipeline.events.titles.needed import wants_object
from pipeline.events.titles.phrases import Writer
from pipeline.events.titles.quoted import speaks_of_self
from pipeline.events.titles.taken_up import counted
from pipeline.events.titles.wording import ARTICLES

WORD = re.compile(r"[\w’'-]+")
OBJECTS = ("dobj", "dative", "pobj")
ABOUT = frozenset({"for", "to", "on", "about"})
OPENERS = "“\"'‘$€£#"
THEY = frozenset({"them", "they"})
POINTING = frozenset({"this", "that", "these", "those"})
FEW = 4
"""Words up to which a title that names nobody tells next to nothing when its noun points back."""


def wanting(reading: Reading, draft: Draft, line: str) -> str:
    """What a reader of the title alone would have to ask, in plain English; "" when it stands alone."""
    writer = Writer(reading, draft.sentence)
    if not line[:1].isalnum() and line[:1] not in OPENERS:
        return "its title opens in the middle"
    if _is_headless(writer, draft, line):
        return "nobody is told to do it"
    if speaks_of_self(line):
        return "its title speaks of “we” or “I” in nobody's mouth"
    if word := _pronoun(writer, draft, line):
        return f"its title does not tell what “{word}” stands for"
    return _left_unsaid(writer, draft, line)


def _is_headless(writer: Writer, draft: Draft, line: str) -> bool:
    """Whether the line opens with its verb, or is of nobody: signs the treaty, to join, as was announced."""
    token = writer.tree.tokens[draft.token]
    as_told = any(writer.tree.tokens[c].text.lower() == "as" for c in writer.tree.children(draft.token, "mark"))
    if (as_told and not writer.tree.children(draft.token, "nsubj", "nsubjpass")) or line.startswith("To "):
        return True
    first = line.split(maxsplit=1)[0].lower()
    return token.pos == "VERB" and first in (third_person(token.lemma.lower()), token.text.lower())


def _pronoun(writer: Writer, draft: Draft, line: str) -> str:
    """A pronoun in the line, of the event's own clause, that means nobody of the line."""
    tree, words = writer.tree, [w.lower() for w in WORD.findall(line)]
    for token in tree.tokens:
        word = token.text.lower()
        if word not in words or token.dep not in OBJECTS:
            continue
        if (word == "one" or (token.tag == "DT" and word in POINTING)) and not tree.below[token.index]:
            if _is_of_clause(tree, token.index, draft.token):
                return token.text
            continue
        if token.tag != "PRP" or word.endswith(("self", "selves")) or writer.reading.who(writer.sentence, token.index):
            continue
        if word == "it" and _is_told_after(tree, token.index):
            continue
        if _is_of_clause(tree, token.index, draft.token) or not _stands_before(tree, token.index, words):
            return token.text
    return ""


def _is_told_after(tree: Tree, index: int) -> bool:
    """Called it immoral that they came: what the word stands for follows."""
    verb = tree.tokens[index].head
    judged = [verb, *tree.children(verb, "oprd", "acomp")]
    return any(tree.children(j, "xcomp", "ccomp", "advcl") for j in judged)


def _is_of_clause(tree: Tree, index: int, verb: int) -> bool:
    """Whether a word is an object of the verb, or of a preposition right below it."""
    head = tree.tokens[index].head
    return head == verb or (tree.tokens[head].dep in ("prep", "agent") and tree.tokens[head].head == verb)


def _stands_before(tree: Tree, index: int, words: Sequence[str]) -> bool:
    """Whether a noun of the line before the pronoun has its number."""
    several = tree.tokens[index].text.lower() in THEY
    before = [t for t in tree.tokens[:index] if t.pos in ("NOUN", "PROPN") and t.text.lower() in words]
    return any(not several or t.tag in ("NNS", "NNPS") or tree.children(t.index, "conj") for t in before)


def _left_unsaid(writer: Writer, draft: Draft, line: str) -> str:
    """Gives the order, the commemorations begin: a noun that points back, where nothing else in the line tells."""
    tree, token = writer.tree, writer.tree.tokens[draft.token]
    heads, objects = _around(writer, draft)
    if vague := _vague(tree, objects, heads, line):
        return f"its title does not tell what “{vague}” it is"
    if token.pos == "VERB" and any(_is_uncounted(writer, i) for i in heads):
        return "its title does not tell whom it counts"
    if _says_nothing(writer, draft, line) or _says_only_whom(writer, draft, line):
        return "its title does not tell what was said"
    if token.pos == "NOUN" and _is_only_somebodys(writer, draft, line):
        return f"its title does not tell what “{token.text}” it is"
    if draft.event_type == "ECONOMY" and not re.search(r"(?<!^)\b[A-Z]", line) and not _names_something(writer, line):
        return "its title does not tell of whom"
    return _points_to_nothing(writer, draft, line)


def _around(writer: Writer, draft: Draft) -> tuple[list[int], list[int]]:
    """Heads of the subject of the verb that the event is, or stands under; heads of its objects."""
    tree, token = writer.tree, writer.tree.tokens[draft.token]
    verb = token.index if token.pos == "VERB" else token.head
    objects = [o for v in (verb, *tree.children(verb, "xcomp")) for o in tree.children(v, "dobj", "attr")]
    return subjects(tree, verb), objects


def _points_to_nothing(writer: Writer, draft: Draft, line: str) -> str:
    """The commemorations begin, company quits: in a short line that names nothing."""
    if len(line.split()) > FEW or _names_something(writer, line):
        return ""
    tree, (heads, _) = writer.tree, _around(writer, draft)
    back = next((i for i in heads or [draft.token] if _points_back(tree, i) or _is_unnamed(tree, i, draft.token)), None)
    shown = back is not None and tree.tokens[back].text.lower() in line.lower()
    return f"its title does not tell what “{tree.tokens[back].text}” it is" if back is not None and shown else ""


def _says_nothing(writer: Writer, draft: Draft, line: str) -> bool:
    """Orlova announces: a word of saying at the end."""
    token = writer.tree.tokens[draft.token]
    said = token.pos == "VERB" and wants_object(writer.tree, token.index)
    return said and line.endswith(f" {third_person(token.lemma.lower())}")


def _is_uncounted(writer: Writer, index: int) -> bool:
    """All were convicted, others met, twenty fled: a quantity of nobody."""
    token = writer.tree.tokens[index]
    quantity = token.text.lower() in title_words("quantity of nobody") or token.entity == "CARDINAL"
    alone = not writer.tree.below[index] and not writer.reading.who(writer.sentence, index)
    return quantity and alone and not counted(writer, index)


def _vague(tree: Tree, objects: Sequence[int], heads: Sequence[int], line: str) -> str:
    """A noun that tells nothing alone and only points back, as the last word of the line or as its subject."""
    for index in (*objects, *heads):
        if not (_is_vague(tree, index) and _points_back(tree, index)):
            continue
        word = re.escape(tree.tokens[index].text)
        told = rf"{tree.tokens[index - 1].text} {word}$" if index else rf"\b{word}$"
        if re.search(told if index in objects else rf"^(?:the )?{word}\b", line, re.IGNORECASE):
            return tree.tokens[index].text
    return ""


def _is_vague(tree: Tree, index: int) -> bool:
    """Whether a noun tells nothing without what it is about."""
    return tree.tokens[index].lemma.lower() in title_words("needs content") | title_words("says nothing alone")


def _points_back(tree: Tree, index: int) -> bool:
    """Whether a noun has no more than "the" or "his" to tell which it is."""
    below = [tree.tokens[c] for c in tree.below[index] if tree.tokens[c].dep not in ("punct", "case")]
    return is_bare(tree, index) or (bool(below) and all(t.tag == "PRP$" for t in below))


def _is_unnamed(tree: Tree, index: int, event: int) -> bool:
    """Whether a singular stands all alone, or a plural that is the event: company, team, negotiations."""
    return not tree.below[index] and tree.tokens[index].tag in ("NN", "NNS" if index == event else "NN")


def _says_only_whom(writer: Writer, draft: Draft, line: str) -> bool:
    """Urges Latvians in a speech: a verb of asking or telling with a person, and nothing that is asked or told."""
    tree, token = writer.tree, writer.tree.tokens[draft.token]
    if token.pos != "VERB" or token.lemma.lower() not in lexicon.object_control() or "“" in line:
        return False
    objects = tree.children(draft.token, "dobj")
    person = bool(objects) and all(_is_of_people(tree, c) for c in objects)
    more = tree.children(draft.token, "xcomp", "ccomp", "advcl", "conj", "oprd", "acomp")
    more = [c for c in more if c > draft.token]
    told = [
        c for c in tree.children(draft.token, "prep") if tree.tokens[c].text.lower() in ("for", "to", "on", "about")
    ]
    return person and draft.event_type in ("REQUEST", "ORDER") and not more and not told and " to " not in line


def _is_of_people(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.entity in ("PERSON", "NORP") or token.tag == "NNPS" or is_person_noun(tree, index)


def _is_only_somebodys(writer: Writer, draft: Draft, line: str) -> bool:
    """A statement by Orlova, Orlova's decision: of these nouns a line says what they are about."""
    noun = writer.tree.tokens[draft.token]
    if not _is_vague(writer.tree, noun.index):
        return False
    names = {w for name in writer.reading.names.count for w in name.split()}
    rest = [w for w in re.sub(r"['’]s\b", "", ARTICLES.sub("", line)).split() if w not in names and w[:1].islower()]
    return all(w == noun.text.lower() or w in title_words("border") for w in rest)


def _names_something(writer: Writer, line: str) -> bool:
    """Whether the line has a name or a number."""
    first, *rest = re.sub(r"['’]s\b", "", ARTICLES.sub("", line)).split()
    names = {word for name in writer.reading.names.count for word in name.split() if word[:1].isupper()}
    return any(w[:1].isupper() or w[:1].isdigit() for w in rest) or first in names or bool(country_of(first))
