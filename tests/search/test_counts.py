"""One count for each need: the search, its page, the list of needs and the report on what is out of date say the same number."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from generator.documents.pages.needs import need_pages
from generator.documents.pages.site_context import SiteContext
from generator.documents.reports.health.directory import needs_offered
from generator.documents.templating.environment import environment
from generator.knowledge.directory.visibility import listed
from tests.ours import LIBRARY
from tests.search.measuring import TODAY, in_node, node


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The text of each page by its path."""
    return {page.path: page.body for page in need_pages(SiteContext(LIBRARY, [], {}, environment(), TODAY))}


def test_page_list_and_report_count_alike(pages: dict[str, str]) -> None:
    services = [service for service in LIBRARY.services.values() if listed(service, LIBRARY, TODAY)]
    for row in needs_offered(LIBRARY, services):
        page = pages[f"needs/{row.id}/index.md"]
        assert page.count('<article class="hit"') == row.all, row.id
        if row.all:
            assert re.search(rf'<p class="lede">{row.all} services?, ', page), row.id
            assert f'{row.label}</a> <span class="meta">{row.all}</span>' in pages["needs/index.md"]


@pytest.mark.slow
@pytest.mark.skipif(not node(), reason="needs Node.js")
def test_the_search_counts_what_it_lists_and_what_the_pages_list(pages: dict[str, str], tmp_path: Path) -> None:
    needs = list(LIBRARY.needs)
    told: Any = in_node("counts.mjs", needs, tmp_path)
    listed_on_pages = [pages[f"needs/{need}/index.md"].count('<article class="hit"') for need in needs]
    assert [tuple(counts) for counts in told] == [(count, count) for count in listed_on_pages]
