"""Where a quotation may end early in a title and still say something: behind a phrase that wants nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from pipeline.events.parse.syntax import Tree
from pipeline.events.reading import Reading
from pipeline.events.titles.ending import VERBS, is_loose
from pipeline.events.titles.turning import turns
from pipeline.model import Span, Token

WANTED = frozenset(
    {"dobj", "attr", "acomp", "oprd", "ccomp", "xcomp", "pobj", "pcomp", "prt", "agent", "dative", "neg"}
)
"""Dependencies of what a word says little or another thing without."""


def on_one_line(text: str) -> str:
    """The text with single spaces and without marks in front."""
    return " ".join(text.split()).lstrip("“”\"`' ,").replace("``", "‘").replace("''", "’")


def whole_ends(reading: Reading, span: Span) -> frozenset[int]:
    """Characters of a quotation on one line behind which it can be cut: nothing that is needed is lost there."""
    ends = set[int]()
    for tree, inside in _trees(reading, span):
        ends.update(_end(reading, span, tree, index) for index in inside if _is_whole(tree, index, inside))
    return frozenset(ends)


def closed_ends(reading: Reading, span: Span) -> frozenset[int]:
    """The same, where what is lost says no more than it does: a second clause, a phrase that is free."""
    ends = set[int]()
    for tree, inside in _trees(reading, span):
        verb = _main_verb(tree, inside)
        for place, last in enumerate(inside[:-1]):
            if last < verb or tree.tokens[last].pos == "AUX":
                continue
            kept = set(inside[: place + 1])
            lost = [t.index for t in tree.tokens[last + 1 :] if t.index in inside and t.head in kept]
            if _is_whole(tree, last, inside) and all(is_loose(tree, i, kept) for i in lost):
                ends.add(_end(reading, span, tree, last))
    return frozenset(ends)


def sentence_ends(reading: Reading, span: Span) -> frozenset[int]:
    """Characters of a quotation on one line behind its sentences."""
    told = ((tree, inside) for tree, inside in _trees(reading, span) if _main_verb(tree, inside) < len(tree.tokens))
    return frozenset(_end(reading, span, tree, inside[-1]) for tree, inside in told)


def _main_verb(tree: Tree, inside: Sequence[int]) -> int:
    """The word of a quotation that all of it hangs on; what has no verb there ends nowhere."""
    top = next((i for i in inside if tree.tokens[i].head not in inside or tree.tokens[i].head == i), -1)
    tied = top >= 0 and any(tree.tokens[c].tag == "WRB" for c in tree.children(top, "advmod") if c < top)
    return top if top >= 0 and tree.tokens[top].pos in VERBS and not tied else len(tree.tokens)


def main_end(reading: Reading, span: Span) -> int:
    """Characters of a quotation on one line up to the verb of its first clause and with it; 0 where it has none."""
    tree, inside = next(_trees(reading, span), (None, []))
    verb = _main_verb(tree, inside) if tree is not None else 0
    return _end(reading, span, tree, verb) if tree is not None and verb < len(tree.tokens) else 0


def behind_front(reading: Reading, span: Span) -> tuple[Span, bool] | None:
    """The quotation from the subject of its first clause on, and whether what stands before that is free; else None.

    A comma stands between, unless there are phrases alone: In Narva they sleep.
    """
    for tree, inside in _trees(reading, span):
        verb = _main_verb(tree, inside)
        heads = tree.children(verb, "nsubj", "nsubjpass", "expl") if verb < len(tree.tokens) else []
        heads = [s for s in heads if s in inside]
        if not heads:
            return None
        first = min(tree.subtree(heads[0]))
        front = [c for c in tree.below[verb] if c in inside and c < first and tree.tokens[c].dep != "punct"]
        apart = first > 0 and (tree.tokens[first - 1].text == "," or all(tree.tokens[c].dep == "prep" for c in front))
        if not apart or not front or first - 1 not in inside or any(turns(tree, c) for c in front):
            return None
        return Span(tree.tokens[first].span.start, span.end), all(_is_free_front(tree, c) for c in front)
    return None


def _is_free_front(tree: Tree, index: int) -> bool:
    """Today, for reasons of security, taking that into account: no clause with a subject of its own."""
    token = tree.tokens[index]
    clause = token.dep == "advcl" and not tree.children(index, "mark", "nsubj", "nsubjpass", "advmod")
    day = token.dep in ("npadvmod", "advmod") and token.entity in ("DATE", "TIME")
    return token.dep == "prep" or clause or day


def _trees(reading: Reading, span: Span) -> Iterator[tuple[Tree, list[int]]]:
    """The sentences of a quotation, each with its tokens inside."""
    for tree in reading.trees:
        if tree.sentence.span.overlaps(span):
            yield tree, [t.index for t in tree.tokens if span.holds(t.span.start)]


def _end(reading: Reading, span: Span, tree: Tree, last: int) -> int:
    return len(on_one_line(reading.document.text[span.start : tree.tokens[last].span.end]))


def _is_whole(tree: Tree, last: int, inside: Collection[int]) -> bool:
    """Whether no word up to the last one hangs on a later one, or needs it."""
    tokens = tree.tokens
    first = min(inside)
    if any(last < tokens[i].head and tokens[i].head in inside for i in range(first, last + 1)):
        return False
    later = (t for t in tokens[last + 1 :] if first <= t.head <= last)
    return not any(_is_wanted(tree, t) for t in later)


def _is_wanted(tree: Tree, token: Token) -> bool:
    """The end of a street, cause to believe, a guarantee that it holds."""
    of = token.dep == "prep" and token.text.lower() == "of"
    ties = [tree.tokens[c] for c in tree.children(token.index, "mark", "aux")]
    content = token.dep in ("acl", "relcl") and any(t.dep == "mark" or t.tag == "TO" for t in ties)
    return token.dep in WANTED or of or content
