"""What changed for readers, by the dates that the records have: services that closed, paused, or were checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.knowledge.directory.openreferral.codes import part_id
from generator.knowledge.directory.visibility import last_look, listed
from generator.knowledge.library.library import Library
from generator.knowledge.model import Service
from generator.knowledge.text.formatting import join_words

DirectoryChangeKind = Literal["closed", "paused", "checked", "copied"]

_MOST = 200
"""Changes that are told, the newest first: our own rule."""


@dataclass(frozen=True)
class DirectoryChange:
    """One change of a service on a day."""

    day: date
    service: Service
    kind: DirectoryChangeKind
    words: str

    @property
    def address(self) -> str:
        """An address that stands for this change for ever, as Atom asks for (RFC 4287, 4.2.6)."""
        return f"urn:uuid:{part_id('change', self.service.id, self.kind, self.day.isoformat())}"


def changes(library: Library, today: date) -> list[DirectoryChange]:
    """The newest changes up to a day, the newest first, and by name within a day."""
    found = [one for service in library.services.values() for one in _of(service, library, today) if one.day <= today]
    return sorted(found, key=lambda one: (-one.day.toordinal(), one.service.name.casefold(), one.service.id))[:_MOST]


def _of(service: Service, library: Library, today: date) -> Iterator[DirectoryChange]:
    if service.status == "closed":
        instead = join_words([library.services[name].name for name in service.replaced_by if name in library.services], "or")
        if service.closed_on:
            yield DirectoryChange(service.closed_on, service, "closed", f"It has closed.{f' Use {instead}.' if instead else ''}")
        return
    if not listed(service, library, today):
        return
    look = last_look(service)
    if service.status == "paused":
        yield DirectoryChange(look.seen_on, service, "paused", service.alert or "It is paused.")
    elif look.checked_on:
        yield DirectoryChange(look.checked_on, service, "checked", "Checked with the provider.")
    else:
        yield DirectoryChange(look.seen_on, service, "copied", "Copied, not checked.")
