"""The second verb of a sentence that tells what somebody said: it may go on with the saying, not with what is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline import gazetteer
from pipeline.events import lexicon
from pipeline.events.parse.rehang import SUBJECTS, stretch, with_token
from pipeline.model import Token

PAST = frozenset({"VBD", "VBN"})
OBJECTS = frozenset({"dobj", "dative", "ccomp", "xcomp", "oprd"})
TOLD = OBJECTS | {"prep"}


def _beyond_what_is_said(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Denied that drivers had been beaten and summoned the envoy: the second verb goes on with "denied".

    So it does when it cannot share the auxiliary of the verb before it (a passive takes no object, no past tense
    follows "were" or "would"), and when it tells, after a comma, that somebody spoke, or after "but" that he denied.
    Said the verdict was wrong and called for a strike: what is said is about a thing, which calls for nothing.
    """
    for token in tokens:
        first = tokens[token.head]
        saying = tokens[first.head]
        if saying.lemma == "be" and saying.dep == "ccomp":  # Said it was possible that they had.
            saying = tokens[saying.head]
        if token.dep != "conj" or token.tag not in PAST or first.dep != "ccomp" or saying.tag != "VBD":
            continue
        if (saying.lemma.lower(), "VERB") not in lexicon.cues() or saying.index > first.index:
            continue
        own = [t.dep for t in tokens if t.head == token.index]
        subject = any(t.head == first.index and t.dep in SUBJECTS and t.index > saying.index for t in tokens)
        if (
            (_is_outlet(tokens, saying) and not _speaks(token))
            or not subject
            or any(dep in (*SUBJECTS, "aux", "auxpass", "agent") for dep in own)
        ):
            continue
        beyond = _cannot_share(tokens, first, token) or _speaks_after_comma(tokens, token)
        if (OBJECTS & {*own} and beyond) or (TOLD & {*own} and _is_of_thing(tokens, first) and _speaks(token)):
            tokens = with_token(tokens, replace(token, tag="VBD", head=saying.index))
    return tokens


def _is_outlet(tokens: Sequence[Token], saying: Token) -> bool:
    """BelTA said he had been trying to recruit him and offered him money: an outlet does no more than say so."""
    named = (gazetteer.canonical(t.text) for t in tokens if t.head == saying.index and t.dep == "nsubj")
    return any(actor is not None and actor.kind == "outlet" for actor in named)


def _cannot_share(tokens: Sequence[Token], first: Token, second: Token) -> bool:
    """Whether the auxiliary of the first verb cannot stand before the second."""
    aux = [t for t in tokens if t.head == first.index and t.dep in ("aux", "auxpass")]
    passive = any(t.dep == "auxpass" for t in aux)
    return passive or first.tag == "VBG" or (second.tag == "VBD" and any(t.tag == "MD" for t in aux))


def _speaks_after_comma(tokens: Sequence[Token], verb: Token) -> bool:
    """Had carried it out, and called it: whoever spoke before speaks on."""
    word = (verb.lemma.lower(), "VERB")
    comma = verb.index >= 2 and (tokens[verb.index - 2].text, tokens[verb.index - 1].text) == (",", "and")
    comma = comma and not any(t.dep == "appos" and stretch(tokens, t.index)[1] == verb.index - 3 for t in tokens)
    denies = word in lexicon.cues() and lexicon.cues()[word].kind == "deny"
    comma = comma or (denies and tokens[verb.index - 1].text.lower() == "but")
    judges = any(t.head == verb.index and t.dep == "oprd" for t in tokens)
    return comma and (_speaks(verb) or judges)


def _speaks(verb: Token) -> bool:
    """Whether a verb tells that somebody says or asks something."""
    word = (verb.lemma.lower(), "VERB")
    asks = any(row.event_type == "REQUEST" for row in lexicon.event_types().get(word, ()))
    return word in lexicon.cues() or asks


def _is_of_thing(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether the subject of a verb is a thing, and nobody who could speak: the verdict, the war."""
    subject = next((t for t in tokens if t.head == verb.index and t.dep in SUBJECTS), None)
    if subject is None or subject.tag != "NN" or subject.entity:
        return False
    word = subject.lemma.lower()
    return not (word in lexicon.role_nouns() or word in lexicon.body_nouns() or word in lexicon.media_nouns())


def _saying_of_thing(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Orlova said the debt was due, saying a term had run out: she says it, and not the debt."""
    for token in tokens:
        said = tokens[token.head]
        saying = tokens[said.head]
        if token.dep != "advcl" or token.tag != "VBG" or said.dep != "ccomp" or saying.index > said.index:
            continue
        word = (token.lemma.lower(), "VERB")
        money = any(t.head == said.index and t.dep in SUBJECTS and t.entity == "MONEY" for t in tokens)
        cues = lexicon.cues()
        if word in cues and (saying.lemma.lower(), "VERB") in cues and (money or _is_of_thing(tokens, said)):
            tokens = with_token(tokens, replace(token, head=saying.index))
    return tokens


def _saying_it_too(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The embassy told of it, which Orlova confirmed, saying they were home: the last who spoke says that, too."""
    cues = lexicon.cues()
    for token in (t for t in tokens[2:] if (t.tag, t.dep) == ("VBG", "advcl") and (t.lemma.lower(), "VERB") in cues):
        verb, comma = tokens[token.index - 2], tokens[token.index - 1]
        own = any(t.head == verb.index and t.dep == "nsubj" and t.entity == "PERSON" for t in tokens)
        speaks = verb.dep == "relcl" and (verb.lemma.lower(), "VERB") in cues
        if comma.text == "," and speaks and own and token.head < verb.index:
            tokens = with_token(tokens, replace(token, head=verb.index))
    return tokens


def _of_several(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """He said three men were hurt and were taken away: what "were" tells is told of the men, and not of him."""
    for token in (t for t in tokens if t.dep == "conj" and t.pos == "VERB"):
        saying = tokens[token.head]
        own = {t.dep for t in tokens if t.head == token.index} & {*SUBJECTS, "expl"}
        were = any(t.head == token.index and t.text.lower() in ("were", "are") for t in tokens[: token.index])
        speaker = next((t for t in tokens if t.head == saying.index and t.dep == "nsubj"), None)
        said = next((t for t in tokens if t.head == saying.index and t.dep == "ccomp" and t.index < token.index), None)
        if own or not were or speaker is None or said is None or (saying.lemma.lower(), "VERB") not in lexicon.cues():
            continue
        one = speaker.tag in ("NN", "NNP") or speaker.text.lower() in ("he", "she", "it")
        alone = one and not any(t.head == speaker.index and t.dep == "conj" for t in tokens)
        several = any(t.head == said.index and t.dep in SUBJECTS and t.tag in ("NNS", "NNPS", "CD") for t in tokens)
        if alone and several:
            tokens = with_token(tokens, replace(token, head=said.index))
    return tokens


SPEAKS_ON: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (
    _beyond_what_is_said,
    _saying_of_thing,
    _saying_it_too,
    _of_several,
)
