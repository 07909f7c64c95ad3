"""The command `services verify`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from generator.cli.terminal import Data, loaded, progress, say
from generator.cli.upkeep import find_service
from generator.machine.clock import today


def verify(
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="The services to look up. Default: all of them.")] = None,
    data: Data = Path("data"),
    first: Annotated[int, typer.Option("--first", min=1, help="Only this many of them.")] = 10_000,
    write: Annotated[bool, typer.Option("--write", help="Put the date on numbers that are on the provider’s page.")] = False,
    evidence: Annotated[Path | None, typer.Option("--evidence", help="Write what was seen to this JSON file.", metavar="FILE")] = None,
    private: Annotated[bool, typer.Option("--private", help="Allow addresses inside a private network.")] = False,
) -> None:
    """Look up providers’ pages, and compare them with our records."""
    from generator.documents.reports.queue import queue
    from generator.knowledge.verifying.verdicts import VERDICTS
    from generator.machine.atomic_write import write_all, write_whole
    from generator.machine.web_visits import Visitor
    from generator.publishing.directory.verify import dated, evidence_file, verify_services

    library = loaded(data)
    waiting = [entry.service for entry in queue(library, today())]
    first_ids = {service.id for service in waiting}
    everyone = [*waiting, *(service for service in library.services.values() if service.id not in first_ids)]
    chosen = [find_service(library, name) for name in ids] if ids else everyone
    found = []
    with progress() as show:
        for one in verify_services(chosen[:first], Visitor(library.settings.address, private=private)):
            found.append(one)
            show(f"Looked up {len(found):,}: {one.service.name}")
    files = dated(library, found, today()) if write else {}
    write_all({Path.cwd() / data / path: text.encode() for path, text in files.items()})
    if evidence:
        write_whole(Path.cwd() / evidence, evidence_file(found, today()))
    for one in found:
        if one.judged.verdict not in ("number-found", "reached"):
            words = f" ({one.judged.evidence})" if one.judged.evidence else ""
            say(f"{one.service.id}: {VERDICTS[one.judged.verdict]}{words}\n  {one.answer.asked}")
    counts = Counter(one.judged.verdict for one in found)
    for verdict, label in VERDICTS.items():
        if counts[verdict]:
            say(f"{label[:1].upper()}{label[1:]}: {counts[verdict]:,}")
    say(f"Looked up: {len(found):,}. Files with numbers dated today: {len(files):,}.")
