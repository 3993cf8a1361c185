"""Tasks of an analyst on the starter corpus, done in a real Chromium: clicks, keys and seconds of each.

    PYTHONPATH=. python benchmarks/tasks.py [--json FILE] [--pictures FOLDER]

Each task ends when what was asked for can be read on the page, and fails when it cannot. `machine` is how long the page
took when nobody hesitates; `person` adds what benchmarks/hand.py reckons for the clicks and keys.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from benchmarks.hand import Hand
from pipeline import ingestion
from tests.browser.conftest import FLAGS, IDLE, Server, executable, running

ROOT = Path(__file__).resolve().parents[1]
PASTED = "A ferry is opened\n\nAlexander Lukashenko opened a ferry at Narach on 4 July 2022, the harbour office said."


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked, and how it is done."""

    asked: str
    way: str
    do: Callable[[Hand], None]


def search(hand: Hand, query: str) -> None:
    """Puts a query into the search field."""
    hand.click(hand.page.locator(".st-key-search input"))
    hand.type(query)


def meetings(hand: Hand) -> None:
    """One query, and the list beside the chart answers."""
    search(hand, "actor:putin actor:lukashenko type:CONSULT on:2022")
    expect(hand.page.locator(".st-key-sentence")).to_contain_text("Showing 3 of")
    listed = hand.page.locator(".st-key-passage .rd-choice")
    expect(listed).to_have_count(3)
    expect(listed.first).to_contain_text("talk about closer ties")
    expect(listed.last).to_contain_text("St. Petersburg")


def poisoned(hand: Hand) -> None:
    """The reader says who said it."""
    search(hand, "makei poisoned")
    hand.click(hand.page.locator(".rd-choice", has_text="poisoned").first)
    expect(hand.page.locator(".rd-title")).to_contain_text("poisoned")
    expect(hand.page.locator(".rd-times")).to_contain_text("Nevzlin")


def week_later(hand: Hand) -> None:
    """The dialog says what moves before anything is saved."""
    search(hand, "makei poisoned")
    hand.click(hand.page.locator(".rd-choice", has_text="poisoned").first)
    hand.click(hand.page.locator(".st-key-what_if button"))
    hand.click(hand.box.get_by_role("button", name="A week later"))
    expect(hand.box.locator(".st-key-supposed")).to_contain_text("6 December 2022", timeout=60_000)


def busy(hand: Hand) -> None:
    """The list says what each day rests on, and leads to its events."""
    hand.click(hand.page.locator(".st-key-quality button"))
    hand.click(hand.page.get_by_role("tab", name="Busy days"))
    hand.row("quality_busy", 0)
    expect(hand.page.locator(".st-key-chips")).to_contain_text("Dates:")
    expect(hand.page.locator(".st-key-sentence")).to_contain_text("entirely in")


def why(hand: Hand) -> None:
    """The reader gives the steps."""
    hand.click(hand.page.locator(".rd-choice", has_text="Makei").first)
    expect(hand.page.locator(".rd-why .rd-steps")).not_to_have_count(0)


def alleged(hand: Hand) -> None:
    """The file holds what is filtered."""
    search(hand, "certainty:alleged")
    hand.click(hand.page.locator(".st-key-download button").first)
    with hand.page.expect_download() as started:
        hand.click(hand.page.get_by_test_id("stPopoverBody").get_by_role("button", name="CSV", exact=True))
    if "alleged" not in Path(started.value.path()).read_text("utf-8"):
        raise RuntimeError("the file holds nothing that is alleged")


def corrected(hand: Hand) -> None:
    """The correction stands over the passage."""
    search(hand, "makei poisoned")
    hand.click(hand.page.locator(".rd-choice", has_text="poisoned").first)
    hand.click(hand.page.locator(".st-key-correct button"))
    hand.click(hand.box.get_by_label("Date", exact=True))
    hand.press("Control+A")
    hand.type("2022-11-28", then="")
    hand.click(hand.box.get_by_role("button", name="Save"))
    expect(hand.page.locator(".st-key-corrected")).to_contain_text("Date: the articles say")


def undone(hand: Hand) -> None:
    """The log of corrections has the way back."""
    hand.click(hand.page.locator(".st-key-log button"))
    hand.row("log_table", 0)
    hand.click(hand.page.get_by_role("button", name="Undo this correction"))
    expect(hand.box).to_be_hidden()


def pasted(hand: Hand) -> None:
    """Its events can be read."""
    hand.click(hand.page.locator(".st-key-add button"))
    hand.click(hand.page.get_by_role("tab", name="Paste a text"))
    hand.click(hand.box.get_by_label("Text of the article"))
    hand.paste(PASTED)
    hand.click(hand.box.get_by_role("button", name="Read the text"))
    expect(hand.box.locator(".st-key-outcomes")).to_contain_text("A ferry is opened", timeout=60_000)
    hand.click(hand.box.get_by_role("button", name="Show its"))
    expect(hand.page.locator(".rd-title")).to_contain_text("ferry")
    expect(hand.page.locator(".st-key-contents")).to_contain_text("63 articles")


def guessed(hand: Hand) -> None:
    """The list says how many events hang on each."""
    hand.click(hand.page.locator(".st-key-quality button"))
    hand.click(hand.page.get_by_role("tab", name="Guessed dates"))
    expect(hand.page.locator(".st-key-quality_guesses")).to_be_visible()


def untold(hand: Hand) -> None:
    """The tray leads to the passage."""
    hand.click(hand.page.locator(".st-key-undated summary"))
    hand.row("undated_table", 0)
    expect(hand.page.locator(".rd-when")).to_have_text("No date")


TASKS: tuple[Task, ...] = (
    Task("Find all meetings of Putin and Lukashenko in 2022", "search field, query", meetings),
    Task("Who claims that Makei was poisoned?", "search, open the event: said by", poisoned),
    Task("What moves if that article was published a week later?", "open it, What if, A week later", week_later),
    Task("Which busy day rests on one outlet alone? Show it", "Quality, Busy days, row", busy),
    Task("Why does Makei's death have this date?", "open the event: Why this date?", why),
    Task("Hand over all that is merely alleged as a CSV file", "query, Download, CSV", alleged),
    Task("Put right the date of an event", "open it, Correct, date, Save", corrected),
    Task("Take that correction back", "Corrections, row, Undo", undone),
    Task("Add an article that you have copied", "Articles, Paste a text, paste, Read, Read its events", pasted),
    Task("Read of something that no article dates", "tray of undated events, row", untold),
    Task("Which days of publication are guesses, and what hangs on them?", "Quality, Guessed days", guessed),
)


@dataclass(frozen=True, slots=True)
class Done:
    """One task as it went."""

    asked: str
    way: str
    clicks: int
    keys: int
    machine_s: float
    server_cpu_s: float | None
    """Processor time of the server, which does not depend on what else the machine does; None where /proc is not."""
    person_s: float


def cpu(pid: int) -> float | None:
    """Processor seconds of a process so far."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def run(page: Page, server: Server, task: Task, picture: Path | None) -> Done:
    """Opens the page anew and does one task; the clock starts when the page stands."""
    page.goto(server.url)
    page.wait_for_selector(IDLE)
    page.wait_for_selector(".tl[data-drawn]")
    hand, begun, before = Hand(page), time.perf_counter(), cpu(server.pid)
    task.do(hand)
    took, after = time.perf_counter() - begun, cpu(server.pid)
    server_cpu = round(after - before, 1) if after is not None and before is not None else None
    if picture:
        page.screenshot(path=picture)
    person = round(took + hand.person, 1)
    return Done(task.asked, task.way, hand.clicks, hand.keys, round(took, 1), server_cpu, person)


def main() -> None:
    """Builds a store of the starter corpus and does the tasks one after the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--pictures", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "store"
        files = tuple(sorted((ROOT / "data" / "sample").glob("2*.md")))
        ingestion.ingest(ingestion.Order(files), root=root, progress=lambda _: None)
        done = _all(root, asked.pictures)
    print("| task | way | clicks | keys | page, s | server CPU, s | person, s |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: |")
    for one in done:
        numbers = (one.clicks, one.keys, one.machine_s, one.server_cpu_s, one.person_s)
        print(f"| {one.asked} | {one.way} | {' | '.join(map(str, numbers))} |")
    if asked.json:
        asked.json.write_text(json.dumps([asdict(one) for one in done], indent=1) + "\n", "utf-8")


def _all(root: Path, pictures: Path | None) -> list[Done]:
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=60_000)
    with running(root) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(60_000)
        page.goto(server.url)  # the first page loads what every later one has in memory
        page.wait_for_selector(".tl[data-drawn]")
        places = [pictures / f"{task.do.__name__}.png" if pictures else None for task in TASKS]
        done = [run(page, server, task, place) for task, place in zip(TASKS, places, strict=True)]
        browser.close()
    return done


if __name__ == "__main__":
    main()
