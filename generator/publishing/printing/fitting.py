"""Whether what was printed fits the form that recruitment fills in: no file too large to attach, no text that the form would refuse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.documents.formats.nhs_jobs.sheet import notes
from generator.documents.packs.model import Pack
from generator.knowledge.library.library import Library
from generator.knowledge.model import RecruitmentForm
from generator.problems import Place, Problem, rule
from generator.publishing.printing.formats import Printed

MEGABYTE = 1_000_000
"""Bytes. A form may mean 1,048,576; what keeps below the lesser passes either way."""


def form_problems(library: Library, printed: Iterable[Printed], form: RecruitmentForm) -> Iterator[Problem]:
    """What does not fit, and what was cut to fit, at the place of the role or of the network's change to it."""
    for made in printed:
        if made.format.ending in form.attachments.endings:
            yield from _too_large(library, made, form)
        if made.format.ending == "txt":
            yield from _texts(library, made.pack, form)


def _too_large(library: Library, made: Printed, form: RecruitmentForm) -> Iterator[Problem]:
    most = form.attachments.megabytes
    if made.size > most * MEGABYTE:
        size = f"{made.size / MEGABYTE:.1f}"
        yield rule("attachment-too-large").at(
            role_place(library, made.pack), file=made.format.label, pack=made.pack.stem, size=size, form=form.name, most=most
        )


def _texts(library: Library, pack: Pack, form: RecruitmentForm) -> Iterator[Problem]:
    for note in notes(pack, form):
        code = "advert-text-refused" if note.refused else "advert-text-cut"
        yield rule(code).at(role_place(library, pack), form=form.name, field=note.field, said=note.said.rstrip("."))


def role_place(library: Library, pack: Pack) -> Place:
    """Where a pack's role is written: in its own file, or in its network's."""
    if pack.network is None:
        return library.place(library.roles[pack.role.id], "title")
    network = library.networks[pack.network.id]
    index = [overlay.role for overlay in network.roles].index(pack.role.id)
    return library.place(network, "roles", index, "role")
