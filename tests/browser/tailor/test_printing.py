"""What the page prints: a cover, contents, running heads, page numbers, and nothing that is torn from what follows it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Page, expect

from tests.browser.tailor.maker import BAND_7, Maker, dialog_of

pytestmark = pytest.mark.browser

TITLE = "North Valley: Mental Health Practitioner, band 7"
PARTS = [
    "The role on a page", "About the network", "Job description", "Person specification", "Standard responsibilities",
    "Pay and terms", "Document control",
]  # fmt: skip
HEADINGS = {
    *PARTS, "Working relationships", "Purpose of the role", "Clinical", "Training, development and education", "Quality improvement",
    "Management", "General", "Qualifications and registration", "Experience", "Skills and abilities", "Knowledge and understanding",
    "Values and approach", "Other requirements", "Criterion Level How we assess it",
}  # fmt: skip


@pytest.fixture
def maker(look: Callable[..., Page]) -> Maker:
    made = Maker(look(path=f"tailor/{BAND_7}/"))
    made.fill("Network’s name", "North Valley")
    made.fill("Who you are", "Four practices along one river.")
    return made


def pages_of(file: Path) -> list[list[str]]:
    """The lines of each page, without blank ones."""
    text = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True).stdout
    return [[" ".join(line.split()) for line in page.splitlines() if line.strip()] for page in text.split("\f")[:-1]]


def test_a_print_has_a_cover_contents_heads_and_page_numbers(maker: Maker, tmp_path: Path) -> None:
    file = maker.printed(tmp_path)
    cover, contents, *pages = pages_of(file)
    assert cover[0] == "Job pack"
    assert "North Valley" in cover
    assert not any("Page" in line or line == TITLE for line in cover)
    assert [line for line in contents if line in PARTS] == PARTS
    assert contents[-1].endswith(f"Page 2 of {len(pages) + 2}")
    heads = [page[0] for page in pages]
    assert all(head.startswith(TITLE) for head in heads)
    runs = list(dict.fromkeys(head.removeprefix(TITLE).strip() for head in heads))
    assert runs == [*PARTS[:-2], "Pay and terms · Document control"]
    for number, page in enumerate(pages, 3):
        assert re.search(rf"North Valley job pack, version 1\.0, .* Page {number} of {len(pages) + 2}$", page[-1])
    assert not any(page[-2] in HEADINGS for page in pages)
    with pikepdf.open(file) as pdf:
        assert pdf.docinfo["/Title"] == TITLE


@pytest.mark.slow
def test_the_chart_is_drawn_after_its_lines_were_edited(maker: Maker, tmp_path: Path) -> None:
    page = maker.page
    page.locator('[data-lines="overlay.fill.reports_to"] [data-key="who"]').first.fill("Lead nurse")
    maker.fill("Also works with", "You will work with four practices.")
    words = " ".join(pages_of(maker.printed(tmp_path))[2])
    assert "Lead nurse" in words
    assert "Supervises clinically" in words
    assert "Broken lines show supervision. You will work with four practices." in words


@pytest.mark.slow
def test_what_a_print_lacks_is_said_before(maker: Maker) -> None:
    maker.page.locator("[data-print]").click()
    dialog = dialog_of(maker.page, "Check your answers")
    expect(dialog).to_contain_text("has no page numbers")
    dialog.get_by_role("button", name="Go back and change").click()
    maker.page.locator("[data-word]").click()
    expect(dialog).not_to_contain_text("has no page numbers")
