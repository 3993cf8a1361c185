"""What kind of event a trigger tells of: PLOVER type and mode, from the lexicon and the words that stand with it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.events import lexicon
from pipeline.events.parse.syntax import Tree, prepositional, subjects
from pipeline.events.parse.voice import is_passive
from pipeline.lexicons import EventType

UNKNOWN = "OTHER"
HOSTILE = frozenset({"ATTACK", "ASSAULT", "COERCE", "THREATEN", "OCCUPY", "DEATH"})
"""Kinds of events that harm somebody."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Event type, mode, and the lexicon entry that gave them."""

    event_type: str
    mode: str | None
    because: str
    needs_negation: bool = False
    """Whether the word is an event of this kind only under negation: could not walk."""


def kind_of(tree: Tree, index: int, *, doer: str = "") -> Kind:
    """Type and mode of a trigger; OTHER when the lexicon has no entry that fits. `doer`: the noun that "they" means."""
    if doer:
        return _kind_of(tree, index, doer)
    if index not in tree.told:
        tree.told[index] = _kind_of(tree, index, "")
    found: Kind = tree.told[index]
    return found


def _kind_of(tree: Tree, index: int, doer: str) -> Kind:
    token, near = tree.tokens[index], frozenset[str]()
    for pos in _parts_of_speech(token.pos, token.tag):
        for row in lexicon.event_types().get((_lemma(token.lemma, token.text), pos), ()):
            needed = lexicon.needed(row)
            if not needed:
                if row.event_type == "MOVE" and pos == "VERB" and _goes_nowhere(tree, index):
                    continue
                return _carried(tree, index, row)
            near = near or frozenset("not" if w in ("n't", "n’t") else w for w in (*_company(tree, index), doer))
            if company := {words for words in needed if near.issuperset(words.split("+"))}:
                negated = all(words.split("+")[0] == "not" for words in company)
                return Kind(row.event_type, row.mode, f"“{token.text}” with “{min(company)}”", negated)
    if token.pos in ("VERB", "AUX"):
        for child in tree.children(index, "acomp", "oprd"):
            if tree.tokens[child].pos == "ADJ" and (kind := kind_of(tree, child)).event_type != UNKNOWN:
                return kind
    return Kind(UNKNOWN, None, f"“{token.text}” is not in the lexicon of event words")


def tells_of(tree: Tree, index: int, *kinds: str) -> bool:
    """Whether a word, with the words that stand with it here, tells of an event of one of these kinds."""
    token = tree.tokens[index]
    keys = [(_lemma(token.lemma, token.text), pos) for pos in _parts_of_speech(token.pos, token.tag)]
    may = any(row.event_type in kinds for key in keys for row in lexicon.event_types().get(key, ()))
    return may and kind_of(tree, index).event_type in kinds


def _goes_nowhere(tree: Tree, index: int) -> bool:
    """Was moved by it; moved to ban the party: nobody travels."""
    phase = tree.tokens[index].lemma.lower() in lexicon.phase_verbs() and bool(tree.children(index, "xcomp"))
    return phase or bool(tree.children(index, "auxpass", "nsubjpass"))


def _carried(tree: Tree, index: int, row: EventType) -> Kind:
    return Kind(row.event_type, row.mode, f"“{tree.tokens[index].text}” is listed as {row.event_type}")


def _parts_of_speech(pos: str, tag: str) -> tuple[str, ...]:
    if pos in ("VERB", "AUX"):
        return ("VERB",)
    if pos in ("NOUN", "PROPN"):
        return ("NOUN", "VERB") if tag == "VBG" else ("NOUN",)
    return ("ADJ", "VERB") if tag in ("VBN", "VBD") else ("ADJ",)


def _lemma(lemma: str, text: str) -> str:
    """The tagger leaves some lemmas capitalised, and hyphens keep compounds whole: vote-rigging is rigging."""
    word = lemma.lower()
    return word.rsplit("-", 1)[-1] if "-" in text and not word.startswith("re-") else word


def _company(tree: Tree, index: int) -> frozenset[str]:
    """Lemmas of the particles, objects, subjects and modifiers of a word, and of the phrases it governs."""
    near = list(tree.below[index])
    on = [p for p in tree.children(index, "prep") if tree.tokens[p].text.lower() == "on"]
    dated = [p for p in on if any(_is_day(tree, o) for o in tree.children(p, "pobj"))]
    near = [n for n in near if n not in dated]  # Called on Monday: called on nobody.
    for child in near[:]:
        near += [o for n in tree.children(child, "prep") for o in tree.children(n, "pobj")]
        if tree.tokens[child].dep in ("prep", "dobj", "nsubj", "nsubjpass", "xcomp", "acomp", "agent", "pobj", "prt"):
            near += tree.below[child]
            near += [c for n in tree.below[child] for c in tree.below[n] if tree.tokens[n].dep in ("pobj", "conj")]
    if tree.tokens[index].dep in ("dobj", "pobj", "acl", "relcl", "amod"):
        near.append(tree.tokens[index].head)
    near += _company_of_predicate(tree, index)
    near += [mark for clause in tree.children(index, "ccomp") for mark in tree.children(clause, "mark")]
    if tree.tokens[index].dep == "conj" and not is_passive(tree, index):
        near += subjects(tree, index)
    objects = tree.children(index, "dobj", "nsubjpass")
    labels: frozenset[str] = frozenset(f"<object {tree.tokens[n].lemma.lower()}>" for n in objects)
    objects += prepositional(tree, index, "of", "for")
    objects += [a for n in objects for a in tree.children(n, "appos")]
    objects = [n for n in objects if tree.tokens[n].entity]
    labels |= frozenset(f"<{tree.tokens[n].entity.lower()}>" for n in objects)
    doers = [n for n in (*subjects(tree, index), *tree.children(index, "poss")) if tree.tokens[n].entity]
    labels |= {f"<doer {tree.tokens[n].entity.lower()}>" for n in doers}
    labels |= _placed(tree, index)
    labels |= {"<object>"} if tree.children(index, "dobj") else set()
    if any(tree.tokens[c].dep in ("ccomp", "xcomp", "parataxis") for c in tree.below[index]):
        labels |= {"<clause>"}
    labels |= {"<to>"} if _has_infinitive(tree, index) else set()
    labels |= {"<for doing>"} if _is_for_deed(tree, index) else set()
    labels |= {"<passive>"} if is_passive(tree, index) else set()
    if (tree.children(index, "oprd") or _has_judgement(tree, index)) and not _is_naming(tree, index):
        labels |= {"<predicate>"}
    return (
        labels
        | frozenset(tree.tokens[n].lemma.lower() for n in near if tree.tokens[n].dep != "prep")  # According: no accord.
        | frozenset(tree.tokens[n].text.lower() for n in near)
    )


def _placed(tree: Tree, index: int) -> set[str]:
    """The kinds of names that stand with a preposition: <to gpe> for came to Minsk, <at money> for closed at $60."""
    preps = tree.children(index, "prep")
    governed = [(tree.tokens[p].text.lower(), tree.tokens[o].entity) for p in preps for o in tree.children(p, "pobj")]
    return {f"<{prep} {entity.lower()}>" for prep, entity in governed if entity}


def _has_infinitive(tree: Tree, verb: int) -> bool:
    """Told the army to halt, fought to keep the boy."""
    clauses = tree.children(verb, "xcomp", "ccomp")
    return any(tree.tokens[c].tag == "TO" for clause in clauses for c in tree.children(clause, "aux"))


def _is_for_deed(tree: Tree, verb: int) -> bool:
    """Attacked the premier for raising taxes: words, not blows."""
    preps = [p for p in tree.children(verb, "prep") if tree.tokens[p].text.lower() == "for"]
    return any(tree.tokens[c].tag == "VBG" for p in preps for c in tree.children(p, "pcomp"))


def _is_day(tree: Tree, index: int) -> bool:
    return tree.tokens[index].entity in ("DATE", "TIME")


def _has_judgement(tree: Tree, verb: int) -> bool:
    """Called the decision to free him difficult: the parser hangs the judgement on the clause of its object."""
    objects = tree.children(verb, "dobj")
    clauses = [*tree.children(verb, "ccomp"), *(c for o in objects for c in tree.children(o, "acl"))]
    words = [c for clause in clauses for c in (clause, *tree.children(clause, "oprd", "acomp"))]
    return any(tree.tokens[w].pos == "ADJ" and not tree.children(w, "aux", "mark") for w in words)


def _is_naming(tree: Tree, verb: int) -> bool:
    """Is called Orion, drills called Orion, calls itself the capital: a name, not a judgement."""
    own = any(tree.tokens[c].text.lower().endswith(("self", "selves")) for c in tree.children(verb, "nsubj", "dobj"))
    own = own or (tree.tokens[verb].tag == "VBN" and tree.tokens[verb].dep == "acl")
    return own or bool(tree.children(verb, "auxpass", "nsubjpass"))


def _company_of_predicate(tree: Tree, index: int) -> list[int]:
    """Words with the verb of which this word is the predicate: has been president since, is in power since."""
    token = tree.tokens[index]
    if token.dep in ("xcomp", "attr"):
        return list(tree.below[token.head])
    if token.dep == "pobj" and tree.tokens[token.head].text.lower() in ("in", "on"):
        verb = tree.tokens[token.head].head
        return [verb, *tree.below[verb]] if tree.tokens[verb].pos in ("VERB", "AUX") else []
    return []
