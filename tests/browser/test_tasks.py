"""Eight things that people come for, written first and then counted: from the home page, in so few clicks.

Counted on the site before and after its second look. Words that are typed are no click; a page that has to be scrolled is none either.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]

BEFORE = {"word": 3, "box": 4, "interview": 3, "number": 1, "sheet": 5, "changed": 4, "file": 2, "cost": 1}
"""Clicks at the first look: the commit a0f50b6."""


class Clicks:
    """A visitor who counts."""

    def __init__(self, page: Page) -> None:
        """On the home page, before the first click."""
        self.page, self.count = page, 0

    def click(self, found: Locator) -> None:
        """One more."""
        found.click()
        self.count += 1

    def link(self, name: str, *, within: str = "#main") -> None:
        """Follow the first link of this name."""
        self.click(self.page.locator(within).get_by_role("link", name=name, exact=True).first)


def word(me: Clicks) -> None:
    with me.page.expect_download() as download:
        me.link("Word")
    assert download.value.suggested_filename.endswith(".docx")


def box(me: Clicks) -> None:
    me.link("NHS Jobs text")
    me.click(me.page.locator("[data-copy=box-overview]"))
    expect(me.page.locator("[data-copied]")).to_contain_text("Copied")


def interview(me: Clicks) -> None:
    me.link("interview questions")
    expect(me.page.locator("h1")).to_contain_text("interview questions")


def number(me: Clicks) -> None:
    me.page.get_by_label("What is going on?").fill("carer in Bushey")
    me.click(me.page.get_by_role("button", name="Find"))
    expect(me.page.locator("[data-service-id=carers-in-hertfordshire] a[href^='tel:']").first).to_be_visible()


def sheet(me: Clicks) -> None:
    me.link("Unpaid carers")
    for button in me.page.locator("[data-choose]").all()[:2]:
        me.click(button)
    me.click(me.page.locator(".keep"))
    me.click(me.page.get_by_role("link", name="See the sheet and print"))
    expect(me.page.locator(".given")).to_have_count(2)


def changed(me: Clicks) -> None:
    me.link("what a network changed")
    expect(me.page.locator("#changes")).to_be_in_viewport()


def file(me: Clicks) -> None:
    me.link("which file to correct")
    expect(me.page.locator("#main")).to_contain_text("data/services/")


def cost(me: Clicks) -> None:
    me.link("Plan a team")
    expect(me.page.locator("h1")).to_be_visible()


TASKS = (word, box, interview, number, sheet, changed, file, cost)


@pytest.mark.slow
def test_eight_tasks_take_six_clicks_where_they_took_ten(visit: Visit) -> None:
    took = {}
    for task in TASKS:
        me = Clicks(visit("home", permissions=["clipboard-read", "clipboard-write"]))
        task(me)
        took[task.__name__] = me.count
    assert all(took[name] <= BEFORE[name] for name in BEFORE), took
    assert sum(took.values()) <= 0.6 * sum(BEFORE.values()), took
