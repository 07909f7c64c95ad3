"""The table of slow tests in `tests/README.md`, with what each took when all were last run.

Run `pytest -m slow -n 0 -vv --durations=0 --durations-min=0 > slow.txt`, and then `python -m tests.slow_tests slow.txt`.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

import pytest

README = Path(__file__).with_name("README.md")
TIMED = re.compile(r"^\s*(\d+\.\d+)s (?:setup|call|teardown)\s+(tests/\S+?\.py)::(\w+)", re.MULTILINE)
ROW = re.compile(r"^\| `(\S+)` \| `(\w+)` \| (.*?) \|$", re.MULTILINE)

Test = tuple[str, str]
"""Its file below `tests/`, and its name."""

SLOW = pytest.StashKey[set[Test]]()
"""The slow tests that a run has read."""

UNKNOWN = pytest.StashKey[dict[str, set[str]]]()
"""What `quick_cases` and `slow_cases` name that is no case of its test."""


def rows(text: str) -> dict[Test, str]:
    """What the table says of each test."""
    return {(file, name): took for file, name, took in ROW.findall(text)}


def timed(text: str) -> dict[Test, str]:
    """The seconds of each test, of all its cases together, in what pytest said."""
    seconds = Counter[Test]()
    for took, file, name in TIMED.findall(text):
        seconds[file.removeprefix("tests/"), name] += float(took)  # type: ignore[assignment]
    return {test: f"{round(took):,}" for test, took in seconds.items()}


def renewed(text: str, found: dict[Test, str]) -> str:
    """The text with these seconds in its rows."""
    return ROW.sub(lambda row: f"| `{row[1]}` | `{row[2]}` | {found.get((row[1], row[2]), row[3])} |", text)


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8"), timed(Path(sys.argv[1]).read_text(encoding="utf-8"))), encoding="utf-8")
