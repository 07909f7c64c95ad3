"""The page that reviews a document: a file is chosen or dropped, and the report begins with what was read."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SAID = ["Job description", "Base: [insert base]", "You will work with IAPT services and must commit to the CCG."]


def word(lines: list[str]) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def choose(page: Page, name: str, content: bytes) -> None:
    """Choose a file, and wait until the page has read it or says why not."""
    page.set_input_files("#document", files=[{"name": name, "mimeType": "application/octet-stream", "buffer": content}])
    page.wait_for_selector("[data-report]:not([hidden]), [data-refused]:not([hidden])")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_word_file_is_reviewed(scheme: str, look: Callable[..., Page], faults: Callable[..., list[str]]) -> None:
    """And no part of the page is wider than a small screen."""
    page = look("review", width=390, scheme=scheme)
    choose(page, "Old <b>job</b>.docx", word(SAID))
    report = page.locator("[data-report]")
    lines = report.inner_text().splitlines()
    assert lines[0] == "Review of Old <b>job</b>.docx"
    assert [line for line in lines if line][1] == "Read: Word file, 3 paragraphs, 17 words."
    assert page.evaluate("document.activeElement.id") == "report"
    assert "IAPT" in report.locator("mark").all_inner_texts()
    assert "[insert base]" in report.locator("mark").all_inner_texts()
    assert report.get_by_text("Paragraph 2", exact=True).count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert faults(page) == []


def test_what_was_not_read_is_said_first(look: Callable[..., Page]) -> None:
    page = look("review")
    choose(page, "a.rtf", rb"{\rtf1 You will listen.{\v hidden}\par}")
    lines = [line for line in page.locator("[data-report]").inner_text().splitlines() if line]
    assert lines[1:3] == ["Read: Rich Text file, 1 paragraph, 3 words.", "Hidden text was not read, in 1 place."]
    assert "Nothing was found in what was read." in lines


REFUSED = [(b"%PDF-1.7", "A PDF cannot be read"), (b"", "There is no text"), (b"PK\3\4no", "it is damaged")]


@pytest.mark.quick_cases("%PDF-1.7-A PDF cannot be read")
@pytest.mark.parametrize(("content", "says"), REFUSED)
def test_what_cannot_be_read_is_refused_with_its_cure(content: bytes, says: str, look: Callable[..., Page]) -> None:
    """And a report of before is gone."""
    page = look("review")
    choose(page, "one.docx", word(SAID))
    page.locator("[data-report] h2").wait_for()
    choose(page, "two.docx", content)
    refused = page.locator("[data-refused]")
    refused.wait_for()
    assert refused.inner_text().startswith("two.docx was not read.")
    assert says in refused.inner_text()
    assert not page.locator("[data-report]").is_visible()


def test_a_file_is_dropped_and_the_report_saved(look: Callable[..., Page], tmp_path: Path) -> None:
    page = look("review")
    page.evaluate(
        """text => {
          const files = new DataTransfer();
          files.items.add(new File([text], "advert.txt"));
          document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
        }""",
        "You will work with IAPT services.",
    )
    page.get_by_role("button", name="Save the report").wait_for()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the report").click()
    assert saved.value.suggested_filename == "advert.txt.html"
    saved.value.save_as(tmp_path / "saved.html")
    text = (tmp_path / "saved.html").read_text(encoding="utf-8")
    assert "<h1" in text
    assert "Read: text, 1 paragraph, 6 words." in text
    assert "<mark>IAPT</mark>" in text
    assert "<script" not in text
    assert "src=" not in text


def test_the_printed_report_has_no_form(look: Callable[..., Page]) -> None:
    page = look("review")
    choose(page, "advert.txt", b"You will work with IAPT services. " * 20)
    page.locator("[data-report]").wait_for()
    assert "Reading age\nabout 7. The NHS asks for 9 to 14." in page.locator("[data-report]").inner_text()
    page.emulate_media(media="print")
    assert page.locator("[data-report] mark").first.is_visible()
    assert not page.locator("[data-drop]").is_visible()
    assert not page.get_by_role("button", name="Print the report").is_visible()


def test_a_document_is_brought_into_a_pack(look: Callable[..., Page]) -> None:
    """It is handed over in this tab, and kept nowhere."""
    page = look("review", width=390)
    lines = ["Job description", "Hours: 30 hours a week", "Main duties", "Hold a clinic at the homeless hostel."]
    choose(page, "last year.docx", word(lines))
    page.get_by_label("Bring it into a pack").select_option("mental-health-practitioner-band-7")
    page.get_by_role("button", name="Open it there").click()
    dialog = page.get_by_role("dialog", name="What your document says")
    dialog.wait_for()
    assert "homeless hostel" in dialog.inner_text()
    assert "Read: Word file, 4 paragraphs." in dialog.inner_text()
    assert page.url.endswith("/tailor/mental-health-practitioner-band-7/")
    assert page.evaluate("Object.keys(sessionStorage).filter(name => name.includes('carried'))") == []
