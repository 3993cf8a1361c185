"""Every determiner of the lexicon brings in its example whom it brings, and in its counterexample another does not."""

from __future__ import annotations

import pytest

from pipeline.events.determiner_lexicon import Determiner
from pipeline.resources import table
from tests.events import reading


def goes_on(text: str) -> bool:
    """Whether somebody just brought in is taken up: by the day of what they did first, or by the name told next."""
    last = reading.mentions(text)
    fled = [m.dating == "inherited" for m in last if m.lemma == "flee"]
    return fled[0] if fled else reading.mention(text, "jail").recipients == ("Anna Orlova",)


@pytest.mark.parametrize("row", table("lexicons/en/determiners.csv", Determiner), ids=lambda row: row.word)
def test_a_determiner_brings_somebody_new_or_known(row: Determiner) -> None:
    assert goes_on(row.example)
    assert not goes_on(row.counterexample)
