"""Participles that stand for people, verbs lost in a noun phrase, days that belong to a verb of saying."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.parse.rehang import SUBJECTS, is_below, stretch, with_token
from pipeline.events.placing_lexicon import time_conjunctions
from pipeline.model import Token

PARTS = frozenset({"dobj", "pobj", *SUBJECTS})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
FORCE = frozenset({"ATTACK", "ASSAULT"})


def _people(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The fourth accused, Ivan Petrov, was sentenced: a participle with an article, in the place of a noun, is one."""
    for token in tokens[1:]:
        if token.tag not in ("VBN", "VBD") or token.dep not in PARTS:
            continue
        if any(t.head in (token.index, token.index - 1) and t.dep == "det" for t in tokens[: token.index]):
            noun = replace(token, pos="NOUN", tag="NN", lemma=token.text.lower())
            tokens = with_token(tokens, noun)
    return tokens


def _by_what(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Were killed in shelling near the port: a gerund of force without an object is the noun; they shelled nobody."""
    for token in (t for t in tokens if (t.tag, t.dep) == ("VBG", "pcomp")):
        verb = tokens[tokens[token.head].head]
        passive = any(t.head == verb.index and t.dep in ("auxpass", "nsubjpass") for t in tokens)
        rows = lexicon.event_types().get((token.text.lower(), "NOUN"), ())
        alone = not any(t.head == token.index and t.dep in ("dobj", "ccomp", "xcomp", *SUBJECTS) for t in tokens)
        if passive and alone and any(row.event_type in FORCE for row in rows):
            noun = replace(token, pos="NOUN", tag="NN", lemma=token.text.lower(), dep="pobj")
            tokens = with_token(tokens, noun)
    return tokens


def _with_what_was_done(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The town was shelled, with two people killed: who stands before the participle suffered it."""
    for verb in (t for t in tokens if (t.tag, t.dep) == ("VBN", "pcomp") and tokens[t.head].text.lower() == "with"):
        below = [t for t in tokens if t.head == verb.index]
        if not any(t.dep in ("dobj", "aux", "auxpass") for t in below):
            suffered = [replace(t, dep="nsubjpass") for t in below if t.dep == "nsubj" and t.index < verb.index]
            tokens = with_token(tokens, *suffered)
    return tokens


def _lost_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """That a court in the country's east sentenced Ivan Petrov: the participle is the verb that the court lacks."""
    for verb in tokens[1:]:
        done = tokens[verb.head]
        if verb.tag not in ("VBN", "VBD") or verb.dep != "amod" or done.entity != "PERSON" or done.index < verb.index:
            continue
        doer = next((t for t in tokens[: verb.index] if t.dep == "nsubj" and tokens[t.head].pos == "SCONJ"), None)
        if doer is None or not is_below(tokens, done.index, doer.index):
            continue
        mark = tokens[doer.head]
        ends = tokens[verb.index - 1]
        moved = [replace(t, head=verb.index) for t in tokens if t.head == doer.index and t.index > verb.index]
        moved += [
            replace(verb, pos="VERB", tag="VBD", dep="ccomp", head=mark.head),
            replace(mark, head=verb.index),
            replace(doer, head=verb.index),
            replace(done, dep="dobj", head=verb.index),
        ]
        if ends.pos == "NOUN" and tokens[done.head].pos == "ADP" and done.head < verb.index:
            moved.append(replace(ends, dep=done.dep, head=done.head))  # In the country's east: the place ends there.
            owners = [t for t in tokens[: ends.index] if t.head == done.index and t.dep == "poss"]
            moved += [replace(t, head=ends.index) for t in owners]
        for token in moved:
            tokens = with_token(tokens, token)
    return tokens


def _goes_on_perfect(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Have refused to meet her and imposed sanctions: a past participle goes on with the perfect, no infinitive."""
    for token in tokens:
        above = tokens[token.head]
        if token.dep != "conj" or token.tag not in ("VBD", "VBN") or above.tag != "VB":
            continue
        main = tokens[above.head]
        perfect = main.tag == "VBN" and any(t.head == main.index and t.lemma == "have" for t in tokens)
        own = any(t.head == token.index and t.dep in (*SUBJECTS, "aux", "auxpass") for t in tokens)
        if perfect and above.dep == "xcomp" and not own:
            tokens = with_token(tokens, replace(token, tag="VBN", head=main.index))
    return tokens


def _day_of_saying(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Said on Monday the two would sign: the day right behind the verb of saying is its own."""
    for token in tokens[1:]:
        said = tokens[token.index - 1]
        clause = tokens[token.head]
        if token.head <= token.index or clause.head != said.index or clause.dep != "ccomp":
            continue
        if (said.lemma.lower(), "VERB") not in lexicon.cues() or said.pos != "VERB" or said.tag not in FINITE:
            continue
        on_day = token.text.lower() == "on" and any(t.head == token.index and t.entity == "DATE" for t in tokens)
        if on_day or (token.dep == "npadvmod" and token.entity == "DATE"):
            tokens = with_token(tokens, replace(token, head=said.index))
    return tokens


def _reports(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """They marched, the agency reports: what has a subject and a clause before it is a verb."""
    for token in tokens[1:]:
        verb = token.lemma.lower()
        if token.tag != "NNS" or token.dep != "ROOT" or (verb, "VERB") not in lexicon.cues():
            continue
        below = {t.dep for t in tokens[: token.index] if t.head == token.index}
        if below & SUBJECTS and "ccomp" in below:
            tokens = with_token(tokens, replace(token, pos="VERB", tag="VBZ"))
    return tokens


def _claims(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """They walked out, the channel claims: what ends the sentence behind a comma and a name or noun is its verb."""
    last = tokens[-2] if len(tokens) > 2 and tokens[-1].pos == "PUNCT" else tokens[-1]
    above = tokens[last.head]
    if last.tag != "NNS" or last.dep != "conj" or above.dep != "ROOT" or above.pos != "VERB":
        return tokens
    start, end = stretch(tokens, last.index)
    speaker = tokens[last.index - 1]
    apart = start > 1 and tokens[start - 1].text == "," and end == last.index
    if not apart or speaker.head != last.index or (last.lemma.lower(), "VERB") not in lexicon.cues():
        return tokens
    moved = [replace(t, head=speaker.index) for t in tokens[start : speaker.index] if t.head == last.index]
    moved += [
        replace(last, pos="VERB", tag="VBZ", dep="ROOT", head=last.index),
        replace(speaker, dep="nsubj", head=last.index),
        replace(above, dep="ccomp", head=last.index),
    ]
    for token in moved:
        tokens = with_token(tokens, token)
    return tokens


def _after_it(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Freed three, including Ivan Petrov, hours after an envoy came: a clause with "after" describes nobody."""
    for token in tokens:
        if token.dep != "relcl":
            continue
        below = [t for t in tokens if t.head == token.index]
        times = time_conjunctions(of="another time")
        mark = next((t for t in below if t.dep == "mark" and t.text.lower() in times), None)
        relative = any(t.tag in ("WDT", "WP", "WRB") for t in below)
        above = tokens[token.head]
        while above.pos not in ("VERB", "AUX") and above.head != above.index:
            above = tokens[above.head]
        if mark is not None and not relative and above.pos == "VERB":
            tokens = with_token(tokens, replace(token, dep="advcl", head=above.index))
    return tokens


def _the_crossing(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Reopened the Kuznica crossing: a gerund behind an article is the object, no clause."""
    for token in tokens:
        if token.tag != "VBG" or token.dep != "ccomp" or tokens[token.head].pos != "VERB" or token.index < token.head:
            continue
        below = [t for t in tokens if t.head == token.index]
        if any(t.dep == "det" for t in below) and not any(t.dep in ("nsubj", "aux", "dobj") for t in below):
            lemma = token.text.lower()
            tokens = with_token(tokens, replace(token, pos="NOUN", tag="NN", lemma=lemma, dep="dobj"))
    return tokens


NOMINAL: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (
    _people,
    _the_crossing,
    _by_what,
    _with_what_was_done,
    _lost_verb,
    _goes_on_perfect,
    _day_of_saying,
    _reports,
    _claims,
    _after_it,
)
