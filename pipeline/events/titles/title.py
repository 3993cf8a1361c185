"""A headline for a mention: subject, verb in the present, object; names for pronouns; 90 characters, no date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.actors.lands import country
from pipeline.events.actors.leaders import leads
from pipeline.events.dating.compared import compares
from pipeline.events.parse.syntax import CLAUSES, NOUNS, Tree, clause_verb
from pipeline.events.reading import Draft, Reading
from pipeline.events.title_lexicon import title_words
from pipeline.events.titles.articles import called
from pipeline.events.titles.clauses import clause, loses_verb, topic, undergone
from pipeline.events.titles.content import loose
from pipeline.events.titles.doubted import attributed, doubt
from pipeline.events.titles.frames import told
from pipeline.events.titles.named_in_full import in_full
from pipeline.events.titles.phrases import Writer
from pipeline.events.titles.placed import placed
from pipeline.events.titles.quoted import in_own_words
from pipeline.events.titles.tight import tells_more, tightened
from pipeline.events.titles.unreal import is_unreal, marked, says_so
from pipeline.events.titles.whose_figure import with_owner
from pipeline.events.titles.wording import ARTICLES, CUT, FEWEST_WORDS, LIMIT, dangles, is_whole, polish
from pipeline.words import possessive

AROUND = frozenset({"since", "after", "before", "until", "till", "following", "amid", "despite"})
"""Prepositions that tie an event to another one; the clause around tells the other."""
WIDER = (36, 24, 16, 8)
"""Characters that a line may at first be too long by, to be made up by shorter names."""
AT_HOME = frozenset({"PROTEST", "ELECTION", "CEREMONY", "COERCE", "ACCUSE", "SANCTION", "LEGISLATE", "ECONOMY"})
"""Types of event that take place in the country of those who take part."""


def title(reading: Reading, draft: Draft) -> str:
    """One line of at most 90 characters: the first way of telling it that makes a whole sentence or a full name.

    What a noun of the line takes up from before goes into the draft's steps.
    """
    front, end = doubt(reading, draft)
    first = Writer(reading, draft.sentence, limit=LIMIT - len(front + end))
    writer, line = widest = _told_in(first, draft, WIDER[0])
    if len(line) > LIMIT:
        writer, line = _tightened(first, draft, widest)
    line = placed(writer, draft, with_owner(writer, draft, line))
    for words, because in writer.taken.values():
        if words and words.removeprefix("the ") in line:
            draft.note("title", words, because)
    return in_full(writer, draft, line)


def _told_in(first: Writer, draft: Draft, wider: int) -> tuple[Writer, str]:
    """The line that is told where it may be so many characters too long, and who wrote it.

    The phrases that the first wrote are at hand for all: most are the same in every line.
    """
    writer = replace(first, limit=first.limit + wider, cuts=[])
    return writer, in_own_words(writer.reading, draft, _told(writer, draft))


def _tightened(first: Writer, draft: Draft, widest: tuple[Writer, str]) -> tuple[Writer, str]:
    """The longest line that shorter names make fit, where it tells more than the one that was told to fit."""
    reading = first.reading
    writer, line = _told_in(first, draft, 0)
    spared = len(widest[1]) - len(tightened(reading, widest[1], 0))
    for wider in _worth_it(spared):
        wide, whole = widest if wider == WIDER[0] else _told_in(first, draft, wider)
        if whole == line:
            break
        short = tightened(reading, whole, LIMIT)
        if len(short) <= LIMIT and not short.endswith((CUT, f"{CUT}”")) and tells_more(reading, short, line):
            return wide, short
    return writer, line


def _worth_it(spared: int) -> tuple[int, ...]:
    """How much too long a line may be at first where shorter names can spare so many characters; a little anyway."""
    enough = [wider for wider in WIDER if wider >= spared][-1:]
    return (*enough, *(wider for wider in WIDER if wider < spared))


def _told(writer: Writer, draft: Draft) -> str:
    lines: list[str] = []
    for way in filter(None, _ways(writer, draft)):
        lines.append(polish(way, writer.limit))
        if is_whole(lines[-1]) and loses_verb(writer, draft, lines[-1]):
            lines[-1] = polish(topic(writer, draft, draft.token), writer.limit) or lines[-1]
        if is_whole(lines[-1]):
            return attributed(writer, draft, lines[-1])
    named = [line for line in lines if not dangles(line)]
    named = [line for line in named if ": " not in line and " " in line] or named
    return max(named or lines or [writer.tree.tokens[draft.token].text], key=len)


def _ways(writer: Writer, draft: Draft) -> Iterator[str]:
    """Ways to tell it, best first: its own clause or frame, its noun phrase, the clause it stands in."""
    tree, token = writer.tree, writer.tree.tokens[draft.token]
    if token.tag == "VB" and token.dep == "acl" and tree.tokens[token.head].pos == "NOUN":
        if tree.tokens[token.head].dep == "dobj" and not tree.children(token.head, "poss"):
            yield from _above(writer, draft, token.head)  # Announces plans to travel.
        yield writer.noun(token.head)
        yield from _above(writer, draft, token.head)
    elif token.pos in ("VERB", "AUX", "ADJ"):
        verb = clause_verb(tree, draft.token)
        yield _described(writer, draft)
        yield _witnessed(writer, draft)
        if token.dep == "xcomp" and token.tag == "VBG" and tree.tokens[token.head].lemma in title_words("undoes"):
            yield clause(writer, draft, token.head)  # Stopped shipping it.
        yield undergone(writer, verb)
        yield clause(writer, draft, verb)
        if not tree.children(verb, "nsubj", "nsubjpass"):
            yield from _above(writer, draft, verb)
        yield clause(writer, draft, verb, strict=False)
    else:
        yield from _ways_of_noun(writer, draft)


def _ways_of_noun(writer: Writer, draft: Draft) -> Iterator[str]:
    """Ways to tell what a noun names, best first."""
    tree, token = writer.tree, writer.tree.tokens[draft.token]
    head = tree.tokens[token.head]
    light = head.pos == "VERB" and head.lemma in lexicon.support_verbs() and head.dep not in ("relcl", "acl")
    arranged = head.pos == "VERB" and head.lemma in title_words("arranges")
    if token.dep in ("dobj", "nsubjpass") and (light or arranged):
        yield clause(writer, draft, token.head)
    yield _said_in(writer, draft)
    framed = told(writer, draft)
    yield framed
    if token.dep in ("nsubj", "nsubjpass") and head.lemma in title_words("happens"):
        yield clause(writer, draft, token.head)
    if is_unreal(draft):
        lines = [line for line in _above(writer, draft, draft.token) if says_so(line)]
        yield from (line for line in lines if token.text in polish(line, writer.limit))
    days = [c for c in tree.children(draft.token, "compound", "nummod", "nmod") if writer.is_time(c, lasting=False)]
    bare = _phrase(writer, draft, without=frozenset([*days, *tree.children(draft.token, "relcl")]))
    if _is_long(bare) and any(w[:1].isupper() for w in ARTICLES.sub("", bare).split()):
        yield marked(draft, _phrase(writer, draft))
    above = tree.tokens[head.head]
    counted = head.text.lower() == "of" and above.dep in ("dobj", "nsubj") and above.lemma in title_words("quantity")
    aside = (above.pos not in ("VERB", "AUX") and not counted) or head.text.lower() in AROUND
    if token.dep != "pobj" or not aside:
        yield from _above(writer, draft, draft.token)
    if not framed:
        yield marked(draft, _named(writer, draft))


def _said_in(writer: Writer, draft: Draft) -> str:
    """He said in a statement that, warned her in a speech that: the verb's clause tells what the noun does not."""
    tree, token = writer.tree, writer.tree.tokens[draft.token]
    verb = tree.tokens[tree.tokens[token.head].head]
    if draft.event_type != "STATEMENT" or token.dep != "pobj" or tree.tokens[token.head].text.lower() != "in":
        return ""
    says = (verb.lemma.lower(), "VERB") in lexicon.cues() and (
        loose(tree, verb.index) or tree.children(verb.index, "ccomp")
    )
    return clause(writer, replace(draft, token=verb.index), verb.index) if says else ""


def _above(writer: Writer, draft: Draft, index: int) -> Iterator[str]:
    """The clauses that a word stands in, nearest first.

    A comparison tells of the comparing alone, a denial of what did not happen, and "should" of what has not yet.
    """
    tree = writer.tree
    for above in tree.ancestors(index):
        other = draft.factuality == "asserted" and tree.tokens[index].pos == "NOUN" and _may_be(tree, above)
        if other or compares(tree, above) or (draft.polarity == "positive" and tree.children(above, "neg")):
            return
        # His remarks were that: no more than a slip of the parser. Said they were behind it: they are not said to be.
        is_ = tree.tokens[above].lemma == "be"
        said = (
            tree.tokens[above].dep == "ccomp" and (tree.tokens[tree.tokens[above].head].lemma, "VERB") in lexicon.cues()
        )
        slip = is_ and (tree.children(above, "ccomp") or (said and draft.factuality == "asserted"))
        if tree.tokens[above].pos in ("VERB", "AUX") and tree.tokens[above].dep in CLAUSES and not slip:
            yield clause(writer, draft, above, mine=False)


def _may_be(tree: Tree, verb: int) -> bool:
    """Steps should carry out the accord of May: the clause tells of something else than the accord."""
    return any(tree.tokens[c].tag == "MD" for c in tree.children(verb, "aux"))


def _named(writer: Writer, draft: Draft) -> str:
    """The noun phrase with a place or somebody of the event; what a leader has to do with it is of his country."""
    words = _phrase(writer, draft)
    if draft.locations and draft.locations[0] not in words and not _is_beside(writer, draft):
        return f"{words} in {draft.locations[0]}"
    around = [n for n in (*draft.recipients, *draft.actors) if n.split()[-1] not in words]
    # The peninsula's vote is not one in the country of whoever speaks of it.
    tokens = writer.tree.tokens
    owned = any(tokens[c].pos != "PRON" for c in writer.tree.children(draft.token, "poss"))
    if (
        draft.event_type in AT_HOME
        and not owned
        and (not around or leads(around[0]))
        and (where := country(writer.reading, draft))
    ):
        return words if where in words else f"{words} in {where}"
    owner = next((n for n in around if n in draft.actors), "")
    if owner and not owned and draft.event_type not in AT_HOME:
        return f"{possessive(called(owner))} {ARTICLES.sub('', words)}"
    words = words if _is_long(words) else ARTICLES.sub("", words)
    return f"{words}: {around[0]}" if around else words


def _is_beside(writer: Writer, draft: Draft) -> bool:
    """Since the war, after the vote: the place of the clause around is not the event's."""
    token = writer.tree.tokens[draft.token]
    return token.dep == "pobj" and writer.tree.tokens[token.head].text.lower() in AROUND


def _is_long(words: str) -> bool:
    """Whether a noun phrase has the words of a line by itself; its article is none."""
    return len(ARTICLES.sub("", words).split()) >= FEWEST_WORDS


def _phrase(writer: Writer, draft: Draft, without: frozenset[int] = frozenset()) -> str:
    """The noun phrase; a day in front goes where more is said, and a singular keeps the article of the text."""
    tree, token = writer.tree, writer.tree.tokens[draft.token]
    front = [c for c in tree.children(draft.token, "compound", "nummod", "nmod", "amod") if c < draft.token]
    days = frozenset(c for c in front if writer.is_time(c, lasting=False))
    telling = [c for c in tree.children(draft.token, "prep", "acl", "amod", "compound", "poss") if c not in days]
    without |= days if any(not writer.is_date(c) for c in telling) else frozenset()
    words = writer.fitting(draft.token, frozenset(), writer.limit, without=without)
    the = [tree.tokens[c].text.lower() for c in tree.children(draft.token, "det")]
    return words if token.tag == "NN" and the and the[0] in ("a", "an", "the") else ARTICLES.sub("", words)


def _witnessed(writer: Writer, draft: Draft) -> str:
    """The world watched the rebels seize the town: the rebels seize it."""
    tree, token = writer.tree, writer.tree.tokens[draft.token]
    seen = [c for c in tree.children(draft.token, "ccomp") if tree.tokens[c].tag == "VB" and tree.children(c, "nsubj")]
    if token.lemma not in title_words("witnesses") or draft.actors or not seen:
        return ""
    return clause(writer, draft, seen[0], mine=False)


def _described(writer: Writer, draft: Draft) -> str:
    """The recently passed law: what the participle is said of has been done."""
    tree, token = writer.tree, writer.tree.tokens[draft.token]
    if token.dep != "amod" or token.tag != "VBN" or tree.tokens[token.head].pos not in NOUNS:
        return ""
    words = writer.noun(token.head, without=frozenset({draft.token}))
    plural = tree.tokens[token.head].tag in ("NNS", "NNPS")
    return f"{words} {'are' if plural else 'is'} {token.text.lower()}"
