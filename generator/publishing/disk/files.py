"""The staging folder that the site engine reads: written only where bytes differ, so that live preview comes to rest."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from generator.machine.atomic_write import remove, write_whole
from generator.machine.ordinary_files import is_special, read_file, real, same_content
from generator.problems import Place, Report, Stopped, rule

__all__ = ["KEEP", "copy", "link", "file_paths", "put", "tree", "write_whole"]

KEEP = ".keep"
"""Keeps a folder in the repository that MkDocs wants to be there before it calls the hook that fills it."""


def file_paths(folder: Path) -> Iterator[str]:
    """The path of every file in a folder, in no order."""
    above = len(str(folder)) + 1
    for inside, _, names in os.walk(folder):
        within = f"{inside[above:]}/" if len(inside) >= above else ""
        yield from (f"{within}{name}" for name in names)


def put(folder: Path, files: Mapping[str, bytes | Path]) -> int:
    """Make `folder` hold exactly `files`, by path, and the file that keeps it. Returns how many files were written or removed.

    What is given as a path gets a second name here. A file that changes is written as a new one, because others may have the old one by a
    second name. Whatever else is found in the folder goes, even where it is in the way.
    """
    there = set(_only_files(folder))
    gone = [name for name in there if name not in files and not (name == KEEP or name.endswith(f"/{KEEP}"))]
    for name in gone:
        (folder / name).unlink()
    if gone:
        _remove_empty(folder)
    made: set[Path] = set()
    written = 0
    for name, content in files.items():
        if name in there and _holds(f"{folder}/{name}", content):
            continue
        path = folder / name
        if name in there:
            path.unlink()
        elif path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        if path.is_dir():
            remove(path)
        if isinstance(content, Path):
            link(str(content), str(path))
        else:
            path.write_bytes(content)
        written += 1
    return len(gone) + written


def _only_files(folder: Path) -> Iterator[str]:
    """The path of every file in a folder of our own. A link or a pipe in it, or in its place, is removed: it would lead out, or wait."""
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
            with suppress(OSError):  # it holds something
                (Path(inside) / name).rmdir()


def link(source: str, target: str) -> None:
    """Give a file a second name, or copy it where the disk cannot do that. Neither name may be written in place from then on.

    Folders are made as they are needed. Raises OSError where there is no such file.
    """
    try:
        os.link(source, target)
    except FileNotFoundError:
        Path(target).parent.mkdir(parents=True)  # it says no where the folder is there: then the file is what is missing
        link(source, target)
    except FileExistsError:
        os.unlink(target)  # noqa: PTH108
        link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def copy(source: str, target: str) -> None:
    """Copy a file, of which nobody is to have the copy by another name. On some disks both share their blocks until one is written.

    Folders are made as they are needed. Raises OSError where there is no such file.
    """
    try:
        _copy(source, target)
    except FileNotFoundError:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        _copy(source, target)


def _copy(source: str, target: str) -> None:
    with suppress(FileNotFoundError):
        os.unlink(target)  # noqa: PTH108  written in place, it would change wherever else it has a name
    with open(source, "rb", buffering=0) as old, open(target, "wb", buffering=0) as new:  # noqa: PTH123
        left = os.fstat(old.fileno()).st_size
        if hasattr(os, "copy_file_range"):
            with suppress(OSError):  # disks of different kinds, or one that cannot
                while left > 0 and (copied := os.copy_file_range(old.fileno(), new.fileno(), left)):
                    left -= copied
        shutil.copyfileobj(old, new)


def tree(folder: Path, under: str = "", *, leave: tuple[str, ...] = ()) -> dict[str, bytes]:
    """Every file of a folder by path, below `under`, without the endings in `leave`.

    Raises Stopped where there is a pipe, a socket or a device among them, or a file that cannot be read.
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
            continue  # a link that leads nowhere, such as an editor leaves beside a file that is open in it
        except OSError as error:
            place = Place(path.relative_to(folder.parent).as_posix())
            wrong.add(rule("file-unreadable").at(place, what="file", reason=error.strerror))
    if len(wrong):
        raise Stopped(wrong)
    return found
