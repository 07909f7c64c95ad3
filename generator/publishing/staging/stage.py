"""Data to everything the site engine needs: pages and packs in a staging folder, and the theme."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from jinja2 import Environment

from generator.checks import approve
from generator.documents.formats.nhs_jobs.boxes import NHS_JOBS
from generator.documents.packs.compose import all_packs
from generator.documents.packs.model import Pack
from generator.documents.page import File, Files
from generator.documents.pages import SiteContext, all_pages
from generator.documents.pages.prose import prose_pages
from generator.documents.templating.environment import environment
from generator.knowledge.directory.redaction import redacted
from generator.knowledge.library.library import Library, load
from generator.knowledge.model import Settings
from generator.machine.child_process import in_child_process
from generator.machine.garbage import gc_paused
from generator.machine.shipped import CODE
from generator.problems import Problem, Report, Stopped
from generator.publishing.disk.cache import Cache, digest_of
from generator.publishing.disk.files import put
from generator.publishing.disk.folders import Folders, Progress
from generator.publishing.printing.choices import PRINTING, Printing
from generator.publishing.printing.crew import print_all
from generator.publishing.printing.fitting import form_problems
from generator.publishing.printing.formats import Printed
from generator.publishing.printing.pack_cache import PackCache
from generator.publishing.printing.press import Press
from generator.publishing.printing.rate import Rate
from generator.publishing.staging.contents import open_files, staged, theme


@dataclass(frozen=True)
class Built:
    """What a build made, for the last line it says."""

    pages: int
    packs: int
    changed: int
    report: Report


@gc_paused()
def stage(
    folders: Folders,
    today: date,
    *,
    printing: Printing | None = PRINTING,
    told: Progress = lambda _: None,
    approved: Callable[[Settings], None] = lambda _: None,
    then: Callable[[], None] = lambda: None,
    drafts: bool = False,
) -> Built:
    """Write everything the site engine needs. Raises Stopped, before anything is written, where the data has errors.

    Without `printing` no packs are printed. When the data is `approved`, the caller is told its settings. What is to come `then` need not
    wait until all that was used is put away. With `drafts`, half-written files are shown: for a preview that nobody else sees.
    """
    told("Reading the data")
    with closing(Cache(folders.pages)) as memory:
        library, report = load(folders.data, recall=partial(_recall, memory, _read_with()))
        readable = redacted(library, today)
        with in_child_process(lambda: open_files(readable, today)) as opened:
            approve(library, report, today, drafts=drafts)
            approved(library.settings)
            built = _staged(folders, readable, today, report, printing, told, opened, memory)
            then()
            return built


def _read_with() -> bytes:
    """All our code that reads files, with the rest of it."""
    return digest_of([CODE], ("pyyaml",))


def _recall(memory: Cache, read_with: bytes, content: bytes, make: Callable[[], str]) -> str:
    """What was read in a file of these bytes."""
    return memory.get_or_make(hashlib.sha256(read_with + content).digest(), make)


def _staged(
    folders: Folders,
    library: Library,
    today: date,
    report: Report,
    printing: Printing | None,
    told: Progress,
    opened: Callable[[], Files],
    memory: Cache,
) -> Built:
    prose, problems = prose_pages(folders.content)
    if problems:
        raise Stopped(Report(problems))
    templates = environment(folders.templates, folders.compiled)
    made = all_packs(library, today)
    printed = _printed(folders, templates, library, made, printing, told, report) if printing else []
    report.extend(_form_problems(library, printed))
    if report.fails:
        raise Stopped(report)
    told("Writing the pages")
    files: dict[str, list[File]] = {pack.stem: [] for pack in made}
    for one in printed:
        files[one.pack.stem].append(one.file)
    context = SiteContext(library, made, files, templates, today, memory.get_or_make, _made_with(templates))
    pages = [*all_pages(context), *prose]
    changed = put(folders.staged, staged(folders, context, pages, printed, opened()))
    changed += put(folders.theme, theme(folders, context))
    return Built(len(pages), len(printed), changed, report)


def _made_with(templates: Environment) -> bytes:
    """All templates that pages can use, and all our code."""
    searched = [Path(folder) for folder in getattr(templates.loader, "searchpath", [])]
    return digest_of([*searched, CODE], ("jinja2", "markupsafe"))


def _printed(
    folders: Folders, templates: Environment, library: Library, packs: list[Pack], printing: Printing, told: Progress, report: Report
) -> list[Printed]:
    cache = folders.cache if printing.remember else None
    press = Press(templates, cache, library.recruitment.get(NHS_JOBS), reference=printing.reference)
    rate = Rate(len(packs))

    def done(pack: Pack) -> None:
        told(f"Printing packs, {rate.one_more()}: {pack.title}")

    patience = library.settings.pack_seconds
    printed = print_all(press, packs, printing.workers, done, scheduler=printing.scheduler, patience=patience, notes=report)
    if cache:
        PackCache(cache).trim()
    return printed


def _form_problems(library: Library, printed: list[Printed]) -> Iterator[Problem]:
    recruitment = library.recruitment.get(NHS_JOBS)
    return form_problems(library, printed, recruitment) if recruitment else iter(())
