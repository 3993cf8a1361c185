"""Who says so: complement clauses, "according to", parentheticals, and quotations carried over several sentences."""

from __future__ import annotations

from pipeline.events import lexicon
from pipeline.events.actors.names import country_of
from pipeline.events.actors.own_words import in_own_words
from pipeline.events.claim_lexicon import claim_words
from pipeline.events.claims.according import according
from pipeline.events.claims.hearsay import checks_reports, denies_reports, tells_a_claim
from pipeline.events.claims.in_writing import author, called, spoke_before
from pipeline.events.parse.syntax import Tree, clause_dep, prepositional, subjects
from pipeline.events.parse.tense import tense_of
from pipeline.events.parse.voice import is_passive
from pipeline.events.placing_lexicon import time_conjunctions
from pipeline.events.reading import Claim, Draft, Reading

CONTENT = frozenset({"ccomp", "xcomp", "acl", "relcl", "pcomp", "parataxis", "csubj", "nsubj", "oprd", "dep"})
"""How the content of a claim hangs on the word that claims it."""
SAYINGS = frozenset({"STATEMENT", "ACCUSE"})
"""Types of event that are somebody's words."""
SPEECH_ACTS = frozenset({"announce", "promise"})
ASIDE = frozenset({"relcl", "appos"})


def fill_claim(reading: Reading, draft: Draft) -> None:
    """Sets the claim that the mention stands under, innermost claimant first; None when the author says it."""
    own = _own_saying(reading, draft) or _of_speech(reading, draft)
    tree = reading.trees[draft.sentence]
    found = [own] if own else [] if _is_beside(tree, draft) else _above(reading, draft)
    quoted = None if own else _quoted(reading, tree.tokens[draft.token].span.start)
    if quoted and (not found or found[-1].claimant != quoted.claimant):
        found.append(quoted)
    if not found:
        return
    writers = {w: s for s in subjects(tree, draft.token)[:1] if (w := author(reading, draft.sentence, s)) != s}
    if own is not None and (writers or not draft.actors) and draft.event_type in SAYINGS:
        # The navy says: whoever speaks acts, named or not; of a paper of two bodies, both.
        draft.actors = next((reading.who(draft.sentence, w) for w in writers), ()) or (own.claimant,)
    found = _innermost_first(draft, found)
    chain = tuple(dict.fromkeys(c.claimant for c in found))
    first = next((c for c in found if c.named), found[0]) if found[0].kind == "think" else found[0]
    outlet = (reading.document.outlet,) if reading.document.outlet else ()
    draft.claim = Claim(
        first.claimant,
        tuple(dict.fromkeys((*chain, *outlet))),
        first.cue,
        first.kind,
        first.certainty,
        first.named,
        first.because,
        first.sentence,
        first.token,
    )
    draft.note("claimant", first.claimant, first.because)


def _innermost_first(draft: Draft, found: list[Claim]) -> list[Claim]:
    """X said that it burned, but that it stands, a reporter wrote: what comes last reports the whole, X included."""
    if len(found) < 2 or not all(c.sentence == draft.sentence for c in found[:2]):
        return found
    last, first = found[:2]
    return [first, last, *found[2:]] if first.token < draft.token < last.token else found


def _own_saying(reading: Reading, draft: Draft) -> Claim | None:
    """A verb of saying reports its own subject's words."""
    tree = reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    cue = lexicon.cues().get((token.lemma.lower(), "VERB")) if token.pos == "VERB" else None
    if cue is None or draft.event_type not in SAYINGS:
        return None
    if cue.kind in SPEECH_ACTS and not _tells_of_another(reading, draft):
        return None
    found = _by_subject(reading, draft.sentence, draft.token, cue)
    if found is None:
        return None
    words = [tree.tokens[h].lemma.lower() for h in subjects(tree, draft.token)]
    heard = any(row.role == "hearsay" for word in words for row in lexicon.role_nouns().get(word, ()))
    acts = found.claimant in draft.actors and not heard  # The Australian Open said; channels only report.
    return found if found.named or acts or _is_said_by_somebody(tree, draft.token) else None


def _tells_of_another(reading: Reading, draft: Draft) -> bool:
    """Announced that Orlova had received a visa: a report. That he would resign, that he had begun: his own deed."""
    tree, sentence = reading.trees[draft.sentence], draft.sentence
    contents = [
        c for c in tree.children(draft.token, "ccomp") if tense_of(tree, c) in ("past", "perfect", "pluperfect")
    ]
    others = {name for c in contents for s in subjects(tree, c) for name in reading.who(sentence, s)}
    return bool(others) and others.isdisjoint(draft.actors)


def _is_said_by_somebody(tree: Tree, verb: int) -> bool:
    """The police said, officials warn: somebody whom the text does not name; not what a letter or a poll says."""
    lemmas = [tree.tokens[h].lemma.lower() for h in subjects(tree, verb)[:1] if tree.tokens[h].pos != "PRON"]
    roles = [row.role for lemma in lemmas for row in lexicon.role_nouns().get(lemma, ())]
    return any(role != "hearsay" for role in roles) or any(lemma in lexicon.body_nouns() for lemma in lemmas)


def _of_speech(reading: Reading, draft: Draft) -> Claim | None:
    """He warned in a speech: the speech is his who says it."""
    tree = reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    if token.pos != "NOUN" or draft.event_type != "STATEMENT" or not draft.actors:
        return None
    verb = token.head if token.dep == "nsubj" else tree.tokens[token.head].head if token.dep == "pobj" else draft.token
    cue = lexicon.cues().get((tree.tokens[verb].lemma.lower(), "VERB"))
    if cue is None:
        return None
    because = f"“{tree.tokens[verb].text}” gives the words of the {token.text}"
    return Claim(
        draft.actors[0], (), tree.tokens[verb].span, cue.kind, cue.certainty, True, because, draft.sentence, draft.token
    )


def _above(reading: Reading, draft: Draft) -> list[Claim]:
    tree = reading.trees[draft.sentence]
    found: list[Claim] = []
    at = draft.token
    if claim := according(reading, draft.sentence, at):
        found.append(claim)
    for above in tree.ancestors(draft.token):
        dep = clause_dep(tree, at)
        if claim := _from(reading, draft.sentence, above, at):
            found.append(claim)
        elif (dep in ASIDE and not tells_a_claim(tree, above)) or _is_told_along(tree, at):
            break
        if claim := according(reading, draft.sentence, above):
            found.append(claim)
        at = above
    return found


def _is_told_along(tree: Tree, index: int) -> bool:
    """A clause with after, when or since takes its event for granted: nobody claims it."""
    marks = {tree.tokens[c].text.lower() for c in tree.children(index, "mark", "advmod")}
    return clause_dep(tree, index) == "advcl" and bool(marks & time_conjunctions())


def _is_beside(tree: Tree, draft: Draft) -> bool:
    """X said it was grave, while Y condemned it: who speaks beside him is not told of by him."""
    marks = [tree.tokens[c].text.lower() for c in tree.children(draft.token, "mark")]
    speaks = draft.event_type in SAYINGS and bool(tree.children(draft.token, "nsubj"))
    return "while" in marks and speaks and clause_dep(tree, draft.token) == "advcl"


def _from(reading: Reading, sentence: int, above: int, below: int) -> Claim | None:
    """The claim that a cue word makes about the clause below it."""
    tree = reading.trees[sentence]
    token, dep = tree.tokens[above], clause_dep(tree, below)
    run_on = dep == "conj" and bool(tree.children(above, "expl")) and not tree.children(above, "cc")
    if token.lemma == "be" and (dep in ("ccomp", "advcl", "acl") or run_on):
        # There are rumours he fled: the parser hangs the clause on the verb.
        nouns = [c for c in tree.children(above, "attr", "nsubj") if c < below and tells_a_claim(tree, c)]
        return (
            _by_noun(reading, sentence, nouns[0], lexicon.cues()[tree.tokens[nouns[0]].lemma.lower(), "NOUN"])
            if nouns
            else None
        )
    cue = lexicon.cues().get((token.lemma.lower(), "VERB" if token.pos in ("VERB", "AUX") else "NOUN"))
    charged = cue is not None and cue.kind == "accuse" and bool(tree.children(below, "pcomp"))
    if cue is None or (dep not in CONTENT and not charged) or (cue.pos == "VERB" and dep in ("acl", "relcl", "nsubj")):
        return None
    if cue.kind in ("promise", "ask", "know") or (dep == "xcomp" and cue.kind not in ("claim", "accuse", "think")):
        return None
    if cue.pos == "VERB":
        return _by_subject(reading, sentence, above, cue)
    return _by_noun(reading, sentence, above, cue)


def _by_subject(reading: Reading, sentence: int, verb: int, cue: lexicon.Cue) -> Claim | None:
    tree = reading.trees[sentence]
    heads = subjects(tree, verb)
    if tree.tokens[verb].lemma == "quote" and not tree.children(verb, "auxpass"):
        heads = tree.children(verb, "dobj") or heads  # The agency quoted her as telling: the words are hers.
    if is_passive(tree, verb):  # Arrested and charged with theft: the auxiliary stands before the first.
        heads = prepositional(tree, verb, "by")
    if not heads:
        return None
    return _claim(reading, sentence, heads[0], verb, cue)


def _by_noun(reading: Reading, sentence: int, noun: int, cue: lexicon.Cue) -> Claim:
    tree = reading.trees[sentence]
    heads = tree.children(noun, "poss") + prepositional(tree, noun, "by", "from", "of", "among")
    if not any(reading.who(sentence, h) for h in heads) and (denied := _denied(reading, sentence, noun)) is not None:
        return denied
    above = tree.tokens[noun].head
    told = tree.tokens[noun].dep in ("dobj", "attr") or tree.tokens[above].text.lower() not in claim_words("is about")
    if told and tree.tokens[noun].dep in ("dobj", "pobj", "attr") and tree.tokens[above].pos in ("VERB", "ADP"):
        # He supports the theory that...: the theory is his as well.
        verb = above if tree.tokens[above].pos == "VERB" else tree.tokens[above].head
        heads += [] if checks_reports(tree.tokens[verb].lemma) else subjects(tree, verb)
    head = next((h for h in heads if reading.who(sentence, h)), noun)
    return _claim(reading, sentence, head, noun, cue)


def _denied(reading: Reading, sentence: int, noun: int) -> Claim | None:
    """Denied rumours that he fled, rejected the claim that: who denies them is not their source."""
    tree = reading.trees[sentence]
    verb = tree.tokens[tree.tokens[noun].head]
    if tree.tokens[noun].dep not in ("dobj", "nsubjpass") or not denies_reports(verb.lemma):
        return None
    return _by_subject(reading, sentence, verb.index, lexicon.cues()["deny", "VERB"])


def _claim(reading: Reading, sentence: int, head: int, cue_at: int, cue: lexicon.Cue) -> Claim:
    tree = reading.trees[sentence]
    if tree.tokens[head].tag in ("WDT", "WP"):  # An accord that declared it dead: the accord did.
        head = next((tree.tokens[a].head for a in tree.ancestors(head) if tree.tokens[a].dep == "relcl"), head)
    written, head = head, author(reading, sentence, head)
    names = reading.who(sentence, head)
    shown = names[0] if names and not _is_arm(tree, head) else called(reading, sentence, head, written)
    shown = spoke_before(reading, sentence, head) or shown
    named = bool(names) and cue.pos == "VERB"
    token = tree.tokens[cue_at]
    because = f"“{token.text}” with “{tree.tokens[head].text}” as its source"
    return Claim(shown, (), token.span, cue.kind, cue.certainty, named, because, sentence, cue_at)


def _is_arm(tree: Tree, head: int) -> bool:
    """The Latvian police, Russian forces: an arm of a state speaks for itself, a government for the state."""
    rows = lexicon.role_nouns().get(tree.tokens[head].lemma.lower(), ())
    arm = any(row.kind == "state" and row.role != "government" for row in rows)
    beside = tree.children(head, "amod", "compound", "poss")
    return (
        arm
        and not tree.tokens[head].actor_id
        and tree.tokens[head].pos == "NOUN"
        and any(country_of(tree.tokens[c].text) for c in beside)
    )


def _quoted(reading: Reading, offset: int) -> Claim | None:
    quotation = reading.quotation_at(offset)
    if quotation is None or quotation.speaker is None or quotation.cue is None:
        return None
    sentence, head = quotation.speaker
    names = reading.who(sentence, head)
    shown = names[0] if names else in_own_words(reading.referents, sentence, head)
    token = reading.trees[quotation.cue[0]].tokens[quotation.cue[1]]
    cue = lexicon.cues().get((token.lemma, "VERB"), lexicon.cues()["say", "VERB"])
    because = f"inside a quotation that “{token.text}” gives to {shown}"
    return Claim(shown, (), token.span, cue.kind, cue.certainty, bool(names), because, *quotation.cue)
