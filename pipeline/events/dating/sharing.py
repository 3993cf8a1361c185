"""Which words of a sentence have their date in common: a deed and its verb, and verbs told in one breath."""

from __future__ import annotations

from pipeline.events import lexicon
from pipeline.events.dating.attach import stands_beside
from pipeline.events.dating.attachment import PLACES
from pipeline.events.dating.compared import is_standard
from pipeline.events.dating.hooks import verb_of_the_named
from pipeline.events.dating.matter import is_matter
from pipeline.events.dating_lexicon import dating_words
from pipeline.events.parse.syntax import Tree, clause_verb, sharing_auxiliary
from pipeline.events.parse.tense import tense_of
from pipeline.events.triggers.kinds import tells_of
from pipeline.lexicons import units

_JUDGING = frozenset({"ACCUSE", "SUPPORT"})
"""Types of event that are words about another."""
OPEN = frozenset({"perfect", "pluperfect", "future"})
"""Tenses that count from the time of another."""
_ABOUT = frozenset({"of", "about", "over", "for"})


def sharing(tree: Tree, index: int) -> list[int]:
    """Words whose date is this word's too: the verb an event noun depends on, coordinated verbs, "when" clauses."""
    token = tree.tokens[index]
    found = [c for c in tree.children(index, "acl", "advcl", "relcl") if _marks_a_day(tree, c)]
    found += [c for c in tree.children(index, "acl") if _is_staged(tree, c)]
    if token.pos in ("NOUN", "PROPN", "ADJ"):
        return [*found, *_sharing_noun(tree, index)]
    found += _meanwhile(tree, index)
    for other in sharing_auxiliary(tree, index):
        found += [other, *_meanwhile(tree, other)]
    found += [c for c in tree.children(index, "acomp", "attr") if tree.tokens[index].pos == "AUX"]
    found += [c for c in tree.children(index, "xcomp", "ccomp") if _is_bare(tree, c) or _is_made_to(tree, c)]
    found += _begun_or_ended(tree, index)
    found += [above for above in (verb_of_the_named(tree, index),) if above is not None]
    return [*found, *_sharing_above(tree, index)]


def _sharing_noun(tree: Tree, index: int) -> list[int]:
    """The verb that an event noun or adjective depends on, and what tells the day of either."""
    token = tree.tokens[index]
    found = [c for c in tree.children(index, "relcl") if _takes_place(tree, c)]
    verb = clause_verb(tree, index)
    lemma = tree.tokens[verb].lemma.lower()
    direct = tree.tokens[token.head].head == verb or token.head == verb
    reports = (lemma, "VERB") in lexicon.cues() and token.dep not in ("pobj", "dobj")
    reports = reports and not is_told_of(tree, index)
    reports = reports or (
        token.dep in ("nsubj", "nsubjpass")
        and lemma not in lexicon.happening_verbs()
        and _is_mere_subject(tree, index, verb)
    )
    if token.dep == "attr" and tree.children(verb, "expl"):
        return [*found, verb]
    apart = stands_beside(tree, index) or is_standard(tree, index) or is_matter(tree, index)
    if apart or topic_of(tree, index) is not None:
        return found
    if verb != index and direct and (lemma in lexicon.support_verbs() or not reports):
        found += sharing(tree, verb) if token.pos == "ADJ" else []
        return [*found, verb, *[c for c in tree.children(verb, "advcl", "xcomp") if _marks_a_day(tree, c)]]
    return found


def _sharing_above(tree: Tree, index: int) -> list[int]:
    """The words that a verb hangs on, as long as nothing parts it from their day."""
    found: list[int] = []
    at = index
    while tree.tokens[at].head != at:
        token = tree.tokens[at]
        if any(tree.tokens[c].text.lower() in dating_words("some time on") for c in tree.children(at, "advmod")):
            break
        shares = token.dep in ("conj", "pcomp") or (token.dep in ("advcl", "relcl") and is_while(tree, at))
        if token.dep == "xcomp" and (tree.tokens[token.head].lemma.lower(), "VERB") not in lexicon.irrealis():
            shares = True
        shares = shares or _is_seen_doing(tree, at)
        if not shares or answers(tree, at) or is_of_another_tense(tree, at) or lies_off(tree, at):
            break
        at = token.head
        found.append(at)
    return found


def lies_off(tree: Tree, verb: int) -> bool:
    """A month after the firm withdrew, after several months it withdrew: the clause lies before or after the other."""
    if any(tree.tokens[c].text.lower() in PLACES for c in tree.children(verb, "mark")):
        return True
    spans = [p for p in tree.children(verb, "prep") if tree.tokens[p].text.lower() in PLACES]
    return any(tree.tokens[o].lemma.lower() in units() for p in spans for o in tree.children(p, "pobj"))


def _meanwhile(tree: Tree, verb: int) -> list[int]:
    """What happens along with a verb: its clauses with "when", and what it is done by."""
    agents = [o for a in tree.children(verb, "agent") for o in tree.children(a, "pobj", "pcomp")]
    return [*(c for c in tree.children(verb, "advcl") if is_while(tree, c)), *agents]


def is_told_of(tree: Tree, noun: int) -> bool:
    """Explosions were reported in Brest: the verb only says that they took place."""
    token = tree.tokens[noun]
    return token.dep == "nsubjpass" and tree.tokens[token.head].lemma.lower() in lexicon.happening_verbs()


def answers(tree: Tree, verb: int) -> bool:
    """Whether another subject speaks of what the clause before told: a bomb went off, and Putin called it terror."""
    if tree.tokens[verb].dep != "conj" or not tree.children(verb, "nsubj"):
        return False
    if not _speaks(tree, verb) or _speaks(tree, tree.tokens[verb].head):
        return False
    return any(
        tree.tokens[i].text.lower() in ("it", "this", "that") and tree.tokens[i].pos == "PRON"
        for i in tree.subtree(verb)
        if i > verb
    )


def _speaks(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of words."""
    key = (tree.tokens[verb].lemma.lower(), "VERB")
    return key in lexicon.cues() or tells_of(tree, verb, "STATEMENT", "ACCUSE")


def topic_of(tree: Tree, noun: int) -> int | None:
    """The verb of words that are about an event: condemned, upheld the arrest, accused him of it. None of another."""
    token, verb = tree.tokens[noun], clause_verb(tree, noun)
    if token.pos not in ("NOUN", "PROPN") or verb == noun:
        return None
    key = (tree.tokens[verb].lemma.lower(), "VERB")
    # To open a case is to accuse; to open a trial is not.
    judged = any(row.event_type in _JUDGING and not row.needs for row in lexicon.event_types().get(key, ()))
    judged = judged or key[0] in dating_words("rules on it")
    if token.dep == "dobj" and token.head == verb and judged:
        return verb
    about = token.dep == "pobj" and tree.tokens[token.head].text.lower() in _ABOUT
    words = judged or key in lexicon.cues()
    return verb if about and words and tree.tokens[token.head].head == verb else None


def _is_mere_subject(tree: Tree, noun: int, verb: int) -> bool:
    """The subject of a verb has that verb's date only when the verb says that it took place, or it is what speaks."""
    kinds = (tree.tokens[noun].lemma.lower(), "NOUN") in lexicon.cues()
    return not (kinds and (tree.tokens[verb].lemma.lower(), "VERB") in lexicon.cues())


def _takes_place(tree: Tree, verb: int) -> bool:
    """The exchange, which took place on Monday."""
    objects = [tree.tokens[c].lemma for c in tree.children(verb, "dobj")]
    return objects == ["place"] or (not objects and tree.tokens[verb].lemma.lower() in lexicon.happening_verbs())


def _is_staged(tree: Tree, index: int) -> bool:
    """A march staged in Minsk on Friday: the participle says no more than that it took place."""
    return tree.tokens[index].tag == "VBN" and tree.tokens[index].lemma.lower() in lexicon.support_verbs()


def _marks_a_day(tree: Tree, index: int) -> bool:
    """A clause of purpose that names the day it keeps: to commemorate Victory Day."""
    token = tree.tokens[index]
    if token.tag not in ("VB", "VBG") or tree.children(index, "mark", "nsubj"):
        return False
    return token.lemma.lower() == "mark" or tells_of(tree, index, "CEREMONY")


def _is_bare(tree: Tree, index: int) -> bool:
    """Helped end the war, saw him leave: an infinitive without "to" is of the time of its verb."""
    above = (tree.tokens[tree.tokens[index].head].lemma.lower(), "VERB")
    wanted = above in lexicon.irrealis()  # Is demanding that they pay from May: of that month is the paying.
    return tree.tokens[index].tag == "VB" and not tree.children(index, "aux", "mark") and not wanted


def _is_made_to(tree: Tree, index: int) -> bool:
    """Was forced to land on May 23: what somebody is made to do is done then."""
    above = tree.tokens[tree.tokens[index].head].lemma.lower()
    return tree.tokens[index].tag == "VB" and above in dating_words("done with it")


def _begun_or_ended(tree: Tree, verb: int) -> list[int]:
    """Began shelling the town, was barred from leaving on May 23: the day of the doing is that of the verb above it."""
    if tree.tokens[verb].lemma.lower() not in dating_words("of its gerund"):
        return []
    kept_from = (c for p in tree.children(verb, "prep") for c in tree.children(p, "pcomp"))
    return [c for c in (*tree.children(verb, "xcomp"), *kept_from) if tree.tokens[c].tag == "VBG"]


def _is_seen_doing(tree: Tree, index: int) -> bool:
    """Was found clinging to a log, saw him leaving: of the time of the finding and the seeing."""
    token = tree.tokens[index]
    key = (tree.tokens[token.head].lemma.lower(), "VERB")
    told = key in lexicon.irrealis() or (key in lexicon.cues() and lexicon.cues()[key].kind != "know")
    return token.tag == "VBG" and token.dep in ("ccomp", "oprd") and not told


def is_of_another_tense(tree: Tree, verb: int) -> bool:
    """Met on Monday and have agreed, reject the vote and have imposed sanctions: two verbs of two times."""
    token = tree.tokens[verb]
    tense = tense_of(tree, verb)
    apart = {tense, tense_of(tree, token.head)}
    if token.dep != "conj" or len(apart) != 2:
        return False
    own = bool(tree.children(verb, "nsubj", "nsubjpass")) or token.tag == "VBD"
    return (own and apart == {"past", "present"}) or (bool(tree.children(verb, "aux")) and bool(apart & OPEN))


def is_while(tree: Tree, index: int) -> bool:
    """A clause that happens along with its main clause: when, while, as; or a bare participle after a comma."""
    words = {tree.tokens[c].text.lower() for c in tree.below[index]}
    if words & {"when", "while"}:
        return True
    if "as" in words:
        # "As the agency reported earlier" tells where it is from, and not when it happened.
        return (tree.tokens[index].lemma.lower(), "VERB") not in lexicon.cues()
    owned = index > 0 and tree.tokens[index - 1].tag == "POS"  # "The reporter's slaying" is a noun.
    return (
        not owned
        and tree.tokens[index].tag == "VBG"
        and tree.tokens[index].dep == "advcl"
        and not tree.children(index, "mark", "aux")
    )
