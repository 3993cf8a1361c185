"""Which clauses below a word belong to it, so that a title keeps them: treaties that annex it, fled to avoid arrest."""

from __future__ import annotations

from pipeline.events import lexicon
from pipeline.events.parse.syntax import Tree, subjects
from pipeline.events.title_lexicon import title_words
from pipeline.events.titles.bound import is_of_nothing

PRONOUNS = frozenset({"that", "who", "which"})
APART = frozenset({",", ";", ":", "—", "–", "-", "--", "_", "(", "``", "“", '"'})
"""Marks that set a clause apart: what it says comes on top."""
BARE = frozenset({"det", "nummod", "relcl", "punct", "prep", "npadvmod", "advmod"})


def says_which(tree: Tree, verb: int) -> bool:
    """Treaties that annex two regions, people who were freed in May: an indefinite noun that says little alone.

    No comma stands before the clause, and its own subject is the pronoun in front.
    """
    token = tree.tokens[verb]
    if token.dep != "relcl" or token.lemma == "make" or _was_only_there(tree, verb):
        return False
    noun = tree.tokens[token.head]
    front = [c for c in tree.children(verb, "nsubj", "nsubjpass") if tree.tokens[c].text.lower() in PRONOUNS]
    tied = [c for c in tree.children(verb, "prep") if tree.below[c][:1] == (c + 1,)]  # Recordings on which.
    front = front or [c for c in tied if c < verb and tree.tokens[c + 1].text.lower() in ("which", "whom")]
    if (
        token.dep != "relcl"
        or token.lemma == "make"
        or not front
        or (noun.pos != "NOUN" and noun.text.lower() != "those")
        or noun.index > front[0]
        or noun.entity
    ):
        return False
    if min(tree.subtree(verb)) != front[0] or tree.tokens[front[0] - 1].text in (",", "—", "–", "-"):
        return False
    definite = {tree.tokens[c].text.lower() for c in tree.children(noun.index, "det")} - {"a", "an", "any", "some"}
    return not definite and all(tree.tokens[c].dep in BARE for c in tree.below[noun.index])


def says_what(tree: Tree, verb: int) -> bool:
    """The likelihood that he fled, reports she had died: no relative but what the noun is about, whatever its name."""
    if is_of_nothing(tree, verb):
        return True
    marks = [c for c in tree.children(verb, "mark") if tree.tokens[c].text.lower() == "that"]
    own = tree.children(verb, "nsubj", "nsubjpass")
    noun = tree.tokens[tree.tokens[verb].head]
    if noun.pos != "NOUN" or noun.entity or not own or tree.tokens[verb].dep not in ("acl", "relcl", "ccomp"):
        return False
    if marks:
        return marks[:1] == [_behind_day(tree, noun.index)] and own[0] > marks[0]
    told = (noun.lemma.lower(), "NOUN") in lexicon.cues() or noun.lemma.lower() in title_words("needs content")
    return told and min(tree.subtree(verb)) == noun.index + 1 and not _is_gapped(tree, verb)


def _behind_day(tree: Tree, noun: int) -> int:
    """The token behind a noun and a day that stands beside it: sent signals Sunday that, gave word on May 3 that."""
    tokens, after = tree.tokens, noun + 1
    while after + 1 < len(tokens) and any(t.entity in ("DATE", "TIME") for t in tokens[after : after + 2]):
        if tokens[after].pos != "ADP" and not tokens[after].entity:
            break
        after += 1
    return after


def _was_only_there(tree: Tree, verb: int) -> bool:
    """A reporter who was on board: a title does not say on board of what."""
    told = [tree.tokens[i] for i in sorted(tree.subtree(verb)) if i > verb and tree.tokens[i].pos != "PUNCT"]
    where = [t.lemma.lower() for t in told if t.text.lower() != "on"]
    return tree.tokens[verb].lemma == "be" and len(where) == 1 and where[0] in title_words("only there")


def _is_gapped(tree: Tree, verb: int) -> bool:
    """The claim they made, the hope which died: the noun itself is the object or the subject of the clause."""
    first = tree.tokens[min(tree.subtree(verb))]
    whole = tree.children(verb, "dobj", "attr", "acomp", "ccomp", "xcomp", "auxpass")
    return first.tag in ("WDT", "WP", "WP$", "WRB", "IN") or not whole


def restricts(tree: Tree, verb: int) -> bool:
    """The people who laid flowers, the card that they sold: no mark sets the clause apart from its noun."""
    token = tree.tokens[verb]
    noun = tree.tokens[token.head]
    if any(tree.tokens[c].pos == "ADP" and not tree.below[c] for c in tree.children(verb, "prep")):
        return False  # The union that he hankers for.
    if _was_only_there(tree, verb) or (token.lemma == "make" and tree.children(verb, "dobj")):
        return False  # Treaties that make it part of Latvia.
    if token.dep != "relcl" or noun.pos != "NOUN" or noun.entity in ("DATE", "TIME") or noun.index > verb:
        return False
    first = min(tree.subtree(verb))
    if first == noun.index + 1 and tree.tokens[first].tag == "TO":
        return True  # Room to grow, results to be published.
    starts = {min(tree.subtree(s)) for s in subjects(tree, verb)}
    adjoins = first == noun.index + 1 and first in starts  # The card they sold, the card the firm sold.
    pronoun = tree.tokens[first].text.lower() in PRONOUNS | {"whom"} or adjoins
    return pronoun and not _is_apart(tree, first) and bool(tree.children(verb, "nsubj", "nsubjpass"))


def goes_on(tree: Tree, verb: int) -> bool:
    """Fled to avoid arrest, will stay unless it rains: a clause behind its verb that no mark sets apart."""
    token = tree.tokens[verb]
    first = min(tree.subtree(verb))
    if verb < token.head or first < token.head or _is_apart(tree, first):
        return False
    own = tree.children(verb, "nsubj", "nsubjpass", "csubj")
    if not own:
        aux = {tree.tokens[c].tag for c in tree.children(verb, "aux", "auxpass")}
        return "TO" in aux or (token.tag == "VBG" and not aux)
    marks = {tree.tokens[c].text.lower() for c in tree.children(verb, "mark", "advmod")}
    return bool(marks & title_words("ties a clause"))


def names_right_behind(tree: Tree, noun: int, name: int) -> bool:
    """Her colleagues Anna and Maria, the isotope polonium 210: no mark stands before the name of what a noun tells."""
    explains = tree.tokens[name].dep == "appos" and tree.tokens[noun].pos == "NOUN"
    return explains and min(tree.subtree(name)) == noun + 1 and tree.tokens[noun + 1].pos not in ("PUNCT", "DET")


def _is_apart(tree: Tree, first: int) -> bool:
    return first == 0 or tree.tokens[first - 1].text in APART
