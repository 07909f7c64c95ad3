"""Light, dark and paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
GROUND = "getComputedStyle(document.body).backgroundColor"
WHITE, NIGHT = "rgb(255, 255, 255)", "rgb(18, 25, 30)"


@pytest.mark.parametrize(("scheme", "ground"), [("light", WHITE), ("dark", NIGHT)])
def test_follows_the_device_until_somebody_chooses(scheme: str, ground: str, look: Visit) -> None:
    assert look("home", scheme=scheme).evaluate(GROUND) == ground


def test_a_choice_holds_on_the_next_page(look: Visit) -> None:
    page = look("home")
    page.get_by_role("button", name="Dark colours").click()
    assert page.evaluate(GROUND) == NIGHT
    expect(page.get_by_role("button", name="Light colours")).to_be_visible()
    page.get_by_role("link", name="Job packs", exact=True).click()
    assert page.evaluate(GROUND) == NIGHT


def test_colours_are_right_before_the_page_is_painted(visit: Visit) -> None:
    page = visit("home", scheme="dark")
    page.add_init_script("""
      const look = () => { document.body ? window.first ??= document.body.dataset.mdColorScheme : requestAnimationFrame(look); };
      requestAnimationFrame(look);
    """)
    page.reload()
    page.wait_for_function("window.first")
    assert page.evaluate("window.first") == "slate"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_and_has_no_controls(scheme: str, look: Visit) -> None:
    page = look("role", scheme=scheme)
    page.emulate_media(media="print")
    assert page.evaluate(GROUND) == WHITE
    for gone in (".crisis", ".head", ".foot", ".toc"):
        expect(page.locator(gone)).to_be_hidden()
    expect(page.locator("h1")).to_have_css("color", "rgb(33, 43, 50)")


@pytest.mark.parametrize(("width", "shown", "other"), [(1280, "wide", "narrow"), (390, "narrow", "wide")])
def test_one_chart_is_shown_and_its_words_can_be_read(width: int, shown: str, other: str, look: Visit) -> None:
    page = look("role", width=width)
    expect(page.locator(f".org-{shown}")).to_be_visible()
    expect(page.locator(f".org-{other}")).to_be_hidden()
    sizes = page.evaluate("""which => {
      const drawn = document.querySelector(`.org-${which}`), scale = drawn.getBoundingClientRect().width / drawn.viewBox.baseVal.width;
      return [...drawn.querySelectorAll('text')].map(t => parseFloat(getComputedStyle(t).fontSize) * scale);
    }""", shown)  # fmt: skip
    assert min(sizes) >= 14


def test_the_pack_page_names_its_statements_and_facts(look: Visit) -> None:
    page = look("role")
    names = page.evaluate("[...document.querySelectorAll('[data-statement]')].map(e => e.dataset.statement)")
    assert len(names) == len(set(names)) > 20
    fills = page.evaluate("[...document.querySelectorAll('[data-fill]')].map(e => e.dataset.fill)")
    assert "salary" in fills
    assert len(fills) == len(set(fills))
