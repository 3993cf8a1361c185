"""A Markdown parser that is not ours shows exactly what the events and their articles say."""

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipeline.export.texts import line
from tests.export.test_export import event_row
from tests.export.test_formats import EVENTS, PASSAGE, written


def test_markdown_shows_exactly_what_articles_say() -> None:
    events = [EVENTS[0] | {"passages": [PASSAGE]}, EVENTS[1], EVENTS[2]]
    data, statement = written("markdown", events)
    header, body = data.decode().removeprefix("---\n").split("---\n", 1)
    assert yaml.safe_load(header)["description"] == statement.sentence
    tokens = MarkdownIt("commonmark").parse(body)
    heads = [tokens[at + 1] for at, token in enumerate(tokens) if token.type == "heading_open"]
    assert [shown(one) for one in heads] == [
        "Event timeline",
        "1920",
        "On or before 31 December 1920: Aleś Novik visits Hrodna",
        "2021",
        '3 May 2021: Zoë <b>meets</b> "Łukasz" 🕊️ and #others: today',
        "Without a date",
        "Aleś Novik visits Hrodna",
    ]
    quoted = [shown(token) for token in tokens if token.level == 2 and token.type == "inline"]
    assert "1. Firefly resigned & went, for [$5] and [[fame]]." in quoted
    links = [one.attrs["href"] for token in tokens for one in token.children or () if one.type == "link_open"]
    assert links == ["https://harbour.example/a%20b"]


def shown(token: Token) -> str:
    """What a reader sees of a line, and that nothing in it but an address is markup."""
    assert {one.type for one in token.children or ()} <= {"text", "link_open", "link_close", "text_special"}
    return "".join(one.content for one in token.children or ())


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60) | st.text("-+=*_#>`~$%1.) \n<&[]!\\|:", max_size=12))
def test_no_text_is_markup(text: str) -> None:
    event = event_row(1, title=text, note=text) | {"passages": [PASSAGE | {"text": text, "title": text}]}
    body = written("markdown", [event])[0].decode().split("---\n", 2)[2]
    lines = [shown(token) for token in MarkdownIt("commonmark").parse(body) if token.type == "inline"]
    assert f"3 May 2021: {line(text)}".rstrip() in lines
    assert not line(text) or f"Note: {line(text)}" in lines
    assert line(text) in lines or not line(text)
