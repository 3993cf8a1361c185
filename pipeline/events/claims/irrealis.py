"""Words that put an event in the realm of plans, possibilities and questions, and how far they reach."""

from __future__ import annotations

import functools

from pipeline.events import lexicon
from pipeline.events.claim_lexicon import claim_words
from pipeline.events.claims.conditions import condition_of, depends_on
from pipeline.events.claims.fiction import imagined_in
from pipeline.events.claims.unreal_objects import undone_by, unreal_object_of
from pipeline.events.claims.unsaid import unsaid_by
from pipeline.events.parse.negation import is_negated
from pipeline.events.parse.syntax import NOUNS, Tree, clause_verb, subjects
from pipeline.events.parse.wished import is_wished
from pipeline.events.title_lexicon import title_words
from pipeline.resources import table


def is_asked(tree: Tree, index: int) -> bool:
    """Whether a question asks for it: its verb governs a sentence that ends in a question mark, or hangs on it."""
    tail = "".join(token.text for token in tree.tokens[-3:]).rstrip("\"'”’»)]")
    if not tail.endswith("?"):
        return False
    verb = clause_verb(tree, index)
    if verb != index and not (_is_whether(tree) and tree.tokens[index].dep in ("dobj", "nsubj", "nsubjpass", "attr")):
        return False
    chain = [verb, *tree.ancestors(verb)]
    return all(tree.tokens[at].dep in ("ROOT", "conj", "ccomp", "xcomp") for at in chain)


def _is_whether(tree: Tree) -> bool:
    """Will Minsk join the war? A question that is answered by yes or no takes nothing for granted."""
    first = next((t for t in tree.tokens if t.pos != "PUNCT"), None)
    return first is not None and first.pos in ("AUX", "VERB") and first.dep in ("aux", "auxpass", "ROOT")


def is_any(tree: Tree, index: int) -> bool:
    """Nothing to do with any attack, any attack will be answered."""
    return any(tree.tokens[c].text.lower() == "any" for c in tree.children(index, "det"))


def is_topic(tree: Tree, index: int) -> bool:
    """Talks about freeing prisoners: the gerund names what is talked about."""
    while tree.tokens[index].dep == "conj":
        index = tree.tokens[index].head
    token = tree.tokens[index]
    tie = tree.tokens[token.head].text.lower()
    return (token.tag, token.dep) == ("VBG", "pcomp") and tie in claim_words("is about")


def is_of_a_text(tree: Tree, index: int) -> bool:
    """Whether a treaty, bill or law is the subject: what it would do it says."""
    kinds = {
        row.event_type
        for s in subjects(tree, index)
        for row in lexicon.event_types().get((tree.tokens[s].lemma.lower(), "NOUN"), ())
    }
    return bool(kinds & {"AGREE", "LEGISLATE"})


def is_foretold(tree: Tree, index: int) -> bool:
    """He said it would begin: the future of what was said in the past."""
    verb = clause_verb(tree, index)
    cue = lexicon.cues().get((tree.tokens[tree.tokens[verb].head].lemma.lower(), "VERB"))
    return tree.tokens[verb].dep == "ccomp" and cue is not None and cue.kind in ("say", "announce", "promise")


def is_charge(tree: Tree, index: int) -> bool:
    """Accused of killing two guards, accusations of luring them: the gerund names the charge, which is not proven."""
    while tree.tokens[index].dep == "conj":
        index = tree.tokens[index].head
    token = tree.tokens[index]
    tie = tree.tokens[token.head]
    if (token.tag, token.dep) != ("VBG", "pcomp") or tie.text.lower() not in ("of", "with", "for"):
        return False
    above = tree.tokens[tie.head]
    cue = lexicon.cues().get((above.lemma.lower(), "VERB" if above.pos == "VERB" else "NOUN"))
    suspected = tie.text.lower() == "of" and cue is not None and cue.kind == "think"  # Suspected of killing a guard.
    return suspected or (cue is not None and cue.kind == "accuse")


def unreal_by(tree: Tree, index: int) -> tuple[str, str] | None:
    """The nearest word that puts an event in the realm of plans and possibilities, with its kind."""
    if (demand := _demanded_by(tree, index)) is not None:
        return "plan", tree.tokens[demand].text
    if (unsaid := unsaid_by(tree, index)) is not None:
        return unsaid
    if (undone := undone_by(tree, index)) is not None:
        return undone
    if (supposed := condition_of(tree, index) or imagined_in(tree, index)) is not None:
        return "hypothesis", supposed
    found = None if _only_tells_when(tree, index) else _reached_by(tree, index)
    if found is not None and found[0] == "negation" and _is_behind(tree, index):
        found = None
    needs = depends_on(tree, index) if found is not None and found[0] == "plan" else None
    return ("hypothesis", needs) if needs is not None else found


def _reached_by(tree: Tree, index: int) -> tuple[str, str] | None:  # one walk up the tree
    words = lexicon.irrealis()
    at = index
    for above in [index, *tree.ancestors(index)]:
        dep = tree.tokens[at].dep
        if above != index:
            token = tree.tokens[above]
            row = words.get((token.lemma.lower(), token.pos))
            if token.lemma == "be" and dep == "xcomp" and any(tree.tokens[c].tag == "TO" for c in tree.below[at]):
                return "plan", f"{token.text} to"
            if row and (_is_without_particle(tree, row, above) or (row.lemma == "go" and token.tag != "VBG")):
                row = None
            if row and _governs(tree, row.pos, above, at):
                return _turned(tree, above, row.kind, token.text)
            if _is_apart(tree, at):
                break
            if token.pos in ("NOUN", "PROPN") and token.dep in ("nsubj", "nsubjpass"):
                break
        for child in tree.below[above]:
            token = tree.tokens[child]
            if token.dep in ("aux", "mark", "advmod", "acomp"):
                row = words.get((token.lemma.lower(), token.pos)) or words.get(
                    (token.text.lower(), "AUX" if token.tag == "MD" else token.pos)
                )
                begins = dep in ("nsubj", "nsubjpass") and tree.tokens[above].lemma in title_words("happens")
                aside = row is not None and row.pos == "ADV" and above != index  # Almost died in a crash: it crashed.
                if (
                    row
                    and not aside
                    and (above == at or begins or dep in ("xcomp", "dobj", "pobj", "prep", "conj", "attr", "nsubjpass"))
                ):
                    return row.kind, token.text
        if above != index and tree.tokens[at].dep == "advcl":
            break
        at = above
    if _is_purpose(tree, index):
        return "plan", "to"
    return ("hypothesis", "could") if _is_supposed(tree, index) else None


def _is_without_particle(tree: Tree, row: lexicon.Irrealis, index: int) -> bool:
    words = {tree.tokens[c].text.lower() for c in tree.children(index, "prt", "prep", "advmod")}
    return bool(row.particle) and row.particle not in words


def _demanded_by(tree: Tree, index: int) -> int | None:
    """The word under which a noun is only wished for: marched for the release of Orlova. None for other nouns."""
    token = tree.tokens[index]
    tie = tree.tokens[token.head]
    if token.pos not in NOUNS or token.dep != "pobj" or tie.text.lower() != "for":
        return None
    above = [tie.head, *(c for c in tree.children(tie.head, "dobj", "nsubjpass") if c < tie.index)]
    return next((i for i in above if tree.tokens[i].lemma.lower() in _demands()), None)


@functools.cache
def _demands() -> frozenset[str]:
    """Words for acts by which something is asked for."""
    return frozenset(row.lemma for row in table("lexicons/en/demands.csv", lexicon.Listed))


def _is_supposed(tree: Tree, index: int) -> bool:
    """Air strikes could do harm: of things of a kind, without an article, only what they might do is told."""
    token = tree.tokens[index]
    bare = token.tag == "NNS" and not tree.children(index, "det", "poss", "nummod", "relcl", "acl")
    modals = [tree.tokens[c].text.lower() for c in tree.children(token.head, "aux")]
    return bare and token.dep == "nsubj" and not claim_words("may be").isdisjoint(modals)


def _is_apart(tree: Tree, index: int) -> bool:
    """Whether a clause has a mood of its own: a relative one, one that is said, under a pact signed in 1997."""
    dep = tree.tokens[index].dep
    if dep == "acl":
        return tree.tokens[index].tag == "VBN"
    return dep in ("relcl", "ccomp", "parataxis") or (
        dep == "conj" and bool(tree.children(index, "nsubj", "nsubjpass"))
    )


def _only_tells_when(tree: Tree, index: int) -> bool:
    """To lift them before the vote: the vote is held all the same."""
    token = tree.tokens[index]
    tie = tree.tokens[token.head].text.lower()
    the = any(tree.tokens[c].text.lower() == "the" for c in tree.children(index, "det"))
    return token.pos == "NOUN" and token.dep == "pobj" and tie in ("before", "after", "since", "during") and the


def _is_behind(tree: Tree, index: int) -> bool:
    """Refused to board after criticising her coaches, failed to report during an exercise: only the deed is missing.

    Before leaving is no such clause: who refuses to sign before meeting the envoy has not met him.
    """
    while tree.tokens[index].dep == "conj":
        index = tree.tokens[index].head
    token = tree.tokens[index]
    tie = tree.tokens[token.head]
    hangs = token.dep == "pobj" or (token.dep == "dobj" and tie.dep == "prep")  # Following the attack.
    tied = token.dep == "pcomp" or (token.pos == "NOUN" and hangs)
    return tied and tie.text.lower() in claim_words("is behind")


def _turned(tree: Tree, index: int, kind: str, word: str) -> tuple[str, str]:
    """Could be preparing for it: a plan that only may be. Is not planning to: no plan. Did not refuse: maybe."""
    verb = clause_verb(tree, index)
    if tree.tokens[index].pos == "VERB" and is_negated(tree, index):
        return ("hypothesis" if kind == "negation" else "negation"), word
    modal = next(
        (
            t
            for c in tree.children(verb, "aux")
            if (t := tree.tokens[c]).tag == "MD" and t.text.lower() in claim_words("may be")
        ),
        None,
    )
    return ("hypothesis", modal.text) if modal is not None and kind == "plan" else (kind, word)


def _governs(tree: Tree, pos: str, above: int, below: int) -> bool:
    token = tree.tokens[below]
    if pos in ("VERB", "ADJ"):
        outcome = token.tag == "VBG" and tree.tokens[min(tree.subtree(below)) - 1].text == ","  # ..., killing nine.
        gerund = token.tag == "VBG" or any(tree.tokens[c].tag == "VBG" for c in tree.children(below, "auxpass", "aux"))
        infinitive = any(tree.tokens[c].tag == "TO" for c in tree.below[below]) or (gerund and not outcome)
        noun = token.pos == "NOUN" and token.dep == "dobj" and unreal_object_of(tree, above) is not None
        return (
            (token.dep in ("xcomp", "ccomp", "advcl") and infinitive)
            or is_wished(tree, below)
            or (token.dep == "prep" and token.text.lower() in ("for", "of", "to", "on", "from", "against"))
            or noun
        )
    return token.dep in ("prep", "acl", "compound") and pos == "NOUN"


def _is_purpose(tree: Tree, index: int) -> bool:
    """To build a base: an infinitive that no verb of doing governs."""
    token = tree.tokens[index]
    return (
        token.tag == "VB"
        and token.dep in ("advcl", "acl", "relcl")
        and any(tree.tokens[c].tag == "TO" for c in tree.below[index])
    )


def is_perfect_modal(tree: Tree, index: int) -> bool:
    """Would have left, may have been poisoned."""
    verb = clause_verb(tree, index)
    aux = [tree.tokens[c] for c in tree.children(verb, "aux", "auxpass")]
    return any(a.tag == "MD" for a in aux) and any(a.lemma == "have" for a in aux)
