"""Dates that a mention takes from another of its own sentence: what is told in one breath, and with it."""

from __future__ import annotations

from dataclasses import replace

from pipeline.calendar.interval import Interval
from pipeline.events import lexicon
from pipeline.events.dating.attachment import BOUNDS
from pipeline.events.dating.harm import HARM
from pipeline.events.dating.link import Link, Scene, following, taken
from pipeline.events.dating.sharing import answers, is_of_another_tense, lies_off
from pipeline.events.dating_lexicon import dating_words
from pipeline.events.parse.syntax import Tree, clause_verb, sharing_auxiliary
from pipeline.events.parse.tense import tense_of
from pipeline.model import Token

NEAR = 2
"""Sentences back to the time that "then" means."""


def coordinated(scene: Scene, number: int) -> Link | None:
    """The vote and the crackdown; crushing the revolt, jailing its leaders: told in one breath, they share a date."""
    draft, tree = scene.drafts[number], scene.tree(number)
    token = tree.tokens[draft.token]
    told_along = token.dep == "advcl" and token.tag == "VBG" and not tree.children(token.index, "mark")
    if answers(tree, token.index):
        return _since(scene, draft.sentence, token.head)
    if is_of_another_tense(tree, token.index):
        return None
    if token.dep == "conj" or told_along:
        since = _after_the_occasion(scene, draft.sentence, token)
        return since or following(scene, draft.sentence, token.head) or taken(scene, draft.sentence, token.head)
    along = sharing_auxiliary(tree, draft.token)
    later = [c for c in tree.children(draft.token, "conj") if c in along or not tree.children(c, "nsubj", "nsubjpass")]
    if token.pos != "VERB":
        return None
    made = next(((c, x) for c in later if (x := taken(scene, draft.sentence, c)) is not None), None)
    if made is None:
        return None
    second, link = made
    shares = second in along or _leans_on(tree, token.index, second) or _alike(scene, number, second)
    shares = shares or _is_of_a_happening(tree, token.index)
    shares = shares and not _is_from_the_record(scene, draft.sentence, second)
    return link if shares else _by_then(tree, second, link)


def _after_the_occasion(scene: Scene, sentence: int, second: Token) -> Link | None:
    """Steered the town during the revolt and became a critic: the occasion is that of the first, the other came on."""
    tree, published = scene.reading.trees[sentence], scene.reading.document.published
    preps = tree.children(second.head, "prep") if second.dep == "conj" else []
    within = any(second.head < p < second.index and tree.tokens[p].text.lower() == "during" for p in preps)
    adverbs = tree.children(second.index, "advmod") if second.dep == "conj" else []
    later = any(tree.tokens[a].text.lower() in dating_words("some time on") for a in adverbs)
    # Was held in March, and after some weeks was freed: how long after is told, and not to the day.
    long = second.dep == "conj" and lies_off(tree, second.index)
    base = taken(scene, sentence, second.head) if within or later or long else None
    start, end = base.interval.start if base else None, published.end if published is not None else None
    named = base is not None and base.expression is not None
    # Was shot on Monday and later died: within the day. Was held in March and later charged: then, or after it.
    brief = base is not None and base.interval.is_day if later else named
    if base is None or (brief and not long) or start is None or end is None or start >= end:
        return None
    because = f"told as coming on “{tree.tokens[second.head].text}”, which lasted or is dated roughly: then or later"
    return Link(Interval(start, end), "event-anchored", "none", base.expression, because)


def _leans_on(tree: Tree, first: int, second: int) -> bool:
    """Detained and beat ten men on Monday: with nothing of its own the first verb has all that follows the second."""
    own = tree.children(first, "dobj", "prep", "agent", "oprd", "attr", "ccomp", "xcomp", "dative", "acomp")
    return not any(first < c < second for c in own)


def _alike(scene: Scene, number: int, second: int) -> bool:
    """Raided a flat and beat its owner: two deeds of one kind are told as one."""
    other = scene.numbers.get((scene.drafts[number].sentence, second))
    kind = scene.drafts[number].event_type
    return other is not None and kind != "OTHER" and kind == scene.drafts[other].event_type


def _is_of_a_happening(tree: Tree, verb: int) -> bool:
    """A blast tore through the road and set wagons alight on Saturday: a happening does all of it at once."""
    subjects = (tree.tokens[c].lemma.lower() for c in tree.children(verb, "nsubj"))
    kinds = {row.event_type for lemma in subjects for row in lexicon.event_types().get((lemma, "NOUN"), ())}
    return bool(kinds & HARM)


def _is_from_the_record(scene: Scene, sentence: int, token: int) -> bool:
    """Was arrested and sentenced: what only the chronology dates is the one deed, and not what is told with it."""
    base = scene.link_at(sentence, token)
    return base is not None and base.dating == "cross-document" and base.expression is None


def _by_then(tree: Tree, second: int, link: Link) -> Link | None:
    """Signed the accord and named an envoy on Monday: the day is that of the naming, and the signing came first."""
    if link.interval.end is None:
        return None
    because = f"told before “{tree.tokens[second].text}”: on or before that day"
    return replace(
        link, interval=Interval(None, link.interval.end), dating="event-anchored", granularity="none", because=because
    )


def along(scene: Scene, number: int) -> Link | None:
    """Opened the show by walking on; went on to speak: what a participle or infinitive adds has the verb's day."""
    tree, token = scene.tree(number), scene.tree(number).tokens[scene.drafts[number].token]
    if token.pos != "VERB" or scene.drafts[number].factuality in ("planned", "hypothetical", "denied"):
        return None
    head = _told_along(tree, token)
    if head is None:
        return None
    sentence = scene.drafts[number].sentence
    base = scene.link_at(sentence, head)
    above = tree.tokens[head].head if tree.tokens[head].tag == "VBG" and tree.tokens[head].dep == "advcl" else head
    told = base is not None and base.interval.is_day and tense_of(tree, above) == "past"
    return taken(scene, sentence, head) if told else None


def _told_along(tree: Tree, token: Token) -> int | None:
    """The verb whose time a dependent verb shares: by walking on, went on to speak, while walking, where he spoke."""
    head = tree.tokens[token.head]
    marks = {tree.tokens[c].text.lower() for c in tree.children(token.index, "mark")}
    if token.dep == "pcomp" and token.tag == "VBG" and head.text.lower() in ("by", "in", "with", "while"):
        return head.head
    if token.dep == "xcomp" and (head.lemma.lower(), "VERB") not in lexicon.irrealis():
        return head.index
    if token.dep == "advcl" and token.tag == "VBG" and marks <= {"while", "when"}:
        return head.index
    places = {tree.tokens[c].text.lower() for c in tree.children(token.index, "advmod")}
    if token.dep == "relcl" and "where" in places and tense_of(tree, token.index) == "past":
        return clause_verb(tree, token.head)
    return None


def hosted(scene: Scene, number: int) -> Link | None:
    """Met in Sochi, where leaders gathered on Friday: a meeting there has the day of the gathering."""
    draft, tree = scene.drafts[number], scene.tree(number)
    if draft.event_type != "CONSULT" or tree.tokens[draft.token].pos != "VERB" or draft.tense != "past":
        return None
    for clause in (i for i in tree.subtree(draft.token) if tree.tokens[i].dep in ("relcl", "advcl")):
        at_place = any(tree.tokens[c].text.lower() == "where" for c in tree.children(clause, "advmod"))
        if (
            not at_place
            or tense_of(tree, clause) != "past"
            or clause_verb(tree, tree.tokens[clause].head) != draft.token
        ):
            continue
        inside = {clause, *tree.subtree(clause)}
        for other in scene.by_sentence[draft.sentence]:
            if scene.drafts[other].token in inside and scene.drafts[other].event_type == "CONSULT":
                return taken(scene, draft.sentence, scene.drafts[other].token)
    return None


def at_that_time(scene: Scene, number: int) -> Link | None:
    """Troops came then, at the time he denied it: "then" at the end of its clause is the time that was named last."""
    draft, tree = scene.drafts[number], scene.tree(number)
    verb = clause_verb(tree, draft.token)
    if (
        draft.token != verb
        or scene.attached[draft.sentence]
        or draft.factuality in ("planned", "hypothetical", "denied")
    ):
        return None
    words = tree.children(verb, "advmod", "prep")
    then = next((c for c in words if _closes(tree, verb, c) or at_the_time(tree, c)), -1)
    if tense_of(tree, verb) != "past" or then < 0:
        return None
    for back in range(draft.sentence - 1, max(-1, draft.sentence - NEAR - 1), -1):
        for which in reversed(scene.attached[back]):
            # "Ruled since 1994" only says of somebody how long it has been so.
            if which.days is None or which.days.start is None or which.preposition in BOUNDS:
                continue
            expression = which.expression
            word = "then" if tree.tokens[then].pos == "ADV" else "at the time"
            because = f"“{word}” is the time named last, “{expression.text}”"
            return Link(which.days, "inherited", expression.granularity, expression, because)
    return None


def at_the_time(tree: Tree, prep: int) -> bool:
    """At the time, at that time; not: at the time of the vote."""
    nouns = tree.children(prep, "pobj") if tree.tokens[prep].text.lower() == "at" else []
    plain = (n for n in nouns if not tree.children(n, "prep", "relcl", "acl", "amod", "poss"))
    return any(tree.tokens[n].text.lower() == "time" for n in plain)


def _closes(tree: Tree, verb: int, adverb: int) -> bool:
    """Whether "then" stands behind its verb and ends the clause: it arrived then, and left."""
    last = adverb + 1 >= len(tree.tokens) or tree.tokens[adverb + 1].pos in ("PUNCT", "CCONJ")
    return tree.tokens[adverb].text.lower() == "then" and adverb > verb and last


def _since(scene: Scene, sentence: int, token: int) -> Link | None:
    """Words about what the clause before told: on its day or later, and before publication."""
    base, published = scene.link_at(sentence, token), scene.reading.document.published
    start, end = base.interval.start if base else None, published.end if published is not None else None
    if base is None or start is None or end is None or start >= end:
        return None
    text = scene.reading.trees[sentence].tokens[token].text
    because = f"said of “{text}”: on its day or later, and before publication"
    return Link(Interval(start, end), "event-anchored", "none", base.expression, because)


def supported(scene: Scene, number: int) -> Link | None:
    """Launched an invasion, secured a loan: the light verb and the noun that it lends its tense to share their day."""
    draft, tree = scene.drafts[number], scene.tree(number)
    token = tree.tokens[draft.token]
    if token.dep == "dobj" and tree.tokens[token.head].lemma.lower() in lexicon.support_verbs():
        return taken(scene, draft.sentence, token.head)
    held = tree.children(draft.token, "dobj") if token.lemma.lower() in lexicon.support_verbs() else []
    if token.lemma.lower() in lexicon.support_verbs() | dating_words("takes part"):
        held += tree.children(draft.token, "nsubjpass")  # Sunday's rally was attended by few: on that Sunday.
    if draft.event_type == "ELECTION" and token.pos == "VERB":  # Sunday's vote was rigged: on that Sunday.
        held = [c for c in tree.children(draft.token, "nsubj", "nsubjpass", "dobj") if _is_vote(scene, number, c)]
    return next((x for c in held if (x := taken(scene, draft.sentence, c))), None)


def _is_vote(scene: Scene, number: int, token: int) -> bool:
    """Whether the word beside a verb of voting is the vote, not somebody who votes."""
    other = scene.numbers.get((scene.drafts[number].sentence, token))
    return other is not None and scene.drafts[other].event_type == "ELECTION"
