"""Who can help this person: with keys alone, by its address, for a child, in danger, and without script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


def test_danger_ends_the_questions_with_the_card_first(look: Visit) -> None:
    page = look("navigator")
    page.get_by_label("No, somebody’s life is at risk").check()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=2).first).to_have_text("Call 999 now")
    expect(page.locator(".care--now:visible")).to_have_count(1)
    assert page.locator("[data-result]:visible").count() == 1
    assert page.title().startswith("Call 999 now.")


def test_the_way_through_by_keys_alone(look: Visit) -> None:
    page = look("navigator")
    for down in (2, 1, 1, 4):
        page.locator("fieldset:visible input").first.focus()
        for _ in range(down):
            page.keyboard.press("ArrowDown")
        with page.expect_navigation():
            page.keyboard.press("Enter")
    expect(page.locator('[data-result="distress"]')).to_be_visible()
    expect(page.locator('[data-result="distress"] dd[data-said]')).to_have_text(
        "Safe right now, aged 18 to 64, not under a specialist team, distressed, and not yet clear what it is."
    )
    page.locator("[data-answered=age] a").click()
    expect(page.locator("fieldset:visible legend")).to_have_text("How old are they?")
    page.go_back()
    expect(page.locator('[data-result="distress"]')).to_be_visible()


def test_an_answer_is_needed(look: Visit) -> None:
    page = look("navigator")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("alert")).to_have_text("Choose an answer to go on.")
    expect(page.locator("fieldset:visible input").first).to_be_focused()


def test_services_for_other_ages_are_left_out(visit: Visit) -> None:
    adult = visit("navigator", path="who-can-help/?safe=safe&age=adult&team=no&matter=life&severe=little")
    older = visit("navigator", path="who-can-help/?safe=safe&age=older&team=no&matter=life&severe=little")
    assert adult.locator('[data-result="life"] [data-service-id="the-silver-line"]').is_visible(), "from 55 on"
    assert older.locator('[data-result="life"] [data-service-id="the-silver-line"]').is_visible()
    young = visit("navigator", path="who-can-help/?safe=today&age=child")
    assert young.locator('[data-result="urgent-young"] [data-service-id="childline"]').is_visible()


def test_an_address_with_nonsense_begins_at_the_first_question(look: Visit) -> None:
    page = look("navigator", path="who-can-help/?safe=%3Cscript%3E&age=adult&__proto__=x")
    expect(page.locator("fieldset:visible legend")).to_have_text("Are they safe right now?")


def test_without_script_the_table_leads_to_every_result(visit: Visit) -> None:
    page = visit("navigator", java_script_enabled=False)
    rows = page.locator("[data-row]")
    assert rows.count() == page.locator("dd[data-rule]:visible").count() > 10
    assert page.locator("form:visible fieldset").count() == 0
    for row in range(rows.count()):
        link = rows.nth(row).locator("td a")
        target = page.locator(str(link.get_attribute("href")))
        assert target.locator("h2").first.inner_text() == link.inner_text()
