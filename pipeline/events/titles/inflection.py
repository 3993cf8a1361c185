"""The forms of verbs in headlines: dies, is poisoned, may join, carries."""

from __future__ import annotations

from dataclasses import replace

from pipeline.events.cardinals import cardinal
from pipeline.events.parse.syntax import Tree, subjects
from pipeline.events.titles.turning import in_front
from pipeline.model import Token


def as_told(tree: Tree, verb: int, *, plural: bool, passive: bool) -> str:
    """The verb as headlines have it: dies, is poisoned, may join; past, perfect and what goes on become the present."""
    token = tree.tokens[verb]
    aux = [tree.tokens[c] for c in tree.children(verb, "aux", "auxpass") if c < verb]
    negative = " not" if tree.children(verb, "neg") else ""
    turned = f"{front} " if (front := in_front(tree, verb)) else ""
    be = ("are" if plural else "is") + negative
    if any(a.tag in ("MD", "TO") for a in aux):
        words = [a.text for a in aux]
        if token.tag == "VBG" and words[-1].lower() == "be":
            words, token = words[:-1], replace(token, text=token.lemma)  # Would be travelling: to travel.
        return " ".join([*words[:1], *([negative.strip()] if negative else []), *words[1:], f"{turned}{token.text}"])
    if token.lemma == "be" or (token.pos == "AUX" and token.lemma != "have"):
        return f"{be} {turned}".rstrip()
    if passive:
        return f"{be} {turned}{token.text.lower()}"
    if negative:
        return ("do not " if plural else "does not ") + turned + _bare(token)
    return turned + (_bare(token) if plural else third_person(_bare(token)))


def _bare(token: Token) -> str:
    """The lemma with the prefix that the word has and it leaves out: re-opened, re-open."""
    front, hyphen, _ = token.text.partition("-")
    return f"{front.lower()}-{token.lemma}" if hyphen and "-" not in token.lemma else token.lemma


def retold(tree: Tree, verb: int) -> dict[int, str]:
    """The verb of a clause of the past and its auxiliaries in the present, by token: was shot, is shot; "" for none."""
    tokens = tree.tokens
    heads = subjects(tree, verb)
    plural = any(tokens[h].tag in ("NNS", "NNPS") or tree.children(h, "conj") for h in heads)
    plural = plural or any(tokens[h].text.lower() in ("they", "we", "you", "i") for h in heads)
    plural = plural or any((cardinal(tokens[h].text.lower()) or 0) > 1 for h in heads)  # Eight went home.
    aux = [c for c in tree.children(verb, "aux", "auxpass") if c < verb]
    be = {c: "are" if plural else "is" for c in aux if tokens[c].lemma == "be" and tokens[c].tag != "VB"}
    do = {c: "do" if plural else "does" for c in aux if tokens[c].lemma == "do"}
    had = {c: "" for c in aux if tokens[c].lemma == "have"}
    if tokens[verb].lemma == "be":
        return had | {verb: "are" if plural else "is"}
    alone = not be and not do
    lemma = _bare(tokens[verb])
    return had | be | do | ({verb: lemma if plural else third_person(lemma)} if alone else {})


def present(verb: str, *, plural: bool) -> str:
    """The first word in the third person of the present; the rest (a particle) follows."""
    first, _, rest = verb.partition(" ")
    word = first if plural else third_person(first)
    return f"{word} {rest}" if rest else word


def third_person(lemma: str) -> str:
    """he goes, says, carries, has."""
    if lemma == "have":
        return "has"
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"
