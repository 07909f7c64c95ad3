"""The pages at the door: home, and the search over everything."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents.page import Page
from generator.documents.pages.making import Making


def front_pages(making: Making) -> Iterator[Page]:
    """Home and Find."""
    settings, packs = making.library.settings, making.packs
    yield making.page("index.md", settings.title, settings.tagline, "home", packs=packs, pay_year=making.library.pay[settings.pay_year])
    yield making.page("find/index.md", "Find", "Search roles, guides and pages.", "find", packs=packs)
