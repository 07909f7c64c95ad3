"""The one search."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
READY = '[data-results][data-state="ready"]'


def found(page: Page, query: str) -> list[str]:
    """The results for a query that is typed, in rank order."""
    page.get_by_role("searchbox").fill(query)
    page.locator(f'{READY}[data-query="{query}"]').wait_for()
    return [item.get_attribute("data-page") or "" for item in page.locator("[data-page]").all()]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("mental health practitioner", "roles/mental-health-practitioner-band-7/"),
        ("link worker", "roles/link-worker-band-6/"),
        ("lnk worker", "roles/link-worker-band-6/"),
        ("gateway wrker", "roles/link-worker-band-6/"),
        ("graduate worker", "roles/primary-care-mental-health-worker-band-4/"),
        ("band 4", "roles/primary-care-mental-health-worker-band-4/"),
        ("MHP", "roles/mental-health-practitioner-band-7/"),
        ("accessability", "accessibility/"),
        ("how do i use a pack", "guides/use-a-pack/"),
        ("privacy", "about/"),
    ],
)
def test_finds_it_first_in_peoples_own_words(query: str, first: str, visit: Visit) -> None:
    assert found(visit("find"), query)[0] == first


def test_results_come_while_typing_and_are_announced(visit: Visit) -> None:
    page = visit("find")
    page.get_by_role("searchbox").press_sequentially("superv")
    expect(page.locator("[data-page]").first).to_be_visible()
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d pages$"))
    expect(page.locator("mark").first).to_have_text(re.compile("^supervis", re.IGNORECASE))


def test_the_address_is_the_whole_state(visit: Visit) -> None:
    page = visit("find")
    wanted = found(page, "eating disorder")
    assert "?q=eating+disorder" in page.url
    page.reload()
    page.wait_for_selector(READY)
    assert [item.get_attribute("data-page") for item in page.locator("[data-page]").all()] == wanted


def test_no_result_has_ways_on(visit: Visit) -> None:
    page = visit("no-results")
    expect(page.get_by_role("status")).to_contain_text("Nothing here says “qqqq” yet")
    expect(page.locator("[data-ways] a").first).to_be_visible()
    expect(page.locator(".danger a[href='tel:999']")).to_be_visible()


def test_a_query_is_never_markup(visit: Visit) -> None:
    page = visit("find", path="find/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%20supervision")
    expect(page.locator("[data-results] img")).to_have_count(0)
    expect(page.get_by_role("searchbox")).to_have_value("<img src=x onerror=alert(1)> supervision")


def test_every_result_leads_to_its_page(visit: Visit, site: Path) -> None:
    page = visit("results")
    paths = [item.get_attribute("data-page") or "" for item in page.locator("[data-page]").all()]
    assert paths
    assert all((site / path / "index.html").is_file() for path in paths)
    page.locator("[data-page] a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.endswith(paths[0])


def test_the_home_page_leads_to_results(visit: Visit) -> None:
    page = visit("home")
    page.get_by_role("searchbox").fill("supervision")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{READY} [data-page]")


def test_works_from_a_drive(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "find" / "index.html").as_uri())
    assert found(page, "link worker")[0] == "roles/link-worker-band-6/"
    page.locator("[data-page] a").first.click()
    expect(page.locator("h1")).to_have_text("Link Worker")
    page.close()


def test_without_script_there_are_links(visit: Visit) -> None:
    page = visit("find", width=390, java_script_enabled=False)
    expect(page.locator("[data-ways] a").first).to_be_visible()
    expect(page.locator(".nav a").first).to_be_visible()
    expect(page.get_by_role("button", name="Menu")).to_have_count(0)
