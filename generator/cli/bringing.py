"""The command `bring`: a document of somebody’s own into the pack of a network."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from generator.cli.terminal import Data, check_format, check_new, loaded, say, stop
from generator.machine.clock import today
from generator.problems import Stopped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.knowledge.bringing import Brought
    from generator.knowledge.job_documents import JobDocument
    from generator.knowledge.library.library import Library
    from generator.knowledge.source_documents import SourceDocument


def bring(
    file: Annotated[Path, typer.Argument(help="A job description or person specification: .docx, .odt, .rtf, .pdf, .html or .txt.")],
    role: Annotated[str, typer.Option("--role", help="The id of the role to match it to.")],
    network: Annotated[str, typer.Option("--network", help="The id of the network whose pack it goes into.")],
    which: Annotated[int, typer.Option("--job", min=1, help="Which job description in the document, counted from 1.")] = 1,
    form: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    write: Annotated[Path | None, typer.Option("--write", help="Put the changes into the network’s file.", metavar="FILE")] = None,
    data: Data = Path("data"),
) -> None:
    """Match your own document to a role: what it says in other words, what it adds, and what it lacks."""
    from generator.checks.review.requirements import hints
    from generator.documents.reports.brought import brought_text, kept_back
    from generator.knowledge.source_documents import read_manuscript
    from generator.machine.atomic_write import write_whole
    from generator.publishing.printing.order import UnknownName
    from generator.publishing.printing.returning import taken_file

    check_format(form, ("text", "json"))
    if write is not None:
        check_new(write)
    library = loaded(data)
    try:
        carried = _carried(library, role, network, today())
        document = read_manuscript(file, file.as_posix())
        brought = _brought(_job(document, library, which), carried, library)
        written = taken_file(carried, brought.found, f"Taken from {document.title}") if write else None
    except UnknownName as unknown:
        raise typer.BadParameter(str(unknown)) from None
    except Stopped as stopped:
        stop(stopped.report)
    if form == "json":
        say(json.dumps(brought.as_json(), ensure_ascii=False, indent=2))
    else:
        say(brought_text(document, brought, list(hints(document, library.roles[role], library))))
    if write is not None and written is not None:
        write_whole(write, written[0].encode())
        if form == "text":
            say(f"{kept_back(written[1].left)}\n{write}: written. Look through it, then run: fingerpost check")


def _carried(library: Library, role: str, network: str, day: date) -> Mapping[str, Any]:
    """What the pack of the network carries of itself. Raises UnknownName."""
    from generator.documents.packs.carrying import carried_of
    from generator.knowledge.drafts.carried import read_carried
    from generator.publishing.printing.order import pack_of

    return read_carried(carried_of(pack_of(library, role, network, day)))


def _job(document: SourceDocument, library: Library, which: int) -> JobDocument:
    from generator.knowledge.job_documents import jobs_of
    from generator.knowledge.text.formatting import counted
    from generator.problems import Place, Report, rule

    jobs = jobs_of(document, library)
    if which > len(jobs):
        raise typer.BadParameter(f"The document has {counted(len(jobs), 'job description')}.", param_hint="--job")
    if not (jobs[which - 1].statements or jobs[which - 1].criteria):
        raise Stopped(Report([rule("document-no-job").at(Place(document.name))]))
    return jobs[which - 1]


def _brought(job: JobDocument, carried: Mapping[str, Any], library: Library) -> Brought:
    """The list of changes. Words that a rule would stop are never taken without somebody’s yes."""
    from generator.checks.wording import wording_rules
    from generator.knowledge.bringing import bring_document, careful, likeness_in

    rules = wording_rules(library, today())

    def is_wrong(text: str) -> bool:
        return any(match.rule.severity == "error" for match in rules.matches(text))

    return careful(bring_document(job, carried, likeness_in(library)), is_wrong)
