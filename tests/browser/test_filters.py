"""Every filter in the address, the search with its notices, and views that two readers share."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser
EVERYTHING = (
    "actor=Rufus+Firefly&actor=Ambassador+Trentino&actors=all&recipient=Ambassador+Trentino&outlet=Lake+Wire"
    "&claimant=two+officials&event_type=CONSULT&factuality=asserted&place=Lake+Narach&agreement=conflicting"
    "&granularity=day&no_date=hide&dates=2022-04-04%2F2022-04-04&within=yes&search=actor%3Afirefly+border+-parade"
    "&lanes=outlet"
)
SAID = (
    "Showing 1 of 13 events: Rufus Firefly and Ambassador Trentino; to or with Ambassador Trentino; "
    "entirely in 4 April 2022; reported by Lake Wire; claimed by two officials; meeting or talks; stated as fact; "
    "in Lake Narach; sources disagree; dated to one day or finer; dated events only; with “border”; without “parade”; "
    "actor “firefly”"
)


def test_every_filter_is_in_the_address_and_is_kept_in_a_view(reader: Callable[..., Reader]) -> None:
    someone = reader()
    someone.open(f"?{EVERYTHING}")
    expect(someone.page.locator(".st-key-sentence")).to_have_text(SAID)
    assert parse_qs(urlsplit(someone.page.url).query) == parse_qs(EVERYTHING)
    someone.page.locator(".st-key-views button").first.click()
    someone.page.get_by_label("Save this view as").fill("The meeting")
    someone.page.get_by_role("button", name="Save", exact=True).click()
    other = reader()
    other.page.goto(f"{other.address}/?search=actor:fyrefly+colour:red")
    notices = other.page.locator(".st-key-notices")
    expect(notices).to_contain_text("“actor:fyrefly” matches no actor in this store. Did you mean Rufus Firefly?")
    expect(notices).to_contain_text("there is no search field colour")
    expect(other.page.get_by_role("button", name="Without search: 13 events")).to_be_visible()
    other.page.locator(".st-key-views button").first.click()
    other.page.get_by_role("button", name="The meeting").click()
    expect(other.page.locator(".st-key-sentence")).to_have_text(SAID)
    expect(notices).to_be_hidden()
    other.page.wait_for_url("**within=yes**")
    assert parse_qs(urlsplit(other.page.url).query) == parse_qs(EVERYTHING)


def test_no_choice_is_lost_when_its_count_changes(reader: Callable[..., Reader]) -> None:
    someone = reader()
    someone.open("?actor=Rufus+Firefly&actor=Freedonia")
    sentence = someone.page.locator(".st-key-sentence")
    expect(someone.page.locator("[data-tag]")).to_have_text(["Rufus Firefly (2)", "Freedonia (2)"])
    search = someone.page.get_by_role("searchbox")
    search.fill("after:2022-05")
    search.press("Enter")
    expect(someone.page.locator("[data-tag]")).to_have_text(["Rufus Firefly (1)", "Freedonia (1)"])
    someone.page.get_by_role("button", name="Remove Freedonia (1)").click()
    expect(sentence).to_have_text("Showing 1 of 13 events: Rufus Firefly; after May 2022")
