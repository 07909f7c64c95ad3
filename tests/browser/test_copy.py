"""The buttons that copy the text for NHS Jobs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]

PASTE = "() => { const area = document.createElement('textarea'); area.id = 'pasted'; document.body.append(area); area.focus(); }"
REFUSED = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('refused')) } });"


def pasted(page: Page) -> str:
    """What the reader gets where they paste."""
    page.evaluate(PASTE)
    page.keyboard.press("Control+V")
    return str(page.evaluate("document.getElementById('pasted').value"))


@pytest.mark.quick_cases("overview")
@pytest.mark.parametrize("name", ["title", "overview", "job-description", "person-specification-experience-essential"])
def test_each_button_copies_the_text_of_its_box(name: str, visit: Visit) -> None:
    page = visit("role-nhs-jobs", permissions=["clipboard-read", "clipboard-write"])
    button = page.locator(f"[data-copy=box-{name}]")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").and_(page.locator("[data-copied]"))).to_have_text(f"Copied: {button.get_attribute('data-name')}")
    expect(button).to_be_focused()
    assert pasted(page) == page.locator(f"#box-{name}").text_content()


@pytest.mark.quick_cases("no-clipboard")
@pytest.mark.parametrize("refused", [False, True], ids=["as-it-is", "no-clipboard"])
def test_it_copies_from_a_shared_drive(refused: bool, site: Path, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        if refused:
            page.add_init_script(REFUSED)
        page.goto((site / "roles" / "link-worker-band-6" / "nhs-jobs" / "index.html").as_uri())
        page.locator("[data-copy=box-about-us]").click()
        expect(page.locator("[data-copied]")).to_contain_text("Copied")
        assert pasted(page) == page.locator("#box-about-us").text_content()


def test_where_nothing_may_copy_the_text_is_selected(visit: Visit) -> None:
    page = visit("role-nhs-jobs")
    page.evaluate(REFUSED + "document.execCommand = () => false;")
    page.locator("[data-copy=box-title]").click()
    expect(page.locator("[data-copied]")).to_contain_text("Press Control and C")
    assert page.evaluate("getSelection().toString()") == "Link Worker"


def test_a_folded_text_is_opened_where_it_has_to_be_selected(visit: Visit) -> None:
    page = visit("role-nhs-jobs")
    page.evaluate(REFUSED + "document.execCommand = () => false;")
    text = page.locator("#box-person-specification-experience-desirable")
    expect(text).to_be_hidden()
    page.locator("[data-copy=box-person-specification-experience-desirable]").click()
    expect(text).to_be_visible()
    assert page.evaluate("getSelection().toString()").strip() == str(text.text_content()).strip()


def test_without_scripts_there_is_no_dead_button(visit: Visit) -> None:
    page = visit("role-nhs-jobs", java_script_enabled=False)
    expect(page.locator("[data-copy]").first).to_be_hidden()
    expect(page.locator("#box-title")).to_be_visible()


@pytest.mark.quick_cases("[data-statement]:has(> .n:not(:empty))")
@pytest.mark.parametrize("row", ["[data-statement]:has(> .n:not(:empty))", "[data-statement]:has(> .n:empty)", "[data-criterion]"])
def test_the_number_of_a_sentence_is_a_link_that_copies_its_own_address(row: str, visit: Visit) -> None:
    page = visit("role", permissions=["clipboard-read", "clipboard-write"])
    page.locator(f"{row} a.n").nth(1).click()
    expect(page.locator("[data-cited]")).to_contain_text("Link copied")
    copied = pasted(page)
    assert copied == page.url
    page.goto(copied)
    expect(page.locator(f"{row}:target")).to_be_in_viewport()
