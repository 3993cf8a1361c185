"""Takes the pictures under docs/pictures:  python -m tests.browser.pictures STORE

Three widths in both themes, the same views each time, from a store that the pipeline made of data/sample.
"""

import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import FLAGS, IDLE, ROOT, executable, serving

VIEWS = (
    ("timeline-1280", (1280, 860), "", True),
    ("timeline-390", (390, 844), "", False),
    ("timeline-2560", (2560, 1300), "?lanes=event_type", True),
    ("passage-390", (390, 844), "?search=Makei", True),
)


def take(browser: Browser, url: str, folder: Path) -> None:
    """One picture of each view in each theme; `True` in VIEWS opens the first event offered."""
    for name, (width, height), query, opened in VIEWS:
        for scheme in ("light", "dark"):
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            page.goto(f"{url}/{query}")
            page.wait_for_selector(".tl[data-drawn]")
            if opened:
                page.locator(".rd-choice").first.click()
                page.wait_for_selector(".rd-title")
            page.wait_for_selector(IDLE)
            page.wait_for_selector(f".tl[data-theme={scheme}]")
            page.screenshot(path=folder / f"{name}-{scheme}.png")
            page.close()


def main() -> None:
    """Command line."""
    folder = ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    with serving(Path(sys.argv[1])) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        take(browser, url, folder)
        browser.close()


if __name__ == "__main__":
    main()
