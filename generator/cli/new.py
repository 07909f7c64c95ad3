"""The commands that write a commented file to fill in: `new role`, `new network`, `new area`, `new service`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.terminal import Data, Templates, say, stop
from generator.machine.clock import today
from generator.problems import Stopped, printable

if TYPE_CHECKING:
    from jinja2 import Environment

    from generator.knowledge.library.library import Library

    Starter = Callable[[Library, str, date, Environment], dict[str, str]]

new = typer.Typer(help="Write a commented file to fill in.", no_args_is_help=True)


@new.command("role")
def new_role(
    role: Annotated[str | None, typer.Argument(help="The new role’s id, such as link-worker-band-6.")] = None,
    source: Annotated[Path | None, typer.Option("--from", help="A document to make it from, or a folder of them.")] = None,
    network: Annotated[str | None, typer.Option("--network", help="With --from: the id of a network that recruits to the role.")] = None,
    job: Annotated[int | None, typer.Option("--job", help="With --from: which job description in the document, counted from 1.")] = None,
    data: Data = Path("data"),
    templates: Templates = None,
) -> None:
    """Write a role, its person specification and the record of its source document, to fill in or made from a document."""
    from generator.documents.new.records import role_files

    if source is not None:
        from generator.cli.new_from_document import new_roles

        if role is not None:
            check_id(role, "link-worker-band-6")
        new_roles(role, source, network, job, data, templates)
        return
    if network is not None or job is not None:
        raise typer.BadParameter("--network and --job go with --from.")
    if role is None:
        raise typer.BadParameter("Name the new role’s id, such as link-worker-band-6; or a document to make it from, with --from.")
    write_new(role, "link-worker-band-6", role_files, data, templates)


@new.command("network")
def new_network(
    network: Annotated[str, typer.Argument(help="The new network’s id, such as north-valley.")],
    data: Data = Path("data"),
    templates: Templates = None,
) -> None:
    """Write a network: its details, and what it fills in and changes in each role."""
    from generator.documents.new.records import network_files

    write_new(network, "north-valley", network_files, data, templates)


@new.command("area")
def new_area(
    folder: Annotated[Path, typer.Argument(help="The folder to create, such as north-valley.")],
    name: Annotated[str, typer.Option("--name", help="The area’s name, such as ‘North Valley’. Default: the folder’s name.")] = "",
    roles: Annotated[bool, typer.Option("--roles", help="Include our base roles, with everything they refer to.")] = False,
    templates: Templates = None,
) -> None:
    """Write a folder for another area: settings, pages, and data without services and networks. It checks and builds at once."""
    from generator.documents.new.area_shipped import shipped_pages, shipped_records
    from generator.documents.new.records import can_be_id
    from generator.documents.new.shipped import SHIPPED, SHIPPED_RECORDS, Shipped, digest_of_shipped, zipped_records
    from generator.documents.templating.environment import environment
    from generator.knowledge.library.loading import load
    from generator.knowledge.text.formatting import slug
    from generator.machine.atomic_write import write_all
    from generator.machine.ordinary_files import real

    area = slug(real(folder).name)
    if not can_be_id(area):
        raise typer.BadParameter(f"The name of ‘{folder}’ cannot be used. Name the folder after the area, such as north-valley.")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise typer.BadParameter(f"‘{folder}’ exists already and is not empty. Nothing was written.")
    name = printable(" ".join(name.split()))[:60] or area.replace("-", " ").title()
    made_with = environment(tuple(templates or ()))
    try:
        shipped = Shipped(area, name, today(), roles)
        files = shipped_records(shipped, made_with)
        write_all({folder / path: content for path, content in files.items()})
        pages = shipped_pages(load(folder / "data")[0], today(), made_with)
    except Stopped as stopped:
        stop(stopped.report)
    digests = {path: digest_of_shipped(content) for path, content in {**files, **pages}.items()}
    kept = replace(shipped, digests=digests).text()
    last = {**pages, SHIPPED: kept, SHIPPED_RECORDS: zipped_records(files)}
    write_all({folder / path: content for path, content in last.items()})
    say(f"{folder}: {len(files) + len(pages)} files for {name}.")
    say(f"Go there with ‘cd {folder}’. Check data/settings and data/crisis first, then run: fingerpost build")


@new.command("service")
def new_service(
    service: Annotated[str, typer.Argument(help="The new service’s id, such as example-helpline.")],
    data: Data = Path("data"),
    templates: Templates = None,
) -> None:
    """Write a service of the directory. Its page shows no number until the service is confirmed."""
    from generator.documents.new.records import service_files

    write_new(service, "example-helpline", service_files, data, templates)


def check_id(name: str, example: str) -> None:
    """Raise BadParameter for a name that cannot be an id, with one that can."""
    from generator.documents.new.records import can_be_id
    from generator.knowledge.text.formatting import slug

    if not can_be_id(name):
        near = slug(name)[:60].strip("-") or example
        raise typer.BadParameter(f"‘{name}’ cannot be an id. Use small letters, figures and single hyphens only, such as ‘{near}’.")


def write_new(name: str, example: str, starter: Starter, data: Path, templates: list[Path] | None) -> None:
    """Write the starter files of a new record. No file is overwritten."""
    from generator.documents.templating.environment import environment
    from generator.knowledge.library.loading import load
    from generator.machine.atomic_write import write_all

    check_id(name, example)
    folder = Path.cwd() / data
    library, report = load(folder, str(data))
    try:
        files = starter(library, name, today(), environment(tuple(templates or ())))
    except Stopped as stopped:
        stop(stopped.report)
    if not folder.is_dir():
        stop(report)
    existing = [str(data / path) for path in files if (folder / path).exists()]
    if existing:
        raise typer.BadParameter(f"{existing[0]} exists already. Nothing was written.")
    write_all({folder / path: text.encode() for path, text in files.items()})
    for path in files:
        say(f"{data / path}")
    say("Replace every text in square brackets, then run: fingerpost check")
