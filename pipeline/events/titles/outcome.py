"""What came of it, behind the rest of a line where there is room: a bomb goes off in Narva, killing nine people."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.events.parse.syntax import Tree, subjects
from pipeline.events.title_lexicon import title_words
from pipeline.events.titles.needed import wants_object
from pipeline.events.titles.phrases import Writer
from pipeline.events.titles.pronouns import is_open
from pipeline.events.titles.wording import dangles

TOLD = ("dobj", "prep", "ccomp", "xcomp", "prt", "oprd", "acomp")
SPARE = frozenset({"prep", "relcl", "conj"})
"""Dependencies of what may go within the clause, below a noun of it."""
VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


def outcome(writer: Writer, verb: int, room: int) -> str:
    """The participle that follows the clause of a verb, behind its comma, whole or but for one phrase; "" for none."""
    tree = writer.tree
    told = [] if wants_object(tree, verb) else [c for c in tree.children(verb, "advcl") if _follows(tree, verb, c)]
    if len(told) != 1 or is_open(writer, told[0]):
        return ""
    around = [*subjects(tree, verb), *tree.children(verb, "dobj")]
    own = frozenset(name for head in around for name in writer.reading.who(writer.sentence, head))
    for gone in _spare(tree, told[0]):
        words, kept = f", {writer.phrase(told[0], own, gone)}", writer.kept(told[0], gone)
        whole = any(c in kept for c in tree.children(told[0], *TOLD)) and not (
            gone and tree.tokens[kept[-1]].tag in VERBS
        )
        if whole and len(words) <= room and not dangles(words):
            return words
    return ""


def _follows(tree: Tree, verb: int, clause: int) -> bool:
    """Whether a participle of its own stands last, behind a comma, and not to tell who says so."""
    token, first = tree.tokens[clause], min(tree.subtree(clause))
    if token.tag != "VBG" or first < verb or first < clause - 1 or tree.tokens[first - 1].text != ",":
        return False
    alone = not tree.children(clause, "nsubj", "nsubjpass", "mark", "aux", "auxpass")
    later = [c for c in tree.below[verb] if c > clause and tree.tokens[c].dep != "punct"]
    told = [c for c in tree.children(clause, *TOLD) if c > clause]
    return alone and not later and bool(told) and token.lemma.lower() not in title_words("names a source")


def _spare(tree: Tree, clause: int) -> Iterator[frozenset[int]]:
    """Nothing, then one phrase below a noun of the clause, the shortest first."""
    yield frozenset()
    inside = [i for i in tree.subtree(clause) if tree.tokens[i].dep in SPARE and tree.tokens[i].head != clause]
    nouns = [i for i in inside if tree.tokens[tree.tokens[i].head].pos == "NOUN" and i > tree.tokens[i].head]
    yield from (frozenset({i}) for i in sorted(nouns, key=lambda i: len(tree.subtree(i))))
