"""Events of the public chronology, where articles name them."""

import dataclasses

from pipeline.coreference import cluster
from tests.coreference.scene import A, B, joined, told


def test_a_known_event_is_one_wherever_it_is_named_and_lends_its_day() -> None:
    text = "Much changed after the Russian invasion of Ukraine, said the baker, who sells rye bread in the old town."
    at = text.index("invasion")
    one, other = (dataclasses.replace(d, text=text + d.text, published=None) for d in (A, B))
    found = cluster(
        [one, other],
        [
            told(one, "invasion", "Russia", "Ukraine", kind="ATTACK", at=at),
            told(other, "invasion", "", "Ukraine", kind="ATTACK", at=at, title="The invasion"),
        ],
    )
    assert len(found.events) == 1
    assert found.events[0].dating == "event-anchored"
    assert [m.edtf for m in found.mentions] == ["2022-02-24"] * 2


def test_a_word_inside_the_name_of_a_known_event_is_not_that_event() -> None:
    text = "Bread grew dear after the Russian invasion of Ukraine. " + A.text
    one = dataclasses.replace(A, text=text, published=None)
    inside = told(one, "grow", "", "Ukraine", kind="ECONOMY", at=text.index("invasion"))
    (event,) = joined(inside, documents=(one,))
    assert event.agreement == "undated"
