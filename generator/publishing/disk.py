"""What the disk says no to, told in words; and where a site may be put."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.problems import Place, Problem, Report, Stopped, rule
from generator.publishing.folders import Folders


@contextmanager
def told_in_words(project: Path) -> Iterator[None]:
    """A full disk, a folder that may not be written: a problem like any other. Raises Stopped in place of OSError."""
    try:
        yield
    except OSError as error:
        raise Stopped(Report([not_written(error, project)])) from error


def not_written(error: OSError, project: Path) -> Problem:
    """The problem behind an answer of the system."""
    named = error.filename2 or error.filename or project
    path = Path(os.fsdecode(named) if isinstance(named, str | bytes | os.PathLike) else project)
    shown = path.relative_to(project) if path.is_relative_to(project) else path
    return rule("not-written").at(Place(shown.as_posix()), reason=error.strerror or type(error).__name__)


def may_hold_a_site(folders: Folders) -> None:
    """See that `out` can be taken for the site as a whole. Everything in it will be replaced.

    Raises Stopped where it holds what the site is made from, or something that is no site.
    """
    out = folders.out.resolve()
    for kept in (folders.project, folders.data, folders.content, folders.staged, folders.theme, folders.cache, *folders.templates):
        if kept.resolve().is_relative_to(out):
            raise _refused(folders, f"it holds {kept.name or kept}")
        if kept != folders.project and out.is_relative_to(kept.resolve()):
            raise _refused(folders, f"it lies in {kept.name or kept}")
    if out.exists() and not out.is_dir():
        raise _refused(folders, "it is a file")
    if out.is_dir() and any(out.iterdir()) and not (out / "index.html").is_file():
        raise _refused(folders, "it holds other files, and has no index.html")


def _refused(folders: Folders, reason: str) -> Stopped:
    out = folders.out
    shown = out.relative_to(folders.project) if out.is_relative_to(folders.project) else out
    return Stopped(Report([rule("out-not-a-site").at(Place(shown.as_posix()), reason=reason)]))


def settle(folder: Path) -> None:
    """Have the system write everything on the disk of `folder` for good, so that the power may go."""
    with _opened(folder) as descriptor:
        try:
            done = ctypes.CDLL(None, use_errno=True).syncfs(descriptor) == 0
        except (OSError, AttributeError, TypeError):
            done = False
    if not done:
        os.sync()


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)
