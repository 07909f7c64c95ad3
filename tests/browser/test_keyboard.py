"""Everything by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]

WHERE = "document.activeElement.closest('.skip, .crisis, .head, main, .foot')?.classList[0]"
SHOWN = """() => {
  const box = document.activeElement, style = getComputedStyle(box), area = box.getBoundingClientRect();
  const marked = style.boxShadow !== 'none' || (style.outlineStyle !== 'none' && style.outlineColor !== 'rgba(0, 0, 0, 0)');
  return marked && area.width > 0 && area.bottom > 0 && area.top < innerHeight;
}"""
CAN = """() => {
  const found = [...document.querySelectorAll('a[href], button, input, select, summary')];
  const shown = found.filter((e) => e.checkVisibility() && !e.hidden && !e.disabled);
  return new Set(shown.map((e) => (e.type === 'radio' ? e.name : e))).size;
}"""
"""How many stops the Tab key makes: each thing that can be used, and radio buttons of one name together once."""


KINDS = ("home", "role", "results", "guide")
PHONE = [("home", 390), *(pytest.param(kind, 390, marks=pytest.mark.slow) for kind in KINDS[1:])]


@pytest.mark.quick_cases("guide-1280", "home-390")
@pytest.mark.parametrize(("kind", "width"), [*((kind, 1280) for kind in KINDS), *PHONE])
def test_tab_reaches_everything_in_order_and_shows_where_it_is(kind: str, width: int, look: Visit) -> None:
    page = look(kind, width=width)
    order, hidden = [], []
    for _ in range(page.evaluate(CAN)):
        page.keyboard.press("Tab")
        order.append(page.evaluate(WHERE))
        if not page.evaluate(SHOWN):
            hidden.append(page.evaluate("document.activeElement.outerHTML"))
    assert hidden == []
    assert list(dict.fromkeys(order)) == ["skip", "crisis", "head", "md-main", "foot"]
    assert page.evaluate("document.activeElement.closest('.foot') !== null")


def test_the_menu_on_a_phone(look: Visit) -> None:
    page = look("role", width=390)
    button, links = page.get_by_role("button", name="Menu"), page.locator(".nav a")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(links.first).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(links.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(links.first).to_be_hidden()


def test_no_single_key_does_anything(look: Visit) -> None:
    page = look("guide")
    before = page.url
    for key in "npsf/.":
        page.keyboard.press(key)
    assert page.url == before
