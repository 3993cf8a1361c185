"""Where it happened, for a line that names nobody and nowhere: three people die near the city of Zaporizhzhia."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.actors.lands import country, land_of, main_country, main_land
from pipeline.events.actors.names import country_of
from pipeline.events.parse.syntax import NOUNS, subjects
from pipeline.events.reading import Draft, Reading
from pipeline.events.title_lexicon import open_nouns, title_words
from pipeline.events.titles.articles import called
from pipeline.events.titles.phrases import Writer
from pipeline.events.titles.wording import FEWEST_WORDS, LIMIT, dangles
from pipeline.events.triggers.kinds import kind_of

HARM = frozenset({"DEATH", "ASSAULT", "ATTACK", "HEALTH"})
"""Types of event that happen where the blow falls."""
AT_HOME = frozenset({"COERCE", "PROTEST", "SANCTION", "RETREAT"})
"""Types of event that happen in the country spoken of."""
UNTIED = frozenset({"STATEMENT", "ECONOMY", "MOVE"})
"""Types of event that a phrase in front of the verb does not place: where one speaks, trades, sets out."""
PREPOSITIONS = frozenset({"in", "at", "near", "over", "on", "off", "outside"})
PLACES, IN = frozenset({"place", "state"}), frozenset({"in", "at", "to", "into", "near"})
"""Kinds of name, and the prepositions before them, that "there" takes up."""
FOLLOWS = re.compile(r", (?:including|which|where|[a-z]+ing) ")
"""What follows the clause of a line."""
BACK = 2
"""Sentences back to the one that tells where the blow fell."""


def placed(writer: Writer, draft: Draft, line: str) -> str:
    """The line with the place, when it names nothing and the text tells where; else the line as it is."""
    if (place := _there(writer, draft)) and place not in line and len(f"{line} in {place}") <= LIMIT:
        draft.note("title", f"in {place}", "“there” takes up the place named last")
        return f"{line} in {place}"
    if where := _own(writer, draft, line):
        draft.note("title", where, "its sentence says where")
        return _with(line, where)
    open_to_all = _is_of_many(writer, draft) or len(line.split()) < FEWEST_WORDS
    if draft.event_type not in HARM | AT_HOME or not open_to_all or _names_something(draft, line):
        return line
    for where, because in _places(writer, draft, line):
        whole = _with(line, where)
        elsewhere = where in line or (_is_taken(writer, draft) and not where.startswith("in "))
        if len(whole) <= LIMIT and not dangles(whole) and not elsewhere:
            draft.note("title", where, because)
            return whole
    return line


def _with(line: str, where: str) -> str:
    """The line with a place, in front of what follows behind a comma: are held in Riga, including two envoys."""
    behind = FOLLOWS.search(line)
    return f"{line[: behind.start()]} {where}{line[behind.start() :]}" if behind else f"{line} {where}"


def _is_taken(writer: Writer, draft: Draft) -> bool:
    """Taken to a hospital: where the blow fell is where they were, the town of both at most."""
    tree = writer.tree
    return any(tree.tokens[c].text.lower() in ("to", "into", "from") for c in tree.children(draft.token, "prep"))


def _own(writer: Writer, draft: Draft, line: str) -> str:
    """In Narva four firms closed: the phrase of place in front of the verb, of a line that names no place; else ""."""
    tree = writer.tree
    if tree.tokens[draft.token].pos != "VERB":
        return ""
    front = [
        c for c in tree.children(draft.token, "prep") if c < draft.token and tree.tokens[c].text.lower() in PREPOSITIONS
    ]
    trades = draft.event_type == "ECONOMY"
    tells = _is_of_firm if trades else _is_at_place
    front = [c for c in front if (trades or draft.event_type not in UNTIED) and tells(writer, c)]
    aims = any(tree.tokens[c].tag == "VB" for c in tree.children(draft.token, "xcomp", "advcl"))
    if not front or aims or (not trades and _has_place(writer, line)):
        return ""
    words = writer.phrase(front[0])
    where = words[:1].lower() + words[1:]
    new = bool({word for word in where.split() if word[:1].isupper()} - set(line.split()))
    return where if new and len(f"{line} {where}") <= LIMIT and not dangles(where) else ""


def _is_at_place(writer: Writer, tie: int) -> bool:
    return any(is_place(writer, head) for head in writer.tree.children(tie, "pobj"))


def _is_of_firm(writer: Writer, tie: int) -> bool:
    """At Rodnik, on the Riga Stock Exchange: whose figures they are, or where the shares were traded."""
    inside = [writer.tree.tokens[i] for i in writer.tree.subtree(tie)]
    return any(t.pos == "PROPN" and not writer.is_time(t.index) for t in inside)


def _has_place(writer: Writer, line: str) -> bool:
    """Whether the line names a place or a country, or points to one."""
    words = line.replace("’s", "").replace("'s", "").split()
    named = {n.name.split()[-1] for n in writer.reading.names.all if n.kind in PLACES}
    kinds = title_words("kind of place") | {noun for noun, row in open_nouns().items() if row.of == "the land"}
    return any(w in named or w.lower() in kinds or country_of(w) for w in words)


def _there(writer: Writer, draft: Draft) -> str:
    """The place that "there" beside the event's verb takes up: the only one that is named just before."""
    tree = writer.tree
    verbs = {draft.token, *tree.children(draft.token, "xcomp")}
    words = [t.index for t in tree.tokens if t.text.lower() == "there" and t.dep == "advmod"]
    words = [i for i in words if verbs & {tree.tokens[i].head, tree.tokens[tree.tokens[i].head].head}]
    if not words or tree.tokens[draft.token].pos != "VERB":
        return ""
    return _place_before(writer.reading, draft.sentence, words[0]) or (
        _place_before(writer.reading, draft.sentence - 1, None) if draft.sentence else ""
    )


def _place_before(reading: Reading, number: int, end: int | None) -> str:
    """The only place that a sentence names before a token, in, at or to which it tells of something; "" for others."""
    tokens = reading.trees[number].tokens[:end]
    named = [n for t in tokens if (n := reading.names.at.get((number, t.index))) and n.kind in PLACES]
    heads = {n.name: tokens[n.last - 1] for n in named if n.last <= len(tokens)}
    # Who does it is not where it is done.
    where = {name: head for name, head in heads.items() if end is None or head.dep not in ("nsubj", "nsubjpass")}
    at = [name for name, head in where.items() if head.dep == "pobj" and tokens[head.head].text.lower() in IN]
    return at[0] if len(where) == len(at) == 1 else ""


def _is_of_many(writer: Writer, draft: Draft) -> bool:
    """Whether those who do or undergo it are only counted or called by their kind, or the event is the subject."""
    tree = writer.tree
    verb = tree.tokens[draft.token].pos == "VERB"
    heads = [*subjects(tree, draft.token), *tree.children(draft.token, "dobj")] if verb else [draft.token]
    heads = [h for h in heads if not tree.children(h, "poss")]
    heads = [h for h in heads if tree.children(h, "nummod") or not tree.children(h, "conj")]
    words = [tree.tokens[h] for h in heads]
    many = any(t.tag == "NNS" or t.pos == "NUM" or tree.children(t.index, "nummod") for t in words)
    return many or any(t.text.lower() in lexicon.participant_words("count") for t in words)


def _names_something(draft: Draft, line: str) -> bool:
    """Whether a word behind the first has a capital, or the first names somebody who takes part, or a country."""
    first, *rest = line.split()
    named = {name.split()[-1] for name in (*draft.actors, *draft.recipients) if name[:1].isupper()}
    named |= {first} if country_of(first) else set()
    return any(word[:1].isupper() for word in rest) or bool((named - {"Police"}) & set(line.split()))


def _places(writer: Writer, draft: Draft, line: str) -> Iterator[tuple[str, str]]:
    """Phrases of place and why, best first: of the sentence, of the blow told just before, the country."""
    yield from (
        (where, "its sentence says where") for where in _of_sentence(writer, draft, draft.sentence, blows=False)
    )
    if draft.event_type in HARM and draft.aspect != "perfect":
        for number in range(draft.sentence - 1, max(-1, draft.sentence - BACK - 1), -1):
            found = _of_sentence(writer, draft, number, blows=True)
            yield from ((where, "the blow told of just before says where") for where in found)
    land = country(writer.reading, draft) if draft.event_type in AT_HOME else ""
    if land and land == main_country(writer.reading, least=0):
        yield f"in {land}", "the only country spoken of here, and the one that the article is about"
    elif _is_of_state(writer, draft) and not _has_place(writer, line) and (land := _home(writer, draft)):
        yield f"in {called(land)}", "the country that the article is about, and no other place is spoken of here"


def _is_of_state(writer: Writer, draft: Draft) -> bool:
    """Whether it is of a type that takes place at home, or the police or an army of the country do it."""
    heads = (writer.tree.tokens[s].lemma.lower() for s in subjects(writer.tree, draft.token))
    return draft.event_type in AT_HOME or any(lemma in title_words("acts at home") for lemma in heads)


def _home(writer: Writer, draft: Draft) -> str:
    """The country that the article is about, unless the sentence or the one before speaks of a place outside it."""
    near = writer.reading.names.between(draft.sentence - 1, draft.sentence)
    land = main_land(writer.reading)
    abroad = any(n.kind in (*PLACES, "people") and land_of(n.name) != land for n in near)
    return "" if abroad else land


def _of_sentence(writer: Writer, draft: Draft, number: int, *, blows: bool) -> Iterator[str]:
    tree = writer.reading.trees[number]
    there = replace(writer, sentence=number)
    for token in tree.tokens:
        compass = token.dep == "advmod" and token.lemma.lower() in title_words("kind of place")
        if not compass and (token.dep != "prep" or token.text.lower() not in PREPOSITIONS):
            continue
        if not blows and not _is_around(writer, draft, token.index):
            continue
        clause = next((a for a in tree.ancestors(token.index) if tree.tokens[a].pos == "VERB"), token.head)
        aimed = token.text.lower() == "on" and tree.tokens[token.head].pos != "VERB"  # An attack on a town.
        said = aimed or (tree.tokens[clause].lemma.lower(), "VERB") in lexicon.cues()
        harms = any(kind_of(tree, i).event_type in HARM for i in {clause, token.head})
        harms = harms or any(tree.tokens[c].text.lower() == "down" for c in tree.children(clause, "prt"))
        if said or (blows and not harms):
            continue
        ties = tree.children(token.index, "prep") if compass else [token.index]
        heads = [head for tie in ties for head in tree.children(tie, "pobj")]
        ties = [c for head in heads for c in tree.children(head, "prep")]  # Outside a bank in Riga.
        inner = [o for c in ties if tree.tokens[c].text.lower() in PREPOSITIONS for o in tree.children(c, "pobj")]
        if any(is_place(there, head) for head in (*heads, *inner)):
            words = there.phrase(token.index)
            yield words[:1].lower() + words[1:]
    yield from _hit(there) if blows else ()


def _hit(there: Writer) -> Iterator[str]:
    """In Marmaris: the place that a blow struck, as the object of its verb."""
    tree = there.tree
    for token in tree.tokens:
        struck = token.dep == "dobj" and kind_of(tree, token.head).event_type in HARM and is_place(there, token.index)
        inside = (there.reading.names.at.get((there.sentence, i)) for i in tree.subtree(token.index)) if struck else ()
        named = [n for n in inside if n is not None and n.kind in PLACES]
        named = [n for n in named if tree.tokens[n.first - 1].text.lower() != "the"]  # The Baltic Bridge.
        yield from dict.fromkeys(f"in {n.name}" for n in named)


def _is_around(writer: Writer, draft: Draft, index: int) -> bool:
    """Whether a phrase stands in a main clause, or in one that the event stands in too: not with a governor in Omsk."""
    tree = writer.tree
    around = {draft.token, *tree.ancestors(draft.token)}
    inside = [a for a in tree.ancestors(index) if tree.tokens[a].dep in ("relcl", "acl", "advcl")]
    far = tree.tokens[index].head
    beside = tree.tokens[far].pos == "VERB" or far in around or tree.tokens[far].dep in ("dobj", "nsubj", "nsubjpass")
    return beside and around.issuperset(inside)


def is_place(writer: Writer, head: int) -> bool:
    """Whether a noun names a place, or a part or kind of one: the city of Omsk, Russia's Tver region."""
    tree, at = writer.tree, writer.reading.names.at
    here = at.get((writer.sentence, head))
    if here is not None and here.kind in ("place", "state"):
        return True
    if tree.tokens[head].lemma.lower() not in title_words("kind of place"):
        return False
    inside = [i for i in tree.subtree(head) if i != head and tree.tokens[i].pos in (*NOUNS, "ADJ")]
    named = (at.get((writer.sentence, i)) for i in inside)
    return any(n is not None and n.kind in ("place", "state") for n in named) or any(
        country_of(tree.tokens[i].text) for i in inside
    )
