"""`bench wording`: accuracy and speed of the wording rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.bench.figures import Form, known, print_json, print_table
from generator.cli.terminal import Data, loaded, say
from generator.machine.shipped import HOME

if TYPE_CHECKING:
    from generator.bench.wording import Figures, WordingMeasured

LABELLED = Path("tests/wording/labelled.yaml")


def wording(
    data: Data = Path("data"),
    form: Form = "table",
    labelled: Annotated[Path, typer.Option("--labelled", help="A file of sentences with the findings they should give.")] = LABELLED,
) -> None:
    """Measure precision, recall and speed of the wording rules."""
    from generator.bench.wording import figures

    known(form)
    library = loaded(data)
    chosen = labelled_set(labelled)
    if not chosen.is_file():
        hint = "That of the project is in a clone, and not in an installed package." if labelled == LABELLED else ""
        raise typer.BadParameter(f"There is no file {labelled}. {hint}".strip(), param_hint="--labelled")
    try:
        found = figures(library, chosen)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--labelled") from error
    if form == "json":
        print_json(found.plain())
        return
    show_wording(found)


def labelled_set(named: Path) -> Path:
    """The file that is named, in this folder, or else in the clone that the command is run from: another area has no set of its own."""
    return named if named.is_file() or named != LABELLED else HOME / named


def show_wording(found: Figures) -> None:
    """Print how right the rules are, each mistake they make on sentences that may be seen, and how fast they are."""
    measured = found.measured
    rows = [_row("the rules were tuned to", measured), *([_row("unseen", found.unseen)] if found.unseen else [])]
    print_table(("Sentences", "How many", "Of them clean", "Precision", "Recall"), rows)
    for kind, wrong in (("Found wrongly", measured.false), ("Missed", measured.missed)):
        for code, text in wrong:
            say(f"{kind}: {code}: {text}")
    say(f"{found.texts} published texts, {found.each_second:,.0f} a second.")


def _row(named: str, measured: WordingMeasured) -> tuple[str, ...]:
    return named, str(measured.sentences), str(measured.clean), f"{measured.precision:.3f}", f"{measured.recall:.3f}"
