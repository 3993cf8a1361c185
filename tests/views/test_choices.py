"""Ten thousand actors in the filter: few are sent, all are found."""

import datetime as dt
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from tests.views.stores import write
from tests.views.story import Teller, digest
from tests.views.visit import page, texts
from views.panels.choices import OFFERED

MANY, EACH = 10_000, 50
TEXT = "Crowd\n\nThey met on 4 April 2022."


def crowd() -> dict[str, pa.Table]:
    """Events of fifty actors each; Person 7 takes part in all of them."""
    teller = Teller()
    doc_id = teller.article("crowd", "Lake Wire", "Crowd", TEXT, dt.date(2022, 4, 4))
    for first in range(0, MANY, EACH):
        names = [f"Person {number}" for number in range(first, first + EACH)]
        day: dict[str, Any] = {"date_start": dt.date(2022, 4, 4), "date_end": dt.date(2022, 4, 4), "edtf": "2022-04-04"}
        teller.event(
            digest(str(first)),
            doc_id,
            "They met on 4 April 2022.",
            "met",
            "4 April 2022",
            title=f"Meeting {first}",
            event_type="CONSULT",
            factuality="asserted",
            granularity="day",
            dating="explicit",
            importance=0.5,
            actors=list(dict.fromkeys(["Person 7", *names])),
            **day,
        )
    return teller.tables()


def test_ten_thousand_actors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = page(write(tmp_path / "store", crowd()), monkeypatch)
    actors = app.multiselect(key="actor")
    assert len(actors.options) == OFFERED
    assert actors.options[0] == f"Person 7 ({MANY // EACH})"
    assert len(actors.proto.SerializeToString()) < 10_000
    app.session_state["actor"] = ["Person 9876"]  # as one who types the whole name
    app.run()
    assert "Showing 1 of 200 events: Person 9876" in texts(app)
    assert "Person 9876 (1)" in app.multiselect(key="actor").options


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("person 9876", "Showing 1 of 200 events: Person 9876"),
        ("person 987", "Showing 1 of 200 events: Person 987"),
        ("Person 9876 (34)", "Showing 1 of 200 events: Person 9876"),
        ("son 987", "“son 987” matches 11 actors: Person 987, "),
        ("Persson 5", "No actor has “Persson 5” in its name. Did you mean Person"),
    ],
)
def test_a_typed_piece_of_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, said: str) -> None:
    app = page(write(tmp_path / "store", crowd()), monkeypatch)
    app.multiselect(key="actor").set_value([typed]).run()
    assert not app.exception
    assert said in texts(app)
