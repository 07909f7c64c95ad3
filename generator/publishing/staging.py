"""The staging folder that the site engine reads: written only where bytes differ, so that live preview comes to rest."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from filecmp import cmp
from pathlib import Path
from threading import get_ident


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all, even if the power goes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name[:200]}.{os.getpid()}-{get_ident()}.part")  # two builds at once do not write one file
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


KEEP = ".keep"
"""Keeps a folder in the repository that MkDocs wants to be there before it calls the hook that fills it."""


def listed(folder: Path) -> Iterator[str]:
    """The path of every file in a folder, in no order."""
    above = len(str(folder)) + 1
    for inside, _, names in os.walk(folder):
        within = f"{inside[above:]}/" if len(inside) >= above else ""
        yield from (f"{within}{name}" for name in names)


def read_file(path: str) -> bytes:
    """The bytes of a file. For some thousands, a Path for each takes as long as to read it."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        return file.read()


def put(folder: Path, files: Mapping[str, bytes | Path]) -> int:
    """Make `folder` hold exactly `files`, by path, and the file that keeps it. Returns how many files were written or removed.

    What is given as a path gets a second name here. A file that changes is written as a new one: a site may have the old one in it, by
    a second name too.
    """
    there = set(listed(folder))
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
        if isinstance(content, Path):
            link(str(content), str(path))
        else:
            path.write_bytes(content)
        written += 1
    return len(gone) + written


def _holds(path: str, content: bytes | Path) -> bool:
    if isinstance(content, Path):
        return content.samefile(path) or cmp(path, content, shallow=False)
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


def tree(folder: Path, under: str = "", *, leave: tuple[str, ...] = ()) -> dict[str, bytes]:
    """Every file of a folder by path, below `under`, without the endings in `leave`."""
    found = {}
    for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
        if path.is_file() and not path.name.endswith(leave) and path.resolve().is_relative_to(folder.resolve()):
            found[f"{under}{path.relative_to(folder).as_posix()}"] = path.read_bytes()
    return found
