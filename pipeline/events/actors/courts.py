"""A court, a ministry: the state for which it acts by where it stands, or itself."""

from __future__ import annotations

from pipeline import gazetteer
from pipeline.events import lexicon
from pipeline.events.actors.names import country_codes
from pipeline.events.parse.syntax import prepositional
from pipeline.events.reading import Reading

BODY_REACH = 6
"""Sentences back to the one that says where a court is."""


def state_of_court(reading: Reading, sentence: int, head: int) -> str | None:
    """A Gomel court, the ministry in Minsk, a court in Latvia: it acts for the state in which that place is."""
    tree = reading.trees[sentence]
    if tree.tokens[head].lemma.lower() not in lexicon.participant_words("court"):
        return None
    for place in [*tree.children(head, "compound", "poss", "nmod"), *prepositional(tree, head, "in", "of")]:
        if land := next((name for name in reading.who(sentence, place) if name.lower() in country_codes()), None):
            return land
        here = reading.names.at.get((sentence, place))
        known = gazetteer.place_for(here.name) if here is not None and here.kind == "place" else None
        state = gazetteer.state_of(known.country) if known is not None and known.country else None
        if state is not None:
            return state.name
    below = {tree.tokens[c].text.lower() for c in tree.below[head] if tree.tokens[c].pos != "ADV"}
    return _state_of_court_before(reading, sentence, tree.tokens[head].lemma) if below == {"the"} else None


def _state_of_court_before(reading: Reading, sentence: int, lemma: str) -> str | None:
    """The court, told of before as a court in Minsk: that of the one place of which such a body was told."""
    found: set[str] = set()
    for back in range(max(0, sentence - BODY_REACH), sentence):
        for token in reading.trees[back].tokens:
            whole = token.lemma == lemma and len(reading.trees[back].below[token.index]) > 1
            state = state_of_court(reading, back, token.index) if whole else None
            found |= {state} if state else set()
    return found.pop() if len(found) == 1 else None


def is_court_alone(reading: Reading, sentence: int, head: int) -> bool:
    """The Preobrazhensky district court: a court that is not the place in its name."""
    tree, at = reading.trees[sentence], reading.names.at
    front = [i for c in tree.children(head, "compound", "nmod") for i in tree.subtree(c)]
    called = [here for i in front if (here := at.get((sentence, i))) is not None]
    local = bool(called) and all(name.kind in ("place", "body", "person") for name in called)
    court = tree.tokens[head].lemma.lower() in lexicon.participant_words("court") and tree.tokens[head].tag == "NN"
    return court and local and not tree.children(head, "poss")
