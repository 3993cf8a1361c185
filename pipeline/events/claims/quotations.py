"""Quotations: where they stand and who speaks. Odd quotation marks are closed at the end of the paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.events import lexicon
from pipeline.events.parse.syntax import Tree, is_passive, subjects
from pipeline.model import Document, Span

MARK = re.compile(r"[“”„«»\"]|``|''")
OPENING, CLOSING = frozenset("“„«") | {"``"}, frozenset("”»") | {"''"}
LABEL = 4
"""Words that a speaker's name before a turn of conversation has at most."""
SHORT = 4
"""Quoted stretches of fewer words are taken as a word in quotation marks, not as speech."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch, and the token that is its speaker: (sentence, token), or None when nobody is named."""

    span: Span
    speaker: tuple[int, int] | None
    cue: tuple[int, int] | None


def paragraphs(document: Document, trees: Sequence[Tree]) -> list[list[int]]:
    """Numbers of the sentences of each paragraph: a line break between two sentences ends one."""
    found: list[list[int]] = []
    for number, tree in enumerate(trees):
        before = trees[number - 1].sentence.span.end if number else 0
        if not found or "\n" in document.text[before : tree.sentence.span.start]:
            found.append([])
        found[-1].append(number)
    return found


def quotations(document: Document, trees: Sequence[Tree]) -> tuple[Quotation, ...]:
    """The quotations of a document in order of the text, with their speakers."""
    found: list[Quotation] = []
    known = frozenset(token.text for tree in trees for token in tree.tokens if token.entity == "PERSON")
    for group in paragraphs(document, trees):
        start, end = trees[group[0]].sentence.span.start, trees[group[-1]].sentence.span.end
        if (turn := _turn(trees[group[0]], group[0], end, known)) is not None:
            found.append(turn)
            continue
        spans = [s for s in _quoted(document.text, start, end) if len(document.text[s.start : s.end].split()) >= SHORT]
        for span in spans:
            cue = _cue(trees, group, span, spans)
            speaker = _speaker(trees, cue) if cue else None
            if speaker is None and found and _is_quoted_wholly(span, start, end):
                speaker, cue = found[-1].speaker, found[-1].cue
            found.append(Quotation(span, speaker, cue))
    return tuple(found)


def _turn(tree: Tree, sentence: int, end: int, known: frozenset[str]) -> Quotation | None:
    """A turn of a conversation, Maria Orlova: I left on Friday. All after the name is hers."""
    colon = next((t.index for t in tree.tokens[: LABEL + 1] if t.text == ":"), 0)
    label = tree.tokens[:colon]
    named = bool(label) and all((t.pos == "PROPN" or t.text in known) and t.text[:1].isupper() for t in label)
    if not named or len(label) == len(tree.tokens) or tree.tokens[colon].span.end >= end:
        return None
    speaker = (sentence, colon - 1)
    return Quotation(Span(tree.tokens[colon].span.end, end), speaker, speaker)


def _is_quoted_wholly(span: Span, start: int, end: int) -> bool:
    return span.start - start <= 1 and end - span.end <= 2


def _quoted(text: str, start: int, end: int) -> list[Span]:
    """Stretches between marks. A mark opens or closes by its shape, else by the space beside it."""
    found, opened, seen = [], None, False
    for mark in MARK.finditer(text, start, end):
        closes = _closes(text, mark, start, end)
        if not closes and opened is None:
            opened = mark.end()
        elif closes:
            first = start if opened is None and not seen else opened
            if first is not None and first < mark.start():
                found.append(Span(first, mark.start()))
            opened = None
        seen = True
    if opened is not None and opened < end:
        found.append(Span(opened, end))
    return found


def _closes(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    if mark[0] in OPENING:
        return False
    if mark[0] in CLOSING:
        return True
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    return not (before.isspace() or before in "([—–-") or (after.isspace() and not before.isspace())


def _cue(trees: Sequence[Tree], group: Sequence[int], span: Span, quoted: Sequence[Span]) -> tuple[int, int] | None:
    """The reporting verb outside all quotations nearest to this one, in its paragraph."""
    best: tuple[int, int, int] | None = None
    for number in group:
        tree = trees[number]
        for token in tree.tokens:
            cue = lexicon.cues().get((token.lemma, "VERB"))
            if cue is None or token.pos != "VERB" or cue.kind in ("think", "know", "ask"):
                continue
            if any(q.holds(token.span.start) for q in quoted) or not subjects(tree, token.index):
                continue
            distance = max(span.start - token.span.end, token.span.start - span.end)
            if not tree.sentence.span.overlaps(span):
                distance += 300
            if best is None or distance < best[0]:
                best = (distance, number, token.index)
    return (best[1], best[2]) if best else None


def _speaker(trees: Sequence[Tree], cue: tuple[int, int]) -> tuple[int, int] | None:
    tree = trees[cue[0]]
    quotes = tree.tokens[cue[1]].lemma == "quote" and not is_passive(tree, cue[1])
    found = tree.children(cue[1], "dobj") if quotes else subjects(tree, cue[1])  # The agency quoted her as telling.
    return (cue[0], found[0]) if found else None
