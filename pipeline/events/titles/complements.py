"""What follows the verb in a title: all that its clause says, and when that is too long, what an editor would keep."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.parse.syntax import NOUNS, Tree, clause_dep
from pipeline.events.parse.voice import is_passive
from pipeline.events.title_lexicon import title_words
from pipeline.events.titles.articles import with_article
from pipeline.events.titles.asides import is_aside
from pipeline.events.titles.content import content, in_front, loose
from pipeline.events.titles.days import aimed_behind_day
from pipeline.events.titles.fitting import Part
from pipeline.events.titles.inflection import retold
from pipeline.events.titles.needed import is_needed, wants_object
from pipeline.events.titles.one_line import fitted_line
from pipeline.events.titles.phrases import Writer
from pipeline.events.titles.pronouns import is_open
from pipeline.events.titles.restrictive import goes_on
from pipeline.events.titles.shown import RELATIVE
from pipeline.events.titles.spoken_of import last_person
from pipeline.events.titles.turning import turns
from pipeline.events.titles.wording import dangles

CONTENT = frozenset({"ccomp", "xcomp"})

VAGUE = re.compile(rf"\w+ (?:a|an) (?:{'|'.join(sorted(title_words('vacuous')))})$")
"""In a case: nothing that the title does not say without it."""


def complements(
    writer: Writer, verb: int, own: frozenset[str], room: int, *, without: frozenset[int] = frozenset()
) -> str:
    """What follows the verb, in at most about `room` characters."""
    parts, gap = _parts(writer, verb, without), _gap(writer, verb)
    parts = parts or ([] if gap else _in_front_of(writer, verb))
    front = [i for p in parts if clause_dep(writer.tree, p.head) == "ccomp" for i in in_front(writer.tree, p.head)]

    def write(gone: frozenset[int], *, tight: bool, by: Writer) -> str:
        return " ".join(_written(by, parts, own, gap, gone, tight=tight))

    return fitted_line(writer, parts, write, room, frozenset(front))


def _in_front_of(writer: Writer, verb: int) -> list[Part]:
    """To the hospital she was brought: where a verb has nothing else, the phrase of place in front comes after it."""
    tree = writer.tree
    after = any(c > verb and tree.tokens[c].pos != "PUNCT" for c in tree.below[verb])
    near = [] if after else [c for c in tree.children(verb, "prep") if c < verb and not writer.is_date(c)]
    return [Part(c) for c in near if tree.tokens[c].text.lower() in ("to", "into")][-1:]


def _shared(tree: Tree, verb: int) -> list[int]:
    """Approved and delivered six visas: the object of both verbs hangs on the second."""
    after = [c for c in tree.below[verb] if c > verb and tree.tokens[c].dep not in ("cc", "punct")]
    second = after[0] if after and tree.tokens[after[0]].dep == "conj" else verb
    adjoins = second - verb <= len(("and", "delivered")) and not is_passive(tree, verb)
    return tree.children(second, "dobj")[:1] if adjoins and not tree.children(second, "nsubj", "nsubjpass") else []


def _written(  # what a line is made of
    writer: Writer,
    parts: Sequence[Part],
    own: frozenset[str],
    gap: str,
    gone: frozenset[int],
    *,
    tight: bool,
) -> list[str]:
    """The words of each part, in the order of a headline; without phrases at whose end something is wanting."""
    tree, found = writer.tree, {}
    for part in parts:
        if part.head in gone:
            continue
        if clause_dep(tree, part.head) == "ccomp" or (part.said and clause_dep(tree, part.head) != "xcomp"):
            aside = any(p.may_go and p.head in found for p in parts if p.head < part.head)
            words = content(writer, part.head, own | _objects(writer, parts, part), gone, tight=tight and not aside)
        else:
            by = replace(writer, retold=_all_retold(writer, part.head)) if _is_past(tree, part.head) else writer
            words = by.phrase(
                part.head, own | _objects(writer, parts, part) | _named(writer, parts, part), gone | part.without
            )
        if words and not (part.may_go and (dangles(words) or VAGUE.match(words)) and len(parts) > 1):
            found[part.head] = words
    return [w for w in (gap, *(found[c] for c in sorted(found, key=lambda c: _place(writer.tree, c, found)))) if w]


def _parts(writer: Writer, verb: int, without: frozenset[int]) -> list[Part]:
    """What follows a verb in its clause, in order: what it needs, free phrases, a clause that hangs on one of them."""
    tree = writer.tree
    end = next((t.index for t in tree.tokens[verb:] if t.text == ";"), len(tree.tokens))
    after = [c for c in tree.below[verb] if verb < c < end and c not in without]
    after += [c for day in after if writer.is_date(day) for c in aimed_behind_day(tree, day)]
    needed = [c for c in after if is_needed(tree, verb, c) and not (tree.tokens[c].dep == "prep" and writer.is_date(c))]
    contents = [c for c in needed if clause_dep(tree, c) == "ccomp"]
    if contents and tree.tokens[contents[0]].pos in ("VERB", "AUX"):
        needed = [c for c in needed if c not in contents[1:]]  # Two clauses side by side are a slip of the parser.
    said = {c for c in needed if clause_dep(tree, c) in CONTENT}
    inner = None if said or without else loose(tree, verb)
    if inner is not None and (_reaches(tree, verb, inner) or not needed):
        said.add(inner)
    needed += _shared(tree, verb) if not needed else []
    held = frozenset(said.difference(after))
    free = [c for c in after if c not in needed and _is_adjunct(writer, c)]
    may_go = {*(c for c in free if not turns(tree, c)), *(c for c in needed if said and tree.tokens[c].dep == "agent")}
    heads = sorted({*needed, *free, *said})
    tied = {c for c in may_go if writer.spare and clause_dep(tree, c) == "advcl"}
    return [Part(c, c in may_go, c in said, frozenset() if c in held else held, c in tied) for c in heads]


def _is_past(tree: Tree, verb: int) -> bool:
    """Fled after police fired: a clause of the past beside the main one is told in the present too."""
    modal = any(tree.tokens[c].tag in ("MD", "TO") for c in tree.children(verb, "aux"))
    finite = any(tree.tokens[i].tag == "VBD" for i in (verb, *tree.children(verb, "aux", "auxpass")))
    return clause_dep(tree, verb) == "advcl" and finite and not modal


def _all_retold(writer: Writer, verb: int) -> dict[tuple[int, int], str]:
    """The words of a verb of the past in the present, and of what it goes on with: when it sinks and burns."""
    tree = writer.tree
    others = [c for c in tree.children(verb, "conj") if tree.tokens[c].tag == "VBD"]
    return {(writer.sentence, i): word for v in (verb, *others) for i, word in retold(tree, v).items()}


def _objects(writer: Writer, parts: Sequence[Part], clause: Part) -> frozenset[str]:
    """Those whom the line names before a part: condemn Latvia after *it* fires, hands her *her* key."""
    tied = bool(writer.tree.children(clause.head, "pcomp"))  # After finding her guilty.
    if writer.tree.tokens[clause.head].dep not in ("advcl", "ccomp", "dobj") and not tied:
        return frozenset()
    before = [p.head for p in parts if p.head < clause.head and writer.tree.tokens[p.head].dep in ("dobj", "dative")]
    return frozenset(name for head in before for name in writer.reading.who(writer.sentence, head))


def _named(writer: Writer, parts: Sequence[Part], part: Part) -> frozenset[str]:
    """Whom a line names last before a part: searched Orlova's flat to stop *her*, killed Petrov in *his* kitchen."""
    tree = writer.tree
    before = [i for p in parts if p.head < part.head for i in tree.subtree(p.head)]
    first = next((i for i in tree.subtree(part.head) if tree.tokens[i].pos == "PRON"), -1)
    return last_person(writer, first, before) if first >= 0 else frozenset()


def _place(tree: Tree, child: int, found: dict[int, str]) -> tuple[bool, int]:
    """The place of a complement: sentenced to ten years Anna Orlova, with the object first."""
    late = tree.tokens[child].dep == "dobj" and any(tree.tokens[c].dep == "prep" and c < child for c in found)
    return (not late, child)


def _reaches(tree: Tree, verb: int, inner: int) -> bool:
    """Warned her during a visit that it would close: a visit is about nothing, so the verb says it."""
    noun = tree.tokens[tree.tokens[inner].head]
    tie = tree.tokens[noun.head]
    return noun.dep == "pobj" and tie.head == verb and (noun.lemma.lower(), "NOUN") not in lexicon.cues()


def _is_adjunct(writer: Writer, index: int) -> bool:
    """A free phrase that a title may have: in Minsk, outside of the court, to keep the boy."""
    tree, token = writer.tree, writer.tree.tokens[index]
    if token.text.lower() == "according" or writer.is_date(index) or is_aside(tree, index):
        return False
    if token.text.lower() == "with" and tree.tokens[index - 1].text == ",":
        definite = tree.tokens[index + 1].dep in ("det", "poss") and tree.tokens[index + 1].text.lower() not in (
            "a",
            "an",
        )
        return not (definite and any(tree.tokens[i].pos == "VERB" for i in tree.subtree(index)))  # The third departing.
    if token.tag == "VBG" and wants_object(tree, token.head):
        return False  # Anna Orlova announces leaving the room.
    if token.dep == "advcl":
        return goes_on(tree, index) and not is_open(writer, index)
    led = [c for c in tree.children(index, "prep") if not writer.is_date(c)]  # Back in May.
    return token.dep == "prep" or turns(tree, index) or (token.dep == "advmod" and bool(led))


def _gap(writer: Writer, verb: int) -> str:
    """The noun that a relative clause is about, when it is the verb's object: the treaty that they signed."""
    tree, token = writer.tree, writer.tree.tokens[verb]
    before = [c for c in tree.below[verb] if c < verb]
    for child in before:
        inner = tree.tokens[child]
        if inner.dep in ("dobj", "dative", "attr") and any(tree.tokens[o].tag in RELATIVE for o in tree.subtree(child)):
            return with_article(writer.phrase(child, without=frozenset({verb})))
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
    return "" if asks else with_article(writer.phrase(head.index, without=frozenset({verb})))
