"""Show a correction that a reader sent: who says what, and how it would change the service's file."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from typing import TYPE_CHECKING

import typer

from generator.cli.terminal import say

if TYPE_CHECKING:
    from generator.knowledge.directory.importing.records import Import
    from generator.publishing.directory.import_services import ImportOutcome


def is_correction(asked: Import) -> bool:
    """Whether a file is a correction, by its ending."""
    from generator.knowledge.directory.importing.corrections import CORRECTION_ENDINGS

    return asked.path.suffix.lower() in CORRECTION_ENDINGS


def show_correction(asked: Import, outcome: ImportOutcome, *, dry_run: bool) -> bool:
    """Print a correction, what differs, and how to take it. Returns whether nothing may be written: one that no one checked is only shown.

    A file that is no correction is passed over. Raises Stopped where it should be one and cannot be read.
    """
    if not is_correction(asked):
        if asked.checked_by:
            raise typer.BadParameter("Only a correction from a page is taken in by whoever checked it.", param_hint="--checked-by")
        return dry_run
    _show(asked, outcome)
    return dry_run or not asked.checked_by


def _show(asked: Import, outcome: ImportOutcome) -> None:
    from generator.knowledge.directory.importing.corrections import read_correction, service_corrected
    from generator.knowledge.text.formatting import day

    correction, _ = read_correction(asked.path, asked.name)
    service = service_corrected(asked.library, correction)
    if service is None:
        return
    who = correction.sent_by or "Someone who gives no name"
    say(f"Correction of {service.name}, made on {day(correction.made_on)}")
    say(f"  {who} says so. How they know: {correction.how_known}")
    if correction.note:
        say(f"  Note: {correction.note}")
    for path, text in outcome.files.items():
        say(f"\n{path}")
        for line in _difference(asked, path, text):
            say(f"  {line}")
    if outcome.files and not asked.checked_by:
        say("\nNothing is written yet. Check it with the provider first. Then run:")
        say(f'  fingerpost services import {asked.name} --checked-by "Your name"')
    elif not outcome.files and not outcome.report.fails:
        say("\nNo field changes.")


def _difference(asked: Import, path: str, text: str) -> Iterator[str]:
    """The lines that go and come, each with its sign."""
    document = next((one for one in asked.library.documents.values() if one.file.endswith(f"/{path}")), None)
    before = document.text.lines if document else []
    for line in [*unified_diff("\n".join(before).rstrip("\n").split("\n"), text.rstrip("\n").split("\n"), lineterm="", n=1)][2:]:
        yield "…" if line.startswith("@@") else line.rstrip()
