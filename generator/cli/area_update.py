"""The command `area update`: later corrections of ours in the folder of an area, with the difference first."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.area_shown import show_update
from generator.cli.terminal import Templates, say, stop
from generator.machine.clock import today
from generator.problems import Stopped

if TYPE_CHECKING:
    from generator.documents.new.shipped import AreaUpdate, Shipped
    from generator.documents.page import Files
    from generator.knowledge.library.library import Library
    from generator.problems import Report

area = typer.Typer(help="The folder of an area.", no_args_is_help=True)


@area.callback()
def keep_update() -> None:
    """Keep `update` a command of its own."""


@area.command("update")
def update(
    folder: Annotated[Path, typer.Argument(help="The folder of the area.")] = Path(),
    write: Annotated[bool, typer.Option("--write", help="Write what is shown. Without it, nothing is written.")] = False,
    take: Annotated[
        list[str] | None,
        typer.Option("--take", help="A file in which ours wins if both sides changed it, such as data/wording/*.yaml.", metavar="PATH"),
    ] = None,
    keep: Annotated[
        list[str] | None, typer.Option("--keep", help="A file to keep as it is. You will not be asked about it again.", metavar="PATH")
    ] = None,
    first: Annotated[
        bool, typer.Option("--first", help="For a folder from an early version, with no record of its origin: show all differences.")
    ] = False,
    templates: Templates = None,
) -> None:
    """Bring later corrections to words, numbers and pages into an area. What was changed there is never overwritten without asking."""
    from generator.checks import found_in_files
    from generator.documents.new.shipped import digest_of_shipped, merge_records, plan_update
    from generator.knowledge.library.loading import load

    folder = Path.cwd() / folder
    library, report = load(folder / "data")
    shipped = _before_digests(folder, library) if first else _kept(folder)
    report.extend(found_in_files(library))
    now = _shipped_now(library, report, shipped, templates)
    here = {path: (folder / path).read_bytes() for path in now if (folder / path).is_file()}
    pages = any(path.startswith("content/") for path in now)
    then = {path: digest for path, digest in shipped.digests.items() if pages or not path.startswith("content/")}
    here |= {path: b"" for path in then if path not in now and (folder / path).is_file()}
    plan = plan_update(then, here, now)
    asked = [*plan.conflicts, *(plan.added if first else ())]
    taken, stay = _named(take, asked, "--take"), _named(keep, asked, "--keep")
    records = _records_then(folder)
    merge_records(plan, records, here, now, taken)
    show_update(plan, here, now, taken, first=first)
    if not first and not records and plan.conflicts:
        say("This folder did not keep its records as they were shipped, so they are compared as whole files. From --write on it does.")
    if not write:
        say("\nNothing is written. To take this, run the command again with --write.")
        return
    settled = [*taken, *stay, *(asked if first else ())]
    plan.digests |= {path: digest_of_shipped(now[path]) for path in settled}
    _write(folder, shipped, plan, _chosen(plan, now, taken, stay, first=first), {**records, **_settled(plan, now, settled)})


def _named(patterns: list[str] | None, paths: list[str], option: str) -> set[str]:
    """The files that an option names. Raises BadParameter where it names none of those that are asked about."""
    found: set[str] = set()
    for pattern in patterns or ():
        matches = {path for path in paths if fnmatchcase(path, pattern)}
        if not matches:
            raise typer.BadParameter(f"‘{pattern}’ is no file that was changed both here and by us.", param_hint=option)
        found |= matches
    return found


def _chosen(plan: AreaUpdate, now: Files, taken: set[str], stay: set[str], *, first: bool) -> dict[str, bytes]:
    """What to write, by path."""
    merged = {path: text.text.encode() for path, text in plan.texts.items() if path not in stay and text.taken}
    whole = [*plan.updated, *taken, *(() if first else plan.added)]
    return {path: now[path] for path in whole} | merged


def _settled(plan: AreaUpdate, now: Files, settled: list[str]) -> Files:
    """The records that are shipped now, but for those in which something waits to be decided."""
    return {path: content for path, content in now.items() if path not in plan.conflicts or path in settled}


def _write(folder: Path, shipped: Shipped, plan: AreaUpdate, files: Files, records: Files) -> None:
    from generator.documents.new.shipped import SHIPPED, SHIPPED_RECORDS, Shipped, zipped_records
    from generator.machine.atomic_write import write_all

    after = Shipped(shipped.area, shipped.name, shipped.made_on, shipped.roles, {**shipped.digests, **plan.digests})
    kept = {SHIPPED: after.text(), SHIPPED_RECORDS: zipped_records(records)}
    write_all({folder / path: content for path, content in {**files, **kept}.items()})
    say(f"\n{len(files)} files written. Now run: fingerpost check")


def _kept(folder: Path) -> Shipped:
    """What the area was made with. Raises BadParameter."""
    from generator.documents.new.shipped import SHIPPED, read_shipped

    try:
        return read_shipped((folder / SHIPPED).read_bytes())
    except OSError:
        raise typer.BadParameter(
            f"There is no {SHIPPED} here. Only a folder made by `fingerpost new area` can be updated. "
            "If that was before it kept this file, run the command with --first: it shows all that differs, and replaces nothing unasked."
        ) from None
    except ValueError:
        raise typer.BadParameter(f"{SHIPPED} is damaged. Take it from your last commit.") from None


def _before_digests(folder: Path, library: Library) -> Shipped:
    """What an area was made with, from its own records. Raises BadParameter."""
    from generator.documents.new.shipped import SHIPPED, area_made_of

    if (folder / SHIPPED).exists():
        raise typer.BadParameter(f"This folder has {SHIPPED}. Run the command without --first.")
    made = area_made_of(library)
    if made is None:
        raise typer.BadParameter("No folder made by `fingerpost new area` is here: it has no settings, or no area in England.")
    return made


def _records_then(folder: Path) -> dict[str, bytes]:
    """The records as they were shipped, or none where the folder did not keep them. Raises BadParameter."""
    from generator.documents.new.shipped import SHIPPED_RECORDS, read_records

    try:
        return read_records((folder / SHIPPED_RECORDS).read_bytes())
    except OSError:
        return {}
    except ValueError:
        raise typer.BadParameter(f"{SHIPPED_RECORDS} is damaged. Take it from your last commit.") from None


def _shipped_now(library: Library, report: Report, shipped: Shipped, templates: list[Path] | None) -> Files:
    """Every file as it is shipped now. Without the pages where the data has errors: which links they have depends on the data."""
    from generator.documents.new.area_shipped import shipped_pages, shipped_records
    from generator.documents.templating.environment import environment

    made_with = environment(tuple(templates or ()))
    if report.fails:
        say("The data has errors, so the pages are left out. Run ‘fingerpost check’, correct it, and update again.")
    try:
        return shipped_records(shipped, made_with) | ({} if report.fails else shipped_pages(library, today(), made_with))
    except Stopped as stopped:
        stop(stopped.report)
        raise
