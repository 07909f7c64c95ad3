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
    words = _yaml("base", _json(base_words(base.role, base.specification)))
    network = _yaml("network", _json(_own_part(pack.given, pack.role.id))) if pack.given else ""
    return carried_text(pack.role.id, words, network, sent)


def _own_part(network: Network, role: str) -> dict[str, Any]:
    """A network's file with the overlay of one role only."""
    own = network.model_copy(update={"roles": [overlay for overlay in network.roles if overlay.role == role]})
    return own.model_dump(mode="json", exclude_defaults=True)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


@lru_cache(maxsize=32)
def _yaml(key: str, content: str) -> str:
    """Values given as JSON, as YAML. The last texts are kept, for the three formats of a pack and the packs of a role."""
    return yaml_piece(key, json.loads(content))


def base_words(role: Role, specification: PersonSpecification) -> dict[str, Any]:
    """A base role as a file carries it. The digest changes when an id, a word, an order, a level or a way to assess
    of a sentence does."""
    words: dict[str, Any] = {
        "sections": [section_words(section) for section in role.sections],
        "categories": categories_words(specification),
    }
    digest = hashlib.sha256(json.dumps(words, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]
    return {"version": role.version, "updated": role.updated.isoformat(), "digest": digest, "in_three_lines": role.in_three_lines, **words}


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
