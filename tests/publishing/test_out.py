"""What a build may replace: the site that an earlier build made, and nothing that anybody else put there or beside it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from generator.publishing.disk.site_mark import Mark
from tests.conftest import TODAY
from tests.publishing.conftest import BUILD, ENVIRONMENT
from tests.publishing.test_build import made

QUICK = ("--no-packs",)
Refused = Callable[..., None]
Succeeds = Callable[..., None]
SOMEBODY_ELSES = "[out-not-a-site]"


@pytest.fixture
def refused(area: Path, fingerpost: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> Refused:
    """A build that is refused with a cure, names what is in the way, and changes nothing but its own folders."""

    def check(*more: str, names: str) -> None:
        before = tree(area)
        monkeypatch.chdir(area)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
        result = fingerpost("build", *QUICK, *more)
        assert result.exit_code == 1, result.output
        assert SOMEBODY_ELSES in result.output
        assert names in result.output
        assert tree(area) == before

    return check


def tree(area: Path) -> dict[str, str]:
    """What is in a project beside what builds keep for themselves."""
    return {name: digest for name, digest in made(area).items() if not name.startswith((".cache/", "build/"))}


FOREIGN: dict[str, Callable[[Path], object]] = {
    "a website": lambda out: (out / "index.html").write_text("<h1>The practice</h1>"),
    "a repository": lambda out: ((out / ".git").mkdir(), (out / ".git" / "HEAD").write_text("ref"), (out / "README").write_text("x")),
    "hidden files": lambda out: (out / ".bashrc").write_text("x"),
    "a file in a folder": lambda out: ((out / "letters").mkdir(), (out / "letters" / "to-keep.txt").write_text("keep")),
    "a pipe": lambda out: os.mkfifo(out / "pipe"),
    "a link": lambda out: (out / "link").symlink_to("/etc"),
    "a mark of somebody else": lambda out: ((out / ".fingerpost-site").write_text("mine"), (out / "index.html").write_text("x")),
    "a folder for a mark": lambda out: ((out / ".fingerpost-site").mkdir(), (out / ".fingerpost-site" / "x").write_text("x")),
}


@pytest.mark.quick_cases("a website", "a pipe")
@pytest.mark.parametrize("what", FOREIGN)
def test_a_folder_of_somebody_else_is_never_taken(area: Path, refused: Refused, what: str) -> None:
    (area / "other").mkdir()
    FOREIGN[what](area / "other")
    refused("--out", "other", names="other: error: The site cannot go here: ")


@pytest.mark.slow
def test_what_others_keep_beside_the_site_stays(area: Path, refused: Refused, succeeds_here: Succeeds) -> None:
    before = made(area / "site")
    kept = {
        "CNAME": "practice.example",
        ".git/HEAD": "ref: refs/heads/main",
        ".git/objects/00/1": "object",
        ".well-known/security.txt": "Contact: mailto:x@example.org",
        "google1a2b.html": "proof of ownership",
        "letters/2026/spring.txt": "a letter",
    }
    for name, text in kept.items():
        (area / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (area / "site" / name).write_text(text)
    (area / "site" / ".git" / "refs" / "tags").mkdir(parents=True)  # without it, git calls the folder no repository
    (area / "site" / ".git" / "link").symlink_to("HEAD")
    refused(names="google1a2b.html, letters/2026/spring.txt")
    settings = area / "data" / "settings" / "site.yaml"
    settings.write_text(settings.read_text() + "keep_in_site: [google1a2b.html, letters]\n")
    (area / "site" / "about" / "index.html").write_text("somebody changed a page by hand")
    (area / "content" / "new.md").write_text("---\ntitle: New\ndescription: New.\n---\n\nNew.\n")
    succeeds_here(area, *QUICK)
    for name, text in kept.items():
        assert (area / "site" / name).read_text() == text
    assert (area / "site" / ".git" / "refs" / "tags").is_dir()
    assert (area / "site" / ".git" / "link").is_symlink()
    assert (area / "site" / "new" / "index.html").is_file()
    (area / "content" / "new.md").unlink()
    succeeds_here(area)
    again = made(area / "site")
    assert {name: again.pop(name, None) for name in [*kept, ".git/link"]}.keys() == {*kept, ".git/link"}
    assert again == before


@pytest.mark.slow
def test_what_others_keep_is_in_no_other_output(area: Path, succeeds_here: Succeeds) -> None:
    """Neither the copy for a drive nor what a service worker keeps has it: it is not ours."""
    (area / "site" / "CNAME").write_text("practice.example")
    before = (area / "site" / "fingerpost-offline.zip").read_bytes()
    succeeds_here(area)
    assert (area / "site" / "CNAME").is_file()
    assert (area / "site" / "fingerpost-offline.zip").read_bytes() == before


def test_a_fresh_folder_with_nothing_but_what_is_kept_is_taken(area: Path, succeeds_here: Succeeds) -> None:
    """Such as a worktree of the branch that a host publishes."""
    (area / "pages").mkdir()
    (area / "pages" / ".git").write_text("gitdir: ../elsewhere")
    succeeds_here(area, *QUICK, "--out", "pages")
    assert (area / "pages" / ".git").read_text() == "gitdir: ../elsewhere"
    assert (area / "pages" / "index.html").is_file()


@pytest.mark.slow
def test_a_page_in_the_place_of_a_kept_file_is_told(area: Path, refused: Refused, succeeds_here: Succeeds) -> None:
    (area / "site" / "CNAME").write_text("old.example")
    (area / "content" / "CNAME").write_text("new.example")
    refused(names="CNAME")
    (area / "site" / "CNAME").unlink()
    for expected in ("new.example", "newer.example"):  # the second time it is in a folder that we marked
        (area / "content" / "CNAME").write_text(expected)
        succeeds_here(area, *QUICK)
        assert (area / "site" / "CNAME").read_text() == expected


@pytest.mark.parametrize("name", ["../x", "/etc", "a/../../b", "", ".", "a//b", "a\\b", "a/"])
def test_a_name_to_keep_stays_inside_the_site(folder: Path, fingerpost: Callable[..., Result], name: str) -> None:
    settings = folder / "data" / "settings" / "site.yaml"
    settings.write_text(settings.read_text() + f"keep_in_site: ['{name}']\n")
    result = fingerpost("check")
    assert result.exit_code == 1
    assert result.output.startswith("data/settings/site.yaml:")


def test_special_files_in_the_last_site_are_told(area: Path, refused: Refused) -> None:
    """Whatever they stand in place of: a build makes none, so they are somebody's."""
    (area / "site" / "about" / "index.html").unlink()
    os.mkfifo(area / "site" / "about" / "index.html")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(area / "site" / "socket"))
        refused(names="about/index.html, socket")


def test_mkdocs_alone_takes_no_folder_of_somebody_else(area: Path) -> None:
    (area / "other").mkdir()
    (area / "other" / "index.html").write_text("The practice")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", "other"]
    ran = subprocess.run(command, cwd=area, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert SOMEBODY_ELSES in ran.stdout + ran.stderr
    assert "Traceback" not in ran.stdout + ran.stderr
    assert made(area / "other").keys() == {"index.html"}


BESIDE = (
    *(".site.backup-20261121", ".site.new-20261121000000", ".site.new-999999", ".site.old-999999"),
    *(".site.old-1-999999", ".sitexnew-999999", ".site.new-0", ".site.new-٣"),
)


def test_a_name_with_brackets_is_a_name(area: Path, succeeds_here: Succeeds) -> None:
    """And no pattern: what fits it as one belongs to somebody else."""
    (area / ".s.new-999999").mkdir()
    (area / ".s.new-999999" / "letter.txt").write_text("keep")
    shutil.copytree(area / "site", area / ".[site].old-999999")
    succeeds_here(area, *QUICK, "--out", "[site]")
    assert (area / "[site]" / "index.html").is_file()
    assert (area / ".s.new-999999" / "letter.txt").is_file()
    assert not (area / ".[site].old-999999").exists()


@pytest.mark.slow
def test_a_build_marks_its_folder_as_long_as_it_works_in_it(area: Path, succeeds_here: Succeeds) -> None:
    process = subprocess.Popen([*BUILD, *QUICK], cwd=area, env=ENVIRONMENT)
    new = area / f".site.new-{process.pid}"
    while not (new / "404.html").exists():
        assert process.poll() is None
        time.sleep(0.001)
    process.kill()
    process.wait()
    assert Mark.read(new) == Mark()
    succeeds_here(area, *QUICK)
    assert not new.exists()


def test_what_killed_builds_left_is_cleared_away_and_folders_that_no_build_made_stay(area: Path, succeeds_here: Succeeds) -> None:
    for name in BESIDE:
        (area / name).mkdir()
        (area / name / "letter.txt").write_text("keep")
    (area / ".site.new-999998").mkdir()  # killed just after it made the folder
    shutil.copytree(area / "site", area / ".site.new-999997")
    shutil.copytree(area / "site", area / f".site.new-{os.getppid()}")
    succeeds_here(area, *QUICK)
    for name in BESIDE:
        assert (area / name / "letter.txt").read_text() == "keep"
    there = {p.name for p in area.iterdir() if p.name.startswith(".site")}
    assert there == {*BESIDE, f".site.new-{os.getppid()}"}, "that process is still there"
