"""The command `review`, for an existing document."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from generator.cli.terminal import Data, Out, Templates, check_format, loaded, say, stop
from generator.machine.clock import today
from generator.problems import WRITERS, Report, Stopped, did_you_mean

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


def review(
    file: Annotated[Path, typer.Argument(help="A job description, person specification or advert: .docx, .odt, .rtf, .pdf or .txt.")],
    role: Annotated[str | None, typer.Option("--role", help="The id of a role, to look for the requirements of its contract.")] = None,
    form: Annotated[str, typer.Option("--format", help="text, json, sarif or github.")] = "text",
    data: Data = Path("data"),
    templates: Templates = None,
    out: Out = Path("reviews"),
) -> None:
    """Find what is outdated, unfair, unclear or missing in an existing document."""
    from generator.checks.review import review_document
    from generator.documents.reports.review import review_page, review_text
    from generator.documents.templating.environment import environment
    from generator.knowledge.source_documents import read_manuscript
    from generator.machine.atomic_write import write_whole

    check_format(form, WRITERS)
    library = loaded(data, form)
    if role is not None and role not in library.roles:
        near = did_you_mean(role, library.roles)
        raise typer.BadParameter(f"There is no role called ‘{role}’.{near} Choose one of: {', '.join(library.roles)}.", param_hint="--role")
    try:
        result = review_document(read_manuscript(file, file.as_posix()), library, today(), library.roles[role] if role else None)
        page = review_page(environment(tuple(templates or ())), result, today())
    except Stopped as stopped:
        stop(stopped.report, form)
    if form != "text":
        stop(Report(result.problems), form)
    target = out / f"{_UNSAFE.sub('-', file.name).strip('.-') or 'document'}.html"
    write_whole(target, page.encode())
    say(review_text(result))
    say(f"The report: {target}")
    raise typer.Exit(1 if Report(result.problems).fails else 0)
