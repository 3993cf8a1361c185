"""What is told already: by another word of the sentence, by the verb it belongs to, or earlier in the article."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.events import lexicon
from pipeline.events.claims.statements import content_of
from pipeline.events.parse.syntax import Tree, sharing_auxiliary, subjects
from pipeline.events.reading import Draft
from pipeline.events.timeline.came_of import came_of
from pipeline.events.timeline.carried import carries, speaks_of_nobody
from pipeline.events.timeline.plot import Plot, deed_of, has_own_date
from pipeline.events.titles.alone import wanting
from pipeline.events.titles.wording import is_printable
from pipeline.events.triggers.kinds import HOSTILE, UNKNOWN
from pipeline.events.triggers.saying import cue_of, is_saying


def without_repeats(plot: Plot, titles: Sequence[str], off: Sequence[str | None]) -> list[str | None]:
    """The same reasons; of two words of a sentence with one headline the weightier keeps it."""
    reading, drafts = plot.reading, plot.drafts
    done = [why or carries(plot, off, number) or _felt(plot, off, number) for number, why in enumerate(off)]
    done = [why or came_of(plot, titles, done, number) for number, why in enumerate(done)]
    kept: dict[tuple[int, str], int] = {}
    for number, draft in enumerate(drafts):
        if done[number] is not None:
            continue
        if not is_printable(titles[number]) or speaks_of_nobody(reading, draft, titles[number]):
            done[number] = "the sentence does not tell whom or what it is about"
            continue
        if unsaid := wanting(reading, draft, titles[number]):
            done[number] = unsaid
            continue
        key = (draft.sentence, titles[number])
        first = kept.setdefault(key, number)
        if first == number:
            continue
        loser = first if _weight(plot, first) < _weight(plot, number) else number
        kept[key] = first if loser == number else number
        done[loser] = f"“{titles[number]}” is told by another word of the sentence"
    return done


def _weight(plot: Plot, number: int) -> int:
    """A verb before a noun; before both, a word of a known kind that bears the clause: the rally drew thousands."""
    draft = plot.drafts[number]
    token = plot.reading.trees[draft.sentence].tokens[draft.token]
    verb, known = token.pos == "VERB", draft.event_type != UNKNOWN
    return 2 if known and (verb or token.dep in ("nsubj", "nsubjpass")) else int(verb)


def _felt(plot: Plot, off: Sequence[str | None], number: int) -> str | None:
    """Killed in an explosion near the embassy: the harm tells the blow, which names nobody of its own."""
    draft = plot.drafts[number]
    tree = plot.reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    verb = tree.tokens[tree.tokens[token.head].head]
    harm = plot.draft_at(draft.sentence, verb.index)
    if token.dep != "pobj" or draft.event_type != "ATTACK" or harm is None or draft.actors or draft.recipients:
        return None
    other = plot.numbers[draft.sentence, verb.index]
    if harm.event_type not in ("ASSAULT", "DEATH", "HEALTH") or verb.pos != "VERB" or off[other] is not None:
        return None
    same = {link.interval if link is not None else None for link in map(plot.links.get, (number, other))}
    return f"“{verb.text}” tells of it" if len(same) == 1 else None


def completes(plot: Plot, number: int) -> str | None:
    """Began shelling: the second word tells the event of the first."""
    draft = plot.drafts[number]
    verb = next((d for d in plot.beside(number) if d.completed == draft.token), None)
    return f"“{plot.reading.trees[verb.sentence].tokens[verb.token].text}” tells of it" if verb is not None else None


def occasion(plot: Plot, number: int) -> str | None:
    """Gathered for a summit: a verb that says no more than that people came together is told by what they came for."""
    draft = plot.drafts[number]
    tree, found = plot.reading.trees[draft.sentence], plot.links.get(number)
    if draft.event_type != UNKNOWN or found is None or tree.tokens[draft.token].pos != "VERB":
        return None
    for prep in tree.children(draft.token, "prep"):
        for noun in tree.children(prep, "pobj") if tree.tokens[prep].text.lower() == "for" else ():
            other = plot.draft_at(draft.sentence, noun)
            if other is None or other.event_type != "CONSULT" or set(other.actors) != set(draft.actors):
                continue
            link = plot.links.get(plot.numbers[draft.sentence, noun])
            if link is not None and link.interval == found.interval:
                return f"“{tree.tokens[noun].text}” tells of it"
    return None


def announced(plot: Plot, number: int) -> str | None:
    """What is announced or vowed is one event with the announcement."""
    draft = plot.drafts[number]
    tree = plot.reading.trees[draft.sentence]
    for other in plot.beside(number):
        if other is draft or (cue := cue_of(plot.reading, other)) is None:
            continue
        content = content_of(tree, other.token)
        if (
            cue.kind in ("announce", "promise")
            and cue.factive == "no"
            and other.event_type == draft.event_type
            and content is not None
        ) and (draft.token in tree.subtree(content)):
            return f"“{tree.tokens[other.token].text}” tells of it"
    return None


def twin(plot: Plot, number: int) -> str | None:
    """Rushed to the airport and flew home: coordinated verbs of one kind are one event, the last that is told."""
    draft = plot.drafts[number]
    tree = plot.reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    head = plot.draft_at(draft.sentence, token.head)
    found, base = plot.links.get(number), None
    if head is not None and head is not draft:
        base = plot.links.get(plot.numbers[draft.sentence, token.head])
    if (
        head is not None
        and base is not None
        and found is not None
        and token.dep in ("advcl", "acl", "xcomp")
        and not tree.children(draft.token, "mark")
    ):
        same = base.expression is not None and base.expression == found.expression
        if token.tag == "VB" and same and not _is_only_planned_by(tree, draft, head):
            return f"the purpose of “{tree.tokens[token.head].text}”"
        if token.tag == "VBG" and head.event_type == draft.event_type != UNKNOWN:
            return f"part of “{tree.tokens[token.head].text}”"
        if token.tag == "VBG" and draft.event_type == UNKNOWN and (same or found.expression is None):
            return f"it says more of “{tree.tokens[token.head].text}”"
    along = sharing_auxiliary(tree, draft.token)
    for child in tree.children(draft.token, "conj"):
        other = plot.draft_at(draft.sentence, child)
        goes_on = (
            other is not None and token.pos == "VERB" and _goes_on_in(draft, other, apart=_do_apart(tree, draft, child))
        )
        fatal = token.lemma in lexicon.fatal_verbs() and tree.tokens[child].lemma not in lexicon.fatal_verbs()
        if goes_on and not fatal and not _only_adds(tree, child) and child not in along:
            return f"one event with “{tree.tokens[child].text}”"
    same = head is not None and (head.event_type, head.actors) == (draft.event_type, draft.actors)
    adds = _only_adds(tree, draft.token) or draft.token in sharing_auxiliary(tree, token.head)
    hurt = token.dep == "conj" and same and tree.tokens[token.head].lemma in lexicon.fatal_verbs()
    adds = adds or (hurt and token.lemma not in lexicon.fatal_verbs() and not draft.recipients)
    if token.dep == "conj" and same and draft.event_type != UNKNOWN and adds:
        return f"one event with “{tree.tokens[token.head].text}”"
    return None


def _is_only_planned_by(tree: Tree, draft: Draft, head: Draft) -> bool:
    """Was due to meet her, was set to vote: the first word tells no event of its own."""
    above = tree.tokens[head.token]
    row = lexicon.irrealis().get((above.lemma.lower(), above.pos))
    planned = row is not None and row.kind == "plan" and head.event_type == UNKNOWN
    return planned and tree.tokens[draft.token].dep == "xcomp"


def _only_adds(tree: Tree, verb: int) -> bool:
    """Summoned the envoy and protested: the bare verb tells less than the one before it, which has an object."""
    before = tree.children(tree.tokens[verb].head, "dobj", "nsubjpass")
    return bool(before) and not tree.children(verb, "dobj", "ccomp", "xcomp", "prep", "agent")


def _do_apart(tree: Tree, draft: Draft, child: int) -> bool:
    """Cracked down on the rallies and banned a paper: verbs of force, each with an object of its own."""
    force = draft.event_type in HOSTILE | {"SANCTION"}
    return force and all(tree.children(verb, "dobj", "nsubjpass", "prep") for verb in (draft.token, child))


def _goes_on_in(draft: Draft, other: Draft, *, apart: bool) -> bool:
    """Whether the same ones do the same kind of thing to nobody else; one journey has many legs."""
    same = other.event_type == draft.event_type != UNKNOWN and other.actors == draft.actors
    if draft.event_type == "MOVE":
        return same and set(draft.recipients) <= set(other.recipients)
    return same and not other.recipients and not draft.recipients and not apart


def told_before(plot: Plot, number: int) -> str | None:
    """The same kind of deed to the same people under the same loose date: told once is enough."""
    draft, found = plot.drafts[number], plot.links.get(number)
    if found is None or has_own_date(found) or is_saying(plot.reading, draft) or draft.event_type == UNKNOWN:
        return None
    if not draft.recipients or _is_of_others(plot, draft):
        return None
    for before in plot.deeds.get(deed_of(draft), ()):
        if before >= number:
            break
        within = not draft.actors or set(draft.actors) <= set(plot.drafts[before].actors)
        earlier = plot.links.get(before)
        if within and earlier is not None and earlier.interval.end == found.interval.end:
            return "told before"
    return None


def _is_of_others(plot: Plot, draft: Draft) -> bool:
    """Thirteen others were released with him: those counted are not those told of before."""
    tree = plot.reading.trees[draft.sentence]
    heads = subjects(tree, draft.token) if tree.tokens[draft.token].pos == "VERB" else []
    return any(tree.tokens[h].pos == "NUM" or tree.children(h, "nummod") for h in heads)
