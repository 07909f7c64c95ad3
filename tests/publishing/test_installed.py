"""What `pip install .` gives: the command, with everything it reads inside, in a folder that knows nothing of a clone."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.browser.conftest import PROJECT
from tests.conftest import TODAY


def run(*command: str | Path, folder: Path, **more: str) -> str:
    """A command in a folder, without what this test run has in its surroundings. Fails with all that it said."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    ran = subprocess.run(command, cwd=folder, env={**clean, **more}, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, from a copy of what the repository holds and the libraries for the browser."""
    copy, made = tmp_path_factory.mktemp("clone"), tmp_path_factory.mktemp("wheel")
    for name in subprocess.check_output(["git", "ls-files", "-co", "--exclude-standard"], cwd=PROJECT, text=True).splitlines():
        if not name.startswith("tests/") and (PROJECT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(PROJECT / name, copy / name)
    (copy / "node_modules").symlink_to(PROJECT / "node_modules")
    pip = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", made, copy]
    run(*pip, folder=copy)
    return next(made.glob("*.whl"))


@pytest.mark.slow
def test_the_wheel_names_the_libraries_of_the_one_list(wheel: Path) -> None:
    with ZipFile(wheel) as inside:
        metadata = next(inside.read(name).decode() for name in inside.namelist() if name.endswith("/METADATA"))
    told = [line for line in re.findall(r"(?m)^Requires-Dist: (.+)", metadata) if "extra ==" not in line]
    needed = {re.split(r"[^a-z0-9-]", line)[0] for line in told}
    listed = (PROJECT / "requirements" / "site.in").read_text().splitlines()
    assert needed == {re.split(r"[^a-z0-9-]", line)[0] for line in listed if line[:1].isalpha()}
    assert "hatchling" not in needed


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_an_installed_fingerpost_builds_a_folder_anywhere(wheel: Path, folder: Path) -> None:
    venv.create(folder / "venv", with_pip=True, symlinks=True)
    run(folder / "venv" / "bin" / "pip", "install", "-q", wheel, folder=folder)
    command = folder / "venv" / "bin" / "fingerpost"
    shutil.copytree(PROJECT / "content", folder / "content")
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    assert "Traceback" not in run(command, "build", folder=folder, SOURCE_DATE_EPOCH=TODAY)
    for made in ("index.html", "assets/fingerpost.css", "assets/find.js", "packs/guide-band-4.pdf", "packs/guide-band-4.docx"):
        assert (folder / "site" / made).stat().st_size > 1000, made
    run(command, "new", "area", "north-valley", "--roles", folder=folder, SOURCE_DATE_EPOCH=TODAY)
    assert ": error: " not in run(command, "check", folder=folder / "north-valley", SOURCE_DATE_EPOCH=TODAY)
    run(command, "build", "--no-packs", folder=folder / "north-valley", SOURCE_DATE_EPOCH=TODAY)
    run(folder / "venv" / "bin" / "mkdocs", "build", folder=folder / "north-valley", SOURCE_DATE_EPOCH=TODAY)
