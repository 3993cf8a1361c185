"""How sure it is: certainty, polarity and tense kept apart, and the one label that follows from them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from pipeline.events import lexicon
from pipeline.events.reading import Draft, Reading
from pipeline.events.syntax import Tree, clause_verb, is_negated, subjects, tense_of
from pipeline.model import Certainty, Factuality, Tense

WRONGDOING = frozenset(
    {"ASSAULT", "ATTACK", "COERCE", "THREATEN", "ACCUSE", "DEATH", "OCCUPY", "ORDER", "GOVERN", "CONCEDE"}
)
"""Types of event that, claimed of another without evidence, an analyst marks as alleged."""
SHARING = frozenset({"xcomp", "dobj", "pobj", "prep", "conj", "attr", "nsubjpass"})
"""How a word hangs on a verb whose modality it shares."""
TENSES: dict[str, Tense] = {
    "past": "past",
    "perfect": "past",
    "pluperfect": "past",
    "present": "present",
    "progressive": "present",
    "future": "future",
    "modal": "none",
}


def fill_factuality(reading: Reading, draft: Draft, *, doubted: Collection[str]) -> None:
    """Sets certainty, polarity, tense and label. `doubted`: speakers whose account the article calls claims."""
    tree = reading.trees[draft.sentence]
    verb = clause_verb(tree, draft.token)
    nominal = verb != draft.token
    draft.aspect = tense_of(tree, verb)
    draft.tense = TENSES.get(draft.aspect, "none")
    negated = is_negated(tree, draft.token) or (not nominal and _negated_above(tree, draft.token))
    draft.polarity = "negative" if negated else "positive"
    label, because = _label(draft, tree, doubted)
    draft.factuality = label
    draft.certainty = _certainty(draft)
    draft.note("factuality", label, because)


def _certainty(draft: Draft) -> Certainty:
    if draft.factuality in ("alleged", "hypothetical"):
        return "possible"
    if draft.factuality == "planned":
        return "probable"
    return draft.claim.certainty if draft.claim and draft.factuality == "reported" else "certain"


def _label(draft: Draft, tree: Tree, doubted: Collection[str]) -> tuple[Factuality, str]:  # noqa: PLR0911  # a list of cases
    hedge = _hedge(tree, draft.token)
    if _is_asked(tree, draft.token):
        return "hypothetical", "it is asked, not told"
    if (irrealis := _irrealis(tree, draft.token)) and not _is_inability(draft, tree):
        kind, word = irrealis
        if word == "would" and (_is_of_a_text(tree, draft.token) or _is_foretold(tree, draft.token)):
            return "planned", "what a bill or treaty would do, or what was said to be still to come"
        if kind == "negation":
            return "denied", f"“{word}” says it did not happen"
        if _is_perfect_modal(tree, draft.token) and (draft.claim or hedge):
            return "alleged", f"“{word}” with a perfect: said to have happened, not known to"
        return ("planned" if kind == "plan" else "hypothetical"), f"stands under “{word}”"
    if draft.polarity == "negative" and draft.event_type != "HEALTH":
        return "denied", "it is negated"
    if hedge and hedge.kind == "allegation":
        return "alleged", f"“{hedge.phrase}” marks it as unproven"
    if hedge and hedge.kind == "plan":
        return "planned", f"“{hedge.phrase}” marks it as still to come"
    if hedge and hedge.kind == "possibility" and hedge.certainty == "probable" and draft.claim is not None:
        return "reported", f"“{hedge.phrase}”: {draft.claim.claimant} holds it probable"
    if hedge and hedge.kind == "possibility":
        return "hypothetical", f"“{hedge.phrase}” marks it as a possibility"
    if draft.claim is None:
        if hedge:
            return "reported", f"“{hedge.phrase}” marks it as hearsay"
        return "asserted", "the article states it in its own voice"
    return _claimed(draft, tree, doubted)


def _is_asked(tree: Tree, index: int) -> bool:
    """Whether a question asks for it: its verb governs a sentence that ends in a question mark, or hangs on it."""
    tail = "".join(token.text for token in tree.tokens[-3:]).rstrip("\"'”’»)]")
    if not tail.endswith("?") or clause_verb(tree, index) != index:
        return False
    chain = [index, *tree.ancestors(index)]
    return all(tree.tokens[at].dep in ("ROOT", "conj", "ccomp", "xcomp") for at in chain)


def _is_inability(draft: Draft, tree: Tree) -> bool:
    """Could not walk: the failing is what happened."""
    return (
        draft.event_type == "HEALTH" and draft.polarity == "negative" and clause_verb(tree, draft.token) == draft.token
    )


def _is_of_a_text(tree: Tree, index: int) -> bool:
    kinds = {
        row.event_type
        for s in subjects(tree, index)
        for row in lexicon.event_types().get((tree.tokens[s].lemma.lower(), "NOUN"), ())
    }
    return bool(kinds & {"AGREE", "LEGISLATE"})


def _is_foretold(tree: Tree, index: int) -> bool:
    """He said it would begin: the future of what was said in the past."""
    verb = clause_verb(tree, index)
    cue = lexicon.cues().get((tree.tokens[tree.tokens[verb].head].lemma.lower(), "VERB"))
    return tree.tokens[verb].dep == "ccomp" and cue is not None and cue.kind in ("say", "announce", "promise")


def _claimed(draft: Draft, tree: Tree, doubted: Collection[str]) -> tuple[Factuality, str]:  # noqa: PLR0911  # a list of cases
    claim = draft.claim
    assert claim is not None  # noqa: S101  # the caller looked
    own = (claim.sentence, claim.token) == (draft.sentence, draft.token)
    if claim.kind == "deny":
        return "denied", f"{claim.claimant} denies it"
    if _is_nominal_background(tree, draft.token) and not own:
        return "asserted", "a noun that takes the event for granted"
    if own:
        if _without_evidence(tree):
            return "alleged", "said without evidence"
        return "reported", f"{claim.claimant} says so"
    last = claim.claimant.lower().split()[-1] if claim.claimant else ""
    hearsay = not claim.named and any(
        row.kind == "group" for row in lexicon.role_nouns().get(last.removesuffix("s"), ())
    )
    doubtful = claim.kind in ("claim", "accuse", "think") or (hearsay and claim.kind != "announce")
    if draft.event_type in WRONGDOING and doubtful:
        return "alleged", f"{claim.claimant} claims it of another, without proof"
    if claim.claimant in doubted and draft.event_type in WRONGDOING:
        return "alleged", f"the article calls {claim.claimant}'s account claims"
    return "reported", f"{claim.claimant} says so"


def _is_nominal_background(tree: Tree, index: int) -> bool:
    """Putin's invasion, the October explosion: owned or definite nouns presuppose that it happened."""
    if tree.tokens[index].pos not in ("NOUN", "PROPN"):
        return False
    return any(tree.tokens[c].dep in ("poss", "nummod") for c in tree.below[index])


def _without_evidence(tree: Tree) -> bool:
    words = " ".join(token.text.lower() for token in tree.tokens)
    return any(h.phrase in words for h in lexicon.hedges()[1] if h.phrase.startswith("without"))


def _hedge(tree: Tree, index: int) -> lexicon.Hedge | None:
    """A hedge on the word itself, its clause, or the noun that reports it."""
    single, several = lexicon.hedges()
    at = index
    for step, above in enumerate([index, *tree.ancestors(index)]):
        shared = (
            tree.tokens[at].dep == "conj"
            and tree.tokens[at].pos == "VERB"
            and not tree.children(at, "nsubj", "nsubjpass")
        )
        aside = tree.tokens[at].dep in ("relcl", "acl", "conj") and not shared
        if step and aside and not _is_source_noun(tree, above):
            break
        for child in [above, *tree.below[above]]:
            token = tree.tokens[child]
            row = single.get(token.text.lower()) or (single.get(token.lemma.lower()) if token.pos == "NOUN" else None)
            if row and (child != above or token.pos in ("NOUN", "ADV")) and child != index:
                return row
            if token.dep in ("nsubj", "nsubjpass"):
                for deeper in tree.below[child]:
                    if row := single.get(tree.tokens[deeper].text.lower()):
                        return row
        at = above
        if tree.tokens[above].pos == "VERB" and step and tree.tokens[above].dep == "advcl":
            break
    verb = clause_verb(tree, index)
    near = " ".join(
        t.lemma.lower() if t.pos == "AUX" else t.text.lower() for t in tree.tokens[max(0, verb - 6) : verb + 1]
    )
    return next((h for h in several if not h.phrase.startswith("without") and _stem(h.phrase) in near), None)


def _stem(phrase: str) -> str:
    return phrase.replace("is ", "be ").replace("are ", "be ")


def _is_source_noun(tree: Tree, index: int) -> bool:
    return (tree.tokens[index].lemma.lower(), "NOUN") in lexicon.cues()


def _negated_above(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.dep in ("xcomp", "ccomp") and token.head != index and is_negated(tree, token.head)


def _irrealis(tree: Tree, index: int) -> tuple[str, str] | None:  # one walk up the tree
    """The nearest word that puts an event in the realm of plans and possibilities, with its kind."""
    table = lexicon.irrealis()
    at = index
    for above in [index, *tree.ancestors(index)]:
        dep = tree.tokens[at].dep
        if above != index:
            token = tree.tokens[above]
            row = table.get((token.lemma.lower(), token.pos))
            if token.lemma == "be" and dep == "xcomp" and any(tree.tokens[c].tag == "TO" for c in tree.below[at]):
                return "plan", f"{token.text} to"
            if row and row.lemma == "go" and token.tag != "VBG":
                row = None
            if row and _governs(tree, row.pos, above, at):
                return _unless_modal(tree, above, row.kind, token.text)
            if dep in ("relcl", "ccomp", "parataxis") or (dep == "conj" and tree.children(at, "nsubj", "nsubjpass")):
                break
            if token.pos in ("NOUN", "PROPN") and token.dep in ("nsubj", "nsubjpass"):
                break
        for child in tree.below[above]:
            token = tree.tokens[child]
            if token.dep in ("aux", "mark", "advmod", "acomp"):
                row = table.get((token.lemma.lower(), token.pos)) or table.get(
                    (token.text.lower(), "AUX" if token.tag == "MD" else token.pos)
                )
                begins = dep in ("nsubj", "nsubjpass") and tree.tokens[above].lemma in lexicon.title_words("happens")
                if row and (
                    above == at or begins or dep in ("xcomp", "dobj", "pobj", "prep", "conj", "attr", "nsubjpass")
                ):
                    return row.kind, token.text
        if above != index and tree.tokens[at].dep == "advcl":
            break
        at = above
    if _is_purpose(tree, index):
        return "plan", "to"
    return None


def _unless_modal(tree: Tree, index: int, kind: str, word: str) -> tuple[str, str]:
    """A plan that itself only may be is a possibility: could be preparing for an attack."""
    verb = clause_verb(tree, index)
    modal = next(
        (
            t
            for c in tree.children(verb, "aux")
            if (t := tree.tokens[c]).tag == "MD" and t.text.lower() in ("may", "might", "could")
        ),
        None,
    )
    return ("hypothesis", modal.text) if modal is not None and kind == "plan" else (kind, word)


def _governs(tree: Tree, pos: str, above: int, below: int) -> bool:
    token = tree.tokens[below]
    if pos in ("VERB", "ADJ"):
        infinitive = any(tree.tokens[c].tag == "TO" for c in tree.below[below]) or token.tag == "VBG"
        noun = (
            token.pos == "NOUN"
            and token.dep == "dobj"
            and tree.tokens[above].lemma in ("plan", "prepare", "propose", "avoid", "prevent", "threaten")
        )
        return (
            (token.dep in ("xcomp", "ccomp", "advcl") and infinitive)
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


def _is_perfect_modal(tree: Tree, index: int) -> bool:
    verb = clause_verb(tree, index)
    aux = [tree.tokens[c] for c in tree.children(verb, "aux", "auxpass")]
    return any(a.tag == "MD" for a in aux) and any(a.lemma == "have" for a in aux)


def presuppose(reading: Reading, drafts: Sequence[Draft], dated: Mapping[int, bool]) -> None:
    """The October explosion, the 2020 vote: a noun with a date of its own, or a known event, is taken for granted.

    `dated`: numbers of drafts with such a date, and whether that date lies before publication.
    """
    for number, over in dated.items():
        draft = drafts[number]
        token = reading.trees[draft.sentence].tokens[draft.token]
        if (
            token.pos in ("NOUN", "PROPN")
            and draft.event_type != "STATEMENT"
            and (over or (draft.factuality in ("reported", "asserted") and draft.aspect not in ("future", "modal")))
        ):
            draft.claim, draft.factuality, draft.certainty = None, "asserted", "certain"
            draft.note("claimant", "the author", "a dated noun takes its event for granted")
