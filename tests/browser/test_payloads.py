"""Every payload stands in an article's title, passage and names, and in the address; the page stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser

from pipeline import store
from pipeline.model import Span
from tests.browser.conftest import serving
from tests.security.payloads import PAYLOADS
from tests.store import made

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root: Path = tmp_path_factory.mktemp("hostile") / "store"
    documents, mentions = [], []
    for number, payload in enumerate(PAYLOADS):
        text = f"{payload} Aleś visited Hrodna on 3 May 2021. {payload}"
        document = made.document(f"p{number}", text, title=payload, outlet=payload, author=payload, url=payload)
        named = {"title": payload, "actors": (payload,), "recipients": (payload,), "locations": (payload,)}
        passage = Span(0, len(text))
        mentions.append(made.mention(document, start=len(payload) + 1, passage=passage, claimant=payload, **named))
        documents.append(document)
    store.create(root)
    store.append(root, store.Batch(documents, [], mentions))
    store.rebuild(root, made.one_event_each)
    with serving(root) as url:
        yield url


def test_no_payload_runs_or_fetches(chromium: Browser, hostile: str) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 860})
    page = context.new_page()
    page.set_default_timeout(60_000)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: asked.append(f"dialog {dialog.message}"))
    ids = sampled()
    for event in ids:
        page.goto(f"{hostile}/?event={event}&search={quote(PAYLOADS[0]) if event == ids[0] else ''}")
        page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
        page.locator(".st-key-list summary").click()
        page.wait_for_selector(".st-key-table canvas")
        assert page.evaluate("window.smuggled") is None
    foreign = [url for url in asked if urlsplit(url).hostname not in {"localhost", None} or url.startswith("dialog")]
    assert foreign == []
    context.close()


def sampled() -> list[str]:
    """A sample of the events, so that the whole costs seconds; every title stands in the table on each page."""
    found = []
    for number, payload in [*enumerate(PAYLOADS)][::9]:
        document = made.document(f"p{number}", f"{payload} Aleś visited Hrodna on 3 May 2021. {payload}")
        found.append(made.id_of("event", made.mention(document, start=len(payload) + 1, title=payload).mention_id))
    return found
