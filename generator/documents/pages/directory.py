"""Every service as its pages show it, and the orders that its lists share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.documents.pages.site_context import SiteContext
from generator.documents.views.service import ServiceView, service_view
from generator.knowledge.directory.defaults import home_county, most_reached_through
from generator.knowledge.library.library import Library
from generator.knowledge.model import Service

RELATED = 4
"""How many other services a page names."""

LOOKED_AT = 50
"""How many services of each need are looked at for those: enough for a good choice, and few enough for ten thousand pages."""


@dataclass(frozen=True)
class Directory:
    """The services by id. `home` is the county whose services come first; `ask` the service that knows what no list has."""

    library: Library
    views: Mapping[str, ServiceView]
    home: str
    ask: Service | None
    _known: dict[tuple[str, ...], Sequence[ServiceView]] = field(default_factory=dict)

    @classmethod
    def of(cls, context: SiteContext) -> Directory:
        """The directory on the day of the build."""
        return context.once(cls, lambda: cls._made(context))

    @classmethod
    def _made(cls, context: SiteContext) -> Directory:
        library = context.library
        services = list(library.services.values())
        county = home_county(library.areas, services) or ""
        views = {service.id: service_view(service, library, context.today, county) for service in services}
        last = views.get(most_reached_through(services) or "")
        return cls(library, views, county, last.service if last and last.listed else None)

    @cached_property
    def listed(self) -> Sequence[ServiceView]:
        """The services that lists may show, the surest first, otherwise by name."""
        shown = [view for view in self.views.values() if view.listed]
        return sorted(shown, key=lambda view: (view.state == "paused", not view.sure, view.service.name.casefold()))

    @cached_property
    def by_need(self) -> Mapping[str, Sequence[ServiceView]]:
        """The services of each need: those whose main need it is first."""
        found: dict[str, list[ServiceView]] = {}
        for view in self.listed:
            for need in view.service.known_needs:
                found.setdefault(need, []).append(view)
        return {need: sorted(views, key=lambda view: view.service.known_needs[0] != need) for need, views in found.items()}

    def related(self, view: ServiceView) -> list[Service]:
        """Others that help with the same: those that share most come first, then local ones."""
        nearest = self._nearest(tuple(view.service.needs))
        return [other.service for other in nearest if other is not view][:RELATED]

    def _nearest(self, needs: tuple[str, ...]) -> Sequence[ServiceView]:
        """The first services for these needs, one more than a page names: many services have the same."""
        if needs not in self._known:
            self._known[needs] = self._sorted(needs)
        return self._known[needs]

    def _sorted(self, needs: tuple[str, ...]) -> Sequence[ServiceView]:
        others = {other.service.id: other for need in needs for other in self._surest.get(need, ())}

        def apart(other: ServiceView) -> tuple[bool, int, bool]:
            return needs[0] not in other.service.needs, -len(set(needs) & set(other.service.needs)), not other.local

        return sorted(others.values(), key=apart)[: RELATED + 1]

    @cached_property
    def _surest(self) -> Mapping[str, Sequence[ServiceView]]:
        """The first services of each need that may be given out, the local ones first."""
        sure = {need: [view for view in views if view.sure] for need, views in self.by_need.items()}
        return {need: sorted(views, key=lambda view: not view.local)[:LOOKED_AT] for need, views in sure.items()}
