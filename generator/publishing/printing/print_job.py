"""What is sent to a machine so that it prints packs as this one does, and how it prints with it. Nothing here knows who carries it."""

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
from generator.publishing.printing.worker import PackFiles, made


class VersionMismatch(Exception):
    """A worker that would make other files than the machine that asks. The message says what differs."""


@dataclass(frozen=True)
class PrintJob:
    """Everything that printing takes but the packs, and the templates that come with Fingerpost: a worker has its own."""

    forms: tuple[str, ...]
    recruitment: RecruitmentForm | None
    reference: bytes | None
    folders: Mapping[str, Mapping[str, bytes]]
    """The user’s own template folders, by their path on the machine that asks: each file by its path in the folder."""
    kit: Mapping[str, str]
    made_with: str

    @cached_property
    def digest(self) -> str:
        """The same for the same contents."""
        whole = self.forms, self.recruitment, self.reference, self.folders, self.kit, self.made_with
        return hashlib.sha256(repr(whole).encode()).hexdigest()


def print_job_of(press: Press) -> PrintJob:
    """What another machine needs to print as a press does."""
    own = {str(folder): _files(folder) for folder in _own(press.templates)}
    forms = tuple(form.ending for form in press.formats)
    return PrintJob(forms, press.recruitment, press.reference, own, library_versions(), press.made_with)


def _own(templates: Environment) -> list[Path]:
    return [Path(folder) for folder in getattr(templates.loader, "searchpath", []) if Path(folder) != TEMPLATES]


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


class Unpacked:
    """A job where it arrived: its template folders are files again, and its press is warm."""

    def __init__(self, job: PrintJob, beside: str | None) -> None:
        """Unpack into a temporary folder in `beside`. Raises Unlike where this machine prints with other things."""
        self.digest = job.digest
        if found := version_differences(library_versions(), job.kit):
            raise VersionMismatch(found)
        room = Path(mkdtemp(prefix="fingerpost-", dir=beside))
        weakref.finalize(self, shutil.rmtree, room, ignore_errors=True)
        self._names = {str(room / str(number)): name for number, name in enumerate(job.folders)}
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

    def made(self, pack: Pack) -> PackFiles:
        """A pack in every format. A problem in a template names the file as the machine that asks knows it."""
        with gc_between_packs():
            contents, report = made(self.press, pack)
            self.press.forget()
        self._collector.pack_made()  # outside: within, what packs before this one left behind is not looked at
        return contents, Report(self._named(problem) for problem in report)

    def _named(self, problem: Problem) -> Problem:
        file = problem.place.file
        for unpacked, name in self._names.items():
            file = file.replace(unpacked, name, 1)
        return replace(problem, place=replace(problem.place, file=file))


_one_at_a_time = threading.Lock()
"""Pango and fonts are not safe in two threads at once."""

_last: Unpacked | None = None
"""The job that this process printed with last: most come by the thousand, one after another."""


def printed(job: PrintJob, pack: Pack, beside: str | None = None) -> PackFiles:
    """Print a pack with a job, which is unpacked when it comes first. However many threads ask, one pack is printed at a time."""
    global _last  # noqa: PLW0603  it lasts as long as the process
    with _one_at_a_time:
        if _last is None or _last.digest != job.digest:
            _last = Unpacked(job, beside)
        return _last.made(pack)
