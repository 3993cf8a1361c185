"""Whether a verb is active or passive, and whose deed a participle behind a passive is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.events import lexicon
from pipeline.model import Token

if TYPE_CHECKING:
    from pipeline.events.parse.syntax import Tree


def _is_of_kind(token: Token, kind: str) -> bool:
    """Whether a verb by itself tells of one kind of event: of going somewhere, which nobody has done to them."""
    rows = lexicon.event_types().get((token.lemma.lower(), "VERB"), ())
    return any(row.event_type == kind and not row.needs for row in rows)


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether the verb is a passive participle."""
    token = tree.tokens[verb]
    if tree.children(verb, "auxpass", "nsubjpass"):
        return True
    given = token.lemma.lower() in lexicon.two_object_verbs()  # Was fined and given a term.
    given = given and (token.tag == "VBN" or _is_of_kind(token, "SANCTION"))  # Was held and fined 20 roubles.
    taken = () if given else ("dobj",)
    if token.dep == "conj" and token.tag in ("VBN", "VBD") and not tree.children(verb, "nsubj", "aux", *taken):
        # Was detained and fined: the second participle shares the auxiliary of the first; was born and fled does not.
        goes = token.tag == "VBD" and (tree.tokens[token.head].lemma == "bear" or _is_of_kind(token, "MOVE"))
        goes = goes or token.lemma.lower() in lexicon.no_passive_verbs()
        told = token.lemma.lower() in lexicon.object_control()
        goes = goes or (bool(tree.children(verb, "ccomp")) and not told)  # Was jailed and said that he would appeal.
        return not goes and token.head != verb and tree.tokens[token.head].tag == "VBN" and is_passive(tree, token.head)
    if token.dep == "conj" and token.tag in ("VBN", "VBD") and tree.children(verb, "nsubj"):
        # Hundreds were arrested, and leaders jailed: the second clause leaves its auxiliary out.
        bare = not tree.children(verb, "aux", "dobj", "ccomp", "xcomp", "prep", "advmod")
        tied = any(tree.tokens[c].text.lower() == "and" for c in tree.children(token.head, "cc") if c < verb)
        if bare and tied and tree.children(token.head, "auxpass"):
            return True
    if tree.children(verb, "agent"):
        both = tree.children(verb, "nsubj") and tree.children(verb, "dobj")  # Which they founded by a treaty.
        return not both and (token.tag == "VBN" or not tree.children(verb, "nsubj"))
    if token.dep in ("xcomp", "oprd") and token.tag == "VBN":
        return not tree.children(verb, "aux", "dobj")  # Was found abandoned.
    # Said when asked about it: an adverbial participle without subject and object.
    alone = token.dep == "advcl" and not tree.children(verb, "nsubj", "dobj")
    return token.tag == "VBN" and (token.dep in ("acl", "amod") or alone) and not tree.children(verb, "aux")


def of_the_deed(tree: Tree, gerund: int) -> bool:
    """Killed by shelling: what was killed did not shell. Hit by a drone, killing two: what was hit did not kill."""
    token = tree.tokens[gerund]
    by = token.dep == "pcomp" and tree.tokens[token.head].text.lower() == "by"
    return (by or is_outcome(tree, gerund)) and is_passive(tree, controller(tree, gerund))


def is_outcome(tree: Tree, gerund: int) -> bool:
    """Whether a participle behind a comma tells what was done to people or things: was blown up, killing ten."""
    token = tree.tokens[gerund]
    alone = token.dep == "advcl" and token.tag == "VBG" and not tree.children(gerund, "aux", "nsubj", "nsubjpass")
    return alone and tree.tokens[gerund - 1].text == "," and token.lemma.lower() in lexicon.outcome_verbs()


def controller(tree: Tree, verb: int) -> int:
    """The verb that a clause without a subject hangs on, past prepositions."""
    above = tree.tokens[verb].head
    while tree.tokens[above].pos in ("ADP", "SCONJ") and tree.tokens[above].head != above:
        above = tree.tokens[above].head
    return above
