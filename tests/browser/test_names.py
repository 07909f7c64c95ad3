"""What is kept in the browser is named after the path of the site: two copies on one host share nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hosting import logged
from tests.browser.tailor.maker import BAND_7
from tests.browser.test_offline import ready

pytestmark = pytest.mark.browser

OLD = {
    "fingerpost.shortlist": '["samaritans"]',
    "fingerpost.scheme": "slate",
    f"fingerpost.tailor.{BAND_7}": json.dumps({"network": "old", "name": "Old Valley", "roles": [{"role": BAND_7}]}),
}
"""What an earlier version kept."""


@pytest.fixture
def host(site: Path) -> Iterator[str]:
    """One host with three copies: one at the top, and two in folders."""
    with logged({"/": site, "/north/": site, "/south/": site}) as (address, _):
        yield address


def kept(page: Page) -> list[str]:
    """The names of everything that is kept on this host."""
    names: list[str] = page.evaluate(
        "async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...await caches.keys(),"
        " ...(await indexedDB.databases()).map(one => one.name)]"
    )
    return names


@pytest.mark.slow
def test_two_copies_on_one_host_share_nothing(host: str, browser_page: Callable[[], Page]) -> None:
    page = browser_page()
    page.goto(f"{host}/north/services/samaritans/")
    ready(page)
    page.locator("[data-choose]").first.click()
    page.locator(".scheme").click()
    page.goto(f"{host}/north/tailor/{BAND_7}/")
    page.get_by_label("Network’s name").fill("North Valley")
    expect(page.locator("[data-saved]")).to_contain_text("Saved in this browser")
    names = kept(page)
    assert len(names) >= 4
    assert [name for name in names if "/north/" not in name] == []
    page.goto(f"{host}/south/services/samaritans/")
    expect(page.locator("[data-number]")).to_be_hidden()
    assert page.locator("html").get_attribute("data-md-color-scheme") == "default"
    page.goto(f"{host}/south/tailor/{BAND_7}/")
    expect(page.get_by_label("Network’s name")).to_have_value("")
    page.goto(f"{host}/north/shortlist/")
    expect(page.locator("[data-picked] > li")).to_have_count(1)
    page.goto(f"{host}/north/tailor/{BAND_7}/")
    expect(page.get_by_label("Network’s name")).to_have_value("North Valley")


@pytest.mark.quick_cases("/north/")
@pytest.mark.parametrize("path", ["/", "/north/"])
def test_an_old_name_is_taken_over_where_the_site_has_its_host_to_itself(path: str, host: str, browser_page: Callable[[], Page]) -> None:
    page = browser_page()
    page.goto(f"{host}{path}404.html")
    page.evaluate("old => { for (const name in old) localStorage.setItem(name, old[name]); }", OLD)
    alone = path == "/"
    page.goto(f"{host}{path}shortlist/")
    expect(page.locator("[data-picked] > li")).to_have_count(1 if alone else 0)
    assert page.locator("html").get_attribute("data-md-color-scheme") == ("slate" if alone else "default")
    page.goto(f"{host}{path}tailor/{BAND_7}/")
    expect(page.get_by_label("Network’s name")).to_have_value("Old Valley" if alone else "")
    left = {name for name in kept(page) if name in OLD}
    assert left == (set() if alone else set(OLD)), "what may be another copy's is left alone"
    page.evaluate("localStorage.setItem('fingerpost.shortlist', '[\"turn2us\"]')")
    page.goto(f"{host}{path}shortlist/")
    expect(page.locator("[data-picked] > li")).to_have_count(1 if alone else 0)
    assert page.locator('[data-picked] > [data-service-id="turn2us"]').count() == 0, "only once"
