"""The page of a review: one file that loads nothing, for any screen and for paper."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_html import VNU, needs_vnu

REPORT = Path(__file__).parents[1] / "wording" / "documents" / "copied-pack.expected.html"

pytestmark = pytest.mark.browser


OTHERS = [pytest.param(*look, marks=pytest.mark.slow) for look in ((1280, "dark"), (390, "light"), (390, "dark"))]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), *OTHERS])
def test_axe_finds_nothing(width: int, scheme: str, browser: Browser, faults: Callable[[Page], list[str]]) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(REPORT.as_uri())
    assert faults(page) == []
    assert asked == [REPORT.as_uri()]
    page.close()


def test_it_reflows_and_its_parts_are_reached_by_keyboard(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto(REPORT.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#outdated"
    page.close()


@pytest.mark.slow
@needs_vnu
def test_it_is_valid_html() -> None:
    command = ["java", "-jar", VNU, "--errors-only", "--stdout", "--format", "text", REPORT]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
