"""Who can help this person: with keys alone, by its address, for a child, in danger, and without script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


def test_danger_ends_the_questions_with_the_card_first(look: Visit) -> None:
    page = look("navigator")
    page.get_by_label("No, someone’s life is at risk").check()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=2).first).to_have_text("Call 999 now")
    expect(page.locator(".care--now:visible")).to_have_count(1)
    assert page.locator("[data-result]:visible").count() == 1
    assert page.title().startswith("Call 999 now.")


def test_the_way_through_by_keys_alone(look: Visit) -> None:
    page = look("navigator")
    for down in (3, 5, 1, 1, 4):
        page.locator("fieldset:visible input").first.focus()
        for _ in range(down):
            page.keyboard.press("ArrowDown")
        with page.expect_navigation():
            page.keyboard.press("Enter")
    expect(page.locator('[data-result="distress"]')).to_be_visible()
    expect(page.locator('[data-result="distress"] dd[data-said]')).to_have_text(
        "Safe right now, none of these concerns, aged 18 to 64, not under a specialist team, distressed, and it is not yet clear why."
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


@pytest.mark.slow
def test_services_for_other_ages_are_left_out(visit: Visit) -> None:
    adult = visit("navigator", path="who-can-help/#safe=safe&concern=none&age=adult&team=no&matter=life&severe=little")
    older = visit("navigator", path="who-can-help/#safe=safe&concern=none&age=older&team=no&matter=life&severe=little")
    assert adult.locator('[data-result="life"] [data-service-id="the-silver-line"]').is_visible(), "from 55 on"
    assert older.locator('[data-result="life"] [data-service-id="the-silver-line"]').is_visible()
    young = visit("navigator", path="who-can-help/#safe=today&concern=none&age=child")
    assert young.locator('[data-result="urgent-young"] [data-service-id="childline"]').is_visible()


def test_only_what_can_change_the_result_is_asked(look: Visit) -> None:
    page = look("navigator")
    step, legend = page.locator("[data-step]"), page.locator("fieldset:visible legend")
    for number, most, question, answer in (
        (1, 6, "Are they safe right now?", "Yes"),
        (2, 6, "Do any of these apply?", "They harm themselves"),
        (3, 4, "How old are they?", "Under 18"),
    ):
        expect(step).to_have_text(f"Question {number} of up to {most}")
        expect(legend).to_have_text(question)
        page.get_by_role("radio", name=answer).check()
        with page.expect_navigation():
            page.get_by_role("button", name="Continue").click()
    expect(page.locator('[data-result="urgent-young"] .lede')).to_contain_text("with their agreement, and never through a person they fear")


def test_signs_of_an_emergency_stand_first_where_the_person_seems_safe(look: Visit) -> None:
    page = look("navigator-signs")
    first = page.locator('[data-result="birth"] > *:visible').nth(1)
    expect(first).to_contain_text("Call 999 or take them to A&E now if:")
    expect(first).to_contain_text("see, hear or believe things that are not real")
    expect(page.get_by_text("No clinician has read these questions, rules and danger signs yet.")).to_be_visible()


def test_on_a_phone_too_only_questions_that_were_answered_are_listed(look: Visit) -> None:
    answered = look("navigator-question", width=390).locator("[data-side] dt:visible")
    assert answered.all_text_contents() == ["Safe right now?", "Any of these?", "Age", "Specialist team?"]


def test_an_old_address_is_asked_what_it_lacks(look: Visit) -> None:
    page = look("navigator", path="who-can-help/#safe=safe&age=adult&team=no&matter=distress")
    expect(page.locator("fieldset:visible legend")).to_have_text("Do any of these apply?")
    page.get_by_role("radio", name="None of these").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Continue").click()
    expect(page.locator('[data-result="distress"]')).to_be_visible()


def test_an_address_with_nonsense_begins_at_the_first_question(look: Visit) -> None:
    page = look("navigator", path="who-can-help/#safe=%3Cscript%3E&age=adult&__proto__=x")
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
