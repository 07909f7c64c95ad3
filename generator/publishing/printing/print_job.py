"""A print job: everything that a worker needs to print packs as this machine does. Nothing here knows how it is sent."""

from __future__ import annotations

import hashlib
import shutil
import threading
import weakref
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from tempfile import mkdtemp

from jinja2 import Environment

from generator.documents.packs.model import Pack
from generator.documents.templating.environment import environment
from generator.knowledge.model import RecruitmentForm
from generator.machine.atomic_write import replace_file
from generator.machine.garbage import PackCollector, gc_between_packs
from generator.machine.shipped import TEMPLATES
from generator.problems import Problem, Report
from generator.publishing.printing.press import Press
from generator.publishing.printing.versions import library_versions, version_differences
from generator.publishing.printing.worker import PackFiles, print_files


class VersionMismatch(Exception):
    """A worker has other versions than the machine that sent the job, so its files could differ. The message says which."""


@dataclass(frozen=True)
class PrintJob:
    """Everything that printing needs but the packs and the built-in templates, which a worker has itself."""

    forms: tuple[str, ...]
    recruitment: RecruitmentForm | None
    reference: bytes | None
    folders: Mapping[str, Mapping[str, bytes]]
    """The user’s own template folders, by their path on the machine that sent the job: each file by its path in the folder."""
    versions: Mapping[str, str]
    made_with: str

    @cached_property
    def digest(self) -> str:
        """A SHA-256 digest of the contents."""
        whole = self.forms, self.recruitment, self.reference, self.folders, self.versions, self.made_with
        return hashlib.sha256(repr(whole).encode()).hexdigest()


def print_job_of(press: Press) -> PrintJob:
    """The job with which another machine prints as this press does."""
    own = {str(folder): _files(folder) for folder in _own(press.templates)}
    forms = tuple(form.suffix for form in press.formats)
    return PrintJob(forms, press.recruitment, press.reference, own, library_versions(), press.made_with)


def _own(templates: Environment) -> list[Path]:
    return [Path(folder) for folder in getattr(templates.loader, "searchpath", []) if Path(folder) != TEMPLATES]


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


class UnpackedJob:
    """A job on a worker: its template folders are written as files, and its press has loaded everything it needs."""

    def __init__(self, job: PrintJob, beside: str | None) -> None:
        """Unpack into a temporary folder in `beside`. Raises VersionMismatch if this machine has other versions."""
        self.digest = job.digest
        if differences := version_differences(library_versions(), job.versions):
            raise VersionMismatch(differences)
        scratch = Path(mkdtemp(prefix="fingerpost-", dir=beside))
        weakref.finalize(self, shutil.rmtree, scratch, ignore_errors=True)
        self._names = {str(scratch / str(number)): name for number, name in enumerate(job.folders)}
        for unpacked, name in self._names.items():
            Path(unpacked).mkdir()
            for path, content in job.folders[name].items():
                replace_file(Path(unpacked, path), content)
        templates = environment([Path(unpacked) for unpacked in self._names])
        self.press = Press(templates, None, job.recruitment, reference=job.reference, forms=job.forms)
        if self.press.made_with != job.made_with:
            raise VersionMismatch("its templates are others than those that were sent")
        self.press.warm()
        self._collector = PackCollector()

    def print_pack(self, pack: Pack) -> PackFiles:
        """Print a pack in every format. A problem in a template names the file by its path on the machine that sent the job."""
        with gc_between_packs():
            contents, report = print_files(self.press, pack)
            self.press.forget()
        self._collector.pack_made()  # outside the context: inside it, garbage of earlier packs is not collected
        return contents, Report(self._with_original_path(problem) for problem in report)

    def _with_original_path(self, problem: Problem) -> Problem:
        file = problem.place.file
        for unpacked, name in self._names.items():
            file = file.replace(unpacked, name, 1)
        return replace(problem, place=replace(problem.place, file=file))


_one_at_a_time = threading.Lock()
"""Pango and its fonts are not thread-safe."""

_last: UnpackedJob | None = None
"""The last job of this process: most packs come in thousands with the same job."""


def print_with_job(job: PrintJob, pack: Pack, beside: str | None = None) -> PackFiles:
    """Print a pack with a job, unpacking it if it is a new one. Thread-safe: one pack is printed at a time.

    Raises VersionMismatch if this machine has other versions than the one that sent the job.
    """
    global _last  # noqa: PLW0603  it lasts as long as the process
    with _one_at_a_time:
        if _last is None or _last.digest != job.digest:
            _last = UnpackedJob(job, beside)
        return _last.print_pack(pack)
