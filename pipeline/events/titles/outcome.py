"""What came of it, behind the rest of a line where there is room: a bomb goes off in Narva, killing nine people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.parse.syntax import Tree, subjects
from pipeline.events.title_lexicon import title_words
from pipeline.events.titles.bound import is_bound
from pipeline.events.titles.needed import wants_object
from pipeline.events.titles.phrases import Writer
from pipeline.events.titles.pronouns import is_open
from pipeline.events.titles.shown import UNNAMED
from pipeline.events.titles.wording import dangles

TOLD = ("dobj", "prep", "ccomp", "xcomp", "prt", "oprd", "acomp", "attr", "pobj", "nsubj", "nsubjpass")
SPARE = frozenset({"prep", "relcl", "conj"})
"""Dependencies of what may go within the clause, below a noun of it."""
VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


def outcome(writer: Writer, verb: int, line: str) -> str:
    """What follows the clause of a verb, behind its comma, whole or but for one phrase; "" for none, or no room."""
    tree, room = writer.tree, writer.limit - len(line)
    told = [c for c in tree.subtree(verb) if _is_told(tree, verb, c, line) and not is_open(writer, c)]
    around = [*subjects(tree, verb), *tree.children(verb, "dobj")]
    own = frozenset(name for head in around for name in writer.reading.who(writer.sentence, head))
    own |= {f"{UNNAMED}{head}" for head in around}
    for clause, gone in ((c, gone) for c in told[:1] for gone in _spare(tree, c)):
        relatives = {
            (writer.sentence, i): tree.tokens[i].text for i in tree.subtree(clause) if tree.tokens[i].tag == "WDT"
        }
        by = replace(writer, retold=relatives)  # Which stands behind what it means.
        words, kept = f", {by.phrase(clause, own, gone)}", writer.kept(clause, gone)
        cut = not kept or _lost_its_end(tree, kept[-1])
        whole = any(c in kept for c in tree.children(clause, *TOLD)) and not cut
        if whole and len(words) <= room and not dangles(words):
            return words
    return ""


def _lost_its_end(tree: Tree, last: int) -> bool:
    """A plan that calls, forces to intimidate: a verb at the end of a line whose own words behind it have gone."""
    behind = (c for c in tree.below[last] if c > last and tree.tokens[c].pos != "PUNCT")
    return tree.tokens[last].tag in VERBS and any(behind)


def _is_told(tree: Tree, verb: int, index: int, line: str) -> bool:
    first = min(tree.subtree(index))
    if index <= verb or first < 2 or tree.tokens[first - 1].text != ",":
        return False
    if tree.tokens[index].head == verb and not wants_object(tree, verb) and _follows(tree, verb, index):
        return True
    last = line.endswith((tree.tokens[first - 2].text, f"{tree.tokens[first - 2].text}”"))
    end = max(tree.subtree(index))
    after = [i for i in tree.subtree(verb) if i > end and tree.tokens[i].pos != "PUNCT"]
    return last and not after and _explains(tree, index)


def _explains(tree: Tree, index: int) -> bool:
    """Crimes, including treason; missiles, which can reach Riga; was held, accused of treason."""
    token = tree.tokens[index]
    if token.dep == "relcl":
        first = tree.tokens[min(tree.subtree(index))]
        return first.text.lower() in ("which", "where") and tree.tokens[token.head].pos == "NOUN"
    if token.dep in ("advcl", "acl"):
        return token.tag == "VBN" and lexicon.accuses(token.lemma) and bool(tree.children(index, "prep"))
    return token.dep == "prep" and token.text.lower() == "including"


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
    nouns = [i for i in nouns if not is_bound(tree, i) or tree.children(tree.tokens[i].head, "compound", "nummod")]
    yield from (frozenset({i}) for i in sorted(nouns, key=lambda i: len(tree.subtree(i))))
