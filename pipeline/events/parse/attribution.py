"""Slips of the parser about who says it: a speaker hung on a noun, two subjects, a last clause taken for a list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.parse.rehang import SUBJECTS, is_below, stretch, with_token
from pipeline.model import Token

SHORTEST = 4
"""Words before a verb of saying that could be the sentence which it attributes."""


def _told_first(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Strikes last night damaged a bridge, governor Anna Orlova said: she speaks, and the strikes damaged it."""
    for speaker in tokens[:-1]:
        if speaker.entity != "PERSON" or speaker.dep not in ("conj", "appos", "nsubj"):
            continue
        said = tokens[speaker.index + 1]
        if said.dep != "ROOT" or not _says(said):
            continue
        first = next((t for t in tokens[: speaker.index] if t.head == said.index and t.dep in SUBJECTS), None)
        hit = next((t for t in tokens if first is not None and t.head == first.index and t.dep == "appos"), None)
        verb = next((t for t in tokens if hit is not None and t.head == hit.index and (t.tag, t.dep) == VERBLESS), None)
        start, _ = stretch(tokens, speaker.index)
        if first is None or hit is None or verb is None or tokens[start - 1].text != ",":
            continue
        tokens = with_token(
            tokens,
            replace(speaker, dep="nsubj", head=said.index),
            replace(verb, pos="VERB", tag="VBD", dep="ccomp", head=said.index),
            replace(first, dep="nsubj", head=verb.index),
            replace(hit, dep="dobj", head=verb.index),
        )
    return tokens


def _reported_last(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """She was beaten and hurt, the paper reported on Friday: the last clause says whose word the rest is."""
    for said in (t for t in tokens if t.dep in ("conj", "parataxis", "advcl")):
        above = tokens[said.head]
        if not _says(said) or above.dep != "ROOT":
            continue
        if any(t.head == said.index and t.dep in ("mark", "advmod") for t in tokens[: said.index]):
            continue  # As the paper reported, when she said so.
        if not any(t.head == said.index and t.dep == "nsubj" for t in tokens[: said.index]):
            continue
        start, last = stretch(tokens, said.index)
        after = [t for t in tokens[said.index + 1 : last + 1] if t.head == said.index and t.pos != "PUNCT"]
        after = [t for t in after if t.dep != "prep" or not _tells_day(tokens, t)]
        if start == 0 or tokens[start - (tokens[start].text != ",")].text != "," or any(t.dep in SAID for t in after):
            continue
        tokens = with_token(tokens, replace(said, dep="ROOT", head=said.index))
        tokens = with_token(tokens, replace(above, dep="ccomp", head=said.index))
    return tokens


def _tells_day(tokens: tuple[Token, ...], prep: Token) -> bool:
    return any(t.head == prep.index and t.dep == "pobj" and t.entity in ("DATE", "TIME") for t in tokens)


def _says(token: Token) -> bool:
    cue = lexicon.cues().get((token.lemma, "VERB"))
    return token.pos == "VERB" and token.tag == "VBD" and cue is not None and cue.kind in ("say", "announce", "claim")


def _said_last(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Taken from the editor, the ministry said: a name between the comma and the last verb speaks, it explains none.

    The last such name does; with "and" in it a list speaks from its first name on.
    """
    for verb in tokens:
        if verb.dep != "ROOT" or (verb.lemma, "VERB") not in lexicon.cues() or verb.index < SHORTEST:
            continue
        before = [t for t in tokens[: verb.index] if t.head == verb.index]
        if any(t.dep in SUBJECTS for t in before) or not any(t.dep == "ccomp" for t in before):
            continue
        for token in reversed(tokens[: verb.index]):
            inside = [t.index for t in tokens if is_below(tokens, t.index, token.index)]
            ends = inside[-1] == verb.index - 1 and inside[0] > 0 and tokens[inside[0] - 1].text == ","
            goes_on = token.dep == "conj" and any(tokens[i].dep == "cc" for i in inside)
            if token.dep in ("appos", "conj") and token.pos in ("PROPN", "NOUN") and ends and not goes_on:
                return with_token(tokens, replace(token, dep="nsubj", head=verb.index))
    return tokens


def _said_between(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The law, she said, would ban it: of two subjects before a verb of saying the first is that of what is said."""
    for verb in tokens:
        if (verb.lemma, "VERB") not in lexicon.cues() or verb.pos != "VERB":
            continue
        before = [t for t in tokens[: verb.index] if t.head == verb.index and t.dep in SUBJECTS]
        said = next((t for t in tokens[verb.index :] if t.head == verb.index and t.dep == "ccomp"), None)
        if len(before) < 2 or said is None or any(t.head == said.index and t.dep in SUBJECTS for t in tokens):
            continue
        if tokens[verb.index - 1].text != "," and any(t.text == "," for t in tokens[before[0].index : verb.index]):
            tokens = with_token(tokens, replace(before[0], head=said.index))
    return tokens


def _in_passing(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A wish, his friends said, to end the war: what is said in between has no infinitive, the wish has."""
    for token in (t for t in tokens if t.dep == "xcomp" and t.index > t.head):
        said = tokens[token.head]
        start = stretch(tokens, token.index)[0]
        first = next((t for t in tokens[: said.index] if t.head == said.index and t.dep == "nsubj"), None)
        if first is None or not _says(said) or (start, tokens[start - 1].text) != (said.index + 2, ","):
            continue
        before = stretch(tokens, first.index)[0] - 1
        if before > 0 and tokens[before].text == "," and tokens[before - 1].pos == "NOUN":
            tokens = with_token(tokens, replace(token, dep="acl", head=before - 1))
    return tokens


def _told_last(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Also freed by the court was Anna Orlova: who stands behind the auxiliary is the subject of the participle."""
    for token in tokens:
        verb = tokens[token.head]
        above = tokens[verb.head]
        if token.dep == "nsubj" and verb.dep == "auxpass" and above.index < verb.index < token.index:
            tokens = with_token(tokens, replace(token, dep="nsubjpass", head=above.index))
    return tokens


def _announced_last(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """It will plan the use of arms and a system, Anna Orlova announced after: she announced the rest.

    So does what is no person, with nothing behind its verb but a day or whom it told: a source told the paper.
    """
    for said in tokens:
        if said.dep not in ("acl", "relcl", "advcl", "conj") or said.index == 0:
            continue
        speaker = tokens[said.index - 1]
        body = said.tag == "VBN" and speaker.lemma.lower() in lexicon.body_nouns()  # A ministry reported: it did so.
        if not _says(replace(said, tag="VBD") if body else said):
            continue
        start, _ = stretch(tokens, speaker.index)
        comma = start > 0 and tokens[start - 1].text == ","
        apart = comma and speaker.dep in ("appos", "conj", "dobj", *(("npadvmod",) if body else ()))
        apart = apart and (_tells_all(tokens, speaker, said) if speaker.entity != "PERSON" else speaker.dep != "dobj")
        below = [t.dep for t in tokens if t.head == said.index and (t.dep != "dobj" or t.entity != "ORG")]
        root = next((t for t in tokens[:start] if t.dep == "ROOT" and t.pos in ("VERB", "AUX")), None)
        if not apart or root is None or {*below} & {*SUBJECTS, "dobj", "ccomp", "agent", "mark", "aux"}:
            continue
        tokens = with_token(
            tokens,
            replace(said, tag="VBD", dep="ROOT", head=said.index),
            replace(speaker, dep="nsubj", head=said.index),
            replace(root, dep="ccomp", head=said.index),
        )
    return tokens


def _tells_all(tokens: tuple[Token, ...], speaker: Token, said: Token) -> bool:
    """Whether a noun and its verb end the sentence: its team announced on Saturday."""
    behind = [t for t in tokens[said.index + 1 :] if t.head == said.index and t.pos != "PUNCT"]
    timed = all(t.dep in ("dobj", "npadvmod") or (t.dep == "prep" and _tells_day(tokens, t)) for t in behind)
    ends = all(t.pos == "PUNCT" for t in tokens[stretch(tokens, said.index)[1] + 1 :])
    hung = said.dep == "conj" or (said.dep == "acl" and speaker.index == said.head)
    return hung and speaker.pos in ("NOUN", "PROPN") and timed and ends


def _adding(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Orlova said: "We agreed," adding that: who spoke adds it, outside the marks, and not those within them."""
    for token in tokens:
        quoted = tokens[token.head]
        if token.dep != "advcl" or token.tag != "VBG" or quoted.index > token.index:
            continue
        closes = next((t.index for t in tokens[quoted.index : token.index] if t.text in CLOSING), -1)
        opens = next((t.index for t in reversed(tokens[: quoted.index]) if t.text in OPENING), -1)
        above = quoted
        while above.index > opens and above.head != above.index:
            above = tokens[above.head]
        if 0 <= above.index < opens < closes and above.pos == "VERB":
            tokens = with_token(tokens, replace(token, head=above.index))
    return tokens


OPENING, CLOSING = frozenset('“„«"') | {"``"}, frozenset('”»"') | {"''"}
VERBLESS = ("VBN", "amod")
SAID = frozenset({"ccomp", "dobj", "xcomp", "prep", "dative"})
"""What a verb of saying has when it tells something of its own."""
ATTRIBUTIONS: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (
    _told_first,
    _reported_last,
    _said_between,
    _in_passing,
    _said_last,
    _told_last,
    _announced_last,
    _adding,
)
