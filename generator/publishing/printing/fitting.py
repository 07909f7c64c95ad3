"""Check printed packs against the limits of a recruitment form: no file too large to attach, no text that the form would refuse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.documents.formats.nhs_jobs.sheet import notes
from generator.documents.packs.model import Pack
from generator.knowledge.library.library import Library
from generator.knowledge.model import RecruitmentForm
from generator.problems import Place, Problem, rule
from generator.publishing.printing.printed_pack import Printed

MEGABYTE = 1_000_000
"""Bytes. A form may mean 1,048,576 by it; a file below the smaller figure passes either way."""


def form_problems(library: Library, printed: Iterable[Printed], form: RecruitmentForm) -> Iterator[Problem]:
    """A problem for each file or text that is too long for a form, or was cut, at the place of the role or of the network's overlay."""
    for file in printed:
        if file.format.suffix in form.attachments.endings:
            yield from _too_large(library, file, form)
        if file.format.fills_form:
            yield from _texts(library, file.pack, form)


def _too_large(library: Library, file: Printed, form: RecruitmentForm) -> Iterator[Problem]:
    most = form.attachments.megabytes
    if file.size > most * MEGABYTE:
        size = f"{file.size / MEGABYTE:.1f}"
        yield rule("attachment-too-large").at(
            role_place(library, file.pack), file=file.format.label, pack=file.pack.stem, size=size, form=form.name, most=most
        )


def _texts(library: Library, pack: Pack, form: RecruitmentForm) -> Iterator[Problem]:
    for note in notes(pack, form):
        code = "advert-text-refused" if note.refused else "advert-text-cut"
        yield rule(code).at(role_place(library, pack), form=form.name, field=note.field, said=note.said.rstrip("."))


def role_place(library: Library, pack: Pack) -> Place:
    """The place of a pack's role in the data: in its own file, or in its network's."""
    if pack.network is None:
        return library.place(library.roles[pack.role.id], "title")
    network = library.networks[pack.network.id]
    index = [overlay.role for overlay in network.roles].index(pack.role.id)
    return library.place(network, "roles", index, "role")
