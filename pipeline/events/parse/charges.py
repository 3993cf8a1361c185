"""What somebody is charged with or found guilty of, told one by one: the parser makes the later ones other deeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.events import lexicon

if TYPE_CHECKING:
    from pipeline.events.parse.syntax import Tree

_TIES = frozenset({"of", "with"})


def is_one_of_the_charges(tree: Tree, index: int) -> bool:
    """Found guilty of fraud, forging a will and hiding it: all three are what was found, and no deeds of that day.

    A list has an "and"; without one a participle tells what came of it: was found guilty, ending his career.
    """
    token = tree.tokens[index]
    while token.dep == "dobj" or (
        token.dep in ("conj", "pcomp") and (token.tag == "VBG" or token.pos in ("ADP", "VERB"))
    ):
        token = tree.tokens[token.head]  # Making calls for a coup, and for being a member of it.
    verb = tree.tokens[token.head]
    if (token.tag, token.dep) != ("VBG", "advcl") or tree.tokens[token.index - 1].text != ",":
        return False
    says = (token.lemma.lower(), "VERB") in lexicon.cues()  # Accused him of theft, saying that he hid it.
    if says or verb.index > token.index or tree.children(token.index, "nsubj", "nsubjpass", "mark", "aux", "auxpass"):
        return False
    more = (tree.tokens[c] for c in tree.children(token.index, "conj"))
    listed = any(t.tag == "VBG" or t.pos == "ADP" for t in more)
    return listed and any(_leads_to_charge(tree, i, verb.index) for i in range(verb.index, token.index))


def _leads_to_charge(tree: Tree, index: int, verb: int) -> bool:
    """Whether a word is the preposition of a charge: accused of, found guilty of, found guilty on Monday of."""
    tie, lemma = tree.tokens[index], tree.tokens[verb].lemma.lower()
    if tie.dep != "prep" or tie.text.lower() not in _TIES:
        return False
    above, judges = tree.tokens[tie.head], lemma in lexicon.participant_words("judges")
    kinds = {row.event_type for row in lexicon.event_types().get((lemma, "VERB"), ()) if not row.needs}
    accuses = lexicon.accuses(lemma) or "SANCTION" in kinds
    if above.entity == "DATE":
        return accuses or judges
    return accuses if above.index == verb else judges and above.tag == "JJ"
