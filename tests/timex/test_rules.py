"""Every rule and every word carries its own examples; here they are tried."""

import re

import pytest

from pipeline.model import Document, LocalExpression
from pipeline.timex.recognition.lexer import tokenize
from pipeline.timex.recognition.lexicon import TimeWord, words
from pipeline.timex.recognition.recognise import recognise
from pipeline.timex.recognition.rules import Rule, all_rules, grammar
from tests.timex.test_deciding_words import DAYS

POSITIVE = [(rule, text) for rule in all_rules() for text in rule.positive]
STARTING = frozenset[str]().union(*(matcher.opening for matcher in grammar().matchers))
NEGATIVE = [(rule, text) for rule in all_rules() for text in rule.negative]


def found(text: str) -> tuple[LocalExpression, ...]:
    return recognise(Document(doc_id="d", name="d", source_uri="d", text=text, blocks=()))


@pytest.mark.parametrize(("rule", "example"), POSITIVE, ids=lambda x: x.id if isinstance(x, Rule) else x[:40])
def test_rule_finds_its_examples(rule: Rule, example: str) -> None:
    shown, _, local = example.partition(" => ")
    text = shown.replace("[", "").replace("]", "")
    mine = [e for e in found(text) if e.rule_id == rule.id]
    assert [e.text for e in mine] == re.findall(r"\[(.*?)\]", shown), [(e.rule_id, e.text) for e in found(text)]
    if local:
        assert [e.local_value for e in mine] == local.split("; ")


@pytest.mark.parametrize(("rule", "example"), NEGATIVE, ids=lambda x: x.id if isinstance(x, Rule) else x[:40])
def test_rule_leaves_its_counterexamples(rule: Rule, example: str) -> None:
    if rule.type == "NONE":
        assert found(example) == ()
    else:
        assert [e.text for e in found(example) if e.rule_id == rule.id] == []


def test_no_rule_that_matches_is_left_untried() -> None:
    rules = grammar()
    tokens = tokenize(" ".join(re.sub(r"[\[\]]| => .*", "", text) for _, text in POSITIVE[::4]))
    classes = rules.vocabulary.encode(tokens)
    for place in range(len(classes)):
        pair = classes[place : place + 2] if classes[place] in STARTING else ""
        tried = {m.rule.id for each in rules.starting.values() if each.opening.match(pair) for m in each.of(pair)}
        assert {m.rule.id for m in rules.matchers if m.regex.match(classes, place)} <= tried


def test_every_rule_has_examples() -> None:
    for rule in all_rules():
        assert rule.negative, rule.id
        assert rule.positive or rule.type == "NONE", rule.id


@pytest.mark.parametrize(
    "word", [w for w in words() if w.example and w.symbol not in DAYS], ids=lambda w: f"{w.symbol}:{w.word}"
)
def test_word_is_part_of_a_time(word: TimeWord) -> None:
    assert any(word.word.split()[0] in e.text.lower() for e in found(word.example)), found(word.example)


@pytest.mark.parametrize(
    "word", [w for w in words() if w.counterexample and w.symbol not in DAYS], ids=lambda w: f"{w.symbol}:{w.word}"
)
def test_word_is_no_time_elsewhere(word: TimeWord) -> None:
    assert found(word.counterexample) == ()
