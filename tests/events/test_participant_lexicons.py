"""Rows of the lexicons about who takes part: each is true of its own example, and not of its counterexample."""

from __future__ import annotations

import pytest

from pipeline.events import lexicon
from pipeline.events.actors.affected import related
from pipeline.events.actors.gender import NameEnding, gender_of
from pipeline.events.actors.given_names import GivenName
from pipeline.events.parse.syntax import tree
from pipeline.events.parse.voice import is_passive
from pipeline.events.reading import read
from pipeline.resources import table
from tests.events import reading


@pytest.mark.parametrize("row", table("lexicons/en/relational_nouns.csv", lexicon.Listed), ids=lambda r: r.lemma)
def test_who_stands_behind_a_preposition_of_several_words(row: lexicon.Listed) -> None:
    def found(text: str) -> list[int]:
        trees = map(tree, reading.sentences(reading.document(text)))
        return [
            head
            for parse in trees
            for token in parse.tokens
            if token.dep == "ROOT"
            for head in related(parse, token.index)
        ]

    assert found(row.example)
    assert not (row.counterexample and found(row.counterexample))


PARTICIPANT_WORDS = table("lexicons/en/participant_words.csv", lexicon.ParticipantWord)


def named(text: str, field: str) -> set[str]:
    return {name for m in reading.mentions(text) for name in getattr(m, field)}


PRESIDENTS = ("Vladimir Putin", "Alexander Lukashenko")
FOR_WHOM = {
    "court": (("Belarus",), ()),
    "leads": (PRESIDENTS, ("Ivan Petrov", "Anna Orlova")),
    "holds some office": (("Russia", "Belarus"), PRESIDENTS),
    "a state": (("Latvia",), ()),
}
"""Who acts at last in the examples of a kind, and in their counterexamples."""


@pytest.mark.parametrize("row", PARTICIPANT_WORDS, ids=lambda r: f"{r.word}-{r.kind}")
def test_a_word_tells_who_takes_part_or_where(row: lexicon.ParticipantWord) -> None:
    everyone = named(row.example, "actors") | named(row.example, "recipients")
    match row.kind:
        case "target":
            assert {"Latvia", "Maria Orlova"} & named(row.example, "recipients")
        case "place" | "land":
            told = {name.lower() for name in named(row.example, "locations")}
            assert {"riga", "latvia", "malta", f"gomel {row.word}"} & told
            assert not named(row.counterexample, "locations")
        case "undergoes" | "done to":
            assert {"Latvia", "Maria Orlova"} & named(row.example, "recipients")
            assert not {"Latvia", "Maria Orlova"} & named(row.counterexample, "recipients")
        case "wish":
            assert "Ivan Petrov" not in everyone
            assert "Ivan Petrov" in named(row.counterexample, "recipients")
        case "body":
            assert "Riga Committee" in reading.mention(row.example, "condemn").actors
            assert "Riga Committee" not in reading.mention(row.counterexample, "condemn").actors
        case "identifies":
            assert "Ivan Petrov" in reading.mention(row.example, "detain").recipients
            assert "Ivan Petrov" not in reading.mention(row.counterexample, "detain").recipients
        case "apposed":
            assert "Wagner Group" in named(row.example, "actors")
            assert "Wagner Group" not in named(row.counterexample, "actors")
        case "company":
            assert {"Maria Orlova", "Ivan Petrov"} <= named(row.example, "recipients")
        case "weapon":
            assert "Latvia" in everyone
            assert "Zarya" not in everyone
        case "other time":
            assert not everyone & named(row.counterexample, "actors")
        case "court" | "leads" | "holds some office" | "a state":
            last = [reading.mentions(text)[-1].actors for text in (row.example, row.counterexample)]
            assert tuple(last) == FOR_WHOM[row.kind]
        case "count":
            last = reading.mentions(row.example)[-1]
            assert "Latvia" in (*last.actors, *last.recipients)
            other = reading.mentions(row.counterexample)[-1]
            assert "Latvia" not in (*other.actors, *other.recipients)


@pytest.mark.parametrize("row", [row for row in PARTICIPANT_WORDS if row.kind == "street"], ids=lambda r: r.word)
def test_who_a_street_is_called_after_is_not_there(row: lexicon.ParticipantWord) -> None:
    assert "Anna Orlova" not in named(row.example, "actors") | named(row.example, "recipients")
    assert "Anna Orlova" in named(row.counterexample, "actors")


@pytest.mark.parametrize("row", [row for row in PARTICIPANT_WORDS if row.kind == "number of"], ids=lambda r: r.word)
def test_a_number_of_people_are_those_people(row: lexicon.ParticipantWord) -> None:
    assert "Latvian lawmakers" in named(row.example, "actors")
    assert "Latvian lawmakers" not in named(row.counterexample, "actors")


@pytest.mark.parametrize("row", [row for row in PARTICIPANT_WORDS if row.kind == "refuge"], ids=lambda r: r.word)
def test_a_refuge_does_not_vote(row: lexicon.ParticipantWord) -> None:
    vote = [reading.mention(text, "election").actors for text in (row.example, row.counterexample)]
    assert vote == [(), ("Latvia",)]


LEFT = [row for row in PARTICIPANT_WORDS if row.kind == "left behind"]


@pytest.mark.parametrize("row", LEFT, ids=lambda r: r.word)
def test_who_travels_leaves_behind_where_it_was_before(row: lexicon.ParticipantWord) -> None:
    assert [reading.mention(text, "election").locations for text in (row.example, row.counterexample)] == [
        (),
        ("Poland",),
    ]


FURTHER = [row for row in PARTICIPANT_WORDS if row.kind == "says further"]


@pytest.mark.parametrize("row", FURTHER, ids=lambda r: r.word)
def test_who_adds_something_is_who_spoke_before(row: lexicon.ParticipantWord) -> None:
    who = [reading.stands_for(text, "he") for text in (row.example, row.counterexample)]
    assert who == [{"Mariusz Kamiński"}, {"Ivan Petrov"}]


TWO_STATES = [row for row in PARTICIPANT_WORDS if row.kind in ("each a state", "organ of each")]


@pytest.mark.parametrize("row", TWO_STATES, ids=lambda r: r.word)
def test_the_two_of_them_are_states(row: lexicon.ParticipantWord) -> None:
    head = row.example.split("The two ")[1].split()[0]
    assert reading.stands_for(row.example, head) == {"Latvia", "Estonia"}
    assert reading.stands_for(row.counterexample, "planes") == set()


OWN_WORDS = [row for row in PARTICIPANT_WORDS if row.kind == "own words"]


@pytest.mark.parametrize("row", OWN_WORDS, ids=lambda r: r.word)
def test_words_are_of_whoever_spoke(row: lexicon.ParticipantWord) -> None:
    who = [reading.stands_for(text, "his") for text in (row.example, row.counterexample)]
    assert who == [{"Mariusz Kamiński"}, {"Ivan Petrov"}]


OF_NOBODY = [row for row in PARTICIPANT_WORDS if row.kind in ("comes out", "is left", "is plain")]


@pytest.mark.parametrize("row", OF_NOBODY, ids=lambda r: f"{r.word}-{r.kind}")
def test_before_a_clause_it_means_nobody(row: lexicon.ParticipantWord) -> None:
    assert [reading.stands_for(text, "it") for text in (row.example, row.counterexample)] == [set(), {"Latvia"}]


TAKEN = {"judges": "oprd", "passes": "dobj"}
"""What hangs on a verb of a kind that hangs elsewhere behind another."""


@pytest.mark.parametrize("row", [row for row in PARTICIPANT_WORDS if row.kind in TAKEN], ids=lambda r: r.word)
def test_what_a_verb_takes(row: lexicon.ParticipantWord) -> None:
    def taken(text: str) -> list[str]:
        parse = next(iter(map(tree, reading.sentences(reading.document(text)))))
        root = next(t.index for t in parse.tokens if t.dep == "ROOT")
        return [parse.tokens[c].text for c in parse.children(root, TAKEN[row.kind])]

    assert {"guilty", "months"} & {*taken(row.example)}
    assert not {"guilty", "months"} & {*taken(row.counterexample)}


KIN = [row for rows in lexicon.role_nouns().values() for row in rows if row.kind == "kin" and "killed" in row.example]


@pytest.mark.parametrize("row", KIN, ids=lambda r: r.lemma)
def test_whose_they_are_is_not_who_they_are(row: lexicon.RoleNoun) -> None:
    killed = [m for m in reading.mentions(row.example) if m.lemma == "kill"]
    assert killed
    assert not any({*m.actors, *m.recipients} & {"Maria Orlova"} for m in killed)


@pytest.mark.parametrize("row", table("lexicons/en/fatal_verbs.csv", lexicon.Listed), ids=lambda r: r.lemma)
def test_a_life_taken_outweighs_a_wound(row: lexicon.Listed) -> None:
    assert [m.lemma for m in reading.mentions(row.example) if m.on_timeline and m.event_type == "ASSAULT"] == [
        row.lemma
    ]
    assert [m.lemma for m in reading.mentions(row.counterexample) if m.on_timeline] == ["injure"]


def _shares_auxiliary(text: str) -> list[bool]:
    """For each verb behind a passive and "and" or "or", whether it is passive, too."""
    trees = map(tree, reading.sentences(reading.document(text)))
    return [is_passive(p, t.index) for p in trees for t in p.tokens if t.dep == "conj" and t.pos == "VERB"]


@pytest.mark.parametrize("row", table("lexicons/en/no_passive_verbs.csv", lexicon.Listed), ids=lambda r: r.lemma)
def test_nobody_is_died(row: lexicon.Listed) -> None:
    assert (_shares_auxiliary(row.example), _shares_auxiliary(row.counterexample)) == ([False], [True])


@pytest.mark.parametrize("row", table("lexicons/en/two_object_verbs.csv", lexicon.Listed), ids=lambda r: r.lemma)
def test_an_object_is_kept_in_the_passive(row: lexicon.Listed) -> None:
    assert (_shares_auxiliary(row.example), _shares_auxiliary(row.counterexample)) == ([True], [False])


@pytest.mark.parametrize("row", table("lexicons/en/outcome_verbs.csv", lexicon.Listed), ids=lambda r: r.lemma)
def test_an_outcome_is_nobodys_deed(row: lexicon.Listed) -> None:
    assert reading.mention(row.example, row.lemma).title.startswith("Ten ")
    if row.counterexample:
        assert reading.mention(row.counterexample, "blame").title.startswith("A clerk ")


@pytest.mark.parametrize("row", table("lexicons/en/body_nouns.csv", lexicon.Listed), ids=lambda r: r.lemma)
def test_a_noun_ends_the_name_of_a_body_and_is_none_by_itself(row: lexicon.Listed) -> None:
    def bodies(text: str) -> list[str]:
        source = reading.document(text)
        return [name.name for name in read(source, reading.sentences(source), ()).names.all if name.kind == "body"]

    assert [name for name in bodies(row.example) if row.lemma in name.lower()]
    assert not bodies(row.counterexample)


@pytest.mark.parametrize("row", table("lexicons/en/surname_endings.csv", NameEnding), ids=lambda r: r.ending)
def test_an_ending_tells_the_gender_of_its_example(row: NameEnding) -> None:
    bearer, other = (" ".join(text.split()[:2]) for text in (row.example, row.counterexample))
    assert bearer.endswith(row.ending) and gender_of(bearer) == row.gender
    assert gender_of(other) != row.gender


GIVEN_NAMES = table("lexicons/en/given_names.csv", GivenName)


def test_a_given_name_opens_a_sentence_before_a_known_surname() -> None:
    """Names that begin as Alexander and Oleksandr do may be the president's."""
    other = [row for row in GIVEN_NAMES if row.word[0] not in "AO"]
    wrong = {row.word for row in other if "Alexander Lukashenko" in named(row.example, "recipients")}
    assert not wrong
