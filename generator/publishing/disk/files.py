"""Write the staging folder that the site engine reads: only files that differ, so that live preview does not rebuild for ever."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from generator.machine.atomic_write import remove, write_whole
from generator.machine.ordinary_files import is_special, read_file, real, same_content
from generator.problems import Place, Report, Stopped, rule

__all__ = ["KEEP", "Filling", "copy", "file_paths", "link", "put", "tree", "write_whole"]

KEEP = ".keep"
"""Keeps a folder in the repository that must exist before MkDocs calls the hook that fills it."""


def file_paths(folder: Path) -> Iterator[str]:
    """The path of every file in a folder, in no particular order."""
    above = len(str(folder)) + 1
    for inside, _, names in os.walk(folder):
        within = f"{inside[above:]}/" if len(inside) >= above else ""
        yield from (f"{within}{name}" for name in names)


def put(folder: Path, files: Mapping[str, bytes | Path]) -> int:
    """Make `folder` contain exactly `files`, by path, and its `.keep`. Returns how many files were written or removed.

    A file given as a path is hard-linked. A file that changes is written as a new file, because the old one may have other hard links.
    Everything else in the folder is removed, even a folder in place of a file.
    """
    filling = Filling(folder)
    filling.remove_others(files)
    for name, content in files.items():
        filling.put(name, content)
    return filling.changed


class Filling:
    """Fills a folder file by file, so that not all of them need be in memory. See `put`, which does it at once."""

    def __init__(self, folder: Path) -> None:
        """Begin with what the folder has. Links and special files are removed."""
        self._folder = folder
        self._there = set(_only_files(folder))
        self._cases = {name.casefold(): name for name in self._there}
        self._made: set[Path] = set()
        self.changed = 0
        """How many files were written or removed so far."""

    def put(self, name: str, content: bytes | Path) -> None:
        """Write a file, unless the folder has it already."""
        if name in self._there and _holds(f"{self._folder}/{name}", content):
            return
        path = self._folder / name
        old = self._cases.get(name.casefold(), "")  # a name in other letters can be the same file
        if old in self._there and (old == name or path.is_file()):
            (self._folder / old).unlink(missing_ok=True)
            self._there.discard(old)
        elif path.parent not in self._made:
            _make_folder(path.parent)
            self._made.add(path.parent)
        if path.is_dir():
            remove(path)
        if isinstance(content, Path):
            link(str(content), str(path))
        else:
            path.write_bytes(content)
        self.changed += 1

    def remove_others(self, names: Collection[str]) -> None:
        """Remove every file that was there at the beginning and is not in `names`, but for `.keep`, and folders that are then empty."""
        gone = [name for name in self._there if name not in names and not (name == KEEP or name.endswith(f"/{KEEP}"))]
        for name in gone:
            if (self._folder / name).is_file():  # else a folder has taken its place, or a file that of a folder around it
                (self._folder / name).unlink()
        if gone:
            _remove_empty(self._folder)
        self._there.difference_update(gone)
        self.changed += len(gone)


def _make_folder(path: Path) -> None:
    """Make a folder and those around it, even where an ordinary file has its place."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        next(one for one in (path, *path.parents) if one.is_file()).unlink()
        path.mkdir(parents=True, exist_ok=True)


def _only_files(folder: Path) -> Iterator[str]:
    """The path of every ordinary file in a folder of ours. Links and special files are removed: they could lead outside, or block."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        folder.unlink()
    waiting = [(str(folder), "")] if folder.is_dir() else []
    while waiting:
        inside, within = waiting.pop()
        with os.scandir(inside) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{within}{entry.name}/"))
                elif entry.is_file(follow_symlinks=False):
                    yield f"{within}{entry.name}"
                else:
                    os.unlink(entry.path)  # noqa: PTH108


def _holds(path: str, content: bytes | Path) -> bool:
    if isinstance(content, Path):
        return content.samefile(path) or same_content(path, content)
    return read_file(path) == content


def _remove_empty(folder: Path) -> None:
    for inside, folders, _ in os.walk(folder, topdown=False):
        for name in folders:
            with suppress(OSError):  # it is not empty
                (Path(inside) / name).rmdir()


def link(source: str, target: str) -> None:
    """Hard-link a file, or copy it where the disk cannot do that. Neither name may be written in place afterwards.

    Missing folders are created. Raises OSError if there is no such file.
    """
    try:
        os.link(source, target)
    except FileNotFoundError:
        Path(target).parent.mkdir(parents=True)  # raises if the folder exists: then the source is what is missing
        link(source, target)
    except FileExistsError:
        os.unlink(target)  # noqa: PTH108
        link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def copy(source: str, target: str) -> None:
    """Copy a file, so that the copy is never a hard link. On some file systems both share blocks until one is written.

    Missing folders are created. Raises OSError if there is no such file.
    """
    try:
        _copy(source, target)
    except FileNotFoundError:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        _copy(source, target)


def _copy(source: str, target: str) -> None:
    with suppress(FileNotFoundError):
        os.unlink(target)  # noqa: PTH108  written in place, its other hard links would change too
    with open(source, "rb", buffering=0) as old, open(target, "wb", buffering=0) as new:  # noqa: PTH123
        left = os.fstat(old.fileno()).st_size
        if hasattr(os, "copy_file_range"):
            with suppress(OSError):  # across file systems, or not supported
                while left > 0 and (copied := os.copy_file_range(old.fileno(), new.fileno(), left)):
                    left -= copied
        shutil.copyfileobj(old, new)


def tree(folder: Path, under: str = "", *, leave: tuple[str, ...] = ()) -> dict[str, bytes]:
    """The content of every file of a folder, by path, with `under` before it and without the endings in `leave`.

    Raises Stopped if there is a pipe, a socket or a device among them, or a file that cannot be read.
    """
    found: dict[str, bytes] = {}
    wrong = Report()
    for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
        if path.name.endswith(leave) or not real(path).is_relative_to(real(folder)):
            continue
        try:
            mode = path.stat().st_mode
            if stat.S_ISREG(mode) or is_special(mode):
                found[f"{under}{path.relative_to(folder).as_posix()}"] = read_file(path)
        except FileNotFoundError:
            continue  # a dangling link, such as some editors create beside an open file
        except OSError as error:
            place = Place(path.relative_to(folder.parent).as_posix())
            wrong.add(rule("file-unreadable").at(place, what="file", reason=error.strerror))
    if len(wrong):
        raise Stopped(wrong)
    return found
