"""A headline for a mention: subject, verb, object in the text's own words, names in place of pronouns, 90 characters."""

from __future__ import annotations

from pipeline.events.reading import Draft, Reading
from pipeline.events.syntax import Tree, clause_verb, is_passive, subjects

LIMIT = 90
DROPPED = frozenset({"relcl", "advcl", "punct", "cc", "conj", "appos", "parataxis", "mark", "intj", "ccomp"})


def title(reading: Reading, draft: Draft) -> str:
    """One line of at most 90 characters."""
    tree = reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    words = _of_verb(reading, draft, tree) if token.pos in ("VERB", "AUX", "ADJ") else _of_noun(reading, draft, tree)
    return shorten(_polish(words))


def _of_verb(reading: Reading, draft: Draft, tree: Tree) -> str:
    verb = clause_verb(tree, draft.token)
    subject = subjects(tree, verb)
    who = " and ".join(_shown(reading, draft.sentence, i) for i in subject[:1])
    if not who and draft.actors:
        who = draft.actors[0]
    parts = [who, _verb_group(tree, verb)]
    for child in tree.below[verb]:
        dep = tree.tokens[child].dep
        if child > verb and dep in (
            "dobj",
            "attr",
            "acomp",
            "oprd",
            "prt",
            "dative",
            "prep",
            "agent",
            "xcomp",
            "ccomp",
        ):
            parts.append(_phrase(reading, draft.sentence, tree, child))
    return " ".join(part for part in parts if part)


def _verb_group(tree: Tree, verb: int) -> str:
    keep = [verb]
    for child in tree.below[verb]:
        if tree.tokens[child].dep in ("aux", "auxpass", "neg") and child < verb:
            keep.append(child)
    words = [tree.tokens[i].text for i in sorted(keep)]
    token = tree.tokens[verb]
    if len(words) == 1 and token.tag == "VBG":
        return token.text
    if len(words) == 1 and is_passive(tree, verb):
        return f"is {token.text}"
    return " ".join(words)


def _of_noun(reading: Reading, draft: Draft, tree: Tree) -> str:
    return _phrase(reading, draft.sentence, tree, draft.token)


def _phrase(reading: Reading, sentence: int, tree: Tree, head: int) -> str:
    """The words below a head without clauses that would make it long; pronouns give way to names."""
    keep: list[int] = []
    stack = [head]
    while stack:
        at = stack.pop()
        keep.append(at)
        stack += [
            c for c in tree.below[at] if tree.tokens[c].dep not in ("relcl", "advcl", "appos", "parataxis", "punct")
        ]
    return " ".join(_shown_token(reading, sentence, tree, i) for i in sorted(keep))


def _shown(reading: Reading, sentence: int, head: int) -> str:
    names = reading.who(sentence, head)
    tree = reading.trees[sentence]
    if names:
        return " and ".join(names[:2])
    return _phrase(reading, sentence, tree, head)


def _shown_token(reading: Reading, sentence: int, tree: Tree, index: int) -> str:
    token = tree.tokens[index]
    if token.pos == "PRON" and (names := reading.who(sentence, index)):
        own = "’s" if token.tag == "PRP$" else ""
        return " and ".join(names[:2]) + own
    return token.text


def _polish(words: str) -> str:
    for wrong, right in (
        (" ,", ","),
        (" 's", "'s"),
        (" ’s", "’s"),
        (" n't", "n't"),
        ("“ ", "“"),
        (" ”", "”"),
        (" - ", "-"),
        (" .", "."),
    ):
        words = words.replace(wrong, right)
    words = " ".join(words.split()).strip(" ,;:—–-“”\"'")
    return words[:1].upper() + words[1:]


def shorten(text: str) -> str:
    """Cut at a word so that the whole, with its ellipsis, keeps within 90 characters."""
    if len(text) <= LIMIT:
        return text
    return text[: LIMIT - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
