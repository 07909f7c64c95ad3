"""A Word file that came home: what it carries, or what the pack carries that it was made from, and the list of what was changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from generator.documents.formats.docx.document import write_docx
from generator.documents.packs.carrying import base_words
from generator.knowledge.drafts.carried import NotCarried, from_properties, read_carried
from generator.knowledge.drafts.changes import Returned
from generator.knowledge.drafts.compare import compare
from generator.knowledge.drafts.newer_role import misfits, new_words, other_clauses
from generator.knowledge.drafts.taking import Taken, take_changes
from generator.knowledge.library.library import Library
from generator.knowledge.model import Network, Overlay
from generator.knowledge.reading.schema import validate
from generator.knowledge.reading.yaml_file import parse
from generator.knowledge.source_documents import document_content
from generator.knowledge.source_documents.edited_word import read_edited
from generator.knowledge.tailoring.tailor import altered
from generator.problems import Place, Report, Stopped, rule
from generator.publishing.printing.order import pack_of

_HEAD = "# yaml-language-server: $schema=../schemas/network.json\n"


@dataclass(frozen=True)
class CameHome:
    """A file that came home."""

    carried: Mapping[str, Any]
    found: Returned
    stale: bool
    """Whether the base role has other words today than when the file was made."""


def come_home(path: Path, library: Library, role: str | None, network: str | None, today: date) -> CameHome:
    """Read an edited Word file. Without what it carried, it is compared with the pack of `role` and `network`.

    Raises Stopped for a file that cannot be read, UnknownName for a role or network that there is not.
    """
    name = path.as_posix()
    edited = read_edited(document_content(path, name), name)
    carried = carried_by(name, edited.properties) if role is None else None
    if carried is None:
        if role is None:
            raise Stopped(Report([rule("draft-of-nothing").at(Place(name))]))
        made = read_edited(write_docx(pack_of(library, role, network, today)), name)
        carried = read_carried(from_properties(made.properties) or "")
    known = library.roles.get(str(carried["role"])), library.specifications.get(str(carried["role"]))
    words = base_words(known[0], known[1]) if known[0] and known[1] else None
    stale = words is None or words["digest"] != carried["base"].get("digest")
    found = compare(carried, edited)
    told = (*(_told_of_newer(carried, words) if stale and words else ()), *_told_of_clauses(carried, library))
    return CameHome(carried, replace(found, unread=(*found.unread, *(f"{line[0].upper()}{line[1:]}" for line in told))), stale)


def _overlay(carried: Mapping[str, Any]) -> Overlay | None:
    """What the draft that a file carries says of its role: nothing in the pack of a base role."""
    overlays = Network.model_validate(carried["network"]).roles if "network" in carried else []
    return next((overlay for overlay in overlays if overlay.role == carried["role"]), None)


def _told_of_newer(carried: Mapping[str, Any], words: Mapping[str, Any]) -> Iterator[str]:
    """What the role of today means for the draft that a file carries."""
    if overlay := _overlay(carried):
        yield from misfits(overlay, words)
        yield from new_words(overlay, carried["base"], words)


def _told_of_clauses(carried: Mapping[str, Any], library: Library) -> Iterator[str]:
    """The shared clauses that the role has gained and lost since the file left."""
    role = library.roles.get(str(carried["role"]))
    if role:
        headings = {clause.id: clause.heading for clause in library.clauses.values()}
        overlay = _overlay(carried)
        laid = altered(role, overlay) if overlay else role
        yield from other_clauses(carried.get("sent"), laid.clauses, headings)


def carried_by(name: str, properties: Mapping[str, str]) -> Mapping[str, Any] | None:
    """What the properties of a file carry, or None. Raises Stopped where it is damaged."""
    return carried_in(name, lambda: from_properties(properties))


def carried_in(name: str, text_of: Callable[[], str | None]) -> Mapping[str, Any] | None:
    """What the text that a file carries says, or None where there is none. Raises Stopped where it is damaged."""
    try:
        text = text_of()
        return read_carried(text) if text else None
    except NotCarried as error:
        raise Stopped(Report([rule("draft-damaged").at(Place(name), reason=error)])) from None


def taken_file(carried: Mapping[str, Any], found: Returned, how: str = "Changed in Word") -> tuple[str, Taken]:
    """The file of the network with the changes taken. Raises Stopped where the file is of a base role, or would not be right."""
    name = f"{found.network}.yaml"
    if "network" not in carried:
        raise Stopped(Report([rule("draft-of-base-role").at(Place(found.role))]))
    taken = take_changes(carried, found.changes, how)
    text = _HEAD + yaml.safe_dump(taken.network, allow_unicode=True, sort_keys=False, width=110)
    document, problems = parse(text.encode(), name)
    _, errors = validate(Network, document, "a network")
    if problems or errors:
        raise Stopped(Report([*problems, *errors]))
    return text, taken
