"""How good the search is: the share of queries with a right service among the first three.

`python -m tests.search.measuring` prints the shares; `--misses` adds the queries of the seen part that found nothing right.
The unseen part is counted and never shown: whoever tunes the search may not look at it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from generator.bench import missing
from generator.documents.browser.search_data import search_data
from tests.ours import LIBRARY

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
TODAY = date(2026, 11, 21)


def node() -> str | None:
    """Node, from the path or from the environment."""
    return missing.node()


def queries(name: str = "queries.yaml") -> list[dict[str, Any]]:
    """A set of queries with their right services."""
    found: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))["queries"]
    return found


def measure(asked: list[dict[str, Any]], folder: Path) -> list[dict[str, Any]]:
    """What the engine answers to each query, over the project's own data."""
    answers: list[dict[str, Any]] = in_node("measure.mjs", asked, folder)
    return answers


def in_node(script: str, asked: Sequence[object], folder: Path) -> Any:
    """What a script beside this one prints, given the project's own data and what is asked."""
    data, file = folder / "data.json", folder / "queries.json"
    data.write_text(json.dumps(search_data(LIBRARY, [], TODAY)), encoding="utf-8")
    file.write_text(json.dumps(asked), encoding="utf-8")
    command = [str(node()), str(HERE / script), str(data), str(file)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8")
    return json.loads(run.stdout)


def share(answers: list[dict[str, Any]]) -> float:
    """The share that found a right service."""
    return sum(answer["found"] for answer in answers) / len(answers)


def report(answers: list[dict[str, Any]], misses: bool) -> None:
    """The shares, seen and unseen, and by kind."""
    seen = [answer for answer in answers if not answer.get("unseen")]
    unseen = [answer for answer in answers if answer.get("unseen")]
    for name, part in (("seen", seen), ("unseen", unseen)):
        if part:
            print(f"{name:8} {share(part):.3f} of {len(part)}")
    kinds = defaultdict(list)
    for answer in answers:
        kinds[answer["kind"]].append(answer)
    for kind, part in kinds.items():
        print(f"  {kind:14} {share(part):.2f} of {len(part)}")
    for answer in seen if misses else []:
        if not answer["found"]:
            print(explained(answer))


def explained(answer: dict[str, Any]) -> str:
    """A query that found nothing right: how it was read, what came first and why, and what would have been right."""
    lines = [
        f"\n✗ {answer['text']}  [{answer['kind']}]",
        f"    needs {answer['needs']}  could {answer['could']}{' NEAREST' if answer['nearest'] else ''}",
    ]
    for one in answer["first"]:
        parts = {name: round(value, 2) for name, value in one["parts"].items()}
        lines.append(f"    {one['score']:5} {one['id'][:44]:44} {parts}")
    return "\n".join([*lines, f"    right: {', '.join(answer['right'][:5])}"])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        name = next((one for one in sys.argv[1:] if one.endswith(".yaml")), "queries.yaml")
        report(measure(queries(name), Path(scratch)), "--misses" in sys.argv)
