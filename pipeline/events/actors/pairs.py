"""Whom the two leaders, both countries and they mean: the last two of their kind, coordinated, met or named."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pipeline import gazetteer
from pipeline.events import lexicon
from pipeline.events.actors.harmed import suffers
from pipeline.events.actors.leaders import leads
from pipeline.events.parse.syntax import Tree, companions, prepositional, subjects
from pipeline.events.pronoun_lexicon import pronouns
from pipeline.events.triggers.kinds import tells_of
from pipeline.settings.events import PRONOUN_REACH

if TYPE_CHECKING:
    from pipeline.events.actors.referents import Referents
    from pipeline.events.actors.seen import Seen

_TWO = frozenset({"both", "neither", "two"})


def means_two(tree: Tree, index: int) -> bool:
    """Whether a plural noun means the last two of its kind: both leaders, the two countries."""
    token = tree.tokens[index]
    if token.text.lower() == "two":  # The two met: not two dozen, and not two of many.
        return [tree.tokens[c].text.lower() for c in tree.below[index] if tree.tokens[c].dep != "punct"] == ["the"]
    rows = lexicon.role_nouns().get(token.lemma.lower(), ())
    states = token.lemma.lower() in lexicon.participant_words("each a state", "organ of each")
    if token.tag != "NNS" or not (states or any(row.kind in ("leader", "office", "relation") for row in rows)):
        return False
    below = {tree.tokens[c].text.lower() for c in tree.below[index]}
    if "of" in below:
        return False
    alone = token.lemma.lower() in ("country", "leader", "side") and not _is_of_kind(tree, index)
    return "both" in below or ("the" in below and ("two" in below or alone))


def _is_of_kind(tree: Tree, index: int) -> bool:
    """The EU leaders, the Baltic countries: so many of one kind; the neighbouring countries are two."""
    front = [tree.tokens[c] for c in tree.children(index, "amod", "compound", "nmod", "poss")]
    nouns = (t for t in front if t.dep != "amod" and not t.text.endswith("ing"))  # Neighbouring may pass for a noun.
    kinds = [*(t.index for t in nouns), *(t.index for t in front if t.text[:1].isupper())]
    return bool(kinds) and not any(tree.children(kind, "conj") for kind in kinds)


def pair(ref: Referents, number: int, index: int) -> tuple[str, ...]:  # noqa: PLR0911  # a list of cases
    """The last two people or states spoken of: coordinated ones first."""
    token = ref.trees[number].tokens[index]
    if token.lemma.lower() in lexicon.participant_words("organ of each"):
        return _of_organs(ref)
    states = token.lemma.lower() in lexicon.participant_words("each a state")
    kinds = {"state", "place"} if states else {"person"}
    known = _of_union(ref, number) if states else _most_named(ref) if token.lemma.lower() == "president" else ()
    known = _plural_before(ref, number, index) if token.text.lower() == "their" else known if len(known) == 2 else ()
    if known:
        return known
    if token.text.lower() in pronouns("several"):
        nobody = _is_part_of(ref.trees[number], index) or _nameless_nearer(ref, number, index)
        kinds = set() if nobody else {"person", "state", "body", "people"}
    if together := _together(ref, number, index, kinds, states=states):
        return together
    if token.text.lower() in pronouns("several") or (token.pos, token.dep) == ("NUM", "nsubjpass"):
        return ()  # The two were charged: whoever was named last is not charged for that.
    if token.lemma.lower() in lexicon.participant_words("leads") and (met := _who_met(ref, number)):
        return met
    found: list[str] = []
    dead = _dead(ref, number)
    for seen in reversed(_near(ref, number, token.lemma.lower())):
        if seen.kind in kinds and seen.name not in (*found, *dead):
            if not seen.name:
                return ()  # one of the last two has no name: guessing past him would pair the wrong ones
            if states and not _is_state(seen.name):
                continue  # A region is no side.
            found.append(seen.name)
        if len(found) == 2:
            return tuple(reversed(found))
    return ()


def _near(ref: Referents, number: int, noun: str) -> list[Seen]:
    """Who was spoken of lately; for leaders, where two are, those who lead: the spokesman who told of both is none."""
    near = [s for s in ref.seen if number - s.sentence <= PRONOUN_REACH.number]
    leaders = [s for s in near if s.kind == "person" and leads(s.name)]
    two = noun in lexicon.participant_words("leads") and len({s.name for s in leaders}) > 1
    return leaders if two else near


def _together(ref: Referents, number: int, index: int, kinds: set[str], *, states: bool) -> tuple[str, ...]:
    """Two who acted together lately, or met; of more than two, all."""
    several = ref.trees[number].tokens[index].text.lower() in pronouns("several")
    for back in range(number, max(-1, number - 3), -1):
        other = ref.trees[back]
        acting = [t.index for t in other.tokens if t.dep in ("nsubj", "nsubjpass")]
        if several and suffers(ref.trees[number], index):  # Held A and B. They were charged, it accused them.
            acting = [t.index for t in other.tokens if t.dep == "dobj" and suffers(other, t.index)] + acting
        for head in (i for i in acting if (back, i) < (number, index)):
            joined = [] if several else companions(other, other.tokens[head].head)
            group = list(dict.fromkeys(n for h in (head, *joined) for n in ref.who(back, h)))
            group = [n for n in group if ref.kind(n) in kinds and (not states or _is_state(n))]
            if len(group) >= 2:
                return tuple(group if several else group[:2])
    return ()


def _is_part_of(tree: Tree, index: int) -> bool:
    """114 of them, most of them: so many are not the two who are named; both of them are."""
    of = tree.tokens[tree.tokens[index].head]
    part = tree.tokens[of.head].text.lower()
    return of.text.lower() == "of" and tree.tokens[of.head].pos in ("NUM", "DET", "ADJ", "PRON") and part not in _TWO


def _nameless_nearer(ref: Referents, number: int, index: int) -> bool:
    """The leaders could not agree after they were blocked: so many, the subject here, and not the two named before."""
    tree = ref.trees[number]
    own = subjects(tree, tree.tokens[index].head)  # Guards came and beat them: not the guards.
    heads = [
        t for t in tree.tokens[:index] if t.tag == "NNS" and t.dep in ("nsubj", "nsubjpass") and t.index not in own
    ]
    people = (t for t in heads if t.lemma.lower() in lexicon.role_nouns())
    return any(not ref.who(number, t.index) and not tree.children(t.index, "appos") for t in people)


def _plural_before(ref: Referents, number: int, index: int) -> tuple[str, ...]:
    """Let Russian troops use it for their invasion: the state whose many the same sentence spoke of last."""
    tree = ref.trees[number]
    before = [t for t in tree.tokens[:index] if t.dep in ("nsubj", "nsubjpass") and t.head != tree.tokens[index].head]
    last = before[-1] if before else None
    if last is None or last.tag != "NNS" or tree.children(last.index, "conj"):
        return ()
    names = ref.who(number, last.index)
    return names if len(names) == 1 and _is_state(names[0]) else ()


def _dead(ref: Referents, number: int) -> set[str]:
    """Those of whom the text has said lately that they died: nothing more happens to them."""
    found: set[str] = set()
    for back in range(max(0, number - int(PRONOUN_REACH.number)), number + 1):
        tree = ref.trees[back]
        for token in tree.tokens:
            dies = tells_of(tree, token.index, "DEATH")
            found |= {n for s in subjects(tree, token.index) for n in ref.who(back, s)} if dies else set()
    return found


def _is_state(name: str) -> bool:
    actor = gazetteer.canonical(name)
    return actor is not None and actor.kind in ("state", "alliance")


def _most_named(ref: Referents) -> tuple[str, ...]:
    """The two heads of state of whom the article speaks most, in the order of their names in it."""
    on = ref.document.published
    leaders = dict.fromkeys(s.name for s in ref.seen if s.name and s.kind == "person" and leads(s.name, on=on))
    most = sorted(leaders, key=lambda name: -ref.names.count[name])[:2]
    return tuple(name for name in leaders if name in most)


def _of_organs(ref: Referents) -> tuple[str, ...]:
    """The two armies: of the two states of which the article has spoken most; () where a third is as near."""
    spoken = Counter(s.name for s in ref.seen if s.kind == "state").most_common(3)
    if len(spoken) < 2 or (len(spoken) > 2 and spoken[2][1] == spoken[1][1]):
        return ()
    most = {name for name, _ in spoken[:2]}
    return tuple(dict.fromkeys(s.name for s in ref.seen if s.name in most))


def _of_union(ref: Referents, number: int) -> tuple[str, ...]:
    """The two countries, in a sentence that names a union of two."""
    for name in reversed([n for n in ref.names.all if n.sentence == number]):
        found = tuple(state.name for state in gazetteer.members_of(name.name))
        if len(found) == 2:
            return found
    return ()


def _who_met(ref: Referents, number: int) -> tuple[str, ...]:
    """The two heads of state or government of the last meeting told: A received B, A spoke with B."""
    for back in range(number, max(-1, number - int(PRONOUN_REACH.number) - 1), -1):
        tree = ref.trees[back]
        for verb in (t.index for t in tree.tokens if t.pos == "VERB" and _is_meeting(t.lemma.lower())):
            heads = [*subjects(tree, verb), *tree.children(verb, "dobj"), *prepositional(tree, verb, "with")]
            named = dict.fromkeys(n for h in heads for n in ref.who(back, h) if ref.kind(n) == "person")
            if len(named) == 2 and all(leads(name) for name in named):
                return tuple(named)
    return ()


def _is_meeting(lemma: str) -> bool:
    return any(row.event_type == "CONSULT" for row in lexicon.event_types().get((lemma, "VERB"), ()))
