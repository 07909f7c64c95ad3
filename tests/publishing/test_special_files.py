"""Pipes, sockets, devices and unreadable files among what a build reads: told at their place, never waited for."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import Result

from generator.cli import main
from tests.publishing.conftest import PAGE, project

Run = Callable[..., Result]

pytestmark = pytest.mark.timeout(120)


@pytest.fixture
def place(folder: Path) -> Path:
    project(folder)
    return folder


@pytest.fixture
def a_socket(place: Path) -> Iterator[Path]:
    os.chdir(place)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("content/socket.png")
        yield place / "content" / "socket.png"


def test_everything_among_the_pages_that_cannot_be_read_is_told_at_once(
    place: Path, a_socket: Path, fingerpost: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = place / "content"
    os.mkfifo(content / "pipe.md")
    os.mkfifo(content / "pipe.png")
    (content / "loop.md").symlink_to("loop.md")
    (content / ".#about.md").symlink_to("somebody@machine.1234")  # an editor has the page open
    (content / "closed").mkdir()
    (content / "folder.md").mkdir()
    (content / "folder.md" / "page.md").write_text(PAGE)
    (content / "secret.png").write_text("x")
    (content / "secret.md").write_text(PAGE)
    closed = {str(content / name) for name in ("secret.png", "secret.md")}
    access, scan = os.access, os.scandir
    monkeypatch.setattr(os, "access", lambda path, mode: str(path) not in closed and access(path, mode))

    def refusing(path: str) -> Iterator[os.DirEntry[str]]:
        if str(path) == str(content / "closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)  # type: ignore[return-value]

    monkeypatch.setattr(os, "scandir", refusing)
    result = fingerpost("build", "--no-packs")
    assert result.exit_code == 1
    told = [line for line in result.output.splitlines() if ": error: " in line]
    reasons = {line.partition(": error: ")[0]: line.partition("cannot be opened: ")[2] for line in told}
    assert reasons == {
        "content/.#about.md": "",
        "content/closed": "Permission denied. [file-unreadable]",
        "content/loop.md": "Too many levels of symbolic links. [file-unreadable]",
        "content/pipe.md": "it is a pipe, not a file. [file-unreadable]",
        "content/pipe.png": "it is a pipe, not a file. [file-unreadable]",
        "content/secret.md": "Permission denied. [file-unreadable]",
        "content/secret.png": "Permission denied. [file-unreadable]",
        "content/socket.png": "it is a socket, not a file. [file-unreadable]",
    }


def test_a_device_among_the_pages_is_told(place: Path, fingerpost: Run) -> None:
    try:
        os.mknod(place / "content" / "zero.png", 0o20644, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("only root can make a device")
    result = fingerpost("build", "--no-packs")
    assert "content/zero.png: error: This file cannot be opened: it is a device, not a file." in result.output


@pytest.mark.slow
def test_a_pipe_among_own_templates_is_told(place: Path, fingerpost: Run) -> None:
    for name in ("assets", "site"):
        (place / "own" / name).mkdir(parents=True)
        os.mkfifo(place / "own" / name / "logo.svg")
    os.mkfifo(place / "own" / "pages")
    result = fingerpost("build", "--no-packs", "--templates", "own")
    assert result.exit_code == 1
    assert "assets/logo.svg: error: This file cannot be opened: it is a pipe, not a file." in result.output


@pytest.mark.quick_cases(every=3)
@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("build", "--no-packs", "--out", "pipe"), "it is a pipe"),
        (("build", "--no-packs", "--data", "pipe"), "There is no folder"),
        (("build", "--reference-doc", "pipe"), "it is a pipe"),
        (("check", "--data", "pipe"), "There is no folder"),
        (("pack", "guide-band-4", "--reference-doc", "pipe"), "it is a pipe"),
        (("review", "pipe"), "it is not a file"),
        (("services", "import", "pipe"), "it is not there"),
        (("services", "import", "pipe.json"), "it is not there"),
        (("services", "export", "loop/x.json"), "loop: error: "),
        (("new", "area", "loop"), ""),
        (("build", "--no-packs", "--out", "loop"), ""),
        (("schema", "--out", "pipe"), ""),
    ],
)
def test_a_pipe_in_place_of_what_a_command_is_given_is_told(
    place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], said: str
) -> None:
    for name in ("pipe", "pipe.json"):
        os.mkfifo(place / name)
    (place / "loop").symlink_to("loop")
    monkeypatch.setattr(sys, "argv", ["fingerpost", *command])
    with pytest.raises(SystemExit) as left:
        main()
    told = "".join(capsys.readouterr())
    assert left.value.code in (1, 2), told
    assert said in told
    assert "Traceback" not in told


@pytest.mark.slow
def test_a_pipe_in_place_of_the_settings_of_the_engine_is_told(place: Path, fingerpost: Run) -> None:
    (place / "mkdocs.yml").unlink()
    os.mkfifo(place / "mkdocs.yml")
    result = fingerpost("build", "--no-packs")
    assert result.exit_code == 1
    assert "mkdocs.yml cannot be read: it is a pipe, not a file" in result.output
