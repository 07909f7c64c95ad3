"""The pages that lead to services without a search: by need, and by area."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from generator.documents.page import Page
from generator.documents.pages.directory import Directory
from generator.documents.pages.site_context import SiteContext
from generator.documents.views.crisis_cards import other_ways
from generator.documents.views.service import ServiceView
from generator.documents.views.staff_advice import staff_advice
from generator.knowledge.directory.areas import outwards
from generator.knowledge.model import Area, Need

ServiceGroup = tuple[str, Sequence[ServiceView]]
"""A heading, and the services under it."""

_WIDE = ("nation", "kingdom")
"""Kinds of area whose services work anywhere."""


def need_pages(context: SiteContext) -> Iterator[Page]:
    """The needs, and for each need all its services."""
    library = context.library
    if not library.needs or not library.services:
        return
    directory = Directory.of(context)
    rows = [(need, len(directory.by_need.get(need.id, ()))) for need in library.needs.values()]
    groups = [(name, list(found)) for name, found in groupby(rows, key=lambda row: row[0].group)]
    yield context.page("needs/index.md", "Help by need", "What people come with, and the services for it.", "needs", groups=groups)
    for need in library.needs.values():
        yield _need_page(context, directory, need)


def _need_page(context: SiteContext, directory: Directory, need: Need) -> Page:
    views = directory.by_need.get(need.id, ())
    near = [context.library.needs[name] for name in need.near]
    about = f"{need.label}: services for it, the local ones first." if views else f"{need.label}: no service is listed yet."
    return context.page(
        f"needs/{need.id}/index.md", need.label, about, "need",
        need=need, groups=_by_reach(directory, views), total=len(views), ask=directory.ask, sure=any(view.sure for view in views),
        deaf=other_ways(context.library).deaf if need.danger else [],
        near=[(other, len(directory.by_need.get(other.id, ()))) for other in near],
        careful=need.id in context.library.abuse_needs, advice=staff_advice(context.library, [need]),
    )  # fmt: skip


def _by_reach(directory: Directory, views: Sequence[ServiceView]) -> list[ServiceGroup]:
    """The services near home, those that work anywhere, and those of other places."""
    areas = directory.library.areas
    wide = [view for view in views if not view.local and any(areas[name].kind in _WIDE for name in view.service.areas)]
    local = [view for view in views if view.local]
    named = {view.service.id for view in (*wide, *local)}
    other = [view for view in views if view.service.id not in named]
    home = areas[directory.home].name if directory.home else ""
    found = [(f"In {home}", local), ("Anywhere in England or the United Kingdom", wide), ("In other places", other)]
    return [(heading, views) for heading, views in found if views]


def pages_by_area(context: SiteContext) -> Iterator[Page]:
    """The areas, and for each the services that reach it: its own first, then those of each wider area around it."""
    areas = context.library.areas
    if not areas or not context.library.services:
        return
    directory = Directory.of(context)
    own = _own(directory, areas)
    tops = [area for area in areas.values() if not area.inside]
    about = "Places, from the widest to the smallest, and the services that work there."
    counts = {name: _reaching(areas, name, own) for name in areas}
    yield context.page("areas/index.md", "Help by area", about, "areas", tops=tops, inside=_inside(areas.values()), counts=counts)
    for area in areas.values():
        yield _area_page(context, directory, area, own)


def _area_page(context: SiteContext, directory: Directory, area: Area, own: dict[str, list[ServiceView]]) -> Page:
    areas = context.library.areas
    around, near = _around(areas, area.id)
    groups = [("In " + _the(place) if place is area else "All over " + _the(place), own[place.id]) for place in near]
    parts = [part for part in areas.values() if part.inside == area.id]
    return context.page(
        f"areas/{area.id}/index.md", f"Services in {_the(area)}", f"Services that work in {_the(area)}, the most local first.", "area",
        area=area, called=_the(area), groups=[(heading, views) for heading, views in groups if views], ask=directory.ask,
        inner=[(part, _reaching(areas, part.id, own)) for part in parts],
        wider=[(place, _the(place), len(own[place.id])) for place in around if place not in near and own[place.id]],
    )  # fmt: skip


def _around(areas: Mapping[str, Area], name: str) -> tuple[list[Area], list[Area]]:
    """An area with those around it, from the inside, and those of them whose services its page lists."""
    around = [areas[place] for place in outwards(areas, name)]
    return around, [place for place in around if place.kind not in _WIDE] or around[:1]


def _reaching(areas: Mapping[str, Area], name: str, own: Mapping[str, Sequence[ServiceView]]) -> int:
    """How many services the page of an area lists."""
    return len({view.service.id for place in _around(areas, name)[1] for view in own[place.id]})


def _own(directory: Directory, areas: Iterable[str]) -> dict[str, list[ServiceView]]:
    """The services that name each area itself."""
    found: dict[str, list[ServiceView]] = {name: [] for name in areas}
    for view in directory.listed:
        for name in dict.fromkeys(view.service.areas):
            found[name].append(view)
    return found


def _inside(areas: Iterable[Area]) -> dict[str, list[Area]]:
    found: dict[str, list[Area]] = {}
    for area in areas:
        found.setdefault(area.inside or "", []).append(area)
    return found


def _the(area: Area) -> str:
    return f"the {area.name}" if area.kind == "kingdom" else area.name
