"""The knowledge base is found by the one search, and prints as sheets."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]

ASKED = {
    "timeline 2008": "timeline/",
    "who can help this person": "who-can-help/",
    "plan a team": "plan-a-team/",
    "who does a practitioner see": "cohorts/",
    "compare job descriptions": "career/duties/",
    "career steps band 4 band 6": "career/",
    "interview questions link worker": "roles/link-worker-band-6/interview/",
    "service model proposal": "service-models/",
}


@pytest.mark.slow
def test_each_part_is_among_the_first_three_found(search: Visit) -> None:
    for asked, wanted in ASKED.items():
        page = search(f"q={asked.replace(' ', '+')}")
        first = page.locator("[data-page],[data-service-id]").evaluate_all("found => found.slice(0, 3).map(e => e.dataset.page)")
        assert any(str(one).startswith(wanted) for one in first), (asked, first)


@pytest.mark.quick_cases("role-interview", "planner")
@pytest.mark.parametrize("kind", ["role-interview", "role-induction", "role-guide", "planner", "navigator-result", "career"])
def test_paper_shows_the_sheet_and_no_chrome(kind: str, look: Visit) -> None:
    page = look(kind)
    page.emulate_media(media="print")
    for chrome in (".crisis", ".head", ".foot", "[data-print]", ".page > .side", "form"):
        assert page.locator(f"{chrome}:visible").count() == 0 or (kind == "planner" and chrome == "form")
    assert page.locator("h1:visible").count() == 1
