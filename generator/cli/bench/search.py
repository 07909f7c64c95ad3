"""`bench search`: speed and accuracy of the search."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.bench.figures import Form, count_option, known, measuring, print_json, print_table, show_end
from generator.cli.terminal import Data, say
from generator.machine.clock import today

if TYPE_CHECKING:
    from generator.bench.honesty import Honesty
    from generator.bench.search import Danger, SearchMeasured


def search(
    data: Data = Path("data"),
    site: Annotated[Path, typer.Option("--site", help="A finished site.")] = Path("site"),
    sizes: Annotated[str, typer.Option("--sizes", help="Numbers of services, separated by commas.")] = "300,3000,10000",
    form: Form = "table",
) -> None:
    """Measure how fast, large and right the search is, compared with Material’s own, Pagefind and MiniSearch."""
    from generator.bench.search import measure_search

    known(form)
    counts = count_option(sizes)
    if not (site / "find" / "index.html").is_file():
        raise typer.BadParameter(f"‘{site}’ is not a finished site. Run `fingerpost build` first.", param_hint="--site")
    with measuring() as notify:
        measured = measure_search(site, Path.cwd() / data, today(), counts, notify)
    if form == "json":
        print_json(asdict(measured))
        return
    show_search(measured)
    show_end(measured.machine, measured.left_out)


def show_search(measured: SearchMeasured) -> None:
    """Print how fast each search is, and how right."""
    if measured.speeds:
        heads = ("Search", "Services", "First result, ms", "Its work, ms", "On the wire, KB", "A query, ms", "19 in 20, ms")
        print_table(heads, [speed.row() for speed in measured.speeds])
    if not measured.qualities:
        return
    say("")
    rates = [(one.name, f"{one.seen:.3f}", f"{one.unseen:.3f}") for one in measured.qualities]
    print_table(("Right in the first three", "Seen", "Unseen"), rates)
    if measured.honesty:
        show_honesty(measured.honesty)
    if measured.dangers:
        show_dangers(measured.dangers)
    say(f"{measured.seen} queries were seen while tuning and {measured.unseen} were not; {measured.services} real services.")


def show_dangers(dangers: list[Danger]) -> None:
    """Print how often phrases of danger raise a crisis card, the right one first, and how often harmless ones do."""
    rows = [
        (f"{one.part}: {one.dangers} and {one.harmless}", f"{one.shown:.3f}", f"{one.right:.3f}", f"{one.false:.3f}") for one in dangers
    ]
    print_table(("Crisis cards", "Danger with a card", "With the right one", "Harmless with a card"), rows)


def show_honesty(honesty: Honesty) -> None:
    """Print how often the search says that nothing is listed, where that is so and where it is not."""
    rows = [
        ("where nothing is listed", f"{honesty.seen:.3f}", f"{honesty.unseen:.3f}"),
        ("where a service is listed", f"{honesty.needless:.3f}", ""),
    ]
    print_table(("Says that nothing is listed", "Seen", "Unseen"), rows)
