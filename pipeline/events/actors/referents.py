"""Whom a noun phrase means: names, pronouns, relative pronouns, role nouns ("the dictator"), pairs, governments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline import gazetteer
from pipeline.events import lexicon
from pipeline.events.actors.addressed import addressed
from pipeline.events.actors.ages import is_somebody, of_that_age, told_ages
from pipeline.events.actors.ahead import fits, named_ahead
from pipeline.events.actors.apposition import explained, name_beside
from pipeline.events.actors.gender import gender_of
from pipeline.events.actors.harmed import suffers
from pipeline.events.actors.identified import named_next
from pipeline.events.actors.impersonal import is_expletive, state_of_organ, thing
from pipeline.events.actors.named_next import introduced
from pipeline.events.actors.names import Name, Names, country_codes, governments
from pipeline.events.actors.nationals import is_national, one_of_people, told_lands
from pipeline.events.actors.office_fronts import office_front
from pipeline.events.actors.pairs import means_two, pair
from pipeline.events.actors.personal import personal
from pipeline.events.actors.relative import relative
from pipeline.events.actors.roles import by_role
from pipeline.events.actors.same_body import named_before
from pipeline.events.actors.seen import Seen
from pipeline.events.parse.syntax import Tree, conjuncts
from pipeline.events.pronoun_lexicon import Meant, pronouns
from pipeline.events.triggers.kinds import tells_of
from pipeline.model import Document

SEXES: tuple[Meant, ...] = ("male", "female")


@dataclass(slots=True)
class Referents:
    """Referents of every noun phrase of a document, worked out in order of the text."""

    document: Document
    trees: Sequence[Tree]
    names: Names
    speakers: dict[tuple[int, int], str] = field(default_factory=dict)
    """Token -> speaker, for tokens inside a quotation."""
    known: dict[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)
    described_by: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    """Pronoun -> the noun of the unnamed person that it means."""
    doubtful: dict[tuple[int, int], str] = field(default_factory=dict)
    """Pronoun that may mean either of two -> its gender."""
    nouns: dict[str, str] = field(default_factory=dict)
    """Noun that described a person -> that person: analyst -> Dmitry Bolkunets."""
    fronts: dict[str, str] = field(default_factory=dict)
    """Noun that described a person -> the word in front of it that tells which office: minister -> defence."""
    home: str = ""
    """The head of state whom the document calls the president before it names any."""
    introduced: dict[tuple[int, int], Name] = field(default_factory=dict)
    """Noun of somebody who is named in the next sentence -> that name."""
    ages: dict[str, int] = field(default_factory=dict)
    """Person -> how old the text says that they are."""
    lands: dict[str, set[str]] = field(default_factory=dict)
    """Person -> the lands of which the text calls them."""

    def read(self) -> Referents:
        """Works through the document once; afterwards `who` answers for any token."""
        self.introduced = introduced(self.trees, self.names)
        self.ages = told_ages(self.trees, self.names)
        self.lands = told_lands(self.trees, self.names)
        for number, tree in enumerate(self.trees):
            for token in tree.tokens:
                if token.pos in ("NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ"):
                    self._resolve(number, token.index)
        return self

    def who(self, sentence: int, token: int) -> tuple[str, ...]:
        """Canonical names that the noun phrase of this head stands for, coordination included; () for none."""
        heads = conjuncts(self.trees[sentence], token)
        if len(heads) == 1:
            return self.known.get((sentence, token), ())
        return tuple(dict.fromkeys(name for head in heads for name in self.known.get((sentence, head), ())))

    def _resolve(self, number: int, index: int) -> None:
        tree, token = self.trees[number], self.trees[number].tokens[index]
        names = self._named(number, index)
        if not names:
            names = self._unnamed(number, index)
        acts = token.dep in ("nsubj", "nsubjpass") or _is_quoted(tree, index)
        if not names and (acts or suffers(tree, index)) and is_somebody(tree, index):
            rows = lexicon.role_nouns().get(token.lemma.lower(), ())
            gender = next((row.gender for row in rows if row.gender), "none")
            rank = self._rank(tree, index) if acts else 0.0
            self.seen.append(Seen("", "person", gender, number, index, acts, True, rank))
        if not names and token.dep == "nsubj" and (state := state_of_organ(self, number, index)):
            self.seen.append(Seen(state, "state", "none", number, index, True, True, self._rank(tree, index)))
        if names:
            self.known[number, index] = names
            if token.text.lower() in pronouns("relative"):
                return
            subject = token.dep in ("nsubj", "nsubjpass") or self._heads_subject(tree, index)
            subject = subject and len(names) == 1
            rank = self._rank(tree, index) if subject else 0.0
            for name in names:
                kind, gender = self._nature(number, index, name)
                self.seen.append(Seen(name, kind, gender, number, index, subject, len(names) == 1, rank))

    def _rank(self, tree: Tree, index: int) -> float:
        head = tree.tokens[tree.tokens[index].head]
        if head.pos in ("ADP", "SCONJ"):
            head = tree.tokens[tree.tokens[head.head].head]
        verb = head
        cue = (verb.lemma.lower(), "VERB") in lexicon.cues() and tree.tokens[index].dep != "nsubjpass"
        return (2.0 if verb.dep == "ROOT" else 1.5) + (1.0 if cue else 0.0)

    def _heads_subject(self, tree: Tree, index: int) -> bool:
        token = tree.tokens[index]
        if token.dep == "pobj" and tree.tokens[token.head].text.lower() in ("as", "like"):
            # Experts such as X support the theory: X is who it is about.
            return tree.tokens[tree.tokens[token.head].head].dep == "nsubj"
        return token.dep in ("conj", "appos") and tree.tokens[token.head].dep in ("nsubj", "nsubjpass")

    def _nature(self, number: int, index: int, name: str) -> tuple[str, str]:
        if name.lower() in country_codes():
            return "state", "none"
        if (here := self.names.at.get((number, index))) and here.name == name:
            actor = gazetteer.actor_named(here.actor_id)
            return here.kind, actor.gender if actor else gender_of(here.name)
        earlier = next((s for s in reversed(self.seen) if s.name == name), None)
        if earlier is not None:
            return earlier.kind, earlier.gender
        known = gazetteer.canonical(name)
        if known is not None and known.kind not in ("person", "state"):
            return "body", "none"
        return "person", known.gender if known is not None else gender_of(name)

    def _named(self, number: int, index: int) -> tuple[str, ...]:
        """A name by itself, a name in apposition, or a noun whose country stands for it (the Russian army)."""
        tree, token = self.trees[number], self.trees[number].tokens[index]
        here = self.names.at.get((number, index))
        one = any(tree.tokens[c].text.lower() in ("a", "an") for c in tree.children(index, "det"))
        one = one or is_national(tree, index)
        people = here is not None and here.kind == "state" and token.dep not in ("amod", "compound")
        whole = tree.tokens[token.head].text.lower() == "of" and tree.tokens[tree.tokens[token.head].head].pos == "NUM"
        if people and (one or (token.tag == "NNPS" and (whole or tree.children(index, "nummod")))):
            return ()  # Five Iraqis, 48 of the Iraqis, a Libyan are not Iraq and Libya.
        if here is not None and here.kind == "people" and not here.actor_id and token.pos == "ADJ":
            return ()  # European, pro-Russian: of what kind, not who.
        if here is not None and token.dep not in ("compound", "amod", "nmod"):
            if here.kind == "person":
                self._describe(tree, number, index, here.name)
            return (
                (governments().get(here.name.lower(), here.name),) if here.kind in ("place", "state") else (here.name,)
            )
        if here is not None:
            return (here.name,)
        child = name_beside(tree, self.names, number, index)
        if child is None:
            known = self.introduced.get((number, index)) or explained(tree, self.names, number, index)
            return named_next(self.trees, self.names, number, index) if known is None else (known.name,)
        beside = self.names.at[number, child]
        self.nouns[token.lemma] = beside.name
        return (beside.name,)

    def _describe(self, tree: Tree, number: int, index: int, name: str) -> None:
        around = tree.children(index, "compound", "appos", "amod", "nmod")
        above = [tree.tokens[index].head] if tree.tokens[index].dep == "appos" else []
        for other in [*around, *above]:
            token = tree.tokens[other]
            if (number, other) not in self.names.at and token.pos in ("NOUN", "PROPN"):
                self.nouns[token.lemma.lower()] = name
                self.fronts[token.lemma.lower()] = office_front(tree, other)
                for inner in tree.children(other, "conj"):
                    self.nouns[tree.tokens[inner].lemma.lower()] = name

    def _unnamed(self, number: int, index: int) -> tuple[str, ...]:  # noqa: PLR0911  # a list of cases
        tree, token = self.trees[number], self.trees[number].tokens[index]
        word = token.text.lower()
        if word in pronouns("speaker") and (speaker := self.speakers.get((number, index))):
            return (speaker,)
        if word in pronouns("addressed") and (speaker := self.speakers.get((number, index))):
            return addressed(self, number, speaker)
        if word in pronouns("relative") and token.tag in ("WP", "WDT", "WP$"):
            return relative(self, number, index)
        gender = next((sex for sex in SEXES if word in pronouns(sex)), "")
        if (
            (gender or word in pronouns("thing"))
            and (ahead := named_ahead(tree, self.names, number, index))
            and fits(ahead, gender)
        ):
            return (governments().get(ahead.name.lower(), ahead.name),)
        if gender:
            return personal(self, number, index, gender)
        if word in pronouns("thing") and not is_expletive(tree, index):
            return thing(self, number, index)
        partitive = any(tree.tokens[c].text.lower() == "of" for c in tree.below[index])
        if (word in pronouns("several", "two") and not partitive) or means_two(tree, index):
            return pair(self, number, index)
        if body := named_before(self, number, index):
            return body
        rows = lexicon.roles_of(token.lemma.lower(), token.tag) if token.pos in ("NOUN", "PROPN") else ()
        if is_national(tree, index):
            return one_of_people(self, number, index)
        return of_that_age(self, number, index) or (by_role(self, number, index, rows) if rows else ())

    def spoke(self, seen: Seen) -> bool:
        """Whether this was the subject of a verb of saying."""
        tree = self.trees[seen.sentence]
        verb = tree.tokens[tree.tokens[seen.token].head]
        active = tree.tokens[seen.token].dep != "nsubjpass"
        says = (verb.lemma.lower(), "VERB") in lexicon.cues() or tells_of(tree, verb.index, "REQUEST", "STATEMENT")
        return seen.subject and active and says

    def in_possessive(self, number: int, index: int) -> bool:
        """Whether a token only says whose or what kind another is."""
        return self.trees[number].tokens[index].dep in ("poss", "compound", "amod")

    def kind(self, name: str) -> str:
        """Kind of the one that was spoken of under this name; "" when nobody was."""
        return next((s.kind for s in self.seen if s.name == name), "")

    def salience(self, seen: Seen, number: int) -> float:
        """How likely a person is spoken of again: lately, as the topic, often; who only spoke is less of a topic."""
        topic = min(seen.rank, 1.0) if self.spoke(seen) else seen.rank
        return topic - 1.5 * (number - seen.sentence) + 0.15 * min(self.names.count[seen.name], 10)


def _is_quoted(tree: Tree, index: int) -> bool:
    """Quoted an official saying: who is heard is no subject, and speaks."""
    says = (tree.tokens[c] for c in tree.children(index, "acl"))
    return any(t.tag == "VBG" and (t.lemma.lower(), "VERB") in lexicon.cues() for t in says)
