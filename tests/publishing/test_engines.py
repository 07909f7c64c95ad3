"""The staged pages under MkDocs alone, under its live preview, and under Zensical."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import PROJECT
from tests.conftest import TODAY


@pytest.fixture
def place(folder: Path) -> Path:
    """A project with the smallest complete data, and nothing made yet."""
    for name in ("generator", "templates"):
        (folder / name).symlink_to(PROJECT / name)
    shutil.copy(PROJECT / "mkdocs.yml", folder)  # Zensical follows a link, and would build where it leads
    shutil.copytree(PROJECT / "content", folder / "content")
    for name in ("staged", "theme"):  # as in a fresh clone
        (folder / "build" / name).mkdir(parents=True)
    return folder


def environment() -> dict[str, str]:
    return {**os.environ, "SOURCE_DATE_EPOCH": TODAY, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}


def addresses(site: Path) -> set[str]:
    """Every page of a site by its address."""
    return {p.relative_to(site).as_posix() for p in site.rglob("index.html")}


@pytest.mark.slow
def test_mkdocs_alone_builds_the_same_pages(place: Path) -> None:
    subprocess.run([sys.executable, "-m", "generator", "build"], cwd=place, env=environment(), check=True, capture_output=True)
    ours = addresses(place / "site")
    shutil.rmtree(place / "site")
    for path in (place / "build").rglob("*"):
        if path.is_file():
            path.unlink()
    ran = subprocess.run([sys.executable, "-m", "mkdocs", "build"], cwd=place, env=environment(), capture_output=True, text=True)  # noqa: PLW1510
    assert ran.returncode == 0, ran.stderr
    assert "WARNING" not in ran.stderr
    assert addresses(place / "site") == ours


def test_mkdocs_alone_stops_at_a_mistake_without_a_traceback(place: Path) -> None:
    (place / "data" / "roles" / "broken.yaml").write_text("id: [broken\n")
    ran = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"], cwd=place, env=environment(), capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1
    assert "data/roles/broken.yaml:" in ran.stdout + ran.stderr
    assert "Traceback" not in ran.stdout + ran.stderr


@pytest.mark.slow
def test_zensical_gives_the_same_addresses(place: Path) -> None:
    zensical = pytest.importorskip("zensical", reason="Zensical is installed by `make extra-tools`")
    assert zensical
    subprocess.run([sys.executable, "-m", "generator", "build"], cwd=place, env=environment(), check=True, capture_output=True)
    ours = addresses(place / "site")
    staged = [p for p in (place / "build" / "staged").rglob("*.*") if p.suffix != ".md" and p.is_file() and p.name[0] not in "._"]
    shutil.rmtree(place / "site")
    command = [str(Path(sys.executable).with_name("zensical")), "build"]
    ran = subprocess.run(command, cwd=place, env=environment(), capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert addresses(place / "site") == ours
    for path in staged:  # packs, the feed, scripts and styles
        assert (place / "site" / path.relative_to(place / "build" / "staged")).read_bytes() == path.read_bytes()
    assert any(path.suffix == ".pdf" for path in staged)


@pytest.fixture
def preview(place: Path) -> Iterator[tuple[Path, Path]]:
    """Live preview of a project, and the file that holds what it says."""
    log = place / "preview.log"
    with log.open("w") as said:
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", "127.0.0.1:0"]
        process = subprocess.Popen(command, cwd=place, env=environment(), stdout=said, stderr=subprocess.STDOUT)
        try:
            wait_for(log, "Serving on")
            yield place, log
        finally:
            process.terminate()
            process.wait(10)


def wait_for(log: Path, words: str, times: int = 1, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if log.read_text().count(words) >= times:
            return
        time.sleep(0.1)
    pytest.fail(f"‘{words}’ was not said {times} times:\n{log.read_text()}")


@pytest.mark.slow
@pytest.mark.parametrize("file", ["data/roles", "content"])
def test_one_save_shows_in_the_preview_after_at_most_two_rebuilds(preview: tuple[Path, Path], file: str) -> None:
    place, log = preview
    built = log.read_text().count("Documentation built")
    path = next((place / file).rglob("*.yaml" if file.startswith("data") else "*.md"))
    path.write_text(re.sub(r"(?m)^(summary|description): .*$", r"\1: Changed while you looked.", path.read_text()))
    wait_for(log, "Documentation built", built + 1)
    time.sleep(4)  # a preview that watched its own output would go on building
    assert built + 1 <= log.read_text().count("Documentation built") <= built + 2
    staged = "".join(p.read_text() for p in (place / "build" / "staged").rglob("*.md"))
    assert "Changed while you looked." in staged
