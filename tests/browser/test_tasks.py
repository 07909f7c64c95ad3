"""The day's tasks of a receptionist, a link worker, a GP and a night nurse: done in the browser, with every click, key and second counted.

The limits are what each task takes today. A change that adds a step fails; one that saves a step lowers its limit.
`-rP` prints what each task took. Seconds leave out the time it takes to type.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.publishing.hosting.offline import KEPT_PAGES
from tests.browser.host_away import Host, ready
from tests.browser.test_find import READY
from tests.browser.test_giving import on_sheet
from tests.browser.test_offline import KEPT

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]

SLOWEST = 20.0
"""Seconds that a page may take for a whole task on a machine that other tests share."""


@dataclass
class Steps:
    """What a task takes: clicks, keys, and the seconds in which the page was at work and the person waited."""

    page: Page
    clicks: int = 0
    keys: int = 0
    seconds: float = 0.0

    def type(self, words: str) -> None:
        """Type into the search, and wait for its answer."""
        self.page.get_by_role("searchbox").press_sequentially(words)
        self.keys += len(words)
        self.wait(self.page.locator(f'{READY}[data-query="{words}"]'))

    def click(self, target: Locator, shows: Locator) -> None:
        """Press something, and wait for what it shows."""
        target.click()
        self.clicks += 1
        self.wait(shows)

    def wait(self, shown: Locator) -> None:
        begun = time.monotonic()
        expect(shown.first).to_be_visible()
        self.seconds += time.monotonic() - begun

    def took(self, task: str, clicks: int, keys: int) -> None:
        """Print what a task took, and hold it to its limits."""
        print(f"{task}: {self.clicks} clicks, {self.keys} keys, {self.seconds:.1f} s")
        assert (self.clicks, self.keys) == (clicks, keys)
        assert self.seconds < SLOWEST


def service(page: Page, name: str) -> Locator:
    return page.locator(f'[data-service-id="{name}"]')


def test_a_receptionist_gives_a_number_to_someone_whose_husband_died(look: Visit) -> None:
    page = look("find")
    steps = Steps(page)
    steps.type("husband died")
    steps.wait(service(page, "cruse-bereavement-support").get_by_role("link", name="0808 808 1677"))
    steps.took("receptionist, a number", 0, 12)


def test_a_receptionist_copies_it_as_a_text_message(look: Visit) -> None:
    page = look("find")
    steps = Steps(page)
    steps.type("husband died")
    one = service(page, "cruse-bereavement-support")
    steps.click(one.get_by_role("button", name="Add to shortlist"), one.get_by_text("On your shortlist"))
    steps.click(page.locator(".keep"), page.locator("[data-picked] > li"))
    steps.click(page.get_by_role("button", name="Copy text message: Cruse"), page.get_by_role("button", name="text message: Cruse"))
    steps.took("receptionist, a text message", 3, 12)


def test_a_link_worker_prints_a_sheet_for_a_carer_from_a_ready_made_list(look: Visit) -> None:
    page = look("find")
    steps = Steps(page)
    steps.click(page.get_by_role("link", name="A carer under strain"), page.get_by_role("heading", name="A carer under strain"))
    steps.click(page.get_by_role("link", name="See the sheet and print"), page.locator("[data-services] > article"))
    assert len(on_sheet(page)) == 4
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    steps.took("link worker, a ready-made sheet", 2, 0)


def test_a_link_worker_chooses_three_services_for_a_sheet(look: Visit) -> None:
    page = look("find")
    steps = Steps(page)
    steps.type("lonely, 80, EN6")
    for number in range(3):
        one = page.locator("[data-service-id]").nth(number)
        steps.click(one.get_by_role("button", name="Add to shortlist"), one.get_by_text("On your shortlist"))
    steps.click(page.locator(".keep"), page.locator("[data-picked] > li"))
    steps.click(page.get_by_role("link", name="See the sheet and print"), page.locator("[data-services] > article"))
    assert len(on_sheet(page)) == 3
    steps.took("link worker, a sheet of three", 5, 15)


def test_a_gp_sees_what_to_say_to_a_young_person(look: Visit) -> None:
    page = look("find")
    steps = Steps(page)
    steps.type("15, parents must not know")
    steps.wait(page.get_by_text("We do not normally tell your parents"))
    steps.wait(service(page, "childline").get_by_role("link", name="0800 1111"))
    steps.took("GP, a young person", 0, 25)


def test_a_night_nurse_without_a_signal_finds_crisis_numbers_and_a_service_never_opened(
    host: Host, browser_page: Callable[[], Page]
) -> None:
    page = browser_page()
    page.goto(host.address)
    ready(page)
    page.evaluate(KEPT, host.address + KEPT_PAGES)
    host.stop()
    page.goto(host.address + "find/")
    page.wait_for_selector(READY)
    steps = Steps(page)
    steps.type("wants to die")
    steps.wait(page.locator('[data-care="self"]').get_by_role("link", name="0800 6444 101"))
    title = service(page, "nightlight-crisis-helpline").get_by_role("link").first
    steps.click(title, page.get_by_role("heading", name="Nightlight", exact=False))
    expect(page.locator("[data-kept]")).to_contain_text("Kept copy from")
    steps.took("night nurse, no signal", 1, 12)
    host.start()
