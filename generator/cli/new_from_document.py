"""`new role --from`: a role and its person specification from a document, or one from each document of a folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from generator.cli.terminal import loaded, say, stop
from generator.machine.clock import today
from generator.problems import Stopped, did_you_mean

if TYPE_CHECKING:
    from jinja2 import Environment

    from generator.documents.new.from_document import DocumentOutcome, RoleFromDocument
    from generator.knowledge.job_documents import JobDocument
    from generator.knowledge.library.library import Library
    from generator.knowledge.source_documents import SourceDocument


@dataclass
class RoleMaker:
    """Makes roles from documents, and keeps the files until all are written at once."""

    data: Path
    library: Library
    templates: Environment
    day: date
    files: dict[str, str] = field(default_factory=dict)

    def make(self, job: JobDocument, document: SourceDocument, name: str, network: str | None) -> RoleFromDocument:
        """Make one role. Raises Stopped if the document has no statements."""
        from generator.documents.new.from_document import network_with_role, role_from_document

        role = role_from_document(job, document, self.library, name, self.day, self.templates, of_network=network is not None)
        self.files |= role.files
        if network:
            path = f"networks/{network}.yaml"
            before = self.files.get(path) or (Path.cwd() / self.data / path).read_text(encoding="utf-8")
            self.files[path] = network_with_role(before, role)
        return role

    def name_for(self, job: JobDocument, file: str) -> str:
        """An id for a role, from its title and band; from the name of the file where the document has no title."""
        from generator.documents.new.from_document import band_of, known_bands, title_of
        from generator.documents.new.records import LONGEST_ID
        from generator.knowledge.text.formatting import slug

        stem = slug(Path(file).stem) or "role"
        title, band = title_of(job, stem), band_of(job, stem, known_bands(self.library))
        named = f"{slug(title.value) or stem}{f'-band-{band.value}' if not band.guess else ''}"[: LONGEST_ID - 4].strip("-")
        name, number = named, 1
        while self.taken(name):
            number += 1
            name = f"{named}-{number}"
        return name

    def taken(self, name: str) -> bool:
        """Whether a file of this name is there, or will be."""
        paths = (f"roles/{name}.yaml", f"person-specifications/{name}.yaml", f"sources/{name}-document.yaml")
        return any(path in self.files or (Path.cwd() / self.data / path).exists() for path in paths)

    def write(self) -> None:
        """Write all files at once, and name them."""
        from generator.machine.atomic_write import write_all

        folder = Path.cwd() / self.data
        write_all({folder / path: text.encode() for path, text in self.files.items()})
        for path in self.files:
            say(f"{self.data / path}")


def new_roles(name: str | None, source: Path, network: str | None, which: int | None, data: Path, templates: list[Path] | None) -> None:
    """Make a role from a document, or one from each of a folder. Nothing is overwritten but the file of the network."""
    from generator.documents.new.from_document import folder_text
    from generator.documents.templating.environment import environment

    library = loaded(data)
    if network is not None and network not in library.networks:
        near = did_you_mean(network, library.networks)
        raise typer.BadParameter(f"There is no network called ‘{network}’.{near}", param_hint="--network")
    maker = RoleMaker(data, library, environment(tuple(templates or ())), today())
    if not source.is_dir():
        _from_file(maker, name, source, network, which)
        return
    if name is not None or which is not None:
        raise typer.BadParameter(
            "A folder has several documents. Leave out the id and --job: each role gets an id from its title and band."
        )
    outcomes = [
        outcome for file in sorted(source.iterdir()) if not file.name.startswith(".") for outcome in _of_folder(maker, file, network)
    ]
    maker.write()
    say(folder_text(outcomes))
    if maker.files:
        _say_next()


def _from_file(maker: RoleMaker, name: str | None, source: Path, network: str | None, which: int | None) -> None:
    from generator.documents.new.from_document import outcome_text, title_of
    from generator.knowledge.text.formatting import counted

    try:
        document, jobs = _jobs(maker, source)
        if which is not None and not 1 <= which <= len(jobs):
            raise typer.BadParameter(f"The document has {counted(len(jobs), 'job description')}.", param_hint="--job")
        if name is not None and len(jobs) > 1 and which is None:
            titles = "; ".join(f"{number} is ‘{title_of(job, name).value}’" for number, job in enumerate(jobs, 1))
            raise typer.BadParameter(
                f"The document has {len(jobs)} job descriptions: {titles}. Choose one with --job, or leave out the id to make all of them."
            )
        chosen = jobs if which is None else [jobs[which - 1]]
        if name is not None and maker.taken(name):
            raise typer.BadParameter(
                f"{maker.data}/roles/{name}.yaml or a file of its person specification exists already. Nothing was written."
            )
        made = [maker.make(job, document, name or maker.name_for(job, source.name), network) for job in chosen]
    except Stopped as stopped:
        stop(stopped.report)
    maker.write()
    for role in made:
        say(f"\n{role.id}\n{outcome_text(document, role)}")
    _say_next()


def _of_folder(maker: RoleMaker, file: Path, network: str | None) -> Iterable[DocumentOutcome]:
    from generator.documents.new.from_document import DocumentOutcome

    if file.is_dir():
        yield DocumentOutcome(file.name, None, "This is a folder, and what is in it was not read. Run the command on it too.")
        return
    try:
        document, jobs = _jobs(maker, file)
        for job in jobs:
            yield DocumentOutcome(file.name, maker.make(job, document, maker.name_for(job, file.name), network))
    except Stopped as stopped:
        problem = next(iter(stopped.report))
        yield DocumentOutcome(file.name, None, f"{problem.message} {problem.cure}")


def _jobs(maker: RoleMaker, file: Path) -> tuple[SourceDocument, list[JobDocument]]:
    from generator.knowledge.job_documents import jobs_of
    from generator.knowledge.source_documents import read_manuscript

    document = read_manuscript(file, file.as_posix())
    return document, jobs_of(document, maker.library)


def _say_next() -> None:
    say("Look through each line marked ‘# guessed’ or ‘# outdated’, write the sentences anew, then run: fingerpost check")
