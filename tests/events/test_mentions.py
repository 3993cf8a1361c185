"""What the event rules make of short texts of our own: who, what, when, who says so, how sure."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import events
from pipeline.events.actors.own_words import in_own_words
from pipeline.events.reading import read
from pipeline.model import EventMention
from tests.events import reading
from tests.events.reading import days


def plotted(text: str, **options: str) -> list[EventMention]:
    return [m for m in reading.mentions(text, **options) if m.on_timeline]


DATES = [
    # text, lemma, first day, last day, how it was found
    ("Vladimir Putin met Alexander Lukashenko on Monday.", "meet", "2023-03-13", "2023-03-13", "publication-relative"),
    ("The October 8 explosion damaged the bridge.", "explosion", "2022-10-08", "2022-10-08", "explicit"),
    ("Minsk has exported potash through Russia since 2021.", "export", "2021-01-01", "2023-03-15", "explicit"),
    ("Maria Orlova has led the ministry since 2019.", "lead", "2019-01-01", None, "explicit"),
    ("Warsaw expelled two diplomats.", "expel", None, "2023-03-15", "publication-relative"),
    ("Warsaw will expel two diplomats.", "expel", "2023-03-15", None, "publication-relative"),
    (
        "Days after Riga closed the border on March 1, Minsk recalled its envoy.",
        "recall",
        "2023-03-02",
        "2023-03-15",
        "event-anchored",
    ),
    ("Russia invaded Ukraine.", "invade", "2022-02-24", "2022-02-24", "cross-document"),
]


@pytest.mark.parametrize(("text", "lemma", "first", "last", "dating"), DATES)
def test_date(text: str, lemma: str, first: str | None, last: str | None, dating: str) -> None:
    found = reading.mention(text, lemma)
    assert days(found) == (first, last)
    assert found.dating == dating


def test_an_address_tells_of_nothing() -> None:
    text = "Igor Petrov left Minsk. Read www.example.org/vote or https://example.org/attack, or ask press@example.org."
    assert not [m for m in reading.mentions(text) if "example" in text[m.trigger.start : m.trigger.end]]


def test_the_day_of_the_saying_is_not_the_day_of_what_is_said() -> None:
    found = reading.mention("Igor Petrov said on Tuesday that Warsaw expelled two diplomats.", "expel")
    assert days(found) == (None, "2023-03-14")
    assert found.claimant == "Igor Petrov"


def test_publication_day_is_no_default() -> None:
    assert all(
        m.interval is None
        for m in reading.mentions(
            "Warsaw expelled two diplomats.",
        )
        if m.tense == "future"
    )
    source = reading.document("Warsaw expelled two diplomats.", published=None)
    assert all(m.dating == "undated" for m in events.extract(source, reading.sentences(source), ()))


def test_scene_goes_on_and_ends_with_the_present_tense() -> None:
    text = (
        "Alexander Lukashenko visited a farm in Grodno on Monday. He then met the workers. "
        "He is the president. He visited Brest."
    )
    met = reading.mention(text, "meet")
    assert days(met) == ("2023-03-13", "2023-03-13")
    assert met.dating == "inherited"
    last = [m for m in reading.mentions(text) if m.lemma == "visit"][-1]
    assert days(last) == (None, "2023-03-15")


FACTUALITY = [
    ("Warsaw expelled two diplomats.", "expel", "asserted", None),
    ("Warsaw did not expel two diplomats.", "expel", "denied", None),
    ("Warsaw may expel two diplomats.", "expel", "hypothetical", None),
    ("If Warsaw expels two diplomats, Minsk will object.", "expel", "hypothetical", None),
    ("Warsaw plans to expel two diplomats.", "expel", "planned", None),
    ("Warsaw reportedly expelled two diplomats.", "expel", "reported", None),
    ("Warsaw allegedly expelled two diplomats.", "expel", "alleged", None),
    ("Igor Petrov said Warsaw expelled two diplomats.", "expel", "reported", "Igor Petrov"),
    ("Igor Petrov claimed that Warsaw poisoned two diplomats.", "poison", "alleged", "Igor Petrov"),
    ("According to Igor Petrov, Warsaw expelled two diplomats.", "expel", "reported", "Igor Petrov"),
    ("“Warsaw expelled two diplomats on Monday,” Igor Petrov said.", "expel", "reported", "Igor Petrov"),
    ("Warsaw protested, Igor Petrov said, after Russia's 2014 annexation of Crimea.", "annexation", "asserted", None),
]


@pytest.mark.parametrize(("text", "lemma", "factuality", "claimant"), FACTUALITY)
def test_factuality_and_claimant(text: str, lemma: str, factuality: str, claimant: str | None) -> None:
    found = reading.mention(text, lemma)
    assert (found.factuality, found.claimant) == (factuality, claimant)


ACTORS = [
    ("Vladimir Putin met the Belarusian president.", "meet", {"Vladimir Putin", "Alexander Lukashenko"}),
    ("Alexander Lukashenko spoke. He visited Brest.", "visit", {"Alexander Lukashenko"}),
    ("Two men were poisoned by Russian agents.", "poison", {"Russian agents"}),
    ("Putin's invasion of Ukraine began at dawn.", "invasion", {"Vladimir Putin", "Ukraine"}),
    ("Maria Orlova, who visited Brest, resigned.", "visit", {"Maria Orlova"}),
    ("Maria Orlova spoke. Orlova visited Brest.", "visit", {"Maria Orlova"}),
    ("Belarus and Russia signed a treaty in 1997.", "sign", {"Belarus", "Russia"}),
]


@pytest.mark.parametrize(("text", "lemma", "names"), ACTORS)
def test_participants(text: str, lemma: str, names: set[str]) -> None:
    found = reading.mention(text, lemma)
    assert names <= {*found.actors, *found.recipients}


TITLES = [
    ("Vladimir Putin met Alexander Lukashenko on Monday.", "Vladimir Putin meets Alexander Lukashenko"),
    ("Maria Orlova was arrested by police on Monday.", "Maria Orlova is arrested by police"),
    ("Maria Orlova spoke on Monday. She carried out a raid on Tuesday.", "Maria Orlova carries out a raid"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_title_reads_like_a_headline(text: str, title: str) -> None:
    assert title in {m.title for m in reading.mentions(text)}


def test_a_word_to_the_outlet_is_news_of_its_day() -> None:
    text = "Anna Weber, an analyst, told Baltic Voice that the border may close. She added that trade had fallen."
    found = plotted(text, outlet="Baltic Voice")
    assert [(m.lemma, days(m)) for m in found] == [("tell", ("2023-03-15", "2023-03-15"))]


def test_bare_words_of_saying_are_no_events() -> None:
    text = "Igor Petrov said the weather was fine. He added that he liked it."
    assert plotted(text) == []


ODD = {
    "nothing": "",
    "blank": " \n\t\n ",
    "capitals": "VLADIMIR PUTIN MET ALEXANDER LUKASHENKO IN MINSK ON MONDAY AND SIGNED A TREATY.",
    "transcript": "HOST: Who is it?\nPETROV: I resigned on Monday.\nHOST: Why?\nPETROV: They arrested my brother.",
    "list": "Sanctioned:\n- Ivan Petrov, minister\n- Belaruskali, company\n- Oleg Sidorov, judge",
    "quotation": "“We met on Monday. We signed nothing. They left at noon,” said Igor Petrov.",
    "odd marks": 'You are drawn into it," Petrov said on Monday. "But you may leave. He “left” on Tuesday. "We',
    "elsewhere": "Beat the eggs, add the sugar and bake the cake for an hour. Serve it cold.",
    "cyrillic": "Президент Беларуси Александр Лукашенко встретился с Владимиром Путиным в понедельник.",
    "long": "On Monday " + "Ivan Petrov met Oleg Sidorov and " * 40 + "left.",
}


@pytest.mark.parametrize("kind", ODD)
def test_odd_texts_break_nothing(kind: str) -> None:
    text = ODD[kind]
    for found in reading.mentions(text):
        assert text[found.trigger.start : found.trigger.end]
        assert found.passage.start <= found.trigger.start < found.trigger.end <= found.passage.end
        assert len(found.title) <= 90
        assert found.trace


def test_cyrillic_gives_no_events_rather_than_nonsense() -> None:
    assert reading.mentions(ODD["cyrillic"]) == ()


def test_another_subject_stays_off_the_timeline() -> None:
    assert plotted(ODD["elsewhere"]) == []


def test_capitals_are_read_like_other_letters() -> None:
    found = plotted(ODD["capitals"])
    assert {"Vladimir Putin", "Alexander Lukashenko"} <= {name for m in found for name in (*m.actors, *m.recipients)}


def test_every_decision_has_its_reason() -> None:
    found = reading.mention("Igor Petrov said Warsaw expelled two diplomats on Monday.", "expel")
    assert {"trigger", "type", "participants", "claimant", "factuality", "date", "timeline"} <= {
        s.stage for s in found.trace
    }
    assert all(step.choice and step.because for step in found.trace)


def test_two_runs_give_the_same(text: str = "Warsaw expelled two diplomats on Monday. Minsk protested.") -> None:
    assert reading.mentions(text) == reading.mentions(text)


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.sampled_from("aZ .,\n\"“”'’()—0129йПут🎙\u200f"), max_size=120))
def test_never_raises(text: str) -> None:
    for found in reading.mentions(text, published=dt.date(2023, 3, 15)):
        assert text[found.trigger.start : found.trigger.end]


@pytest.mark.parametrize(
    "text", ["Was the minister poisoned in Minsk?", "Did Vladimir Putin meet Alexander Lukashenko?"]
)
def test_what_is_only_asked_has_not_happened(text: str) -> None:
    found = reading.mentions(text)
    assert found
    assert {m.factuality for m in found} == {"hypothetical"}
    assert not any(m.on_timeline for m in found)


def test_words_that_would_tell_the_day_are_kept() -> None:
    text = "Police arrested Maria Orlova on Monday. Lukashenko met Vladimir Putin in Sochi."
    found = {m.lemma: m for m in reading.mentions(text, published=None)}
    held, met = found["arrest"], found["meet"]
    assert held.timex_span is not None
    assert text[held.timex_span.start : held.timex_span.end] == "Monday"
    assert (held.interval, held.dating) == (None, "undated")
    assert "“Monday” would tell the day, but" in " ".join(step.because for step in held.trace)
    assert (met.timex_span, met.dating) == (None, "undated")


def test_a_place_of_several_names_stands_under_one() -> None:
    found = reading.mention("Explosions were heard on the Kerch Strait Bridge and the Kerch Bridge on Tuesday.", "hear")
    assert found.locations == ("Crimean Bridge",)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels fought with anger and a desire to capture a town.",
        "Police and unnamed officials arrested him.",
    ],
)
def test_somebody_unnamed_is_described_by_the_noun_itself_though_it_comes_second(text: str) -> None:
    source = reading.document(text)
    understood = read(source, reading.sentences(source), ())
    nouns = [t for t in understood.trees[0].tokens if t.pos == "NOUN"]
    assert any(t.dep == "conj" for t in nouns)
    for noun in nouns:
        assert noun.text.lower() in in_own_words(understood.referents, 0, noun.index).lower().split()


def test_only_who_takes_part_stands_in_the_trace_of_participants() -> None:
    found = reading.mention("Police detained Ivan Petrov on Monday.", "detain")
    told = next(step.because for step in found.trace if step.stage == "participants")
    assert "“Petrov”" in told
    assert "Monday" not in told


@pytest.mark.parametrize(
    ("text", "lemma", "places"),
    [
        ("The Latvian city of Riga was attacked by drones on Friday.", "attack", ("Riga",)),
        ("The mayor of Riga was attacked by dogs on Friday.", "attack", ()),
        ("The bombing on Friday killed two people travelling from Riga to Narva.", "kill", ()),
        ("Eight prisoners were transferred to Vilnius on Friday.", "transfer", ("Vilnius",)),
        ("The Polish ministry called on Minsk on Friday to release Oleg Petrov.", "call", ()),
    ],
)
def test_where_it_happens_is_no_goal_and_no_government(text: str, lemma: str, places: tuple[str, ...]) -> None:
    assert reading.mention(text, lemma).locations == places
