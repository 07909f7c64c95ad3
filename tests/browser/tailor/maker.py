"""The page that makes a pack, driven as a person drives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

BAND_7 = "mental-health-practitioner-band-7"

_OF = "words => [...document.querySelectorAll('label')].find(one => one.textContent.trim() === words).control.id"


def field(page: Page, label: str) -> Locator:
    """The first field with this label.

    `get_by_label` asks each of the page's six thousand elements for its labels, which takes half a second of the processor every time.
    """
    return page.locator(f"#{page.evaluate(_OF, label)}")


def dialog_of(page: Page, name: str) -> Locator:
    """The dialog that is open, if it has this heading. `get_by_role` would ask every element of the page for its role at each step."""
    return page.locator("dialog[open]", has=page.locator("h2", has_text=name))


class Maker:
    """The page of one role, ready to be worked on."""

    def __init__(self, page: Page) -> None:
        page.wait_for_selector('[data-tailor][data-state="ready"]')
        self.page = page
        page.locator("[data-unfold]").click()

    def fill(self, label: str, words: str) -> None:
        """Fill a field by its label. A date has three: one that is put whole into the first is parted."""
        if re.fullmatch(r"\d{4}-\d\d-\d\d", words):
            self.page.get_by_role("group", name=label, exact=True).get_by_label("Day", exact=True).fill(words)
        else:
            self.field(label).fill(words)

    def field(self, label: str) -> Locator:
        """The first field with this label."""
        return field(self.page, label)

    def row(self, name: str) -> Locator:
        """The row of a statement or criterion."""
        return self.page.locator(f'[data-statement="{name}"], [data-criterion="{name}"]')

    def choose(self, name: str, how: str) -> Locator:
        """Open a row's choice and choose."""
        row = self.row(name)
        row.locator("[data-change]").click()
        row.locator(".seg label", has_text=how).locator("input").check(force=True)
        return row

    def leave_out(self, name: str, because: str) -> None:
        """Leave a sentence out, with a reason."""
        self.choose(name, "Leave out").get_by_label("Why are you leaving it out?").fill(because)

    def reword(self, name: str, words: str, because: str) -> None:
        """Say a sentence in other words, with a reason."""
        row = self.choose(name, "Reword")
        row.get_by_label("Your wording").fill(words)
        row.get_by_label("Why are you rewording it?").fill(because)

    def add(self, section: str, words: str, because: str) -> Locator:
        """Add a statement of one's own."""
        self.page.locator(f'[data-add="{section}"]').click()
        self.page.get_by_role("button", name="Write my own").click()
        row = self.page.locator(f'[data-section="{section}"] .row--new').last
        row.get_by_label("Your statement").fill(words)
        row.get_by_label("Why are you adding it?").fill(because)
        return row

    def add_section(self, heading: str, after: str, words: str, because: str) -> None:
        """Add a section of one's own, with its first statement."""
        self.page.get_by_role("button", name="Add a section", exact=True).click()
        dialog = self.page.get_by_role("dialog", name="Add a section")
        dialog.get_by_label("Heading").fill(heading)
        dialog.get_by_label("It comes after").select_option(label=after)
        dialog.get_by_role("button", name="Add the section").click()
        section = self.page.get_by_role("region", name=heading)
        section.get_by_label("Your statement").fill(words)
        for label in ("Why are you adding it?", "Why are you adding this section?"):
            section.get_by_label(label).fill(because)

    def suggest(self, section: str, words: str) -> None:
        """Add a statement of a sister role's that has some words in it."""
        self.page.locator(f'[data-add="{section}"]').click()
        self.page.get_by_label("Search these statements").fill(words)
        self.page.locator(".suggestions").get_by_role("button", name="Add").first.click()
        self.page.get_by_role("button", name="Done").click()

    def add_criterion(self, category: str, words: str, level: str, because: str) -> None:
        """Add a criterion of one's own."""
        self.page.locator(f'[data-add-criterion="{category}"]').click()
        row = self.page.locator(f'[data-category="{category}"] .row--new').last
        row.get_by_label("Your criterion").fill(words)
        row.get_by_label("Why are you adding it?").fill(because)
        row.get_by_label("Level").select_option(label=level)

    def practice(self, number: int, **answers: str) -> None:
        """Fill in a line of the practices."""
        line = self.page.locator('[data-lines="practices"] .line').nth(number)
        for key, words in answers.items():
            line.locator(f'[data-key="{key}"]').fill(words)

    def open(self, file: Path) -> None:
        """Open a saved file."""
        self.page.set_input_files("[data-file]", str(file))

    def download(self, name: str, folder: Path) -> Path:
        """Press a button of the panel that hands over a file, and keep the file."""
        with self.page.expect_download() as handed:
            self.page.locator(f"[data-{name}]").click()
            if name != "save":
                self.page.locator('[data-dialog="check"] [data-go]').click()
        file = folder / handed.value.suggested_filename
        handed.value.save_as(file)
        return file

    def printed(self, folder: Path) -> Path:
        """The page as the browser prints it."""
        file = folder / "printed.pdf"
        self.page.pdf(path=str(file), prefer_css_page_size=True)
        return file

    def statements(self) -> dict[str, tuple[str, str]]:
        """Number and words of each statement that stands in the pack, by id, in order."""
        self.page.evaluate("dispatchEvent(new Event('change'))")  # ends the pause after the last key
        return dict(self._rows("[data-statement]"))

    def criteria(self) -> dict[str, tuple[str, str]]:
        """The same of each criterion."""
        return dict(self._rows("[data-criterion]"))

    def facts(self) -> dict[str, str]:
        """What each filled field says."""
        said: dict[str, str] = self.page.evaluate(
            "Object.fromEntries([...document.querySelectorAll('[data-tailor] [data-fill]')].map(e => [e.dataset.fill, e.textContent]))"
        )
        return said

    def boxes(self) -> dict[str, str]:
        """The text of each box of NHS Jobs."""
        said: dict[str, str] = self.page.evaluate(
            "Object.fromEntries([...document.querySelectorAll('[data-box]')].map(b => [b.dataset.box, b.querySelector('pre').textContent]))"
        )
        return said

    def _rows(self, selector: str) -> Iterator[tuple[str, tuple[str, str]]]:
        found: list[list[Any]] = self.page.evaluate(
            """selector => [...document.querySelectorAll(`.doc ${selector}:not(.row--out):not(.no-print)`)].map(row => {
              const [number, words] = ['.n', '.txt'].map(part => row.querySelector(part).textContent);
              return [row.dataset.statement ?? row.dataset.criterion, number, words];
            })""",
            selector,
        )
        for name, number, words in found:
            yield name, (number, words)
