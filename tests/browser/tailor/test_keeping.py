"""What was done is kept, can be taken back, and goes only when somebody says so twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.tailor.maker import BAND_7, Maker

pytestmark = pytest.mark.browser


@pytest.fixture
def maker(look: Callable[..., Page]) -> Maker:
    return Maker(look(path=f"tailor/{BAND_7}/"))


def test_it_is_there_tomorrow(maker: Maker) -> None:
    maker.fill("Network’s name", "North Valley")
    maker.leave_out("shared-decisions", "Our link worker does this.")
    expect(maker.page.locator("[data-saved]")).to_contain_text("Saved in this browser at")
    maker.page.reload()
    maker = Maker(maker.page)
    assert maker.field("Network’s name").input_value() == "North Valley"
    assert "shared-decisions" not in maker.statements()
    assert maker.row("shared-decisions").get_by_label("Why are you leaving it out?").input_value() == "Our link worker does this."


TYPED = """(field, end) => {
    const filled = () => document.querySelector("[data-filled]").textContent;
    const before = filled();
    field.value = "North Valley";
    field.dispatchEvent(new Event("input", {bubbles: true}));
    const kept = Object.values(localStorage).some((text) => text.includes("North Valley"));
    const waits = filled() === before;
    if (end) field.dispatchEvent(new FocusEvent("focusout", {bubbles: true}));
    return [kept, waits, filled() === before];
}"""


@pytest.mark.parametrize("end", [True, False])
def test_what_is_typed_is_kept_at_once_and_shown_in_the_next_pause(end: bool, maker: Maker) -> None:
    """No key waits until the whole page has been counted and laid out anew, and nothing else is done before that."""
    assert maker.field("Network’s name").evaluate(TYPED, end) == [True, True, not end]
    expect(maker.page.locator("[data-filled]").first).to_contain_text("1 of")


WRITTEN = """async field => {
    const box = document.querySelector('[data-box="job-description"] pre');
    const said = () => [field.closest(".row").querySelector(".txt"), box].map(one => one.textContent);
    const type = words => {
        field.value = words;
        field.dispatchEvent(new Event("input", {bubbles: true}));
    };
    const seen = new Set();
    const begun = () => new Promise(done => {
        const watch = new MutationObserver(all => {
            for (const {target} of all) seen.add((target.closest?.("[data-box], .row, .panel") ?? target).className);
            watch.disconnect();
            done();
        });
        watch.observe(field.form.parentElement, {subtree: true, childList: true, characterData: true});
    });
    type("Run one group.");
    await begun();
    type("Run two groups.");
    await begun();
    field.dispatchEvent(new MouseEvent("click", {bubbles: true}));
    return [said().every(words => words.includes("Run two groups.") && !words.includes("one group")), [...seen]];
}"""


def test_only_what_changed_is_written_anew_and_a_letter_is_let_in_between(maker: Maker) -> None:
    """What says the same stays as it is, or the browser would lay out all statements after each letter.

    What was begun is ended before a click is acted on, also what follows later.
    """
    row = maker.add("clinical", "Run a group.", "Asked.")
    maker.statements()
    right, written = row.get_by_label("Your statement").evaluate(WRITTEN)
    assert right
    assert set(written) <= {"row row--new", "box", "panel only-screen"}


@pytest.mark.slow
def test_two_tabs_on_one_draft_follow_each_other(maker: Maker) -> None:
    beside = maker.page.context.new_page()
    beside.goto(maker.page.url)
    other = Maker(beside)
    maker.fill("Network’s name", "North Valley")
    expect(other.field("Network’s name")).to_have_value("North Valley")
    other.leave_out("shared-decisions", "")
    expect(maker.row("shared-decisions").get_by_label("Why are you leaving it out?")).to_be_visible()
    assert maker.field("Network’s name").input_value() == "North Valley"
    maker.page.get_by_role("button", name="Undo").click()
    assert "shared-decisions" in maker.statements()
    other.page.close()


@pytest.mark.slow
def test_undo_and_redo(maker: Maker) -> None:
    undo, redo = maker.page.get_by_role("button", name="Undo"), maker.page.get_by_role("button", name="Redo")
    assert undo.get_attribute("aria-disabled") == "true"
    maker.leave_out("shared-decisions", "")
    maker.fill("Network’s name", "North Valley")
    undo.click()
    assert maker.field("Network’s name").input_value() == ""
    assert "shared-decisions" not in maker.statements()
    undo.click()
    assert "shared-decisions" in maker.statements()
    assert undo.get_attribute("aria-disabled") == "true"
    redo.click()
    redo.click()
    assert "shared-decisions" not in maker.statements()
    assert maker.field("Network’s name").input_value() == "North Valley"
    maker.page.locator("h1").click()
    maker.page.keyboard.press("Control+z")
    assert maker.field("Network’s name").input_value() == ""


@pytest.mark.slow
def test_starting_again_asks_and_can_be_undone(maker: Maker) -> None:
    maker.leave_out("shared-decisions", "")
    maker.page.get_by_role("button", name="Start again").click()
    maker.page.get_by_role("button", name="Keep my work").click()
    assert "shared-decisions" not in maker.statements()
    maker.page.get_by_role("button", name="Start again").click()
    maker.page.get_by_role("button", name="Clear it all").click()
    assert "shared-decisions" in maker.statements()
    maker.page.locator("[data-toast]").get_by_role("button", name="Undo").click()
    assert "shared-decisions" not in maker.statements()


@pytest.mark.slow
def test_the_panel_follows(maker: Maker) -> None:
    covered, matching = maker.page.locator("[data-covered]"), maker.page.locator("[data-matching]")
    expect(covered).to_contain_text("10 met")
    assert not matching.is_visible()
    maker.leave_out("shared-decisions", "")
    expect(covered).to_contain_text("9 met")
    expect(covered).to_contain_text("Missing: Shared decision-making")
    expect(maker.row("shared-decisions")).to_contain_text("MHP-g is no longer met in full")
    expect(matching).to_contain_text("You left out 1 duty.")
    row = maker.page.locator("tr#mhp-g")
    row.get_by_text("We meet it another way").click()
    row.get_by_label("If you meet it another way").fill("Our link worker does this. The practices agreed it.")
    expect(covered).to_contain_text("1 met another way")
    expect(covered).not_to_contain_text("Missing")


@pytest.mark.slow
def test_words_are_looked_at_as_they_are_typed(maker: Maker) -> None:
    maker.reword("prompt-advice", "Refer people to the local IAPT service.", "")
    expect(maker.row("prompt-advice").locator(".wrong")).to_contain_text("“IAPT”")
    expect(maker.page.locator("[data-wording]")).to_contain_text("“IAPT”")
    maker.row("prompt-advice").get_by_label("Your wording").fill("Refer people to NHS Talking Therapies.")
    expect(maker.page.locator("[data-wording]")).not_to_be_visible()


def test_a_browser_that_keeps_nothing_is_told_of(visit: Callable[..., Page]) -> None:
    page = visit(path="about/")
    page.context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked'); }})")
    page.goto(page.url.replace("about/", f"tailor/{BAND_7}/"))
    maker = Maker(page)
    maker.fill("Network’s name", "North Valley")
    expect(page.locator("[data-saved]")).to_contain_text("This browser keeps nothing.")
