"""Opening a Word file that is no pack of ours: its sentences are matched to the role, and each is taken or left."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.tailor.maker import BAND_7, Maker

pytestmark = pytest.mark.browser

LINES = (
    "Job description",
    "To forge links with secondary mental health services in a culture of partnership.",
    "To work in IAPT as a first point of contact in primary care for patients whose needs are not suitable for NHS Talking Therapies.",
    "Hold a monthly clinic at the homeless hostel.",
    "Person specification",
    "Excellent communication skills, both written and verbal",
)


def word(*lines: str) -> dict[str, object]:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)
    return {"name": "last year.docx", "mimeType": "application/octet-stream", "buffer": made.getvalue()}


def test_a_document_of_ones_own_becomes_a_list_to_take_or_leave(look: Callable[..., Page], faults: Callable[..., list[str]]) -> None:
    maker = Maker(look(path=f"tailor/{BAND_7}/"))
    page = maker.page
    page.set_input_files("[data-file]", word(*LINES))  # type: ignore[arg-type]
    dialog = page.get_by_role("dialog", name="What changed in this file")
    expect(dialog).to_contain_text("last year.docx is no pack of ours. Its sentences were matched to this role by their words.")
    expect(dialog.locator("[data-about]")).to_contain_text("Levels of criteria, and answers such as hours, were not read.")
    expect(dialog).to_contain_text("Only in the role:")
    items = dialog.locator("[data-changes] > li")
    assert [item.splitlines()[0] for item in items.all_inner_texts()] == [
        "Statement: reworded", "Statement: reworded", "Paragraph: other words", "Criterion: reworded",
    ]  # fmt: skip
    assert [tick.is_checked() for tick in items.get_by_role("checkbox").all()] == [True, False, True], "outdated words are asked about"
    expect(items.nth(2)).to_contain_text("Hold a monthly clinic")
    expect(items.nth(2)).to_contain_text("Your draft has no place for this.")
    assert faults(page, "dialog[open]") == []
    dialog.get_by_role("button", name="Take 2 changes").click()
    assert maker.statements()["partnership-with-mental-health-services"][1] == LINES[1]
    assert maker.statements()["first-contact"][1].startswith("Act as a first point of contact")
    page.locator("[data-panel] [data-undo]").click()
    assert maker.statements()["partnership-with-mental-health-services"][1].startswith("Develop links")


def test_a_long_document_is_cut_and_says_so(look: Callable[..., Page]) -> None:
    page = look(path=f"tailor/{BAND_7}/")
    page.set_input_files("[data-file]", word(*(f"Sentence number {number} of many." for number in range(410))))  # type: ignore[arg-type]
    dialog = page.get_by_role("dialog", name="What changed in this file")
    expect(dialog).to_contain_text("What comes after the first 400 sentences was not read.")


def test_what_the_draft_says_already_is_asked_about(look: Callable[..., Page]) -> None:
    maker = Maker(look(path=f"tailor/{BAND_7}/"))
    page = maker.page
    for second, words in enumerate((LINES[1], "To build links with mental health services in partnership.")):
        page.set_input_files("[data-file]", word("Job description", words))  # type: ignore[arg-type]
        dialog = page.get_by_role("dialog", name="What changed in this file")
        tick = dialog.locator("[data-changes]").get_by_role("checkbox")
        expect(tick).to_be_visible()
        assert tick.is_checked() == (not second)
        dialog.locator("[data-go]").click()
    assert maker.statements()["partnership-with-mental-health-services"][1] == LINES[1]
