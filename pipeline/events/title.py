"""A headline for a mention: subject, verb in the present, object; names for pronouns; 90 characters, no date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.events import lexicon
from pipeline.events.frames import third_person, told
from pipeline.events.names import country_of
from pipeline.events.phrases import RELATIVE, UNNAMED, Writer
from pipeline.events.reading import Draft, Reading
from pipeline.events.statements import is_saying
from pipeline.events.syntax import CLAUSES, NOUNS, Tree, clause_dep, clause_verb, is_passive, subjects
from pipeline.events.wording import ARTICLES, LIMIT, dangles, is_whole, polish

NEEDED = frozenset({"dobj", "attr", "acomp", "oprd", "prt", "dative", "xcomp", "agent", "neg", "ccomp"})
CONTENT = frozenset({"ccomp", "xcomp"})
AROUND = frozenset({"since", "after", "before", "until", "till", "following", "amid", "despite"})
"""Prepositions that tie an event to another one; the clause around tells the other."""
UNSURE = frozenset({"may", "might", "could", "allegedly", "alleged", "reportedly"})
"""Words by which a line itself says that it is not known."""


def title(reading: Reading, draft: Draft) -> str:
    """One line of at most 90 characters: the first way of telling it that makes a whole sentence or a full name."""
    lines = [polish(line) for line in _ways(reading, draft) if line]
    good = next((line for line in lines if is_whole(line)), None)
    if good is not None:
        return _attributed(reading, draft, good)
    named = [line for line in lines if not dangles(line)]
    return max(named or lines or [reading.trees[draft.sentence].tokens[draft.token].text], key=len)


def _attributed(reading: Reading, draft: Draft, line: str) -> str:
    """A deed that is only alleged does not read like a fact: who says so follows, or “Alleged” stands in front."""
    claim = draft.claim
    own = claim is not None and line.startswith(claim.claimant)
    if draft.factuality != "alleged" or is_saying(reading, draft) or own or ": " in line or set(line.split()) & UNSURE:
        return line
    if claim is None or not claim.named:
        marked = f"Alleged: {line}"
    else:
        verb = "claims" if claim.kind in ("claim", "accuse") else "says"
        person = any(n.name == claim.claimant and n.kind == "person" for n in reading.names.all)
        marked = f"{line}, {claim.claimant.split()[-1] if person else claim.claimant} {verb}"
    return marked if len(marked) <= LIMIT else line


def _ways(reading: Reading, draft: Draft) -> Iterator[str]:
    """Ways to tell it, best first: its own clause or frame, its noun phrase, the clause it stands in."""
    writer = Writer(reading, draft.sentence)
    tree, token = writer.tree, writer.tree.tokens[draft.token]
    if token.tag == "VB" and token.dep == "acl" and tree.tokens[token.head].pos == "NOUN":
        yield writer.noun(token.head)
        yield from _above(writer, draft, token.head)
    elif token.pos in ("VERB", "AUX", "ADJ"):
        verb = clause_verb(tree, draft.token)
        yield _clause(writer, draft, verb)
        if not tree.children(verb, "nsubj", "nsubjpass"):
            yield from _above(writer, draft, verb)
        yield _clause(writer, draft, verb, strict=False)
    else:
        head = tree.tokens[token.head]
        light = head.pos == "VERB" and head.lemma in lexicon.support_verbs() and head.dep not in ("relcl", "acl")
        if token.dep in ("dobj", "nsubjpass") and light:
            yield _clause(writer, draft, token.head)
        yield told(writer, draft)
        if token.dep in ("nsubj", "nsubjpass") and head.lemma in lexicon.title_words("happens"):
            yield _clause(writer, draft, token.head)
        if (words := writer.noun(draft.token)).count(" ") > 1 and any(w[:1].isupper() for w in words.split()):
            yield words
        aside = tree.tokens[head.head].pos not in ("VERB", "AUX") or head.text.lower() in AROUND
        if token.dep == "pobj" and aside:
            yield _named(writer, draft)
        else:
            yield from _above(writer, draft, draft.token)
            yield _named(writer, draft)


def _above(writer: Writer, draft: Draft, index: int) -> Iterator[str]:
    """The clauses that a word stands in, nearest first."""
    tree = writer.tree
    for above in tree.ancestors(index):
        if tree.tokens[above].pos in ("VERB", "AUX") and tree.tokens[above].dep in CLAUSES:
            yield _clause(writer, draft, above, mine=False)


def _named(writer: Writer, draft: Draft) -> str:
    """The noun phrase with a place or somebody of the event."""
    words = writer.noun(draft.token)
    if draft.locations and draft.locations[0] not in words:
        return f"{words} in {draft.locations[0]}"
    around = [n for n in (*draft.recipients, *draft.actors) if n.split()[-1] not in words]
    return f"{words}: {around[0]}" if around else words


def _clause(writer: Writer, draft: Draft, verb: int, *, mine: bool = True, strict: bool = True) -> str:
    """The clause of a verb; "" when something it needs is wanting, unless not `strict`."""
    tree = writer.tree
    subject = subjects(tree, verb)
    passive = is_passive(tree, verb)
    who = _who(writer, subject, verb)
    if not who and mine:
        who = next(iter(draft.recipients if passive else draft.actors), "")
    own = frozenset(n for i in subject for n in writer.reading.who(draft.sentence, i))
    own = own or frozenset({UNNAMED} if subject else ())
    plural = _is_plural(writer, subject, who)
    says = _present(tree, verb, plural=plural, passive=passive)
    if draft.factuality == "planned" and mine:
        says = re.sub(r"^(?:will|would|shall|'ll|’ll) ", "to ", says)
    unplanned = draft.factuality not in ("planned", "hypothetical")
    if strict and (not who or (says.startswith("to ") and unplanned and tree.tokens[verb].dep == "xcomp")):
        return ""
    line = f"{who} {says}".strip()
    room = LIMIT - len(line) - 1
    rest = _complements(writer, verb, own, room)
    for words, needed in rest:
        if needed or len(line) + len(words) < LIMIT:
            line += " " + words
    saying = mine and is_saying(writer.reading, draft)
    before = [c for c in tree.children(verb, "ccomp") if c < verb and clause_dep(tree, c) == "ccomp"]
    after = any(clause_dep(tree, c) in CONTENT and c > verb for c in tree.below[verb])
    quoted = _quoted(writer, verb) if saying and not after else ""
    if before and saying and not after and (not quoted or _goes_beyond(writer, before[0], verb)):
        return f"{who} {says} {_content(writer, before[0], own, room)}"
    if strict and not rest and not quoted and not passive and _wants_object(tree, verb):
        return ""
    return line + quoted


def _goes_beyond(writer: Writer, clause: int, verb: int) -> bool:
    """Whether what is said begins before its quotation: the firm "had a good year", she said."""
    where = (writer.sentence, verb)
    quotation = next((q for q in writer.reading.quotations if q.cue == where), None)
    heads = subjects(writer.tree, clause)
    return quotation is not None and bool(heads) and not quotation.span.holds(writer.tree.tokens[heads[0]].span.start)


def _wants_object(tree: Tree, verb: int) -> bool:
    """Whether a bare verb is one of saying: denies, announces, claims need their content."""
    lemma = tree.tokens[verb].lemma.lower()
    return (lemma, "VERB") in lexicon.cues() and lemma not in lexicon.title_words("intransitive")


def _complements(writer: Writer, verb: int, own: frozenset[str], room: int) -> list[tuple[str, bool]]:
    """What follows the verb, in order, each with whether the sentence needs it; a relative's object comes home."""
    tree, found = writer.tree, []
    subject = subjects(tree, verb)
    for child in tree.below[verb]:
        dep = clause_dep(tree, child)
        if child < verb:
            continue
        if dep == "ccomp":
            found.append((_content(writer, child, own, room), True))
        elif dep in NEEDED or (dep == "nsubj" and child not in subject) or _is_particle(tree, verb, child):
            found.append((writer.fitting(child, own, room), True))
        elif _is_adjunct(tree, child) and not writer.is_date(child):
            words = writer.fitting(child, own, room)
            if not dangles(words):
                found.append((words, False))
    if not any(needed for _, needed in found) and (clause := _loose(tree, verb)) is not None:
        found = [(_content(writer, clause, own, room), True)]
    if gap := _gap(writer, verb):
        found.insert(0, (gap, True))
    return [(words, needed) for words, needed in found if words]


def _is_adjunct(tree: Tree, index: int) -> bool:
    """A phrase with a preposition, or an adverb with one: in Minsk, outside of the court."""
    token = tree.tokens[index]
    if token.text.lower() == "according":
        return False
    return token.dep == "prep" or (token.dep == "advmod" and bool(tree.children(index, "prep")))


def _content(writer: Writer, clause: int, own: frozenset[str], room: int) -> str:
    """What is said; a relative pronoun that is its subject stands before its verb: the regions were annexed."""
    tree = writer.tree
    words = writer.fitting(clause, own, room)
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
    people = token.text != names[0] and country_of(token.text) is not None if names else False
    if names and not people and (token.pos in ("PROPN", "PRON", "DET") or token.tag == "NN" or len(names) == 2):
        return " and ".join(names[:2]) if len(names) < 3 else f"{names[0]}, {names[1]} and others"
    if token.tag in RELATIVE and (head := writer.relative_head(subject[0])) is not None:
        return writer.noun(head)
    words = ARTICLES.sub("", writer.phrase(subject[0], without=frozenset({verb})))
    together = writer.tree.children(subject[0], "conj")
    first, _, rest = words.partition(", ")
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


def _present(tree: Tree, verb: int, *, plural: bool, passive: bool) -> str:
    """The verb as headlines have it: dies, is poisoned, may join; past and perfect become the present."""
    token = tree.tokens[verb]
    aux = [tree.tokens[c] for c in tree.children(verb, "aux", "auxpass") if c < verb]
    negative = " not" if tree.children(verb, "neg") else ""
    be = ("are" if plural else "is") + negative
    if any(a.tag in ("MD", "TO") for a in aux):
        words = [a.text for a in aux]
        return " ".join([*words[:1], *([negative.strip()] if negative else []), *words[1:], token.text])
    if token.lemma == "be" or (token.pos == "AUX" and token.lemma != "have"):
        return be
    if passive or (token.tag == "VBG" and any(a.lemma == "be" for a in aux)):
        return f"{be} {token.text}"
    if negative:
        return ("do not " if plural else "does not ") + token.lemma
    return token.lemma if plural else third_person(token.lemma)
