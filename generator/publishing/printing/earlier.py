"""An earlier version of a network's pack, from any file that carries its draft: what tracked changes can begin with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.documents.packs.carrying import base_words
from generator.documents.packs.compose import make_network_pack
from generator.documents.packs.model import Pack
from generator.knowledge.drafts.carried import NotCarried
from generator.knowledge.drafts.newer_role import misfits
from generator.knowledge.drafts.older_role import older_role
from generator.knowledge.library.library import Library
from generator.knowledge.model import Identified, Network, PersonSpecification, Role
from generator.knowledge.text.formatting import counted, join_words
from generator.problems import Place, Problem, Report, Stopped, rule
from generator.publishing.printing.comparing import CarriedDraft, draft_of


def earlier_pack(path: Path, library: Library, role: str, today: date) -> tuple[Pack, list[Problem]]:
    """The pack of `role` as a file has it, and warnings of what it lacks.

    A Word file, PDF or workbook keeps the words that its role had; a network's own file is laid on the role of today. Pay, the chart and
    the words of shared clauses are today's, and a vacancy that has closed is not advertised.
    Raises Stopped for a file that cannot be read, or has no draft of the role.
    """
    place = Place(path.as_posix())
    draft = draft_of(path)
    index = _index(draft.network, role, place)
    then = _library_then(library, draft, role, place)
    network, gone = _without_lost_clauses(draft.network, index, library)
    lost = [*misfits(network.roles[index], base_words(then.roles[role], then.specifications[role])), *gone]
    warnings = [rule("earlier-misfit").at(place, line=line) for line in lost]
    if draft.edits:
        warnings.append(rule("earlier-edited").at(place, changes=counted(draft.edits, "change"), file=place.file))
    return make_network_pack(then, network.model_copy(update={"logo": None}), index, today), warnings


def _index(network: Network, role: str, place: Place) -> int:
    roles = [overlay.role for overlay in network.roles]
    if role not in roles:
        raise Stopped(Report([rule("draft-of-other-role").at(place, role=role, roles=join_words(roles) or "no role")]))
    return roles.index(role)


def _library_then(library: Library, draft: CarriedDraft, role: str, place: Place) -> Library:
    """The library with the role as a file carries it."""
    if draft.carried is None:
        return library
    try:
        then, specification = older_role(draft.carried["base"], library.roles[role], library.specifications[role])
    except NotCarried as error:
        raise Stopped(Report([rule("draft-damaged").at(place, reason=error)])) from None
    changed: dict[type[Identified], dict[str, Identified]] = {
        Role: {**library.roles, role: then},
        PersonSpecification: {**library.specifications, role: specification},
    }
    return replace(library, records={**library.records, **changed})


def _without_lost_clauses(network: Network, index: int, library: Library) -> tuple[Network, list[str]]:
    """The network without the shared clauses that it adds and the library no longer has, and a line for each of those."""
    overlay = network.roles[index]
    kept = [each for each in overlay.add_clauses if each.id in library.clauses]
    lost = [f"there is no shared clause ‘{each.id}’ any more" for each in overlay.add_clauses if each not in kept]
    roles = [*network.roles[:index], overlay.model_copy(update={"add_clauses": kept}), *network.roles[index + 1 :]]
    return network.model_copy(update={"roles": roles}), lost
