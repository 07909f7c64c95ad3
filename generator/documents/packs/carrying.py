"""What a pack carries of itself in every file: its base role with ids and words, and its overlay (`generator.knowledge.drafts.carried`)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from generator.documents.packs.model import Pack
from generator.knowledge.drafts.carried import carried_text, yaml_piece
from generator.knowledge.model import Network, PersonSpecification, Role, Section


def carried_of(pack: Pack, sent: Mapping[str, Any] | None = None) -> str:
    """The text that the files of a pack carry. `sent` is what a Word file says."""
    base = pack.base or pack
    made = _Kept(base.role), _Kept(base.specification)
    network = _network(_Kept(pack.given), pack.role.id) if pack.given else ""
    return carried_text(pack.role.id, _base(*made), network, sent)


class _Kept:
    """A record by its identity: the texts of the last ones are kept, for the three formats of a pack and the packs of a role."""

    def __init__(self, record: Any) -> None:
        self.record = record

    def __hash__(self) -> int:
        return id(self.record)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Kept) and other.record is self.record


@lru_cache(maxsize=16)
def _base(role: _Kept, specification: _Kept) -> str:
    return yaml_piece("base", base_words(role.record, specification.record))


@lru_cache(maxsize=4)
def _network(network: _Kept, role: str) -> str:
    found: Network = network.record
    own = found.model_copy(update={"roles": [overlay for overlay in found.roles if overlay.role == role]})
    return yaml_piece("network", own.model_dump(mode="json", exclude_defaults=True))


def base_words(role: Role, specification: PersonSpecification) -> dict[str, Any]:
    """A base role as a file carries it. The digest changes when an id, a word, an order, a level or a way to assess does."""
    words: dict[str, Any] = {
        "sections": [section_words(section) for section in role.sections],
        "categories": categories_words(specification),
    }
    digest = hashlib.sha256(json.dumps(words, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]
    return {"version": role.version, "updated": role.updated.isoformat(), "digest": digest, **words}


def section_words(section: Section) -> dict[str, Any]:
    """A section: its id, heading, statements with their words, and sections within."""
    found: dict[str, Any] = {"id": section.id, "heading": section.heading}
    if section.statements:
        found["statements"] = [{"id": statement.id, "text": statement.text} for statement in section.statements]
    if section.sections:
        found["sections"] = [section_words(inner) for inner in section.sections]
    return found


def categories_words(specification: PersonSpecification) -> list[dict[str, Any]]:
    """Every category with its criteria."""
    return [
        {
            "id": category.id,
            "heading": category.heading,
            "criteria": [{"id": c.id, "text": c.text, "level": c.level, "assessed_by": list(c.assessed_by)} for c in category.criteria],
        }
        for category in specification.categories
    ]
