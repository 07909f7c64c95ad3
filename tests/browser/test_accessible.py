"""Every kind of page, in light and dark, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import PAGES, SISTERS

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


BOTH = ((1280, "light"), (390, "dark"))
OTHERS = ((1280, "dark"), (390, "light"))


def looks() -> Iterator[Any]:
    """Every kind in both schemes at both widths; those made of the parts of another in two, all slow. One look of the rest is quick."""
    for turn, kind in enumerate(PAGES):
        quick = None if kind in SISTERS else BOTH[turn % 2]
        if quick:
            yield kind, *quick
        for look in (*BOTH, *(() if kind in SISTERS else OTHERS)):
            if look != quick:
                yield pytest.param(kind, *look, marks=pytest.mark.slow)


LOOKS = list(looks())


@pytest.mark.parametrize(("kind", "width", "scheme"), LOOKS)
def test_axe_finds_nothing(kind: str, width: int, scheme: str, look: Visit, faults: Callable[[Page], list[str]]) -> None:
    assert faults(look(kind, width=width, scheme=scheme)) == []


def test_axe_sees(look: Visit, faults: Callable[[Page], list[str]]) -> None:
    page = look("home")
    assert faults(page) == []
    wrong = "<img src=/assets/logo.svg><h5>Skips</h5><p class=pale>Pale</p>"
    page.evaluate("wrong => document.querySelector('main').insertAdjacentHTML('beforeend', wrong)", wrong)
    page.evaluate("document.querySelector('.pale').style.color = '#ddd'")
    assert {fault.partition(":")[0] for fault in faults(page)} == {"image-alt", "heading-order", "color-contrast"}


@pytest.mark.parametrize("scheme", ["dark", pytest.param("light", marks=pytest.mark.slow)])
def test_axe_finds_nothing_with_the_menu_open(scheme: str, look: Visit, faults: Callable[[Page], list[str]]) -> None:
    page = look("results", width=390, scheme=scheme)
    page.get_by_role("button", name="Menu").click()
    assert faults(page) == []


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_runs_off_a_phone_of_320_pixels_and_no_level_of_headings_is_skipped(kind: str, look: Visit) -> None:
    page = look(kind, width=320)
    wide = "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.vh'))"
    assert page.evaluate(f"{wide}.map(e => e.outerHTML.slice(0, 120))") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])")
    assert levels.count(1) == 1
    main = levels[levels.index(1) :]
    assert all(after <= before + 1 for before, after in pairwise(main))


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
