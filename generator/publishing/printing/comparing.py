"""Two drafts of one role beside each other, in any file that a draft leaves in, as the list that an edited Word file gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.documents.packs.carrying import base_words
from generator.knowledge.drafts.apart import apart
from generator.knowledge.drafts.carried import FILE_NAME
from generator.knowledge.drafts.changes import Returned
from generator.knowledge.drafts.compare import compare
from generator.knowledge.drafts.newer_role import misfits, said_in
from generator.knowledge.drafts.outline import deep_words
from generator.knowledge.library.library import Library
from generator.knowledge.model import Network, Overlay, PersonSpecification, Role
from generator.knowledge.reading.schema import validate
from generator.knowledge.reading.yaml_file import parse
from generator.knowledge.source_documents import document_content
from generator.knowledge.source_documents.edited_word import office_properties, read_edited
from generator.knowledge.source_documents.pdf_attached import attached
from generator.knowledge.tailoring.tailor import merged, tailor
from generator.knowledge.text.formatting import counted
from generator.problems import Place, Report, Stopped, rule
from generator.publishing.printing.order import UnknownName
from generator.publishing.printing.returning import carried_by, carried_in


@dataclass(frozen=True)
class CarriedDraft:
    """The draft of a file."""

    network: Network
    carried: Mapping[str, Any] | None = None
    """What a PDF, a workbook or a Word file carries; None for a network's own file."""
    edits: int = 0
    """How many changes were made in a Word file since it left. They are not in the draft."""


_SENTENCES = {"add", "add_clauses", "add_criteria", "add_sections", "drop", "drop_clauses", "move", "rename", "reword"}
_NO_FACTS = {"id", "status", "roles", "defaults", "profile", "updated", "source", "accept_wording"}
_NOT_SAID = {"role", "fill", "version", "updated", "review_by", "source"}
"""What of an overlay says nothing in a pack, or is said elsewhere."""


def compared(first: Path, second: Path, library: Library, role: str | None) -> Returned:
    """What the second draft says otherwise. Without `role`, the one role that both have.

    Raises Stopped for a file that cannot be read, UnknownName where both have no such role, or several and none is named.
    """
    drafts = {path: draft_of(path) for path in (first, second)}
    mine, theirs = drafts[first].network, drafts[second].network
    name = _shared_role(mine, theirs, library, role)
    base, specification = library.roles[name], library.specifications[name]
    words = base_words(base, specification)
    known = frozenset(said_in(words)) | {section["id"] for section in deep_words(words["sections"])}
    says, other = (draft_says(network, _overlay(network, name), base, specification) for network in (mine, theirs))
    gone = [f"{file}: {line}" for file, network in ((first, mine), (second, theirs)) for line in misfits(_overlay(network, name), words)]
    told = [_told(path, draft.edits) for path, draft in drafts.items() if draft.edits]
    return Returned(name, theirs.id, tuple(apart(says, other, known)), unread=(*told, *gone))


def draft_says(network: Network, overlay: Overlay, role: Role, specification: PersonSpecification) -> dict[str, Any]:
    """What a draft says of its pack, in the form that `apart` takes."""
    laid = tailor(role, specification, overlay, network.defaults)
    words = base_words(laid.role, laid.specification)
    facts = network.model_dump(mode="json", exclude_defaults=True, exclude=_NO_FACTS)
    own = overlay.model_dump(mode="json", exclude_defaults=True, exclude=_SENTENCES | _NOT_SAID)
    fill = merged(network.defaults, overlay.fill).model_dump(mode="json", exclude_none=True)
    if network.logo:
        size = f"{len(network.logo.content):,} characters" if network.logo.content else network.logo.file
        facts["logo"] = {"text": network.logo.text, "picture": size}
    fields = dict(_leaves(facts | own | fill, ""))
    return {
        "sections": words["sections"],
        "categories": words["categories"],
        "clauses": laid.role.clauses,
        "fields": fields,
        "profile": list(network.profile),
    }


def _told(path: Path, edits: int) -> str:
    name = path.as_posix()
    return f"{name}: {counted(edits, 'change')} made in Word since it left. They are not in this list: run fingerpost draft {name}"


def draft_of(path: Path) -> CarriedDraft:
    """The draft that a network's file is, or that a PDF, a workbook or a Word file carries. Raises Stopped where there is none."""
    name = path.as_posix()
    content = document_content(path, name)
    if not content.startswith((b"PK", b"%PDF-")):
        document, problems = parse(content, name)
        network, errors = validate(Network, document, "a network")
        if network is None or problems:
            raise Stopped(Report([*problems, *errors]))
        return CarriedDraft(network)
    carried, edits = _carried(content, name)
    if carried is None:
        raise Stopped(Report([rule("draft-carries-nothing").at(Place(name))]))
    if "network" not in carried:
        raise Stopped(Report([rule("draft-of-base-role").at(Place(name))]))
    return CarriedDraft(Network.model_validate(carried["network"]), carried, edits)


def _carried(content: bytes, name: str) -> tuple[Mapping[str, Any] | None, int]:
    """What a PDF, a workbook or a Word file carries, and how much was changed in a Word file since."""
    if content.startswith(b"%PDF-"):
        return carried_in(name, lambda: _text(attached(content, name, FILE_NAME))), 0
    properties = office_properties(content, name)
    if properties is not None:
        return carried_by(name, properties), 0
    edited = read_edited(content, name)
    carried = carried_by(name, edited.properties)
    return carried, len(compare(carried, edited).changes) if carried else 0


def _text(attachment: bytes | None) -> str | None:
    return attachment.decode("utf-8", "replace") if attachment is not None else None


def _shared_role(mine: Network, theirs: Network, library: Library, role: str | None) -> str:
    both = [o.role for o in mine.roles if any(o.role == other.role for other in theirs.roles) and o.role in library.specifications]
    if role is None and len(both) == 1:
        return both[0]
    if role not in both:
        raise UnknownName("role that both drafts have", role or "", both)
    return role


def _overlay(network: Network, role: str) -> Overlay:
    return next(overlay for overlay in network.roles if overlay.role == role)


def _leaves(value: Any, name: str) -> Iterator[tuple[str, str]]:
    """Each value by its name: `employer.name`. A list of words is one value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, f"{name}.{key}" if name else key)
    elif isinstance(value, list) and any(isinstance(inner, dict) for inner in value):
        for number, inner in enumerate(value, 1):
            yield from _leaves(inner, f"{name}.{number}")
    elif isinstance(value, list):
        yield name, ", ".join(map(str, value))
    else:
        yield name, str(value).lower() if isinstance(value, bool) else str(value)
