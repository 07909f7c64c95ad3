"""The steps from data to what the site engine reads, in their order: read, check, compose, print, stage. `publishing/site.py` takes them.

Checking is `checks.approve`. Between the steps nothing is written but caches.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from functools import partial
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
from generator.knowledge.library.library import Library, load
from generator.knowledge.reading.pages import WrittenPage, read_pages
from generator.machine.child_process import in_child_process
from generator.machine.shipped import CODE
from generator.problems import Report, Stopped
from generator.publishing.disk.cache import Cache, digest_of
from generator.publishing.disk.files import put
from generator.publishing.disk.folders import Folders, Progress
from generator.publishing.printing.choices import Printing
from generator.publishing.printing.fitting import form_problems
from generator.publishing.printing.formats import Printed
from generator.publishing.printing.pack_cache import PackCache
from generator.publishing.printing.press import Press
from generator.publishing.printing.print_queue import print_all
from generator.publishing.printing.rate import Rate
from generator.publishing.staging.contents import open_files, staged, theme


@dataclass(frozen=True)
class SiteData:
    """What was read: the library as it is and as readers may see it, hand-written pages, and all that was wrong so far."""

    library: Library
    readable: Library
    pages: Sequence[WrittenPage]
    report: Report


@dataclass(frozen=True)
class SiteContent:
    """What a site is to show, before anything of it is written."""

    library: Library
    prose: Sequence[Page]
    packs: Sequence[Pack]
    templates: Environment
    today: date


@dataclass(frozen=True)
class Built:
    """What a build made, for the last line it says."""

    pages: int
    packs: int
    changed: int
    report: Report


def read_data(folders: Folders, today: date, cache: Cache) -> SiteData:
    """Every record of the data folder and every hand-written page. What is wrong with them is in the report: nothing is raised."""
    library, report = load(folders.data, recall=partial(_recall, cache, _read_with()))
    pages, problems = read_pages(folders.content)
    report.extend(problems)
    return SiteData(library, redacted(library, today), pages, report)


def feed_beside(data: SiteData, today: date) -> AbstractContextManager[Callable[[], Files]]:
    """Begin to make the open feed in another process, which takes as long as all pages do. Gives a function that waits for it."""
    return in_child_process(lambda: open_files(data.readable, today))


def compose(folders: Folders, data: SiteData, today: date) -> SiteContent:
    """Everything that is to be shown."""
    templates = environment(folders.templates, folders.compiled)
    return SiteContent(data.readable, as_pages(data.pages), all_packs(data.readable, today), templates, today)


def print_packs(folders: Folders, content: SiteContent, printing: Printing | None, report: Report, told: Progress) -> list[Printed]:
    """Every pack in every format, by many processes; none without `printing`. Raises Stopped where a pack cannot be printed or attached."""
    printed = _printed(folders, content, printing, report, told) if printing else []
    form = content.library.recruitment.get(NHS_JOBS)
    report.extend(form_problems(content.library, printed, form) if form else ())
    if report.fails:
        raise Stopped(report)
    return printed


def _printed(folders: Folders, content: SiteContent, printing: Printing, report: Report, told: Progress) -> list[Printed]:
    library, cache = content.library, folders.cache if printing.remember else None
    press = Press(content.templates, cache, library.recruitment.get(NHS_JOBS), reference=printing.reference)
    rate = Rate(len(content.packs))

    def done(pack: Pack) -> None:
        told(f"Printing packs, {rate.one_more()}: {pack.title}")

    patience = library.settings.pack_seconds
    printed = print_all(press, content.packs, printing.workers, done, scheduler=printing.scheduler, patience=patience, notes=report)
    if cache:
        PackCache(cache).trim()
    return printed


def stage(folders: Folders, content: SiteContent, printed: Sequence[Printed], feed: Files, report: Report, cache: Cache) -> Built:
    """Write everything the site engine reads: pages, packs, scripts and the theme. Only what differs is written."""
    files: dict[str, list[File]] = {pack.stem: [] for pack in content.packs}
    for one in printed:
        files[one.pack.stem].append(one.file)
    made_with = _made_with(content.templates)
    context = SiteContext(content.library, content.packs, files, content.templates, content.today, cache.get_or_make, made_with)
    pages = [*all_pages(context), *content.prose]
    changed = put(folders.staged, staged(folders, context, pages, printed, feed))
    changed += put(folders.theme, theme(folders, context))
    return Built(len(pages), len(printed), changed, report)


def _read_with() -> bytes:
    """All our code that reads files, with the rest of it."""
    return digest_of([CODE], ("pyyaml",))


def _recall(cache: Cache, read_with: bytes, content: bytes, make: Callable[[], str]) -> str:
    """What was read in a file of these bytes."""
    return cache.get_or_make(hashlib.sha256(read_with + content).digest(), make)


def _made_with(templates: Environment) -> bytes:
    """All templates that pages can use, and all our code."""
    searched = [Path(folder) for folder in getattr(templates.loader, "searchpath", [])]
    return digest_of([*searched, CODE], ("jinja2", "markupsafe"))
