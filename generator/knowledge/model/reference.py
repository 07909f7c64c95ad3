"""A field that names a record of another file, declared with the field: `role: Annotated[Slug, RefersTo("role")]`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class RefersTo:
    """Marks an id, or a list of ids, of records of a kind. A check sees that each of them exists."""

    kind: str
    """The name of the kind in `KINDS`."""
