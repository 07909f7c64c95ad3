"""Commands whose standard streams are closed, full or left alone: a message, never a hang or a traceback."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from typer.testing import Result

from tests.conftest import TODAY

PYTHON = shlex.quote(sys.executable)
FINGERPOST = f"{PYTHON} -m generator"


def shell(folder: Path, line: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    """A line of a shell. What takes longer than a minute hangs."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": TODAY, **surroundings}
    command = ["bash", "-c", f"set -o pipefail; {line}"]
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert "Traceback" not in ran.stdout + ran.stderr
    assert "Exception ignored" not in ran.stderr
    return ran


@pytest.mark.quick_cases("check >&--2-Standard output is closed", "check | head -c 0-1-", "nonsense >&--2-Standard output is closed")
@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("check >&-", 2, "Standard output is closed"),
        ("build --no-packs >&-", 2, "Standard output is closed"),
        ("--help >&-", 2, "Standard output is closed"),
        ("check >/dev/full", 1, "could not write to standard output: No space left on device."),
        ("nonsense >&-", 2, "Standard output is closed"),
        ("check | head -c 0", 1, ""),
        ("check >/dev/full 2>/dev/full", 1, ""),
        ("check >&- 2>&- <&-", 2, ""),
        ("check 2>&- <&-", 0, ""),
    ],
)
def test_a_standard_stream_that_cannot_be_used_is_told(folder: Path, line: str, code: int, said: str) -> None:
    ran = shell(folder, f"{FINGERPOST} {line}")
    assert ran.returncode == code, ran.stderr
    assert ran.stderr.endswith(f"{said}\n") or said in ran.stderr
    assert bool(ran.stderr) == bool(said)


def test_no_file_takes_the_place_of_a_closed_stream(folder: Path) -> None:
    """A library that warns on standard errors would write into it."""
    program = "import os, sys; sys.argv = ['fingerpost', 'check']; from generator.cli import main\ntry: main()\nexcept SystemExit: pass\n"
    program += "print(sorted({os.readlink(f'/proc/self/fd/{n}') for n in (0, 2)}), open('data/settings/site.yaml').fileno() > 2)"
    ran = shell(folder, f'{PYTHON} -c "{program}" 2>&- <&-')
    assert ran.stdout.endswith("['/dev/null'] True\n")


WRONG = ["²", "٣", "-1", "1e9", "1 2", "soon", "4294967296", "99999999999999999999999", "0x10", "\u202e7"]


@pytest.mark.quick_cases(every=3)
@pytest.mark.parametrize("value", WRONG)
def test_a_day_of_the_build_that_is_none_is_told(
    folder: Path, fingerpost: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    for command in (("check",), ("build", "--no-packs"), ("pack", "guide-band-4"), ("new", "role", "x-band-4")):
        result = fingerpost(*command)
        assert result.exit_code == 2
        assert result.output.startswith("SOURCE_DATE_EPOCH: error: ")
        assert "[build-day-wrong]" in result.output
        assert "\u202e" not in result.output
    assert not (folder / "site").exists()


@pytest.mark.parametrize("value", ["0", "4294967295", "00000001", ""])
def test_a_day_at_the_edge_is_a_day(folder: Path, fingerpost: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert "[build-day-wrong]" not in fingerpost("check").output


def test_the_version_is_said(fingerpost: Callable[..., Result]) -> None:
    ran = fingerpost("--version")
    assert (ran.exit_code, ran.output) == (0, f"Fingerpost {version('fingerpost')}\n")


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        (["services", "queue", "--by", "Team"], "--done"),
        (["services", "queue", "--on", "2026-04-01"], "--done"),
        (["draft", "x.docx", "--network", "n"], "--role"),
    ],
)
def test_an_option_that_needs_another_says_so(line: list[str], missing: str, fingerpost: Callable[..., Result]) -> None:
    ran = fingerpost(*line)
    assert (ran.exit_code, missing in ran.output) == (2, True)
