"""Join two records of one service: what the first says stays, what only the second says comes in, and nothing of either is lost."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.knowledge.directory.importing.merging import values_of
from generator.knowledge.directory.phone_numbers import dialled
from generator.knowledge.directory.visibility import confirmed
from generator.knowledge.model import Service

_BESIDE = frozenset({
    "id", "name", "other_names", "former_ids", "first_id", "guessed", "came_from", "also_from", "sources", "safety", "accept_wording",
    "confidence", "not_confirmed", "assured_on", "assured_by", "review_after",
})  # fmt: skip
"""Fields with a rule of their own, and those on how far somebody stands by the second record, which say nothing of the first."""

_STATE = frozenset({"status", "alert", "paused_until", "closed_on", "replaced_by"})
"""Fields on whether a service is open, which never come in from the second record."""

_NUMBERS = ("phones", "texts")


@dataclass
class JoinedRecord:
    """The joined record."""

    values: dict[str, Any]
    filled: list[str] = field(default_factory=list)
    """The fields that come from the second record."""
    kept: dict[str, str] = field(default_factory=dict)
    """The comment above each field where the second record has something else."""


def join_records(first: Service, second: Service, today: date) -> JoinedRecord:
    """The first record with all that only the second has. Details of an unconfirmed record never join a confirmed one."""
    found = JoinedRecord(values_of(first))
    ours, theirs = found.values, values_of(second)
    quoted = not (first.safety.hide_address or second.safety.hide_address)
    for name, value in theirs.items():
        if name in _BESIDE or ours.get(name) == value or (name in _NUMBERS and _same_numbers(ours.get(name, []), value)):
            continue
        if name in ours or name in _STATE or (confirmed(first) and not confirmed(second)) or (name == "locations" and not quoted):
            found.kept[name] = _comment(second, value, today, quoted=quoted)
        else:
            ours[name] = value
            found.filled.append(name)
    _names(ours, theirs)
    _feeds(ours, theirs)
    _sources(found, theirs)
    others = [source for source in theirs["sources"] if not any({**source, "id": one["id"]} == one for one in found.values["sources"])]
    if others:
        found.kept["sources"] = _comment(second, others, today, quoted=quoted)
    found.values["safety"] = _safety(first, second, ours.get("safety", {}))
    guessed = [name for name in theirs.get("guessed", []) if name in found.filled]
    ours["guessed"] = [*ours.get("guessed", []), *guessed]
    found.values = {name: value for name, value in ours.items() if value not in ([], {}, None)}
    return found


def _comment(second: Service, value: Any, today: date, *, quoted: bool) -> str:
    quote = f": ‘{value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}’" if quoted else ""
    return f"On {today.isoformat()} {second.id}, merged into this, has something else here{quote}. Ours stays."


def _same_numbers(ours: list[dict[str, Any]], theirs: list[dict[str, Any]]) -> bool:
    """Whether the first record has every number of the second."""
    return {dialled(one["number"]) for one in theirs} <= {dialled(one["number"]) for one in ours}


def _names(ours: dict[str, Any], theirs: Mapping[str, Any]) -> None:
    """Every name and id of the second becomes another name and a former id of the first."""
    names = [*ours.get("other_names", []), theirs["name"], *theirs.get("other_names", [])]
    ours["other_names"] = [name for name in dict.fromkeys(names) if name != ours["name"]]
    ours["former_ids"] = list(dict.fromkeys([*ours.get("former_ids", []), theirs["id"], *theirs.get("former_ids", [])]))


def _feeds(ours: dict[str, Any], theirs: Mapping[str, Any]) -> None:
    """The second record’s place in a feed: the first takes it if it has none, and otherwise an import passes over it."""
    others = [*ours.get("also_from", []), *theirs.get("also_from", [])]
    theirs_from = theirs.get("came_from")
    if theirs_from and ours.get("came_from"):
        others.append({name: value for name, value in theirs_from.items() if name != "fields"})
    elif theirs_from:
        ours["came_from"] = {name: value for name, value in theirs_from.items() if name != "fields"}
    ours["also_from"] = others


def _sources(found: JoinedRecord, theirs: Mapping[str, Any]) -> None:
    """Take the sources of what came in, under new ids where the first record uses theirs for something else."""
    mine = {source["id"]: source for source in found.values["sources"]}
    wanted = {part["source"] for name in found.filled if isinstance(theirs[name], list) for part in theirs[name] if _cites(part)}
    renamed: dict[str, str] = {}
    for source in theirs["sources"]:
        if source["id"] in wanted and mine.get(source["id"]) != source:
            name = source["id"]
            while name in mine:
                name = f"{name}-2"
            renamed[source["id"]] = name
            mine[name] = {**source, "id": name}
    found.values["sources"] = list(mine.values())
    for name in found.filled:
        if isinstance(found.values[name], list):
            parts = [_renamed(part, renamed) for part in found.values[name]]
            lower = name in _NUMBERS and theirs["confidence"] != found.values["confidence"]
            own = {"confidence": theirs["confidence"]} if lower else {}
            found.values[name] = [{**own, **part} if own else part for part in parts]


def _cites(part: Any) -> bool:
    return isinstance(part, dict) and "source" in part


def _renamed(part: Any, renamed: Mapping[str, str]) -> Any:
    return {**part, "source": renamed.get(part["source"], part["source"])} if _cites(part) else part


def _safety(first: Service, second: Service, ours: dict[str, Any]) -> dict[str, Any]:
    """The safer of both: what either hides is hidden."""
    for name in ("hide_address", "leave_fast"):
        said = [getattr(one.safety, name) for one in (first, second) if getattr(one.safety, name) is not None]
        ours = {**ours, name: any(said)} if said else ours
    return ours
