"""Ready-made lists: each has a page to share, and a sheet with the services that may be given out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.documents.packs.compose import all_packs
from generator.documents.page import Page
from generator.documents.pages import SiteContext
from generator.documents.pages.front import front_pages
from generator.documents.pages.ready_lists import in_order, ready_list_pages
from generator.documents.templating.environment import environment
from generator.knowledge.library.library import Library
from generator.knowledge.model import Service
from generator.knowledge.model.ready_lists import ReadyList
from tests.ours import LIBRARY

DAY = date(2026, 11, 30)
LISTS = in_order(LIBRARY)


def context(library: Library) -> SiteContext:
    packs = all_packs(library, DAY)
    return SiteContext(library, packs, {pack.stem: [] for pack in packs}, environment(), DAY)


def pages(library: Library) -> dict[str, Page]:
    return {page.address: page for page in ready_list_pages(context(library))}


@pytest.fixture(scope="module")
def ours() -> dict[str, Page]:
    return pages(LIBRARY)


def test_lists_are_in_their_order() -> None:
    orders = [one.order for one in LISTS]
    assert orders == sorted(set(orders))


@pytest.mark.parametrize("one", LISTS, ids=lambda one: one.id)
def test_each_has_a_page_with_its_services_and_their_sheet(one: ReadyList, ours: dict[str, Page]) -> None:
    body = ours[f"lists/{one.id}/"].body
    assert f"handout/#ids={','.join(one.services)}" in body
    assert all(f'data-service-id="{name}"' in body for name in one.services)
    assert f"lists/{one.id}/" in ours["lists/"].body


def test_find_shows_them_before_anything_is_typed() -> None:
    find = next(page for page in front_pages(context(LIBRARY)) if page.address == "find/")
    assert all(f"lists/{one.id}/" in find.body for one in LISTS)


def test_a_closed_service_is_named_and_not_on_the_sheet() -> None:
    one = LISTS[0]
    gone = LIBRARY.services[one.services[0]].model_copy(update={"status": "closed"})
    services = {**LIBRARY.services, gone.id: gone}
    body = pages(replace(LIBRARY, records={**LIBRARY.records, Service: services}))[f"lists/{one.id}/"].body
    assert f"handout/#ids={','.join(one.services[1:])}" in body
    assert f"<strong>{gone.name}</strong> was on this list" in body
