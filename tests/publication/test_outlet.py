"""The outlet is who speaks, not who is cited."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.publication.outlet import OutletRule, find_outlet, outlet_rules
from tests.publication.expressions import article

CASES = [
    ("The minister left. The Moscow Times has contacted the ministry for comment.", "Moscow Times"),
    ("GRODNO, Belarus (AP) _ The crossing was closed.", "Associated Press"),
    ("The crossing was closed.\n\nAnna van Dorn is a Politico reporter based in Riga.", "Politico"),
    ("The crossing was closed.\n\n© 2023 Meduza. All rights reserved.", "Meduza"),
    ("“We wait,” he told Meduza. “It is cold,” she told Meduza. “Home,” said a third, who spoke to Meduza.", "Meduza"),
    ("The crossing was closed, BelTA reported.", None),
    ("“We wait,” a driver told NV Radio earlier.", None),
    ("A Kyiv Post journalist wrote on Twitter that the crossing was closed.", None),
    ("The Daily Mail and The Sun have both issued reports on it, according to Meduza.", None),
    ("“We wait,” he told Meduza. “It is cold,” she told Reuters.", None),
    ("The crossing was closed.", None),
]


@pytest.mark.parametrize(("text", "outlet"), CASES)
def test_who_speaks(tmp_path: Path, text: str, outlet: str | None) -> None:
    assert find_outlet(article(tmp_path, text))[0] == outlet


def test_metadata_and_address_come_first(tmp_path: Path) -> None:
    text = "GRODNO, Belarus (AP) _ The crossing was closed."
    named = article(tmp_path, f"---\noutlet: the kyiv post\n---\n{text}", name="a.md")
    assert find_outlet(named)[0] == "Kyiv Post"
    addressed = article(tmp_path, f"---\nurl: https://www.themoscowtimes.com/2023/x\n---\n{text}", name="b.md")
    assert find_outlet(addressed)[0] == "Moscow Times"
    broken = article(tmp_path, f"---\nurl: 'http://[broken'\n---\n{text}", name="c.md")
    assert find_outlet(broken)[0] == "Associated Press"


@pytest.mark.parametrize("rule", outlet_rules(), ids=lambda rule: rule.name)
def test_a_rule_keeps_to_its_examples(rule: OutletRule) -> None:
    assert all(re.search(rule.pattern, line) for line in rule.positive)
    assert not any(re.search(rule.pattern, line) for line in rule.negative)
    assert rule.positive
    assert rule.negative
