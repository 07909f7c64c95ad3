"""Add a role to the file of a network that recruits to it, with what the document says of place, hours and manager."""

from __future__ import annotations

import re

from generator.documents.new.from_document.facts import LONGEST_SHORT_TEXT
from generator.documents.new.from_document.files import RoleFromDocument

_KEY = re.compile(r"[A-Za-z_]")


def network_with_role(text: str, role: RoleFromDocument) -> str:
    """The file of a network, with the role as the last of its `roles`. Every other line stays as it is."""
    lines = text.rstrip("\n").split("\n")
    at = next((number for number, line in enumerate(lines) if line.startswith("roles:")), None)
    if at is None:
        return "\n".join([*lines, "roles:", *_overlay(role, "  "), ""])
    lines[at] = "roles:"
    end = next((number for number in range(at + 1, len(lines)) if _KEY.match(lines[number])), len(lines))
    while end > at + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    first = next((line for line in lines[at + 1 : end] if line.lstrip().startswith("- ")), "  - ")
    indent = first[: len(first) - len(first.lstrip())]
    return "\n".join([*lines[:end], *_overlay(role, indent), *lines[end:], ""])


def _overlay(role: RoleFromDocument, indent: str) -> list[str]:
    facts = role.facts
    chart = [line for line in facts["chart"] if not line["guessed"]]
    fill = []
    if chart:
        fill.append("  reports_to:")
    for line in chart:
        fill += [f"    - kind: {line['kind']}", f"      who: {line['who']}"]
        fill += [f"      # guessed: {line['where']['guess']}"] if line["where"]["guess"] else []
        fill.append(f"      where: {line['where']['value']}")
    if facts["bases"]:
        fill += ["  bases:", *(f"    - name: {base}" for base in facts["bases"])]
    if facts["hours"] and len(facts["hours"]) < LONGEST_SHORT_TEXT:
        fill.append(f"  hours: {facts['hours']}")
    made = [f"# From the document that the role was made from.\n{indent}- role: {role.id}"]
    made += ["  fill:", *(f"  {line}" for line in fill)] if fill else []
    made += ['  version: "0.1"', f"  updated: {facts['today']}", f"  review_by: {facts['today']}"]
    return [f"{indent}{line}" for line in made]
