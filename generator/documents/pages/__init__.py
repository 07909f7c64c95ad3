"""Everything a site shows, as pages: an address, a title, and a body that is ordinary Markdown. Pure; nothing is written here.

A module makes the pages of one part of the site. A new part is a new module and a line in MAKERS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.documents.page import Page
from generator.documents.pages.changes import change_pages
from generator.documents.pages.front import front_pages
from generator.documents.pages.handing import handing_pages
from generator.documents.pages.health import health_pages
from generator.documents.pages.navigator import navigator_pages
from generator.documents.pages.needs import need_pages, pages_by_area
from generator.documents.pages.networks import network_pages
from generator.documents.pages.planner import planner_pages
from generator.documents.pages.profiles import profile_pages
from generator.documents.pages.queue import queue_pages
from generator.documents.pages.ready_lists import ready_list_pages
from generator.documents.pages.reference import reference_pages
from generator.documents.pages.review import review_pages
from generator.documents.pages.roles import role_pages
from generator.documents.pages.service_models import service_model_pages
from generator.documents.pages.services import service_pages
from generator.documents.pages.site_context import SiteContext
from generator.documents.pages.tailor import tailor_pages
from generator.documents.pages.timeline import timeline_pages
from generator.documents.pages.wording import wording_pages

__all__ = ["SiteContext", "all_pages"]

MAKERS: tuple[Callable[[SiteContext], Iterator[Page]], ...] = (
    front_pages,
    role_pages,
    tailor_pages,
    network_pages,
    service_model_pages,
    timeline_pages,
    health_pages,
    queue_pages,
    change_pages,
    navigator_pages,
    planner_pages,
    profile_pages,
    reference_pages,
    wording_pages,
    review_pages,
    service_pages,
    need_pages,
    pages_by_area,
    handing_pages,
    ready_list_pages,
)
"""What makes pages, part by part."""


def all_pages(context: SiteContext) -> Iterator[Page]:
    """Every generated page."""
    for make in MAKERS:
        yield from make(context)
