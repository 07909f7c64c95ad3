"""A manager's whole day: two roles, a colleague, the next day's date, Word edited and back, everything zipped; every form says the same.

Clicks and keys are counted as they are made: each character is a key, and so is the Tab to its field; to choose a file takes two clicks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.tailor.maker import BAND_7, Maker, field
from tests.browser.tailor.test_whole import letters, words_of
from tests.edited.editing import Editor
from tests.word.reading import Word

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OTHER = "link-worker-band-6"
COUNTED = 14, 396
"""Clicks and keys of this day, seen on 1 December 2026. Who changes the page sees here what it costs the manager."""

NETWORK = {
    "Network’s name": "North Valley", "Employer": "Valley Federation Ltd",
    "Who you are": "North Valley is four practices along one river. We look after 31,400 people.",
    "List size date": "1 October 2026", "Adjustments and other formats": "Write to jobs@example.org for large print.",
}  # fmt: skip
POST = {"Base": "Mill Surgery", "Hours": "37.5 a week", "Contract": "Permanent", "Clinical supervision": "Every month, by the trust"}
ADVERT = {"Reference on NHS Jobs": "NV7-1", "Name": "Jo Marsh", "Email": "jobs@example.org"}


@dataclass
class Manager:
    """Somebody at a page, whose clicks and keys are counted."""

    page: Page
    clicks: int = 0
    keys: int = 0

    def click(self, place: Locator) -> None:
        """Click once."""
        place.click()
        self.clicks += 1

    def fill(self, place: Locator, words: str) -> None:
        """Go to a field by Tab, and type."""
        place.fill(words)
        self.keys += len(words) + 1

    def answer(self, answers: dict[str, str]) -> None:
        """Fill fields by their labels."""
        for label, words in answers.items():
            self.fill(self.page.get_by_label(label, exact=True).first, words)

    def day(self, label: str, *parts: str) -> None:
        """Type the three parts of a day."""
        group = self.page.get_by_role("group", name=label, exact=True)
        for name, words in zip(("Day", "Month", "Year"), parts, strict=True):
            self.fill(group.get_by_label(name, exact=True), words)

    def download(self, name: str, folder: Path) -> Path:
        """Look through the answers, and take a file."""
        self.click(self.page.locator(f"[data-{name}]"))
        with self.page.expect_download() as handed:
            self.click(self.page.locator('[data-dialog="check"] [data-go]'))
        file = folder / handed.value.suggested_filename
        handed.value.save_as(file)
        return file


@pytest.fixture
def browsers(browser: Browser, address: str) -> Iterator[tuple[Page, Page]]:
    """The manager's browser and a colleague's."""
    contexts = [browser.new_context(service_workers="block", viewport={"width": 1280, "height": 900}) for _ in range(2)]
    pages = [context.new_page() for context in contexts]
    for page in pages:
        page.goto(f"{address}tailor/{BAND_7}/")
        page.wait_for_selector('[data-tailor][data-state="ready"]')
    yield pages[0], pages[1]
    for context in contexts:
        context.close()


def first_role(manager: Manager, maker: Maker) -> str:
    """A pack from nothing to a link for a colleague."""
    page = maker.page
    manager.answer(NETWORK | POST)
    practice = page.locator('[data-lines="practices"] .line').first
    for key, words in {"name": "Mill Surgery", "ods_code": "a12345", "population": "13420"}.items():
        manager.fill(practice.locator(f'[data-key="{key}"]'), words)
    manager.day("Opens", "4", "1", "2027")
    manager.day("Closes", "25", "1", "2027")
    manager.answer(ADVERT)
    row = page.locator('[data-statement="shared-decisions"]')
    manager.click(row.get_by_role("button", name="Change"))
    row.get_by_role("radio", name="Leave out").check(force=True)
    manager.clicks += 1
    manager.fill(row.get_by_label("Why are you leaving it out?"), "Our link worker does this.")
    manager.click(page.locator("[data-send]"))
    dialog = page.get_by_role("dialog", name="Send as a link")
    found = dialog.get_by_label("Link", exact=True).input_value()
    manager.click(dialog.get_by_role("button", name="Close"))
    return found


def test_a_whole_day(browsers: tuple[Page, Page], address: str, tmp_path: Path) -> None:
    page, colleague_page = browsers
    manager, colleague = Manager(page), Manager(colleague_page)
    maker = Maker(page)
    manager.clicks += 1  # all sections shown
    link = first_role(manager, maker)

    colleague_page.evaluate("hash => { location.hash = hash; }", link.partition("#")[2])
    expect(field(colleague_page, "Network’s name")).to_have_value("North Valley")
    word = colleague.download("word", tmp_path)
    editor = Editor(word.read_bytes())
    editor.do({"track_append": "statement:referrals", "words": " Reply in two days.", "by": "Jo Hart", "day": "2026-12-02"})

    page.clock.set_fixed_time(datetime(2026, 12, 2, 9))
    page.set_input_files("[data-file]", {"name": "edited.docx", "mimeType": "application/octet-stream", "buffer": editor.content()})
    manager.clicks += 2
    manager.click(page.get_by_role("dialog", name="What changed in this file").get_by_role("button", name="Take 1 change"))
    zipped = manager.download("everything", tmp_path)
    everywhere_the_same(maker, zipped, tmp_path)

    page.goto(f"{address}tailor/{OTHER}/")
    page.wait_for_selector('[data-tailor][data-state="ready"]')
    expect(field(page, "Network’s name")).to_have_value("North Valley")
    manager.answer(POST)
    manager.download("everything", tmp_path)
    assert (manager.clicks + colleague.clicks, manager.keys + colleague.keys) == COUNTED


def everywhere_the_same(maker: Maker, zipped: Path, folder: Path) -> None:
    """Page, Word, print, text and workbook have the same sentences, and the second day's date."""
    with ZipFile(zipped) as archive:
        inside = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    statements, criteria = maker.statements(), maker.criteria()
    word = Word(inside["Job pack.docx"])
    assert word.of("statement") == {name: words for name, (_, words) in statements.items()}
    assert word.of("criterion") == {name: words for name, (_, words) in criteria.items()}
    assert word.of("fill")["date"] == maker.facts()["date"] == "2 December 2026"
    assert statements["referrals"][1].endswith("Reply in two days.")
    text = inside["Text for NHS Jobs.txt"].decode().replace("\r\n", "\n")
    assert all(box in text for box in maker.boxes().values())
    assert "2 December 2026" in text
    printed = words_of(maker.printed(folder))
    assert all(letters(words) in printed for _, words in statements.values())
    book = openpyxl.load_workbook(BytesIO(inside["Shortlisting workbook.xlsx"]))
    cells = {str(cell.value) for name in ("Shortlisting", "Interview") for cell in book[name]["A"]}
    scored = {f"{number.rstrip('.')}. {words}" for number, words in criteria.values()}
    assert {cell for cell in cells if cell[:1].isdigit()} <= scored
    assert "2 December 2026" in str(book["How to use"]["A2"].value)
