"""`fingerpost build` through its front door: what it makes, what it leaves alone, and what it says."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from generator.publishing.disk.site_mark import Mark
from tests.browser.conftest import PROJECT
from tests.conftest import TODAY

Run = Callable[..., Result]

WORDS = "Nothing was published. The previous site has not been changed."


@pytest.fixture
def place(folder: Path) -> Path:
    """A project with the smallest complete data, and a site of one file that must survive."""
    for name in ("mkdocs.yml", "generator", "templates"):
        (folder / name).symlink_to(PROJECT / name)
    shutil.copytree(PROJECT / "content", folder / "content")
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("the last good site")
    Mark.of(folder / "site").write(folder / "site")
    return folder


def run(folder: Path, *arguments: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    """The command as people run it, in a process of its own."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": TODAY, **surroundings}
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def made(folder: Path) -> dict[str, str]:
    """Every file of a folder by path, and a digest of its bytes."""
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_build_puts_the_site_in_place_and_says_so_in_one_line(place: Path) -> None:
    ran = run(place, "build")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stderr == ""
    assert ran.stdout.splitlines()[-1].startswith("site: ")
    site = place / "site"
    assert (site / "index.html").read_text() != "the last good site"
    for role in (place / "data" / "roles").glob("*.yaml"):
        assert (site / "roles" / role.stem / "index.html").is_file()
        assert (site / "roles" / role.stem / "source" / "index.html").is_file()
        assert (site / "packs" / f"{role.stem}.pdf").read_bytes().startswith(b"%PDF-")
    pages = {p.parent.relative_to(site).as_posix() for p in site.rglob("index.html")}
    told = re.findall("<loc>https://[^/]+/(.*?)/?</loc>", (site / "sitemap.xml").read_text())
    assert sorted(address or "." for address in told) == sorted(pages), "the sitemap names every page"
    assert [p.name for p in place.iterdir() if p.name.startswith(".site")] == []


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("data/roles/broken.yaml", b"id: broken\n\ttitle: x\n"),
        ("data/roles/broken.yaml", b"id: !!python/object:os.system x\n"),
        ("content/broken.md", b"no title here\n"),
    ],
)
def test_a_mistake_stops_the_build_and_leaves_the_site_as_it_was(place: Path, file: str, content: bytes, fingerpost: Run) -> None:
    before = made(place / "site")
    (place / file).write_bytes(content)
    result = fingerpost("build")
    assert result.exit_code == 1
    assert result.output.startswith(WORDS)
    assert file in result.output
    assert made(place / "site") == before
    assert [p.name for p in place.iterdir() if p.name.startswith(".site")] == []


@pytest.mark.quick_cases(every=2)
@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("pages/roles.md.j2", "<h1>Roles</h1>\n{% for pack in packs %}\n", 2),
        ("pages/roles.md.j2", "<h1>Roles</h1>\n\n{{ pack.nothing }}\n", 3),
        ("pages/roles.md.j2", "one\n{% include 'nowhere.j2' %}\n", 2),
        ("site/partials/crisis.html.j2", "{{ crisis.contact }}\n", 1),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_file_and_line(place: Path, name: str, content: str, line: int, fingerpost: Run) -> None:
    before = made(place / "site")
    own = place / "own" / name
    own.parent.mkdir(parents=True)
    own.write_text(content)
    result = fingerpost("build", "--templates", "own", "--no-packs")
    assert result.exit_code == 1, result.output
    assert f"own/{name}:{line}:" in result.output
    assert "[template-broken]" in result.output
    assert made(place / "site") == before


@pytest.mark.slow
def test_an_own_template_comes_before_ours(place: Path, fingerpost: Run) -> None:
    own = place / "own" / "pages" / "roles.md.j2"
    own.parent.mkdir(parents=True)
    own.write_text("<p>Our own list of {{ packs | length }}</p>\n")
    result = fingerpost("build", "--templates", "own", "--no-packs")
    assert result.exit_code == 0, result.output
    assert "Our own list of" in (place / "site" / "roles" / "index.html").read_text()


@pytest.mark.slow
def test_a_build_mends_what_a_killed_one_left(place: Path, fingerpost: Run) -> None:
    (place / "site").rename(place / ".site.old-999999")
    (place / ".site.new-999998").mkdir()
    result = fingerpost("build", "--no-packs")
    assert result.exit_code == 0, result.output
    assert [p.name for p in place.iterdir() if p.name.startswith(".site")] == []
