"""`bench packs`: time and memory for printing job packs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.bench.figures import Form, count_option, known, measuring, print_json, print_table, show_end, show_measurements
from generator.cli.terminal import Data, say
from generator.machine.clock import today

if TYPE_CHECKING:
    from generator.bench.packs import PacksMeasured


def packs(
    data: Data = Path("data"),
    form: Form = "table",
    documents: Annotated[int, typer.Option("--documents", min=2, max=10_000, help="How many files of each format to print.")] = 18,
    orders: Annotated[int, typer.Option("--orders", min=1, max=1000, help="How often to print one pack. The median counts.")] = 5,
    peers: Annotated[int, typer.Option("--peers", min=0, max=100, help="Rounds of comparison with plain WeasyPrint and Typst.")] = 0,
    networks: Annotated[
        str, typer.Option("--networks", help="Instead: packs of this many fictional networks, separated by commas. 1250 is England.")
    ] = "",
) -> None:
    """Measure PDF and Word files per second, with one and two workers, and the time for one tailored pack.

    With --networks: all packs as PDF and Word, from clean, with nothing changed and with one network changed.
    """
    from generator.bench import many_packs
    from generator.bench.packs import measure_packs

    known(form)
    counts = count_option(networks, "--networks", "100,1250") if networks else []
    with measuring() as notify:
        if counts:
            many = many_packs.measure_many_packs(Path.cwd(), counts, notify)
        else:
            measured = measure_packs(Path.cwd() / data, today(), documents=documents, orders=orders, peers=peers, notify=notify)
    if form == "json":
        print_json(many.plain() if counts else measured.plain())
    elif counts:
        show_measurements("Files", many.took)
        show_end(many.machine, many.left_out)
    else:
        _show(measured)


def _show(measured: PacksMeasured) -> None:
    heads = ("Form", "Workers", "Files", "Seconds", "Files a second", "Processor seconds a file")
    rows = [
        (r.form, str(r.workers), str(r.documents), f"{r.seconds:.2f}", f"{r.each_second:.2f}", f"{r.cpu / r.documents:.3f}")
        for r in measured.rates
    ]
    print_table(heads, rows)
    if measured.peers:
        say("")
        against = [(peer.name, f"{peer.cpu:.3f}", f"{peer.size // 1000}", f"{peer.ours:.2f}") for peer in measured.peers]
        print_table(("One PDF", "Processor seconds", "KB", "Ours is times that"), against)
    each = ", ".join(f"{name} {seconds:.2f}" for name, seconds in measured.by_form.items())
    say(f"One pack, warm ({measured.pack}): {measured.one_pack:.2f} s, {measured.one_pack_cpu:.2f} s of the processor ({each}).")
    say(f"Most memory: {measured.memory:.0f} MB.")
    show_end(measured.machine, measured.left_out)
