"""Runs the browser's own modules in Node.js, so that they can be held against the build's."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from generator.bench import missing
from generator.documents.browser.tailor import role_data, shared_data
from generator.documents.packs.compose import make_pack
from generator.knowledge.library.library import Library
from tests.ours import LIBRARY

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 25)


def node() -> str:
    """Node, from the path or from the environment."""
    found = missing.node()
    assert found, "Node.js is not there"
    return found


def texts(library: Library, role: str) -> dict[str, str]:
    """The texts that the page holds, by id."""
    pack = make_pack(library, role)
    found = {n.statement.id: n.statement.text for n in pack.statements()} | {c.criterion.id: c.criterion.text for c in pack.criteria()}
    return found | {clause.id: clause.text for clause in pack.clauses}


def model(role: str, library: Library = LIBRARY) -> dict[str, Any]:
    """What the page of a role gives to the script."""
    return {"role": role_data(library, make_pack(library, role)), "texts": texts(library, role), "shared": shared_data(library)}


def run(script: str, folder: Path, **value: Any) -> Any:
    """What a script of this folder answers."""
    file = folder / f"{script}.json"
    file.write_text(json.dumps(value), encoding="utf-8")
    command = [node(), str(Path(__file__).with_name(f"{script}.mjs")), str(file)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8")
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def walked(folder: Path, role: str, count: int, seed: int) -> list[Any]:
    """Drafts made by chance, as a person at the page might."""
    found: list[Any] = run("walk", folder, **model(role), count=count, seed=seed)
    return found


def asked(folder: Path, role: str, *, drafts: Sequence[Any] = (), files: Sequence[str] = ()) -> dict[str, Any]:
    """What the browser makes of drafts, and of files that somebody opens."""
    value = {**model(role), "drafts": list(drafts), "files": list(files), "today": f"{TODAY.isoformat()}T12:00:00"}
    found: dict[str, Any] = run("parity", folder, **value)
    return found
