"""One pack as ordered on the command line: a role, perhaps for a network, in some formats."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.documents.formats import ON_REQUEST
from generator.documents.formats.nhs_jobs.boxes import NHS_JOBS
from generator.documents.packs.compose import make_network_pack, make_pack
from generator.documents.packs.model import Pack
from generator.documents.templating.environment import environment
from generator.knowledge.library.library import Library
from generator.knowledge.library.loading import load
from generator.problems import Problem, Report, Stopped, nearest
from generator.publishing.disk.approval import is_approved
from generator.publishing.disk.folders import Folders
from generator.publishing.printing.fitting import form_problems
from generator.publishing.printing.press import Press
from generator.publishing.printing.printed_pack import Printed


class UnknownName(Exception):  # not an error of ours: the message is shown to the person who mistyped
    """The name of a role, network or format that does not exist. The message suggests the nearest one that does."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        """`what` is the kind of name; `known` are the names that exist."""
        names = list(known)
        near = nearest(name, names)
        super().__init__(
            f"There is no {what} called ‘{name}’." + (f" Did you mean ‘{near}’?" if near else f" There are: {', '.join(names)}.")
        )


@dataclass(frozen=True)
class Order:
    """An order for one pack. `forms` are file endings such as `pdf`; empty means every format.

    What the last build of `project` kept is used: that the same data passed its checks, and files of packs.
    """

    project: Path
    data: Path
    role: str
    network: str | None
    forms: tuple[str, ...]
    templates: tuple[Path, ...]
    reference: Path | None
    today: date
    since: Path | None = None
    """A file with an earlier version, from which Word with tracked changes tracks them."""


def fill_order(order: Order) -> tuple[list[Printed], Report]:
    """Print the ordered pack. Returns its files, and a report of warnings.

    Raises Stopped if the data has errors, a file is too large to attach, the reference document cannot be used, or the file with the
    earlier version has none; UnknownName for a role, network or format that does not exist.
    """
    folders = Folders.of(order.project)
    library = _checked(order, folders)
    pack, warnings = _since(order, pack_of(library, order.role, order.network, order.today), library)
    recruitment = library.recruitment.get(NHS_JOBS)
    kept = folders.cache if _can_write(folders.cache) else None
    press = Press(environment(order.templates), kept, recruitment, reference=order.reference)
    known = {form.suffix: form for form in press.formats} | dict(ON_REQUEST)
    for name in order.forms:
        if name not in known:
            raise UnknownName("form", name, known)
    wanted = [form for name, form in known.items() if name in order.forms]
    printed = press.print_pack(pack, wanted or press.formats)
    report = Report([*warnings, *(form_problems(library, printed, recruitment) if recruitment else ())])
    if report.fails:
        raise Stopped(report)
    return printed, report


def _since(order: Order, pack: Pack, library: Library) -> tuple[Pack, list[Problem]]:
    """The pack with its earlier version, where one was named, and warnings of what that lacks. Raises Stopped."""
    if order.since is None:
        return pack, []
    from generator.publishing.printing.earlier import earlier_pack  # imported late: it loads what reads Word and PDF

    earlier, warnings = earlier_pack(order.since, library, order.role, order.today)
    return replace(pack, earlier=earlier), warnings


def _checked(order: Order, folders: Folders) -> Library:
    """The library of the ordered data. The checks run unless the last build has passed the same data. Raises Stopped."""
    library, report = load(order.data)
    if report.fails or not is_approved(folders.approved, library, order.today):
        from generator.checks import approve  # imported late: it takes a tenth of a second

        approve(library, report, order.today, drafts=True)
    return library


def _can_write(folder: Path) -> bool:
    """Whether a build has made a folder that can be written to."""
    return folder.is_dir() and os.access(folder, os.W_OK)


def pack_of(library: Library, role: str, network: str | None, today: date) -> Pack:
    """The pack of a role, for a network or for any. Raises UnknownName for a name that leads nowhere."""
    if role not in library.roles:
        raise UnknownName("role", role, library.roles)
    if network is None:
        return make_pack(library, role)
    if network not in library.networks:
        raise UnknownName("network", network, library.networks)
    found = library.networks[network]
    roles = [overlay.role for overlay in found.roles]
    if role not in roles:
        raise UnknownName(f"role of {found.name}", role, roles)
    return make_network_pack(library, found, roles.index(role), today)
