"""Copies of one text count once."""

import dataclasses
import datetime as dt
from typing import Any

from pipeline.calendar.interval import day
from tests.coreference.scene import A, B, C, joined, told


def test_copies_of_one_wire_text_count_once() -> None:
    text = " ".join(f"word{number}" for number in range(300))
    copies = [dataclasses.replace(d, text=text + f" End of {d.name}.") for d in (A, B, C)]
    (event,) = joined(
        *(told(d, "meet", "Anna Reut,Ivan Lis", on=(2021, 5, 3)) for d in copies), documents=tuple(copies)
    )
    assert event.trace[0].choice == "3 mentions in 3 articles, 1 origin"
    assert event.importance == 0.5
    (independent,) = joined(*(told(d, "meet", "Anna Reut,Ivan Lis", on=(2021, 5, 3)) for d in (A, B, C)))
    assert independent.importance == 0.6


def test_two_cuttings_of_one_agency_report_are_one_origin() -> None:
    report = [f"word{number}" for number in range(400)]
    cut = " ".join([*report[:200], *(f"own{number}" for number in range(100))])
    whole = dataclasses.replace(A, text=" ".join(report), agency="Reuters")

    def origins(**changes: Any) -> int:
        other = dataclasses.replace(B, **{"text": cut, "agency": "Reuters"} | changes)
        meet = [told(d, "meet", "Anna Reut,Ivan Lis", on=(2021, 5, 3)) for d in (whole, other)]
        (event,) = joined(*meet, documents=(whole, other))
        return event.origins

    assert origins() == 1
    assert origins(agency="TASS") == 2
    assert origins(published=day(dt.date(2021, 5, 9))) == 2
    assert origins(text=" ".join([*report[:20], *(f"own{number}" for number in range(300))])) == 2


def test_one_outlet_that_repeats_itself_agrees_with_nobody() -> None:
    (event,) = joined(
        told(A, "meet", "Anna Reut,Ivan Lis", on=(2021, 5, 3)),
        told(A, "meeting", "Anna Reut,Ivan Lis", on=(2021, 5, 3), at=9),
    )
    assert (event.agreement, event.origins) == ("single", 1)
