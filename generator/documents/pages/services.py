"""The pages of services: each one, and the list from A to Z. None of them is in the navigation."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.documents.browser.correction_data import correction_data, correction_record
from generator.documents.browser.script import registered
from generator.documents.page import Files, Page
from generator.documents.page_kinds import PAGE_KINDS
from generator.documents.pages.directory import Directory
from generator.documents.pages.site_context import SiteContext
from generator.documents.views.service import ServiceView, report_links
from generator.knowledge.model import NotFor, Service
from generator.knowledge.model.labels import checked_against


@dataclass(frozen=True)
class _Bar:
    """Someone whom the service cannot help, and who can."""

    who: str
    because: str
    instead: Sequence[Service]


def service_pages(context: SiteContext) -> Iterator[Page]:
    """Every service, also closed and withheld ones, and the list of those that may be shown."""
    if not context.library.services:
        return
    directory = Directory.of(context)
    for view in directory.views.values():
        yield _service_page(context, directory, view)
        yield from _former_pages(context, view.service)
    shown = sorted(directory.listed, key=lambda view: _sorted_by(view.service.name))
    letters = [(letter, list(views)) for letter, views in groupby(shown, key=lambda view: _letter(view.service.name))]
    about = "Every service in the directory, from A to Z."
    yield context.page("services/index.md", "Services from A to Z", about, "services", letters=letters, total=len(shown))


def _service_page(context: SiteContext, directory: Directory, view: ServiceView) -> Page:
    service, library = view.service, context.library
    return context.page(
        f"services/{service.id}/index.md", service.name, service.summary if view.listed else f"{service.name}: not in use.", "service",
        view=view, checked_against=checked_against, ask=directory.ask if directory.ask is not service else None,
        bars=[_bar(directory, bar) for bar in service.not_for],
        replaced_by=[directory.views[name] for name in service.replaced_by if directory.views[name].listed],
        audiences=[library.audiences[name] for name in service.audiences], areas=[library.areas[name] for name in service.areas],
        related=directory.related(view), report_links=report_links, correct=correction_record(service, detailed=view.listed),
        loads=PAGE_KINDS["service"].loads,
    )  # fmt: skip


def correction_files(context: SiteContext) -> Files:
    """The data of the form that corrects a service, where there are services."""
    if not context.library.services:
        return {}
    _, data, _ = PAGE_KINDS["service"].loads
    return {data: registered("correcting", correction_data(context.library.settings)).encode()}


def _former_pages(context: SiteContext, service: Service) -> Iterator[Page]:
    """A page at each address that the service had before, which leads on."""
    about = f"This page has moved: {service.name}."
    for name in service.former_ids:
        page = context.page(f"services/{name}/index.md", service.name, about, "moved", service=service)
        yield replace(page, moves_to=f"../{service.id}/")


def _bar(directory: Directory, bar: NotFor) -> _Bar:
    return _Bar(bar.who, bar.because, [directory.views[name].service for name in bar.instead if directory.views[name].listed])


def _sorted_by(name: str) -> str:
    """A name as people look for it: accents count as plain letters, and “The” is left out."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return plain.removeprefix("the ")


def _letter(name: str) -> str:
    """The letter a name stands under; figures stand together."""
    first = _sorted_by(name)[:1].upper()
    return first if first.isalpha() else "0 to 9"
