"""Participles that only say more of a noun, and that the parser takes for the verb of the sentence or its subject."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.parse.found import FOUND
from pipeline.events.parse.rehang import SUBJECTS, is_below, stretch, with_token
from pipeline.events.placing_lexicon import time_conjunctions
from pipeline.model import Token

PARTICIPLES = frozenset({"VBD", "VBN"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
NOUNS = frozenset({"NOUN", "PROPN"})


def _set_for(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The meeting set for May 3 was put off: the meeting was, and "set" says which."""
    for token in tokens:
        if token.tag not in PARTICIPLES or token.dep not in (*SUBJECTS, "csubj", "csubjpass"):
            continue
        noun = next((t for t in tokens[: token.index] if t.head == token.index and t.dep in SUBJECTS), None)
        whole = any(t.head == token.index and t.dep in ("aux", "auxpass") for t in tokens)  # What she had set.
        if noun is not None and noun.pos in NOUNS and not whole:
            dep = "nsubjpass" if _is_passive(tokens, token.head) else "nsubj"
            tokens = with_token(tokens, replace(noun, dep=dep, head=token.head))
            tokens = with_token(tokens, replace(token, tag="VBN", dep="acl", head=noun.index))
    return tokens


def _believed_to_have(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The man believed to have bombed the cafe was held: he was held, and did not believe."""
    clauses = {"xcomp", "ccomp"}.issubset([t.dep for t in tokens])
    for number in (t.index for t in tokens if clauses and t.tag in PARTICIPLES):
        tokens = _object_of_the_deed(tokens, number)
        token = tokens[number]
        below = [t for t in tokens if t.head == token.index]
        if any(t.dep in ("aux", "auxpass", "dobj") for t in below):  # Urged the court to annul it: they did.
            continue
        noun = next((t for t in below if t.dep in SUBJECTS and t.index < token.index), None)
        done = next((t for t in below if t.dep == "xcomp" and t.index > token.index), None)
        verb = next((t for t in below if t.dep == "ccomp" and done is not None and t.index > done.index), None)
        if noun is None or verb is None or noun.pos not in NOUNS or not _is_bare(tokens, verb):
            continue
        tokens = _with_main_verb(tokens, token, verb, noun)
        tokens = with_token(tokens, replace(token, tag="VBN", dep="acl", head=noun.index))
    return tokens


def _object_of_the_deed(tokens: tuple[Token, ...], number: int) -> tuple[Token, ...]:
    """Believed to have bombed the depot was held: the depot is what was bombed. `number` is that of the participle."""
    done = next((t for t in tokens[number:] if t.head == number and t.dep == "xcomp"), None)
    verb = next((t for t in tokens if done is not None and t.head == done.index and t.dep == "ccomp"), None)
    name = next((t for t in tokens if verb is not None and t.head == verb.index and t.dep in SUBJECTS), None)
    if done is None or verb is None or name is None or verb.index < name.index:
        return tokens
    perfect = any(t.head == done.index and t.lemma == "have" for t in tokens)
    if not perfect or stretch(tokens, name.index)[0] != done.index + 1 or not _is_finite(tokens, verb):
        return tokens
    tokens = with_token(tokens, replace(name, dep="dobj", head=done.index))
    return with_token(tokens, replace(verb, head=number))


def _object_first(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Four men accused of plotting to kill Orlov went on trial: they went, and Orlov is whom they would kill."""
    for token in (t for t in tokens if t.dep == "ccomp"):
        above = tokens[token.head]
        name = next((t for t in tokens if t.head == token.index and t.dep in SUBJECTS), None)
        if above.pos != "VERB" or name is None or _is_marked(tokens, token):
            continue
        root = next((t for t in tokens if t.dep == "ROOT"), token)
        beside = any(t.head == above.index and t.dep == "dobj" for t in tokens)
        if root.pos not in NOUNS or beside or (above.lemma.lower(), "VERB") in lexicon.cues():
            continue
        if stretch(tokens, name.index)[0] == above.index + 1 and root.index < above.index and _is_finite(tokens, token):
            tokens = with_token(tokens, replace(name, dep="dobj", head=above.index))
            tokens = _with_main_verb(tokens, root, token, root)
    return tokens


def _between_commas(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Two pilots, forced to land and held for a day, crossed the border: they crossed, and were forced and held."""
    for token in (t for t in tokens if t.tag == "VBN"):
        below = [t for t in tokens if t.head == token.index]
        noun = next((t for t in below if t.dep in SUBJECTS and t.pos in NOUNS), None)
        if noun is None or token.index < 2 or any(t.dep in ("aux", "auxpass", "dobj") for t in below):
            continue
        behind = tokens[token.index - 1].text == "," and stretch(tokens, noun.index)[1] == token.index - 1
        last = [t for t in tokens if t.dep == "conj" and is_below(tokens, t.index, token.index) and t.tag == "VBD"]
        verb = next((t for t in last if tokens[t.index - 1].text == "," and _is_bare(tokens, t)), None)
        if behind and verb is not None:
            tokens = _with_main_verb(tokens, token, verb, noun)
            tokens = with_token(tokens, replace(token, tag="VBN", dep="acl", head=noun.index))
            for other in last:
                if other.index < verb.index:
                    tokens = with_token(tokens, replace(other, tag="VBN"))
    return tokens


def _with_main_verb(tokens: tuple[Token, ...], old: Token, verb: Token, noun: Token) -> tuple[Token, ...]:
    """The tokens with one verb in the place of what stood there, and the noun as its subject."""
    head = verb.index if old.dep == "ROOT" else old.head
    dep = "nsubjpass" if _is_passive(tokens, verb.index) else "nsubj"
    tokens = with_token(tokens, replace(verb, dep=old.dep, head=head))
    for stop in [t for t in tokens if t.head == old.index and t.dep == "punct" and t.index > verb.index]:
        tokens = with_token(tokens, replace(stop, head=verb.index))
    return with_token(tokens, replace(noun, dep=dep, head=verb.index))


def _is_bare(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether a finite verb has no subject of its own."""
    return _is_finite(tokens, verb) and not any(t.head == verb.index and t.dep in SUBJECTS for t in tokens)


def _is_finite(tokens: Sequence[Token], verb: Token) -> bool:
    aux = (t.tag for t in tokens if t.head == verb.index and t.dep in ("aux", "auxpass"))
    return verb.tag in FINITE or any(tag in (*FINITE, "MD") for tag in aux)


def _is_passive(tokens: Sequence[Token], verb: int) -> bool:
    return any(t.head == verb and t.dep == "auxpass" for t in tokens)


def _is_marked(tokens: Sequence[Token], clause: Token) -> bool:
    marked = any(t.head == clause.index and t.dep == "mark" for t in tokens)
    between = tokens[clause.head + 1 : clause.index]
    return marked or any(
        t.text in (",", ":", "“", '"') and not is_below(tokens, t.index, clause.index) for t in between
    )


def _of_two_clauses(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Said the bomb found in a shed was meant for a train: it was meant, "found" says which; one thing is said."""
    for token in (t for t in tokens if t.dep == "ccomp" and t.index > t.head):
        noun = _described(tokens, token)
        verb = next((t for t in tokens if t.dep == "ccomp" and t.head == token.head and t.index > token.index), None)
        if noun is None or verb is None or not _is_bare(tokens, verb) or not _follows(tokens, token, verb):
            continue
        moved = [replace(t, head=verb.index) for t in tokens if t.head == token.index and t.dep == "mark"]
        tokens = with_token(tokens, *moved, *_describing(tokens, token, noun, verb))
    return tokens


def _with_nothing_between(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Men believed to be officers used force: no "and" and no comma ties the two, so the first only says which men."""
    for verb in (t for t in tokens if t.dep in ("conj", "advcl", "acl") and t.index > t.head and _is_bare(tokens, t)):
        below = [t for t in tokens if t.head == verb.index]
        if any(t.dep == "mark" or t.tag in ("WDT", "WP", "WRB") for t in below):
            continue
        if verb.dep == "acl" and not any(t.dep == "dobj" for t in below):  # Officers injured in the raid.
            continue
        token = tokens[verb.head]
        while token.pos != "VERB" and token.head != token.index:
            token = tokens[token.head]
        while token.dep == "xcomp":
            token = tokens[token.head]
        noun = _described(tokens, token)
        if noun is None or any(t.dep == "cc" or t.tag in (",", ":") for t in tokens[token.index : verb.index]):
            continue
        if token.tag in PARTICIPLES and token.index < verb.index:
            moved = [replace(t, head=verb.index) for t in tokens if t.head == token.index and t.index < noun.index]
            tokens = _with_main_verb(with_token(tokens, *moved), token, verb, noun)
            tokens = with_token(tokens, replace(token, tag="VBN", dep="acl", head=noun.index))
    return tokens


def _of_a_speaker(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """It is over, said a letter, read out on Monday; Rodnik, tipped to fall, said so: it was read, or tipped."""
    for token in (t for t in tokens[1:] if t.dep == "ccomp" and tokens[t.index - 1].text == ","):
        said, noun = tokens[token.head], _described(tokens, token, with_object=token.index < token.head)
        if noun is None or stretch(tokens, noun.index)[1] not in (token.index - 1, token.index - 2):
            continue
        if (said.lemma.lower(), "VERB") not in lexicon.cues() or not _is_bare(tokens, said):
            continue
        behind = stretch(tokens, noun.index)[0] == said.index + 1
        before = said.index > token.index and tokens[said.index - 1].text == ","
        if behind or before:
            tokens = with_token(tokens, *_describing(tokens, token, noun, said))
    return tokens


def _after_which(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Was fined after posters mocking him were found at home: they were found after all, and mocked him."""
    for token in (t for t in tokens if t.dep == "pcomp" and t.tag == "VBG"):
        tie = tokens[token.head]
        noun = _described(tokens, token, with_object=True)
        loose = (t for t in tokens[token.index :] if t.dep == "conj" or t.index == tie.head)
        verb = next((t for t in loose if _is_bare(tokens, t)), None)
        if noun is None or verb is None or tie.text.lower() not in time_conjunctions(of="another time"):
            continue
        tied = any(t.dep == "cc" for t in tokens[token.index : verb.index])
        if not tied and (verb.index == tie.head or _follows(tokens, token, verb)):
            above = replace(verb, dep="advcl", head=verb.head)
            hung = _describing(tokens, token, noun, above)
            tokens = with_token(tokens, *hung, replace(tie, pos="SCONJ", dep="mark", head=verb.index), above)
    return tokens


def _described(tokens: Sequence[Token], token: Token, *, with_object: bool = False) -> Token | None:
    """The noun of what may be a participle: its subject, before a bare form or an infinitive."""
    below = [t for t in tokens if t.head == token.index]
    noun = next((t for t in below if t.dep in SUBJECTS and t.index < token.index), None)
    finite = any(t.dep in ("aux", "auxpass") and t.tag in (*FINITE, "MD") for t in below)
    has = {t.dep for t in below if t.index > token.index or t.dep == "ccomp"} - ({"dobj"} if with_object else set())
    taken = bool(has & {"dobj", "neg", "cc", "ccomp"})
    form = token.tag in (*PARTICIPLES, "VBG") and token.pos != "AUX" and not finite and not taken
    return noun if form and noun is not None and noun.pos in NOUNS else None


def _describing(tokens: tuple[Token, ...], token: Token, noun: Token, verb: Token) -> tuple[Token, ...]:
    """The participle under its noun, and the noun as the subject of the verb."""
    dep = "nsubjpass" if _is_passive(tokens, verb.index) else "nsubj"
    participle = replace(token, tag="VBN" if token.tag == "VBD" else token.tag, dep="acl", head=noun.index)
    return participle, replace(noun, dep=dep, head=verb.index)


def _follows(tokens: Sequence[Token], token: Token, verb: Token) -> bool:
    """Whether a clause begins right where what stands under a word ends, but for a comma."""
    first, last = stretch(tokens, verb.index)[0], stretch(tokens, token.index)[1]
    return first - last == 1 or (first - last == 2 and tokens[last + 1].text == ",")


REDUCED: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (
    *FOUND,
    _set_for,
    _believed_to_have,
    _object_first,
    _between_commas,
    _of_two_clauses,
    _with_nothing_between,
    _of_a_speaker,
    _after_which,
)
