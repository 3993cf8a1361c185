"""The clause of a verb as a headline: who, the verb in the present, and as many of its complements as there is room."""

from __future__ import annotations

import re

from pipeline.events import lexicon
from pipeline.events.inflection import as_told
from pipeline.events.names import country_of
from pipeline.events.phrases import RELATIVE, UNNAMED, Writer
from pipeline.events.reading import Draft
from pipeline.events.statements import is_saying
from pipeline.events.syntax import NOUNS, Tree, clause_dep, is_passive, prepositional, subjects
from pipeline.events.taken_up import counted
from pipeline.events.wording import ARTICLES, LIMIT, dangles, without_openers

NEEDED = frozenset({"dobj", "attr", "acomp", "oprd", "prt", "dative", "xcomp", "agent", "neg", "ccomp"})
CONTENT = frozenset({"ccomp", "xcomp"})
RESERVE = 40
"""Characters kept for what is said or done when an object stands before it."""
SUBJECT_ROOM = 50
"""Characters that a subject gets before its free phrases go, so that what it does has room."""
LEAST = 20
"""Characters that an object gets in any case."""


def clause(writer: Writer, draft: Draft, verb: int, *, mine: bool = True, strict: bool = True) -> str:
    """The clause of a verb; "" when something it needs is wanting, unless not `strict`."""
    tree = writer.tree
    subject = subjects(tree, verb)
    passive = is_passive(tree, verb)
    who = _who(writer, subject, verb)
    if not who and mine:
        who = next(iter(draft.recipients if passive else draft.actors), "")
    own = frozenset(n for i in subject for n in writer.reading.who(draft.sentence, i))
    own = own or frozenset({UNNAMED, *(f"{UNNAMED}{i}" for i in subject)} if subject else ())
    plural = _is_plural(writer, subject, who)
    says = as_told(tree, verb, plural=plural, passive=passive)
    if draft.factuality == "planned" and mine:
        says = re.sub(r"^(?:will|would|shall|'ll|’ll) ", "to ", says)
    if not mine and tree.tokens[verb].dep == "pcomp" and not tree.children(verb, "nsubj"):
        return ""
    unplanned = draft.factuality not in ("planned", "hypothetical")
    if strict and (not who or (says.startswith("to ") and unplanned and tree.tokens[verb].dep == "xcomp")):
        return ""
    line = f"{who} {says}".strip()
    room = LIMIT - len(line) - 1
    saying = mine and is_saying(writer.reading, draft)
    rest = _complements(writer, verb, own, room)
    before = [c for c in tree.children(verb, "ccomp") if c < verb and clause_dep(tree, c) == "ccomp"]
    before = [c for c in before if not any(tree.tokens[i].text in (":", ";") for i in range(c, verb))]
    before = before or ([tree.tokens[verb].head] if saying and _interrupts(tree, verb) else [])
    content = CONTENT if tree.tokens[verb].lemma not in ("say", "add") else frozenset({"ccomp"})
    after = any(clause_dep(tree, c) in content and c > verb for c in tree.below[verb])
    quoted = _quoted(writer, verb) if saying and not after else ""
    if len(quoted) > LEAST and tree.tokens[verb].lemma in ("say", "add"):
        rest = [words for words in rest if len(words) <= LEAST]  # What was said before where.
    line = " ".join([line, *rest])
    tells = not passive or (tree.tokens[verb].lemma.lower(), "VERB") in lexicon.cues()
    if before and tells and mine and not after and (not quoted or _goes_beyond(writer, before[0], verb)):
        told = [writer.fitting(c, own, LEAST) for c in tree.children(verb, "dobj", "dative") if c > verb]
        line = " ".join([f"{who} {says}", *told])
        return f"{line} {without_openers(_content(writer, before[0], own, LIMIT - len(line) - 1))}"
    if strict and not rest and not quoted and not passive and _wants_object(tree, verb):
        return ""
    return line + quoted


def _interrupts(tree: Tree, verb: int) -> bool:
    """His country, he warned, will use them: the words of saying stand between commas in what is said."""
    token, head = tree.tokens[verb], tree.tokens[tree.tokens[verb].head]
    end = max(tree.subtree(verb)) + 1
    after = end < len(tree.tokens) and "," in (tree.tokens[end].text, tree.tokens[end - 1].text)
    return token.dep == "parataxis" and head.pos in ("VERB", "AUX") and head.index > verb and after


def _goes_beyond(writer: Writer, clause: int, verb: int) -> bool:
    """Whether what is said begins before its quotation: the firm "had a good year", she said."""
    where = (writer.sentence, verb)
    quotation = next((q for q in writer.reading.quotations if q.cue == where), None)
    if clause == writer.tree.tokens[verb].head:
        return True
    heads = subjects(writer.tree, clause)
    return quotation is not None and bool(heads) and not quotation.span.holds(writer.tree.tokens[heads[0]].span.start)


def _wants_object(tree: Tree, verb: int) -> bool:
    """Whether a bare verb is one of saying: denies, announces, claims need their content."""
    lemma = tree.tokens[verb].lemma.lower()
    return (lemma, "VERB") in lexicon.cues() and lemma not in lexicon.title_words("intransitive")


def _complements(writer: Writer, verb: int, own: frozenset[str], room: int) -> list[str]:
    """What follows the verb, in order: what the sentence needs, then free phrases while there is room."""
    tree = writer.tree
    after = [c for c in tree.below[verb] if c > verb]
    needed = [
        c for c in after if _is_needed(tree, verb, c) and not (tree.tokens[c].dep == "prep" and writer.is_date(c))
    ]
    found: dict[int, str] = {}
    for number, child in enumerate(needed):
        later = any(clause_dep(tree, c) in CONTENT for c in needed[number + 1 :])
        left = max(LEAST, room - (RESERVE if later else 0))
        said = clause_dep(tree, child) == "ccomp"
        found[child] = _content(writer, child, own, room) if said else writer.fitting(child, own, left)
        room -= len(found[child]) + 1
    if not any(found.values()) and (inner := _loose(tree, verb)) is not None:
        found[inner] = _content(writer, inner, own, room)
        room -= len(found[inner]) + 1
    gap = _gap(writer, verb)
    room -= len(gap) + 1 if gap else 0
    for child in after:
        if child not in found and _is_adjunct(tree, child) and not writer.is_date(child):
            words = writer.fitting(child, own, room)
            if len(words) < room and not dangles(words):
                found[child] = words
                room -= len(words) + 1
    if not (gap or any(found.values())):
        first = next((c for c in after if _is_adjunct(tree, c) and not writer.is_date(c)), None)
        return [words] if first is not None and not dangles(words := writer.fitting(first, own, room)) else []
    return [words for words in (gap, *(found[c] for c in sorted(found))) if words]


def _is_needed(tree: Tree, verb: int, child: int) -> bool:
    """Whether the verb says little without this complement."""
    dep = clause_dep(tree, child)
    late = dep == "nsubj" and child not in subjects(tree, verb)
    if (late or dep == "ccomp") and not _wants_object(tree, verb):
        start = min(tree.subtree(child))
        if tree.tokens[start - 1].text == "," or late:
            return False  # Many died, two of them children.
    predicate = dep == "prep" and tree.tokens[child].text.lower() == "as" and bool(tree.children(verb, "dobj"))
    whose = dep == "prep" and tree.tokens[child].text.lower() in ("for", "to", "on", "upon")
    whose = whose and any(c > child and (tree.tokens[c].dep == "xcomp" or _asked(tree, c)) for c in tree.below[verb])
    return dep in NEEDED or _asked(tree, child) or late or predicate or whose or _is_particle(tree, verb, child)


def _asked(tree: Tree, index: int) -> bool:
    """Appealed to her to go: after a verb of asking the infinitive is what is asked, whatever the parser calls it."""
    above = lexicon.event_types().get((tree.tokens[tree.tokens[index].head].lemma.lower(), "VERB"), ())
    asks = any(row.event_type == "REQUEST" for row in above)
    infinitive = tree.tokens[index].tag == "VB" and any(tree.tokens[c].tag == "TO" for c in tree.below[index])
    return infinitive and tree.tokens[index].dep == "advcl" and asks


def _is_adjunct(tree: Tree, index: int) -> bool:
    """A phrase with a preposition, or an adverb with one: in Minsk, outside of the court."""
    token = tree.tokens[index]
    if token.text.lower() == "according":
        return False
    return token.dep == "prep" or (token.dep == "advmod" and bool(tree.children(index, "prep")))


def _content(writer: Writer, clause: int, own: frozenset[str], room: int) -> str:
    """What is said; a relative pronoun that is its subject stands before its verb: the regions were annexed."""
    tree = writer.tree
    that = any(c < clause and tree.tokens[c].text.lower() == "that" for c in tree.children(clause, "mark"))
    that = that and bool(tree.children(clause, "nsubj", "nsubjpass"))
    that = that and not tree.children(tree.tokens[clause].head, "dobj", "dative")
    words = writer.fitting(clause, own, room + len("that ") if that else room)
    if len(words) >= room:
        front = _in_front(tree, clause)
        words = writer.fitting(clause, own, room, without=front) if front else words
    words = words.removeprefix("that ") if len(words) > room else words.lstrip(" ,")
    relatives = [c for c in writer.tree.children(clause, "nsubj", "nsubjpass") if writer.tree.tokens[c].tag in RELATIVE]
    heads = [h for c in relatives if (h := writer.relative_head(c)) is not None]
    if any(writer.is_time(h) for h in heads):
        return ""
    finite = tree.tokens[clause].tag in ("VBD", "VBZ", "VBP") or tree.children(clause, "aux", "auxpass")
    if not finite or tree.children(clause, "nsubj", "nsubjpass", "expl", "csubj"):
        return words
    saying = tree.tokens[tree.tokens[clause].head]
    head = tree.tokens[saying.head]
    if saying.dep != "relcl" or head.pos not in NOUNS or writer.is_time(head.index):
        return ""
    return f"{writer.noun(head.index)} {words.removeprefix('that ')}"


def _in_front(tree: Tree, clause: int) -> frozenset[int]:
    """Phrases before the subject of a clause, which a long one can do without: with the raid, in May."""
    first = next(iter(tree.children(clause, "nsubj", "nsubjpass", "expl")), None)
    front = [c for c in tree.children(clause, "prep", "advcl", "advmod", "npadvmod") if first is not None and c < first]
    return frozenset(front)


def _loose(tree: Tree, verb: int) -> int | None:
    """The that-clause of a verb of saying which the parser hangs on a phrase in between: admits for the first time."""
    if (tree.tokens[verb].lemma.lower(), "VERB") not in lexicon.cues():
        return None
    for index in tree.subtree(verb):
        token = tree.tokens[index]
        marks = [c for c in tree.below[index] if tree.tokens[c].text.lower() == "that"]
        if index > verb and token.dep in ("acl", "relcl", "ccomp") and marks and tree.tokens[token.head].pos == "NOUN":
            return index if tree.children(index, "nsubj", "nsubjpass") else None
    return None


def _is_particle(tree: Tree, verb: int, child: int) -> bool:
    token = tree.tokens[child]
    return token.dep == "advmod" and child == verb + 1 and token.text.lower() in lexicon.title_words("particle")


def _gap(writer: Writer, verb: int) -> str:
    """The noun that a relative clause is about, when it is the verb's object: the treaty that they signed."""
    tree, token = writer.tree, writer.tree.tokens[verb]
    before = [c for c in tree.below[verb] if c < verb]
    for child in before:
        inner = tree.tokens[child]
        if inner.dep in ("dobj", "dative", "attr") and any(tree.tokens[o].tag in RELATIVE for o in tree.subtree(child)):
            return writer.phrase(child)
        if inner.dep == "prep" and any(tree.tokens[o].tag in RELATIVE for o in tree.below[child]):
            return writer.phrase(child)
    own_subject = [c for c in before if tree.tokens[c].dep == "nsubj" and tree.tokens[c].tag not in RELATIVE]
    has_object = tree.children(verb, "dobj", "ccomp", "xcomp", "attr", "acomp")
    head = tree.tokens[token.head]
    if token.dep != "relcl" or not own_subject or has_object or head.pos not in NOUNS or is_passive(tree, verb):
        return ""
    stranded = [c for c in tree.children(verb, "prep") if not tree.below[c]]
    if head.entity in ("DATE", "TIME") or stranded or writer.is_time(head.index):
        return ""
    asks = [c for c in before if tree.tokens[c].tag in ("WRB", "IN")]
    return "" if asks else writer.noun(head.index)


def _who(writer: Writer, subject: list[int], verb: int) -> str:
    if not subject:
        return ""
    names = writer.reading.who(writer.sentence, subject[0])
    token = writer.tree.tokens[subject[0]]
    if token.text.isdigit() and (noun := counted(writer.reading, writer.sentence, subject[0])):
        return f"{token.text} {noun}"
    people = token.text != names[0] and country_of(token.text) is not None if names else False
    if names and not people and (token.pos in ("PROPN", "PRON", "DET") or token.tag == "NN" or len(names) == 2):
        return " and ".join(names[:2]) if len(names) < 3 else f"{names[0]}, {names[1]} and others"
    if token.tag in RELATIVE and (head := writer.relative_head(subject[0])) is not None:
        return writer.noun(head)
    words = ARTICLES.sub("", writer.fitting(subject[0], frozenset(), SUBJECT_ROOM, without=frozenset({verb})))
    together = writer.tree.children(subject[0], "conj")
    first, _, rest = words.partition(", ")
    if token.text not in first.split() and token.text in rest:
        first, _, rest = rest[rest.rfind(", ") + 1 :].strip().partition(", ")  # The May 9, 2003, blasts.
    listed = " and " in rest and len(words) <= 2 * LIMIT // 3
    return words if together or listed else first


def _is_plural(writer: Writer, subject: list[int], who: str) -> bool:
    """Whether the verb stands in the plural: by the noun, a number, or whom the relative pronoun means."""
    if not subject:
        return " and " in who
    tree, index = writer.tree, subject[0]
    token = tree.tokens[index]
    if token.tag in RELATIVE and (head := writer.relative_head(index)) is not None:
        index, token = head, tree.tokens[head]
    if who in writer.reading.who(writer.sentence, subject[0]):
        return token.tag == "NNPS" and who == token.text
    together = any(tree.tokens[c].dep == "conj" and tree.tokens[c].pos in NOUNS for c in tree.below[index])
    if token.lemma in lexicon.title_words("quantity"):
        together = together or any(tree.tokens[o].tag == "NNS" for o in prepositional(tree, index, "of"))
    word = token.text.lower()
    several = word in ("they", "we", "several", "many", "both", "all", "others", "people", "most", "some", "few")
    number = token.pos == "NUM" and word not in ("1", "one")
    return token.tag in ("NNS", "NNPS") or together or several or number or " and " in who


def _quoted(writer: Writer, verb: int) -> str:
    """The quotation that a bare word of saying carries."""
    reading, span = writer.reading, writer.tree.sentence.span
    where = (writer.sentence, verb)
    quotation = next((q for q in reading.quotations if q.cue == where and q.span.overlaps(span)), None)
    if quotation is None:
        return ""
    words = reading.document.text[quotation.span.start : quotation.span.end]
    return ": “" + " ".join(words.split()).strip('“”" ,') + "”"
