"""Everything that lies in the staging folder and the theme, by path: pages, packs, scripts, style sheets, and files beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from generator.documents.browser.search_data import search_data, search_script
from generator.documents.browser.search_documents import pack_documents, page_documents
from generator.documents.directory.openreferral.feed import feed
from generator.documents.page import Files, Page
from generator.documents.pages import SiteContext
from generator.documents.pages.handing import giving_files
from generator.documents.pages.health import health_files
from generator.documents.templating.environment import render
from generator.documents.views.crisis_cards import crisis_doubt
from generator.knowledge.directory.visibility import contacts_good_until
from generator.knowledge.library.library import Library
from generator.machine.shipped import TEMPLATES
from generator.publishing.directory.export_services import open_tables
from generator.publishing.disk.files import tree
from generator.publishing.disk.folders import Folders
from generator.publishing.hosting.headers import host_files
from generator.publishing.printing.formats import Printed
from generator.publishing.staging.assets import bundled
from generator.publishing.staging.notices import NOTICES_FILE, engine_notice
from generator.publishing.staging.tailoring_scripts import tailor_files, word_files


def open_files(library: Library, today: date) -> Files:
    """What the site offers to other programs, which needs no page: the feed and the tables."""
    return feed(library, today) | open_tables(library, today)


_BESIDE: tuple[Callable[[SiteContext, Sequence[Page]], Files], ...] = (
    lambda *_: host_files(),
    health_files,
    lambda context, _: giving_files(context),
    tailor_files,
)
"""What makes files that stand beside the pages, such as a report. Each is told all pages, and gives files by path."""


def staged(
    folders: Folders, context: SiteContext, pages: Sequence[Page], printed: Sequence[Printed], opened: Files
) -> dict[str, bytes | Path]:
    """Everything below the staging folder, with the files that are `opened` to other programs."""
    files: dict[str, bytes | Path] = {**tree(folders.content, leave=(".md",))}
    files |= {page.path: page.markdown().encode() for page in pages}
    files |= {p.file.href: p.source for p in printed}
    files |= _assets(folders) | opened
    for make in _BESIDE:
        files |= make(context, pages)
    files |= word_files(folders, context) if printed else {}
    documents = [*pack_documents(list(context.all_packs)), *page_documents(pages)]
    files["assets/search-data.js"] = search_script(search_data(context.library, documents, context.today)).encode()
    return files


def _assets(folders: Folders) -> Files:
    """Style sheets, scripts and pictures: ours first, then the user's over them. The notices of what is built in stand beside the pages."""
    built = bundled(folders.project / "build" / "assets")
    files = tree(TEMPLATES / "assets", "assets/") | tree(built, "assets/")
    files[NOTICES_FILE] = files.pop(f"assets/{NOTICES_FILE}") + engine_notice().encode()
    for folder in reversed(folders.templates):
        files |= tree(folder / "assets", "assets/")
    return files


def theme(folders: Folders, context: SiteContext) -> Files:
    """The theme: files as they are, and those ending in .j2 filled in once with the settings and crisis contacts."""
    library = context.library
    files = tree(TEMPLATES / "site")
    for folder in reversed(folders.templates):
        files |= tree(folder / "site")
    for name in [name for name in files if name.endswith(".j2")]:
        del files[name]
        filled = render(
            context.templates, f"site/{name}", site=library.settings, crisis=library.crisis, services=bool(library.services),
            doubt=crisis_doubt(library, context.today), good_until=contacts_good_until(library),
        )  # fmt: skip
        files[name.removesuffix(".j2")] = filled.encode()
    return files
