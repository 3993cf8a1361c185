"""Sentences and tokens keep their offsets; headings stay apart; capitals and odd letters are read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import flow, language
from pipeline.language import steps
from pipeline.language.casing import readable
from pipeline.language.embedding import embed_once
from pipeline.language.exceptions import Remembered
from pipeline.language.segments import Segment, segments
from pipeline.model import Block, BlockKind, Document, Issue, Sentence, Span
from pipeline.settings.language import PARSED_MOST, SPACY_MODEL


def document(text: str, *blocks: tuple[BlockKind, int, int]) -> Document:
    marked = tuple(Block(kind, Span(start, end)) for kind, start, end in blocks)
    return Document("d", "d", "d.txt", text, marked)


def parsed(text: str, *blocks: tuple[BlockKind, int, int]) -> tuple[Sentence, ...]:
    return next(iter(language.parse([document(text, *blocks)])))


def words(text: str, sentence: Sentence) -> str:
    return text[sentence.span.start : sentence.span.end]


def test_a_heading_is_never_glued_to_a_sentence() -> None:
    text = "Troops Leave The Valley\nThe army left on Monday.\nQuiet returned."
    found = [words(text, s) for s in parsed(text)]
    assert found == ["Troops Leave The Valley", "The army left on Monday.", "Quiet returned."]


def test_a_wrapped_line_goes_on_below() -> None:
    text = "The army left the valley on Monday and\nwent home."
    assert [words(text, s) for s in parsed(text)] == [text]


def test_only_the_article_is_parsed() -> None:
    text = "News here. An advert there. More news."
    found = parsed(text, ("body", 0, 10), ("sidebar", 11, 27), ("body", 28, 38))
    assert [words(text, s) for s in found] == ["News here.", "More news."]


def test_one_tuple_a_document_in_order_even_when_one_is_empty() -> None:
    texts = ["", "One left.", "Минск молчит.", "", "Two left. Three stayed."]
    assert [len(found) for found in language.parse(document(t) for t in texts)] == [0, 1, 0, 0, 2]


def test_bullets_are_no_part_of_the_sentence() -> None:
    text = "• Minsk closed the border.\n- Riga protested."
    assert [words(text, s) for s in parsed(text)] == ["Minsk closed the border.", "Riga protested."]


@pytest.mark.parametrize(
    ("text", "tense"),
    [("Minsk closed it.", "past"), ("Minsk will close it.", "future"), ("Minsk closes it.", "present")],
)
def test_tense(text: str, tense: str) -> None:
    assert parsed(text)[0].tense == tense


def test_the_gazetteer_names_people_that_the_model_does_not_know() -> None:
    tokens = parsed("Makei met Lukashenko.")[0].tokens
    assert tokens[2].actor_id == "lukashenko"
    assert tokens[0].entity == "PERSON"


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        ("Minsk Closes Border With Poland After Protest", "headline", "Minsk closes border with Poland after protest"),
        ("PUTIN MET LUKASHENKO ON THE FARM", "body", "Putin met Lukashenko on the farm"),
        ("Ordinary words stay as they are.", "body", "Ordinary words stay as they are."),
        ("BREST, Belarus (AP) — The gate shut.", "body", " " * 22 + "The gate shut."),
        ("Riga, 3 May 1997 (BNS) -- The gate shut.", "body", " " * 26 + "The gate shut."),
        ("New York, May 3, 2011–As the gate shut.", "body", " " * 22 + "As the gate shut."),
        ("Riga, Latvia - The gate shut.", "body", " " * 15 + "The gate shut."),
        ("NATO — The alliance met.", "body", "NATO — The alliance met."),
        ("\u202eThe gate\u202c shut.", "body", " The gate  shut."),
        ("Anna Orlova — Her party lost.", "body", "Anna Orlova — Her party lost."),
    ],
)
def test_casing(text: str, kind: BlockKind, shown: str) -> None:
    assert readable(Segment(text, 0, kind), "") == shown


def test_five_megabytes_on_one_line_are_cut() -> None:
    text = "word " * 20_000
    pieces = list(segments(document(text)))
    assert len(pieces) > 1
    assert all(text[p.offset : p.offset + len(p.text)] == p.text for p in pieces)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from('aB .,\n\r\t"“”’—9йИ🎙\u200f\u00a0\u2028İß'), max_size=150))
def test_offsets_hold_on_any_text(text: str) -> None:
    for sentence in parsed(text):
        for token in sentence.tokens:
            assert text[token.span.start : token.span.end] == token.text
            assert 0 <= token.head < len(sentence.tokens)
            assert sentence.span.start <= token.span.start < token.span.end <= sentence.span.end


def test_tags_and_speakers_are_no_words() -> None:
    text = "PESKOV: The <b>president</b> met him.\n\nQUESTION: Will he travel to Minsk?"
    found = [token.text for sentence in parsed(text) for token in sentence.tokens]
    assert found == ["The", "president", "met", "him", ".", "Will", "he", "travel", "to", "Minsk", "?"]


def test_remembered_exceptions_are_those_that_spacy_finds() -> None:
    nlp = spacy.load(str(SPACY_MODEL.default))
    ruler: Any = nlp.get_pipe("attribute_ruler")
    text = "He who's gone ain't gonna tell Minsk that it'd left; there were two who'd better been there.\n Y'all left."
    doc = nlp.get_pipe("parser")(nlp.get_pipe("tagger")(nlp.get_pipe("tok2vec")(nlp.make_doc(text))))
    remembered = Remembered(ruler)
    for _ in range(2):
        found = remembered(doc, allow_missing=True, as_spans=False)
        assert sorted(found) == sorted(ruler.matcher(doc, allow_missing=True, as_spans=False))


TOGETHER = ("Anna Petrova flew from Minsk to Riga on 3 May.", "", "Riga paid $5 million; Riga and Minsk argued.", "No.")


def test_a_batch_read_a_step_at_a_time_has_the_parse_and_entities_that_spacy_finds() -> None:
    nlp = spacy.load(str(SPACY_MODEL.default))
    theirs = list(nlp.pipe(TOGETHER))
    found = list(steps.parsed(nlp, ((text, at) for at, text in enumerate(TOGETHER)), batch=3, most=10_000))
    assert [at for _, at in found] == list(range(len(TOGETHER)))
    ours = [doc for doc, _ in found]
    assert [doc.to_json() for doc in ours] == [doc.to_json() for doc in theirs]
    assert any(doc.ents for doc in ours)


def test_a_batch_is_full_by_texts_or_by_characters() -> None:
    nlp, taken = spacy.blank("en"), list[str]()

    def texts(*lengths: int) -> Iterator[tuple[str, int]]:
        for length in lengths:
            taken.append("a" * length)
            yield taken[-1], length

    for lengths, first in (((1, 1, 1, 1), 3), ((6, 5, 1, 1), 2), ((30, 1), 1)):
        taken.clear()
        ahead = steps.parsed(nlp, texts(*lengths), batch=3, most=10)
        assert next(ahead)[1] == lengths[0] and len(taken) == first
        assert [beside for _, beside in ahead] == list(lengths[1:])


def test_words_embedded_once_have_the_vectors_that_spacy_gives() -> None:
    nlp = spacy.load(str(SPACY_MODEL.default))
    theirs = [doc.tensor.ravel().tolist() for doc in nlp.pipe(TOGETHER)]
    embed_once(nlp)
    for name in ("tok2vec", "ner"):
        model: Any = nlp.get_pipe(name).model  # type: ignore[attr-defined]
        assert "once" in [node.name for node in model.walk()]
    ours = [doc.tensor.ravel().tolist() for doc in nlp.pipe(TOGETHER)]
    assert ours == [pytest.approx(vectors, rel=1e-4, abs=1e-5) for vectors in theirs]


def test_a_text_longer_than_a_book_is_dated_and_its_events_are_refused() -> None:
    long = document("On Monday he met " + "a" * int(PARSED_MOST.number) + " in Minsk.")
    issue, reading = flow.analyse([long], today=None)
    assert isinstance(issue, Issue)
    assert (issue.severity, "split it" in issue.message) == ("skipped", True)
    assert isinstance(reading, flow.Reading)
    assert [each.text for each in reading.timexes] == ["Monday"]
    assert reading.mentions == ()
