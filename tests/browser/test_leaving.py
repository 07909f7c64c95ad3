"""After the quick exit: what Back shows, what the browser still holds, and which words never entered its history."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserType, Page, expect

from generator.bench.chromium import CHROMIUM
from generator.publishing.hosting.offline import KEPT_PAGES
from tests.browser.hosting import logged
from tests.browser.test_giving import CAREFUL, elsewhere
from tests.browser.test_offline import ready

pytestmark = pytest.mark.browser

FOUND = '[data-results][data-state="ready"]'
WEATHER = "https://www.bbc.co.uk/weather"
HELP = f"services/{CAREFUL}/"
ABUSE = "my husband hits me"


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    """The site at the top of a host that sends no headers."""
    with logged({"/": site}) as (address, _):
        yield f"{address}/"


def ask(page: Page, words: str) -> None:
    """Type words on Find, letter by letter, and say that they are finished."""
    page.get_by_role("searchbox").fill("")
    page.get_by_role("searchbox").press_sequentially(words)
    page.locator(f'{FOUND}[data-query="{words}"]').wait_for()
    page.keyboard.press("Enter")


def leave(page: Page) -> None:
    page.get_by_role("link", name="Leave this site now").click()
    page.wait_for_url(WEATHER)


def from_results(page: Page, address: str) -> None:
    """Earlier words, then words on abuse, on one page."""
    page.goto(f"{address}find/")
    ask(page, "lonely")
    ask(page, ABUSE)


def from_help(page: Page, address: str) -> None:
    """A page of help, from results."""
    from_results(page, address)
    page.goto(address + HELP)


def from_home(page: Page, address: str) -> None:
    """Words that were typed on the first page."""
    page.goto(address)
    page.get_by_role("searchbox").fill(ABUSE)
    page.keyboard.press("Enter")
    page.locator(f'{FOUND}[data-query="{ABUSE}"]').wait_for()


def from_need(page: Page, address: str) -> None:
    """A need that carries abuse, from the list of needs."""
    page.goto(f"{address}needs/")
    page.goto(f"{address}find/#need=domestic-abuse")
    page.wait_for_selector(f"{FOUND} [data-service-id]")


@pytest.mark.quick_cases("from_home-1")
@pytest.mark.parametrize(("way", "steps"), [(from_results, 2), (from_help, 3), (from_home, 1), (from_need, 1)])
def test_back_shows_nothing_typed_and_no_results(
    way: Callable[[Page, str], None], steps: int, address: str, browser_page: Callable[[], Page]
) -> None:
    page = browser_page()
    elsewhere(page)
    way(page, address)
    leave(page)
    for _ in range(steps):
        page.evaluate("history.back()")
        page.wait_for_url(address)
        expect(page.get_by_role("searchbox")).to_have_value("")
        expect(page.get_by_role("searchbox")).to_be_visible()
        assert page.locator("[data-service-id]").count() == 0


@pytest.mark.slow
def test_who_comes_back_later_has_a_back_button_that_works(address: str, browser_page: Callable[[], Page]) -> None:
    page = browser_page()
    elsewhere(page)
    from_help(page, address)
    leave(page)
    page.goto(f"{address}find/")
    ask(page, "lonely")
    page.locator("[data-service-id] h3 a").first.click()
    expect(page.locator("h1")).not_to_have_text("Find support")
    page.go_back()
    page.wait_for_selector(f"{FOUND} [data-service-id]")
    expect(page.get_by_role("searchbox")).to_have_value("lonely")
    expect(page.get_by_role("searchbox")).to_be_visible()


@pytest.mark.slow
def test_back_without_leaving_shows_the_page_as_it_was(address: str, browser_page: Callable[[], Page]) -> None:
    page = browser_page()
    page.goto(f"{address}find/#q=lonely")
    page.locator("[data-service-id] h3 a").first.click()
    expect(page.locator("h1")).not_to_have_text("Find support")
    page.go_back()
    expect(page.locator("[data-service-id]").first).to_be_visible()


KEPT = "async () => (await Promise.all((await caches.keys()).map(async n => (await (await caches.open(n)).keys()).map(r => r.url)))).flat()"


def test_leaving_removes_what_was_visited_and_chosen(address: str, browser_page: Callable[[], Page]) -> None:
    page = browser_page()
    elsewhere(page)
    page.goto(f"{address}about/")
    ready(page)
    page.wait_for_function(f"async () => (await ({KEPT})()).some(url => url.endsWith('{KEPT_PAGES}'))")
    everybodys = page.evaluate(KEPT)
    for path in ("services/samaritans/", "needs/domestic-abuse/", HELP):
        page.goto(address + path)
    page.locator("[data-choose]").first.click()
    page.evaluate("localStorage.setItem('fingerpost.shortlist', '[\"samaritans\"]')")
    page.wait_for_function(f"async () => (await ({KEPT})()).some(url => url.endsWith('{HELP}'))")
    leave(page)
    page.goto(f"{address}notices.txt")
    page.wait_for_function(f"async () => !(await ({KEPT})()).some(url => /services\\/.|needs\\/./.test(url))")
    assert set(page.evaluate(KEPT)) <= {*everybodys, page.url}
    assert len(page.evaluate(KEPT)) > 10, "what every visitor has stays"
    assert page.evaluate("Object.keys(localStorage)") == []


@pytest.mark.parametrize("path", [HELP, "needs/domestic-abuse/"])
def test_the_page_says_what_may_remain(path: str, address: str, browser_page: Callable[[], Page]) -> None:
    page = browser_page()
    page.goto(address + path)
    said = page.get_by_role("region", name="Leave this site quickly")
    expect(said).to_contain_text("This device may still keep your browser’s history")


def test_need_pages_on_abuse_name_no_need_in_an_address(address: str, browser_page: Callable[[], Page]) -> None:
    page = browser_page()
    page.goto(f"{address}needs/domestic-abuse/")
    page.get_by_role("link", name="Narrow them down").click()
    assert page.url == f"{address}find/"


def listed(profile: Path) -> list[str]:
    """What Chromium's own history lists."""
    with closing(sqlite3.connect(profile / "Default" / "History")) as history:
        return [str(url) for (url,) in history.execute("SELECT url FROM urls")]


@pytest.mark.slow
def test_words_on_abuse_do_not_enter_the_history_of_the_browser(
    address: str, tmp_path: Path, browser_type: BrowserType, browser_type_launch_args: dict[str, Any]
) -> None:
    whole = {"executable_path": str(CHROMIUM)} if CHROMIUM.is_file() else {"channel": "chromium"}  # a headless shell keeps no history
    context = browser_type.launch_persistent_context(tmp_path / "profile", **{**browser_type_launch_args, **whole})
    page = context.new_page()
    from_home(page, address)
    assert page.url == f"{address}find/"
    ask(page, "lonely")
    page.wait_for_url(f"{address}find/#q=lonely")
    for words in (ABUSE, "raped by a friend", "domestic violence", "Hertfordshire Domestic Abuse Helpline"):
        ask(page, words)
        expect(page.get_by_role("link", name="Leave this site now")).to_be_visible()
        assert page.url == f"{address}find/"
    page.get_by_role("checkbox", name="Confirmed only").check()
    assert page.url == f"{address}find/"
    page.locator("[data-service-id] h3 a").first.click()
    expect(page.locator("h1")).not_to_have_text("Find support")
    context.close()
    seen = listed(tmp_path / "profile")
    assert f"{address}find/#q=lonely" in seen, "the history is read"
    assert [url for url in seen if any(word in url for word in ("husband", "hit", "rape", "violence", "q=do", "sure", "q=m"))] == []
