"""Build the whole site in six steps: read, check, compose, print, stage, publish."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

from generator.machine.atomic_write import sync_disk_of
from generator.machine.garbage import gc_paused
from generator.publishing.disk.approval import note_approval
from generator.publishing.disk.cache import Cache
from generator.publishing.disk.folders import Folders, Progress
from generator.publishing.disk.lock import build_lock
from generator.publishing.disk.os_errors import check_site_folder, os_errors_as_problems
from generator.publishing.disk.page_folders import get_ready
from generator.publishing.disk.remembering import program
from generator.publishing.disk.swap import Destination
from generator.publishing.engine.process import engine
from generator.publishing.hosting.finish import Finishing
from generator.publishing.printing.choices import PRINTING, Printing

if TYPE_CHECKING:
    from generator.publishing.engine.process import Engine
    from generator.publishing.staging.stage import Built


def build_site(folders: Folders, today: date, *, printing: Printing | None = PRINTING, progress: Progress = lambda _: None) -> Built:
    """Build the whole site into `folders.out`. The old site stays in place until the new one is complete.

    `progress` is called with a few words at each step. Raises Stopped with every problem, OS errors included.
    """
    check_site_folder(folders)
    destination = Destination(folders)
    with (
        os_errors_as_problems(folders.project),
        build_lock(folders.project / "build", progress) as lock,
        destination.making(),
        engine(folders, destination.new, keep=(lock,)) as mkdocs,
    ):
        built = _staged(folders, today, printing, progress, destination, mkdocs)
        _published(folders, destination, mkdocs, progress)
    return built


def _staged(
    folders: Folders, today: date, printing: Printing | None, progress: Progress, destination: Destination, mkdocs: Engine
) -> Built:
    from generator.checks import approve  # imported late: it takes half a second, while the engine loads too
    from generator.checks.memory import Memory
    from generator.publishing.staging.stage import compose, feed_beside, print_packs, read_data, stage

    with gc_paused(), closing(Cache(folders.pages)) as cache:
        progress("Reading the data")
        data = read_data(folders, today, cache)
        with feed_beside(data, today) as feed:
            approve(data.library, data.report, today, data.pages, memory=Memory(cache, program()))
            note_approval(folders.approved, data.library, today)
            destination.claim(data.library.settings.keep_in_site)
            content = compose(folders, data, today)
            printed = print_packs(folders, content, printing, data.report, progress)
            progress("Writing the pages")
            built = stage(folders, content, printed, feed, data.report, cache)
            get_ready(folders.empty, destination.new)
            mkdocs.begin(data.library.settings.address)  # here, so that the engine does not wait until this function's data is freed
            return built


def _published(folders: Folders, destination: Destination, mkdocs: Engine, progress: Progress) -> None:
    progress("Making the site")
    with closing(Cache(folders.finished, compress=False)) as cache:
        finishing = Finishing(cache)
        finishing.look_ahead(destination.out)
        mkdocs.wait()
        progress("Making the offline copy")
        finishing.finish(destination.new)
    sync_disk_of(destination.new)
    destination.put_in_place()
