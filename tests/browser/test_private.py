"""Nothing that is typed or chosen leaves the browser: the host's own log of a whole session tells no word of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hosting import logged
from tests.browser.test_offline import ready

pytestmark = pytest.mark.browser

FOUND = '[data-results][data-state="ready"]'
ROLE = "mental-health-practitioner-band-7"
TYPED = re.compile(r"[?#]|lonely|drinking|zebra|samaritans,|safe=|concern|control|95%2C528|95,528", re.IGNORECASE)
"""What no line of a log may have: a question mark, or anything that was typed or chosen in these tests."""


@pytest.fixture
def host(site: Path) -> Iterator[tuple[str, list[str]]]:
    """The site at the top of a host that sends no headers, and the log of it."""
    with logged({"/": site}) as (address, log):
        yield f"{address}/", log


def told(log: list[str]) -> list[str]:
    """The lines that tell something."""
    return [line for line in log if TYPED.search(line)]


@pytest.mark.slow
def test_the_log_of_a_whole_session_has_no_typed_word(host: tuple[str, list[str]], browser_page: Callable[[], Page]) -> None:
    address, log = host
    page = browser_page()
    page.goto(address)
    ready(page)
    page.get_by_role("searchbox").fill("lonely zebra")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{FOUND} [data-service-id]")
    page.get_by_role("searchbox").fill("drinking too much")
    page.locator(f'{FOUND}[data-query="drinking too much"]').wait_for()
    page.get_by_role("checkbox", name="Confirmed only").check()
    page.get_by_label("Age in years").fill("47")
    page.keyboard.press("Enter")
    page.locator("[data-service-id] h3 a").first.click()
    expect(page.locator("h1")).not_to_have_text("Find support")
    page.go_back()
    page.wait_for_selector(FOUND)
    expect(page.get_by_role("searchbox")).to_have_value("drinking too much")
    page.reload()
    page.wait_for_selector(FOUND)
    expect(page.get_by_role("searchbox")).to_have_value("drinking too much")
    handing(page, address)
    answering(page, address)
    planning(page, address)
    tailoring(page, address)
    assert len(log) > 20
    assert told(log) == []


def handing(page: Page, address: str) -> None:
    """Choose services, see the sheet, and open the link to it."""
    for service in ("samaritans", "the-silver-line"):
        page.goto(f"{address}services/{service}/")
        page.locator("[data-choose]").first.click()
    page.goto(f"{address}shortlist/")
    link = page.locator("#as-link").text_content() or ""
    page.get_by_role("link", name="See the sheet and print").click()
    expect(page.locator("[data-services] > article")).to_have_count(2)
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator("[data-services] > article")).to_have_count(2)
    assert page.locator("#sheet-link").text_content() == link == f"{address}handout/#ids=samaritans,the-silver-line"


def answering(page: Page, address: str) -> None:
    """Answer the questions, go back, and on again."""
    page.goto(f"{address}who-can-help/")
    for answer in ("Yes", "Someone controls, threatens or frightens them", "18 to 64"):
        page.get_by_role("radio", name=answer, exact=False).locator("visible=true").first.check()
        page.get_by_role("button", name="Continue").click()
    expect(page.locator("[data-result]:visible")).to_have_count(1)
    page.locator("[data-answered=age] a").click()
    expect(page.locator("fieldset:visible legend")).to_have_text("How old are they?")
    page.go_back()
    expect(page.locator("[data-result]:visible")).to_have_count(1)
    page.reload()
    expect(page.locator("[data-result]:visible")).to_have_count(1)


def planning(page: Page, address: str) -> None:
    """Plan a team."""
    page.goto(f"{address}plan-a-team/")
    page.get_by_label("People registered").fill("95,528")
    page.reload()
    expect(page.get_by_label("People registered")).to_have_value("95,528")


def tailoring(page: Page, address: str) -> None:
    """Write into a pack."""
    page.goto(f"{address}tailor/{ROLE}/")
    page.get_by_label("Network’s name").fill("Zebra Valley")
    page.keyboard.press("Enter")
    expect(page.locator("[data-saved]")).to_contain_text("Saved in this browser")
    page.reload()
    expect(page.get_by_label("Network’s name")).to_have_value("Zebra Valley")


OLD = {
    "find/?q=lonely+zebra&how=phone": "find/#q=lonely+zebra&how=phone",
    "find/?q=lonely+zebra&how=phone#main": "find/#q=lonely+zebra&how=phone",
    "handout/?ids=samaritans,the-silver-line": "handout/#ids=samaritans,the-silver-line",
    "who-can-help/?safe=safe&concern=control": "who-can-help/#safe=safe&concern=control",
    "who-can-help/?all": "who-can-help/#all",
    "plan-a-team/?people=95%2C528": "plan-a-team/#people=95%2C528",
    "about/?q=zebra#privacy": "about/#privacy",
    "?q=zebra": "",
}
"""Addresses from before, and what becomes of them."""


@pytest.mark.quick_cases("find/?q=lonely+zebra&how=phone#main-find/#q=lonely+zebra&how=phone")
@pytest.mark.parametrize(("old", "new"), OLD.items())
def test_an_old_address_is_moved_before_anything_is_asked_for(
    old: str, new: str, host: tuple[str, list[str]], browser_page: Callable[[], Page]
) -> None:
    address, log = host
    page = browser_page()
    page.goto(address + old)
    assert page.url == address + new
    assert len(told(log)) == 1, "only the address itself, which somebody else wrote"
    assert told(log)[0].startswith(f"GET /{old.partition('#')[0]} ")
    page.reload()
    ready(page)
    log.clear()
    page.goto("about:blank")
    page.goto(address + old)
    assert page.url == address + new
    assert told(log) == [], "a page that is looked after leaves out even that"


@pytest.mark.slow
def test_an_old_address_shows_what_it_showed(host: tuple[str, list[str]], browser_page: Callable[[], Page]) -> None:
    address, _ = host
    page = browser_page()
    page.goto(f"{address}find/?q=lonely&how=phone")
    page.wait_for_selector(f"{FOUND} [data-service-id]")
    expect(page.get_by_role("searchbox")).to_have_value("lonely")
    page.goto(f"{address}handout/?ids=samaritans,the-silver-line")
    expect(page.locator("[data-services] > article")).to_have_count(2)
    page.goto(f"{address}who-can-help/?safe=danger")
    expect(page.locator("[data-result]:visible h2").first).to_have_text("Call 999 now")
    page.goto(f"{address}who-can-help/?all")
    assert page.locator("[data-row]:visible").count() > 10
    page.goto(f"{address}plan-a-team/?people=95%2C528")
    expect(page.get_by_label("People registered")).to_have_value("95,528")


@pytest.mark.quick_cases("find/")
@pytest.mark.parametrize("path", ["", "find/"])
def test_without_script_words_go_nowhere_and_the_needs_are_shown(
    path: str, host: tuple[str, list[str]], visit: Callable[..., Page]
) -> None:
    address, log = host
    page = visit(path="about/", java_script_enabled=False).context.new_page()
    page.goto(address + path)
    page.get_by_role("searchbox").fill("lonely zebra")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Help by need")
    assert [line for line in log if "zebra" in line] == []


def test_no_form_of_any_page_can_send_what_is_in_it(site: Path) -> None:
    """A form without script, or before it is there, sends fields that have a name, unless its method is `dialog`."""

    class Forms(HTMLParser):
        open = False
        found: list[str]

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            given = dict(attrs)
            if tag == "form":
                self.open = given.get("method") != "dialog"
            elif self.open and "name" in given and tag in ("input", "select", "textarea", "button"):
                self.found.append(str(given["name"]))

        def handle_endtag(self, tag: str) -> None:
            self.open = self.open and tag != "form"

    sends = {}
    for page in sorted(site.rglob("*.html")):
        forms = Forms()
        forms.found = []
        forms.feed(page.read_text(encoding="utf-8"))
        if forms.found:
            sends[page.relative_to(site).as_posix()] = forms.found
    assert sends == {}


def test_no_page_tells_another_where_it_came_from(site: Path) -> None:
    """The host may send no header that says so."""
    said = '<meta name="referrer" content="no-referrer">'
    before = {page: page.read_text(encoding="utf-8").partition("<link")[0] for page in site.rglob("*.html")}
    assert [page for page, head in before.items() if said not in head] == []


@pytest.mark.slow
def test_a_link_within_the_page_leaves_its_state_alone(host: tuple[str, list[str]], browser_page: Callable[[], Page]) -> None:
    address, _ = host
    page = browser_page()
    page.goto(f"{address}find/#q=lonely")
    page.wait_for_selector(f"{FOUND} [data-service-id]")
    page.get_by_role("link", name="Skip to main content").press("Enter")
    expect(page.locator("#main")).to_be_focused()
    expect(page.get_by_role("searchbox")).to_have_value("lonely")
    assert page.url == f"{address}find/#q=lonely"
    page.goto(f"{address}who-can-help/#all")
    page.locator("[data-row] td a").last.click()
    assert page.locator("[data-row]:visible").count() > 10
    assert page.url == f"{address}who-can-help/#all"


@pytest.mark.slow
def test_another_link_to_the_same_page_shows_what_it_says(host: tuple[str, list[str]], browser_page: Callable[[], Page]) -> None:
    address, _ = host
    page = browser_page()
    page.goto(f"{address}handout/#ids=samaritans")
    expect(page.locator("[data-services] > article")).to_have_count(1)
    page.goto(f"{address}handout/#ids=samaritans,the-silver-line")
    expect(page.locator("[data-services] > article")).to_have_count(2)
    page.goto(f"{address}plan-a-team/#people=1000")
    page.goto(f"{address}plan-a-team/#people=95%2C528")
    expect(page.get_by_label("People registered")).to_have_value("95,528")
    page.goto(f"{address}who-can-help/#safe=danger")
    page.goto(f"{address}who-can-help/#safe=safe")
    expect(page.locator("fieldset:visible legend")).to_have_text("Do any of these apply?")
    page.goto(f"{address}find/#q=lonely")
    page.goto(f"{address}find/#q=drinking")
    expect(page.get_by_role("searchbox")).to_have_value("drinking")
