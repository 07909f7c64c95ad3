"""The panel: its buttons stay in sight, its list leads to sections, long lists are folded, and answers are checked before a download."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.tailor.maker import BAND_7, Maker, dialog_of, field
from tests.word.reading import Word

pytestmark = pytest.mark.browser

BOTTOM = "name => document.querySelector(name).getBoundingClientRect().bottom"
READY = '[data-tailor][data-state="ready"]'


def test_the_buttons_are_in_sight_and_few_tabs_away(look: Callable[..., Page]) -> None:
    page = look(path=f"tailor/{BAND_7}/", width=1366)
    page.set_viewport_size({"width": 1366, "height": 640})
    page.wait_for_selector(READY)
    for button in ("word", "print", "save", "undo"):
        assert page.evaluate(BOTTOM, f"[data-{button}]") <= 640, button
    pressed = 0
    while page.evaluate("!document.activeElement.matches('[data-word]')"):
        page.keyboard.press("Tab")
        pressed += 1
        assert pressed <= 10
        if page.evaluate("document.activeElement.matches('.skip:not([href=\"#tasks\"])')"):
            page.keyboard.press("Enter")


@pytest.mark.slow
def test_long_lists_are_folded_and_a_link_opens_them(look: Callable[..., Page]) -> None:
    page = look(path=f"tailor/{BAND_7}/")
    page.wait_for_selector(READY)
    assert page.evaluate("document.documentElement.scrollHeight") < 12_500
    change = page.locator('[data-statement="first-contact"]').get_by_role("button", name="Change")
    expect(change).not_to_be_visible()
    expect(page.locator("#clinical .fold")).to_contain_text("statements · none changed")
    page.get_by_role("button", name="Show Clinical").click()
    expect(change).to_be_visible()
    change.click()
    page.locator('[data-statement="first-contact"]').get_by_role("radio", name="Leave out").check(force=True)
    expect(page.locator("#clinical .fold")).to_contain_text("1 changed")
    expect(page.locator('[data-task="changes"]').first).to_have_text("1 changed, 1 without a reason")
    page.locator("#tasks").get_by_role("link", name="Person specification").click()
    expect(page.locator("[data-criterion]").first).to_be_visible()


@pytest.mark.slow
def test_answers_are_checked_before_a_download(look: Callable[..., Page], tmp_path: Path) -> None:
    maker = Maker(look(path=f"tailor/{BAND_7}/"))
    page = maker.page
    maker.fill("Opens", "2027-02-04")
    maker.fill("Closes", "2027-01-09")
    expect(page.get_by_role("group", name="Closes").locator(".echo")).to_have_text("Saturday 9 January 2027")
    page.locator("[data-word]").click()
    check = dialog_of(page, "Check your answers")
    order = "It closes (9 January 2027) comes before"
    for words in (order, "Closing date: Saturday 9 January 2027", "Reference on NHS Jobs", "Contract requirements"):
        expect(check).to_contain_text(words)
    check.get_by_role("link", name="Clinical supervision").click()
    expect(check).not_to_be_visible()
    expect(field(page, "Clinical supervision")).to_be_focused()
    word = Word(maker.download("word", tmp_path).read_bytes())
    assert "undefined" not in word.text


def test_a_row_has_one_message_above_it_and_only_right_answers_count(look: Callable[..., Page]) -> None:
    maker = Maker(look(path=f"tailor/{BAND_7}/"))
    network = maker.page.locator('[data-task="gaps"]').nth(1)
    expect(network).to_have_text("0 of 5")
    maker.practice(0, name="Mill Surgery", ods_code="12", population="many")
    maker.page.locator('[data-key="population"]').first.blur()
    said = maker.page.locator('[data-lines="practices"] .err:not([hidden])')
    expect(said).to_have_count(1)
    expect(said).to_contain_text("Code: Write a capital letter and five figures")
    expect(network).to_have_text("1 of 5")
