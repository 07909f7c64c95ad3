"""A small project with its site and its packs, built once, and a copy of it for tests that change it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from tests.browser.conftest import PROJECT
from tests.conftest import CASES, TODAY, made_once

BUILD = (sys.executable, "-m", "generator", "build")
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": TODAY}
PAGE = "---\ntitle: About\ndescription: About this site.\n---\n\nHello.\n"


def build(area: Path, *more: str, **options: object) -> subprocess.CompletedProcess[str]:
    """`fingerpost build` in a project, as people run it. What takes longer than four minutes hangs."""
    asked = {"cwd": area, "env": ENVIRONMENT, "capture_output": True, "text": True, "timeout": 240, **options}
    return subprocess.run([*BUILD, *more], check=False, **asked)  # type: ignore[call-overload,no-any-return]


def succeeds(area: Path, *more: str) -> None:
    ran = build(area, *more)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def project(area: Path) -> None:
    """The smallest complete project."""
    shutil.copytree(CASES / "valid" / "base", area, dirs_exist_ok=True)
    for name in ("generator", "templates"):
        (area / name).symlink_to(PROJECT / name)
    shutil.copy(PROJECT / "mkdocs.yml", area)
    (area / "content").mkdir(exist_ok=True)
    (area / "content" / "about.md").write_text(PAGE)


@pytest.fixture(scope="session")
def small_project(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The smallest complete project, and what a build with packs makes of it, made once for all workers. To be copied, not changed."""

    def make(folder: Path) -> None:
        project(folder / "area")
        ran = build(folder / "area")
        assert ran.returncode == 0, ran.stdout + ran.stderr
        (folder / "said").write_text(ran.stdout)

    return made_once(tmp_path_factory, worker_id, "small", make) / "area"


@pytest.fixture
def area(small_project: Path, tmp_path: Path) -> Path:
    """A copy of it that the test may change."""
    shutil.copytree(small_project, tmp_path / "area", symlinks=True)
    return tmp_path / "area"


@pytest.fixture
def build_here(fingerpost: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """`build` in this process, for tests that are not about processes, signals or streams: it need not load the command anew."""

    def run(area: Path, *more: str) -> Result:
        with monkeypatch.context() as inside:
            inside.chdir(area)
            inside.setenv("SOURCE_DATE_EPOCH", TODAY)
            return fingerpost("build", *more)

    return run


@pytest.fixture
def succeeds_here(build_here: Callable[..., Result]) -> Callable[..., None]:
    """`succeeds` in this process."""

    def run(area: Path, *more: str) -> None:
        result = build_here(area, *more)
        assert result.exit_code == 0, result.output

    return run
