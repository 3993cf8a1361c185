"""Words of saying: what they are about, when the saying itself is the news, and what kind of event that makes it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline import gazetteer
from pipeline.events import lexicon
from pipeline.events.actors.affected import WARFARE
from pipeline.events.actors.leaders import state_led_by
from pipeline.events.actors.spoken_for import spoken_for
from pipeline.events.actors.stand_for import owner
from pipeline.events.claim_lexicon import claim_words
from pipeline.events.claims.irrealis import unreal_by
from pipeline.events.parse.negation import is_negated
from pipeline.events.parse.syntax import Tree, clause_dep, clause_verb, prepositional, subjects
from pipeline.events.parse.tense import tense_of
from pipeline.events.parse.voice import is_passive
from pipeline.events.reading import Draft, Reading
from pipeline.events.triggers.kinds import HOSTILE, UNKNOWN
from pipeline.events.triggers.saying import cue_of

MOST = 3
"""How many participants of what is said are taken over into the saying."""


def speaker_of(reading: Reading, draft: Draft) -> str:
    """Canonical name of the one who says it; "" when nobody is named."""
    tree = reading.trees[draft.sentence]
    for head in subjects(tree, draft.token):
        names = reading.who(draft.sentence, head)
        if names := names or (owner(reading, draft.sentence, head) if _speaks_for(tree, head) else ()):
            return names[0]
    return ""


def _speaks_for(tree: Tree, head: int) -> bool:
    """Lukashenko's press service, the presidential office: whose words they give is named with them."""
    beside = {tree.tokens[c].text.lower() for c in tree.children(head, "compound", "amod")}
    served = tree.tokens[head].lemma.lower() in claim_words("speaks for somebody")
    return served and not beside.isdisjoint(claim_words("of his words"))


def is_expert(reading: Reading, name: str) -> bool:
    """Whether the text introduces somebody as an analyst, a scientist, an adviser: a voice from outside the story."""
    nouns = {lemma for lemma, who in reading.referents.nouns.items() if who == name}
    rows = [row for lemma in nouns for row in lexicon.role_nouns().get(lemma, ())]
    return any(row.role == "expert" for row in rows)


def content_of(tree: Tree, verb: int) -> int | None:
    """Head of the clause that is said, or None."""
    clauses = [c for c in tree.children(verb, "ccomp", "xcomp") if clause_dep(tree, c) != "advcl"]
    clauses += [c for p in tree.children(verb, "prep") for c in tree.children(p, "pcomp")]
    return clauses[0] if clauses else None


def fill_statements(reading: Reading, drafts: Sequence[Draft]) -> None:
    """Gives each saying the participants of what is said, and the kind of what is announced, vowed or charged."""
    at = {(draft.sentence, draft.token): draft for draft in drafts}
    for draft in drafts:
        tree = reading.trees[draft.sentence]
        cue = cue_of(reading, draft)
        if cue is None:
            if (content := _content_of_report(tree, draft)) is not None:
                _take_over(reading, draft, content)
            continue
        if cue.kind == "think" and _is_expert_opinion(reading, draft, tree):
            draft.event_type = "STATEMENT"
            draft.note("type", "STATEMENT", "an outside expert's opinion")
        content = content_of(tree, draft.token)
        if content is None or draft.event_type == UNKNOWN:
            continue
        inside = [at[draft.sentence, i] for i in _clause(tree, content) if (draft.sentence, i) in at]
        if cue.kind in ("announce", "promise"):
            near = {content, *tree.children(content, "xcomp")}
            if tree.tokens[content].lemma in lexicon.support_verbs() or tree.tokens[content].pos == "AUX":
                near |= {*tree.children(content, "dobj", "attr", "nsubjpass", "oprd")}
            inside = [d for d in inside if d.token in near]
        _retype(reading, draft, cue, inside)
        _take_over(reading, draft, content)


def _content_of_report(tree: Tree, draft: Draft) -> int | None:
    """What a report or statement says whose own verb of saying follows: a report by X said that."""
    token = tree.tokens[draft.token]
    if draft.event_type != "STATEMENT" or token.dep != "nsubj":
        return None
    verb = tree.tokens[token.head]
    return content_of(tree, verb.index) if (verb.lemma.lower(), "VERB") in lexicon.cues() else None


def _is_expert_opinion(reading: Reading, draft: Draft, tree: Tree) -> bool:
    speaker = speaker_of(reading, draft)
    known = gazetteer.canonical(speaker) if speaker else None
    present = tense_of(tree, draft.token) == "present"
    person = reading.names.is_person(speaker)
    return person and " " in speaker and known is None and present and content_of(tree, draft.token) is not None


def _clause(tree: Tree, head: int) -> list[int]:
    """Tokens of a clause, without the relative and adverbial clauses inside it."""
    found, stack = [], [head]
    while stack:
        at = stack.pop()
        found.append(at)
        stack += [c for c in tree.below[at] if clause_dep(tree, c) not in ("relcl", "advcl")]
    return sorted(found)


def _retype(reading: Reading, draft: Draft, cue: lexicon.Cue, inside: Sequence[Draft]) -> None:
    typed = [d for d in inside if d.event_type not in (UNKNOWN, "STATEMENT")]
    if not typed or draft.event_type != "STATEMENT":
        return
    speaker = {*draft.actors, *(state for name in draft.actors if (state := state_led_by(reading, name)))}
    if cue.kind in ("announce", "promise") and cue.factive == "no":  # To confirm a deed is not to do it.
        own = next((d for d in typed if speaker & set(d.actors) or _is_own(reading, d)), None)
        if own is not None:
            draft.event_type, draft.mode = own.event_type, own.mode
            word = reading.trees[own.sentence].tokens[own.token].text
            draft.note("type", own.event_type, f"what is announced is “{word}”")
    elif cue.kind in ("say", "claim", "accuse") and speaker_of(reading, draft):
        charge = next(
            (d for d in typed if d.event_type in HOSTILE and _charges(reading, d, speaker, plain=cue.kind == "say")),
            None,
        )
        if charge is not None:
            draft.event_type, draft.mode = "ACCUSE", "allege"
            word = reading.trees[charge.sentence].tokens[charge.token].text
            draft.note("type", "ACCUSE", f"it charges another with “{word}”")


def _is_own(reading: Reading, draft: Draft) -> bool:
    """Whether what is announced or vowed names no doer; vowed that the rulers would stand trial: others do it."""
    tree = reading.trees[draft.sentence]
    verb = clause_verb(tree, draft.token)
    if draft.actors or tree.tokens[verb].dep == "ROOT" or is_passive(tree, verb):
        return not draft.actors
    return not any(reading.who(draft.sentence, s) or _is_human(tree, s) for s in tree.children(verb, "nsubj"))


def _is_human(tree: Tree, index: int) -> bool:
    counted = tree.tokens[index].text == "%" or tree.tokens[index].pos == "NUM"
    if counted and any(_is_human(tree, of) for of in prepositional(tree, index, "of")):
        return True
    rows = lexicon.role_nouns().get(tree.tokens[index].lemma.lower(), ())
    return tree.tokens[index].lemma.lower() == "one" or any(row.kind not in ("state", "firm") for row in rows)


def _charges(reading: Reading, draft: Draft, speaker: set[str], *, plain: bool) -> bool:
    """Whether the content says that somebody else does harm, not that it might; plain saying must name who does it."""
    tree = reading.trees[draft.sentence]
    above = list(tree.ancestors(draft.token))
    doubts = (tree.tokens[c].lemma for a in above for c in tree.children(a, "acomp", "advmod"))
    if any(lemma in claim_words("doubts") for lemma in doubts):
        return False
    if any(tree.tokens[i].tag == "VB" and not _is_planned(tree, i) for i in [draft.token, *above]):
        return False
    if plain and tree.tokens[draft.token].dep == "pobj":
        return False  # Said that ten people died in a Russian attack: that is not what is charged.
    undone = unreal_by(tree, draft.token)
    if is_negated(tree, draft.token) or (undone is not None and undone[0] == "negation"):
        return False  # There is no proof that they shelled it: nobody is charged.
    modal = any(
        tree.tokens[c].tag == "MD" for i in [draft.token, *tree.ancestors(draft.token)] for c in tree.children(i, "aux")
    )
    subject = [h for a in above for h in subjects(tree, a)[:1]]
    agents = {*draft.actors, *(n for h in subject for n in reading.who(draft.sentence, h))} - speaker
    own = bool(speaker & set(draft.actors))
    if plain and draft.event_type == "DEATH" and not draft.recipients:
        return False  # Who dies is charged with nothing.
    return not modal and not own and bool(agents if plain else agents | (set(draft.recipients) - speaker))


def _is_planned(tree: Tree, infinitive: int) -> bool:
    """Is planning to attack, was preparing to attack: a plan that somebody is said to have."""
    above = tree.tokens[tree.tokens[infinitive].head]
    row = lexicon.irrealis().get((above.lemma.lower(), "VERB"))
    goes_on = above.tag == "VBG" and tree.tokens[infinitive].dep == "xcomp"
    return goes_on and row is not None and row.kind == "plan"


def _take_over(reading: Reading, draft: Draft, content: int) -> None:
    """Adds those that the content is about. A minister who says what his own state does speaks of nobody else."""
    tree = reading.trees[draft.sentence]
    home = spoken_for(draft.actors) if draft.event_type == "STATEMENT" else frozenset()
    names = [n for h in subjects(tree, content) for n in reading.who(draft.sentence, h) if n not in home]
    heads = tree.children(content, "dobj", "attr")
    heads += prepositional(tree, content, "against", "on", "with", "to", "of", "by")
    for child in tree.children(content, "xcomp", "dobj"):
        heads += tree.children(child, "dobj") + prepositional(tree, child, "against", "on", "with", "to", "of", "by")
    names += [n for head in heads for n in reading.who(draft.sentence, head)]
    new = [n for n in dict.fromkeys(names) if n not in draft.actors and n not in draft.recipients]
    if draft.event_type in WARFARE:  # What a leader announces that his state will do they do together.
        own = [n for n in new if n in {state_led_by(reading, name) for name in draft.actors}]
        draft.actors, new = (*draft.actors, *own), [n for n in new if n not in own]
    draft.recipients = (*draft.recipients, *new[:MOST])
