"""What goes first when a title is too long: free phrases from the end, innermost first; never what must be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Protocol

from pipeline.events import lexicon
from pipeline.events.parse.negation import is_negation
from pipeline.events.parse.syntax import NOUNS, Tree
from pipeline.events.titles.bound import is_all, is_bound, is_purpose, is_same_sum, is_told_by
from pipeline.events.titles.ending import is_any
from pipeline.events.titles.exchange import exchanged
from pipeline.events.titles.modifiers import spare_modifiers
from pipeline.events.titles.restrictive import names_right_behind, says_what, says_which
from pipeline.events.titles.turning import turns

if TYPE_CHECKING:
    from pipeline.events.titles.phrases import Writer

CLOSED = frozenset({"pcomp", "ccomp", "relcl", "advcl", "csubj"})
FREE = frozenset({"prep", "acl", "advmod", "npadvmod", "relcl", "advcl"})
"""What a long phrase can do without."""
RESERVE = 40
"""Characters that what is said or done gets in any case, whatever stands before it."""


class Write(Protocol):
    """Makes a line of what is not gone; a `tight` one does without "that" where it can."""

    def __call__(self, gone: frozenset[int], *, tight: bool) -> str:
        """The line."""


@dataclass(frozen=True, slots=True)
class Part:
    """A phrase of a line: `may_go` as a whole or not, `said` when it is what is said or asked for."""

    head: int
    may_go: bool = False
    said: bool = False
    without: frozenset[int] = frozenset()
    """Tops of what stands in another part."""
    spare: bool = False
    """Whether it may go although nothing else stands behind the verb: is closed after the raid."""


def fitted(writer: Writer, parts: Sequence[Part], write: Write, room: int, gone: frozenset[int]) -> frozenset[int]:
    """What must be `gone` so that the words which `write` makes of the parts keep within `room` characters.

    The least needed goes first, and of that what stands last; what turns out to have room after all comes back. What
    cannot be spared stays, however long it is.
    """
    dropped, before = list[int](), gone

    def fits(without: frozenset[int]) -> bool:
        return len(write(without, tight=True)) <= room

    if (some := _with_room(write, gone, _adjectives(writer, parts, gone), room)) is not None:
        return gone | some
    while len(write(gone, tight=True)) > room:
        free = [c for n, part in enumerate(parts) if part.head not in gone for c in _free(writer, parts, n, gone)]
        if not free:
            every = _adjectives(writer, parts, gone)
            some = _with_room(write, gone, every, room)
            gone |= frozenset(every) if some is None else some
            return exchanged(writer, parts, fits, gone, before=before)
        dropped.append(max(free)[-1])
        gone |= {dropped[-1]}
    gone = _without_open(writer, gone, before)
    for top in reversed(dropped[:-1]):
        if not _follows_gap(writer.tree, top, gone) and len(write(gone - {top}, tight=False)) <= room:
            gone -= {top}
    return exchanged(writer, parts, fits, gone, before=before)


def _without_open(writer: Writer, gone: frozenset[int], before: frozenset[int]) -> frozenset[int]:
    """What is gone, and the phrases of any event that has lost all that told which: spoke on a visit, after a trial."""
    tree = writer.tree
    for top in sorted(gone - before, reverse=True):
        noun = tree.tokens[top].head
        tie = tree.tokens[noun].head
        behind = tree.children(noun, "prep", "acl", "relcl")
        opened = tree.tokens[noun].dep == "pobj" and top in behind and gone.issuperset(behind)
        event = (tree.tokens[noun].lemma.lower(), "NOUN") in lexicon.event_types()
        if opened and event and tie not in gone and is_any(tree, noun) and is_free(writer, tie, tree.tokens[tie].head):
            gone |= {tie}
    return gone


def _with_room(write: Write, gone: frozenset[int], spare: Sequence[int], room: int) -> frozenset[int] | None:
    """The one word whose going makes room enough, or as many as are wanted, last first; None where all would not do."""
    if not spare or len(write(gone.union(spare), tight=True)) > room:
        return None
    alone = (frozenset({top}) for top in reversed(spare))
    several = (frozenset(spare[n:]) for n in range(len(spare) - 1, -1, -1))
    return next(some for some in (*alone, *several) if len(write(gone | some, tight=True)) <= room)


def _follows_gap(tree: Tree, top: int, gone: frozenset[int]) -> bool:
    """Whether what stands right before a phrase has gone: rallies [against his election] for a sixth term."""
    before = min(tree.subtree(top)) - 1
    while before > 0 and tree.tokens[before].pos == "PUNCT":
        before -= 1
    beside = {other for other in gone if tree.tokens[other].head == tree.tokens[top].head}
    above = tree.tokens[tree.tokens[top].head]
    if tree.tokens[top].text.lower() == "to" and above.pos == "VERB":
        beside |= {other for other in gone if tree.tokens[other].dep == "acl"}  # Adds men [tied to her] to the list.
    return any(before in tree.subtree(other) for other in gone - beside)


def _free(writer: Writer, parts: Sequence[Part], number: int, gone: frozenset[int]) -> list[tuple[int, int, int]]:
    """(how easily, where it ends, its top) of each phrase of a part that may go next, or else of the part itself."""
    tree, part = writer.tree, parts[number]
    kept = writer.kept(part.head, gone | part.without)
    free = [i for i in kept if i != part.head and is_free(writer, i, part.head)]
    nested = {i for i in free if any(a in free for a in tree.ancestors(i))}
    free = [i for i in free if i in nested or not says_which(tree, i)] or free
    free = [i for i in free if not is_all(tree, i, kept)] or free
    free = free or [i for i in kept if _is_behind(writer, i) and not part.may_go]
    left = [p for p in parts if p.head not in gone]
    if not free and part.may_go and (len(left) > 1 or part.spare):
        free = [part.head]
    before = part.may_go and any(p.said for p in parts[number:])
    ease = 1 if before else -1 if part.said and _width(writer, kept) <= RESERVE else 0
    return [
        (2 if _is_light(tree, i) or _is_of_subject(tree, i) else ease, max(set(tree.subtree(i)).intersection(kept)), i)
        for i in free
    ]


def _adjectives(writer: Writer, parts: Sequence[Part], gone: frozenset[int]) -> list[int]:
    """The adjectives that their nouns can do without, and behind them the adverbs that go before."""
    kept = [i for part in parts if part.head not in gone for i in writer.kept(part.head, gone | part.without)]
    return [*sorted(spare_modifiers(writer.tree, kept)), *(i for i in kept if _is_light(writer.tree, i))]


def _is_light(tree: Tree, index: int) -> bool:
    """An adverb by itself before a participle: ultimately aimed at it."""
    token = tree.tokens[index]
    before = token.head > index and tree.tokens[token.head].dep == "acl" and tree.tokens[index - 1].pos != "PUNCT"
    return token.dep == "advmod" and token.tag == "RB" and before and not tree.below[index]


def _is_behind(writer: Writer, index: int) -> bool:
    """Of the daily, behind the publishing licence; of 80 tankers, behind Iraq's fleet: the last that goes."""
    tree, tokens = writer.tree, writer.tree.tokens
    named = {tokens[c].entity for c in tree.children(index, "pobj")} - {"", "ORG", "NORP"}
    if not is_bound(tree, index) or named or tokens[tokens[index].head].pos != "NOUN":
        return False  # The city of Omsk, an income of $5 million.
    return _tells_anyway(writer, index) or bool(tree.children(tokens[index].head, "poss"))


def _width(writer: Writer, kept: Sequence[int]) -> int:
    return sum(len(writer.tree.tokens[i].text) + 1 for i in kept)


def _is_of_subject(tree: Tree, index: int) -> bool:
    """Whether a phrase stands between a subject and its verb: the troops that came will stay."""
    at = index
    for above in tree.ancestors(index):
        if tree.tokens[above].dep in ("nsubj", "nsubjpass") and tree.tokens[above].head > index > above:
            return tree.tokens[at].dep in ("relcl", "acl", "prep")
        at = above
    return False


def is_free(writer: Writer, index: int, head: int) -> bool:
    """Whether the phrase of a head can do without it; of a clause inside the phrase nothing goes but the whole."""
    known, key = writer.reading.free, (writer.sentence, index, head)
    if key not in known:
        known[key] = _is_second(writer.tree, index) or _can_go(writer, index, head)
    return known[key]


def _can_go(writer: Writer, index: int, head: int) -> bool:
    tree, tokens = writer.tree, writer.tree.tokens
    inside = any(says_which(tree, above) for above in takewhile(lambda above: above != head, tree.ancestors(index)))
    above = tokens[tokens[index].head]
    least = tokens[index].dep == "advmod" and (above.pos == "ADV" or above.tag in ("JJS", "RBS"))  # At least, so far.
    if least or turns(tree, index) or tokens[index].tag == "WRB" or _is_hyphened(tree, index):
        return False  # When it sank.
    if inside or says_which(tree, index):
        needed = inside or tokens[tokens[index].head].text.lower() == "those"
        return not needed or _tells_anyway(writer, index)
    beside = names_right_behind(tree, tokens[index].head, index)
    free = tokens[index].dep in FREE or is_purpose(tree, index) or beside
    named = tokens[index].entity not in ("", "QUANTITY") and not beside  # The capital Riga can do without it.
    if not free or named or tokens[index - 1].text == "-":
        return is_same_sum(tree, index)
    if is_negation(tree, index) or is_told_by(tree, index) or is_bound(tree, index) or says_what(tree, index):
        return False
    if (
        _is_light(tree, index)
        or tokens[index].dep in ("relcl", "advcl", "xcomp", "appos")
        or tokens[tokens[index].head].pos not in ("VERB", "AUX")
    ):
        return True
    between = takewhile(lambda above: above != head, tree.ancestors(index))
    return not any(_is_closed(writer, above) for above in between)


def _is_second(tree: Tree, index: int) -> bool:
    """Of treason and spying, with the guest and for an hour: the second of two things without a name, or phrases."""
    token = tree.tokens[index]
    first = tree.tokens[token.head]
    ties = [tree.tokens[c].text.lower() for c in tree.children(first.index, "cc")]
    two = token.dep == "conj" and ties == ["and"] and tree.children(first.index, "conj") == [index]
    ends = max(tree.subtree(index)) == max(tree.subtree(first.index)) and not tree.children(index, "conj")
    if not two or not ends or first.dep not in ("pobj", "prep") or tree.children(first.index, "advmod"):
        return False
    alike = [c for c in tree.children(first.head, "prep") if tree.tokens[c].text == first.text]
    plain = not tree.children(index, "nummod", "poss", "compound")
    plain = plain and all(not tree.tokens[i].entity for i in tree.subtree(index))
    things = first.pos == "NOUN" and plain and tree.tokens[first.head].text.lower() != "between"
    return things or (token.pos == first.pos == "ADP" and len(alike) == 1)


def _is_hyphened(tree: Tree, index: int) -> bool:
    """A still-open amount, the even-larger firm: half of a word."""
    after = tree.tokens[index + 1 : index + 2]
    return any(t.text == "-" and t.span.start == tree.tokens[index].span.end for t in after)


def _is_closed(writer: Writer, index: int) -> bool:
    """A clause of which its verb can lose no phrase: with a subject of its own, tied on, or with next to nothing."""
    token = writer.tree.tokens[index]
    if says_what(writer.tree, index):
        return False
    if token.dep == "advcl" or (token.dep in CLOSED and writer.tree.children(index, "nsubj", "nsubjpass")):
        return True
    return token.dep == "acl" and len([c for c in writer.tree.below[index] if c > index]) < 2


def _tells_anyway(writer: Writer, index: int) -> bool:
    """The Ukrainian regions of A and B: the noun says enough without what stands behind it."""
    tree, token = writer.tree, writer.tree.tokens[index]
    noun, loose = token.head, token.text.lower() != "of"
    behind = token.dep == "prep" and tree.tokens[noun].pos in NOUNS
    return behind and (loose or bool(tree.children(noun, "amod", "compound", "nummod")))
