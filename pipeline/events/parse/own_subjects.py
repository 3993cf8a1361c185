"""He denied the theft and police said so: what "and" ties to a noun may be the subject of the second clause."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.parse.rehang import SUBJECTS, is_below, stretch, with_token
from pipeline.model import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NOUN", "PROPN"})


def _of_second_clause(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A verb that shares the subject before it has "and" next to it; one with a noun between them has that noun.

    The noun stands right before the verb, or with an aside between two commas.
    """
    for verb in tokens:
        above = tokens[verb.head]
        if verb.dep != "conj" or verb.pos not in ("VERB", "AUX") or above.pos not in ("VERB", "AUX"):
            continue
        own = [t for t in tokens if t.head == verb.index and t.index < verb.index]
        if any(t.dep in SUBJECTS or t.dep == "expl" for t in own) or not _is_finite(verb, own):
            continue
        noun = _noun_before(tokens, above, min((verb.index, *(t.index for t in own if t.pos != "PUNCT"))))
        if noun is None:
            continue
        passive = any(t.dep == "auxpass" for t in own)
        tie = tokens[stretch(tokens, noun.index)[0] - 1]
        tokens = with_token(
            tokens,
            replace(noun, dep="nsubjpass" if passive else "nsubj", head=verb.index),
            replace(tie, head=above.index),
        )
    return tokens


def _of_the_verb_behind(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A shed was damaged and a house, in which she slept, was burned: the house was, and neither tells the other."""
    for verb in (t for t in tokens if t.pos == "VERB" and (t.lemma.lower(), "VERB") not in lexicon.cues()):
        own = [t for t in tokens if t.head == verb.index]
        told = (t for t in own if t.dep in ("ccomp", "advcl") and t.pos == "VERB" and t.index < verb.index)
        first = next((t for t in told if not any(m.head == t.index and m.dep == "mark" for m in tokens)), None)
        if first is None or any(t.dep in SUBJECTS or t.dep == "expl" for t in own) or not _is_finite(verb, own):
            continue
        noun = next((t for t in tokens[first.index : verb.index] if _is_tied(t, first)), None)
        if noun is None or any(t.head == verb.index and t.pos == "VERB" for t in tokens[first.index + 1 : verb.index]):
            continue
        subject = "nsubjpass" if any(t.dep == "auxpass" for t in own) else "nsubj"
        above = first.index if verb.head == verb.index else verb.head
        tokens = with_token(
            tokens,
            replace(first, dep=verb.dep, head=above),
            replace(verb, dep="conj", head=first.index),
            replace(noun, dep=subject, head=verb.index),
        )
    return tokens


def _is_tied(noun: Token, verb: Token) -> bool:
    return noun.dep == "conj" and noun.head == verb.index and noun.pos in NOUNS


def _is_finite(verb: Token, own: Sequence[Token]) -> bool:
    return bool({verb.tag, *(t.tag for t in own if t.dep in ("aux", "auxpass"))} & FINITE)


def _noun_before(tokens: Sequence[Token], above: Token, verb: int) -> Token | None:
    """The noun that "and" ties to a word of the first clause, with nothing between it and the verb but an aside."""
    for noun in reversed(tokens[above.index + 1 : verb]):
        if noun.dep != "conj" or noun.pos not in NOUNS or not is_below(tokens, noun.index, above.index):
            continue
        start, last = stretch(tokens, noun.index)
        commas = [t.index for t in tokens[noun.index : verb] if t.text == ","]
        aside = len(commas) > 1 and commas[-1] == verb - 1 and commas[0] <= last + 1
        alone = last == verb - 1 and not commas
        tied = tokens[start - 1].dep == "cc" and tokens[start - 1].text.lower() in ("and", "but")
        if tied and (alone or aside) and not any(t.dep == "cc" for t in tokens[noun.index : verb]):
            return noun
    return None


def _of_the_object(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A case involved the court jailing him: a participle right behind the object tells what the object does."""
    for verb in (t for t in tokens if (t.tag, t.dep) == ("VBG", "acl") and t.index > t.head + 1):
        thing, subject = tokens[verb.index - 1], tokens[verb.head]
        if thing.dep == "dobj" and subject.dep == "nsubj" and thing.head == subject.head and subject.head < thing.index:
            tokens = with_token(tokens, replace(verb, head=thing.index))
    return tokens


OWN_SUBJECTS: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (
    _of_second_clause,
    _of_the_verb_behind,
    _of_the_object,
)
