"""A file that Word opens without a word of complaint, always the same bytes, small enough to attach."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pdf.packs import PACKS, PROJECT, QUICK, TURNS

from generator.documents.formats.docx.document import write_docx
from generator.documents.packs.model import Pack

from .reading import Word

SYSTEM = {"Linux": "linux", "Darwin": "darwin", "Windows": "win32"}.get(platform.system(), "")
CHIP = {"x86_64": "x64", "AMD64": "x64", "aarch64": "arm64", "arm64": "arm64"}.get(platform.machine(), "")
VALIDATOR = PROJECT / "node_modules" / "@xarsh" / f"ooxml-validator-{SYSTEM}-{CHIP}" / f"ooxml-validator{'.exe' * (SYSTEM == 'win32')}"


def validated(file: Path) -> list[str]:
    """What Microsoft's Open XML SDK finds wrong with a file."""
    plain = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}  # without ICU, which a minimal Debian 13 has not, it says nothing
    done = subprocess.run([str(VALIDATOR), str(file)], capture_output=True, text=True, check=False, timeout=60, env=plain)
    return [f"{error['path']} {error['xPath']}: {error['description']}" for error in json.loads(done.stdout)["errors"]]


@pytest.mark.quick_cases("hostile")
@pytest.mark.skipif(not VALIDATOR.is_file(), reason="the Open XML validator has no program for this machine")
@pytest.mark.parametrize("name", TURNS)
def test_the_open_xml_sdk_finds_nothing_wrong(name: str, word: Callable[[Pack], Word], tmp_path: Path) -> None:
    file = tmp_path / "pack.docx"
    file.write_bytes(word(PACKS[name]).content)
    assert validated(file) == []


@pytest.mark.slow
@pytest.mark.skipif(not VALIDATOR.is_file(), reason="the Open XML validator has no program for this machine")
def test_the_validator_finds_what_is_wrong(tmp_path: Path, word: Callable[[Pack], Word]) -> None:
    from zipfile import ZipFile

    file = tmp_path / "pack.docx"
    with ZipFile(file, "w") as made:
        for name, content in word(PACKS[QUICK[0]]).parts.items():
            made.writestr(name, content.replace(b"<w:cantSplit/>", b"<w:noSuchThing/>"))
    assert any("noSuchThing" in error for error in validated(file))


def test_small_enough_to_attach(pack: Pack, word: Callable[[Pack], Word]) -> None:
    assert len(word(pack).content) < 1_000_000


def test_nothing_points_outside_the_file(pack: Pack, word: Callable[[Pack], Word]) -> None:
    assert [name for name, content in word(pack).parts.items() if b'TargetMode="External"' in content] == []


def test_same_bytes_twice(pack: Pack, word: Callable[[Pack], Word]) -> None:
    assert write_docx(pack) == word(pack).content


@pytest.mark.slow
def test_same_bytes_in_every_process(word: Callable[[Pack], Word]) -> None:
    script = (
        "import hashlib; from pdf.packs import PACKS, TURNS; from generator.documents.formats.docx.document import write_docx;"
        "print(hashlib.sha256(write_docx(PACKS['link-worker-band-6'])).hexdigest())"
    )
    surroundings = {**os.environ, "PYTHONHASHSEED": "4321", "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-c", script]
    made = subprocess.run(command, cwd=PROJECT / "tests", capture_output=True, text=True, check=True, env=surroundings).stdout
    assert made.strip() == hashlib.sha256(word(PACKS["link-worker-band-6"]).content).hexdigest()
