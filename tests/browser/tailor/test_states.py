"""Every state of the page, in light and dark, on a desk and on a phone: nothing for axe, nothing off the edge."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.tailor.maker import BAND_7, Maker, field

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
Faults = Callable[..., list[str]]
LONG = "Liaise with the IAPT service, and use this very long sentence that goes on and on until nobody can remember how it ever began."
WIDE = "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.vh'))"
BAD = b"id: x\nid: y\nroles:\n\t- a\n"


def busy(page: Page) -> Maker:
    """A page with a row in every state, and answers that are wrong."""
    maker = Maker(page)
    maker.reword("prompt-advice", LONG, "")
    maker.leave_out("shared-decisions", "")
    maker.reword("travel", "Able to travel between two practices", "")
    maker.add("clinical", "Run a group on Mondays.", "")
    maker.add_criterion("skills", "Able to ride a bicycle", "Desirable", "")
    for label in ("Phone", "Email"):
        maker.fill(label, "abc")
        field(page, label).blur()
    maker.practice(0, name="Mill Surgery", ods_code="12", population="many")
    page.locator(".otherwise:not([hidden]) summary").first.click()
    page.locator(".own-words summary").click()
    page.wait_for_selector("[data-wording]:not([hidden])")
    return maker


TOLD = "[data-wrongs]"
"""Where mistakes, questions and refusals are told, on a page that does not change else."""

LOOKS = [(1280, "light"), (390, "dark"), (1280, "dark"), (390, "light")]
WHOLE = [pytest.param(*look, None, marks=pytest.mark.slow) for look in LOOKS]


@pytest.mark.slow
@pytest.mark.parametrize(("width", "scheme", "within"), [(1280, "light", TOLD), *WHOLE])
def test_axe_finds_nothing_in_any_state(width: int, scheme: str, within: str | None, look: Visit, faults: Faults) -> None:
    page = look(path=f"tailor/{BAND_7}/", width=width, scheme=scheme)
    busy(page)
    page.locator('[data-add="clinical"]').click()
    found = {"adding": faults(page, within and "dialog[open]")}
    page.get_by_role("button", name="Done").click()
    found["changed"] = [] if within else faults(page)
    page.locator("[data-save]").click()
    assert page.locator("[data-wrongs]").is_visible()
    found["mistakes"] = faults(page, within)
    page.locator("[data-restart]").click()
    found["asked"] = faults(page, within)
    page.get_by_role("button", name="Keep my work").click()
    page.set_input_files("[data-file]", {"name": "bad.yaml", "mimeType": "text/yaml", "buffer": BAD})
    page.get_by_text("bad.yaml could not be opened").wait_for()
    found["refused"] = faults(page, within)
    assert {state: wrong for state, wrong in found.items() if wrong} == {}


@pytest.mark.slow
def test_nothing_runs_off_a_phone_of_320_pixels(look: Visit) -> None:
    page = look(path=f"tailor/{BAND_7}/", width=320)
    busy(page)
    assert page.evaluate(f"{WIDE}.map(e => e.outerHTML.slice(0, 120))") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_reader_without_script_is_told_and_shown_the_way(visit: Visit) -> None:
    page = visit(path=f"tailor/{BAND_7}/", java_script_enabled=False)
    assert page.get_by_role("link", name="download the pack as a Word file").is_visible()
    assert not page.locator("[data-panel]").is_visible()
