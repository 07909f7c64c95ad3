"""Whatever a file holds, it is told in words, at its place, once, and soon."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hostile_files import CLAUSE, HOSTILE, Hostile
from typer.testing import Result


@pytest.mark.timeout(20)
@pytest.mark.parametrize("hostile", [pytest.param(h, id=h.name) for h in HOSTILE])
def test_hostile_file(hostile: Hostile, folder: Path, fingerpost: Callable[..., Result]) -> None:
    hostile.spoil(folder)
    result = fingerpost("check")
    assert result.exit_code == 1
    blocks = result.output.split("\n\n")
    told = [block for block in blocks if f"[{hostile.code}]" in block]
    assert told, result.output
    assert told[0].startswith(hostile.place)
    assert all(block.startswith((hostile.place.partition(":")[0], "data/clauses")) for block in blocks[:-1]), "a cascade"
    assert len(result.output) < 100_000
    assert not any(unicodedata.category(c) in ("Cc", "Cf") for c in result.output if c != "\n")


@pytest.mark.parametrize("name", [CLAUSE, "data/clauses", "data"])
def test_what_may_not_be_opened(name: str, folder: Path, fingerpost: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    """Taking the right to read away would stop nobody who runs the tests as root, so the system's answer is played."""

    def refusing(real: Callable[..., Any]) -> Callable[..., Any]:
        def opened(path: Path | str, *rest: Any) -> Any:
            if Path(path) == folder / name:
                raise PermissionError(13, "Permission denied")
            return real(path, *rest)

        return opened

    monkeypatch.setattr(os, "scandir", refusing(os.scandir))
    monkeypatch.setattr(Path, "read_bytes", refusing(Path.read_bytes))
    result = fingerpost("check")
    assert result.exit_code == 1
    what = "file" if name == CLAUSE else "folder"
    assert f"{name}: error: This {what} cannot be opened: Permission denied. [file-unreadable]" in result.output
    assert result.output.count(": error: ") == 1


def test_a_file_name_is_printed_safely(folder: Path, fingerpost: Callable[..., Result]) -> None:
    (folder / "data" / "clauses" / "\x1b[31m\nred.yaml").write_text("id: red\n")
    (folder / os.fsdecode(b"data/clauses/\xff.txt")).write_text("")
    for form in ("text", "json", "sarif", "github"):
        result = fingerpost("check", "--format", form)
        assert result.exit_code == 1
        assert "\x1b" not in result.output
        assert "\ufffd" in result.output or "%EF%BF%BD" in result.output


def test_the_mark_stands_under_the_spot(folder: Path, fingerpost: Callable[..., Result]) -> None:
    """Wide characters take two columns of a terminal, combining marks and tabs none and one."""
    path = folder / CLAUSE
    path.write_text(path.read_text().replace("heading: Health", "heading:\t安全 e\u0301: Health"))
    lines = fingerpost("check").output.splitlines()
    at = next(number for number, line in enumerate(lines) if "yaml-broken" in line)
    assert lines[at].startswith(f"{CLAUSE}:2:15: error: This cannot be read. The text has a colon")
    assert lines[at + 1] == "      2 | heading: 安全 e\u0301: Health and safety"
    assert lines[at + 2] == "        | " + " " * len("heading: xxxx e") + "^"
