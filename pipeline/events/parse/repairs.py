"""Slips of the parser that news prose provokes, set right once for every rule that looks at a sentence's tree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.parse.actives import ACTIVES
from pipeline.events.parse.after_which import AFTER_WHICH
from pipeline.events.parse.apart import APART
from pipeline.events.parse.astray import ASTRAY
from pipeline.events.parse.attribution import ATTRIBUTIONS
from pipeline.events.parse.brought_along import BROUGHT_ALONG
from pipeline.events.parse.dashes import DASHED
from pipeline.events.parse.forms import FORMS
from pipeline.events.parse.gapped import GAPPED
from pipeline.events.parse.going_on import GOING_ON
from pipeline.events.parse.hanging import HANGING
from pipeline.events.parse.joined import JOINED
from pipeline.events.parse.lists import LISTS
from pipeline.events.parse.named import NAMED
from pipeline.events.parse.nominal import NOMINAL
from pipeline.events.parse.numbered import NUMBERED
from pipeline.events.parse.officeholders import IN_FRONT, OFFICEHOLDERS
from pipeline.events.parse.placed_beside import PLACED_BESIDE
from pipeline.events.parse.placed_first import PLACED_FIRST
from pipeline.events.parse.reduced import REDUCED
from pipeline.events.parse.rehang import SUBJECTS, is_below, stretch, with_token
from pipeline.events.parse.relatives import RELATIVES
from pipeline.events.parse.second_subjects import BEHIND_LISTS, SECOND_SUBJECTS
from pipeline.events.parse.semicolons import SEMICOLONS
from pipeline.events.parse.speaks_on import SPEAKS_ON
from pipeline.events.parse.stamped import STAMPED
from pipeline.events.parse.themselves import THEMSELVES
from pipeline.events.parse.timed import TIMED
from pipeline.events.parse.what_is_said import WHAT_IS_SAID
from pipeline.model import Token

CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "parataxis"})


def repaired(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The same tokens; what a repair touches hangs elsewhere. Offsets and words never change."""
    for repair in REPAIRS:
        tokens = repair(tokens)
    return tokens


def _according(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """According to is a preposition, and after a comma or in front it belongs to the clause, not to the last noun."""
    for token in tokens[:-1]:
        if token.text.lower() != "according" or tokens[token.index + 1].text.lower() != "to":
            continue
        apart = token.index == 0 or tokens[token.index - 1].text == ","
        head = _clause_above(tokens, token.head) if apart else token.head
        if head != token.index:
            tokens = with_token(tokens, replace(token, pos="ADP", tag="IN", lemma="accord", dep="prep", head=head))
    return tokens


def _beside(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Called for Orlova, the party's head, to resign: between commas behind a name it explains the name."""
    for token in tokens:
        if token.dep != "dobj" or token.pos != "NOUN":
            continue
        inside = [t.index for t in tokens if is_below(tokens, t.index, token.index)]
        start, after = inside[0], inside[-1] + 1
        if start < 2 or after >= len(tokens) or {tokens[start - 1].text, tokens[after].text} != {","}:
            continue  # a comma and a name before it
        if tokens[start - 2].pos == "PROPN" and tokens[start - 2].dep == "pobj":
            tokens = with_token(tokens, replace(token, dep="appos", head=start - 2))
    return tokens


def _listed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The United States, Britain, and Canada: the second of a list explains nothing."""
    for token in tokens:
        head = tokens[token.head]
        if token.dep != "appos" or token.entity not in ("GPE", "ORG") or token.entity != head.entity:
            continue
        together = any(t.dep == "conj" and t.head == token.index and t.entity for t in tokens)
        if together and head.dep in (*SUBJECTS, "dobj"):
            tokens = with_token(tokens, replace(token, dep="conj"))
    return tokens


def _tied(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """An activist who marched and a reporter: the "and" goes with what it ties, not with the clause in between."""
    for token in tokens:
        if token.dep != "conj":
            continue
        between = [t for t in tokens[token.head + 1 : token.index] if t.dep == "cc"]
        if not between or between[-1].head == token.head:
            continue
        tie = between[-1]
        served = any(t.dep == "conj" and t.head == tie.head and t.index > tie.index for t in tokens)
        if not served and is_below(tokens, tie.head, token.head):
            tokens = with_token(tokens, replace(tie, head=token.head))
    return tokens


def _goes_on(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Told them to leave and said that: a past tense goes on with the past tense, not with the infinitive."""
    for token in tokens:
        above = tokens[token.head]
        if token.dep != "conj" or token.tag != "VBD" or above.tag != "VB":
            continue
        own = any(t.head == token.index and t.dep in (*SUBJECTS, "aux", "auxpass") for t in tokens)
        infinitive = any(t.head == above.index and t.tag == "TO" for t in tokens)
        while above.tag not in ("VBD", "VBZ", "VBP") and above.head != above.index:
            above = tokens[above.head]
        if infinitive and not own and above.tag in ("VBD", "VBZ", "VBP"):
            tokens = with_token(tokens, replace(token, head=above.index))
    return tokens


def _fronted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Angering the farmers, Anna Orlova signed: what follows the participle is its object, and she the subject."""
    if not tokens or tokens[0].tag != "VBG" or tokens[0].dep != "advcl":
        return tokens
    subject = next((t for t in tokens if t.head == tokens[0].head and t.dep in SUBJECTS), None)
    if subject is None or any(t.text == "," for t in tokens[: subject.index]):
        return tokens
    for token in tokens[subject.index :]:
        start, _ = stretch(tokens, token.index)
        named = token.dep == "conj" and token.entity in ("PERSON", "ORG", "GPE") and tokens[start - 1].text == ","
        if named and is_below(tokens, token.index, subject.index):
            tokens = with_token(tokens, replace(token, dep=subject.dep, head=tokens[0].head))
            return with_token(tokens, replace(subject, dep="dobj", head=0))
    return tokens


def _both(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Seven guests and three guards died: what "and" ties to the subject is no second subject."""
    for token in (t for t in tokens if t.dep in SUBJECTS):
        start, _ = stretch(tokens, token.index)
        tie = tokens[start - 1] if start else token
        first = tokens[tie.head]
        if tie.dep == "cc" and first.dep in SUBJECTS and first.head == token.head and first.index < tie.index:
            tokens = with_token(tokens, replace(token, dep="conj", head=first.index))
    return tokens


def _each_of_its_own(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Orlova of Latvia and Petrov of Estonia: a person is listed with the person, not with her country."""
    for token in tokens:
        land = tokens[token.head]
        person = tokens[tokens[land.head].head]
        if token.dep != "conj" or token.entity != "PERSON" or land.dep != "pobj" or person.entity != "PERSON":
            continue
        if land.entity not in ("", "PERSON") and tokens[land.head].text.lower() in ("of", "from"):
            tokens = with_token(tokens, replace(token, head=person.index))
    return tokens


def _of_the_deed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The death on May 3 of the envoy: "of" behind a date goes with the noun that the date stands beside."""
    for token in tokens:
        day = tokens[token.head]
        if token.text.lower() != "of" or token.dep != "prep" or day.entity != "DATE" or day.dep != "pobj":
            continue
        named = next(
            (t for t in tokens if t.head == token.index and t.entity in ("PERSON", "ORG", "GPE", "NORP")), None
        )
        at = tokens[day.head].index - 1
        if named is None or at < 0 or tokens[day.head].text.lower() not in ("on", "in") or tokens[at].pos != "NOUN":
            continue
        tokens = with_token(tokens, replace(token, head=at))
    return tokens


def _accused_of(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Accused the president, Anna Orlova, of stealing: what somebody is accused of hangs on the verb."""
    for token in (t for t in tokens if t.text.lower() == "of"):
        charged = any(t.head == token.index and t.dep in ("pcomp", "pobj") and t.tag == "VBG" for t in tokens)
        charged = charged or (token.index > 0 and tokens[token.index - 1].text == ",")
        if not charged or tokens[token.head].pos not in ("NOUN", "PROPN"):
            continue
        verb = tokens[_clause_above(tokens, token.head)]
        if lexicon.accuses(verb.lemma.lower()) and tokens[token.head].head == verb.index:
            tokens = with_token(tokens, replace(token, head=verb.index))
    return tokens


def _judged(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Called the vote of March 16 democratic: an adjective behind a date is what the thing is called."""
    for token in (t for t in tokens if t.pos == "ADJ" and t.dep == "pobj"):
        day = next((t for t in tokens if t.head == token.index and t.index < token.index and t.entity == "DATE"), None)
        tie = tokens[token.head]
        thing = tokens[tie.head]
        if day is not None and thing.dep == "dobj" and day.dep in ("nmod", "compound", "npadvmod"):
            tokens = with_token(tokens, replace(day, dep="pobj", head=tie.index))
            tokens = with_token(tokens, replace(token, dep="oprd", head=thing.head))
    return tokens


def _clause_above(tokens: Sequence[Token], index: int) -> int:
    """The nearest verb of a clause at or above a token."""
    while tokens[index].head != index:
        if tokens[index].dep in CLAUSES and tokens[index].pos in ("VERB", "AUX"):
            break
        index = tokens[index].head
    return index


REPAIRS: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (
    *STAMPED,
    *OFFICEHOLDERS,
    *PLACED_BESIDE,
    *PLACED_FIRST,
    *ASTRAY,
    *SEMICOLONS,
    *NUMBERED,
    *FORMS,
    *ACTIVES,
    *REDUCED,
    *JOINED,
    *APART,
    *AFTER_WHICH,
    *NOMINAL,
    *GAPPED,
    *LISTS,
    *BROUGHT_ALONG,
    _according,
    *NAMED,
    *DASHED,
    _beside,
    _listed,
    _each_of_its_own,
    _goes_on,
    *THEMSELVES,
    *GOING_ON,
    _tied,
    _fronted,
    *IN_FRONT,
    _both,
    *RELATIVES,
    _of_the_deed,
    _judged,
    _accused_of,
    *SECOND_SUBJECTS,
    *ATTRIBUTIONS,
    *BEHIND_LISTS,
    *HANGING,
    *SPEAKS_ON,
    *WHAT_IS_SAID,
    *TIMED,
)
