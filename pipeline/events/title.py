"""A headline for a mention: subject, verb in the present, object; names for pronouns; 90 characters, no date."""

from __future__ import annotations

import re

from pipeline.events import lexicon
from pipeline.events.names import country_codes
from pipeline.events.reading import Draft, Reading
from pipeline.events.statements import is_saying
from pipeline.events.syntax import Tree, clause_dep, clause_verb, is_passive, subjects

LIMIT = 90
NEEDED = frozenset({"dobj", "attr", "acomp", "oprd", "prt", "dative", "xcomp", "agent", "neg"})
LEFT_OUT = frozenset({"relcl", "advcl", "parataxis", "appos"})
ARTICLES = re.compile(r"^(?:the|a|an|this|that|these|those|his|her|its|their|some|such)\s+", re.IGNORECASE)


def title(reading: Reading, draft: Draft) -> str:
    """One line of at most 90 characters."""
    tree = reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    if token.tag == "VB" and token.dep == "acl" and head_is_noun(tree, token.head):
        return _polish(ARTICLES.sub("", _phrase(reading, draft.sentence, tree, token.head, set())))
    if token.pos in ("VERB", "AUX", "ADJ"):
        return _polish(_of_verb(reading, draft, tree, clause_verb(tree, draft.token)))
    head = tree.tokens[token.head]
    light = head.pos == "VERB" and head.lemma in lexicon.support_verbs() and head.dep not in ("relcl", "acl")
    if token.dep in ("dobj", "nsubjpass") and light:
        return _polish(_of_verb(reading, draft, tree, token.head))
    return _polish(_of_noun(reading, draft, tree))


def _of_verb(reading: Reading, draft: Draft, tree: Tree, verb: int) -> str:
    subject = subjects(tree, verb)
    passive = is_passive(tree, verb)
    who = _who(reading, draft, tree, subject)
    if not who and passive and draft.recipients:
        who = draft.recipients[0]
    if not who and not passive and draft.actors:
        who = draft.actors[0]
    several = bool(subject) and tree.tokens[subject[0]].tag in ("NNS", "NNPS")
    plural = " and " in who or (several and who not in reading.who(draft.sentence, subject[0]))
    line = " ".join(part for part in (who, _present(tree, verb, plural=plural, passive=passive)) if part)
    own = {n for i in subject for n in reading.who(draft.sentence, i)}
    for child in tree.below[verb]:
        dep = clause_dep(tree, child)
        if child > verb and (dep in NEEDED or dep == "ccomp"):
            line += " " + _phrase(reading, draft.sentence, tree, child, own)
        elif (child > verb and dep == "prep" and (part := _phrase(reading, draft.sentence, tree, child, own))) and (
            len(line) + len(part) < LIMIT
        ):
            line += " " + part
    before = [c for c in tree.children(verb, "ccomp") if c < verb and clause_dep(tree, c) == "ccomp"]
    after = any(clause_dep(tree, c) in ("ccomp", "xcomp") and c > verb for c in tree.below[verb])
    if before and is_saying(reading, draft) and not after and not _quoted(reading, draft, tree, verb):
        line = " ".join(part for part in (who, _present(tree, verb, plural=plural, passive=passive)) if part)
        return line + " " + _phrase(reading, draft.sentence, tree, before[0], own)
    return line + _quoted(reading, draft, tree, verb)


def head_is_noun(tree: Tree, index: int) -> bool:
    """Whether an infinitive hangs on a noun: an attempt to poison him."""
    return tree.tokens[index].pos == "NOUN"


def _who(reading: Reading, draft: Draft, tree: Tree, subject: list[int]) -> str:
    if not subject:
        return ""
    names = reading.who(draft.sentence, subject[0])
    token = tree.tokens[subject[0]]
    if names and (token.pos in ("PROPN", "PRON", "DET") or token.tag == "NN" or len(names) == 2):
        return " and ".join(names[:2]) if len(names) < 3 else f"{names[0]}, {names[1]} and others"
    if token.tag in ("WDT", "WP") and (clause := _relative_clause(tree, subject[0])) is not None:
        return ARTICLES.sub("", _phrase(reading, draft.sentence, tree, tree.tokens[clause].head, set()))
    return ARTICLES.sub("", _phrase(reading, draft.sentence, tree, subject[0], set()))


def _relative_clause(tree: Tree, pronoun: int) -> int | None:
    """The verb of the relative clause that a pronoun opens."""
    return next((a for a in tree.ancestors(pronoun) if tree.tokens[a].dep == "relcl"), None)


def _quoted(reading: Reading, draft: Draft, tree: Tree, verb: int) -> str:
    """The quotation that a bare word of saying carries."""
    clause = any(clause_dep(tree, c) in ("ccomp", "xcomp") and c > verb for c in tree.below[verb])
    if clause or not is_saying(reading, draft):
        return ""
    span = tree.sentence.span
    quotation = next((q for q in reading.quotations if q.cue == (draft.sentence, verb) and q.span.overlaps(span)), None)
    if quotation is None:
        return ""
    words = reading.document.text[quotation.span.start : quotation.span.end]
    return ": “" + " ".join(words.split()).strip('“”" ,') + "”"


def _present(tree: Tree, verb: int, *, plural: bool, passive: bool) -> str:
    """The verb as headlines have it: dies, is poisoned, may join; past and perfect become the present."""
    token = tree.tokens[verb]
    aux = [tree.tokens[c] for c in tree.children(verb, "aux", "auxpass") if c < verb]
    negative = " not" if tree.children(verb, "neg") else ""
    modal = [a for a in aux if a.tag in ("MD", "TO")]
    if modal:
        words = [a.text for a in aux]
        return " ".join([*words[:1], *([negative.strip()] if negative else []), *words[1:], token.text])
    if token.lemma == "be" or (token.pos == "AUX" and token.lemma != "have"):
        return ("are" if plural else "is") + negative
    if passive:
        return ("are" if plural else "is") + negative + " " + token.text
    if token.tag == "VBG" and any(a.lemma == "be" for a in aux):
        return ("are" if plural else "is") + negative + " " + token.text
    if negative:
        return ("do not " if plural else "does not ") + token.lemma
    return token.lemma if plural else third_person(token.lemma)


def third_person(lemma: str) -> str:
    """he goes, says, carries, has."""
    if lemma == "have":
        return "has"
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"


def _of_noun(reading: Reading, draft: Draft, tree: Tree) -> str:
    words = ARTICLES.sub("", _phrase(reading, draft.sentence, tree, draft.token, set()))
    token = tree.tokens[draft.token]
    actor = draft.actors[0] if draft.actors else ""
    if not actor or actor.split()[-1] in words or draft.recipients[:1] == (actor,):
        return words
    if draft.event_type not in ("STATEMENT", "CEREMONY", "CONSULT"):
        return f"{words} in {draft.locations[0]}" if " " not in words and draft.locations else words
    owned = not tree.children(draft.token, "poss")
    occasion = tree.tokens[token.head].text.lower() in ("during", "at") and draft.event_type != "STATEMENT"
    return f"{actor} at {words}" if occasion else f"{_possessive(actor)} {words}" if owned else words


def _possessive(name: str) -> str:
    return name + ("’" if name.endswith("s") else "’s")


def _phrase(reading: Reading, sentence: int, tree: Tree, head: int, own: set[str]) -> str:
    """The words below a head, without asides and dates; pronouns give way to names unless they mean the subject."""
    keep: list[int] = []
    stack = [head]
    while stack:
        at = stack.pop()
        if _is_date(reading, tree, at):
            continue
        keep.append(at)
        stack += [c for c in tree.below[at] if clause_dep(tree, c) not in LEFT_OUT]
    keep.sort()
    while keep and (
        tree.tokens[keep[-1]].pos in ("ADP", "PUNCT", "CCONJ", "SCONJ") and tree.tokens[keep[-1]].dep != "prt"
    ):
        keep.pop()
    words, last = "", -1
    for index in keep:
        token = tree.tokens[index]
        gap = (
            reading.document.text[tree.tokens[last].span.end : token.span.start]
            if last == index - 1 and last >= 0
            else " "
        )
        words += (" " if gap else "") + _shown(reading, sentence, tree, index, own)
        last = index
    return words.strip()


def _is_date(reading: Reading, tree: Tree, index: int) -> bool:
    """A temporal expression, or the preposition before one, that hangs on a verb; one inside a noun phrase stays."""
    token = tree.tokens[index]
    if token.dep == "prep" and (objects := tree.children(index, "pobj")):
        token = tree.tokens[objects[0]]
    elif token.dep not in ("npadvmod", "advmod"):
        return False
    return any(e.span.overlaps(token.span) and e.type in ("DATE", "TIME") for e in reading.expressions)


def _shown(reading: Reading, sentence: int, tree: Tree, index: int, own: set[str]) -> str:
    token = tree.tokens[index]
    if token.pos != "PRON" or token.tag not in ("PRP", "PRP$"):
        return token.text
    names = reading.who(sentence, index)
    if not names or set(names) & own or token.text.lower().endswith("self"):
        return token.text
    short = [name if name.lower() in country_codes() else name.split()[-1] for name in names[:2]]
    return " and ".join([*short[:-1], _possessive(short[-1])]) if token.tag == "PRP$" else " and ".join(short)


def _polish(words: str) -> str:
    words = re.sub(r"\s+([,;:])", r"\1", " ".join(words.split())).strip(" ,;:—–-")
    words = re.sub(r"\b(that|and|or|of|to|in),\s", r"\1 ", words)
    if words.count("“") != words.count("”") or words.count('"') % 2:
        words = words.replace("“", "").replace("”", "").replace('"', "")
    return shorten(words[:1].upper() + words[1:])


def shorten(text: str) -> str:
    """Cut at a word so that the whole, with its ellipsis, keeps within 90 characters; an open quotation is closed."""
    if len(text) <= LIMIT:
        return text
    cut = text[: LIMIT - 2].rsplit(" ", 1)[0].rstrip(" ,;:")
    return cut + "…" + ("”" if cut.count("“") > cut.count("”") else "")
