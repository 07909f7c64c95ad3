"""Reuse the folders of the last site's pages for the next one, because creating and removing thousands of folders is slow."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from generator.machine.atomic_write import remove
from generator.publishing.disk.site_mark import discard, files_below

READY = ".folders"
"""Where they are kept, below the new site. MkDocs empties its output folder before it starts, but leaves hidden files."""


def keep(old: Path, kept: Path) -> None:
    """Move an old site to `kept` and remove its files but not its folders. If `kept` is on another disk, remove the whole site."""
    try:
        remove(kept)
        old.rename(kept)
    except OSError:
        discard(old)
        return
    try:
        for name in list(files_below(kept)):
            os.unlink(f"{kept}/{name}")  # noqa: PTH108  creating a Path for each takes as long as removing it
    except OSError:
        shutil.rmtree(kept, ignore_errors=True)


def get_ready(kept: Path, new: Path) -> None:
    """Move the kept folders into a new site. Without them, MkDocs creates its own."""
    if kept.is_dir() and not kept.is_symlink():
        with suppress(OSError):
            kept.rename(new / READY)


def bring_in(new: Path, files: Iterable[str]) -> None:
    """Move the kept folders that any of `files` needs to their place. `files` are paths below the new site. The others are removed."""
    ready = new / READY
    for name in list(files_below(ready)):  # no build leaves a file there, and a foreign one must not be published
        (ready / name).unlink()
    wanted = {name.rpartition("/")[0] for name in files}
    for name in sorted(_below(ready), reverse=True):  # what is inside a folder comes before it
        if name not in wanted:
            with suppress(OSError):  # it contains a folder that is needed
                (ready / name).rmdir()
    for folder in list(ready.iterdir()) if ready.is_dir() else []:
        folder.rename(new / folder.name)
    with suppress(FileNotFoundError):
        ready.rmdir()


def _below(top: Path) -> Iterator[str]:
    """The path of every folder below `top`, parents first."""
    above = len(str(top)) + 1
    for inside, folders, _ in os.walk(top):
        within = f"{inside[above:]}/" if len(inside) > above else ""
        yield from (f"{within}{name}" for name in folders)
