"""Nouns that name events as headlines tell them: the death of X is “X dies”, X's speech is “X gives speech”."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from pipeline import gazetteer
from pipeline.events.actors.lands import country
from pipeline.events.actors.names import country_codes, country_of
from pipeline.events.cardinals import cardinal
from pipeline.events.claims.unreal_objects import falls_short
from pipeline.events.parse.syntax import prepositional
from pipeline.events.reading import Draft
from pipeline.events.title_lexicon import NominalFrame, nominal_frames, title_words
from pipeline.events.titles.articles import a, called, with_article
from pipeline.events.titles.inflection import present
from pipeline.events.titles.phrases import Writer
from pipeline.events.titles.wording import ARTICLES, dangles
from pipeline.resources import split

UNSURE = frozenset({"hypothetical", "planned", "denied", "alleged"})
"""Of these a verb would tell more than the text does."""
ALONG = frozenset({"from", "with", "over"})
"""Prepositions of what a deed starts from, is done with, or is about."""
VOTED_ON = frozenset({"to", "for", "on"})
ON_WHAT = 45
"""Characters of what is voted on at most."""
QUANTITY = frozenset({"no", "any", "every", "each"})


def told(writer: Writer, draft: Draft) -> str:
    """The headline of the noun's frame; "" when the table has none or its places stay empty."""
    tree = writer.tree
    frame = nominal_frames().get(tree.tokens[draft.token].lemma.lower())
    below = {tree.tokens[c].text.lower() for c in tree.below[draft.token]}
    poll = frame is not None and frame.frame == "poll"
    unsure = UNSURE - {"planned"} if poll else UNSURE
    untold = draft.factuality in unsure or draft.polarity == "negative" or falls_short(tree, draft.token)
    if frame is None or untold or below & QUANTITY:
        return ""
    if poll:
        line = _poll(writer, draft)
        return line.replace(" holds ", " to hold ", 1) if draft.factuality == "planned" else line
    agent, patient = _agent(writer, draft, frame), _patient(writer, draft, frame)
    if frame.frame == "light":
        return _light(writer, draft, frame, agent)
    if not patient:
        return ""
    if frame.frame == "undergo":
        line = f"{called(patient)} {present(frame.verb, plural=_plural(patient))}"
    elif agent and agent != patient:
        line = f"{called(agent)} {present(frame.verb, plural=_plural(agent))} {called(patient)}"
    else:
        line = f"{called(patient)} {'are' if _plural(patient) else 'is'} {frame.participle}"
    return line + _along(writer, draft, frame, writer.limit - len(line))


def _along(writer: Writer, draft: Draft, frame: NominalFrame, room: int) -> str:
    """From Belarusian soil, with a nerve agent: what else the phrase of the noun says, where there is room for it."""
    tree = writer.tree
    ties = [c for c in tree.children(draft.token, "prep") if tree.tokens[c].text.lower() in ALONG]
    ties = [c for c in ties if tree.tokens[c].text.lower() not in split(frame.objects) and not writer.is_date(c)]
    ties = [c for c in ties if all(tree.tokens[i].pos not in ("VERB", "AUX") for i in tree.subtree(c))]
    words = f" {writer.phrase(ties[0], frozenset(draft.actors))}" if len(ties) == 1 else ""
    return words if len(words) <= room and not dangles(words) else ""


def _light(writer: Writer, draft: Draft, frame: NominalFrame, agent: str) -> str:
    """Gives a speech, holds talks; "" for an order of which nothing else is said."""
    noun = _bare(writer, draft)
    full = (
        agent
        and noun
        and agent.rsplit(maxsplit=1)[-1] not in noun
        and not _is_vague(writer, draft, ARTICLES.sub("", noun))
    )
    return f"{called(agent)} {present(frame.verb, plural=_plural(agent))} {noun}" if full else ""


def _is_vague(writer: Writer, draft: Draft, noun: str) -> bool:
    """Gives an order, makes comments: the noun alone does not tell what about."""
    return " " not in noun and writer.tree.tokens[draft.token].lemma.lower() in title_words("needs content")


def _owner(writer: Writer, draft: Draft) -> str:
    """The possessor of the noun, a country for its adjective; "" when it is a date or nobody."""
    tree = writer.tree
    for child in tree.children(draft.token, "poss"):
        if not writer.is_date(child):
            names = writer.reading.who(draft.sentence, child)
            if not names and tree.tokens[child].pos == "PRON":
                return ""
            return " and ".join(names[:2]) if names else _unowned(writer, child)
    for child in tree.children(draft.token, "amod", "compound", "nmod"):
        if country := country_of(tree.tokens[child].text):
            joint = [country_of(tree.tokens[c].text) for c in tree.below[child] if tree.tokens[c + 1].tag == "HYPH"]
            both = [state for state in (*joint, country) if state in draft.actors]
            return " and ".join(both[:2]) or country
    return ""


def _unowned(writer: Writer, head: int) -> str:
    """The owner without the mark of owning: the migrants', Anna's; a shareholders' meeting has the article."""
    words = writer.phrase(head)
    several = writer.tree.tokens[head].tag == "NNS"
    words = ARTICLES.sub("", words) if several else words
    return words.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’").rstrip()


def _of(writer: Writer, draft: Draft, *prepositions: str) -> str:
    tree = writer.tree
    dated = [o for p in tree.children(draft.token, "prep") if writer.is_date(p) for o in tree.children(p, "pobj")]
    for head in [h for top in (draft.token, *dated) for h in prepositional(tree, top, *prepositions)]:
        here = writer.reading.names.at.get((draft.sentence, head))
        if here is not None and here.kind == "place":
            return here.name
        names = writer.reading.who(draft.sentence, head)
        if names and writer.tree.tokens[head].pos in ("PROPN", "PRON"):
            return " and ".join(names[:2])
        if writer.is_time(head):
            return ""
        return writer.noun(head) if writer.tree.tokens[head].tag == "NNS" else with_article(writer.phrase(head))
    return ""


def _agent(writer: Writer, draft: Draft, frame: NominalFrame) -> str:
    by = _of(writer, draft, "by")
    if by or frame.owner == "patient":
        return by
    if owner := _owner(writer, draft) or ("" if "of" in split(frame.objects) else _of(writer, draft, "of")):
        return owner
    if frame.frame == "act" and not _of(writer, draft, *split(frame.objects)):
        return ""
    parties = [name for name in draft.actors if not _acts_for(name, draft.actors)]
    listed = ", ".join(parties[:2])
    return f"{listed} and others" if len(parties) > 2 else listed.replace(", ", " and ")


def _acts_for(name: str, parties: Sequence[str]) -> bool:
    """Whether somebody's own state is a party too: Russia invades, and its president with it."""
    actor = gazetteer.canonical(name)
    state = gazetteer.state_of(actor.country) if actor is not None and actor.kind == "person" else None
    return state is not None and state.name in parties


def _patient(writer: Writer, draft: Draft, frame: NominalFrame) -> str:
    found = _of(writer, draft, *split(frame.objects)) if frame.objects else ""
    if not found and frame.owner == "patient":
        found = _owner(writer, draft)
    if not found and frame.frame == "act":
        found = _of(writer, draft, "at")  # The bombings at the embassies: those were bombed.
    if not found and frame.frame == "act" and not prepositional(writer.tree, draft.token, *split(frame.objects)):
        found = next(iter(draft.recipients), "")
    return found


def _bare(writer: Writer, draft: Draft) -> str:
    """The noun phrase without its possessor, its by-phrase and the adjective of the country that acts."""
    tree = writer.tree
    drop = set(tree.children(draft.token, "poss", "det"))
    drop |= {p for p in tree.children(draft.token, "prep", "agent") if tree.tokens[p].text.lower() in ("by", "between")}
    drop |= {
        c for c in tree.children(draft.token, "amod", "compound") if country_of(tree.tokens[c].text) in draft.actors
    }
    words = ARTICLES.sub("", writer.phrase(draft.token, frozenset(draft.actors), frozenset(drop)))
    return _with_article(writer, draft, words)


def _with_article(writer: Writer, draft: Draft, words: str) -> str:
    """The noun of a frame with its article: the one of the text where more is said of it, else a or an."""
    tree = writer.tree
    if tree.tokens[draft.token].tag not in ("NN", "NNP") or not words:
        return words
    front = words.split(tree.tokens[draft.token].text, maxsplit=1)[0].split()
    if any(word.lower() in title_words("one and only") for word in front):
        return f"the {words}"
    the = any(tree.tokens[c].text.lower() == "the" for c in tree.children(draft.token, "det"))
    return f"the {words}" if the and " " in words else a(words)


def _poll(writer: Writer, draft: Draft) -> str:
    """The country that votes: named with the noun, else that of its place or of whoever takes part."""
    tree = writer.tree
    kinds = [c for c in tree.children(draft.token, "amod", "compound", "nmod") if not tree.tokens[c].text.isdigit()]
    kinds = [c for c in kinds if tree.tokens[c].dep != "nmod" or tree.tokens[c].entity == "NORP"]  # A Bavarian vote.
    kinds = [c for c in kinds if not country_of(tree.tokens[c].text)]
    noun = " ".join(tree.tokens[i].text for i in [*kinds, draft.token])
    noun = f"{noun} {_to_what(writer, draft)}".rstrip()
    noun = a(noun) if tree.tokens[draft.token].tag in ("NN", "NNP") else noun
    owner = _owner(writer, draft)
    if owner and owner.lower() not in country_codes():
        owner = ARTICLES.sub("", owner)
        if gazetteer.place_for(owner) is not None:
            return f"{owner} holds {noun}"
        region = owner.islower() and owner.rpartition(" ")[2] in title_words("votes")
        return f"the {owner} holds {noun}" if region else ""
    if place := next((n for n in draft.locations if draft.locations and n.lower() not in country_codes()), ""):
        return f"{place} holds {noun}"
    if where := country(writer.reading, draft, owner, _of(writer, draft, "in", "of")):
        return f"{called(where)} holds {noun}"
    return ""


def _to_what(writer: Writer, draft: Draft) -> str:
    """To the lower house, on the draft treaty: the phrase right behind the noun that says what is voted on."""
    tree = writer.tree
    behind = [c for c in tree.children(draft.token, "prep") if c == draft.token + 1 and not writer.is_date(c)]
    behind = [c for c in behind if tree.tokens[c].text.lower() in VOTED_ON and not tree.children(c, "pcomp")]
    if not behind or any(map(writer.is_time, tree.subtree(behind[0]))):
        return ""
    where = {i for i in tree.subtree(behind[0]) if tree.tokens[i].text.lower() == "in"}  # In Latvia, which holds it.
    words = writer.phrase(behind[0], without=frozenset(where))
    return words if len(words) <= ON_WHAT else ""


def _plural(words: str) -> bool:
    several = cardinal(words.split(" ", 1)[0].lower()) if words else None
    head = takewhile(lambda word: word not in title_words("border") | {"of"}, words.split())
    last = next(iter(reversed([*head])), "")
    several_things = last in title_words("plural") or (
        last.islower() and last.endswith("s") and not last.endswith("ss")
    )
    return " and " in words or several_things or (several is not None and several > 1)
