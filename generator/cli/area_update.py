"""The command `area update`: later corrections of ours in the folder of an area, with the difference first."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.terminal import Templates, say, stop
from generator.machine.clock import today
from generator.problems import Stopped

if TYPE_CHECKING:
    from generator.documents.new.shipped import AreaUpdate, Shipped
    from generator.documents.page import Files

area = typer.Typer(help="The folder of an area.", no_args_is_help=True)

_LISTS = {
    "added": "New",
    "updated": "Corrected by us, and not changed here",
    "conflicts": "Changed here and by us, so left as it is here",
    "deleted": "Deleted here, so left out",
    "ended": "No longer shipped, and left here",
}
"""What each list of an update is called."""


@area.callback()
def keep_update() -> None:
    """Keep `update` a command of its own."""


@area.command("update")
def update(
    folder: Annotated[Path, typer.Argument(help="The folder of the area.")] = Path(),
    write: Annotated[bool, typer.Option("--write", help="Write what is shown. Without it, nothing is written.")] = False,
    take: Annotated[
        list[str] | None, typer.Option("--take", help="A file that was changed here, to be replaced by ours.", metavar="PATH")
    ] = None,
    keep: Annotated[
        list[str] | None, typer.Option("--keep", help="A file that stays, and is not asked about again.", metavar="PATH")
    ] = None,
    templates: Templates = None,
) -> None:
    """Bring later corrections of words, numbers and pages into an area. What was changed here is never overwritten unasked."""
    from generator.documents.new.shipped import SHIPPED, Shipped, digest_of_shipped, plan_update
    from generator.machine.atomic_write import write_all

    folder = Path.cwd() / folder
    shipped = _kept(folder)
    now = _shipped_now(folder, shipped, templates)
    here = {path: (folder / path).read_bytes() for path in now if (folder / path).is_file()}
    pages = any(path.startswith("content/") for path in now)
    then = {path: digest for path, digest in shipped.digests.items() if pages or not path.startswith("content/")}
    here |= {path: b"" for path in then if path not in now and (folder / path).is_file()}
    plan = plan_update(then, here, now)
    for path in (*(take or ()), *(keep or ())):
        if path not in plan.conflicts:
            raise typer.BadParameter(f"‘{path}’ is no file that was changed both here and by us.", param_hint="--take")
    _show(plan, here, now, set(take or ()))
    chosen = [*plan.added, *plan.updated, *(take or ())]
    if not write:
        say("\nNothing is written. To take this, run the command again with --write.")
        return
    settled = {path: digest_of_shipped(now[path]) for path in (*(take or ()), *(keep or ()))}
    after = Shipped(shipped.area, shipped.name, shipped.made_on, shipped.roles, {**shipped.digests, **plan.digests, **settled})
    write_all({folder / path: now[path] for path in chosen} | {folder / SHIPPED: after.text()})
    say(f"\n{len(chosen)} files written. Now run: fingerpost check")


def _kept(folder: Path) -> Shipped:
    """What the area was made with. Raises BadParameter."""
    from generator.documents.new.shipped import SHIPPED, read_shipped

    try:
        return read_shipped((folder / SHIPPED).read_bytes())
    except OSError:
        raise typer.BadParameter(f"There is no {SHIPPED} here. Only a folder made by `fingerpost new area` can be updated.") from None
    except ValueError:
        raise typer.BadParameter(f"{SHIPPED} is damaged. Take it from your last commit.") from None


def _shipped_now(folder: Path, shipped: Shipped, templates: list[Path] | None) -> Files:
    """Every file as it is shipped now. Without the pages where the data has errors: which links they have depends on the data."""
    from generator.checks import found_in_files
    from generator.documents.new.area_shipped import shipped_pages, shipped_records
    from generator.documents.templating.environment import environment
    from generator.knowledge.library.library import load

    made_with = environment(tuple(templates or ()))
    library, report = load(folder / "data")
    report.extend(found_in_files(library))
    if report.fails:
        say("The data has errors, so the pages are left out. Run ‘fingerpost check’, correct it, and update again.")
    try:
        return shipped_records(shipped, made_with) | ({} if report.fails else shipped_pages(folder, today(), made_with))
    except Stopped as stopped:
        stop(stopped.report)
        raise


def _show(plan: AreaUpdate, here: Files, now: Files, taken: set[str]) -> None:
    """Print each list, with the lines that differ."""
    for name, called in _LISTS.items():
        paths: list[str] = getattr(plan, name)
        say(f"{called}: {len(paths):,}")
        for path in paths:
            say(f"  {path}{' (ours is taken)' if path in taken else ''}")
            if name in ("updated", "conflicts"):
                for line in _difference(here[path], now[path]):
                    say(f"    {line}")
    say(f"Changed here only: {len(plan.kept):,}")
    if plan.conflicts:
        say("Copy what you need of ours (+) by hand and add --keep PATH. Or take ours as a whole with --take PATH.")


def _difference(here: bytes, now: bytes) -> Iterator[str]:
    """The lines that go (-) and come (+), without what is around them."""
    before, after = (content.decode("utf-8", "replace").splitlines() for content in (here, now))
    yield from (line for line in [*unified_diff(before, after, lineterm="", n=0)][2:] if not line.startswith("@@"))
