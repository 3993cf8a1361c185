"""Police have broken up a protest: what a report opens with as just done came on its day or shortly before."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from itertools import islice

from pipeline.calendar.interval import Interval
from pipeline.events import lexicon
from pipeline.events.dating.link import Link, Scene
from pipeline.events.parse.syntax import Tree, clause_verb
from pipeline.events.parse.tense import tense_of
from pipeline.events.triggers.kinds import UNKNOWN
from pipeline.lexicons import scales
from pipeline.resources import table
from pipeline.settings.events import NEWS_DAYS, OPENING_SENTENCES
from pipeline.vocabulary import TOLD

_LATELY = 14
"""Days that the sentences after the opening may look back to the news."""
_MANY = 1000
"""So many are not arrested or killed in a day: a perfect that counts them tells of a longer time."""
NEWS = frozenset({"ASSAULT", "ATTACK", "COERCE", "CONCEDE", "DEATH", "RETREAT", "SANCTION"})
"""Types of event that are told on their day or the next, and later no longer without a day."""
_SLOW = frozenset({UNKNOWN, "MOBILIZE"})
"""Types of event that a perfect may tell of after weeks of it: has moved a third of its army."""
_ENDS = frozenset(".!?")
_SECOND = 2
_ASIDE = frozenset({"relcl", "acl", "advcl", "pcomp"})


def fresh(scene: Scene, number: int) -> Link | None:
    """The perfect that opens a dated report: of its day or the day before, if it names either, else of a few days."""
    published = scene.reading.document.published
    if published is None or published.start is None or published.end is None or not published.is_day:
        return None
    if not _opens(scene, scene.drafts[number].sentence) or not _just_done(scene, number):
        return None
    back = 1 if scene.backdrop.today or scene.backdrop.dateline else int(NEWS_DAYS.number)
    start = min([published.start - back, *_named_next(scene, scene.drafts[number].sentence, published.start)])
    because = "the report opens with it as just done, and names no day: on the day of publication or shortly before"
    return Link(Interval(start, published.end), "publication-relative", "none", None, because, fresh=True)


def fresh_report(scene: Scene, number: int) -> Link | None:
    """Has expelled the envoy, he said on Friday: what a report opens with came on that day or the day before."""
    draft, tree = scene.drafts[number], scene.tree(number)
    claim = draft.claim
    if claim is None or claim.sentence != draft.sentence or claim.token == draft.token:
        return None
    base = scene.link_at(claim.sentence, claim.token)
    if base is None or base.interval.start is None or not base.interval.is_day:
        return None
    if not _opens(scene, draft.sentence) or not _just_done(scene, number, report=claim.token):
        return None
    because = f"told of as just done in the report of “{tree.tokens[claim.token].text}”: on its day or the day before"
    days = Interval(base.interval.start - 1, base.interval.end)
    return Link(days, "publication-relative", "none", base.expression, because, fresh=True)


def _opens(scene: Scene, sentence: int) -> bool:
    """Whether it is the first whole sentence that tells of what is over, or the second of its paragraph."""
    trees, text = scene.reading.trees, scene.reading.document.text
    most = int(OPENING_SENTENCES.number)
    whole = (n for n in range(sentence + 1) if scene.backdrop.body[n] >= 0 and _is_whole(scene, n))
    body = list(islice(whole, most + 1))
    if not body or body[-1] != sentence or len(body) > most:
        return False
    told = [n for n in body[:-1] if _tells(trees[n])]
    between = text[trees[sentence - 1].sentence.span.end : trees[sentence].sentence.span.start]
    goes_on = told == [sentence - 1] and len(body) == _SECOND and "\n" not in between
    return not told or (goes_on and not _names_its_day(scene, sentence - 1))


def _names_its_day(scene: Scene, sentence: int) -> bool:
    """Whether an expression hangs on what the main clause of a sentence tells."""
    tree = scene.reading.trees[sentence]
    verbs = (a.governor for a in scene.attached[sentence] if tree.tokens[a.governor].pos == "VERB")
    return any(_in_the_telling(tree, verb) for verb in verbs)


def _is_whole(scene: Scene, sentence: int) -> bool:
    """Whether it ends as a sentence does: a line with a time or a headline does not."""
    words = scene.reading.trees[sentence].tokens
    return any(t.text in _ENDS for t in words[-2:])


def _tells(tree: Tree) -> bool:
    """Whether the main verb is in the past or the perfect."""
    return any(t.dep == "ROOT" and tense_of(tree, t.index) in ("past", "perfect", "pluperfect") for t in tree.tokens)


def _named_next(scene: Scene, opening: int, today: int) -> Iterator[int]:
    """First days of what the next sentences name within the last weeks: the news may be of then."""
    for sentence in range(opening, min(opening + int(OPENING_SENTENCES.number), len(scene.reading.trees))):
        for each in scene.attached[sentence]:
            start = each.days.start if each.days is not None and each.days.is_day else None
            recent = start is not None and today - _LATELY <= start <= today
            if start is not None and recent and _in_the_telling(scene.reading.trees[sentence], each.governor):
                yield start


def _in_the_telling(tree: Tree, word: int) -> bool:
    """Whether a word is the past verb of a main clause, or of what that clause says."""
    verb = clause_verb(tree, word)
    told = tense_of(tree, verb) in ("past", "perfect")
    while tree.tokens[verb].dep in ("conj", "ccomp") and tree.tokens[verb].head != verb:
        verb = tree.tokens[verb].head
    return told and tree.tokens[verb].dep == "ROOT"


def _just_done(scene: Scene, number: int, *, report: int = -1) -> bool:
    """Whether the main line tells it in the perfect, as done once, with no time of its own.

    In front of the verb of saying at `report` the simple past will do for what is news of its day.
    """
    draft, tree = scene.drafts[number], scene.tree(number)
    verb = clause_verb(tree, draft.token)
    tense = tense_of(tree, verb)
    first = verb < report and tense == "past" and draft.event_type in NEWS
    news = (tense == "perfect" and tree.tokens[verb].tag != "VBG") or first
    if verb != draft.token or not news or draft.event_type in _SLOW:
        return False
    if draft.factuality not in TOLD or draft.polarity == "negative":
        return False
    if scene.reading.quotation_at(tree.tokens[verb].span.start) is not None:
        return False
    above = tree.ancestors(verb)
    aside = {tree.tokens[i].dep for i in (verb, *above)} & _ASIDE
    timed = any(each.governor in {verb, *above} - {report} for each in scene.attached[draft.sentence])
    return not aside and not timed and not _of_a_longer_time(tree, verb)


def _of_a_longer_time(tree: Tree, verb: int) -> bool:
    """Has often fined him, has held thousands, has ruled for years: the perfect of all the time up to now."""
    lemma = tree.tokens[verb].lemma.lower()
    if lemma in lexicon.tenure_verbs():
        return True
    beside = [tree.tokens[c].lemma.lower() for c in tree.children(verb, "advmod", "npadvmod", "neg")]
    if any(word in _repeating() for word in beside):
        return True
    return any(_is_many(tree, o) for o in tree.children(verb, "dobj", "nsubjpass"))


def _is_many(tree: Tree, noun: int) -> bool:
    """Whether a noun is counted in thousands."""
    words = [tree.tokens[c] for c in (noun, *tree.children(noun, "nummod", "amod"))]
    figures = (w.text.replace(",", "") for w in words)
    crowd = any(scales().get(w.lemma.lower(), 0) >= _MANY for w in words)
    return crowd or any(f.isdecimal() and int(f) >= _MANY for f in figures)


@functools.cache
def _repeating() -> frozenset[str]:
    """Adverbs with which a perfect tells of more than the last days."""
    return frozenset(row.lemma for row in table(lexicon.FOLDER + "perfect_adverbs.csv", lexicon.Listed))
