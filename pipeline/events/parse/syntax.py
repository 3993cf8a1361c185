"""Questions about a sentence's dependency tree: children, subjects, objects, clauses, noun phrases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.events import lexicon
from pipeline.events.parse.repairs import repaired
from pipeline.events.parse.voice import controller, of_the_deed
from pipeline.events.repaying import repays
from pipeline.model import Sentence, Span, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
CLAUSES = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp", "csubj", "dep"})
ADVERBIAL = frozenset(
    {"after", "before", "while", "although", "though", "because", "since", "until", "when", "once", "if", "unless"}
)
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence with its children index. Tokens are named by their index in the sentence."""

    sentence: Sentence
    below: tuple[tuple[int, ...], ...]
    tokens: tuple[Token, ...]
    """Those of the sentence, near at hand."""
    kinds: tuple[frozenset[str], ...]
    """For each token the dependencies of its children: mostly it has none of those that are asked for."""
    shouts: bool = False
    """Whether it is written in capitals."""
    tenses: dict[int, str] = field(default_factory=dict, compare=False, repr=False)
    """The tense of each verb that was asked for: along a chain of verbs joined by "and" each asks the one before."""
    told: dict[int, Any] = field(default_factory=dict, compare=False, repr=False)
    """The kind of event of each word that was asked for (`triggers.kinds.Kind`): several rules ask of one word."""

    def children(self, index: int, *deps: str) -> list[int]:
        """Children of a token that are of these dependencies, in order of the text."""
        if self.kinds[index].isdisjoint(deps):
            return []
        tokens = self.tokens
        return [c for c in self.below[index] if tokens[c].dep in deps]

    def ancestors(self, index: int) -> Iterator[int]:
        """The heads above a token, nearest first, up to the root."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield index

    def subtree(self, index: int) -> list[int]:
        """The token and all below it, in order of the text."""
        below = self.below
        found = [index]
        for at in found:
            found += below[at]
        return sorted(found)

    def span(self, indexes: list[int]) -> Span:
        """From the first to the last of these tokens."""
        return Span(self.tokens[min(indexes)].span.start, self.tokens[max(indexes)].span.end)


def tree(sentence: Sentence) -> Tree:
    """The sentence with its children index and the parser's commonest slips set right."""
    tokens = repaired(sentence.tokens)
    below: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            below[token.head].append(token.index)
    kinds = tuple(frozenset([tokens[c].dep for c in children]) for children in below)
    return Tree(sentence, tuple(map(tuple, below)), tokens, kinds, _shouts(tokens))


def _shouts(tokens: Sequence[Token]) -> bool:
    long = [t.text for t in tokens if len(t.text) > 3 and t.text.isalpha()]
    return len(long) > 1 and sum(word.isupper() for word in long) > 0.7 * len(long)


def clause_dep(tree: Tree, index: int) -> str:
    """The dependency of a clause; one that "after", "as" or "although" opens is adverbial, whatever the parser says."""
    dep = tree.tokens[index].dep
    if dep not in ("ccomp", "parataxis"):
        return dep
    opens = (tree.tokens[c].text.lower() for c in tree.children(index, "mark", "advmod"))
    return "advcl" if any(word in ADVERBIAL for word in opens) else dep


def conjuncts(tree: Tree, index: int) -> list[int]:
    """The token and whatever is coordinated with it further right."""
    found = [index]
    for child in tree.children(index, "conj", "appos"):
        # Presidents A and B: what explains a plural is the list itself.
        alike = tree.tokens[index].entity == "PERSON" or tree.tokens[index].tag in ("NNS", "NNPS")
        listed = tree.tokens[child].dep == "appos" and tree.tokens[child].entity == "PERSON" and alike
        found += _rest_of_list(tree, index, child)
        if listed or (tree.tokens[child].dep == "conj" and tree.tokens[child].pos in NOUNS):
            found += conjuncts(tree, child)
        elif tree.tokens[child].dep == "appos" and tree.tokens[child].entity == "PERSON":
            found += conjuncts(tree, child)[1:]  # Leader A and president B: whoever comes after A is another.
    return found


def _rest_of_list(tree: Tree, index: int, child: int) -> list[int]:
    """Talks between A, his counterpart B, and C: the parser takes the second of a list for an apposition."""
    if tree.tokens[child].dep != "appos" or tree.tokens[index].entity != "PERSON":
        return []
    beside = [c for c in tree.children(child, "appos") if tree.tokens[c].entity == "PERSON"]
    if tree.tokens[child].entity == "PERSON" or not any(tree.children(c, "conj") for c in beside):
        return []
    return [n for c in beside for n in conjuncts(tree, c)]


def subjects(tree: Tree, verb: int) -> list[int]:
    """Heads of the subject of a verb, its own or the one it shares with the verb it hangs on. Passive ones too."""
    seen: set[int] = set()
    while verb not in seen:
        seen.add(verb)
        if own := tree.children(verb, "nsubj", "nsubjpass"):
            return [n for n in own if n < verb][-1:] or own[-1:]
        token = tree.tokens[verb]
        if token.dep == "ccomp" and _is_finite(tree, verb):
            return _strayed(tree, verb)
        if token.dep in ("acl", "relcl") and token.tag in ("VBG", "VBN") and tree.tokens[token.head].pos in NOUNS:
            return [token.head]
        if token.dep in ("xcomp", "advcl", "conj", "ccomp", "pcomp", "prep", "acomp") and not of_the_deed(tree, verb):
            verb = controller(tree, verb)
            objects = tree.children(verb, "dobj")
            if objects and (_hands_on(tree, token, tree.tokens[verb].lemma.lower()) or _is_of(tree, token, objects[0])):
                return objects[:1]
        else:
            return []
    return []


def _hands_on(tree: Tree, token: Token, lemma: str) -> bool:
    """Whether the object of the verb above does what `token` says: told him to go, accused her of, jailed her for."""
    told = token.dep == "xcomp" and lemma in lexicon.object_control()
    tie = tree.tokens[token.head].text.lower()
    repaid = tie == "for" and repays(lemma)
    return told or (token.dep == "pcomp" and (tie == "as" or repaid or lexicon.accuses(lemma)))


def _is_of(tree: Tree, token: Token, held: int) -> bool:
    """Convicted her of plotting, suspected the rebels of it: what hangs by "of" on a verb is that of its object."""
    whom = tree.tokens[held]
    somebody = whom.pos == "PRON" or whom.entity in ("PERSON", "GPE", "ORG", "NORP") or whom.tag == "NNS"
    return token.dep == "pcomp" and tree.tokens[token.head].text.lower() == "of" and somebody


def _is_finite(tree: Tree, verb: int) -> bool:
    tags = {tree.tokens[i].tag for i in (verb, *tree.children(verb, "aux", "auxpass"))}
    return bool(tags & {"VBD", "VBZ", "VBP", "MD"})


def _strayed(tree: Tree, verb: int) -> list[int]:
    """The subject that the parser gave to a word between a verb of saying and the verb of what is said."""
    above = tree.tokens[verb].head
    between = range(above + 1, verb) if above < verb else ()
    return [i for i in between if tree.tokens[i].dep in ("nsubj", "nsubjpass") and tree.tokens[i].head < verb][:1]


def prepositional(tree: Tree, index: int, *words: str) -> list[int]:
    """Heads of the phrases that these prepositions tie to a token ("by", "against")."""
    found = []
    for prep in tree.children(index, "prep", "agent", "dative"):
        if tree.tokens[prep].text.lower() in words:
            found += tree.children(prep, "pobj")
            again = [c for c in tree.children(prep, "conj") if tree.tokens[c].text.lower() in words]
            found += [o for c in again for o in tree.children(c, "pobj")]  # To A and to B.
            for deeper in tree.children(prep, "prep"):
                found += tree.children(deeper, "pobj")
    return found


def companions(tree: Tree, verb: int) -> list[int]:
    """Who does or suffers it, too: detained along with X, left together with X."""
    along = lexicon.participant_words("company")
    words = [c for c in tree.below[verb] if tree.tokens[c].text.lower() in along]
    return [o for c in words for o in prepositional(tree, c, "with")]


def clause_verb(tree: Tree, index: int) -> int:
    """The nearest verb above a token that is not a verb itself; the token itself when there is none."""
    if tree.tokens[index].pos in ("VERB", "AUX"):
        return index
    for above in tree.ancestors(index):
        if tree.tokens[above].pos in ("VERB", "AUX"):
            return above
    return index


def phrase(tree: Tree, head: int) -> list[int]:
    """The noun phrase of a head: modifiers on its left and a short phrase on its right, without relative clauses."""
    keep = [head]
    for child in tree.below[head]:
        token = tree.tokens[child]
        if child < head and token.dep in ("compound", "amod", "nmod", "nummod", "poss", "quantmod", "case"):
            keep += tree.subtree(child)
    return sorted(keep)


def sharing_auxiliary(tree: Tree, verb: int) -> list[int]:
    """Participles with a subject of their own that share the auxiliary of a passive verb: killed and ten *injured*."""
    if not tree.children(verb, "auxpass"):
        return []
    with_it = [c for c in tree.children(verb, "conj") if tree.tokens[c].tag in ("VBN", "JJ")]
    return [c for c in with_it if tree.children(c, "nsubj", "nsubjpass") and not tree.children(c, "aux", "auxpass")]
