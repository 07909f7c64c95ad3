"""Which files of a site a build wrote: a file in the site lists them, and the next build replaces those and no others."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from generator.machine.atomic_write import remove, replace_file
from generator.machine.ordinary_files import is_special, read_file

MARK = ".fingerpost-site"
"""The list, at the top of a site. Programs that publish a folder leave hidden files out, or publish a list of public addresses."""

MAKER = "Fingerpost"
ABOUT = "The next build replaces the files that are listed here."

_KEPT = (".git", ".well-known", "CNAME")
"""Files that hosts and certificates need in a site: kept without being named in the settings."""

LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""Files that desktop systems leave in every folder that is opened."""


@dataclass(frozen=True)
class Mark:
    """The list of files that a build wrote, by path. While it is unfinished, every file in the folder counts as the build's own."""

    files: frozenset[str] = frozenset()
    finished: bool = False

    @classmethod
    def read(cls, folder: Path) -> Mark | None:
        """The mark of a folder; None if it has none, or not one of ours."""
        try:
            values = json.loads(read_file(folder / MARK))
        except (OSError, ValueError):
            return None
        if not isinstance(values, dict) or values.get("made_by") != MAKER or not isinstance(values.get("files"), list):
            return None
        return cls(frozenset(map(str, values["files"])), values.get("finished") is True)

    @classmethod
    def of(cls, folder: Path) -> Mark:
        """A finished mark that lists every file of a folder."""
        return cls(frozenset(files_below(folder)) - {MARK}, finished=True)

    def write(self, folder: Path) -> None:
        """Write it into the folder. The same files give the same bytes."""
        values = {"made_by": MAKER, "about": ABOUT, "finished": self.finished, "files": sorted(self.files)}
        replace_file(folder / MARK, (json.dumps(values, indent=0) + "\n").encode())


@dataclass
class Others:
    """Files in a site that no build wrote, by path."""

    kept: list[str] = field(default_factory=list)
    """Files and folders to keep. A folder comes before its contents."""
    foreign: list[str] = field(default_factory=list)
    """Files that no setting says to keep."""


def others_in(site: Path, keep: Sequence[str] = ()) -> Others:
    """Find the files of a site that no build wrote. Those at or below a path in `keep`, and those that hosts need, are to be kept.

    A link in place of a file or folder of ours counts as ours: replacing it loses nothing but the link.
    A pipe, a socket or a device is always foreign: no build creates one.
    """
    mark = Mark.read(site)
    kept = (*_KEPT, *keep)
    folders = {above for name in mark.files for above in _folders_of(name)} if mark else set()
    under_way = mark is not None and not mark.finished
    found = Others()
    for name, entry in _entries(site):
        if name == MARK and mark:
            continue
        folder = entry.is_dir(follow_symlinks=False)
        ours = mark is not None and (name in mark.files or name in folders)
        if not ours and _lies_under(name, kept):
            found.kept.append(name)
        elif not folder and (_is_special(entry) or not (ours or under_way or entry.name in LITTER)):
            found.foreign.append(name)
    found.foreign.sort()
    return found


def _lies_under(name: str, kept: Collection[str]) -> bool:
    return name in kept or any(name.startswith(f"{one}/") for one in kept)


def _folders_of(name: str) -> Iterator[str]:
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name


def _is_special(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a pipe, socket or device. Calls `stat` only where the directory entry does not say: there are thousands."""
    return not entry.is_file(follow_symlinks=False) and is_special(entry.stat(follow_symlinks=False).st_mode)


def _entries(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every entry below a folder, by path. Links are not followed."""
    waiting = [(str(folder), "")] if folder.is_dir() else []
    while waiting:
        inside, within = waiting.pop()
        with os.scandir(inside) as entries:
            for entry in entries:
                yield f"{within}{entry.name}", entry
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{within}{entry.name}/"))


def discard(folder: Path) -> None:
    """Remove a folder of ours. Its mark goes last, so that a build killed meanwhile leaves a folder that the next one recognises."""
    with suppress(OSError):
        for path in folder.iterdir():
            if path.name != MARK:
                remove(path)
    shutil.rmtree(folder, ignore_errors=True)


def files_below(folder: Path) -> Iterable[str]:
    """The path of every file below a folder, links and special files included."""
    return (name for name, entry in _entries(folder) if not entry.is_dir(follow_symlinks=False))
