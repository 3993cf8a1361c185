"""What README.md says can be done: its example in Python runs, its commands are there, its links lead somewhere."""

import doctest
import re
from pathlib import Path

import pytest

from pipeline.__main__ import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_its_example_prints_what_it_says() -> None:
    found = doctest.testfile(str(ROOT / "README.md"), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert found.attempted >= 3
    assert found.failed == 0


@pytest.mark.parametrize("command", sorted(set(re.findall(r"-m pipeline (\w+)", README))))
def test_its_commands_are_there(command: str) -> None:
    assert command in {each.__name__ for each in COMMANDS}


@pytest.mark.parametrize("target", sorted(set(re.findall(r"^    make ([\w-]+)", README, re.MULTILINE))))
def test_its_targets_can_be_made(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\((?!http)([^)#]+)\)", README))))
def test_its_links_lead_somewhere(link: str) -> None:
    assert (ROOT / link).exists()
