"""Find over a large directory: its parts are fetched as they are needed, nobody waits for crisis help, and nothing hangs without them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from generator.documents.browser.search_data import search_data
from generator.documents.browser.search_files import EVERYTHING, SEARCH_HEAD, SEARCH_PARTS, search_files
from tests.ours import LIBRARY, TODAY

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
READY = '[data-results][data-state="ready"]'


class Parted:
    """The project's own directory in parts. `fetched` has the parts that the page asked for, and `away` those that do not come."""

    def __init__(self, page: Page) -> None:
        self.files = search_files(search_data(LIBRARY, [], TODAY), parted_from=0)
        self.fetched: list[str] = []
        self.away: Callable[[str], bool] = lambda _: False
        self.page = page
        page.route(f"**/{SEARCH_HEAD}*", lambda route: route.fulfill(body=self.files[SEARCH_HEAD], content_type="text/javascript"))
        page.route(f"**/{SEARCH_PARTS}**", self._part)

    def _part(self, route: Route) -> None:
        path = SEARCH_PARTS + route.request.url.split(SEARCH_PARTS)[1]
        self.fetched.append(Path(path).stem)
        away = self.away(self.fetched[-1])
        route.fulfill(body=b"" if away else self.files[path], content_type="text/javascript")

    def ask(self, query: str) -> None:
        """Open the page with a query in its address. From another page: the one that is open may take words on abuse out of the address."""
        address = self.page.url.split("find/")[0] + "find/#q=" + query.replace(" ", "+")
        self.page.goto("about:blank")
        self.fetched.clear()
        self.page.goto(address)


@pytest.fixture
def parted(visit: Visit) -> Iterator[Parted]:
    page = visit("find", path="find/")
    yield Parted(page)
    page.unroute_all()


def test_parts_are_fetched_as_they_are_needed(parted: Parted) -> None:
    page = parted.page
    parted.ask("anxiety")
    page.wait_for_selector(f"{READY} [data-service-id]")
    first = set(parted.fetched)
    assert {name[0] for name in first} == {"w", "d"}
    assert EVERYTHING not in first
    page.get_by_role("button", name=re.compile(r"^Show \d+ more")).click()
    expect(page.locator("[data-service-id] h3 a").nth(10)).to_have_text(re.compile("."))
    assert "" not in page.locator("[data-service-id] h3").all_inner_texts()
    page.get_by_role("searchbox").fill("samaritans")
    expect(page.locator("[data-service-id] .tel").first).to_contain_text("116 123")
    assert "q=samaritans" not in page.url, "typed words are in the address when typing has ended"


def test_what_may_be_watched_fetches_the_same_as_everyone_and_help_does_not_wait(parted: Parted) -> None:
    parted.away = lambda _: True
    parted.ask("husband hits me")
    expect(parted.page.locator('[data-care="harm"]')).to_be_visible()
    expect(parted.page.locator("[data-leave]")).to_be_visible()
    expect(parted.page.locator("[data-count] h2")).to_have_text("The list could not be fetched")
    assert parted.page.locator("[data-results]").get_attribute("data-state") == "failed"
    assert parted.fetched == [EVERYTHING]
    assert "husband" not in parted.page.url.split("#q=")[0]
    parted.away = lambda _: False
    parted.page.get_by_role("button", name="Try again").click()
    parted.page.wait_for_selector(f"{READY} [data-service-id]")
    assert parted.fetched == [EVERYTHING, EVERYTHING]
    expect(parted.page.locator('[data-care="harm"]')).to_be_visible()


@pytest.mark.slow
def test_where_a_part_does_not_come_all_are_read(parted: Parted) -> None:
    parted.away = lambda name: name.startswith("d")
    parted.ask("anxiety")
    parted.page.wait_for_selector(f"{READY} [data-service-id]")
    assert EVERYTHING in parted.fetched
