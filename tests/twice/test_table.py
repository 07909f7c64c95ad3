"""What exists in Python and in JavaScript is in one table of the guide, with the test that holds both."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
GUIDE = PROJECT / "content" / "guides" / "how-it-works.md"
MODULES = sorted((PROJECT / "generator").rglob("*.py"))
SCRIPTS = sorted((PROJECT / "templates" / "browser").rglob("*.js"))

CLAIM = re.compile(
    r"does the same|the same as `?[\w/-]+\.(?:py|js)|the same few lines as|the same rules and the same way as|it undoes|unpacks them"
    r"|has packed them|as the build reads it",
    re.IGNORECASE,
)
"""How the head of a file says that there is another one like it in the other language."""


def table() -> list[list[str]]:
    """The rows of the table: what, the Python module, the JavaScript module, and the test."""
    section = GUIDE.read_text(encoding="utf-8").split("## What exists twice\n")[1].split("\n## ")[0]
    rows = [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in section.splitlines() if line.startswith("|")]
    return [[what, f"generator/{module}", f"templates/browser/{script}", f"tests/{test}"] for what, module, script, test in rows[2:]]


def head(path: Path) -> str:
    """What a file says of itself: the docstring of a module, the first comment of a script."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return ast.get_docstring(ast.parse(text)) or ""
    found = re.match(r"(?:// .*\n)+|/\*\*.*?\*/", text, re.DOTALL)
    return found[0] if found else ""


@pytest.mark.parametrize("row", table(), ids=lambda row: str(row[0]))
def test_every_file_of_a_row_is_there(row: list[str]) -> None:
    assert len(row) == 4
    assert [name for name in row[1:] if not (PROJECT / name).is_file()] == []
    assert [Path(name).suffix for name in row[1:]] == [".py", ".js", ".py"]


def test_a_row_stands_once() -> None:
    pairs = [(row[1], row[2]) for row in table()]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize("row", table(), ids=lambda row: str(row[0]))
def test_the_script_of_a_row_says_so(row: list[str]) -> None:
    assert CLAIM.search(head(PROJECT / row[2])), f"{row[2]} should say in its first comment that {row[1]} does the same"


def test_whatever_says_that_it_exists_twice_is_in_the_table() -> None:
    listed = {name for row in table() for name in row[1:3]}
    claimed = {path.relative_to(PROJECT).as_posix() for path in [*MODULES, *SCRIPTS] if CLAIM.search(head(path))}
    assert claimed - listed == set()
