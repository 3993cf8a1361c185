"""Where a quotation may end early in a title and still say something: behind a phrase that wants nothing."""

from __future__ import annotations

from collections.abc import Collection

from pipeline.events.parse.syntax import Tree
from pipeline.events.reading import Reading
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
    for tree in reading.trees:
        inside = [t.index for t in tree.tokens if span.holds(t.span.start)] if tree.sentence.span.overlaps(span) else []
        for index in inside:
            if _is_whole(tree, index, inside):
                ends.add(len(on_one_line(reading.document.text[span.start : tree.tokens[index].span.end])))
    return frozenset(ends)


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
