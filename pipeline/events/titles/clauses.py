"""The clause of a verb as a headline: who, the verb in the present, and as many of its complements as there is room."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.parse.syntax import NOUNS, Tree, clause_dep, is_passive, sharing_auxiliary, subjects
from pipeline.events.reading import Draft
from pipeline.events.title_lexicon import title_words
from pipeline.events.titles.articles import with_article
from pipeline.events.titles.content import content, loose
from pipeline.events.titles.inflection import as_told
from pipeline.events.titles.phrases import Writer
from pipeline.events.titles.quoted import opens_as_sentence, quoted
from pipeline.events.titles.shown import RELATIVE, UNNAMED
from pipeline.events.titles.subject import NARROW, SEVERAL, subject_of
from pipeline.events.titles.wording import LIMIT, dangles, without_openers
from pipeline.events.triggers.saying import is_saying

NEEDED = frozenset({"dobj", "attr", "acomp", "oprd", "prt", "dative", "xcomp", "agent", "neg", "ccomp"})
CONTENT = frozenset({"ccomp", "xcomp"})
APART = frozenset({":", ";", "–", "—"})
"""Marks between two sentences that stand in one."""
RESERVE = 40
"""Characters kept for what is said or done when an object stands before it."""
LEAST = 20
"""Characters that an object gets in any case."""


def clause(writer: Writer, draft: Draft, verb: int, *, mine: bool = True, strict: bool = True) -> str:
    """The clause of a verb; "" when something it needs is wanting, unless not `strict`."""
    passive = is_passive(writer.tree, verb)
    if not mine and writer.tree.tokens[verb].dep == "pcomp" and not writer.tree.children(verb, "nsubj"):
        return ""
    subject = subject_of(writer, draft, verb, passive=passive, mine=mine)
    says = as_told(writer.tree, verb, plural=subject.plural, passive=passive)
    if draft.factuality == "planned" and mine:
        says = re.sub(r"^(?:will|would|shall|'ll|’ll) ", "to ", says)
    unplanned = draft.factuality not in ("planned", "hypothetical")
    bare = says.startswith("to ") and unplanned and writer.tree.tokens[verb].dep == "xcomp"
    if strict and (not subject.words or bare):
        return ""
    writer = replace(writer, cuts=[])
    line = _line(writer, draft, verb, f"{subject.words} {says}".strip(), mine=mine, strict=strict)
    narrow = subject_of(writer, draft, verb, passive=passive, mine=mine, room=NARROW).words if len(line) > LIMIT else ""
    if len(narrow) < len(subject.words) and narrow.lower() not in SEVERAL and narrow:
        return _line(writer, draft, verb, f"{narrow} {says}", mine=mine, strict=strict)
    line += _told_along(writer, verb, LIMIT - len(line))
    if writer.brief or not writer.cuts:
        return line
    brief = _line(replace(writer, brief=True), draft, verb, f"{subject.brief} {says}", mine=mine, strict=strict)
    gained = len(line) > LIMIT or brief.count(" ") > line.count(" ")
    return brief if gained and len(brief) <= LIMIT else line


def _told_along(writer: Writer, verb: int, room: int) -> str:
    """Nine people are killed *and 40 wounded in Brest*: what shares the auxiliary, where there is room for it."""
    tree, line = writer.tree, ""
    for other in sharing_auxiliary(tree, verb):
        heads = subjects(tree, other)
        told = [writer.phrase(heads[0]), tree.tokens[other].text] if heads and verb < heads[0] < other else []
        start = f"{line} and {' '.join(told)}"
        if told and len(start) < room:
            line = " ".join([start, *_complements(writer, other, frozenset(), room - len(start) - 1)])
    return line if len(line) < room else ""


def _line(writer: Writer, draft: Draft, verb: int, line: str, *, mine: bool, strict: bool) -> str:
    """Subject and verb with their complements, or with what is said; "" when the verb wants an object."""
    tree, room = writer.tree, LIMIT - len(line) - 1
    subject = subjects(tree, verb)
    own = frozenset(n for i in subject for n in writer.reading.who(draft.sentence, i))
    own = own or frozenset({UNNAMED, *(f"{UNNAMED}{i}" for i in subject)} if subject else ())
    saying = mine and is_saying(writer.reading, draft)
    own |= frozenset(draft.actors if saying and len(draft.actors) == 1 else ())  # The Latvian leader says that he.
    direct = opens_as_sentence(writer, verb) if saying else None
    spoken = {c for c in tree.below[verb] if direct is not None and direct.holds(tree.tokens[c].span.start)}
    rest = _complements(writer, verb, own, room, without=frozenset(spoken))
    before = [c for c in tree.children(verb, "ccomp") if c < verb and clause_dep(tree, c) == "ccomp"]
    before = [c for c in before if not any(tree.tokens[i].text in APART for i in range(c, verb))]
    before = before or ([tree.tokens[verb].head] if saying and _interrupts(tree, verb) else [])
    bare = tree.tokens[verb].lemma in ("say", "add")
    wanted = frozenset({"ccomp"}) if bare else CONTENT
    after = any(clause_dep(tree, c) in wanted and c > verb and c not in spoken for c in tree.below[verb])
    kept = [words for words in rest if not bare or len(words) <= LEAST]  # What was said before where.
    quotation = quoted(writer, verb, LIMIT - len(" ".join([line, *kept]))) if saying and not after else ""
    rest = kept if quotation else rest
    tells = not is_passive(tree, verb) or (tree.tokens[verb].lemma.lower(), "VERB") in lexicon.cues()
    if before and tells and mine and not after and (not quotation or _goes_beyond(writer, before[0], verb)):
        told = [writer.fitting(c, own, LEAST) for c in tree.children(verb, "dobj", "dative") if c > verb]
        line = " ".join([line, *told])
        return f"{line} {without_openers(content(writer, before[0], own, LIMIT - len(line) - 1))}"
    if strict and not rest and not quotation and not is_passive(tree, verb) and _wants_object(tree, verb):
        return ""
    return " ".join([line, *rest]) + quotation


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
    return (lemma, "VERB") in lexicon.cues() and lemma not in title_words("intransitive")


def _complements(
    writer: Writer, verb: int, own: frozenset[str], room: int, *, without: frozenset[int] = frozenset()
) -> list[str]:
    """What follows the verb, in order: what the sentence needs, then free phrases while there is room."""
    tree = writer.tree
    after = [c for c in tree.below[verb] if c > verb and c not in without]
    needed = [
        c for c in after if _is_needed(tree, verb, c) and not (tree.tokens[c].dep == "prep" and writer.is_date(c))
    ]
    found: dict[int, str] = {}
    for number, child in enumerate(needed):
        later = any(clause_dep(tree, c) in CONTENT for c in needed[number + 1 :])
        left = max(LEAST, room - (RESERVE if later else 0))
        said = clause_dep(tree, child) == "ccomp"
        if tree.tokens[child].dep == "agent" and later and _crowds(writer, child, needed[number + 1 :], room):
            continue
        found[child] = content(writer, child, own, room) if said else writer.fitting(child, own, left)
        room -= len(found[child]) + 1
    said = any(clause_dep(tree, c) in CONTENT for c in needed)
    inner = None if said or without else loose(tree, verb)
    if inner is not None and (_reaches(tree, verb, inner) or not any(found.values())):
        found[inner] = content(writer, inner, own, room)
        room -= len(found[inner]) + 1
    gap = _gap(writer, verb)
    room -= len(gap) + 1 if gap else 0
    for child in after:
        if child not in found and _is_adjunct(tree, child) and not writer.is_date(child):
            words = writer.fitting(child, own, room, without=frozenset(() if inner is None else (inner,)))
            if len(words) < room and not dangles(words):
                found[child] = words
                room -= len(words) + 1
    if not (gap or any(found.values())):
        first = next((c for c in after if _is_adjunct(tree, c) and not writer.is_date(c)), None)
        return [words] if first is not None and not dangles(words := writer.fitting(first, own, room)) else []
    return [words for words in (gap, *(found[c] for c in sorted(found, key=lambda c: _place(tree, c, found)))) if words]


def _place(tree: Tree, child: int, found: dict[int, str]) -> tuple[bool, int]:
    """The place of a complement: sentenced to ten years Anna Orlova, with the object first."""
    late = tree.tokens[child].dep == "dobj" and any(tree.tokens[c].dep == "prep" and c < child for c in found)
    return (not late, child)


def _reaches(tree: Tree, verb: int, inner: int) -> bool:
    """Warned her during a visit that it would close: a visit is about nothing, so the verb says it."""
    noun = tree.tokens[tree.tokens[inner].head]
    tie = tree.tokens[noun.head]
    return noun.dep == "pobj" and tie.head == verb and (noun.lemma.lower(), "NOUN") not in lexicon.cues()


def _crowds(writer: Writer, agent: int, after: list[int], room: int) -> bool:
    """Was told by officials of the ministry that it would close: what was told comes first where both are too long."""
    content = sum(len(writer.phrase(c)) + 1 for c in after)
    return len(writer.phrase(agent)) + content > room and room - len(writer.phrase(agent)) < RESERVE


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
    kept_from = dep == "prep" and tree.tokens[child].text.lower() == "from" and bool(tree.children(child, "pcomp"))
    needed = dep in NEEDED or kept_from or predicate or whose  # Bars the crowd from reaching the square.
    return needed or late or _asked(tree, child) or _is_particle(tree, verb, child)


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


def _is_particle(tree: Tree, verb: int, child: int) -> bool:
    token = tree.tokens[child]
    return token.dep == "advmod" and child == verb + 1 and token.text.lower() in title_words("particle")


def _gap(writer: Writer, verb: int) -> str:
    """The noun that a relative clause is about, when it is the verb's object: the treaty that they signed."""
    tree, token = writer.tree, writer.tree.tokens[verb]
    before = [c for c in tree.below[verb] if c < verb]
    for child in before:
        inner = tree.tokens[child]
        if inner.dep in ("dobj", "dative", "attr") and any(tree.tokens[o].tag in RELATIVE for o in tree.subtree(child)):
            return with_article(writer.phrase(child))
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
    return "" if asks else with_article(writer.phrase(head.index))
