"""What a headline leaves out of a phrase, commas and all: second clauses, examples, measures without their clause."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from pipeline.events.parse.syntax import Tree

VERBS = ("VERB", "AUX")
SUBJECTS = ("nsubj", "nsubjpass")
GOES_ON = ("conj", "cc", "amod", "advcl", "ccomp", "parataxis")
"""Dependencies of what a comma stands before whatever has gone in between."""
FORMS = (frozenset({"VB", "VBP"}), frozenset({"VBG"}), frozenset({"VBD", "VBN"}))
"""Forms of verbs that stand side by side."""
MARKS = frozenset({",", "--", "—", "–"})
"""Marks that stand in pairs around an aside."""


def is_aside(tree: Tree, index: int, *, going_on: bool = False) -> bool:
    """Whether a word and all below it go: a second clause, examples, as long as the war goes on.

    `going_on`: a second clause that goes on like the first stays.
    """
    return (
        (_runs_on(tree, index) and not (going_on and _goes_on_alike(tree, index)))
        or _lists(tree, index)
        or _measures(tree, index)
        or _points(tree, index)
        or _stands_apart(tree, index)
        or _explains(tree, index)
    )


def around_asides(tree: Tree, index: int) -> frozenset[int]:
    """The two marks around a clause that is left out between the word it describes and what goes on."""
    tokens, found = tree.tokens, set[int]()
    for aside in tree.children(index, "relcl", "appos", "acl") if tree.below[index] else ():
        if tokens[aside].dep == "acl" and not _explains(tree, aside):
            continue
        inside = tree.subtree(aside)
        ends = (inside[0] - 1, inside[-1] + 1)
        listed = any(c > aside for c in tree.children(index, "conj"))
        near = ends[0] > index and not any(tokens[i].text == "," for i in range(index, ends[0]))
        if near and not listed and ends[1] < len(tokens) and _is_pair(tokens[ends[0]].text, tokens[ends[1]].text):
            found |= {*ends}
    return frozenset(found)


def without_lone_comma(tree: Tree, kept: list[int], verb: int) -> list[int]:
    """Orlova, 44, of Riga, was seen: the comma before the verb goes when its fellows have gone."""
    tokens = tree.tokens
    subject = next((c for c in tree.children(verb, *SUBJECTS) if c in kept), None)
    commas = [i for i in kept if subject is not None and subject < i < verb and tokens[i].text == ","]
    if len(commas) != 1:
        return kept
    after = kept[kept.index(commas[0]) + 1]
    alone = after == verb or (tokens[after].head == verb and tokens[after].dep in ("aux", "auxpass"))
    alone = alone or tokens[after].dep == "acl"
    return [i for i in kept if i != commas[0]] if alone else kept


def without_gap_commas(tree: Tree, kept: list[int]) -> list[int]:
    """The port in Narva, [built in May,] will close: commas around a gap go, unless a list goes on."""
    tokens, left, lone = tree.tokens, frozenset(kept), set[int]()
    for before, after in pairwise(i for i in kept if tokens[i].text != ","):
        commas = [i for i in range(before + 1, after) if i in left]
        gone = after - before - 1 > len(commas)
        if commas and gone and not _goes_on_behind(tree, after, left) and not _is_set_apart(tree, before, left):
            lone |= {*commas}
    return [i for i in kept if i not in lone]


def _goes_on_behind(tree: Tree, index: int, kept: Collection[int]) -> bool:
    """Whether a comma is wanted before a word: a member of a list, a clause, what a phrase in front belongs to."""
    at = index
    for above in tree.ancestors(index):
        if min(i for i in tree.subtree(above) if i in kept) != index:
            break
        at = above
    token, end = tree.tokens[at], max(i for i in tree.subtree(at) if i in kept) + 1
    front = any(c < at and c in kept for c in tree.children(token.head, "prep", "advcl", "npadvmod", "advmod"))
    listed = token.dep in GOES_ON or not token.text[:1].isalnum()
    closed = end in kept and tree.tokens[end].text == ","
    return listed or closed or (token.dep in SUBJECTS and front)


def _is_set_apart(tree: Tree, index: int, kept: Collection[int]) -> bool:
    """Its bid, due to expire on Monday, has failed: whether a word ends a phrase that a comma opens."""
    for above in (index, *tree.ancestors(index)):
        inside = [i for i in tree.subtree(above) if i in kept and tree.tokens[i].text != ","]
        if inside[-1:] == [index] and tree.tokens[inside[0] - 1].text == "," and inside[0] - 1 in kept:
            return True
    return False


def is_left_bare(tree: Tree, index: int, left: Sequence[int], gone: Collection[int]) -> bool:
    """Citizens convicted of theft: a participle that has lost all that stood behind it says nothing."""
    if tree.tokens[index].dep != "acl" or tree.children(index, "nsubj", "nsubjpass", "mark", "aux"):
        return False
    after = [c for c in tree.below[index] if c > index]
    return any(c in gone for c in after) and not any(c in left for c in after)


def hangs_over(tree: Tree, last: int, head: int) -> bool:
    """Whether a word at the end of a phrase wants what has gone: of, and, a bond due, for as long."""
    token = tree.tokens[last]
    if token.dep in ("prt", "pobj") or last == head:
        return False
    wants = token.dep == "advmod" and any(tree.tokens[c].dep == "advcl" for c in tree.below[last])
    described = (
        token.dep in ("amod", "acl") and last > token.head and not tree.children(last, "aux", "auxpass", "nsubj")
    )
    described = described and tree.tokens[token.head].text.lower() != "those"  # Those freed on Monday.
    wants = wants or (described and any(c > last and tree.tokens[c].dep != "punct" for c in tree.below[last]))
    return wants or token.dep == "prep" or token.pos in ("ADP", "PUNCT", "CCONJ", "SCONJ", "DET")


def _is_pair(before: str, after: str) -> bool:
    return before == after and before in MARKS


def _explains(tree: Tree, index: int) -> bool:
    """The ships -- built in May -- will sail: a participle in its own dashes before the verb of its noun."""
    inside = tree.subtree(index)
    after = inside[-1] + 1
    if tree.tokens[index].dep != "acl" or inside[0] < 1 or after + 1 >= len(tree.tokens):
        return False
    goes_on = tree.tokens[after + 1].pos in VERBS and tree.tokens[tree.tokens[index].head].dep in SUBJECTS
    before = tree.tokens[inside[0] - 1].text
    return goes_on and before != "," and _is_pair(before, tree.tokens[after].text)


def _measures(tree: Tree, index: int) -> bool:
    """As long as the war goes on, sooner than they thought: without its clause the adverb says nothing."""
    token = tree.tokens[index]
    measured = token.dep in ("advmod", "npadvmod") and token.pos in ("ADV", "ADJ")
    return measured and any(tree.tokens[c].dep == "advcl" for c in tree.below[index] if c > index)


def _points(tree: Tree, index: int) -> bool:
    """There, of a place named before: the title does without."""
    token = tree.tokens[index]
    return token.dep == "advmod" and token.text.lower() == "there" and not tree.below[index]


def _stands_apart(tree: Tree, index: int) -> bool:
    """The treaty - signed in Riga - fell short: a participle behind a hyphen between spaces explains its noun."""
    if tree.tokens[index].dep not in ("acl", "amod") or (first := min(tree.subtree(index))) < 1:
        return False
    dash = first if tree.tokens[first].text == "-" else first - 1
    mark, before = tree.tokens[dash], tree.tokens[dash - 1]
    return mark.text == "-" and before.span.end < mark.span.start and dash > tree.tokens[index].head


def _lists(tree: Tree, index: int) -> bool:
    """Examples of what has been named: including two Poles, as well as a Czech."""
    token = tree.tokens[index]
    if token.dep == "conj":
        ties = [c for c in tree.children(token.head, "cc") if c < index]
        return bool(ties) and _lists(tree, ties[-1])
    if token.dep not in ("prep", "cc"):
        return False
    as_well = token.text.lower() == "as" and any(tree.tokens[c].text.lower() == "well" for c in tree.below[index])
    return token.text.lower() == "including" or as_well


def _runs_on(tree: Tree, index: int) -> bool:
    """A second clause coordinated with the first, and the word that ties it on."""
    token = tree.tokens[index]
    if token.dep == "conj":
        return token.pos in VERBS and tree.tokens[token.head].pos in VERBS and not _shares(tree, token.head)
    if token.dep not in ("cc", "punct") or tree.tokens[token.head].pos not in VERBS or _shares(tree, token.head):
        return False
    later = [c for c in tree.children(token.head, "conj") if c > index]
    return bool(later) and tree.tokens[later[0]].pos in VERBS and index > token.head


def _goes_on_alike(tree: Tree, index: int) -> bool:
    """Had betrayed them and left, to stop and to return: a second verb of the same subject and form, and its "and"."""
    token = tree.tokens[index]
    if token.dep != "conj":
        later = [c for c in tree.children(token.head, "conj") if c > index]
        return bool(later) and token.text.lower() == "and" and _goes_on_alike(tree, later[0])
    first, ties = tree.tokens[token.head], [c for c in tree.children(token.head, "cc") if c < index]
    alone = not tree.children(index, *SUBJECTS) and not tree.children(index, "neg", "mark")
    tied = [tree.tokens[c].text.lower() for c in ties] == ["and"] and len(tree.children(token.head, "conj")) == 1
    form = [next((form for form in FORMS if t.tag in form), frozenset()) for t in (first, token)]
    return alone and tied and bool(form[0]) and form[0] == form[1]


def _shares(tree: Tree, verb: int) -> bool:
    """To impede or delay the ruling: the first verb has nothing of its own, and the object of both follows."""
    after = [c for c in tree.below[verb] if c > verb and tree.tokens[c].dep not in ("cc", "punct", "prt")]
    return len(after) == 1 and tree.tokens[after[0]].dep == "conj" and bool(tree.children(after[0], "dobj"))
