"""Somebody at the page, and the seconds that their clicks and keys take by the keystroke-level model.

Source: Card, Moran and Newell (1980). One key more is counted for a shortcut such as Enter.
"""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, Page

THINK, POINT, CLICK, KEY = 1.35, 1.1, 0.2, 0.28
"""Seconds: to think before each step, to point at something, to click, for each key."""


@dataclass(slots=True)
class Hand:
    """Somebody who clicks and types, and counts it."""

    page: Page
    clicks: int = 0
    keys: int = 0
    steps: int = 0

    def click(self, spot: Locator) -> None:
        """Points at something and clicks it."""
        self.clicks, self.steps = self.clicks + 1, self.steps + 1
        spot.click()

    def type(self, text: str, *, then: str = "Enter") -> None:
        """Types into what has the focus, and a key to end with."""
        self.keys, self.steps = self.keys + len(text) + bool(then), self.steps + 1
        self.page.keyboard.type(text)
        if then:
            self.page.keyboard.press(then)

    def paste(self, text: str) -> None:
        """Pastes a text that was copied elsewhere."""
        self.keys, self.steps = self.keys + 2, self.steps + 1
        self.page.keyboard.insert_text(text)

    def press(self, key: str, times: int = 1) -> None:
        """Presses a key, or holds it for some steps."""
        self.keys, self.steps = self.keys + times, self.steps + 1
        for _ in range(times):
            self.page.keyboard.press(key)

    @property
    def person(self) -> float:
        """Seconds that a practised person needs for the same, without the waiting."""
        return self.steps * THINK + self.clicks * (POINT + CLICK) + self.keys * KEY

    @property
    def box(self) -> Locator:
        """The dialog that is open."""
        return self.page.get_by_role("dialog")

    def row(self, table: str, number: int) -> None:
        """Points at the box before a row of a table and clicks it."""
        self.clicks, self.steps = self.clicks + 1, self.steps + 1
        canvas = self.page.locator(f".st-key-{table}").get_by_test_id("stDataFrameResizable").locator("canvas").first
        canvas.scroll_into_view_if_needed()
        frame = canvas.bounding_box()
        if frame is None:
            raise RuntimeError(f"the table {table} is not on the page")
        self.page.mouse.click(frame["x"] + 17, frame["y"] + 52 + 33 * number)
