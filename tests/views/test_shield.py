"""The browser is told to load nothing from elsewhere; whoever opens the page to others is told so."""

import pytest
from starlette.types import Message, Receive, Scope, Send

from views import shield


def directive(name: str) -> list[str]:
    return shield.POLICY[name].split()


def test_no_directive_lets_a_foreign_host_in() -> None:
    for name in shield.POLICY:
        for source in directive(name):
            assert source in {"'self'", "'none'", "data:", "blob:", "'unsafe-inline'"} or source.startswith("'sha256-")


def test_inline_scripts_run_only_by_hash_and_none_is_compiled_from_text() -> None:
    assert "'unsafe-inline'" not in directive("script-src")
    assert "'unsafe-eval'" not in directive("script-src")
    assert sum(source.startswith("'sha256-") for source in directive("script-src")) >= 1


def test_every_answer_carries_the_headers() -> None:
    async def inner(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    # Nothing here waits, so one step runs it to its end; a test beside this one may have an event loop running.
    with pytest.raises(StopIteration):
        shield.Shield(inner)({"type": "http"}, receive, send).send(None)
    names = {name.decode().lower() for name, _ in sent[0]["headers"]}
    assert names == {name.lower() for name in shield.HEADERS}


@pytest.mark.parametrize(
    ("address", "exposed"),
    [
        ("localhost", False),
        ("LOCALHOST.", False),
        ("127.0.0.1", False),
        ("127.3.2.1", False),
        ("::1", False),
        (None, True),
        ("0.0.0.0", True),  # noqa: S104
        ("::", True),
        ("192.168.1.20", True),
        ("timeline.example.org", True),
    ],
)
def test_exposed_addresses_are_known(address: str | None, exposed: bool) -> None:
    assert shield.is_exposed(address) is exposed
