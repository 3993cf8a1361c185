import datetime as dt
import json

from hypothesis import given
from hypothesis import strategies as st

from views import dossier, passages
from views.queries import details
from views.queries.catalogue import Catalogue


@given(
    st.text(min_size=1, max_size=200),
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200), st.text(max_size=3)), max_size=6),
)
def test_runs_lose_and_add_no_character(text: str, marks: list[tuple[int, int, str]]) -> None:
    assert "".join(run for run, _ in passages.runs(text, marks, 0, len(text))) == text


def test_marks_stand_on_their_words_after_an_emoji() -> None:
    text = "🕊️👩‍👩‍👧 On Monday the envoy left."
    at = text.index("left")
    runs = passages.runs(text, [(at, at + 4, "trigger")], 0, len(text))
    assert ("left", "trigger") in runs


def mention(text: str, passage: str, trigger: str) -> dict[str, object]:
    start = text.index(passage)
    at = text.index(trigger, start)
    none = dict.fromkeys(("timex_start", "timex_end", "claim_start", "claim_end"))
    return none | {
        "passage_start": start,
        "passage_end": start + len(passage),
        "trigger_start": at,
        "trigger_end": at + len(trigger),
        "actor_spans": "[]",
    }


def test_a_long_article_is_cut_between_words() -> None:
    text = "before " * 400 + "The envoy left." + " after" * 400
    runs = passages.excerpt(text, mention(text, "The envoy left.", "left"), (0, len(text)))
    assert runs[0][0] == "… "
    assert runs[1][0].startswith("before ")
    assert runs[-1][0] == " …"
    assert runs[-2][0].endswith(" after")
    assert ("left", "passage trigger") in runs


def test_one_long_word_is_cut_all_the_same() -> None:
    text = "x" * 5000
    runs = passages.excerpt(text, mention(text, "x" * 20, "x"), (0, len(text)))
    assert sum(len(run) for run, _ in runs) < 1000


def test_the_headline_is_not_repeated_around_the_passage() -> None:
    text = "A headline\n\nThe envoy left."
    blocks = json.dumps([{"kind": "headline", "start": 0, "end": 10}, {"kind": "body", "start": 12, "end": len(text)}])
    found = mention(text, "The envoy left.", "left")
    around = passages.surroundings(text, found, blocks)
    assert "".join(run for run, _ in passages.excerpt(text, found, around)) == "The envoy left."


def test_dossier_of_a_contested_event(catalogue: Catalogue) -> None:
    event_id = catalogue.events.column("event_id")[0].as_py()
    detail = details.detail(catalogue, event_id)
    assert detail is not None
    found = dossier.dossier(detail)
    assert found["when"] == "4 April 2022"
    assert [one["when"] for one in found["candidates"]] == ["4 April 2022", "5 April 2022"]
    assert [one["outlet"] for one in found["articles"]] == ["Narach Courier", "Lake Wire", "The Shout"]
    assert found["articles"][1]["digest"] == "Lake Wire, 6 April 2022"
    assert found["articles"][1]["said"] == "By two officials"
    assert found["articles"][2]["published"] == "Date not known"
    assert "publication day itself" in found["why"][0]["because"]
    first = found["articles"][0]
    marked = dict(first["runs"])
    assert marked["met"] == "passage trigger"
    assert marked["Monday"] == "passage date"
    assert marked["Rufus Firefly"] == "passage actor"


def test_a_dossier_is_json(catalogue: Catalogue) -> None:
    for event_id in catalogue.events.column("event_id").to_pylist():
        detail = details.detail(catalogue, event_id)
        assert detail is not None
        json.dumps(dossier.dossier(detail))
        assert detail.event["date_start"] is None or isinstance(detail.event["date_start"], dt.date)
