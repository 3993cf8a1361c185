"""What is said, in the title of a saying: its clause, or the quotation that a bare word of saying carries."""

from __future__ import annotations

from pipeline.events import lexicon
from pipeline.events.parse.syntax import NOUNS, Tree
from pipeline.events.titles.fitting import Part
from pipeline.events.titles.one_line import fitted_line
from pipeline.events.titles.phrases import Writer
from pipeline.events.titles.shown import RELATIVE, relative_head
from pipeline.events.titles.turning import turns


def fitting_content(writer: Writer, clause: int, own: frozenset[str], room: int) -> str:
    """What is said, in at most about `room` characters as far as that goes."""

    def write(gone: frozenset[int], *, tight: bool, by: Writer = writer) -> str:
        return content(by, clause, own, gone, tight=tight)

    return fitted_line(writer, [Part(clause)], write, room, in_front(writer.tree, clause))


def content(writer: Writer, clause: int, own: frozenset[str], gone: frozenset[int], *, tight: bool = False) -> str:
    """What is said; a relative pronoun that is its subject stands before its verb: the regions were annexed.

    A `tight` one does without "that" where it can.
    """
    tree = writer.tree
    words = writer.phrase(clause, own, gone)
    wished = tree.tokens[clause].tag == "VB" or any(
        tree.tokens[c].tag == "VB" for c in tree.children(clause, "auxpass")
    )
    modal = any(tree.tokens[c].tag in ("MD", "TO") for c in tree.children(clause, "aux"))
    can = modal or not wished  # Ordered that it be signed.
    words = (words.removeprefix("that ") if tight and can else words).lstrip(" ,")
    relatives = [c for c in writer.tree.children(clause, "nsubj", "nsubjpass") if writer.tree.tokens[c].tag in RELATIVE]
    heads = [h for c in relatives if (h := relative_head(writer.tree, c)) is not None]
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


def in_front(tree: Tree, clause: int) -> frozenset[int]:
    """Phrases before the subject of a clause, which a long one can do without: with the raid, in May."""
    first = next(iter(tree.children(clause, "nsubj", "nsubjpass", "expl")), None)
    front = [c for c in tree.children(clause, "prep", "advcl", "advmod", "npadvmod") if first is not None and c < first]
    return frozenset(c for c in front if not turns(tree, c))


def loose(tree: Tree, verb: int) -> int | None:
    """The that-clause of a verb of saying which the parser hangs on a phrase in between: admits for the first time."""
    if (tree.tokens[verb].lemma.lower(), "VERB") not in lexicon.cues():
        return None
    for index in tree.subtree(verb):
        token = tree.tokens[index]
        if index <= verb or token.dep not in ("acl", "relcl", "ccomp") or tree.tokens[token.head].pos != "NOUN":
            continue
        if marks := [c for c in tree.below[index] if tree.tokens[c].text.lower() == "that"]:
            return index if set(tree.children(index, "nsubj", "nsubjpass")).difference(marks) else None
    return None
