"""Replace the old site with a new one atomically, so that a killed build leaves the last good site."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from generator.machine.atomic_write import sync_folder
from generator.machine.ordinary_files import real
from generator.problems import printable
from generator.publishing.disk.files import link
from generator.publishing.disk.folders import Folders
from generator.publishing.disk.leftovers import beside, clear_leftovers
from generator.publishing.disk.os_errors import out_refused
from generator.publishing.disk.page_folders import keep
from generator.publishing.disk.site_mark import Mark, Others, discard, others_in

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2

MAX_NAMED = 3
"""The most foreign files that a message names one by one."""

OWN_CURE = (
    "Give --out a new or empty folder. If no one needs these files, as with a site that an older version built, delete them. "
    "To keep them where they are, name them under `keep_in_site` in `data/settings/site.yaml`."
)
CLASH_CURE = "Delete one of the two: the file in the folder of the site, or the page or file of yours that would take its place."


class Destination:
    """Where the site goes. The next site is built in a hidden folder beside it, `new`."""

    def __init__(self, folders: Folders) -> None:
        """The destination `folders.out`. A link there is followed."""
        self._folders = folders
        self.out = real(folders.out)
        self.new = beside(self.out, "new")
        self._keep: tuple[str, ...] = ()

    @contextmanager
    def making(self) -> Iterator[None]:
        """Create the marked folder of a new site, and remove it afterwards if it is not in place. Clears leftovers first."""
        clear_leftovers(self.out)
        self.new.mkdir(parents=True)
        try:
            Mark().write(self.new)
            yield
        finally:
            discard(self.new)

    def claim(self, keep: Sequence[str]) -> None:
        """Check that replacing the site loses nothing: every file there is ours, or at or below a path in `keep`.

        Raises Stopped if there is any other file.
        """
        self._keep = tuple(keep)
        self._others()

    def put_in_place(self) -> None:
        """Put the new site in place, with the files to keep. Raises Stopped, before anything is changed, if a file would be lost."""
        self._carry_over(self._others().kept)
        if not self.out.exists():
            self.new.rename(self.out)
        elif _exchanged(self.new, self.out):
            self._remove_old(self.new)
        else:
            old = beside(self.out, "old")
            self.out.rename(old)
            self.new.rename(self.out)
            self._remove_old(old)

    def _others(self) -> Others:
        found = others_in(self.out, self._keep)
        if found.foreign:
            raise out_refused(self._folders, f"it holds what no build made: {_named(found.foreign)}", OWN_CURE)
        return found

    def _carry_over(self, kept: Sequence[str]) -> None:
        """Hard-link the files to keep into the new site. The old names are removed with the old site. Raises Stopped if names clash."""
        clashes = [name for name in kept if os.path.lexists(self.new / name) and not _both_folders(self.out / name, self.new / name)]
        if clashes:
            raise out_refused(self._folders, f"what is kept there has the name of a file of the site: {_named(clashes)}", CLASH_CURE)
        for name in kept:
            old, new = self.out / name, self.new / name
            if old.is_dir() and not old.is_symlink():
                new.mkdir(parents=True, exist_ok=True)
                shutil.copystat(old, new)
            else:
                link(str(old), str(new))

    def _remove_old(self, old: Path) -> None:
        sync_folder(self.out.parent)  # the new site must be on disk before the old one is removed
        keep(old, self._folders.empty)


def take_over(folders: Folders) -> None:
    """Mark `folders.out` as a site that `mkdocs build` is about to write. MkDocs first removes everything there but hidden files.

    Raises Stopped if that would remove files that no build wrote.
    """
    destination = Destination(folders)
    destination.claim([])
    lost = sorted(name for name in others_in(destination.out).kept if not name.startswith("."))
    if lost:
        raise out_refused(folders, f"MkDocs alone would delete what others put there: {_named(lost)}", "Build with `fingerpost build`.")
    Mark().write(destination.out)


def _both_folders(one: Path, other: Path) -> bool:
    return all(path.is_dir() and not path.is_symlink() for path in (one, other))


def _named(names: Sequence[str]) -> str:
    shown = ", ".join(printable(os.fsencode(name).decode("utf-8", "replace")) for name in names[:MAX_NAMED])
    return f"{shown} and {len(names) - MAX_NAMED:,} more" if len(names) > MAX_NAMED else shown


def _exchanged(new: Path, out: Path) -> bool:
    """Swap two folders atomically if the system can (Linux since 3.15), so that there is always a site. Returns whether it did."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(out), _RENAME_EXCHANGE) == 0)
