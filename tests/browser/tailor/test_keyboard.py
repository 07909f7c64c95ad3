"""A pack changed without a mouse, and the focus never lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.tailor.maker import BAND_7, Maker

pytestmark = pytest.mark.browser

FOCUSED = "document.activeElement.closest('[data-statement]')?.dataset.statement"


@pytest.fixture
def maker(look: Callable[..., Page]) -> Maker:
    return Maker(look(path=f"tailor/{BAND_7}/"))


@pytest.mark.slow
def test_a_statement_is_reworded(maker: Maker) -> None:
    row, keys = maker.row("prompt-advice"), maker.page.keyboard
    row.get_by_role("button", name="Change").focus()
    keys.press("Enter")
    expect(row.get_by_role("radio", name="Keep")).to_be_focused()
    keys.press("ArrowRight")
    expect(row.get_by_role("radio", name="Reword")).to_be_checked()
    for _ in range(4):
        keys.press("Tab")
        if maker.page.evaluate("document.activeElement.tagName") == "TEXTAREA":
            break
    expect(row.get_by_label("Your wording")).to_be_focused()
    keys.press("Control+A")
    keys.type("Give GPs prompt advice.")
    assert maker.statements()["prompt-advice"][1] == "Give GPs prompt advice."
    keys.press("Tab")
    assert maker.page.evaluate(FOCUSED) == "prompt-advice"


def test_a_statement_is_added_moved_and_removed(maker: Maker) -> None:
    keys = maker.page.keyboard
    opener = maker.page.locator('[data-add="clinical"]')
    opener.focus()
    keys.press("Enter")
    expect(maker.page.get_by_role("dialog", name="Add a statement")).to_be_visible()
    keys.press("Escape")
    expect(opener).to_be_focused()
    keys.press("Enter")
    keys.press("Enter")
    keys.type("Run a group on Mondays.")
    row = maker.row("clinical-own-1")
    before = list(maker.statements()).index("clinical-own-1")
    row.get_by_role("button", name="Move up").focus()
    keys.press("Enter")
    keys.press("Enter")
    assert list(maker.statements()).index("clinical-own-1") == before - 2
    expect(row.get_by_role("button", name="Move up")).to_be_focused()
    row.get_by_role("button", name="Remove").focus()
    keys.press("Enter")
    assert "clinical-own-1" not in maker.statements()
    assert maker.page.evaluate("document.activeElement !== document.body")


@pytest.mark.slow
def test_the_next_gap_has_the_focus(maker: Maker) -> None:
    button = maker.page.get_by_role("button", name="Go to the next gap")
    button.focus()
    maker.page.keyboard.press("Enter")
    expect(maker.field("Network’s name")).to_be_focused()
    maker.page.keyboard.type("North Valley")
    button.focus()
    maker.page.keyboard.press("Enter")
    expect(maker.field("Base")).to_be_focused()


@pytest.mark.slow
def test_a_question_keeps_the_focus_and_gives_it_back(maker: Maker) -> None:
    restart = maker.page.get_by_role("button", name="Start again")
    restart.focus()
    maker.page.keyboard.press("Enter")
    expect(maker.page.get_by_role("button", name="Keep my work")).to_be_focused()
    maker.page.keyboard.press("Escape")
    expect(restart).to_be_focused()


def test_enter_in_a_field_sends_nothing(maker: Maker) -> None:
    before = maker.page.url
    maker.fill("Network’s name", "North Valley")
    maker.page.keyboard.press("Enter")
    assert maker.page.url == before
    assert maker.field("Network’s name").input_value() == "North Valley"
