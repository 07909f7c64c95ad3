"""The whole way: data, pages and packs into a staging folder, through the site engine, and into place in one step."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

from generator.machine.atomic_write import sync_disk_of
from generator.publishing.disk.cache import Cache
from generator.publishing.disk.folders import Folders, Progress
from generator.publishing.disk.lock import build_lock
from generator.publishing.disk.os_errors import may_hold_a_site, told_in_words
from generator.publishing.disk.page_folders import get_ready
from generator.publishing.disk.swap import Destination
from generator.publishing.engine.process import engine
from generator.publishing.hosting.finish import Finishing
from generator.publishing.printing.choices import PRINTING, Printing

if TYPE_CHECKING:
    from generator.knowledge.model import Settings
    from generator.publishing.staging.stage import Built


def build_site(folders: Folders, today: date, *, printing: Printing | None = PRINTING, told: Progress = lambda _: None) -> Built:
    """The whole site into `folders.out`. What was there before stays until the new site is whole.

    Raises Stopped where there is any problem, the disk's too.
    """
    may_hold_a_site(folders)
    destination = Destination(folders)
    with (
        told_in_words(folders.project),
        build_lock(folders.project / "build", told) as lock,
        destination.making(),
        engine(folders, destination.new, keep=(lock,)) as mkdocs,
    ):
        from generator.publishing.staging.stage import stage  # half of a second, in which the engine loads too

        def begin() -> None:
            get_ready(folders.empty, destination.new)
            mkdocs.begin()

        def approved(settings: Settings) -> None:
            destination.claim(settings.keep_in_site)
            mkdocs.address = settings.address

        built = stage(folders, today, printing=printing, told=told, approved=approved, then=begin)
        told("Making the site")
        with closing(Cache(folders.finished, squeezed=False)) as memory:
            finishing = Finishing(memory)
            finishing.look_ahead(destination.out)
            mkdocs.wait()
            told("Making the offline copy")
            finishing.finish(destination.new)
        sync_disk_of(destination.new)
        destination.put_in_place()
    return built
