"""The folders of pages, one for each, go from the last site to the next: to make and remove thousands takes longer than all else."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from generator.machine.atomic_write import remove
from generator.publishing.disk.site_mark import discard, files_below

READY = ".folders"
"""Where they wait, below the new site. MkDocs empties its folder before it begins, but it leaves what is hidden."""


def keep(old: Path, kept: Path) -> None:
    """Put a site that is no longer needed out of the way, and remove its files but not its folders. On another disk they go too."""
    try:
        remove(kept)
        old.rename(kept)
    except OSError:
        discard(old)
        return
    try:
        for name in list(files_below(kept)):
            os.unlink(f"{kept}/{name}")  # noqa: PTH108  a Path for each takes as long as to remove it
    except OSError:
        shutil.rmtree(kept, ignore_errors=True)


def get_ready(kept: Path, new: Path) -> None:
    """Let the folders that were kept wait in a new site. Without them, MkDocs makes its own."""
    if kept.is_dir() and not kept.is_symlink():
        with suppress(OSError):
            kept.rename(new / READY)


def bring_in(new: Path, files: Iterable[str]) -> None:
    """Put those folders that one of the `files` will be in, named by their paths below the new site, where they belong."""
    ready = new / READY
    for name in list(files_below(ready)):  # we leave none there, and whoever put one there does not publish it
        (ready / name).unlink()
    wanted = {name.rpartition("/")[0] for name in files}
    for name in sorted(_below(ready), reverse=True):  # what is inside a folder comes before it
        if name not in wanted:
            with suppress(OSError):  # a folder in it is wanted
                (ready / name).rmdir()
    for folder in list(ready.iterdir()) if ready.is_dir() else []:
        folder.rename(new / folder.name)
    with suppress(FileNotFoundError):
        ready.rmdir()


def _below(top: Path) -> Iterator[str]:
    """Every folder below one."""
    above = len(str(top)) + 1
    for inside, folders, _ in os.walk(top):
        within = f"{inside[above:]}/" if len(inside) > above else ""
        yield from (f"{within}{name}" for name in folders)
