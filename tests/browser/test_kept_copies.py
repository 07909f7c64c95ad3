"""A page that the browser kept says from which day it is, checks its numbers as soon as it can, and is not trusted for ever."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.host_away import Host, ready

pytestmark = pytest.mark.browser

PATH = "services/the-silver-line/"
FILE = f"{PATH}index.html"
SLOW = 4.5


def day(when: datetime) -> str:
    """As the page writes it."""
    return f"{when.day} {when:%B %Y}"


@pytest.fixture
def page(host: Host, browser_page: Callable[[], Page]) -> Iterator[Page]:
    """A page that has kept this service."""
    page = browser_page()
    page.goto(host.address + PATH)
    ready(page)
    page.goto(host.address + PATH)
    expect(page.locator("[data-kept]")).to_have_count(0)
    yield page
    host.slow.clear()


def note(page: Page) -> Locator:
    return page.locator("[data-kept]")


@pytest.mark.slow
def test_a_slow_server_shows_the_old_number_with_its_day_and_then_crosses_it_out(
    host: Host, page: Page, faults: Callable[..., list[str]]
) -> None:
    host.change(FILE, "0800 4 70 80 90", "0800 000 0000")
    host.change(FILE, "tel:08004708090", "tel:08000000000")
    host.slow[PATH] = SLOW
    page.goto(host.address + PATH)
    expect(note(page)).to_contain_text(f"Kept copy from {day(datetime.now(UTC))}")
    expect(note(page)).to_contain_text("Looking for the current page")
    expect(page.locator(".tel--xl")).to_have_text("0800 4 70 80 90")
    expect(note(page)).to_contain_text("A number on this page has changed", timeout=20_000)
    old = page.locator(".tel--xl")
    assert old.get_attribute("href") is None
    assert old.evaluate("it => getComputedStyle(it).textDecorationLine") == "line-through"
    assert "changed" in old.inner_text()
    assert faults(page) == []
    host.slow.clear()
    note(page).get_by_role("link", name="See the current page").click()
    expect(page.locator(".tel--xl")).to_have_text("0800 000 0000")
    expect(note(page)).to_have_count(0)


@pytest.mark.slow
def test_numbers_that_are_the_same_are_told_so(host: Host, page: Page) -> None:
    host.slow[PATH] = SLOW
    page.goto(host.address + PATH)
    expect(note(page)).to_contain_text("Its numbers are the same", timeout=20_000)
    assert page.locator(".tel--xl").get_attribute("href") == "tel:08004708090"


@pytest.mark.slow
def test_other_words_that_changed_are_told_too(host: Host, page: Page) -> None:
    host.change(FILE, "The Silver Line</h1>", "The Golden Line</h1>")
    host.slow[PATH] = SLOW
    page.goto(host.address + PATH)
    expect(note(page)).to_contain_text("The page has changed since, but its numbers are the same", timeout=20_000)


def test_without_a_signal_it_says_so_and_checks_when_there_is_one(host: Host, page: Page) -> None:
    page.context.set_offline(True)
    page.goto(host.address + PATH)
    expect(note(page)).to_contain_text("Kept copy from")
    expect(note(page)).to_contain_text("There is no signal")
    expect(page.locator(".crisis__old")).to_have_count(0)
    page.context.set_offline(False)
    expect(note(page)).to_contain_text("Its numbers are the same")


@pytest.mark.slow
def test_a_page_that_is_gone_is_told(host: Host, page: Page) -> None:
    host.slow[PATH] = SLOW
    shutil.rmtree(host.folder / PATH)
    page.goto(host.address + PATH)
    expect(note(page)).to_contain_text("This page is no longer on the site", timeout=20_000)


@pytest.mark.slow
def test_the_list_behind_search_and_handouts_has_its_day(host: Host, page: Page) -> None:
    for path, data in (("find/", "assets/search-data.js"), ("handout/?ids=the-silver-line", "assets/giving-data.js")):
        page.goto(host.address + path)
        expect(note(page)).to_have_count(0)
        with (host.folder / data).open("a") as file:
            file.write("\n// another day\n")
        host.slow[data] = SLOW
        page = page.context.new_page()  # a tab has scripts of the page before in its memory
        page.goto(host.address + path)
        expect(note(page)).to_contain_text(f"Kept copy from {day(datetime.now(UTC))}")
        expect(note(page)).to_contain_text("The list of services has changed", timeout=20_000)


@pytest.mark.quick_cases("91-True")
@pytest.mark.parametrize(("days", "doubted"), [(89, False), (91, True), (4000, True), (-3, True)])
def test_after_the_limit_crisis_numbers_are_in_doubt(days: int, doubted: bool, host: Host, page: Page) -> None:
    """The clock of the device is moved: forward, and back to before the copy was kept."""
    page.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=days))
    host.stop()
    page.goto(host.address + PATH)
    expect(note(page)).to_contain_text("Kept copy from")
    old = page.locator(".crisis__old")
    if doubted:
        expect(old).to_have_text(re.compile("may be out of date: call 999 or 111"))
    else:
        expect(old).to_have_count(0)
    host.start()


@pytest.mark.slow
def test_a_copy_without_a_day_is_in_doubt(host: Host, page: Page) -> None:
    """One that an earlier version of the site kept."""
    undated = """async url => { for (const name of await caches.keys()) {
      const cache = await caches.open(name), found = await cache.match(url), headers = {'Content-Type': 'text/html'};
      if (found) await cache.put(url, new Response(await found.text(), {headers}));
    } }"""
    page.evaluate(undated, host.address + PATH)
    host.stop()
    page.goto(host.address + PATH)
    expect(note(page)).to_contain_text("Kept copy. The day it was kept is not known.")
    expect(page.locator(".crisis__old")).to_be_visible()
    host.start()


@pytest.mark.slow
def test_numbers_that_nobody_reviewed_for_long_are_in_doubt_on_a_site_that_nobody_builds(host: Host, page: Page) -> None:
    page.clock.set_fixed_time(datetime(2040, 1, 1, tzinfo=UTC))
    page.goto(host.address + PATH)
    expect(note(page)).to_have_count(0)
    expect(page.locator(".crisis__old")).to_contain_text("may be out of date: call 999 or 111")
