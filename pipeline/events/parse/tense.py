"""The tense and aspect of a clause, read off its verb and auxiliaries."""

from __future__ import annotations

from pipeline.events.parse.negation import is_negated
from pipeline.events.parse.syntax import Tree
from pipeline.events.placing_lexicon import phrase_up_to

FINITE = {"VBD": "past", "VBZ": "present", "VBP": "present"}
RESULTS = frozenset({"ATTACK", "ASSAULT", "COERCE", "DEATH", "HEALTH", "RETREAT", "OCCUPY"})
"""Kinds of event that a participle tells as what came of its clause."""


def follows(tree: Tree, verb: int) -> int | None:
    """The verb of the clause of which a participle tells the outcome: hit a house, killing nine; None for others."""
    token = tree.tokens[verb]
    if token.dep == "conj" and token.tag == "VBG":
        return follows(tree, token.head)
    above = tree.tokens[token.head]
    if token.tag != "VBG" or token.dep != "advcl" or above.pos != "VERB" or above.index > verb:
        return None
    bare = not tree.children(verb, "mark", "aux", "nsubj") and tree.tokens[verb - 1].text == ","
    return above.index if bare and tree.children(verb, "dobj") else None


def comes_after(tree: Tree, verb: int) -> int | None:
    """The verb of the clause that a gerund says it came after: was jailed after being found guilty; None for others."""
    token = tree.tokens[verb]
    if token.dep == "conj" and token.tag == "VBG":
        return comes_after(tree, token.head)
    own = [verb, *tree.children(verb, "auxpass", "aux")]
    if (
        token.dep != "pcomp"
        or tree.children(verb, "nsubj")
        or not any(tree.tokens[i].tag == "VBG" for i in own)
        or token.head > verb
    ):
        return None
    placed = phrase_up_to(tree.tokens, token.head + 1)
    if placed is None or placed.side != "after":
        return None
    verbs = (a for a in tree.ancestors(verb) if tree.tokens[a].pos in ("VERB", "AUX"))
    return next((a for a in verbs if tense_of(tree, a) != "none"), None)  # Refused to leave after it: the refusal.


def has_befallen(tree: Tree, verb: int) -> bool:
    """Two activists convicted of treason, Ivan Titov, jailed for a poem: done to so many, or to one with a name."""
    token = tree.tokens[verb]
    if token.tag != "VBN" or token.dep != "acl" or token.head > verb:
        return False
    counted = any(tree.tokens[c].text.lower() == "both" for c in tree.children(token.head, "det", "predet"))
    return counted or bool(tree.children(token.head, "nummod")) or tree.tokens[token.head].entity == "PERSON"


def tense_of(tree: Tree, verb: int) -> str:
    """past, perfect, pluperfect, present, progressive, future, modal or none, by the verb and its auxiliaries."""
    if verb not in tree.tenses:
        tree.tenses[verb] = _tense(tree, verb)
    return tree.tenses[verb]


def _tense(tree: Tree, verb: int) -> str:  # noqa: PLR0911  # a list of cases
    token = tree.tokens[verb]
    aux = [tree.tokens[c] for c in tree.children(verb, "aux", "auxpass")]
    if not aux and token.dep == "conj" and token.head != verb:
        above = tense_of(tree, token.head)
        # Has killed two and wounded ten: without a subject of its own the second is a participle too.
        shares = above in ("perfect", "pluperfect") and not tree.children(verb, "nsubj", "nsubjpass")
        shares = shares and not is_negated(tree, token.head)
        if token.tag in ("VBN", "VB", "VBG") or (token.tag == "VBD" and shares):
            return above
    if not aux:
        return _of_finite(tree, verb)
    words = {a.text.lower() for a in aux}
    if words & {"will", "shall", "'ll", "’ll", "wo"}:
        return "future"
    if any(a.tag == "MD" for a in aux):
        return "modal"
    if words & {"had", "'d"} and token.tag in ("VBN", "VBG"):
        return "pluperfect"
    if words & {"has", "have", "'ve", "’ve", "'s"} and (token.tag == "VBN" or "been" in words) and "is" not in words:
        return "perfect"
    if token.tag == "VBD" or any(a.tag == "VBD" for a in aux):
        return "past"
    if token.tag == "VBG":
        return "progressive"
    if token.tag in ("VBZ", "VBP") or any(a.tag in ("VBZ", "VBP") for a in aux):
        return "present"
    return "none"


def _of_finite(tree: Tree, verb: int) -> str:
    """The tense of a verb without auxiliaries, by its form."""
    tag = tree.tokens[verb].tag
    if tag == "VBN":  # Taken for a participle; with a subject and an object it is none, nor as the verb of a sentence.
        others = (t for t in tree.tokens if t.tag in FINITE and t.dep not in ("relcl", "advcl"))
        whole = tree.tokens[verb].dep == "ROOT" and tree.tokens[-1].text == "." and next(others, None) is None
        return "past" if tree.children(verb, "nsubj") and (whole or tree.children(verb, "dobj")) else "none"
    return FINITE.get(tag, "none")
