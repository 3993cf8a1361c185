"""What the browser says late does not undo what the page has set."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st

    from views import session
    from views.state import ViewState

    if "search" not in st.session_state:
        session.show(ViewState(search="bridge"))
    view = session.read()
    st.text_input("Search", key="search")
    st.button("Clear", on_click=session.clear)
    st.text(f"searched: {view.search!r}")


def test_a_late_message_with_the_old_value_is_not_a_choice() -> None:
    app = AppTest.from_function(page).run()
    assert app.text[0].value == "searched: 'bridge'"
    app.button[0].click().run()
    assert app.text[0].value == "searched: ''"
    app.text_input[0].set_value("bridge").run()  # as a zoom would bring it, reported before the page was drawn anew
    assert (app.text[0].value, app.text_input[0].value) == ("searched: ''", "")


def test_another_value_is_a_choice() -> None:
    app = AppTest.from_function(page).run()
    app.button[0].click().run()
    app.text_input[0].set_value("wagner").run()
    assert app.text[0].value == "searched: 'wagner'"


def test_the_old_value_is_a_choice_again_when_time_has_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("views.session.LATE", -1.0)
    app = AppTest.from_function(page).run()
    app.button[0].click().run()
    app.text_input[0].set_value("bridge").run()
    assert app.text[0].value == "searched: 'bridge'"
