"""`setup/libraries.py` fetches npm packages without Node.js: the right ones, whole, from the registry that npm is told to use."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "setup" / "libraries.py"
TOKEN = "npm-secret"


def archive(files: dict[str, str], *, links: bool = False) -> bytes:
    """An npm package: everything below one folder, whose name counts for nothing."""
    made = BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as packed:
        for name, text in files.items():
            entry = tarfile.TarInfo(f"package/{name}")
            entry.size, entry.mode = len(text), 0o755 if name.startswith("bin/") else 0o644
            packed.addfile(entry, BytesIO(text.encode()))
        if links:
            entry = tarfile.TarInfo("package/passwd")
            entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"
            packed.addfile(entry)
    return made.getvalue()


ARCHIVES = {
    "plain/-/plain-1.0.0.tgz": archive({"index.js": "plain", "../../outside.js": "out"}, links=True),
    "@scope/tool/-/tool-2.0.0.tgz": archive({"bin/tool": "#!/bin/sh\n", "package.json": "{}"}),
}


def entry(path: str, version: str, **more: object) -> dict[str, object]:
    digest = base64.b64encode(hashlib.sha512(ARCHIVES[path]).digest()).decode()
    return {"version": version, "integrity": f"sha512-{digest}", **more}


@dataclass
class Registry:
    """A registry on this machine, and what it was asked for."""

    address: str = ""
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    broken: int = 0
    """How many answers are to fail first."""


@pytest.fixture
def registry() -> Iterator[Registry]:
    told = Registry()

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.removeprefix("/npm/")
            told.asked.append((path, self.headers.get("Authorization")))
            told.broken -= 1
            content = ARCHIVES.get(path) if told.broken < 0 else None
            self.send_response(200 if content else 503 if told.broken >= 0 else 404)
            self.send_header("Content-Length", str(len(content or b"")))
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    told.address = f"http://127.0.0.1:{server.server_port}/npm"
    yield told
    server.shutdown()
    server.server_close()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a lock file: two packages for this machine, one for another, and one for development."""
    folder = tmp_path / "my prôject"
    (folder / "setup").mkdir(parents=True)
    shutil.copy(SCRIPT, folder / "setup")
    packages = {
        "": {"name": "project"},
        "node_modules/plain": entry("plain/-/plain-1.0.0.tgz", "1.0.0"),
        "node_modules/@scope/tool": entry("@scope/tool/-/tool-2.0.0.tgz", "2.0.0", os=["linux", "darwin"], optional=True),
        "node_modules/other": entry("plain/-/plain-1.0.0.tgz", "1.0.0", os=["aix"], optional=True),
        "node_modules/chip": entry("plain/-/plain-1.0.0.tgz", "1.0.0", cpu=["mips64el"], optional=True),
        "node_modules/checker": entry("plain/-/plain-1.0.0.tgz", "1.0.0", dev=True),
    }
    (folder / "package-lock.json").write_text(json.dumps({"packages": packages}))
    (tmp_path / "home").mkdir()
    return folder


def fetch(project: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """The script, on a machine where nothing else tells of a registry."""
    clean = {name: value for name, value in os.environ.items() if not name.lower().startswith(("npm_config_", "http"))}
    surroundings = {**clean, "HOME": str(project.parent / "home"), "no_proxy": "*", **more}
    command = [sys.executable, project / "setup" / "libraries.py"]
    return subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)


def test_what_the_site_needs_here_is_put_in_place_and_nothing_else(project: Path, registry: Registry) -> None:
    old = project / "node_modules" / "plain"
    old.mkdir(parents=True)
    (old / "left-over.js").write_text("of an older version")
    (project / "node_modules" / ".fetched-killed").mkdir()
    ran = fetch(project, npm_config_registry=registry.address + "/")
    assert (ran.returncode, ran.stderr) == (0, "")
    made = sorted(path.relative_to(project).as_posix() for path in (project / "node_modules").rglob("*") if not path.is_dir())
    assert made == ["node_modules/@scope/tool/bin/tool", "node_modules/@scope/tool/package.json", "node_modules/plain/index.js"]
    assert os.access(project / "node_modules/@scope/tool/bin/tool", os.X_OK)
    assert not os.access(project / "node_modules/plain/index.js", os.X_OK)
    assert not list(project.rglob(".fetched-*"))
    assert not list(project.parent.rglob("outside.js"))


def test_the_registry_and_its_token_are_those_of_npm(project: Path, registry: Registry) -> None:
    host = registry.address.partition(":")[2]
    settings = f"; at home\nregistry = http://127.0.0.1:9/\n{host}/:_authToken=${{TOKEN}}\n"
    (project.parent / "home" / ".npmrc").write_text(settings)
    (project / ".npmrc").write_text(f'ignore-scripts=true\nregistry="{registry.address}"\n')
    ran = fetch(project, TOKEN=TOKEN)
    assert ran.returncode == 0, ran.stderr
    assert {said for _, said in registry.asked} == {f"Bearer {TOKEN}"}


def test_a_token_goes_to_its_own_registry_alone(project: Path, registry: Registry) -> None:
    (project.parent / "home" / ".npmrc").write_text("//other.example/:_authToken=secret\n")
    assert fetch(project, NPM_CONFIG_REGISTRY=registry.address).returncode == 0
    assert {said for _, said in registry.asked} == {None}


def test_an_answer_that_fails_is_asked_for_again(project: Path, registry: Registry) -> None:
    registry.broken = 2
    assert fetch(project, npm_config_registry=registry.address).returncode == 0
    assert len(registry.asked) == 4


def test_another_archive_than_the_locked_one_is_refused(project: Path, registry: Registry) -> None:
    lock = (project / "package-lock.json").read_text().replace("sha512-", "sha512-A", 1)
    (project / "package-lock.json").write_text(lock)
    ran = fetch(project, npm_config_registry=registry.address)
    assert ran.returncode == 1
    assert "sent another plain 1.0.0 than package-lock.json knows" in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert not (project / "node_modules").exists()


@pytest.mark.parametrize("address", ["http://127.0.0.1:9", "gone", "{}/nothing"])
def test_no_connection_ends_in_one_line(address: str, project: Path, registry: Registry) -> None:
    ran = fetch(project, npm_config_registry=address.format(registry.address))
    assert ran.returncode == 1
    assert "could not be fetched" in ran.stderr
    assert "run make again" in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_a_folder_of_somebody_else_ends_in_one_line(project: Path, registry: Registry) -> None:
    (project / "node_modules").write_text("a file in its place")
    ran = fetch(project, npm_config_registry=registry.address)
    assert ran.returncode == 1
    assert "node_modules cannot be written" in ran.stderr
    assert ran.stderr.count("\n") == 1
