"""What a verb takes and the parser hangs elsewhere: the subject of what is said, its "that", what one is found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.parse.rehang import SUBJECTS, stretch, with_token
from pipeline.model import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
NOUNS = ("NOUN", "PROPN")


def _its_subject(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Said redemption of the shares, issued in May, will spare it a million: redemption will, and nobody says it."""
    for token in tokens:
        saying = tokens[token.head]
        asks = saying.lemma.lower() in lexicon.object_control()
        if token.dep != "dobj" or token.pos not in NOUNS or not _says(saying) or asks:
            continue
        clauses = (t for t in tokens[token.index :] if t.head == token.head and t.dep in ("ccomp", "xcomp"))
        said = next(clauses, None)
        if said is None or said.dep != "ccomp" or not _wants_subject(tokens, said):
            continue
        tokens = with_token(tokens, replace(token, dep="nsubj", head=said.index))
        between = [t for t in tokens[token.index : said.index] if t.head == said.head and t.dep in ("advcl", "acl")]
        for each in between:
            tokens = with_token(tokens, replace(each, dep="acl", head=token.index))
    return tokens


def _said_it_did(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Said a man reached over the fence and hit her: nobody says a man, what is said is that he reached."""
    for token in (t for t in tokens if t.dep == "acl" and t.tag in ("VBN", "VBD")):
        noun = tokens[token.head]
        saying = tokens[noun.head]
        bare = saying.lemma.lower() == "say" and noun.dep == "dobj" and noun.index + 1 == token.index
        said = any(t.head == saying.index and t.dep in ("ccomp", "xcomp") for t in tokens)
        if not bare or said or any(t.head == token.index and t.dep in ("agent", "aux", "auxpass") for t in tokens):
            continue
        tokens = with_token(tokens, replace(token, pos="VERB", tag="VBD", dep="ccomp", head=saying.index))
        tokens = with_token(tokens, replace(noun, dep="nsubj", head=token.index))
    return tokens


def _wants_subject(tokens: Sequence[Token], clause: Token) -> bool:
    """Whether a clause has a verb that is finite, and no subject."""
    below = [t for t in tokens if t.head == clause.index]
    finite = clause.tag in FINITE or any(t.dep in ("aux", "auxpass") and t.tag in {*FINITE, "MD"} for t in below)
    return finite and not any(t.dep in (*SUBJECTS, "expl", "csubj", "mark") for t in below)


def _says(verb: Token) -> bool:
    return (verb.lemma.lower(), "VERB") in lexicon.cues()


def _above_auxiliary(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The sale has been more than offset: what hangs on an auxiliary hangs on its verb."""
    for token in tokens:
        above = tokens[token.head]
        if token.dep in (*SUBJECTS, "aux") and above.dep in ("aux", "auxpass") and above.head != above.index:
            passive = token.dep == "nsubj" and above.dep == "auxpass"
            tokens = with_token(tokens, replace(token, dep="nsubjpass" if passive else token.dep, head=above.head))
    return tokens


def _found_guilty(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Found the baker and two others guilty of theft: that is what they were found, not who the others are."""
    for token in tokens:
        noun = tokens[token.head]
        behind = token.dep == "amod" and token.tag == "JJ" and token.index == noun.index + 1 and noun.pos in NOUNS
        if not behind or not any(t.head == token.index and t.dep == "prep" for t in tokens):
            continue
        while noun.dep == "conj":
            noun = tokens[noun.head]
        if noun.dep == "dobj" and tokens[noun.head].lemma.lower() in lexicon.participant_words("judges"):
            tokens = with_token(tokens, replace(token, dep="oprd", head=noun.head))
    return tokens


def _spent(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Spent two months behind bars: the months are what was spent, and measure nothing else."""
    for token in tokens:
        verb = tokens[tokens[token.head].head]
        measures = token.dep == "npadvmod" and token.entity in ("DATE", "TIME") and tokens[token.head].dep == "prep"
        if not measures or verb.lemma.lower() not in lexicon.participant_words("passes"):
            continue
        if not any(t.head == verb.index and t.dep == "dobj" for t in tokens) and verb.index < token.index:
            tokens = with_token(tokens, replace(token, dep="dobj", head=verb.index))
    return tokens


def _its_that(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Said in Riga that she hopes to find them: "that" opens what is said, and is nothing that she finds."""
    for token in tokens:
        if token.text.lower() != "that" or token.dep not in ("dobj", "nsubj", "pobj"):
            continue
        clause = next((t for t in tokens if t.dep == "ccomp" and _says(tokens[t.head]) and t.head < token.index), None)
        if clause is None or clause.index < token.index or tokens[token.head].head != clause.index:
            continue
        start, _ = stretch(tokens, clause.index)
        served = any(t.head == token.head and t.dep == "dobj" and t.index > token.index for t in tokens)
        if start == token.index and served and tokens[token.index + 1].dep in (*SUBJECTS, "det"):
            tokens = with_token(tokens, replace(token, dep="mark", tag="IN", pos="SCONJ", head=clause.index))
    return tokens


def _behind_the_time(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Insisted at the time that nothing was broken: that is what was insisted, and not which time it was."""
    for token in tokens:
        time, verb = tokens[token.head], tokens[tokens[tokens[token.head].head].head]
        at = tokens[time.head].text.lower() == "at" and time.text.lower() == "time"
        if token.dep not in ("relcl", "acl") or not at or time.index + 1 >= token.index or not _says(verb):
            continue
        opens = tokens[time.index + 1]
        own = any(t.head == token.index and t.dep in SUBJECTS and t.index > opens.index for t in tokens)
        if opens.text.lower() != "that" or not own or any(t.head == verb.index and t.dep == "ccomp" for t in tokens):
            continue
        tokens = with_token(tokens, replace(token, dep="ccomp", head=verb.index))
        tokens = with_token(tokens, replace(opens, dep="mark", tag="IN", pos="SCONJ", head=token.index))
    return tokens


WHAT_IS_SAID: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (
    _above_auxiliary,
    _its_subject,
    _said_it_did,
    _its_that,
    _behind_the_time,
    _found_guilty,
    _spent,
)
