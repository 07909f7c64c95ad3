"""Turn OS errors into problems, and check that a folder can take the site."""

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
"""How the list of mount points escapes spaces and other characters (proc(5))."""

MOUNTED_CURE = "Give --out a folder below such a disk, or have the web server find what is mounted there in another place."


@contextmanager
def os_errors_as_problems(project: Path) -> Iterator[None]:
    """A context in which an OSError, such as a full disk or a read-only folder, becomes a problem. Raises Stopped in its place."""
    try:
        yield
    except OSError as error:
        raise Stopped(Report([not_written(error, project)])) from error


def not_written(error: OSError, project: Path) -> Problem:
    """The problem for an OSError, with its path below the project if it has one."""
    named = error.filename2 or error.filename or project
    path = Path(os.fsdecode(named) if isinstance(named, str | bytes | os.PathLike) else project)
    shown = path.relative_to(project) if path.is_relative_to(project) else path
    return rule("not-written").at(Place(shown.as_posix()), reason=error.strerror or type(error).__name__)


def check_site_folder(folders: Folders) -> None:
    """Check that `out` can be used for the site. Its contents are checked later, by `Destination.claim`.

    Raises Stopped if it contains a folder that the site is made from, lies in one, is no folder, or has a disk mounted in it.
    """
    out = real(folders.out)
    for used in (folders.project, folders.data, folders.content, folders.staged, folders.theme, folders.cache, *folders.templates):
        if real(used).is_relative_to(out):
            raise out_refused(folders, f"it holds {used.name or used}")
        if used != folders.project and out.is_relative_to(real(used)):
            raise out_refused(folders, f"it lies in {used.name or used}")
    if out.exists() and not out.is_dir():
        raise out_refused(folders, f"it is {kind_of(out.stat().st_mode) or 'a file'}")
    if mounted := mounted_in(out):
        what = "it is a disk of its own" if out in mounted else f"a disk of its own is mounted in it, at {mounted[0].relative_to(out)}"
        raise out_refused(folders, what, MOUNTED_CURE)


def mounted_in(folder: Path) -> list[Path]:
    """Mount points at a folder or below it: they cannot be renamed with the folder, and their files lie elsewhere. Empty but on Linux."""
    try:
        lines = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:  # only Linux lists them
        return []
    points = (Path(_ESCAPED.sub(lambda escape: chr(int(escape[1], 8)), line.split(" ")[4])) for line in lines)
    return [point for point in points if point.is_relative_to(folder)]


def out_refused(folders: Folders, reason: str, cure: str = "Give --out a new or empty folder.") -> Stopped:
    """The problem of a folder that cannot take the site."""
    out = folders.out
    shown = out.relative_to(folders.project) if out.is_relative_to(folders.project) else out
    return Stopped(Report([rule("out-not-a-site").at(Place(shown.as_posix()), reason=reason, cure=cure)]))
