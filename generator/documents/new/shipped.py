"""What was shipped into an area's folder, so that later corrections of ours come in and local changes stay.

Three states of each file count: as it was shipped then, as it is here, and as it is shipped now. Only digests of the first are kept.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.documents.page import Files

SHIPPED = ".fingerpost/shipped.json"
"""The file of an area with the digests."""


@dataclass(frozen=True)
class Shipped:
    """What an area was made with."""

    area: str
    """Its id."""
    name: str
    """Its name."""
    made_on: date
    """The day it was made."""
    roles: bool
    """Whether it began with our base roles."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """A digest of each file as it was shipped, by its path below the folder."""

    def text(self) -> bytes:
        """The file."""
        found = {"area": self.area, "name": self.name, "made_on": self.made_on.isoformat(), "roles": self.roles}
        return (json.dumps({**found, "shipped": dict(sorted(self.digests.items()))}, indent=1, ensure_ascii=False) + "\n").encode()


def read_shipped(content: bytes) -> Shipped:
    """What was kept. Raises ValueError where it is damaged."""
    try:
        found: Any = json.loads(content)
        digests = {str(path): str(digest) for path, digest in found["shipped"].items()}
        return Shipped(str(found["area"]), str(found["name"]), date.fromisoformat(found["made_on"]), found["roles"] is True, digests)
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(str(error)) from error


def digest_of_shipped(content: bytes) -> str:
    """A digest of a file. Line endings do not count: Git may change them."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()[:32]


@dataclass
class AreaUpdate:
    """What an update does with each file, by path."""

    added: list[str] = field(default_factory=list)
    """New ones."""
    updated: list[str] = field(default_factory=list)
    """Ones that nobody changed here."""
    conflicts: list[str] = field(default_factory=list)
    """Ones that were changed here and by us. They stay as they are here."""
    kept: list[str] = field(default_factory=list)
    """Ones that were changed here only."""
    deleted: list[str] = field(default_factory=list)
    """Ones that were deleted here. They stay away."""
    ended: list[str] = field(default_factory=list)
    """Ones that are no longer shipped. They stay."""
    digests: dict[str, str] = field(default_factory=dict)
    """The digests to keep after the update."""


def plan_update(then: Mapping[str, str], here: Files, now: Files) -> AreaUpdate:
    """Compare the digests of what was shipped `then` with what is `here` and what is shipped `now`."""
    plan = AreaUpdate()
    for path, content in sorted(now.items()):
        shipped, new = then.get(path), digest_of_shipped(content)
        own = digest_of_shipped(here[path]) if path in here else None
        if own != new:
            _place(plan, path, shipped, own, new)
        plan.digests[path] = new if path not in plan.conflicts else shipped or ""
    plan.ended = sorted(path for path in then if path not in now and path in here)
    return plan


def _place(plan: AreaUpdate, path: str, shipped: str | None, own: str | None, new: str) -> None:
    """Put a file that differs from what is shipped now into the list that it belongs to."""
    if own is None:
        (plan.added if shipped is None else plan.deleted).append(path)
    elif own == shipped:
        plan.updated.append(path)
    elif shipped == new:
        plan.kept.append(path)
    else:
        plan.conflicts.append(path)
