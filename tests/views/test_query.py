import pytest
from hypothesis import given
from hypothesis import strategies as st

from views import query


def read(text: str) -> list[tuple[str, tuple[str, ...], bool]]:
    return [(part.field, part.values, part.unwanted) for part in query.parse(text).parts]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("river", [("", ("river",), False)]),
        ("RIVER -troops", [("", ("RIVER",), False), ("", ("troops",), True)]),
        ('"Union State" -"a parade"', [("", ("Union State",), False), ("", ("a parade",), True)]),
        ("“Union State”", [("", ("Union State",), False)]),
        ("actor:putin", [("actor", ("putin",), False)]),
        ("-ACTOR:putin", [("actor", ("putin",), True)]),
        ('actor:"Rufus Firefly",trentino', [("actor", ("Rufus Firefly", "trentino"), False)]),
        ("before:2022-07", [("before", ("2022-07",), False)]),
        ("12:30", [("", ("12:30",), False)]),
        ("well-known", [("", ("well-known",), False)]),
        ("a,b", [("", ("a,b",), False)]),
        ('"colour:red"', [("", ("colour:red",), False)]),
        ("-", []),
        ("--", []),
        ('""', []),
        (
            'actor:putin type:CONSULT before:2022-07 "Union State" -parade',
            [
                ("actor", ("putin",), False),
                ("type", ("CONSULT",), False),
                ("before", ("2022-07",), False),
                ("", ("Union State",), False),
                ("", ("parade",), True),
            ],
        ),
    ],
)
def test_parts(text: str, parts: list[tuple[str, tuple[str, ...], bool]]) -> None:
    assert read(text) == parts
    assert query.parse(text).problems == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("colour:red river", "there is no search field colour. The fields are actor, with, "),
        ("aktor:putin river", "there is no search field aktor. Did you mean actor?"),
        ("actor:", "nothing after the colon"),
        ('actor:""', "nothing after the colon"),
        ('"Union State', "not closed"),
        ("https://a.example/b", "there is no search field https"),
    ],
)
def test_what_is_not_understood_is_said(text: str, said: str) -> None:
    (problem,) = query.parse(text).problems
    assert said in problem


def test_an_open_phrase_goes_to_the_end() -> None:
    assert read('river "Union State of') == [("", ("river",), False), ("", ("Union State of",), False)]


@given(st.text(max_size=80))
def test_no_text_raises(text: str) -> None:
    for part in query.parse(text).parts:
        assert part.values and text[part.at[0] : part.at[1]].strip()


@given(st.lists(st.sampled_from(["actor:a", "-b", '"c d"', "before:2022", "e"]), min_size=1, max_size=6))
def test_a_part_can_be_taken_away(parts: list[str]) -> None:
    text = " ".join(parts)
    found = query.parse(text).parts
    for number, part in enumerate(found):
        assert query.without(text, part) == " ".join([*parts[:number], *parts[number + 1 :]])
