"""What stands behind a relative clause and goes on with the main clause: verbs, by tense and number, and objects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.parse.rehang import SUBJECTS, with_token
from pipeline.model import Token

_MANY = frozenset({"NNS", "NNPS"})


def _of_the_main_clause(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Adopted a package that targets tankers, and put men on a list: a past tense goes on with the past tense."""
    for token in tokens:
        relative = tokens[token.head]
        if token.dep != "conj" or token.tag != "VBD" or relative.dep != "relcl" or relative.tag not in ("VBZ", "VBP"):
            continue
        main = tokens[relative.head]
        while main.pos not in ("VERB", "AUX") and main.head != main.index:
            main = tokens[main.head]
        own = any(t.head == token.index and t.dep in SUBJECTS for t in tokens)
        between = tokens[relative.index : token.index]
        who = [t for t in tokens[: relative.index] if t.head == relative.index and t.tag in ("WDT", "WP")]
        apart = any(t.text.lower() == "who" or tokens[t.index - 1].pos == "PUNCT" for t in who)
        runs_on = apart and not any(t.text == "," for t in between)  # A paper, which has an edition and backed him.
        if main.tag == "VBD" and main.index < relative.index and not own and not runs_on:
            tokens = with_token(tokens, replace(token, head=main.index))
    return tokens


def _of_one_or_many(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The channel employs officers who support her and has been banned: has is of the one channel, not of the many."""
    for token in (t for t in tokens if t.dep == "conj" and t.pos == "VERB"):
        relative = tokens[token.head]
        people, below = tokens[relative.head], [t for t in tokens if t.head == token.index]
        finite = next((t for t in (token, *below) if t.tag in ("VBZ", "VBP") and t.index >= relative.index), None)
        main = tokens[people.head]
        subject = next((t for t in tokens if t.head == main.index and t.dep in SUBJECTS), None)
        if relative.dep != "relcl" or finite is None or subject is None or any(t.dep in SUBJECTS for t in below):
            continue
        of_one = finite.tag == "VBZ"
        if of_one != (people.tag in _MANY) or of_one == (subject.tag in _MANY):
            continue
        if main.tag in ("VBD", "VBZ", "VBP") and main.index < people.index:
            tokens = with_token(tokens, replace(token, head=main.index))
    return tokens


def _given(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Gave Orlova, who has ruled for years, about 80 percent: what is given is no other name of who gets it."""
    for verb in (t for t in tokens if t.lemma.lower() in lexicon.two_object_verbs()):
        whom = next((t for t in tokens if t.head == verb.index and t.dep == "dobj" and t.entity), None)
        clause = next((t for t in tokens if whom and t.head == whom.index and t.dep == "relcl"), None)
        for token in tokens[clause.index + 1 :] if clause is not None and whom is not None else ():
            below = {t.dep for t in tokens if t.head == token.index}
            named = token.dep == "appos" and whom is not None and token.head == whom.index
            measured = token.dep == "npadvmod" and token.head == verb.index and "prep" in below
            if token.pos == "NOUN" and "nummod" in below and (named or measured) and whom is not None:
                given = replace(token, dep="dobj", head=verb.index)
                tokens = with_token(tokens, replace(whom, dep="dative"), given)
    return tokens


BEHIND_RELATIVES: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (
    _of_the_main_clause,
    _of_one_or_many,
    _given,
)
