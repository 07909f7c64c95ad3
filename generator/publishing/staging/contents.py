"""The files of the staging folder and the theme, by path: pages, packs, scripts, style sheets and data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from generator.documents.browser.search_data import search_data
from generator.documents.browser.search_documents import pack_documents, page_documents
from generator.documents.browser.search_files import search_files
from generator.documents.directory.openreferral.feed import feed
from generator.documents.page import Files, Page
from generator.documents.pages import SiteContext
from generator.documents.pages.changes import change_files
from generator.documents.pages.handing import giving_files
from generator.documents.pages.health import health_files
from generator.documents.pages.review import review_files
from generator.documents.pages.services import correction_files
from generator.documents.templating.environment import render
from generator.documents.views.crisis_cards import crisis_doubt
from generator.knowledge.directory.visibility import contacts_good_until
from generator.knowledge.library.library import Library
from generator.machine.shipped import TEMPLATES
from generator.publishing.directory.export_services import open_tables
from generator.publishing.disk.files import tree
from generator.publishing.disk.folders import Folders
from generator.publishing.hosting.headers import host_files
from generator.publishing.printing.printed_pack import Printed
from generator.publishing.staging.assets import bundled
from generator.publishing.staging.notices import NOTICES_FILE, engine_notice
from generator.publishing.staging.tailoring_scripts import tailor_files, word_files


def open_files(library: Library, today: date) -> Files:
    """The files for other programs: the Open Referral feed and the tables."""
    return feed(library, today) | open_tables(library, today)


_OTHER_FILES: tuple[Callable[[SiteContext, Sequence[Page]], Files], ...] = (
    lambda context, _: host_files(context.library),
    health_files,
    change_files,
    lambda context, _: giving_files(context),
    lambda context, _: correction_files(context),
    tailor_files,
    review_files,
)
"""Functions that make files other than pages, such as a report. Each is given all pages, and returns files by path."""


def beside_pages(
    folders: Folders, context: SiteContext, pages: Sequence[Page], printed: Sequence[Printed], opened: Files
) -> dict[str, bytes | Path]:
    """Every file of the staging folder that is no page, by path. `opened` are the files for other programs, from `open_files`.

    Of `pages`, only those that the search knows need their words.
    """
    files: dict[str, bytes | Path] = {**tree(folders.content, leave=(".md",))}
    files |= {p.file.href: p.source for p in printed}
    files |= _assets(folders) | opened
    for make in _OTHER_FILES:
        files |= make(context, pages)
    files |= word_files(folders, context) if printed else {}
    documents = [*pack_documents(list(context.all_packs)), *page_documents(pages)]
    files |= search_files(search_data(context.library, documents, context.today))
    return files


def _assets(folders: Folders) -> Files:
    """Style sheets, scripts and images; the user's replace ours. The notices of bundled libraries go to the root of the site."""
    built = bundled(folders.project / "build" / "assets")
    files = tree(TEMPLATES / "assets", "assets/") | tree(built, "assets/")
    files[NOTICES_FILE] = files.pop(f"assets/{NOTICES_FILE}") + engine_notice().encode()
    for folder in reversed(folders.templates):
        files |= tree(folder / "assets", "assets/")
    return files


def theme(folders: Folders, context: SiteContext) -> Files:
    """The theme: plain files, and templates ending in `.j2` rendered with the settings and crisis contacts."""
    library = context.library
    files = tree(TEMPLATES / "site")
    for folder in reversed(folders.templates):
        files |= tree(folder / "site")
    for name in [name for name in files if name.endswith(".j2")]:
        del files[name]
        rendered = render(
            context.templates, f"site/{name}", site=library.settings, crisis=library.crisis, services=bool(library.services),
            doubt=crisis_doubt(library, context.today), good_until=contacts_good_until(library),
        )  # fmt: skip
        files[name.removesuffix(".j2")] = rendered.encode()
    return files
