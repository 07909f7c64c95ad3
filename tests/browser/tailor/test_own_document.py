"""Opening a document that is no pack of ours: it is matched to the role, and each change is taken or left."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.tailor.maker import BAND_7, Maker, dialog_of

pytestmark = pytest.mark.browser

LINES = (
    "Job description",
    "Job title: Mental health worker",
    "Hours: 30 hours a week",
    "Main duties",
    "To forge links with secondary mental health services in a culture of partnership.",
    "To work in IAPT as a first point of contact in primary care for patients whose needs are not suitable for NHS Talking Therapies.",
    "Hold a monthly clinic at the homeless hostel.",
    "Person specification",
    "Desirable",
    "Excellent communication skills, both written and verbal",
    "Holds a licence for a narrow boat",
)
LISTED = range(4, 7), range(9, 11)


def word(*lines: str, listed: tuple[range, ...] = ()) -> dict[str, object]:
    document = docx.Document()
    for at, line in enumerate(lines):
        document.add_paragraph(line, style="List Bullet" if any(at in each for each in listed) else None)
    made = io.BytesIO()
    document.save(made)
    return {"name": "last year.docx", "mimeType": "application/octet-stream", "buffer": made.getvalue()}


def text(*lines: str) -> dict[str, object]:
    return {"name": "last year.txt", "mimeType": "text/plain", "buffer": "\n\n".join(lines).encode()}


def opened(page: Page, file: dict[str, object]) -> Locator:
    page.set_input_files("[data-file]", file)  # type: ignore[arg-type]
    dialog = dialog_of(page, "What your document says")
    expect(dialog).to_be_visible(timeout=30_000)
    return dialog


@pytest.mark.slow
def test_a_document_of_ones_own_becomes_a_list_to_take_or_leave(look: Callable[..., Page], faults: Callable[..., list[str]]) -> None:
    maker = Maker(look(path=f"tailor/{BAND_7}/", width=390))
    page = maker.page
    dialog = opened(page, word(*LINES, listed=LISTED))
    about = dialog.locator("[data-about]")
    expect(about).to_contain_text("Read: Word file, 11 paragraphs.")
    expect(about).to_contain_text("0 in the same words, 3 in other words and 2 new.")
    items = dialog.locator("[data-changes] > li")
    assert [item.splitlines()[0] for item in items.all_inner_texts()] == [
        "In other words (3)", "Statement: reworded", "Statement: reworded", "Criterion: reworded",
        "In the document, and not in the role (2)", "Statement: added", "Criterion: added",
        "On another level (1)", "Criterion: another level", "For the blanks of the pack (1)", "Answer: changed",
    ]  # fmt: skip
    ticks = items.get_by_role("checkbox")
    assert not ticks.nth(1).is_checked(), "outdated words are asked about"
    besides = dialog.locator("[data-comments]")
    for said in ("Only in the role (", "What the contract asks and the document seems to lack ("):
        expect(besides).to_contain_text(said)
    besides.get_by_text("which a pack takes from its role (1)").click()
    expect(besides).to_contain_text("Title: Mental health worker")
    assert faults(page, "dialog[open]") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    boat = items.filter(has_text="narrow boat")
    boat.get_by_label("Put it in").select_option("skills")
    expect(boat.get_by_role("checkbox")).to_be_checked()
    dialog.locator("[data-go]").click()
    assert maker.statements()["partnership-with-mental-health-services"][1] == LINES[4]
    assert maker.statements()["first-contact"][1].startswith("Act as a first point of contact")
    assert LINES[6] in [words for _, words in maker.statements().values()]
    expect(page.get_by_label("Hours", exact=True)).to_have_value("30 hours a week")
    expect(page.locator('[data-category="skills"]')).to_contain_text("narrow boat")
    page.locator("[data-panel] [data-undo]").click()
    assert maker.statements()["partnership-with-mental-health-services"][1].startswith("Develop links")


@pytest.mark.slow
def test_other_kinds_and_many_jobs_are_read_and_a_long_one_is_cut(look: Callable[..., Page]) -> None:
    """The second job description of a file is shown when it is chosen."""
    page = look(path=f"tailor/{BAND_7}/")
    duties = [f"- Sentence number {number} of many duties." for number in range(410)]
    hostel = "- Hold a monthly clinic at the homeless hostel."
    jobs = [("Job description", "Main duties", *said, "Person specification", "Essential", "- Calm") for said in ([hostel], duties)]
    dialog = opened(page, text(*jobs[0], *jobs[1]))
    expect(dialog).to_contain_text("Read: text,")
    expect(dialog).to_contain_text("homeless hostel")
    dialog.get_by_label("The file has several job descriptions. Show").select_option(index=1)
    expect(dialog).not_to_contain_text("homeless hostel")
    expect(dialog).to_contain_text("What comes after the first 400 statements and criteria was not matched.")


@pytest.mark.slow
def test_what_the_draft_says_already_is_asked_about(look: Callable[..., Page]) -> None:
    maker = Maker(look(path=f"tailor/{BAND_7}/"))
    page = maker.page
    for second, words in enumerate((LINES[4], "To build links with mental health services in partnership.")):
        dialog = opened(page, word("Job description", "Main duties", words))
        tick = dialog.locator("[data-changes]").get_by_role("checkbox")
        expect(tick).to_be_visible()
        assert tick.is_checked() == (not second)
        dialog.locator("[data-go]").click()
    assert maker.statements()["partnership-with-mental-health-services"][1] == LINES[4]
