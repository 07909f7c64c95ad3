"""The guide to libraries names each one that is asked for by name, and no other."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

PROJECT = Path(__file__).parents[1]
REQUIREMENTS = PROJECT / "requirements"


def asked_for() -> Counter[str]:
    """Every direct requirement: lines of the .in files, and packages of each package.json."""
    lines = [line.partition("#")[0].strip() for path in REQUIREMENTS.glob("*.in") for line in path.read_text().splitlines()]
    found = [re.split(r"[^A-Za-z0-9_.-]", line)[0] for line in lines if line and not line.startswith("-")]
    for path in (PROJECT / "package.json", REQUIREMENTS / "extra-tools" / "package.json"):
        told = json.loads(path.read_text())
        found += [*told.get("dependencies", {}), *told.get("devDependencies", {})]
    return Counter(found)


def rows() -> list[list[str]]:
    """The rows of all tables in the guide, without their heads."""
    text = (PROJECT / "content" / "guides" / "libraries.md").read_text(encoding="utf-8")
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]
    return [row for row in cells if row[0] not in ("Library", "---")]


def test_each_requirement_has_one_row() -> None:
    assert Counter(row[0] for row in rows()) == asked_for()


def test_each_row_is_filled_in() -> None:
    for row in rows():
        assert len(row) == 6, row
        assert all(row), row
        assert row[2].isdigit(), row
        assert re.search(r"\b20\d\d$", row[3]), row
