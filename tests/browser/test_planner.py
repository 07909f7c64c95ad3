"""Plan a team, as somebody uses it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


def test_what_is_typed_changes_the_plan_and_stands_in_the_address(look: Visit) -> None:
    page = look("planner")
    page.get_by_label("People registered").fill("95,528")
    page.get_by_label("First point").check()
    cost = page.locator('[data-plan="workers"] [data-out="cost"]')
    expect(cost).to_have_text("£104,352")
    expect(page.locator("[data-said]")).to_contain_text("6.8 posts")
    address = page.url
    assert "people=95%2C528" in address
    assert "weeks" not in address, "only what differs from our figures"
    page.goto(address)
    expect(cost).to_have_text("£104,352")
    page.get_by_label("A worker sees").fill("sixty")
    expect(page.get_by_role("alert")).to_contain_text("A worker sees: enter a number from 0 to 60.")
    expect(cost).to_have_text("£104,352")


def test_without_script_every_network_has_its_plan(visit: Visit) -> None:
    page = visit("planner", java_script_enabled=False)
    expect(page.locator('[data-network="hertsmere"]')).to_contain_text("95,528")
    expect(page.locator('[data-network="hertsmere"]')).to_contain_text("2.9")
    expect(page.locator("[data-figure]").first).to_be_attached()
    assert page.locator("form:visible input").count() == 0
