"""He, her, himself: the likeliest person of that gender before the pronoun."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.events import lexicon
from pipeline.events.actors.ahead import below, named_below, thanked
from pipeline.events.actors.harmed import SUFFERS_ON, is_doubtful, owned_by_victim, suffers
from pipeline.events.actors.leaders import leads
from pipeline.events.actors.relative import told_of
from pipeline.events.actors.roles import by_role
from pipeline.events.actors.seen import Seen, since
from pipeline.events.parse.syntax import Tree, clause_verb, subjects
from pipeline.events.pronoun_lexicon import object_pronouns
from pipeline.events.triggers.kinds import kind_of
from pipeline.model import Token
from pipeline.settings.events import PRONOUN_REACH

if TYPE_CHECKING:
    from pipeline.events.actors.referents import Referents

LEADER_OWNS, WAR_IS_LEADERS = 2.0, 4.0
"""How much likelier a head of state is than others to be he whose country or army it is, or whose war."""
TURN, LABEL = 12, 5
"""Sentences of a turn in a conversation, and words before its colon, at most."""
WARS = frozenset({"ATTACK", "OCCUPY", "MOBILIZE"})
MAIN = 2.0
"""Rank of the subject of a main clause."""
DOES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})
THANKED_OWNS = 4.0
"""How much likelier whoever is thanked or blamed for a thing is to be its owner."""
SAYS_OF_HIMSELF = 0.5
"""How much likelier a speaker is to be the subject of what is said."""
SAID_BEFORE = 5.0
"""How much likelier whoever spoke before is to be he who adds something, or whose words they are.

What the sentences between tell of another counts less."""
TOLD_OF = 3.0
"""How much likelier the one of whom a relative clause tells is to be he of whom it goes on to tell."""


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A personal pronoun, and what its own sentence says of whom it may mean."""

    number: int
    index: int
    gender: str
    speaks: bool
    """Whether it is the subject of a verb of saying."""
    goes_on: bool
    """Whether it is the subject of a verb by which whoever spoke last says more."""
    thanked: int | None
    """Token of whoever is thanked or blamed for what belongs to the pronoun."""
    owns_state: bool
    """His country, his army."""
    owns_war: bool
    """His invasion: to make war in another's name is as bad."""
    owns_words: bool
    """His account, her remarks: of whoever has spoken."""
    suffers: bool
    """He was killed, jailed him: a wrong name is worse than none."""


def personal(ref: Referents, number: int, index: int, gender: str) -> tuple[str, ...]:
    """The likeliest person: near, a subject, not the subject of the same verb; () where that one goes unnamed."""
    barred, pronoun = _barred(ref, number, index), _pronoun(ref.trees[number], number, index, gender)
    best: dict[str, tuple[float, Seen]] = {}
    for seen in since(ref.seen, number - int(PRONOUN_REACH.number)):
        if not _may_mean(ref, pronoun, seen) or seen.name in barred:
            continue
        score = _likelihood(ref, pronoun, seen)
        if seen.name not in best or score >= best[seen.name][0]:
            best[seen.name] = (score, seen)
    ranked = sorted(best.values(), key=lambda found: (-found[0], -found[1].sentence, -found[1].token))
    chosen = ranked[0][1] if ranked else None
    if pronoun.suffers and len(ranked) > 1 and is_doubtful(ref, pronoun.number, ranked[0], ranked[1]):
        ref.doubtful[number, index] = gender
        return ()
    if chosen is not None and not chosen.name:
        ref.described_by[number, index] = (chosen.sentence, chosen.token)
    return (chosen.name,) if chosen is not None and chosen.name else ()


def _pronoun(tree: Tree, number: int, index: int, gender: str) -> Pronoun:
    token = tree.tokens[index]
    speaks = (tree.tokens[token.head].lemma.lower(), "VERB") in lexicon.cues() and token.dep == "nsubj"
    owns = token.tag == "PRP$" and _is_of_state(tree, token.head)
    war = token.tag == "PRP$" and _is_of_war(tree, token.head)
    goes_on = speaks and tree.tokens[token.head].lemma.lower() in lexicon.participant_words("says further")
    words = token.tag == "PRP$" and tree.tokens[token.head].lemma.lower() in lexicon.participant_words("own words")
    return Pronoun(number, index, gender, speaks, goes_on, thanked(tree, index), owns, war, words, suffers(tree, index))


def _barred(ref: Referents, number: int, index: int) -> set[str]:
    """Whoever speaks here, is named below the pronoun, or does what the pronoun suffers."""
    tree, token = ref.trees[number], ref.trees[number].tokens[index]
    barred = {ref.speakers[number, index]} if (number, index) in ref.speakers else set()
    if barred and _is_turn(ref, number):
        barred |= set(ref.speakers.values())  # Of the two who talk, one is I and the other is you.
    if token.dep == "nsubj" and _is_object_form(token):
        # Had him thrown out: in this form he is not the one who had it done.
        barred |= {n for s in _who_had_it_done(tree, index) for n in ref.known.get((number, s), ())}
    if token.dep in ("dobj", "pobj", "dative") and not token.text.lower().endswith("self"):
        verb = next((a for a in tree.ancestors(index) if tree.tokens[a].pos == "VERB"), index)
        barred |= {n for s in subjects(tree, verb) if s != index for n in ref.known.get((number, s), ())}
    return barred | named_below(tree, ref.names, number, index) | _described_below(ref, number, index)


def _described_below(ref: Referents, number: int, index: int) -> set[str]:
    """He hoped that the president would forgive him: he is not the president."""
    tree = ref.trees[number]
    nouns = [i for i in below(tree, index) if tree.tokens[i].tag == "NN" and tree.children(i, "det")]
    rows = {i: lexicon.roles_of(tree.tokens[i].lemma.lower(), tree.tokens[i].tag) for i in nouns}
    offices = [i for i in nouns if any(row.kind in ("leader", "office") for row in rows[i])]
    return {name for i in offices if tree.tokens[i].dep in DOES for name in by_role(ref, number, i, rows[i])}


def _is_turn(ref: Referents, number: int) -> bool:
    """Whether a sentence is of a turn in a conversation, which begins with its speaker's name and a colon."""
    for back in range(number, max(-1, number - TURN), -1):
        tokens = ref.trees[back].tokens
        if (back, 0) not in ref.speakers:
            return any(token.text == ":" for token in tokens[:LABEL])
    return False


def _is_object_before(tree: Tree, pronoun: int, other: int) -> bool:
    """Fired her deputy and had him thrown out: who was the object of the first verb is that of the second."""
    if not _is_object_form(tree.tokens[pronoun]) or tree.tokens[pronoun].tag == "PRP$":
        return False
    verb = tree.tokens[tree.tokens[pronoun].head]
    return verb.dep == "conj" and tree.tokens[other].dep == "dobj" and tree.tokens[other].head == verb.head


def _is_subject_before(tree: Tree, pronoun: int, other: int) -> bool:
    """Orlov claimed victory and they accused him: the second verb hits who acted by the first."""
    verb = tree.tokens[tree.tokens[pronoun].head]
    own = any(tree.tokens[s].head == verb.index for s in subjects(tree, verb.index))
    objects = _is_object_form(tree.tokens[pronoun]) and tree.tokens[pronoun].dep == "dobj"
    if not (objects and own and verb.dep == "conj"):
        return False
    acted = [
        t.index for t in tree.tokens[verb.head : verb.index] if t.tag == verb.tag and tree.children(t.index, "nsubj")
    ]
    return bool(acted) and other in tree.children(acted[-1], "nsubj")


def _owned_in_its_clause(tree: Tree, pronoun: int, other: int) -> bool:
    """Orlov appealed for his release: who speaks without a clause of what is said owns what he speaks of."""
    return tree.tokens[pronoun].tag == "PRP$" and other in tree.children(clause_verb(tree, pronoun), "nsubj")


def _says_of_himself(tree: Tree, pronoun: int, other: int) -> bool:
    """Orlov said he felt ill: what one says without another's name is rather of oneself."""
    token = tree.tokens[pronoun]
    verb = tree.tokens[token.head]
    said = token.dep in ("nsubj", "nsubjpass") and verb.dep == "ccomp"
    return said and other in tree.children(verb.head, "nsubj")


def _is_of_subject_above(tree: Tree, pronoun: int, other: int) -> bool:
    """Details of Orlova's case were unknown until she spoke: whose thing the clause above tells of."""
    above = [a for a in tree.ancestors(pronoun) if a < pronoun and tree.tokens[a].pos in ("VERB", "AUX")]
    subjects_above = [s for verb in above[1:] for s in tree.children(verb, "nsubj", "nsubjpass") if s < pronoun]
    owned = tree.tokens[tree.tokens[other].head]
    return (
        tree.tokens[other].dep == "poss"
        and owned.pos == "NOUN"
        and any(s in (owned.index, *tree.ancestors(owned.index)) for s in subjects_above)
    )


def _who_had_it_done(tree: Tree, pronoun: int) -> list[int]:
    """Subjects of the verb above the one that the pronoun is the parser's subject of."""
    verb = tree.tokens[tree.tokens[pronoun].head]
    return subjects(tree, verb.head) if verb.head != verb.index else []


def _may_mean(ref: Referents, pronoun: Pronoun, seen: Seen) -> bool:
    wrong = "female" if pronoun.gender == "male" else "male"
    if seen.kind != "person" or seen.gender == wrong or pronoun.number - seen.sentence > PRONOUN_REACH.number:
        return False
    quoted = (seen.sentence, seen.token) in ref.speakers and (pronoun.number, pronoun.index) not in ref.speakers
    return not (pronoun.speaks and quoted)


def _likelihood(ref: Referents, pronoun: Pronoun, seen: Seen) -> float:
    number, tree = pronoun.number, ref.trees[pronoun.number]
    score = ref.salience(seen, number) - 0.01 * abs(pronoun.index - seen.token)
    if pronoun.speaks:
        score += min(seen.rank, MAIN) if ref.spoke(seen) else 0.0 if seen.rank >= MAIN else -1.5
        score += SAID_BEFORE * (pronoun.goes_on and ref.spoke(seen))
    score += SAID_BEFORE * (pronoun.owns_words and ref.spoke(seen))
    score += 0.5 * (seen.gender == pronoun.gender)
    if seen.sentence == number and (ref.in_possessive(number, seen.token) or _says_who(ref, pronoun, seen.token)):
        score += 1 if _is_of_subject_above(tree, pronoun.index, seen.token) else -1
    if seen.sentence == number and _is_object_before(tree, pronoun.index, seen.token):
        score += SUFFERS_ON
    if seen.sentence == number and _is_subject_before(tree, pronoun.index, seen.token):
        score += SUFFERS_ON
    if seen.sentence == number and owned_by_victim(tree, pronoun.index, seen.token):
        score += SUFFERS_ON
    score += SUFFERS_ON * (pronoun.suffers and suffers(ref.trees[seen.sentence], seen.token))
    score += TOLD_OF * (seen.sentence == number and told_of(ref, number, pronoun.index) == (seen.name,))
    if seen.sentence == number and not pronoun.owns_war and _owned_in_its_clause(tree, pronoun.index, seen.token):
        score += max(0.0, seen.rank - 1.0)
    score += SAYS_OF_HIMSELF * (seen.sentence == number and _says_of_himself(tree, pronoun.index, seen.token))
    score += THANKED_OWNS * ((seen.sentence, seen.token) == (number, pronoun.thanked))
    if seen.name and (pronoun.owns_state or pronoun.owns_war) and leads(seen.name):
        score += WAR_IS_LEADERS if pronoun.owns_war else LEADER_OWNS
    return score


def _says_who(ref: Referents, pronoun: Pronoun, token: int) -> bool:
    """Orlov, whom Petrov had sent away, fell when he came home: Petrov is named only to say who Orlov is."""
    tree = ref.trees[pronoun.number]
    around = set(tree.ancestors(pronoun.index))
    named = (ref.names.at.get((pronoun.number, above)) for above in tree.ancestors(token) if above not in around)
    here = ref.names.at.get((pronoun.number, token))
    return any(name is not None and name.kind == "person" and name != here for name in named)


def _is_of_war(tree: Tree, index: int) -> bool:
    """His invasion, his war: rather a leader's."""
    noun = tree.tokens[index].pos == "NOUN"
    return noun and kind_of(tree, index).event_type in WARS


def _is_of_state(tree: Tree, index: int) -> bool:
    """His country, his army: rather a leader's."""
    return any(row.kind == "state" for row in lexicon.role_nouns().get(tree.tokens[index].lemma.lower(), ()))


def _is_object_form(token: Token) -> bool:
    """Him, her, them."""
    return token.text.lower() in object_pronouns("male", "female", "several")
