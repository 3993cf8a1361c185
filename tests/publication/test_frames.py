"""Between which days a text was published, by its offices, by what is still to come, and by the news it opens with."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import timex
from pipeline.calendar.interval import from_iso
from pipeline.publication import decide
from tests.publication.expressions import article


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param(
            "MINSK, 9 November (BelTA) – He signed a decree. It comes into force on 1 January 2024.",
            ("2023-11-09", "2023-11-10"),
            id="what comes into force on a day is told in the year before it",
        ),
        pytest.param(
            "The decree comes into force on 1 January 2024. It was signed in spring.",
            None,
            id="what is to come dates nothing by itself",
        ),
        pytest.param(
            "MOSCOW, September 10. /TASS/. He spoke on Wednesday. The West-2025 drills will begin on Friday.",
            ("2025-09-10", "2025-09-11"),
            id="a dateline between strokes, on its weekday within the years before one to come",
        ),
        pytest.param(
            "President Joe Biden said on Friday that aid goes on. They talked on Monday, May 20.",
            ("2024-05-20", "2024-05-26"),
            id="a president who speaks on Friday is in office",
        ),
        pytest.param(
            "Former President Barack Obama said on Friday that aid goes on. They talked on Monday, May 20.",
            None,
            id="a former president is in no office",
        ),
        pytest.param(
            "In 2021, President Joe Biden said on a Friday that aid goes on. They talked on Monday, May 20.",
            None,
            id="a sentence with its year reports no news",
        ),
        pytest.param(
            "A missile brought down MH17 over Ukraine on Thursday.",
            ("2014-07-17", "2014-07-23"),
            id="the news of the first sentence, on its own weekday",
        ),
        pytest.param(
            "A court on Thursday jailed three men over the downing of MH17.",
            None,
            id="a sentence that looks back on a known event",
        ),
        pytest.param(
            "Prigozhin ended his rebellion late on Saturday.",
            ("2023-06-24", "2023-06-30"),
            id="the weekday of a day within an event of two",
        ),
    ],
)
def test_the_text_tells_its_time(tmp_path: Path, text: str, days: tuple[str, str] | None) -> None:
    document = article(tmp_path, text)
    decided = decide(document, timex.recognise(document))
    assert decided.published == (from_iso(*days) if days else None)
    assert all(step.because for step in decided.published_trace)
