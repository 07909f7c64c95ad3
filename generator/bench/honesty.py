"""Measure whether the search says that nothing is listed exactly when that is true."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.documents.page import JsonObject


@dataclass(frozen=True)
class Honesty:
    """Shares of queries, from 0 to 1. A share of no queries is 0."""

    seen: float
    """Of the queries with nothing listed that the search was tuned on: those for which it says so."""
    unseen: float
    """Of those that it was not tuned on."""
    needless: float
    """Of the queries with a right service: those whose results it takes for guesses.

    Where no service lists a need, such as sleep, the page says that too, but takes what is close to it for no guess.
    """


def honesty(data: JsonObject, project: Path, answerable: Sequence[str], node: str) -> Honesty:
    """Measure the search over `data`, in the Node.js at `node`: with the project's sets `nothing-*.yaml` and with `answerable` queries.

    Raises:
        subprocess.CalledProcessError: Node.js could not run the search.
    """
    folder = project / "tests" / "search"
    seen, unseen = (query_texts(folder / f"nothing-{part}.yaml") for part in ("seen", "unseen"))
    said = says_nothing(data, [*seen, *unseen, *answerable], node)
    first, second = len(seen), len(seen) + len(unseen)
    nothing, guesses = ([one[part] for one in said] for part in (0, 1))
    return Honesty(_share(nothing[:first]), _share(nothing[first:second]), _share(guesses[second:]))


def query_texts(path: Path) -> list[str]:
    """The texts of a set of queries, a list of mappings with `q`; nothing where there is no such file."""
    if not path.is_file():
        return []
    rows: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [row["q"] for row in rows]


def says_nothing(data: JsonObject, texts: Sequence[str], node: str) -> list[tuple[bool, bool]]:
    """Whether the page says of each text that nothing is listed for it, and whether it takes its results for guesses."""
    with tempfile.TemporaryDirectory() as scratch:
        files = [Path(scratch) / name for name in ("data.json", "queries.json")]
        files[0].write_text(json.dumps(data), encoding="utf-8")
        files[1].write_text(json.dumps(list(texts)), encoding="utf-8")
        command = [node, str(Path(__file__).with_name("honest.mjs")), *map(str, files)]
        ran = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    return [(bool(nothing), bool(guesses)) for nothing, guesses in json.loads(ran.stdout)]


def _share(said: Sequence[bool]) -> float:
    return sum(said) / len(said) if said else 0.0
