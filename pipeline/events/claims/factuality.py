"""How sure it is: certainty, polarity and tense kept apart, and the one label that follows from them."""

from __future__ import annotations

import functools
from collections.abc import Collection

from pipeline.events import lexicon
from pipeline.events.claims.hearsay import heard_of, tells_a_claim
from pipeline.events.claims.irrealis import (
    is_any,
    is_asked,
    is_charge,
    is_foretold,
    is_of_a_text,
    is_perfect_modal,
    is_topic,
    unreal_by,
)
from pipeline.events.parse.negation import is_negated
from pipeline.events.parse.spelling import spelled
from pipeline.events.parse.syntax import SUBJECTS, Tree, clause_verb, subjects
from pipeline.events.parse.tense import RESULTS, comes_after, follows, has_befallen, tense_of
from pipeline.events.reading import Draft, Reading
from pipeline.events.triggers.kinds import kind_of
from pipeline.model import Certainty, Factuality, Tense

WRONGDOING = frozenset(
    {"ASSAULT", "ATTACK", "COERCE", "THREATEN", "ACCUSE", "DEATH", "OCCUPY", "ORDER", "GOVERN", "CONCEDE"}
)
"""Types of event that, claimed of another without evidence, an analyst marks as alleged."""
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
    if draft.event_type in RESULTS and not nominal and (cause := follows(tree, verb)) is not None:
        draft.aspect = tense_of(tree, cause)
    done = not nominal or (tree.tokens[draft.token].dep == "dobj" and tree.tokens[draft.token].head == verb)
    if done and (later := comes_after(tree, verb)) is not None and TENSES.get(tense_of(tree, later)) == "past":
        draft.aspect = "past"  # After launching its invasion: both words tell what was over by then.
    if draft.event_type in RESULTS | {"SANCTION"} and not nominal and has_befallen(tree, verb):
        draft.aspect = "past"
    draft.tense = TENSES.get(draft.aspect, "none")
    negated = is_negated(tree, draft.token) or (not nominal and _negated_above(tree, draft.token))
    object_of_it = tree.tokens[draft.token].dep == "dobj" and not kind_of(tree, verb).needs_negation
    negated = negated or (object_of_it and is_negated(tree, verb))
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
    hedge = None if _is_denied(draft) else _hedge(tree, draft.token)
    if is_asked(tree, draft.token) or is_topic(tree, draft.token):
        return "hypothetical", "it is asked or talked about, not told"
    if tree.tokens[draft.token].pos == "NOUN" and is_any(tree, draft.token):
        return "hypothetical", "“any” leaves open whether there is one"
    if (irrealis := unreal_by(tree, draft.token)) and not _is_inability(draft, tree):
        kind, word = irrealis
        if word == "would" and (is_of_a_text(tree, draft.token) or is_foretold(tree, draft.token)):
            return "planned", "what a bill or treaty would do, or what was said to be still to come"
        if kind == "negation":
            return "denied", f"“{word}” says it did not happen"
        if is_perfect_modal(tree, draft.token) and (draft.claim or hedge):
            return "alleged", f"“{word}” with a perfect: said to have happened, not known to"
        return ("planned" if kind == "plan" else "hypothetical"), f"stands under “{word}”"
    if draft.polarity == "negative" and not _is_inability(draft, tree):
        if (unsaid := _unconfirmed(tree, draft.token)) is not None:
            return "hypothetical", f"not “{unsaid}”: it is left open"
        return "denied", "it is negated"
    if hedge and hedge.kind == "allegation":
        return "alleged", f"“{hedge.phrase}” marks it as unproven"
    if hedge and hedge.kind == "plan":
        return "planned", f"“{hedge.phrase}” marks it as still to come"
    if hedge and hedge.kind == "possibility" and hedge.certainty == "probable" and draft.claim is not None:
        return "reported", f"“{hedge.phrase}”: {draft.claim.claimant} holds it probable"
    if hedge and hedge.kind == "possibility":
        return "hypothetical", f"“{hedge.phrase}” marks it as a possibility"
    return _claimed(draft, tree, doubted) if draft.claim is not None else _unclaimed(draft, tree, hedge)


def _unclaimed(draft: Draft, tree: Tree, hedge: lexicon.Hedge | None) -> tuple[Factuality, str]:
    if is_charge(tree, draft.token):
        return "alleged", "somebody is only accused of it"
    if (heard := heard_of(tree, draft.token)) is not None:
        label: Factuality = "reported" if heard.certainty == "probable" else "alleged"
        return label, f"nothing but “{heard.lemma}” tells of it"
    if hedge:
        return "reported", f"“{hedge.phrase}” marks it as hearsay"
    return "asserted", "the article states it in its own voice"


def _is_denied(draft: Draft) -> bool:
    """Denied rumours that he died: not hearsay any more, but denied."""
    return draft.claim is not None and draft.claim.kind == "deny" and draft.event_type != "REJECT"


def _is_inability(draft: Draft, tree: Tree) -> bool:
    """Could not walk, did not recognise the vote: the failing, the refusal, is what happened."""
    refuses = draft.event_type == "REJECT" and kind_of(tree, draft.token).needs_negation
    ill = (draft.event_type == "HEALTH" or refuses) and draft.polarity == "negative"
    subject = [c for head in subjects(tree, draft.token) for c in tree.children(head, "det")]
    nothing = any(_is_no(tree, c) for c in subject)
    return ill and not nothing


def _is_no(tree: Tree, index: int) -> bool:
    return tree.tokens[index].text.lower() in ("no", "neither")


def _unconfirmed(tree: Tree, index: int) -> str | None:
    """Did not confirm his death, could not say that it was so: what is not said may be so all the same."""
    token = tree.tokens[index]
    above = tree.tokens[token.head]
    cue = lexicon.cues().get((above.lemma.lower(), "VERB")) if above.pos == "VERB" else None
    told = token.dep in ("dobj", "nsubjpass", "ccomp") and cue is not None and cue.kind in ("announce", "say", "know")
    return above.text if told and is_negated(tree, above.index) and above.index != index else None


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
    rumour = None if claim.named else lexicon.hedges()[0].get(last.removesuffix("s"))
    if rumour is not None and rumour.kind == "allegation":
        return "alleged", f"“{last}” is all that tells of it"
    hearsay = not claim.named and any(
        row.role == "hearsay" for row in lexicon.role_nouns().get(last.removesuffix("s"), ())
    )
    doubtful = claim.kind in ("claim", "accuse", "think") or (hearsay and claim.kind != "announce")
    if draft.event_type in WRONGDOING and doubtful:
        return "alleged", f"{claim.claimant} claims it of another, without proof"
    if claim.claimant in doubted and draft.event_type in WRONGDOING:
        return "alleged", f"the article calls {claim.claimant}'s account claims"
    return "reported", f"{claim.claimant} says so"


def _is_nominal_background(tree: Tree, index: int) -> bool:
    """Putin's invasion, two explosions: owned or counted nouns presuppose that it happened.

    Not so what a clause tells of it: that Monday's blast was an accident, or killed ten, he says who says so.
    """
    token = tree.tokens[index]
    if token.pos not in ("NOUN", "PROPN") or token.dep in SUBJECTS:
        return False
    return any(tree.tokens[c].dep in ("poss", "nummod") for c in tree.below[index])


def _without_evidence(tree: Tree) -> bool:
    words = " ".join(token.text.lower() for token in tree.tokens)
    return any(h.phrase in words for h in lexicon.hedges()[1] if h.phrase.startswith("without"))


def _hedge(tree: Tree, index: int) -> lexicon.Hedge | None:
    """A hedge on the word itself, its clause, or the noun that reports it."""
    single, _ = lexicon.hedges()
    at = index
    for step, above in enumerate([index, *tree.ancestors(index)]):
        shared = (
            tree.tokens[at].dep == "conj"
            and tree.tokens[at].pos == "VERB"
            and not tree.children(at, "nsubj", "nsubjpass")
        )
        aside = tree.tokens[at].dep in ("relcl", "acl", "conj") and not shared
        if step and aside and not tells_a_claim(tree, above):
            break
        for child in [above, *tree.below[above]]:
            token = tree.tokens[child]
            row = single.get(spelled(tree, child)) or (single.get(token.lemma.lower()) if token.pos == "NOUN" else None)
            row = None if token.dep == "dobj" and child != above else row  # A visit fed rumours: not of the visit.
            row = None if (token.dep, token.pos) == ("conj", "VERB") and child != above else row  # Met and proposed.
            if row and (child != above or token.pos in ("NOUN", "ADV")) and child != index:
                return row
            if token.dep in ("nsubj", "nsubjpass"):
                for deeper in tree.below[child]:
                    if row := single.get(spelled(tree, deeper)):
                        return row
        at = above
        if tree.tokens[above].pos == "VERB" and step and tree.tokens[above].dep == "advcl":
            break
    verb = clause_verb(tree, index)
    near = " ".join(
        t.lemma.lower() if t.pos == "AUX" else t.text.lower() for t in tree.tokens[max(0, verb - 6) : verb + 1]
    )
    return next((hedge for stem, hedge in _stems() if stem in near), None)


@functools.cache
def _stems() -> tuple[tuple[str, lexicon.Hedge], ...]:
    """Hedges of several words, each with the words as they stand in a clause whose auxiliaries are lemmas."""
    told = (hedge for hedge in lexicon.hedges()[1] if not hedge.phrase.startswith("without"))
    return tuple((hedge.phrase.replace("is ", "be ").replace("are ", "be "), hedge) for hedge in told)


def _negated_above(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.dep in ("xcomp", "ccomp") and token.head != index and is_negated(tree, token.head)
