"""Write a record as a YAML file like those people write: with comments, in the order of the model, short lists on one line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.knowledge.directory.importing.yaml_emitter import Flow, Quoted, emitted
from generator.knowledge.model import Service
from generator.knowledge.reading.document import Document

FIRST_LINE = "# yaml-language-server: $schema=../schemas/service.json"
"""Names the schema, so that editors complete and check."""

_FLOW = frozenset({
    "former_ids", "needs", "audiences", "areas", "guessed", "week", "referral", "delivery", "care_steps", "severity", "replaced_by",
    "reach_through", "days", "instead", "languages",
})  # fmt: skip
_QUOTED = frozenset({"number", "opens", "closes"})
_DAYS = frozenset({
    "checked_on", "copied_on", "read_on", "assured_on", "review_after", "closed_on", "gone_on", "paused_until", "from", "until",
})  # fmt: skip


def yaml_text(values: Mapping[str, Any], comments: Mapping[str, str], about: str = "") -> str:
    """The text of a file. `comments` go above their fields, `about` below the first line."""
    lines = [FIRST_LINE, *([f"# {about}"] if about else [])]
    ordered = [name for name in Service.model_fields if name in values or name in comments]
    blocks = (_block(name, values[name], comments.get(name, "")) if name in values else _comment(comments[name]) for name in ordered)
    return "\n".join(lines) + "\n" + "".join(blocks)


def _block(name: str, value: Any, comment: str = "") -> str:
    """A field with its value, and the comment above it."""
    return _comment(comment) + emitted(name, _shaped(name, value))


def _comment(comment: str) -> str:
    """Lines as a comment. A field that has only a comment is one that was left out."""
    return "".join(f"# {line}\n" for line in comment.split("\n")) if comment else ""


def _shaped(name: str, value: Any) -> Any:
    """A value as it is to be written."""
    if isinstance(value, dict):
        return {key: _shaped(key, inner) for key, inner in value.items()}
    if isinstance(value, list):
        inner = [_shaped("", entry) for entry in value]
        return Flow(inner) if name in _FLOW else inner
    if isinstance(value, str) and name in _DAYS:
        return date.fromisoformat(value)
    return Quoted(value) if isinstance(value, str) and (name in _QUOTED or value.isdecimal()) else value


def patched(document: Document, values: Mapping[str, Any], changed: list[str], said: Mapping[str, str] | None = None) -> str:
    """An existing file with these fields written anew, and everything else, comments too, as it was. `said` are new comments.

    A file whose fields do not each begin a line is written anew as a whole.
    """
    lines = document.text.lines
    starts = {str(steps[0]): spot[0] for steps, spot in document.keys.items() if len(steps) == 1}
    columns = {spot[1] for steps, spot in document.keys.items() if len(steps) == 1}
    if columns != {1} or len(set(starts.values())) != len(starts):
        return yaml_text(values, said or {})
    blocks = _cut(lines, starts)
    for name in changed:
        new = _block(name, values[name]).rstrip("\n").split("\n") if name in values else []
        if name in blocks:
            above, held = blocks[name]
            blocks[name] = (above if new else [line for line in above if not line.startswith("#")], new + _tail(held))
        elif new:
            blocks = _inserted(blocks, name, new)
    for name, comment in (said or {}).items():
        lines = _comment(comment).rstrip("\n").split("\n")
        if name in blocks:
            above, held = blocks[name]
            blocks[name] = ([*above, *(line for line in lines if line not in above)], held)
        else:
            blocks = _inserted(blocks, name, lines)
    return "\n".join(line for above, held in blocks.values() for line in above + held).rstrip("\n") + "\n"


YamlBlock = tuple[list[str], list[str]]
"""The comments above a field, and the lines of the field."""


def _cut(lines: list[str], starts: Mapping[str, int]) -> dict[str, YamlBlock]:
    """A file's lines by field. Lines before the first field belong to no field, and are kept."""
    ordered = sorted(starts, key=lambda name: starts[name])
    first = starts[ordered[0]] - 1
    blocks: dict[str, YamlBlock] = {"": (lines[:first], [])}
    above: list[str] = []
    for index, name in enumerate(ordered):
        end = starts[ordered[index + 1]] - 1 if index + 1 < len(ordered) else len(lines)
        held, below = _parted(lines[starts[name] - 1 : end])
        if index + 1 == len(ordered):
            held, below = held + below, []
        blocks[name] = (above, held)
        above = below
    return blocks


def _parted(lines: list[str]) -> tuple[list[str], list[str]]:
    """A field's own lines, and the comments at its end, which belong to the next field."""
    end = len(lines)
    while end > 1 and (lines[end - 1].startswith("#") or not lines[end - 1].strip()):
        end -= 1
    return lines[:end], lines[end:]


def _tail(held: list[str]) -> list[str]:
    """Comments at the end of the last field of a file."""
    return _parted(held)[1]


def _inserted(blocks: dict[str, YamlBlock], name: str, new: list[str]) -> dict[str, YamlBlock]:
    """The blocks with a new field after the one that comes before it in the model."""
    order = list(Service.model_fields)
    before = [other for other in blocks if other == "" or (other in order and order.index(other) < order.index(name))]
    found: dict[str, YamlBlock] = {}
    for other, block in blocks.items():
        found[other] = block
        if other == before[-1]:
            found[name] = ([], new)
    return found
