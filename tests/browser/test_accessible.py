"""Every kind of page, in light and dark, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PAGES, SISTERS

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


BOTH = ((1280, "light"), (390, "dark"))
OTHERS = ((1280, "dark"), (390, "light"))


WIDE = "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.vh'))"


def fits(page: Page) -> None:
    """Nothing of a page runs off a phone of 320 pixels, and no level of headings is skipped."""
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate(f"{WIDE}.map(e => e.outerHTML.slice(0, 120))") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])")
    assert levels.count(1) == 1
    main = levels[levels.index(1) :]
    assert all(after <= before + 1 for before, after in pairwise(main))


def offers_the_way_past(page: Page) -> None:
    """The first press of the Tab key leads to the link that skips to the main content."""
    page.keyboard.press("Tab")
    past = page.locator(".skip").first
    expect(past).to_be_focused()
    expect(past).to_have_accessible_name("Skip to main content")
    expect(past).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def looks() -> Iterator[Any]:
    """Every kind in both schemes at both widths; those made of the parts of another in two."""
    for kind in PAGES:
        for look in (*BOTH, *(() if kind in SISTERS else OTHERS)):
            yield pytest.param(kind, *look, marks=pytest.mark.slow)


@pytest.mark.parametrize(("turn", "kind"), list(enumerate(PAGES)), ids=str)
def test_a_page_of_each_kind(turn: int, kind: str, look: Visit) -> None:
    """One visit for what is quick to ask of every kind. The slow tests below ask each on its own page."""
    width, scheme = BOTH[turn % 2]
    page = look(kind, width=width, scheme=scheme)
    offers_the_way_past(page)
    fits(page)


LIKE_MOST = ("home", "role-nhs-jobs", "network", "no-results", "prose", "service", "need", "review", "handout", "missing")
"""Kinds that have most parts of all pages between them. A whole run asks axe of every kind, in each look."""


@pytest.mark.parametrize(("turn", "kind"), list(enumerate(LIKE_MOST)), ids=str)
def test_axe_finds_nothing_on_pages_like_most(turn: int, kind: str, look: Visit, faults_of_shapes: Callable[[Page], list[str]]) -> None:
    """One look of each, thinned."""
    width, scheme = BOTH[turn % 2]
    assert faults_of_shapes(look(kind, width=width, scheme=scheme)) == []


@pytest.mark.parametrize(("kind", "width", "scheme"), list(looks()))
def test_axe_finds_nothing(kind: str, width: int, scheme: str, look: Visit, faults: Callable[[Page], list[str]]) -> None:
    assert faults(look(kind, width=width, scheme=scheme)) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", PAGES)
def test_nothing_runs_off_a_phone_of_320_pixels_and_no_level_of_headings_is_skipped(kind: str, look: Visit) -> None:
    fits(look(kind, width=320))


@pytest.mark.slow
@pytest.mark.parametrize("kind", PAGES)
def test_the_first_tab_offers_the_way_past(kind: str, look: Visit) -> None:
    offers_the_way_past(look(kind))


def test_axe_sees(look: Visit, faults: Callable[[Page], list[str]], faults_of_shapes: Callable[[Page], list[str]]) -> None:
    page = look("home")
    assert faults(page) == []
    wrong = "<img src=/assets/logo.svg><h5>Skips</h5><p class=pale>Pale</p>"
    page.evaluate("wrong => document.querySelector('main').insertAdjacentHTML('beforeend', wrong)", wrong)
    page.evaluate("document.querySelector('.pale').style.color = '#ddd'")
    seen = {"image-alt", "heading-order", "color-contrast"}
    assert {fault.partition(":")[0] for fault in faults(page)} == seen
    assert {fault.partition(":")[0] for fault in faults_of_shapes(page)} == seen


@pytest.mark.parametrize("scheme", ["dark", pytest.param("light", marks=pytest.mark.slow)])
def test_axe_finds_nothing_with_the_menu_open(scheme: str, look: Visit, faults: Callable[..., list[str]]) -> None:
    page = look("results", width=390, scheme=scheme)
    page.get_by_role("button", name="Menu").click()
    assert faults(page, ".head" if scheme == "dark" else None) == []


def test_text_at_twice_the_size_still_fits(look: Visit) -> None:
    page = look("role", width=640)
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%', 'important')")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_shapes_stay_where_colours_are_forced(visit: Visit) -> None:
    page = visit("home", forced_colors="active")
    arm = page.evaluate("getComputedStyle(document.querySelector('.door'), '::before').borderTopStyle")
    assert arm == "solid"


def test_nothing_moves(look: Visit) -> None:
    page = look("home")
    moves = "[...document.querySelectorAll('*')].filter(e => parseFloat(getComputedStyle(e).transitionDuration) > 0).length"
    assert page.evaluate(moves) == 0
