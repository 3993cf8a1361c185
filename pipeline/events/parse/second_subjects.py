"""A verb with two subjects: one of them is a member of a list before it, the speaker, or what a preposition wants."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.parse.rehang import SUBJECTS, stretch, with_token
from pipeline.model import Token

NOUNS = frozenset({"NOUN", "PROPN"})


def _of_a_preposition(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Petrov's wife in a post on the service X thanked him: X is where she posted, for "on" has nothing else."""
    for first, second in _twice(tokens):
        start = stretch(tokens, second.index)[0]
        tie = tokens[start - 1]
        counted = tokens[start].tag == "CD" and second.entity == "PERSON"  # From 1991 to 1994 Anna Orlova.
        if (
            tie.tag == "IN"
            and tie.dep in ("prep", "agent")
            and first.index < tie.index
            and not (counted or _below(tokens, tie))
        ):
            tokens = with_token(tokens, replace(second, dep="pobj", head=tie.index))
    return tokens


def _wanted_by_a_preposition(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Has come under intense shelling: the noun is no clause, for "under" has nothing else."""
    for token in (t for t in tokens[1:] if t.pos == "NOUN" and t.dep == "advcl" and t.index > t.head):
        tie = tokens[stretch(tokens, token.index)[0] - 1]
        if tie.tag == "IN" and tie.dep == "prep" and tie.head == token.head and not _below(tokens, tie):
            tokens = with_token(tokens, replace(token, dep="pobj", head=tie.index))
    return tokens


def _behind_its_day(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """On May 8, the editor Ivan Petrov, was jailed: "on" has the day, and the verb wants the man for its subject."""
    for token in (t for t in tokens if t.dep == "pobj" and t.pos in NOUNS and t.entity not in ("DATE", "TIME")):
        tie = tokens[token.head]
        verb = tokens[tie.head]
        days = [t for t in tokens[tie.index : token.index] if t.head == tie.index and t.dep == "pobj"]
        if not days or days[0].entity != "DATE" or verb.pos != "VERB" or verb.index < token.index:
            continue
        below = [t for t in tokens if t.head == verb.index]
        apart = any(t.text == "," for t in tokens[days[0].index : token.index])
        if not apart or any(t.dep in SUBJECTS for t in below):
            continue
        passive = any(t.dep == "auxpass" for t in below)
        if passive or verb.tag in ("VBD", "VBZ", "VBP"):
            subject = replace(token, dep="nsubjpass" if passive else "nsubj", head=verb.index)
            tokens = with_token(tokens, subject)
    return tokens


def _of_whom_it_names(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The editor of a paper and leading critic Anna Orlova left, it reports: no relative clause opens with "and"."""
    for verb in (t for t in tokens if t.dep == "relcl" and t.tag in ("VBD", "VBZ")):
        noun, said = tokens[verb.head], tokens[tokens[verb.head].head]
        name = next((t for t in tokens[noun.index : verb.index] if t.head == verb.index and t.dep == "nsubj"), None)
        if name is None or name.entity != "PERSON" or noun.dep != "nsubj" or said.index < verb.index:
            continue
        start = stretch(tokens, name.index)[0]
        tie = tokens[start - 1]
        if tie.dep != "cc" or not noun.index < tokens[tie.head].index < tie.index or said.dep != "ROOT":
            continue
        both = tokens[start].pos == "DET"  # The editor of a paper and the critic Anna Orlova.
        editor = replace(noun, head=verb.index) if both else replace(noun, dep="nmod", head=name.index)
        named = replace(name, dep="conj", head=noun.index) if both else name
        moved = (replace(verb, dep="ccomp", head=said.index), editor, named)
        tokens = with_token(tokens, *moved, *([replace(tie, head=noun.index)] if both else []))
    return tokens


def _on_the_list(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The trial of Orlova, Petrov and Klimova began: the trial did, and they are those tried."""
    for first, second in _twice(tokens):
        start = stretch(tokens, second.index)[0]
        member = next((t for t in tokens[first.index : start] if t.index == start - 2 and t.dep == "pobj"), None)
        if member is None or not second.entity or member.entity != second.entity or tokens[start - 1].text != ",":
            continue
        closed = any(t.head == second.index and t.dep == "cc" for t in tokens[second.index :])
        if closed and stretch(tokens, first.index)[1] == member.index:
            comma = replace(tokens[start - 1], head=member.index)
            tokens = with_token(tokens, replace(second, dep="conj", head=member.index), comma)
    return tokens


def _behind_the_list(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Was cleared by dogs, soldiers and police, Minister Orlova reported: she speaks, "and" has closed the list."""
    for said in (t for t in tokens if t.dep == "ROOT" and (t.lemma.lower(), "VERB") in lexicon.cues()):
        speaker = tokens[said.index - 1]
        first = next((t for t in tokens[: said.index] if t.head == said.index and t.dep in SUBJECTS), None)
        told = next((t for t in tokens[: said.index] if t.head == said.index and t.dep == "ccomp"), None)
        if first is None or told is None or speaker.pos != "PROPN" or speaker.dep not in ("conj", "appos"):
            continue
        last = tokens[speaker.head]
        start, opens = stretch(tokens, speaker.index)[0], stretch(tokens, first.index)[0]
        closed = last.dep == "conj" and last.head == first.index and last.tag == "NNS"
        closed = closed and any(t.head == first.index and t.dep == "cc" for t in tokens[first.index : last.index])
        before = tokens[opens - 2] if opens > 1 else said
        if not closed or tokens[start - 1].text != "," or tokens[opens - 1].text != "," or before.pos not in NOUNS:
            continue
        tokens = with_token(tokens, replace(speaker, dep="nsubj", head=said.index))
        tokens = with_token(tokens, replace(first, dep="conj", head=before.index))
        tokens = with_token(tokens, replace(tokens[opens - 1], head=before.index))
    return tokens


def _twice(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Pairs of nouns before one verb that the parser both makes its subjects."""
    for second in [t for t in tokens if t.dep in SUBJECTS and t.pos in NOUNS and t.index < t.head]:
        before = (t for t in tokens[: second.index] if t.head == second.head and t.dep in SUBJECTS)
        first = next((t for t in before if t.pos in (*NOUNS, "PRON")), None)
        if first is not None:
            yield first, second


def _below(tokens: Sequence[Token], token: Token) -> bool:
    return any(t.head == token.index and t.dep in ("pobj", "pcomp") for t in tokens)


SECOND_SUBJECTS: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (
    _behind_its_day,
    _of_a_preposition,
    _wanted_by_a_preposition,
    _of_whom_it_names,
    _on_the_list,
)
"""Repairs of verbs with two subjects."""
BEHIND_LISTS: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (_behind_the_list,)
"""Repairs of who speaks behind a list."""
