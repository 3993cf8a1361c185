"""The clause of a verb as a headline: who, the verb in the present, and as many of its complements as there is room."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.parse.syntax import NOUNS, Tree, clause_dep, sharing_auxiliary, subjects
from pipeline.events.parse.voice import is_outcome, is_passive
from pipeline.events.reading import Draft
from pipeline.events.titles.articles import with_article
from pipeline.events.titles.complements import CONTENT, complements
from pipeline.events.titles.content import fitting_content
from pipeline.events.titles.inflection import as_told, present
from pipeline.events.titles.needed import wants_object
from pipeline.events.titles.outcome import outcome
from pipeline.events.titles.phrases import Writer
from pipeline.events.titles.quoted import opens_as_sentence, quoted
from pipeline.events.titles.shown import UNNAMED
from pipeline.events.titles.spoken_of import owner_of
from pipeline.events.titles.subject import MOST, NARROW, ROOM, Subject, is_several, subject_of, unnamed_beside
from pipeline.events.titles.tight import tells_more
from pipeline.events.titles.unreal import in_mood
from pipeline.events.titles.wording import CUT, LIMIT, abbreviated, dangles, shorten, without_openers
from pipeline.events.triggers.saying import is_saying

APART = frozenset({":", ";", "–", "—"})
"""Marks between two sentences that stand in one."""
PERSONAL = re.compile(r"\b(?:i|we|us|our|my|you|your|this|those|it|if|unless|as long)\b", re.IGNORECASE)
"""Words of a quotation that mean who speaks or listens, something said before, or a condition."""
VERB = 2
"""Words of a verb that has become a plural: is freed, has."""
LEAST = 20
"""Characters that an object gets in any case."""


def clause(writer: Writer, draft: Draft, verb: int, *, mine: bool = True, strict: bool = True) -> str:
    """The clause of a verb; "" when something it needs is wanting, unless not `strict`.

    One that stays too long whatever goes ends earlier, behind a word that wants nothing.
    """
    line = _clause(writer, draft, verb, mine=mine, strict=strict)
    fuller = _with_others(writer, draft, verb, line, mine=mine, strict=strict)
    line = fuller if fuller and len(fuller) <= writer.limit else line
    line += outcome(writer, verb, line) if line else ""
    if writer.limit > LIMIT or len(abbreviated(line, writer.limit)) <= writer.limit:
        return line  # One that is longer at first is yet to be made up by shorter names.
    ended = _clause(replace(writer, ending=True), draft, verb, mine=mine, strict=strict)
    return line if len(ended) > writer.limit or dangles(ended) else ended


def _with_others(writer: Writer, draft: Draft, verb: int, line: str, *, mine: bool, strict: bool) -> str:
    """The line with those whom its subject leaves out, where nothing behind the verb is lost for it; else ""."""
    heads = subjects(writer.tree, verb)
    if not line or not heads or unnamed_beside(writer, heads[0]) is None:
        return ""
    fuller = _clause(replace(writer, others=True), draft, verb, mine=mine, strict=strict)
    lost = set(line.split()) - set(fuller.split())
    return fuller if len(lost) <= VERB and len(fuller) > len(line) else ""


def _clause(writer: Writer, draft: Draft, verb: int, *, mine: bool, strict: bool) -> str:
    passive = is_passive(writer.tree, verb)
    if not mine and writer.tree.tokens[verb].dep == "pcomp" and not writer.tree.children(verb, "nsubj"):
        return ""
    subject = subject_of(writer, draft, verb, passive=passive, mine=mine)
    says = as_told(writer.tree, verb, plural=subject.plural, passive=passive)
    if draft.factuality == "planned" and mine:
        says = re.sub(r"^(?:will|would|shall|'ll|’ll) ", "to ", says)
        says = re.sub(r"^to not ", "not to ", says)
    if mine and not is_saying(writer.reading, draft):
        says = in_mood(writer.tree, draft, verb, says, passive=passive)
    unplanned = draft.factuality not in ("planned", "hypothetical")
    bare = says.startswith("to ") and unplanned and writer.tree.tokens[verb].dep == "xcomp"
    if strict and (not subject.words or bare):
        return ""
    writer = replace(writer, cuts=[])
    line = _line(writer, draft, verb, f"{subject.words} {says}".strip(), mine=mine, strict=strict)
    line = _with_all_of(writer, draft, verb, subject, line, mine=mine) if line else ""
    narrow = (
        subject_of(writer, draft, verb, passive=passive, mine=mine, room=NARROW).words
        if len(line) > writer.limit
        else ""
    )
    if len(narrow) < len(subject.words) and not is_several(narrow.lower()) and narrow:
        line = _line(writer, draft, verb, f"{narrow} {says}", mine=mine, strict=strict)
        if passive and not writer.spare and shorten(line, writer.limit).endswith(CUT):
            return _clause(replace(writer, spare=True), draft, verb, mine=mine, strict=strict)
        return line
    line += _told_along(writer, verb, writer.limit - len(line))
    if writer.brief or not writer.cuts:
        return line
    brief = _line(replace(writer, brief=True), draft, verb, f"{subject.brief()} {says}", mine=mine, strict=strict)
    gained = len(line) > writer.limit or brief.count(" ") > line.count(" ") or tells_more(writer.reading, brief, line)
    return brief if gained and len(brief) <= writer.limit else line


def undergone(writer: Writer, verb: int) -> str:
    """Ten people are killed: what a participle behind a passive tells, of which nobody is the subject."""
    tree = writer.tree
    harmed = tree.children(verb, "dobj")
    if not harmed or not is_outcome(tree, verb) or subjects(tree, verb):
        return ""
    token = tree.tokens[harmed[0]]
    be = "are" if token.tag in ("NNS", "NNPS", "CD") or tree.children(harmed[0], "conj", "nummod") else "is"
    said = f"{be} {tree.tokens[verb].text[: -len('ing')].lower()}ed"
    return f"{with_article(writer.fitting(harmed[0], frozenset(), writer.limit - len(said) - 1))} {said}"


def _with_all_of(writer: Writer, draft: Draft, verb: int, subject: Subject, line: str, *, mine: bool) -> str:
    """The line with as much of its subject as it has room for after all."""
    room = min(MOST, ROOM + writer.limit - len(line))
    if room <= ROOM or not subject.words:
        return line
    wide = subject_of(writer, draft, verb, passive=is_passive(writer.tree, verb), mine=mine, room=room)
    whole = wide.words + line.removeprefix(subject.words)
    return whole if len(line) < len(whole) <= writer.limit else line


def topic(writer: Writer, draft: Draft, verb: int) -> str:
    """Speaks of the sale of the old mills: what is said is about that, where all that is said of it has no room."""
    tree = writer.tree
    heads = [h for c in tree.children(verb, "ccomp") for h in subjects(tree, c)][:1]
    cue = lexicon.cues().get((tree.tokens[verb].lemma.lower(), "VERB"))
    if not heads or tree.tokens[heads[0]].pos not in NOUNS or cue is None or cue.kind != "say" or draft.token != verb:
        return ""
    subject = subject_of(writer, draft, verb, passive=is_passive(tree, verb), mine=True)
    start = f"{subject.words} {present('speak', plural=subject.plural)} of"
    return f"{start} {writer.fitting(heads[0], frozenset(), writer.limit - len(start) - 1)}" if subject.words else ""


def loses_verb(writer: Writer, draft: Draft, line: str) -> bool:
    """Says the sale of the old mills: a line that was cut before the verb of what is said."""
    tree = writer.tree
    said = tree.children(draft.token, "ccomp")[:1]
    if not is_saying(writer.reading, draft) or tree.tokens[draft.token].pos != "VERB" or "“" in line or '"' in line:
        return False
    heads = [h for c in said for h in subjects(tree, c)][:1]
    about = any(tree.tokens[h].tag in ("NN", "NNS") and f" {tree.tokens[h].text}" in line for h in heads)
    return about and any(f" {tree.tokens[c].text}" not in line for c in said)


def _told_along(writer: Writer, verb: int, room: int) -> str:
    """Nine people are killed *and 40 wounded in Brest*: what shares the auxiliary, where there is room for it."""
    tree, line = writer.tree, ""
    for other in sharing_auxiliary(tree, verb):
        heads = subjects(tree, other)
        told = [writer.phrase(heads[0]), tree.tokens[other].text] if heads and verb < heads[0] < other else []
        start = f"{line} and {' '.join(told)}"
        if told and len(start) < room:
            line = f"{start} {complements(writer, other, frozenset(), room - len(start) - 1)}".rstrip()
    return line if len(line) < room else ""


def _line(writer: Writer, draft: Draft, verb: int, line: str, *, mine: bool, strict: bool) -> str:
    """Subject and verb with their complements, or with what is said; "" when the verb wants an object."""
    tree, room = writer.tree, writer.limit - len(line) - 1
    subject = subjects(tree, verb)
    own = frozenset(n for i in subject for n in writer.reading.who(draft.sentence, i))
    own = own or frozenset({UNNAMED, *(f"{UNNAMED}{i}" for i in subject)} if subject else ())
    saying = mine and is_saying(writer.reading, draft)
    own |= {name for i in subject for name in owner_of(writer, i) if name.split()[-1] in line}
    own |= frozenset(draft.actors if saying and len(draft.actors) == 1 else ())  # The Latvian leader says that he.
    direct = opens_as_sentence(writer, verb) if saying else None
    spoken = {c for c in tree.below[verb] if direct is not None and direct.holds(tree.tokens[c].span.start)}
    rest = complements(writer, verb, own, room, without=frozenset(spoken))
    before = [c for c in tree.children(verb, "ccomp") if c < verb and clause_dep(tree, c) == "ccomp"]
    before = [c for c in before if not any(tree.tokens[i].text in APART for i in range(c, verb))]
    before = before or ([tree.tokens[verb].head] if saying and _interrupts(tree, verb) else [])
    bare = tree.tokens[verb].lemma in ("say", "add")
    wanted = frozenset({"ccomp"}) if bare else CONTENT
    after = any(clause_dep(tree, c) in wanted and c > verb and c not in spoken for c in tree.below[verb])
    kept = "" if bare and len(rest) > LEAST else rest  # What was said before where.
    quotation = quoted(writer, verb, writer.limit - len(f"{line} {kept}".rstrip())) if saying and not after else ""
    if kept and kept.rstrip(".") in quotation:
        kept = ""  # States “reasons of national interest”: the words are its own.
    elif quotation and quotation.strip(": “”") in rest:
        kept, quotation = rest, ""  # Charged with “failure to pay taxes”: told already.
    framed = not is_passive(tree, verb) and not tree.children(verb, "dobj", "dative", "xcomp", "oprd")
    if kept and quotation and (bare or framed):  # Writes on a page of her own.
        fuller = quoted(writer, verb, writer.limit - len(line))
        kept, quotation = ("", fuller) if len(fuller) > len(quotation) else (kept, quotation)
    if before and quotation.endswith(f"{CUT}”") and (own_words := _retold(writer, before[0], own, line)):
        return own_words
    rest = kept if quotation else rest
    tells = not is_passive(tree, verb) or (tree.tokens[verb].lemma.lower(), "VERB") in lexicon.cues()
    if before and tells and mine and not after and (not quotation or _goes_beyond(writer, before[0], verb)):
        told = [writer.fitting(c, own, LEAST) for c in tree.children(verb, "prt", "dobj", "dative") if c > verb]
        line = " ".join([line, *told, *(["that"] if tree.children(verb, "prt") else [])])
        return f"{line} {without_openers(fitting_content(writer, before[0], own, writer.limit - len(line) - 1))}"
    if strict and not rest and not quotation and not is_passive(tree, verb) and wants_object(tree, verb):
        return ""
    return f"{line} {rest}".rstrip() + quotation


def _retold(writer: Writer, clause: int, own: frozenset[str], line: str) -> str:
    """The clause of a quotation that was cut without its marks; "" when it says I, you or if."""
    told, tree = _words(writer, clause), writer.tree
    if not line.endswith(" says") or PERSONAL.search(told):
        return ""
    words = without_openers(fitting_content(writer, clause, own, writer.limit - len(line) - 1))
    whole = f"{line} {words}"
    return "" if dangles(whole) or len(whole) > writer.limit or not subjects(tree, clause) else whole


def _words(writer: Writer, head: int) -> str:
    """What stands below a word, as the text has it."""
    return " ".join(writer.tree.tokens[i].text for i in writer.tree.subtree(head))


def _interrupts(tree: Tree, verb: int) -> bool:
    """His country, he warned, will use them: the words of saying stand between commas in what is said."""
    token, head = tree.tokens[verb], tree.tokens[tree.tokens[verb].head]
    end = max(tree.subtree(verb)) + 1
    after = end < len(tree.tokens) and "," in (tree.tokens[end].text, tree.tokens[end - 1].text)
    return token.dep == "parataxis" and head.pos in ("VERB", "AUX") and head.index > verb and after


def _goes_beyond(writer: Writer, clause: int, verb: int) -> bool:
    """Whether what is said begins before its quotation: the firm "had a good year", she said."""
    quotation = next(iter(writer.reading.quoted_by(writer.sentence, verb)), None)
    if clause == writer.tree.tokens[verb].head:
        return True
    heads = subjects(writer.tree, clause)
    return quotation is not None and bool(heads) and not quotation.span.holds(writer.tree.tokens[heads[0]].span.start)
