"""The steps from data to the staging folder, in order: read, check, compose, print, stage. `publishing/site.py` runs them.

Checking is `checks.approve`. Before the last step only caches are written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path

from jinja2 import Environment

from generator.documents.formats.nhs_jobs.boxes import NHS_JOBS
from generator.documents.packs.compose import all_packs
from generator.documents.packs.model import Pack
from generator.documents.page import File, Files, Page
from generator.documents.pages import SiteContext, all_pages
from generator.documents.pages.prose import as_pages
from generator.documents.templating.environment import environment
from generator.knowledge.directory.redaction import redacted
from generator.knowledge.library.library import Library
from generator.knowledge.library.loading import load
from generator.knowledge.reading.pages import WrittenPage, read_pages
from generator.machine.child_process import in_child_process
from generator.machine.shipped import CODE
from generator.problems import Report, Stopped
from generator.publishing.disk.cache import Cache, digest_of
from generator.publishing.disk.files import Filling, put
from generator.publishing.disk.folders import Folders, Progress
from generator.publishing.disk.remembering import recalling
from generator.publishing.printing.choices import Printing
from generator.publishing.printing.fitting import form_problems
from generator.publishing.printing.pack_cache import PackCache
from generator.publishing.printing.press import Press
from generator.publishing.printing.print_queue import print_all
from generator.publishing.printing.printed_pack import Printed
from generator.publishing.printing.rate import Rate
from generator.publishing.staging.contents import beside_pages, open_files, theme


@dataclass(frozen=True)
class SiteData:
    """The data as read: the whole library, the library that readers may see, hand-written pages, and the problems so far."""

    library: Library
    readable: Library
    pages: Sequence[WrittenPage]
    report: Report


@dataclass(frozen=True)
class SiteContent:
    """The content of a site, before any of it is written."""

    library: Library
    prose: Sequence[Page]
    packs: Sequence[Pack]
    templates: Environment
    today: date


@dataclass(frozen=True)
class Built:
    """The result of a build, for its last message: numbers of pages, packs and changed files, and the report."""

    pages: int
    packs: int
    changed: int
    report: Report


def read_data(folders: Folders, today: date, cache: Cache) -> SiteData:
    """Read every record of the data folder and every hand-written page. Problems are in the report; nothing is raised."""
    library, report = load(folders.data, recall=recalling(cache))
    pages, problems = read_pages(folders.content)
    report.extend(problems)
    return SiteData(library, redacted(library, today), pages, report)


def feed_beside(data: SiteData, today: date) -> AbstractContextManager[Callable[[], Files]]:
    """Make the open feed in a child process, because it takes as long as all pages. Yields a function that waits for its files."""
    return in_child_process(lambda: open_files(data.readable, today))


def compose(folders: Folders, data: SiteData, today: date) -> SiteContent:
    """Compose the content of the site: hand-written pages and packs."""
    templates = environment(folders.templates, folders.compiled)
    return SiteContent(data.readable, as_pages(data.pages), all_packs(data.readable, today), templates, today)


def print_packs(folders: Folders, content: SiteContent, printing: Printing | None, report: Report, progress: Progress) -> list[Printed]:
    """Print every pack in every format; none without `printing`. Raises Stopped if a pack cannot be printed or is too large to attach."""
    printed = _printed(folders, content, printing, report, progress) if printing else []
    form = content.library.recruitment.get(NHS_JOBS)
    report.extend(form_problems(content.library, printed, form) if form else ())
    if report.fails:
        raise Stopped(report)
    return printed


def _printed(folders: Folders, content: SiteContent, printing: Printing, report: Report, progress: Progress) -> list[Printed]:
    library, cache = content.library, folders.cache if printing.remember else None
    press = Press(content.templates, cache, library.recruitment.get(NHS_JOBS), reference=printing.reference)
    rate = Rate(len(content.packs))

    def done(pack: Pack) -> None:
        progress(f"Printing packs, {rate.one_more()}: {pack.title}")

    patience = library.settings.pack_seconds
    printed = print_all(press, content.packs, printing.workers, done, scheduler=printing.scheduler, patience=patience, notes=report)
    if cache:
        PackCache(cache).trim()
    return printed


def stage(
    folders: Folders, content: SiteContent, printed: Sequence[Printed], feed: Callable[[], Files], report: Report, cache: Cache
) -> Built:
    """Write the staging folder and the theme: pages, packs and scripts. Only files that differ are written.

    `feed` gives the files for other programs. It is called once the pages are written, which takes as long as making it.
    """
    files: dict[str, list[File]] = {pack.stem: [] for pack in content.packs}
    for one in printed:
        files[one.pack.stem].append(one.file)
    made_with = _made_with(content.templates)
    context = SiteContext(content.library, content.packs, files, content.templates, content.today, cache.get_or_make, made_with)
    filling = Filling(folders.staged)
    pages = list(_written(filling, context, content.prose))
    others = beside_pages(folders, context, pages, printed, feed())
    filling.remove_others(others.keys() | {page.path for page in pages})
    for name, file in others.items():
        filling.put(name, file)
    changed = filling.changed + put(folders.theme, theme(folders, context))
    return Built(len(pages), len(printed), changed, report)


def _written(filling: Filling, context: SiteContext, prose: Sequence[Page]) -> Iterator[Page]:
    """Write each page as soon as it is made. Of ten thousand services, the words would take as much memory as all else together."""
    own = {page.path for page in prose}
    for page in chain((page for page in all_pages(context) if page.path not in own), prose):
        filling.put(page.path, page.markdown().encode())
        yield page if page.kind.searched else replace(page, body="")


def _made_with(templates: Environment) -> bytes:
    """A digest of all templates that pages can use, and of all our code."""
    searched = [Path(folder) for folder in getattr(templates.loader, "searchpath", [])]
    return digest_of([*searched, CODE], ("jinja2", "markupsafe"))
