"""Quotations: where they stand and who speaks. Odd quotation marks are closed at the end of the paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline import gazetteer
from pipeline.events import lexicon
from pipeline.events.actors.names import governments
from pipeline.events.parse.syntax import Tree, subjects
from pipeline.events.parse.voice import is_passive
from pipeline.model import Document, Span
from pipeline.span import holding

MARK = re.compile(r"[“”„«»\"]|``|''")
OPENING, CLOSING = frozenset("“„«") | {"``"}, frozenset("”»") | {"''"}
LABEL = 4
"""Words that a speaker's name before a turn of conversation has at most."""
SHORT = 4
"""Quoted stretches of fewer words are taken as a word in quotation marks, not as speech."""
APART = 300
"""Characters that a reporting verb of another sentence counts as further off than it stands."""


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
        cues = _cues(trees, group, spans) if spans else []
        for span in spans:
            cue = _nearest(trees, cues, span)
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
    named = named and not any(t.entity == "DATE" for t in label)  # July: an inquiry is opened.
    named = named and not _is_place(" ".join(t.text for t in label))
    if not named or len(label) == len(tree.tokens) or tree.tokens[colon].span.end >= end:
        return None
    speaker = (sentence, colon - 1)
    return Quotation(Span(tree.tokens[colon].span.end, end), speaker, speaker)


def _is_place(label: str) -> bool:
    """New Delhi: the verdict has been read. Where the report comes from, and nobody who speaks."""
    return label.lower() in governments() or gazetteer.place_for(label) is not None


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


def _cues(trees: Sequence[Tree], group: Sequence[int], quoted: Sequence[Span]) -> list[tuple[int, int]]:
    """The reporting verbs of a paragraph outside all its quotations, in order of the text."""
    return [
        (number, token.index)
        for number in group
        for token in trees[number].tokens
        if token.pos == "VERB"
        and (cue := lexicon.cues().get((token.lemma, "VERB"))) is not None
        and cue.kind not in ("think", "know", "ask")
        and holding(quoted, token.span.start, of=lambda span: span) is None
        and subjects(trees[number], token.index)
    ]


def _nearest(trees: Sequence[Tree], cues: Sequence[tuple[int, int]], span: Span) -> tuple[int, int] | None:
    """The reporting verb nearest to a quotation, one of another sentence as if `APART` characters further off."""

    def gap(cue: tuple[int, int]) -> int:
        verb = trees[cue[0]].tokens[cue[1]].span
        return max(span.start - verb.end, verb.start - span.end)

    def distance(cue: tuple[int, int]) -> int:
        return gap(cue) + (0 if trees[cue[0]].sentence.span.overlaps(span) else APART)

    # From the quotation outwards, until no verb beyond can be nearer: a long paragraph is not walked through for each.
    middle = bisect_left(cues, span.start, key=lambda cue: trees[cue[0]].tokens[cue[1]].span.start)
    best: tuple[int, int] | None = None
    for cue in (cues[at] for at in range(middle - 1, -1, -1)):
        if best is not None and gap(cue) > distance(best):
            break
        best = cue if best is None or distance(cue) <= distance(best) else best
    for cue in (cues[at] for at in range(middle, len(cues))):
        if best is not None and gap(cue) >= distance(best):
            break
        best = cue if best is None or distance(cue) < distance(best) else best
    return best


def _speaker(trees: Sequence[Tree], cue: tuple[int, int]) -> tuple[int, int] | None:
    tree = trees[cue[0]]
    quotes = tree.tokens[cue[1]].lemma == "quote" and not is_passive(tree, cue[1])
    found = tree.children(cue[1], "dobj") if quotes else subjects(tree, cue[1])  # The agency quoted her as telling.
    return (cue[0], found[0]) if found else None
