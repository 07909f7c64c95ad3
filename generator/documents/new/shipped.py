"""What was shipped into an area's folder, so that later corrections of ours come in and local changes stay.

Three states of each file count: as it was shipped then, as it is here, and as it is shipped now. Of the first, digests are kept, and the
records themselves, so that changes of both sides can come together field by field.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import Any

from generator.documents.page import Files
from generator.knowledge.library.library import Library
from generator.knowledge.model import Settings
from generator.knowledge.reading.field_merge import MergedText, NotMergeable, merge_fields

SHIPPED = ".fingerpost/shipped.json"
"""The file of an area with the digests."""

SHIPPED_RECORDS = ".fingerpost/shipped.zip"
"""The file of an area with the records as they were shipped. Areas that were made before it began have none."""

_LARGEST_RECORD = 1_000_000
"""Bytes. Our longest is under 200,000."""


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


def area_made_of(library: Library) -> Shipped | None:
    """What an area was made with, as far as its records show, where its folder did not keep that. None where it is no area’s."""
    settings = next(iter(library.all(Settings).values()), None)
    area = next((one for one in library.areas.values() if one.inside == "england"), None)
    return Shipped(area.id, area.name, settings.as_of, roles=bool(library.roles)) if settings and area else None


def digest_of_shipped(content: bytes) -> str:
    """A digest of a file. Line endings do not count: Git may change them."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()[:32]


def is_record(path: str) -> bool:
    """Whether a file is a record, which can be merged by its fields."""
    return path.startswith("data/") and path.endswith(".yaml")


def zipped_records(files: Files) -> bytes:
    """The records among these files, as one file. The same records give the same bytes."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(filter(is_record, files)):
            archive.writestr(zipfile.ZipInfo(path), files[path], zipfile.ZIP_DEFLATED)
    return made.getvalue()


def read_records(content: bytes) -> dict[str, bytes]:
    """The records by path. Raises ValueError where the file is damaged."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            small = [entry for entry in archive.infolist() if entry.file_size <= _LARGEST_RECORD]
            return {entry.filename: archive.read(entry) for entry in small}
    except (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError) as error:
        raise ValueError(str(error)) from error


@dataclass
class AreaUpdate:
    """What an update does with each file, by path."""

    added: list[str] = field(default_factory=list)
    """New ones."""
    updated: list[str] = field(default_factory=list)
    """Ones that nobody changed here."""
    conflicts: list[str] = field(default_factory=list)
    """Ones that were changed here and by us. They stay as they are here."""
    merged: list[str] = field(default_factory=list)
    """Ones that were changed here and by us in different fields. Both changes come together."""
    texts: dict[str, MergedText] = field(default_factory=dict)
    """The merged text of those, and of conflicts in which some fields can be merged."""
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


def merge_records(plan: AreaUpdate, then: Files, here: Files, now: Files, taken: set[str]) -> None:
    """Merge the records in which there are conflicts, field by field. Of those in `taken`, our fields are taken where both changed."""
    for path in [*plan.conflicts]:
        if path not in then:
            continue
        try:
            merged = _merged(then[path], here[path], now[path], take=path in taken)
        except (NotMergeable, UnicodeDecodeError):
            continue
        plan.texts[path] = merged
        if not merged.conflicts and path not in taken:
            plan.conflicts.remove(path)
            plan.merged.append(path)
            plan.digests[path] = digest_of_shipped(now[path])


def _merged(then: bytes, here: bytes, now: bytes, *, take: bool) -> MergedText:
    """The texts merged, with the line endings that they have here."""
    texts = [content.decode("utf-8-sig").replace("\r\n", "\n") for content in (then, here, now)]
    merged = merge_fields(*texts, take=take)
    if b"\r\n" in here:
        merged.text = merged.text.replace("\n", "\r\n")
    return merged
