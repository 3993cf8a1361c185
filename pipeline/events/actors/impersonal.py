"""It, its, itself: the state or body spoken of, unless the word stands for nothing or for a thing nearer by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.events import lexicon
from pipeline.events.actors.names import governments
from pipeline.events.actors.seen import Seen, since
from pipeline.events.parse.syntax import Tree, clause_verb
from pipeline.events.triggers.kinds import tells_of

if TYPE_CHECKING:
    from pipeline.events.actors.referents import Referents


TIMES = frozenset({"DATE", "TIME"})


def is_expletive(tree: Tree, index: int) -> bool:
    """It is possible that, it is said that, it emerged that, it is a matter of days before: stands for nothing."""
    token = tree.tokens[index]
    verb = tree.tokens[token.head]
    if token.dep not in ("nsubj", "nsubjpass", "expl") or token.text.lower() != "it":
        return False
    if tree.children(verb.index, "ccomp", "csubj", "csubjpass"):
        return verb.lemma == "be" or token.dep == "nsubjpass" or verb.lemma in lexicon.participant_words("comes out")
    told = [tree.tokens[c].lemma.lower() for c in tree.children(verb.index, "attr", "acomp")]
    if not lexicon.participant_words("is plain").isdisjoint(told):
        return True
    return bool(tree.children(verb.index, "advcl")) and not lexicon.participant_words("is left").isdisjoint(told)


def thing(ref: Referents, number: int, index: int) -> tuple[str, ...]:
    """It: the state or body spoken of last, a subject first; nobody when the sentence names a thing nearer by."""
    if _is_what_was_said(ref.trees[number], index):
        return ()
    judged = _is_judged(ref.trees[number], index)
    if (judged or ref.trees[number].tokens[index].dep == "dobj") and _names_thing(ref, number, index):
        return ()
    near = since(ref.seen, number - 1)
    near = [s for s in near if s.kind in ("state", "body") and s.alone and not _is_plural(ref, s)]
    near = [s for s in near if not _is_town(ref, s)]
    here = [s for s in near if s.sentence == number and not ref.in_possessive(number, s.token)]
    here = _but_the_teller(ref, here, number, index)
    owned = ref.trees[number].tokens[ref.trees[number].tokens[index].head].lemma.lower()
    if ref.trees[number].tokens[index].tag == "PRP$" and (owned, "NOUN") in lexicon.event_types():
        here = _of_the_clause(ref, here, number, index)
    if not here and _goes_on_about_thing(ref, number, index):
        return ()
    before = [s for s in near if s.sentence == number - 1 and not (s.kind == "state" and _travels(ref, number, index))]
    if not here and (not before or _names_thing(ref, number, index) or _follows_clause(ref, number, index)):
        return ()
    if here:
        return (max(here, key=lambda s: (s.subject, s.token)).name,)
    # "It said that": whoever spoke before goes on, not whoever that one spoke of.
    speaks = _says(ref.trees[number], index)
    return (max(before, key=lambda s: (speaks and ref.spoke(s), s.subject, s.token)).name,)


def _is_town(ref: Referents, seen: Seen) -> bool:
    """Said from London, met in Minsk: where it was, and not the state that is governed from there."""
    tree = ref.trees[seen.sentence]
    token = tree.tokens[seen.token]
    there = tree.tokens[token.head].text.lower() in lexicon.participant_words("place") - {"on"}
    return token.dep == "pobj" and there and token.text.lower() in governments()


def _says(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.dep == "nsubj" and (tree.tokens[token.head].lemma.lower(), "VERB") in lexicon.cues()


def state_of_organ(ref: Referents, number: int, index: int) -> str:
    """The state of which a noun names an organ: Latvia's foreign ministry, the Latvian embassy; "" for other nouns."""
    tree = ref.trees[number]
    if tree.tokens[index].lemma.lower() not in lexicon.organs():
        return ""
    for owner in tree.children(index, "poss", "amod", "nmod", "compound"):
        here = ref.names.at.get((number, owner))
        if here is not None and (here.kind == "state" or here.name.lower() in governments()):
            return governments().get(here.name.lower(), here.name)
    return ""


def _is_what_was_said(tree: Tree, index: int) -> bool:
    """He denies it, she announced it: words are denied and announced, not states."""
    token = tree.tokens[index]
    if token.tag == "PRP" and _is_of_situation(tree, token.head):
        return True
    verb = (tree.tokens[token.head].lemma.lower(), "VERB")
    denies = tells_of(tree, token.head, "REJECT", "STATEMENT")
    asks = verb in lexicon.cues() and lexicon.cues()[verb].kind == "ask"
    return token.dep == "dobj" and token.tag == "PRP" and not asks and (denies or verb in lexicon.cues())


def _is_of_situation(tree: Tree, verb: int) -> bool:
    """Made it clear that, it was the third wave: the word stands for what is told, not for somebody."""
    if tree.tokens[verb].pos == "ADJ":
        marks = [m for c in tree.children(verb, "ccomp", "advcl") for m in tree.children(c, "mark")]
        return any(tree.tokens[m].text.lower() == "that" for m in marks)
    if tree.tokens[verb].lemma != "be":
        return bool(tree.children(verb, "oprd", "acomp")) and bool(tree.children(verb, "ccomp"))
    told = [tree.tokens[c].lemma.lower() for c in tree.children(verb, "attr")]
    return any(word not in lexicon.role_nouns() and word not in lexicon.body_nouns() for word in told)


def _goes_on_about_thing(ref: Referents, number: int, index: int) -> bool:
    """The deal set up a council. It also named: the nameless subject before is what the subject "it" goes on about."""
    if number == 0 or ref.trees[number].tokens[index].dep not in ("nsubj", "nsubjpass"):
        return False
    before = ref.trees[number - 1]
    root = next((t.index for t in before.tokens if t.dep == "ROOT"), 0)
    heads = before.children(root, "nsubj", "nsubjpass")
    return any(
        before.tokens[h].tag == "NN" and not before.tokens[h].entity and not ref.who(number - 1, h) for h in heads
    )


def _of_the_clause(ref: Referents, seen: list[Seen], number: int, index: int) -> list[Seen]:
    """Those spoken of in the same clause, when there are any: sanctions imposed on Iraq after its invasion."""
    tree = ref.trees[number]
    verb = clause_verb(tree, tree.tokens[index].head)
    inside = set(tree.subtree(verb))
    return [s for s in seen if s.token in inside and clause_verb(tree, s.token) == verb] or seen


def _is_plural(ref: Referents, seen: Seen) -> bool:
    """Its troops, their troops: a plural noun is no "it"."""
    return ref.trees[seen.sentence].tokens[seen.token].tag == "NNS"


def _but_the_teller(ref: Referents, seen: list[Seen], number: int, index: int) -> list[Seen]:
    """Those spoken of without whoever says so, unless only he can be meant.

    Criticised by Poland, Latvia said its army was ready: who is named ahead of the teller is no part of what is said.
    """
    tellers = [s for s in seen if _tells_of(ref, number, s.token, index)]
    first = min((s.token for s in tellers), default=0)
    others = [s for s in seen if s not in tellers]
    return others if any(s.token > first for s in others) else seen


def _tells_of(ref: Referents, number: int, subject: int, index: int) -> bool:
    """Whether the subject says what the pronoun stands in: it is rather one of those spoken of.

    What it hopes to do or does besides is its own: hopes to reopen its embassy, asked him to go and recalled its envoy.
    So is what it says that "it" does: announced that it was lifting the ban.
    """
    tree = ref.trees[number]
    verb = tree.tokens[subject].head
    cue = (tree.tokens[verb].lemma.lower(), "VERB") in lexicon.cues()
    if not (cue and subject < verb < index and verb in tree.ancestors(index) and tree.tokens[index].head != verb):
        return False
    between = [a for a in tree.ancestors(index) if a > verb and verb in tree.ancestors(a)]
    allowed = any(tree.tokens[c].tag == "TO" for c in tree.children(tree.tokens[index].head, "aux"))
    own = set() if allowed else {index}
    return any(set(tree.children(a, "nsubj", "nsubjpass", "csubj")) - own for a in between)


def _is_judged(tree: Tree, index: int) -> bool:
    """Declared it legitimate: the subject of an adjective without a verb is what the speaker judges."""
    token = tree.tokens[index]
    return token.dep == "nsubj" and tree.tokens[token.head].pos == "ADJ" and not tree.children(token.head, "cop", "aux")


def _travels(ref: Referents, number: int, index: int) -> bool:
    """It took off, it had left for Riga: said of an aircraft or a ship; a state stays where it is."""
    tree = ref.trees[number]
    verb = tree.tokens[index].head
    return tree.tokens[index].dep == "nsubj" and tells_of(tree, verb, "MOVE") and not tree.children(verb, "dobj")


def _follows_clause(ref: Referents, number: int, index: int) -> bool:
    """After they had left the ferry, it sailed: a clause ahead of the subject names a thing nearer by."""
    tree = ref.trees[number]
    clauses = [c for c in tree.children(tree.tokens[index].head, "advcl") if c < index]
    ahead = (tree.tokens[i] for c in clauses for i in tree.subtree(c) if i < index)
    return any(t.tag in ("NN", "NNP") and t.dep in ("dobj", "pobj") and t.entity not in TIMES for t in ahead)


def _names_thing(ref: Referents, number: int, index: int) -> bool:
    """Whether a thing stands before the pronoun as subject or object, for an object the sentence before too."""
    earlier = ref.trees[number].tokens[:index]
    if ref.trees[number].tokens[index].dep == "dobj" and number:
        earlier = (*ref.trees[number - 1].tokens, *earlier)
    return any(t.tag == "NN" and t.dep in ("nsubj", "nsubjpass", "dobj") and not t.entity for t in earlier)
