"""What the system says no to, in words; and where a site may be put."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.knowledge.files import kind_of, real
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
    """See that `out` can be taken for the site as a whole. What is in it is looked at later.

    Raises Stopped where it holds what the site is made from, or lies in it.
    """
    out = real(folders.out)
    for kept in (folders.project, folders.data, folders.content, folders.staged, folders.theme, folders.cache, *folders.templates):
        if real(kept).is_relative_to(out):
            raise refused(folders, f"it holds {kept.name or kept}")
        if kept != folders.project and out.is_relative_to(real(kept)):
            raise refused(folders, f"it lies in {kept.name or kept}")
    if out.exists() and not out.is_dir():
        raise refused(folders, f"it is {kind_of(out.stat().st_mode) or 'a file'}")


def refused(folders: Folders, reason: str, cure: str = "Give --out a new or empty folder.") -> Stopped:
    """The problem of a site that cannot go where it should."""
    out = folders.out
    shown = out.relative_to(folders.project) if out.is_relative_to(folders.project) else out
    return Stopped(Report([rule("out-not-a-site").at(Place(shown.as_posix()), reason=reason, cure=cure)]))
