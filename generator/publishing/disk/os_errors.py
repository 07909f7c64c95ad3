"""What the system says no to, in words; and where a site may be put."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.machine.ordinary_files import kind_of, real
from generator.problems import Place, Problem, Report, Stopped, rule
from generator.publishing.disk.folders import Folders

_ESCAPED = re.compile(r"\\([0-7]{3})")
"""How the list of what is mounted writes spaces and the like (proc(5))."""

MOUNTED_CURE = "Give --out a folder below such a disk, or have the web server find what is mounted there in another place."


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
    """See that `out` can be taken for the site as a whole. What is in it is looked at later.

    Raises Stopped where it holds what the site is made from, or lies in it.
    """
    out = real(folders.out)
    for kept in (folders.project, folders.data, folders.content, folders.staged, folders.theme, folders.cache, *folders.templates):
        if real(kept).is_relative_to(out):
            raise out_refused(folders, f"it holds {kept.name or kept}")
        if kept != folders.project and out.is_relative_to(real(kept)):
            raise out_refused(folders, f"it lies in {kept.name or kept}")
    if out.exists() and not out.is_dir():
        raise out_refused(folders, f"it is {kind_of(out.stat().st_mode) or 'a file'}")
    if mounted := mounted_in(out):
        what = "it is a disk of its own" if out in mounted else f"a disk of its own is mounted in it, at {mounted[0].relative_to(out)}"
        raise out_refused(folders, what, MOUNTED_CURE)


def mounted_in(folder: Path) -> list[Path]:
    """Disks and folders that are mounted at a folder, or below it: they cannot be moved with it, and what is in them is kept elsewhere."""
    try:
        lines = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:  # only Linux tells
        return []
    points = (Path(_ESCAPED.sub(lambda found: chr(int(found[1], 8)), line.split(" ")[4])) for line in lines)
    return [point for point in points if point.is_relative_to(folder)]


def out_refused(folders: Folders, reason: str, cure: str = "Give --out a new or empty folder.") -> Stopped:
    """The problem of a site that cannot go where it should."""
    out = folders.out
    shown = out.relative_to(folders.project) if out.is_relative_to(folders.project) else out
    return Stopped(Report([rule("out-not-a-site").at(Place(shown.as_posix()), reason=reason, cure=cure)]))
